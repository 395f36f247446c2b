//! The sentences about the case that a reader needs before the first answer, in one language. The whole is `sentences`.

use serde::Serialize;

#[cfg(feature = "authoring")]
use crate::case::sentences::{GuaranteeText, QuestionText, Sentences};
use crate::{
    case::{
        ids::{AnswerId, ChapterId, GuaranteeId, QuestionId, ReadingId, TermId},
        sentences::{AnswerText, ArticleText, TermText},
    },
    unpack::packed,
};

packed! {
    /// The sentences of the questions, of the list beside them and of the frame around them. Each list is as long as the
    /// model's list of the same name.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct FirstSentences {
        pub title: String,
        pub short_title: String,
        pub standfirst: String,
        pub disclaimer: String,
        pub article: ArticleText,
        pub terms: Vec<TermText>,
        /// Names of the chapters.
        pub chapters: Vec<String>,
        pub questions: Vec<FirstQuestionText>,
        pub guarantees: Vec<GuaranteeNames>,
        /// `NormalisationText::says` of each.
        pub normalisations: Vec<String>,
        /// `ReadingText::brief` of each.
        pub readings: Vec<String>,
    }

    /// The sentences of a question on its own page; `answers` is as long as the question's list.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct FirstQuestionText {
        pub asks: String,
        pub hint: String,
        /// For lists and table headings.
        pub short: String,
        pub answers: Vec<AnswerText>,
    }

    /// The names of a guarantee in a list.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct GuaranteeNames {
        pub name: String,
        pub short: String,
    }
}

#[cfg(feature = "authoring")]
impl From<&Sentences> for FirstSentences {
    fn from(all: &Sentences) -> Self {
        let question = |it: &QuestionText| FirstQuestionText {
            asks: it.asks.clone(),
            hint: it.hint.clone(),
            short: it.short.clone(),
            answers: it.answers.clone(),
        };
        let guarantee = |it: &GuaranteeText| GuaranteeNames { name: it.name.clone(), short: it.short.clone() };
        Self {
            title: all.title.clone(),
            short_title: all.short_title.clone(),
            standfirst: all.standfirst.clone(),
            disclaimer: all.disclaimer.clone(),
            article: all.article.clone(),
            terms: all.terms.clone(),
            chapters: all.chapters.clone(),
            questions: all.questions.iter().map(question).collect(),
            guarantees: all.guarantees.iter().map(guarantee).collect(),
            normalisations: all.normalisations.iter().map(|it| it.says.clone()).collect(),
            readings: all.readings.iter().map(|it| it.brief.clone()).collect(),
        }
    }
}

impl FirstSentences {
    /// The sentences of a term.
    pub fn term(&self, id: TermId) -> &TermText {
        &self.terms[id.index()]
    }

    /// The name of a chapter.
    pub fn chapter(&self, id: ChapterId) -> &str {
        &self.chapters[id.index()]
    }

    /// The sentences of a question.
    pub fn question(&self, id: QuestionId) -> &FirstQuestionText {
        &self.questions[id.index()]
    }

    /// The sentences of an answer to a question.
    pub fn answer(&self, question: QuestionId, answer: AnswerId) -> &AnswerText {
        &self.question(question).answers[answer.index()]
    }

    /// The names of a guarantee.
    pub fn guarantee(&self, id: GuaranteeId) -> &GuaranteeNames {
        &self.guarantees[id.index()]
    }

    /// The alternative of a reading in a few words.
    pub fn reading(&self, id: ReadingId) -> &str {
        &self.readings[id.index()]
    }
}
