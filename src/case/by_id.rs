//! The sentences of a case under the ids of its model, for programs that know no positions.

use serde::{Serialize, Serializer};

use crate::case::{
    Model,
    sentences::{
        AnswerText, ArticleText, ConditionText, FlagText, GuaranteeText, NormalisationText, PresetText, QuestionText,
        ReadingText, Sentences, TermText,
    },
};

/// Values by id, in the order of the case; an object in JSON. The library's maps would weigh 6 kB more in the package.
#[derive(Debug)]
pub struct ById<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for ById<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

impl<'a, T> FromIterator<(&'a str, T)> for ById<'a, T> {
    fn from_iter<I: IntoIterator<Item = (&'a str, T)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

#[cfg(feature = "site")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for ById<'_, T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        <std::collections::BTreeMap<String, T>>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<String, T>>::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

/// All sentences of one language. Its keys are a public contract.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "site", schemars(title = "Sentences"))]
pub struct SentencesById<'a> {
    /// BCP 47 tag.
    locale: &'a str,
    /// The language's own name.
    name: &'a str,
    title: &'a str,
    short_title: &'a str,
    standfirst: &'a str,
    description: &'a str,
    disclaimer: &'a str,
    disclaimer_long: &'a str,
    not_discussed: &'a str,
    article: &'a ArticleText,
    sections: ById<'a, &'a str>,
    actors: ById<'a, &'a str>,
    terms: ById<'a, &'a TermText>,
    chapters: ById<'a, &'a str>,
    questions: ById<'a, QuestionById<'a>>,
    conditions: ById<'a, &'a ConditionText>,
    guarantees: ById<'a, &'a GuaranteeText>,
    normalisations: ById<'a, &'a NormalisationText>,
    readings: ById<'a, &'a ReadingText>,
    flags: ById<'a, &'a FlagText>,
    presets: ById<'a, &'a PresetText>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "site", derive(schemars::JsonSchema))]
struct QuestionById<'a> {
    asks: &'a str,
    hint: &'a str,
    short: &'a str,
    in_text: &'a str,
    answers: ById<'a, &'a AnswerText>,
}

impl<'a> SentencesById<'a> {
    /// Puts the sentences of a language under the ids of the model that they belong to.
    pub fn of(model: &'a Model, sentences: &'a Sentences) -> Self {
        let questions = model.questions.iter().zip(&sentences.questions);
        let named = |ids: &'a [String], texts: &'a [String]| {
            ids.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect()
        };
        Self {
            locale: &sentences.locale,
            name: &sentences.name,
            title: &sentences.title,
            short_title: &sentences.short_title,
            standfirst: &sentences.standfirst,
            description: &sentences.description,
            disclaimer: &sentences.disclaimer,
            disclaimer_long: &sentences.disclaimer_long,
            not_discussed: &sentences.not_discussed,
            article: &sentences.article,
            sections: named(&model.sections, &sentences.sections),
            actors: named(&model.actors, &sentences.actors),
            terms: model.terms.iter().map(String::as_str).zip(&sentences.terms).collect(),
            chapters: named(&model.chapters, &sentences.chapters),
            questions: questions
                .map(|(question, text)| (question.id.as_str(), QuestionById::of(&question.answers, text)))
                .collect(),
            conditions: model.conditions.iter().map(|it| it.id.as_str()).zip(&sentences.conditions).collect(),
            guarantees: model.guarantees.iter().map(|it| it.id.as_str()).zip(&sentences.guarantees).collect(),
            normalisations: model
                .normalisations
                .iter()
                .map(|it| it.id.as_str())
                .zip(&sentences.normalisations)
                .collect(),
            readings: model.readings.iter().map(|it| it.id.as_str()).zip(&sentences.readings).collect(),
            flags: model.flags.iter().map(|it| it.id.as_str()).zip(&sentences.flags).collect(),
            presets: model.presets.iter().map(|it| it.id.as_str()).zip(&sentences.presets).collect(),
        }
    }
}

impl<'a> QuestionById<'a> {
    fn of(answers: &'a [String], text: &'a QuestionText) -> Self {
        Self {
            asks: &text.asks,
            hint: &text.hint,
            short: &text.short,
            in_text: &text.in_text,
            answers: answers.iter().map(String::as_str).zip(&text.answers).collect(),
        }
    }
}
