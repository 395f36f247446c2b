//! One guarantee as a page: what it is, where it stands, what it needs, what speaks for and against it, what leads to
//! it, and what has happened since.

use yew::prelude::*;

use crate::{
    case::{
        Amendment, ConditionId, FlagId, Guarantee, GuaranteeId, Reading, ReadingId, permalink,
        sentences::{GuaranteeText, NeverText},
    },
    decide::{explain::preconditions::origin, table::Table},
    site::{
        html::layout::Surroundings,
        routes::{ARRIVAL, WALK},
    },
    text::{fill, pages::GuaranteePageText},
    view::{
        outcome::{
            background,
            common_parts::{origin_line, parts, sides},
            preconditions::{found_in, said},
        },
        outcome_data::OutcomeData,
        scale,
    },
};

pub fn guarantee(surroundings: &Surroundings, outcome_data: &OutcomeData, table: &Table, id: GuaranteeId) -> Html {
    let case = &surroundings.edition.case;
    let sentences = case.sentences.guarantee(id);
    let text = &surroundings.interface.pages.guarantee;
    html! {
        <div class="columns">
            <article class="outcome guarantee columns__main" data-guarantee-page={case.model.guarantee(id).id.clone()}>
                <div class="outcome__head">
                    <p class="kicker">{ kicker(case.model.guarantee(id), text) }</p>
                    <h1 class="outcome__name">{ sentences.name.clone() }</h1>
                    <p class="outcome__what">{ sentences.what.clone() }</p>
                    { sides(surroundings.words(), sentences) }
                    { scale::place(&case.model, surroundings.words(), id, text.never_step) }
                </div>
                if let Some(never) = &sentences.never { { why_never(surroundings, never) } } else { { arrival(surroundings) } }
                if !case.model.guarantee(id).never { { needs(surroundings, id) } }
                { assessment(surroundings, id, sentences) }
                if !case.model.guarantee(id).never { { leads(surroundings, table, id) } }
                { beyond(surroundings, table, id) }
                { readings(surroundings, id) }
                { background::precedent(outcome_data, id) }
                { background::timeline(outcome_data, id) }
            </article>
            { others(surroundings, id) }
        </div>
    }
}

/// Whose option it is.
pub fn kicker(guarantee: &Guarantee, text: &GuaranteePageText) -> &'static str {
    if guarantee.inferred { text.kicker_ours } else { text.kicker }
}

/// For those whom the walk has led here. The styles show it to them alone, by the end of the address.
fn arrival(surroundings: &Surroundings) -> Html {
    let text = &surroundings.interface.pages.guarantee;
    let root = surroundings.home();
    let published = &surroundings.edition.case.sentences.article.published;
    html! {
        <section class="arrival" id={ARRIVAL} aria-labelledby="arrival-title">
            <h2 id="arrival-title">{ text.arrival }</h2>
            <p>{ fill(text.arrival_says, &[("published", published)]) }</p>
            <p class="arrival__ways">
                <a class="button" href={root.clone()}>{ text.arrival_tool }</a>
                <a class="button button--second" href={format!("{root}{WALK}")}>{ surroundings.edition.text.start_again }</a>
            </p>
        </section>
    }
}

fn why_never(surroundings: &Surroundings, never: &NeverText) -> Html {
    html! {
        <section class="never" aria-labelledby="never-title">
            <h2 id="never-title">{ surroundings.interface.pages.guarantee.never }</h2>
            <p>{ never.reason.clone() }</p>
        </section>
    }
}

/// The conditions, each with the section that it comes from and with those who decide it.
fn needs(surroundings: &Surroundings, id: GuaranteeId) -> Html {
    let case = &surroundings.edition.case;
    let text = &surroundings.interface.pages.guarantee;
    let need = |id: &ConditionId| {
        let condition = case.model.condition(*id);
        let actors = &case.model.question(condition.question).decided_by;
        let actors: Vec<&str> = actors.iter().map(|it| case.sentences.actor(*it)).collect();
        let source = origin_line(case, surroundings.words(), Some(condition.section), condition.inferred);
        html! {
            <li class="requirement" data-condition={condition.id.clone()}>
                <p class="requirement__needs">{ case.sentences.condition(*id).needs.clone() }</p>
                <p>{ fill(text.decided_by, &[("list", &actors.join(", "))]) }</p>
                <p class="source">{ source }</p>
            </li>
        }
    };
    let needs = &case.model.guarantee(id).needs;
    html! {
        <section aria-labelledby="needs-title">
            <h2 id="needs-title">{ text.needs }</h2>
            <p>{ if needs.is_empty() { text.needs_nothing } else { text.needs_lead } }</p>
            if !needs.is_empty() { <ul class="requirements">{ for needs.iter().map(need) }</ul> }
        </section>
    }
}

fn assessment(surroundings: &Surroundings, id: GuaranteeId, sentences: &GuaranteeText) -> Html {
    let case = &surroundings.edition.case;
    let words = surroundings.words();
    let guarantee = case.model.guarantee(id);
    html! {
        <section class="assessment" aria-labelledby="assessment-title">
            <h2 id="assessment-title">{ words.assessment_title }</h2>
            { parts(words, sentences, guarantee.price_inferred) }
            <p class="source">{ origin_line(case, words, Some(guarantee.section), guarantee.inferred) }</p>
        </section>
    }
}

/// The answers that lead to it, each route as a link into the tool.
fn leads(surroundings: &Surroundings, table: &Table, id: GuaranteeId) -> Html {
    let case = &surroundings.edition.case;
    let root = surroundings.home();
    let found = origin(table, id);
    let link = |way: &[_]| format!("{root}#{}", permalink::format(&case.model, way, &[]));
    html! {
        <section class="combinations" aria-labelledby="leads-title">
            <h2 id="leads-title">{ surroundings.words().origin_title }</h2>
            { found_in(case, (&surroundings.edition.text, surroundings.words()), &found, &link) }
        </section>
    }
}

/// The flags that the tool shows when it is the outcome, above all flags that go beyond the article.
fn beyond(surroundings: &Surroundings, table: &Table, id: GuaranteeId) -> Html {
    let case = &surroundings.edition.case;
    let text = &surroundings.interface.pages.guarantee;
    let flags: Vec<FlagId> =
        FlagId::all(case.model.flags.len()).filter(|it| concerns(surroundings, table, *it, id)).collect();
    let inferred = case.model.guarantee(id).inferred
        || flags.iter().any(|it| case.model.flags[it.index()].inferred)
        || case.model.guarantee(id).needs.iter().any(|it| case.model.condition(*it).inferred);
    let flag = |it: &FlagId| {
        let flag = &case.model.flags[it.index()];
        let sentences = case.sentences.flag(*it);
        let when: Vec<String> =
            flag.when.iter().map(|(question, answers)| said(case, surroundings.words(), *question, answers)).collect();
        html! {
            <div class="flag" data-flag={flag.id.clone()}>
                <h3>{ sentences.title.clone() }</h3>
                <p>{ sentences.says.clone() }</p>
                if !when.is_empty() { <p class="source">{ fill(text.flag_when, &[("list", &when.join(surroundings.words().semicolon))]) }</p> }
                <p class="source">{ origin_line(case, surroundings.words(), flag.section, flag.inferred) }</p>
            </div>
        }
    };
    html! {
        <section class="flags" aria-labelledby="flags-title" hidden={flags.is_empty() && !inferred}>
            <h2 id="flags-title">{ text.beyond }</h2>
            if inferred { <p>{ text.beyond_says }</p> }
            <div class="flags__list">{ for flags.iter().map(flag) }</div>
        </section>
    }
}

/// Whether a flag belongs to a guarantee: it names it, or is about answers that its conditions ask for; and there is
/// a world in which it is raised.
fn concerns(surroundings: &Surroundings, table: &Table, flag: FlagId, id: GuaranteeId) -> bool {
    let model = &surroundings.edition.case.model;
    let flag = &model.flags[flag.index()];
    let asked = |question| model.guarantee(id).needs.iter().any(|it| model.condition(*it).question == question);
    let is_about = if flag.outcomes.is_empty() {
        flag.when.iter().all(|(question, _)| asked(*question))
    } else {
        flag.outcomes.contains(&id)
    };
    let pattern = table.rules.space.pattern(&flag.when);
    is_about && table.canonical_worlds(id).iter().any(|it| it.within(pattern))
}

/// The readings that change what it needs or whether it can be chosen.
fn readings(surroundings: &Surroundings, id: GuaranteeId) -> Html {
    let case = &surroundings.edition.case;
    let found: Vec<ReadingId> =
        ReadingId::all(case.model.readings.len()).filter(|it| touches(&case.model.readings[it.index()], id)).collect();
    let text = &surroundings.interface.pages.guarantee;
    let reading = |it: &ReadingId| {
        let reading = &case.model.readings[it.index()];
        let sentences = case.sentences.reading(*it);
        html! {
            <div class="doubtful" data-reading={reading.id.clone()}>
                <h3>{ sentences.name.clone() }</h3>
                <p>{ sentences.passage.clone() }</p>
                <dl>
                    <div>
                        <dt>{ surroundings.words().reading_base }</dt>
                        <dd>{ sentences.base.clone() }</dd>
                    </div>
                    <div>
                        <dt>{ surroundings.words().reading_other }</dt>
                        <dd>{ sentences.other.clone() }{ " " }{ sentences.effect.clone() }</dd>
                    </div>
                </dl>
                <p class="source">{ origin_line(case, surroundings.words(), Some(reading.section), reading.inferred) }</p>
            </div>
        }
    };
    html! {
        <section aria-labelledby="readings-title" hidden={found.is_empty()}>
            <h2 id="readings-title">{ text.readings }</h2>
            <p>{ text.readings_lead }</p>
            { for found.iter().map(reading) }
        </section>
    }
}

fn touches(reading: &Reading, id: GuaranteeId) -> bool {
    reading.amendments.iter().any(|it| match it {
        Amendment::Swap { guarantee, .. }
        | Amendment::Drop(guarantee)
        | Amendment::Add { guarantee, .. }
        | Amendment::Above { guarantee, .. } => *guarantee == id,
    })
}

/// The way to every other guarantee, strongest first.
fn others(surroundings: &Surroundings, here: GuaranteeId) -> Html {
    let model = &surroundings.edition.case.model;
    let entry = |it: GuaranteeId| {
        let id = &model.guarantee(it).id;
        let name = surroundings.edition.case.sentences.guarantee(it).name.clone();
        html! {
            <li class="grade" data-step={scale::step_of(model, it).map(|it| it.to_string())}>
                <span class="grade__bar" aria-hidden="true"></span>
                <a href={format!("../{id}/")} aria-current={(it == here).then_some("page")}>{ name }</a>
            </li>
        }
    };
    html! {
        <aside class="grades" aria-labelledby="others-title">
            <h2 id="others-title"><a href="../">{ surroundings.interface.pages.guarantees.title }</a></h2>
            <ol>{ for model.guarantee_ids().map(entry) }</ol>
        </aside>
    }
}
