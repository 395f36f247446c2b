//! The ids of a case: looks them up, and collects every one that leads nowhere or can't be an id.

use std::collections::HashSet;

use crate::case::{
    AnswerId, ConditionId, GuaranteeId, Pattern, QuestionId, ReadingId, SectionId, checksum,
    dates::Date,
    load::{
        odd_characters::meant,
        problem::{Place, Problem},
        schema::*,
    },
};

/// The largest space of worlds that is still evaluated in a blink on an old phone.
const MOST_WORLDS: usize = checksum::MOST_WORLDS as usize;
/// Answers of all questions together; a set of answers is one machine word.
const MOST_ANSWERS: usize = 64;
/// Guarantees, so that a set of them is one machine word and a table cell one byte with a bit to spare.
const MOST_GUARANTEES: usize = 32;
const MOST_READINGS: usize = 8;
/// Guarantees that can be chosen: the scale has a colour for each.
const MOST_STEPS: usize = 9;
/// Ids of one kind, so that a byte can count them.
const MOST_ENTRIES: usize = 255;

/// All ids that may be referred to, and the problems found while doing so.
pub struct Names {
    pub sections: Vec<String>,
    pub actors: Vec<String>,
    pub terms: Vec<String>,
    pub chapters: Vec<String>,
    /// Question ids with their answer ids.
    pub questions: Vec<(String, Vec<String>)>,
    pub conditions: Vec<String>,
    pub guarantees: Vec<String>,
    pub readings: Vec<String>,
    pub sources: Vec<String>,
    /// Ids of entries that are there but can't be read, which has been said; what refers to them is no mistake.
    pub unreadable: Vec<String>,
    /// The tag of the first file of sentences.
    pub first_language: String,
    pub file: &'static str,
    pub problems: Vec<Problem>,
}

impl Names {
    /// Reports a case that is too small to ask about or too large for the engine.
    pub fn sizes(&mut self, questions: &[QuestionSource], guarantees: &[GuaranteeSource], readings: &[ReadingSource]) {
        // The landscape has a question at each of two edges.
        let [_, .., last] = questions else {
            self.problems.push(Problem {
                place: Place { file: self.file.to_owned(), span: 0..0 },
                says: "The case asks fewer than two questions.".to_owned(),
                remedy: "Add at least two entries [[question]].".to_owned(),
            });
            return;
        };
        let worlds = questions.iter().fold(1_usize, |product, it| product.saturating_mul(it.answers.len().max(1)));
        let answers: usize = questions.iter().map(|it| it.answers.len()).sum();
        if worlds > MOST_WORLDS || answers > MOST_ANSWERS {
            self.problem(
                &last.id,
                format!("The space is too large: {worlds} worlds, {answers} answers; {MOST_WORLDS} and {MOST_ANSWERS} are the most."),
                "Remove a question, or answers that lead to the same outcomes.".to_owned(),
            );
        }
        match guarantees {
            [] => self.problem(
                &last.id,
                "The case has no guarantee.".to_owned(),
                "Add at least one [[guarantee]].".to_owned(),
            ),
            [first, ..] if guarantees.len() > MOST_GUARANTEES => self.problem(
                &first.id,
                format!("There are {} guarantees; {MOST_GUARANTEES} are the most.", guarantees.len()),
                "Join some of them.".to_owned(),
            ),
            _ => {}
        }
        if let Some(over) = guarantees.iter().filter(|it| !it.never).nth(MOST_STEPS) {
            self.problem(
                &over.id,
                format!("More than {MOST_STEPS} guarantees can be chosen, and the scale has {MOST_STEPS} colours."),
                "Join some of them, or say never = true where the article rules one out.".to_owned(),
            );
        }
        if let Some(over) = readings.get(MOST_READINGS) {
            self.problem(
                &over.id,
                format!("There are {} readings; {MOST_READINGS} are the most.", readings.len()),
                "Remove those that move the least.".to_owned(),
            );
        }
    }

    /// The page offers answers to start from beside the first question.
    pub fn lends(&mut self, presets: &[PresetSource]) {
        if presets.is_empty() {
            self.problems.push(Problem {
                place: Place { file: self.file.to_owned(), span: 0..0 },
                says: "The case has no preset, so the page has nobody's answers to start from.".to_owned(),
                remedy: "Add a [[preset]] with what the article itself saw.".to_owned(),
            });
        }
    }

    /// Reports ids of one kind that are not unique, can't be ids, mean something else in links, or are too many.
    pub fn distinct<'a>(&mut self, what: &str, ids: impl Iterator<Item = &'a Placed>) {
        let mut seen = HashSet::new();
        for (count, id) in ids.enumerate() {
            if count == MOST_ENTRIES {
                self.problem(
                    id,
                    format!("There are more than {MOST_ENTRIES} {what}s."),
                    "Remove those that a reader needs the least.".to_owned(),
                );
            }
            if !is_id(id.get_ref()) {
                self.problem(
                    id,
                    format!("`{}` can't be the id of {} {what}.", id.get_ref(), article(what)),
                    "Use letters of the English alphabet, digits and underscores; ids stand in links.".to_owned(),
                );
            }
            let reserved = what == "question" && matches!(id.get_ref().as_str(), "readings" | "v" | "at" | "unsure");
            if reserved || (what == "answer" && id.get_ref() == "unsure") {
                self.problem(
                    id,
                    format!("`{}` has a meaning of its own in links.", id.get_ref()),
                    format!("Choose another id for this {what}."),
                );
            }
            if !seen.insert(id.get_ref()) {
                self.problem(
                    id,
                    format!("The {what} `{}` is there twice.", id.get_ref()),
                    "Remove one of the two or give it an id of its own.".to_owned(),
                );
            }
        }
    }

    /// None and a problem where it is no date.
    pub fn date(&mut self, text: &Placed) -> Option<Date> {
        let date = Date::read(text.get_ref());
        if date.is_none() {
            self.problem(
                text,
                format!("`{}` is not a date.", text.get_ref()),
                "Write year, month and day as far as known: 2023, 2023-07 or 2023-07-11.".to_owned(),
            );
        }
        date
    }

    /// Every rule stands on a section of the article or says that it is inferred.
    pub fn grounded(&mut self, id: &Placed, has_section: bool, inferred: bool) -> bool {
        if !has_section && !inferred {
            self.problem(
                id,
                format!("`{}` names neither a section of the article nor that it is inferred.", id.get_ref()),
                "Add section = \"…\", or inferred = true.".to_owned(),
            );
        }
        inferred
    }

    /// Answers with their ids resolved, in question order.
    pub fn answers(&mut self, source: &AnswersSource) -> Vec<(QuestionId, AnswerId)> {
        let mut answers: Vec<_> =
            source.iter().map(|(question, answer)| self.question_answer(question, answer)).collect();
        answers.sort_unstable();
        answers
    }

    /// A pattern with its ids resolved, in question order.
    pub fn pattern(&mut self, source: &PatternSource) -> Pattern {
        let mut pattern: Pattern = source
            .iter()
            .map(|(question, answers)| {
                let owner = question.get_ref().clone();
                let id = self.question(question);
                let known = self.questions.iter().any(|(it, _)| *it == owner);
                let answers =
                    if known { answers.iter().map(|it| self.answer(&owner, it)).collect() } else { Vec::new() };
                (id, answers)
            })
            .collect();
        pattern.sort_unstable();
        pattern
    }

    /// A question and one of its answers by their ids; the answer is 0 where the question is not there.
    pub fn question_answer(&mut self, question: &Placed, answer: &Placed) -> (QuestionId, AnswerId) {
        let owner = question.get_ref().clone();
        let id = self.question(question);
        let known = self.questions.iter().any(|(it, _)| *it == owner);
        (id, if known { self.answer(&owner, answer) } else { AnswerId(0) })
    }

    /// A question by its id; 0 and a problem where it is not there.
    pub fn question(&mut self, id: &Placed) -> QuestionId {
        let known: Vec<String> = self.questions.iter().map(|(it, _)| it.clone()).collect();
        QuestionId(self.find_in("question", id, &known))
    }

    /// An answer to a question by its id; 0 and a problem where it is not there.
    pub fn answer(&mut self, question: &str, id: &Placed) -> AnswerId {
        let known = self.questions.iter().find(|(it, _)| it == question).map(|(_, answers)| answers.clone());
        AnswerId(self.find_in(&format!("answer to `{question}`"), id, &known.unwrap_or_default()))
    }

    /// A section by its id; 0 and a problem where it is not there.
    pub fn section(&mut self, id: &Placed) -> SectionId {
        SectionId(self.find("section", id, |names| &names.sections))
    }

    /// A condition by its id; 0 and a problem where it is not there.
    pub fn condition(&mut self, id: &Placed) -> ConditionId {
        ConditionId(self.find("condition", id, |names| &names.conditions))
    }

    /// A guarantee by its id; 0 and a problem where it is not there.
    pub fn guarantee(&mut self, id: &Placed) -> GuaranteeId {
        GuaranteeId(self.find("guarantee", id, |names| &names.guarantees))
    }

    /// A reading by its id; 0 and a problem where it is not there.
    pub fn reading(&mut self, id: &Placed) -> ReadingId {
        ReadingId(self.find("reading", id, |names| &names.readings))
    }

    /// As `find_in`, in one of the lists of these names.
    pub fn find(&mut self, what: &str, id: &Placed, known: impl Fn(&Names) -> &Vec<String>) -> u8 {
        let known = known(self).clone();
        self.find_in(what, id, &known)
    }

    /// Index of an id in a list; 0 and a problem where it is not there.
    pub fn find_in(&mut self, what: &str, id: &Placed, known: &[String]) -> u8 {
        if let Some(index) = known.iter().position(|it| it == id.get_ref()) {
            return u8::try_from(index).unwrap_or(u8::MAX);
        }
        if self.unreadable.contains(id.get_ref()) {
            return 0;
        }
        let remedy = match meant(id.get_ref(), known.iter().map(String::as_str)) {
            // That the id itself can't be one has been said; whoever renames it sees the rest.
            Some(near) if !is_id(near) => return 0,
            Some(near) => format!("Did you mean `{near}`?"),
            None if known.is_empty() => "There is none yet; add it first.".to_owned(),
            None => {
                let ids: Vec<&str> = known.iter().map(String::as_str).filter(|it| is_id(it)).collect();
                format!("Use one of: {}.", ids.join(", "))
            }
        };
        self.problem(id, format!("There is no {what} `{}`.", id.get_ref()), remedy);
        0
    }

    /// Reports a problem at a place in the current file.
    pub fn problem(&mut self, at: &Placed, says: String, remedy: String) {
        self.problems.push(Problem { place: place(self.file, at), says, remedy });
    }
}

/// Whether a word can be an id: ids stand in links.
fn is_id(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|it| it.is_ascii_alphanumeric() || it == '_')
}

/// The indefinite article before a word for a kind of entry.
fn article(what: &str) -> &'static str {
    if what.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// The place of a value in a file.
pub fn place(file: &str, at: &Placed) -> Place {
    Place { file: file.to_owned(), span: at.span() }
}

/// The ids of entries that have nothing else.
pub fn ids(list: &[Named]) -> Vec<String> {
    list.iter().map(|it| word(&it.id)).collect()
}

/// Values without their places.
pub fn words(list: &[Placed]) -> Vec<String> {
    list.iter().map(word).collect()
}

/// A value without its place.
pub fn word(placed: &Placed) -> String {
    placed.get_ref().clone()
}
