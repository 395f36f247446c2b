//! The walk as it stands in `dist/`: whoever follows its links ends where the engine does, over every world, and over
//! every walk with "not sure" in it.

use std::collections::{BTreeMap, BTreeSet};

use which_guarantee::{
    case::{AnswerId, Model, QuestionId, permalink},
    decide::{
        answers::World,
        decision::headline_world,
        interview::{Choice, Choices},
        rules::Readings,
        table::Table,
    },
};

use crate::{
    dist::{Dist, all, attribute, resolve},
    support::{self, locales},
};

/// A page as a reader without script sees it: a question with links, or an outcome.
enum Page {
    Question { id: String, links: BTreeMap<String, String> },
    Outcome(String),
}

/// Every page of the walk and every guarantee in one language, read from the HTML alone.
struct Site {
    pages: BTreeMap<String, Page>,
    start: String,
}

impl Site {
    fn read(locale: &str) -> Self {
        let dist = Dist::open();
        let mut pages = BTreeMap::new();
        let (walk, guarantees) = (format!("{locale}/walk/"), format!("{locale}/guarantees/"));
        for (path, page) in dist.pages() {
            if path.starts_with(&walk) {
                let links = all(&page, "a[data-answer]")
                    .iter()
                    .map(|it| {
                        let (to, fragment) = resolve(path, it.attr("href").expect("a link")).expect("within the site");
                        let is_outcome = to.starts_with(&guarantees);
                        assert_eq!(fragment, if is_outcome { "outcome" } else { "" }, "{path}");
                        (it.attr("data-answer").expect("just selected").to_owned(), to)
                    })
                    .collect();
                pages.insert(
                    path.to_owned(),
                    Page::Question { id: attribute(&page, "[data-question]", "data-question"), links },
                );
            } else if path.starts_with(&guarantees) && path.matches('/').count() == 3 {
                let id = attribute(&page, "[data-guarantee-page]", "data-guarantee-page");
                pages.insert(path.to_owned(), Page::Outcome(id));
            }
        }
        Self { pages, start: format!("{walk}index.html") }
    }

    /// Follows links until an outcome. `answer` says which one is taken at a question.
    fn follow(&self, mut answer: impl FnMut(&str) -> String) -> Result<&str, String> {
        let mut path = &self.start;
        loop {
            match &self.pages[path] {
                Page::Outcome(id) => return Ok(id),
                Page::Question { id, links } => {
                    let taken = answer(id);
                    path = links.get(&taken).ok_or_else(|| format!("{path} does not offer {taken}"))?;
                }
            }
        }
    }
}

#[test]
fn there_are_as_many_pages_as_the_engine_has_nodes_and_all_are_on_a_way() {
    for locale in locales() {
        let site = Site::read(locale);
        let questions = site.pages.values().filter(|it| matches!(it, Page::Question { .. })).count();
        assert_eq!((questions, site.pages.len() - questions), (21, 12), "{locale}");
        let mut led_to: BTreeSet<&String> = BTreeSet::from([&site.start]);
        for page in site.pages.values() {
            if let Page::Question { links, .. } = page {
                led_to.extend(links.values());
            }
        }
        assert_eq!(led_to.len(), 21 + 9, "{locale}: every question and every outcome that can be reached");
    }
}

#[test]
fn following_the_links_ends_at_the_engines_outcome_in_every_world() {
    let case = support::case();
    let table = Table::build(&case.model, Readings::BASE);
    let space = &table.rules.space;
    for locale in locales() {
        let site = Site::read(locale);
        let mut walked = 0;
        for world in (0..space.worlds()).map(World).filter(|it| !table.is_contradictory(*it)) {
            let end = site.follow(|question| {
                let question = question_of(&case.model, question);
                case.model.question(question).answers[space.answer_in(world, question).index()].clone()
            });
            let expected = case.model.guarantee(table.outcome(world)).id.as_str();
            assert_eq!(end, Ok(expected), "{locale}, world {world:?}");
            walked += 1;
        }
        assert!(walked > 30_000, "{walked}");
    }
}

#[test]
fn every_walk_with_any_answers_not_sure_ends_at_the_engines_headline() {
    let case = support::case();
    let table = Table::build(&case.model, Readings::BASE);
    let site = Site::read("en");
    let mut walks = 0;
    let start = Choices::none(&table.rules);
    every_walk(&case.model, &table, &site, &site.start, &start, &mut walks);
    assert!(walks > 727, "there are more than the walks without it: {walks}");
}

/// Takes every link of a page in turn, "not sure" included.
fn every_walk(model: &Model, table: &Table, site: &Site, path: &str, choices: &Choices, walks: &mut u32) {
    match &site.pages[path] {
        Page::Outcome(id) => {
            let answers = choices.answers(&table.rules);
            let world = headline_world(model, table, answers);
            let headline = table.outcome(table.rules.space.world_of(world));
            assert_eq!(*id, model.guarantee(headline).id, "{choices:?}");
            let is_sure = model.question_ids().all(|it| choices.get(it) != Choice::Unsure);
            assert!(!is_sure || table.settles_on(answers, headline), "{choices:?} ends before it is settled");
            *walks += 1;
        }
        Page::Question { id, links } => {
            let question = question_of(model, id);
            assert_eq!(choices.get(question), Choice::Unasked, "{path} asks again");
            assert!(links.contains_key("unsure"), "{path} has no way for those who are not sure");
            for (answer, to) in links {
                every_walk(model, table, site, to, &choices.with(question, choice(model, question, answer)), walks);
            }
        }
    }
}

#[test]
fn the_way_back_leads_to_the_questions_that_lead_here_and_to_the_start() {
    for locale in locales() {
        let site = Site::read(locale);
        let dist = Dist::open();
        for (path, page) in &site.pages {
            let Page::Question { .. } = page else { continue };
            let html = dist.page(path);
            let back: Vec<String> =
                all(&html, ".step__back a").iter().filter_map(|it| Some(resolve(path, it.attr("href")?)?.0)).collect();
            let mut before: Vec<String> = Vec::new();
            for (parent, page) in &site.pages {
                if let Page::Question { links, .. } = page
                    && links.values().any(|it| it == path)
                {
                    before.push(parent.clone());
                }
            }
            if *path == site.start {
                assert!(back.is_empty() && before.is_empty(), "nothing is before the start");
                continue;
            }
            let names: BTreeSet<String> = all(&html, ".step__back li a").iter().map(|it| it.text().collect()).collect();
            assert_eq!(names.len(), before.len(), "{path}: ways back that are called the same");
            let (start, ways) = back.split_last().expect("there is a way to the start");
            assert_eq!(*start, site.start, "{path}");
            assert_eq!(ways.iter().collect::<BTreeSet<_>>(), before.iter().collect(), "{path}");
        }
    }
}

#[test]
fn what_is_still_possible_is_what_the_links_can_reach() {
    let site = Site::read("uk");
    let dist = Dist::open();
    for (path, page) in &site.pages {
        if let Page::Question { .. } = page {
            let html = dist.page(path);
            let told: BTreeSet<String> = all(&html, "[data-possible]")
                .iter()
                .filter_map(|it| it.attr("data-possible"))
                .map(str::to_owned)
                .collect();
            let mut reached = BTreeSet::new();
            reachable(&site, path, &mut reached);
            assert_eq!(told, reached, "{path}");
        }
    }
}

fn reachable(site: &Site, path: &str, found: &mut BTreeSet<String>) {
    match &site.pages[path] {
        Page::Outcome(id) => drop(found.insert(id.clone())),
        Page::Question { links, .. } => links.values().for_each(|it| reachable(site, it, found)),
    }
}

#[test]
fn the_permalinks_on_a_guarantees_page_settle_on_it() {
    let case = support::case();
    let table = Table::build(&case.model, Readings::BASE);
    let dist = Dist::open();
    for locale in locales() {
        for guarantee in case.model.guarantee_ids() {
            let id = &case.model.guarantee(guarantee).id;
            let path = format!("{locale}/guarantees/{id}/index.html");
            let page = dist.page(&path);
            let links: Vec<_> = all(&page, "a[href*=\"#\"]").into_iter().filter_map(|it| it.attr("href")).collect();
            assert_eq!(links.is_empty(), table.rules.row(guarantee).is_none(), "{path}");
            for link in links {
                let (to, fragment) = resolve(&path, link).expect("within the site");
                assert_eq!(to, format!("{locale}/index.html"), "the tool in the same language");
                let link = permalink::parse(&case.model, &fragment);
                let answers = Choices::of(&table.rules, &link.answers).answers(&table.rules);
                assert!(link.dropped == 0 && table.settles_on(answers, guarantee), "{path}: {fragment}");
            }
        }
    }
}

#[test]
fn the_tool_leads_to_the_walk_where_its_script_is_missing_and_the_walk_leads_to_the_tool() {
    let dist = Dist::open();
    for locale in locales() {
        let path = format!("{locale}/index.html");
        let source = String::from_utf8(dist.files[&path].clone()).expect("it is UTF-8");
        // To a parser that knows of scripts, what stands in `noscript` is text.
        let without_script = source.split("<noscript>").nth(1).and_then(|it| it.split("</noscript>").next());
        assert!(without_script.is_some_and(|it| it.contains(&format!("<a href=\"../{locale}/walk/\">"))), "{path}");
        let page = dist.page(&path);
        let ways = all(&page, "#trouble a");
        assert_eq!(ways[0].attr("href"), Some(format!("../{locale}/walk/").as_str()), "{path}: the first way on");
        for (path, page) in dist.pages().filter(|it| it.0.starts_with(&format!("{locale}/walk/"))) {
            let to = attribute(&page, ".step__tool a", "href");
            assert_eq!(resolve(path, &to).map(|it| it.0), Some(format!("{locale}/index.html")), "{path}");
        }
    }
}

fn question_of(model: &Model, id: &str) -> QuestionId {
    model.question_ids().find(|it| model.question(*it).id == id).unwrap_or_else(|| panic!("there is no question {id}"))
}

fn choice(model: &Model, question: QuestionId, answer: &str) -> Choice {
    if answer == "unsure" {
        return Choice::Unsure;
    }
    let answers = &model.question(question).answers;
    let index = answers.iter().position(|it| it == answer).unwrap_or_else(|| panic!("there is no answer {answer}"));
    Choice::Answer(AnswerId(u8::try_from(index).expect("a byte indexes answers")))
}
