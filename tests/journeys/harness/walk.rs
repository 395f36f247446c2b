//! A walk: a reader's choices on the page, each checked against the engine.

use libtest_mimic::Failed;
use which_guarantee::{case::QuestionId, decide::answers::World};

use crate::harness::{
    engine::{Chosen, Engine},
    reader::{Page, Reader},
};

pub struct Walk<'a> {
    pub reader: &'a Reader,
    pub engine: &'a Engine,
    pub chosen: Chosen,
}

impl<'a> Walk<'a> {
    /// Opens the tool in one language, with nothing chosen.
    pub async fn start(reader: &'a Reader, engine: &'a Engine, locale: &str) -> Result<Self, Failed> {
        let walk = Self { reader, engine, chosen: engine.nothing() };
        let page = reader.open(&format!("/{locale}/")).await?;
        assert_eq!(page.place, walk.id(QuestionId(0)), "a walk starts at the first question");
        walk.agrees(&page);
        Ok(walk)
    }

    /// Chooses an answer to the question on show. The page must follow as the engine says.
    pub async fn answer(&mut self, question: &str, answer: &str) -> Result<Page, Failed> {
        let id = self.engine.question(question);
        self.chosen.choices = self.chosen.choices.with(id, self.engine.choice(id, answer));
        self.reader.choose(question, answer).await?;
        self.settles().await
    }

    /// Chooses, presses "Next", and arrives where the engine goes on.
    pub async fn answer_and_go_on(&mut self, question: &str, answer: &str) -> Result<Page, Failed> {
        self.answer(question, answer).await?;
        let next = self.engine.next(&self.chosen).map_or_else(|| "outcome".to_owned(), |it| self.id(it));
        self.reader.next(&next).await
    }

    /// Gives these answers one after the other, each as it is asked.
    pub async fn answers(&mut self, answers: &[(&str, &str)]) -> Result<Page, Failed> {
        let mut page = self.reader.page().await?;
        for (question, answer) in answers {
            assert_eq!(page.place, *question, "the question on show");
            page = self.answer_and_go_on(question, answer).await?;
        }
        Ok(page)
    }

    /// Answers every question as it is asked, as one world has it, up to the outcome.
    pub async fn through(&mut self, world: World) -> Result<Page, Failed> {
        let mut page = self.reader.page().await?;
        while page.place != "outcome" {
            let answer = self.engine.value_in(world, self.engine.question(&page.place)).to_owned();
            page = self.answer_and_go_on(&page.place.clone(), &answer).await?;
        }
        Ok(page)
    }

    /// Waits until the page shows what the engine says.
    pub async fn settles(&self) -> Result<Page, Failed> {
        self.reader.shows(&self.engine.shown(&self.chosen), "the walk").await
    }

    pub fn agrees(&self, page: &Page) {
        assert_eq!(page.shown(), self.engine.shown(&self.chosen), "left: the page, right: the engine");
    }

    fn id(&self, question: QuestionId) -> String {
        self.engine.model().question(question).id.clone()
    }
}
