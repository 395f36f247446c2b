//! What the engine says of a case, mostly that as shipped, and what the page must show for a reader's choices.

use std::{env, sync::LazyLock, time::SystemTime};

use which_guarantee::{
    case::{
        AnswerId, GuaranteeId, Model, QuestionId,
        background::BackgroundText,
        load::Loaded,
        permalink::{self, Permalink},
        sentences::Sentences,
    },
    decide::{
        answers::World,
        decision::Decision,
        interview::{Choice, Choices, remaining},
        rules::Readings,
        table::Table,
    },
    text::{
        self, Interface, Text, embed::EmbedText, group::GroupText, offline::OfflineText, outcome::OutcomePageText,
        pages::LinksText,
    },
};

use crate::support;

/// The two languages of journeys that need not see all: English, and another every day, so that each has its turn within
/// a week. `JOURNEY_LANGUAGE` names another one.
pub fn locales() -> [&'static str; 2] {
    static OTHER: LazyLock<&str> = LazyLock::new(|| {
        let others: Vec<&str> = text::all().into_iter().map(|it| it.text.locale).filter(|it| *it != "en").collect();
        let wanted = env::var("JOURNEY_LANGUAGE");
        let days = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |it| it.as_secs() / 86_400);
        let turn = others[days as usize % others.len()];
        wanted.map_or(turn, |it| others.into_iter().find(|other| *other == it).expect("the interface has it"))
    });
    ["en", *OTHER]
}

/// A case and its table at base readings.
pub struct Engine {
    pub case: Loaded,
    pub table: Table,
    interfaces: Vec<Interface>,
}

/// What the page shows of a decision, in the words of its public contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub outcome: String,
    pub settled: bool,
    pub possible: String,
    /// Every guarantee with its status, in the order of the ladder.
    pub ladder: Vec<(String, String)>,
    /// The permalink, without `#`.
    pub fragment: String,
}

/// What a reader has chosen so far, without a page.
#[derive(Clone)]
pub struct Chosen {
    pub choices: Choices,
    pub readings: Readings,
}

impl Engine {
    pub fn load() -> Self {
        Self::of(support::case())
    }

    pub fn of(case: Loaded) -> Self {
        let table = Table::build(&case.model, Readings::BASE);
        Self { case, table, interfaces: text::all() }
    }

    pub fn model(&self) -> &Model {
        &self.case.model
    }

    /// The interface in one language.
    pub fn text(&self, locale: &str) -> Text {
        self.interface(locale).text
    }

    /// The sentences about use without a network.
    pub fn offline(&self, locale: &str) -> OfflineText {
        self.interface(locale).offline
    }

    /// The sentences of the page for a group.
    pub fn group(&self, locale: &str) -> GroupText {
        self.interface(locale).group
    }

    /// The sentences around all pages.
    pub fn links(&self, locale: &str) -> LinksText {
        self.interface(locale).pages.links
    }

    /// The sentences of the page for snippets, and of those around the tool in a frame.
    pub fn embed(&self, locale: &str) -> EmbedText {
        self.interface(locale).embed
    }

    fn interface(&self, locale: &str) -> &Interface {
        let interface = self.interfaces.iter().find(|it| it.text.locale == locale);
        interface.expect("both languages have an interface")
    }

    /// The interface of the outcome's page in one language.
    pub fn outcome_page(&self, locale: &str) -> OutcomePageText {
        self.interface(locale).outcome_page
    }

    /// What is known beside the article, in one language.
    pub fn background(&self, locale: &str) -> &BackgroundText {
        let language = self.case.languages.iter().position(|it| it.locale == locale);
        &self.case.background_texts[language.expect("the case is there in both languages")]
    }

    /// The case's sentences in one language.
    pub fn sentences(&self, locale: &str) -> &Sentences {
        self.case.languages.iter().find(|it| it.locale == locale).expect("the case is there in both languages")
    }

    pub fn nothing(&self) -> Chosen {
        Chosen { choices: Choices::none(&self.table.rules), readings: Readings::BASE }
    }

    /// What a permalink stands for, and how it was read.
    pub fn linked(&self, fragment: &str) -> (Chosen, Permalink) {
        let link = permalink::parse(self.model(), fragment);
        let mut choices = Choices::of(&self.table.rules, &link.answers);
        for question in &link.unsure {
            choices = choices.with(*question, Choice::Unsure);
        }
        (Chosen { choices, readings: Readings::of(&link.readings) }, link)
    }

    pub fn decision(&self, chosen: &Chosen) -> Decision {
        let table = Table::build(self.model(), chosen.readings);
        Decision::of(self.model(), &table, chosen.choices.answers(&table.rules))
    }

    /// What the page must show for these choices.
    pub fn shown(&self, chosen: &Chosen) -> Shown {
        let model = self.model();
        let table = Table::build(model, chosen.readings);
        let rules = &table.rules;
        let decision = Decision::of(model, &table, chosen.choices.answers(rules));
        let rows = || rules.rows.iter().map(|it| it.guarantee);
        let never = model.guarantee_ids().filter(|it| rules.row(*it).is_none());
        let id = |it: GuaranteeId| model.guarantee(it).id.clone();
        let status = |it| serde_json::to_value(decision.standing(it).status).expect("a status is a word");
        Shown {
            outcome: id(decision.headline),
            settled: decision.is_settled(),
            possible: rows().filter(|it| decision.possible.contains(*it)).map(id).collect::<Vec<_>>().join(" "),
            ladder: rows()
                .chain(never)
                .map(|it| (id(it), status(it).as_str().unwrap_or_default().to_owned()))
                .collect(),
            fragment: permalink::format(model, &chosen.choices.listed(rules), &chosen.readings.ids()),
        }
    }

    /// The question that is asked next; none where the outcome is.
    pub fn next(&self, chosen: &Chosen) -> Option<QuestionId> {
        let table = Table::build(self.model(), chosen.readings);
        let decision = Decision::of(self.model(), &table, chosen.choices.answers(&table.rules));
        remaining(&table.rules, &chosen.choices, &decision).ids().next()
    }

    /// For each guarantee that can be the outcome, the worlds that lead to it and that a reader can give.
    pub fn worlds_by_outcome(&self) -> Vec<(GuaranteeId, Vec<World>)> {
        let space = &self.table.rules.space;
        let mut found: Vec<(GuaranteeId, Vec<World>)> =
            self.table.rules.rows.iter().map(|it| (it.guarantee, Vec::new())).collect();
        for world in (0..space.worlds()).map(World).filter(|it| self.table.is_canonical(*it)) {
            let outcome = self.table.outcome(world);
            for (_, worlds) in found.iter_mut().filter(|it| it.0 == outcome) {
                worlds.push(world);
            }
        }
        found
    }

    pub fn question(&self, id: &str) -> QuestionId {
        self.model().question_ids().find(|it| self.model().question(*it).id == id).expect("the case has this question")
    }

    /// The choice that a radio's value stands for.
    pub fn choice(&self, question: QuestionId, value: &str) -> Choice {
        if value == "unsure" {
            return Choice::Unsure;
        }
        let answers = &self.model().question(question).answers;
        let index = answers.iter().position(|it| it == value).expect("the question has this answer");
        Choice::Answer(AnswerId(u8::try_from(index).expect("loading bounds the answers")))
    }

    /// The value of the radio for the answer that a world gives.
    pub fn value_in(&self, world: World, question: QuestionId) -> &str {
        &self.model().question(question).answers[self.table.rules.space.answer_in(world, question).index()]
    }
}
