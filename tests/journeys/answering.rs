//! From the first question to the outcome.

use which_guarantee::{case::GuaranteeId, decide::interview::unasked};

use crate::{
    Told,
    harness::{engine::Engine, reader::Reader, walk::Walk},
};

pub async fn every_outcome_can_be_walked_to_with_the_mouse(reader: &Reader, engine: &Engine) -> Told {
    for (guarantee, worlds) in engine.worlds_by_outcome() {
        // One language by the first world of the outcome, the other by the last, so that two ways are gone.
        let ways = [("en", worlds.first()), ("uk", worlds.last().filter(|_| guarantee.0 % 3 == 0))];
        for (locale, world) in ways {
            let Some(world) = world else { continue };
            let mut walk = Walk::start(reader, engine, locale).await?;
            let page = walk.through(*world).await?;
            walk.agrees(&page);
            assert_eq!(page.outcome, engine.model().guarantee(guarantee).id);
            assert_eq!(&page.heading, name(engine, locale, guarantee), "the heading of the outcome");
            assert!(page.settled, "the walk ends where the outcome is settled");
        }
    }
    Ok(())
}

pub async fn not_sure_to_every_question_leaves_every_outcome_possible(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "en").await?;
    let mut page = reader.page().await?;
    let mut asked = Vec::new();
    while page.place != "outcome" {
        asked.push(page.place.clone());
        page = walk.answer_and_go_on(&page.place.clone(), "unsure").await?;
    }
    let questions: Vec<&str> = engine.model().questions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(asked, questions, "every question is asked, in order");
    let decision = engine.decision(&engine.nothing());
    assert_eq!(page.outcome, engine.model().guarantee(decision.headline).id, "the article's own outcome");
    assert!(!page.settled);
    assert_eq!(page.possible.split(' ').count(), engine.table.rules.rows.len(), "every outcome is possible");
    let says = reader.texts(".settled--open").await?.concat();
    for outer in [decision.at_least, decision.at_best].into_iter().filter(|it| *it != decision.headline) {
        let name = &engine.sentences("en").guarantee(outer).in_text;
        assert!(says.contains(name.as_str()), "{name} is missing in: {says}");
    }
    Ok(())
}

pub async fn answering_the_rest_anyway_leaves_the_outcome(reader: &Reader, engine: &Engine) -> Told {
    let rules = &engine.table.rules;
    for (guarantee, worlds) in engine.worlds_by_outcome().into_iter().step_by(4) {
        let world = worlds[worlds.len() / 2];
        let mut walk = Walk::start(reader, engine, "en").await?;
        walk.through(world).await?;
        let rest = |walk: &Walk| unasked(rules, &walk.chosen.choices, walk.chosen.choices.answers(rules));
        let first = rest(&walk).ids().next().expect("the outcome is settled before every question is asked");
        let id = |it| engine.model().question(it).id.clone();
        reader.click("[data-rest]").await?;
        let mut page = reader.arrives(&id(first)).await?;
        while page.place != "outcome" {
            let now = engine.question(&page.place);
            walk.answer(&page.place, engine.value_in(world, now)).await?;
            let next = rest(&walk).ids().find(|it| *it > now);
            page = reader.next(&next.map_or_else(|| "outcome".to_owned(), id)).await?;
        }
        walk.agrees(&page);
        assert_eq!(page.outcome, engine.model().guarantee(guarantee).id);
        assert!(page.settled);
        assert!(rest(&walk).is_empty() && !reader.element("[data-rest]").await?.is_displayed().await?);
    }
    Ok(())
}

fn name<'a>(engine: &'a Engine, locale: &str, guarantee: GuaranteeId) -> &'a str {
    &engine.sentences(locale).guarantee(guarantee).name
}
