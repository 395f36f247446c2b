//! The sentences of one language: takes them from a `text/*.toml` by the ids of the model.
//! A missing sentence, an empty one and one that belongs to nothing are all problems.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use unicode_normalization::UnicodeNormalization;

use crate::case::{
    Model, Question,
    background::{Background, BackgroundText},
    dates::Date,
    load::{
        language_text::{LanguageText, Review},
        model::Rest,
        odd_characters::{capital, describe, in_sentence, looks, meant},
        problem::{CaseFile, Place, Problem},
        toml_file::{join, syntax_problems},
        versions::versions,
    },
    precedents::{LikenessText, Precedent, PrecedentText},
    sentences::*,
    timeline::EventText,
};

/// Reads one language. What is missing is left empty and reported.
pub fn read(file: &CaseFile, model: &Model, rest: &Rest, problems: &mut Vec<Problem>) -> LanguageText {
    let Some(table) = parse(file, problems) else {
        return LanguageText {
            sentences: empty(model),
            background: BackgroundText::default(),
            changes: Vec::new(),
            review: Review::Unread,
        };
    };
    let mut sheet = Sheet::of(file);
    let end = file.text.len()..file.text.len();
    let mut root = Group { path: String::new(), table: Some(table), span: end };
    let review = sheet.review(&mut root);
    let made = sheet.whole(&mut root, model);
    let background = sheet.background(&mut root, &rest.background);
    let versions = versions(&rest.changes);
    let changes = sheet.each(&mut root, "change", &versions, |sheet, it| sheet.text(it, "says"));
    sheet.nothing_else(root);
    let locale_matches = file.name == format!("text/{}.toml", made.locale);
    if !locale_matches && !made.locale.is_empty() {
        sheet.found.push(Problem {
            place: Place { file: file.name.clone(), span: 0..0 },
            says: format!("The file is named {} but says that its locale is `{}`.", file.name, made.locale),
            remedy: "Let the two agree.".to_owned(),
        });
    }
    problems.append(&mut sheet.found);
    LanguageText { sentences: made, background, changes, review }
}

/// Parses one file of sentences; None and problems where it is not TOML.
pub fn parse<'a>(file: &'a CaseFile, problems: &mut Vec<Problem>) -> Option<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    problems.extend(syntax_problems(file, &errors));
    errors.is_empty().then(|| table.into_inner())
}

struct Sheet<'a> {
    file: &'a CaseFile,
    found: Vec<Problem>,
    /// The keys of the sentences that belong into a table which is missing as a whole.
    wanted: Vec<String>,
}

/// A table of the file, or its absence, with the place to point at when something in it is missing.
struct Group<'a> {
    path: String,
    table: Option<DeTable<'a>>,
    span: std::ops::Range<usize>,
}

pub(super) const ORIGINAL_ONCE: &str =
    "Write original = true in the language that the others are translated from, and nothing elsewhere.";

impl<'s> Sheet<'s> {
    fn of(file: &'s CaseFile) -> Self {
        Self { file, found: Vec::new(), wanted: Vec::new() }
    }

    /// `original = true`, or `reviewed_by` with `reviewed_on`, or neither.
    fn review(&mut self, root: &mut Group) -> Review {
        let Some(table) = &mut root.table else { return Review::Unread };
        if let Some(original) = table.remove("original") {
            if original.get_ref().as_bool() == Some(true) {
                return Review::Original;
            }
            self.found.push(Problem {
                place: Place { file: self.file.name.clone(), span: original.span() },
                says: "`original` can only be true.".to_owned(),
                remedy: ORIGINAL_ONCE.to_owned(),
            });
        }
        let keys = ["reviewed_by", "reviewed_on"];
        if keys.iter().all(|it| !table.contains_key(*it)) {
            return Review::Unread;
        }
        // One without the other is reported as missing.
        let [by, on] = keys.map(|it| self.text(root, it));
        let day = Date::read(&on);
        if day.is_none() && !on.is_empty() {
            self.found.push(Problem {
                place: Place { file: self.file.name.clone(), span: 0..0 },
                says: format!("`{on}`, in reviewed_on, is not a date."),
                remedy: "Write year, month and day as far as known: 2026, 2026-11 or 2026-11-30.".to_owned(),
            });
        }
        day.map_or(Review::Unread, |on| Review::Read { by, on })
    }

    fn whole(&mut self, root: &mut Group, model: &Model) -> Sentences {
        let locale = self.text(root, "locale");
        let name = self.text(root, "name");
        let keys =
            ["title", "short_title", "standfirst", "description", "disclaimer", "disclaimer_long", "not_discussed"];
        let case = self.part(root, "case", |sheet, it| keys.map(|key| sheet.text(it, key)));
        let [title, short_title, standfirst, description, disclaimer, disclaimer_long, not_discussed] = case;
        let article = self.part(root, "article", |sheet, it| ArticleText {
            title: sheet.text(it, "title"),
            authors: sheet.text(it, "authors"),
            publisher: sheet.text(it, "publisher"),
            published: sheet.text(it, "published"),
            address: sheet.text(it, "address"),
        });
        Sentences {
            locale,
            name,
            title,
            short_title,
            standfirst,
            description,
            disclaimer,
            disclaimer_long,
            not_discussed,
            article,
            sections: self.each(root, "section", &model.sections, |sheet, it| sheet.text(it, "name")),
            actors: self.each(root, "actor", &model.actors, |sheet, it| sheet.text(it, "name")),
            terms: self.each(root, "term", &model.terms, |sheet, it| TermText {
                name: sheet.text(it, "name"),
                means: sheet.text(it, "means"),
            }),
            chapters: self.each(root, "chapter", &model.chapters, |sheet, it| sheet.text(it, "name")),
            questions: self.questions(root, &model.questions),
            conditions: self.each(root, "condition", &ids(&model.conditions, |it| &it.id), |sheet, it| ConditionText {
                needs: sheet.text(it, "needs"),
                missing: sheet.text(it, "missing"),
                brief: sheet.text(it, "brief"),
            }),
            guarantees: self.guarantees(root, model),
            normalisations: self.each(root, "normalise", &ids(&model.normalisations, |it| &it.id), |sheet, it| {
                NormalisationText { says: sheet.text(it, "says"), method: sheet.text(it, "method") }
            }),
            readings: self.each(root, "reading", &ids(&model.readings, |it| &it.id), |sheet, it| ReadingText {
                name: sheet.text(it, "name"),
                brief: sheet.text(it, "brief"),
                passage: sheet.text(it, "passage"),
                base: sheet.text(it, "base"),
                other: sheet.text(it, "other"),
                effect: sheet.text(it, "effect"),
            }),
            flags: self.each(root, "flag", &ids(&model.flags, |it| &it.id), |sheet, it| FlagText {
                title: sheet.text(it, "title"),
                says: sheet.text(it, "says"),
            }),
            presets: self.each(root, "preset", &ids(&model.presets, |it| &it.id), |sheet, it| PresetText {
                name: sheet.text(it, "name"),
                says: sheet.text(it, "says"),
            }),
        }
    }

    fn questions(&mut self, root: &mut Group, questions: &[Question]) -> Vec<QuestionText> {
        let mut by_id = questions.iter();
        self.each(root, "question", &ids(questions, |it| &it.id), |sheet, it| {
            let question = by_id.next().expect("one call for each question");
            QuestionText {
                asks: sheet.text(it, "asks"),
                hint: sheet.text(it, "hint"),
                short: sheet.text(it, "short"),
                in_text: sheet.text(it, "in_text"),
                answers: sheet.each(it, "answers", &question.answers, |sheet, it| AnswerText {
                    says: sheet.text(it, "says"),
                    more: sheet.text(it, "more"),
                    short: sheet.text(it, "short"),
                }),
            }
        })
    }

    fn guarantees(&mut self, root: &mut Group, model: &Model) -> Vec<GuaranteeText> {
        let mut by_id = model.guarantees.iter();
        self.each(root, "guarantee", &ids(&model.guarantees, |it| &it.id), |sheet, it| {
            let guarantee = by_id.next().expect("one call for each guarantee");
            GuaranteeText {
                name: sheet.text(it, "name"),
                short: sheet.text(it, "short"),
                in_text: sheet.text(it, "in_text"),
                what: sheet.text(it, "what"),
                line_for: sheet.text(it, "pro"),
                line_against: sheet.text(it, "con"),
                pro: sheet.text(it, "for"),
                contra: sheet.text(it, "against"),
                price: sheet.text(it, "price"),
                rated: sheet.text(it, "rated"),
                never: guarantee.never.then(|| NeverText {
                    reason: sheet.text(it, "never"),
                    brief: sheet.text(it, "never_brief"),
                    not_applicable: (!guarantee.applies.is_empty()).then(|| sheet.text(it, "not_applicable")),
                }),
            }
        })
    }

    fn background(&mut self, root: &mut Group, background: &Background) -> BackgroundText {
        BackgroundText {
            events: self.each(root, "event", &ids(&background.timeline.events, |it| &it.id), |sheet, it| EventText {
                title: sheet.text(it, "title"),
                says: sheet.text(it, "says"),
            }),
            precedents: self.precedents(root, &background.precedents),
        }
    }

    fn precedents(&mut self, root: &mut Group, precedents: &[Precedent]) -> Vec<PrecedentText> {
        let mut by_id = precedents.iter();
        self.each(root, "precedent", &ids(precedents, |it| &it.id), |sheet, it| {
            let precedent = by_id.next().expect("one call for each precedent");
            PrecedentText {
                name: sheet.text(it, "name"),
                given: sheet.text(it, "given"),
                held: sheet.text(it, "held"),
                likeness: precedent
                    .shown
                    .then(|| LikenessText { similar: sheet.text(it, "similar"), differs: sheet.text(it, "differs") }),
            }
        })
    }

    /// The tables `[key.id]` for every id in order; those that belong to no id are problems.
    fn each<'a, T>(
        &mut self,
        parent: &mut Group<'a>,
        key: &str,
        ids: &[String],
        mut make: impl FnMut(&mut Self, &mut Group<'a>) -> T,
    ) -> Vec<T> {
        // A list that is missing as a whole is an empty one: then each of its tables is missing, or none has to be there.
        let is_missing = parent.table.as_ref().is_some_and(|it| !it.contains_key(key));
        let mut group = if is_missing {
            Group { path: join(&parent.path, key), table: Some(DeTable::new()), span: parent.span.clone() }
        } else {
            self.group(parent, key)
        };
        if let Some(table) = &mut group.table {
            for id in ids {
                if let Some(value) = self.dotted(table, &group.path, id) {
                    table.insert(Spanned::new(value.span(), std::borrow::Cow::Owned(id.clone())), value);
                }
            }
        }
        let made = ids.iter().map(|id| self.part(&mut group, id, |sheet, it| make(sheet, it))).collect();
        if group.table.is_none() {
            self.wanted.push(key.to_owned());
        }
        self.unknown(group, ids);
        made
    }

    /// The table under one key. Where it is missing as a whole, that is said once, with all that belongs into it.
    fn part<'a, T>(
        &mut self,
        parent: &mut Group<'a>,
        key: &str,
        make: impl FnOnce(&mut Self, &mut Group<'a>) -> T,
    ) -> T {
        let (said, wanted) = (self.found.len(), self.wanted.len());
        let mut group = self.group(parent, key);
        let it = make(self, &mut group);
        let keys = self.wanted.split_off(wanted);
        if group.table.is_none()
            && let Some(problem) = self.found.get_mut(said)
        {
            let path = &group.path;
            problem.remedy = format!("Write [{path}] with {} here; every language needs it.", keys.join(", "));
        }
        self.nothing_else(group);
        it
    }

    fn group<'a>(&mut self, parent: &mut Group<'a>, key: &str) -> Group<'a> {
        let path = join(&parent.path, key);
        // Where the parent is missing as a whole, that was said once; its parts need no repeating.
        let Some(table) = &mut parent.table else { return Group { path, table: None, span: parent.span.clone() } };
        let mut entry = table.remove(key);
        // Some headings of an entry may be right and one only look so.
        if let Some(twin) = self.mistaken(table, &parent.path, key) {
            match (entry.as_mut().map(Spanned::get_mut), twin) {
                (Some(DeValue::Table(own)), twin) => {
                    if let DeValue::Table(more) = twin.into_inner() {
                        own.extend(more);
                    }
                }
                (_, twin) => entry = Some(twin),
            }
        }
        let entry = entry.map(|it| (it.span(), it.into_inner()));
        match entry {
            Some((span, DeValue::Table(table))) => Group { path, table: Some(table), span },
            other => {
                let span = other.map_or(parent.span.clone(), |it| it.0);
                self.problem(&span, format!("The sentences [{path}] are missing in {}.", self.file.name), &path);
                Group { path, table: None, span }
            }
        }
    }

    fn text(&mut self, group: &mut Group, key: &str) -> String {
        let Some(table) = &mut group.table else {
            self.wanted.push(key.to_owned());
            return String::new();
        };
        let path = join(&group.path, key);
        match table.remove(key).or_else(|| self.mistaken(table, &group.path, key)) {
            Some(value) => {
                // One letter is one character, however it was typed; the fonts of the pictures know no other.
                let text: String = value.get_ref().as_str().map(str::trim).unwrap_or_default().nfc().collect();
                if let Some((what, remedy)) = in_sentence(&text) {
                    self.found.push(Problem {
                        place: Place { file: self.file.name.clone(), span: value.span() },
                        says: format!("In the sentence {path} stands {what}."),
                        remedy,
                    });
                }
                if text.is_empty() {
                    self.problem(&value.span(), format!("The sentence {path} is empty or not a text."), &path);
                }
                text
            }
            None => {
                let span = group.span.clone();
                self.problem(&span, format!("The sentence {path} is missing in {}.", self.file.name), &path);
                String::new()
            }
        }
    }

    /// The entry that an editor meant by a key: its heading looks the same but has an odd character. It is taken, and what
    /// is to be mended is said once.
    fn mistaken<'a>(&mut self, table: &mut DeTable<'a>, path: &str, key: &str) -> Option<Spanned<DeValue<'a>>> {
        let wanted = join(path, key);
        let (name, span) = alike(table, key)?;
        let value = table.remove(name.as_str())?;
        let clause = describe(&name).map(|it| capital(&it)).unwrap_or_default();
        self.found.push(Problem {
            place: Place { file: self.file.name.clone(), span: if span.is_empty() { value.span() } else { span } },
            says: format!("`{}` belongs to nothing in the model, though it looks like `{wanted}`.", join(path, &name)),
            remedy: format!("Write {wanted} in its place. {clause}."),
        });
        Some(value)
    }

    /// The entry of an id with dots that stands one level deeper, because its dots lack the quotes.
    fn dotted<'a>(&mut self, table: &mut DeTable<'a>, path: &str, id: &str) -> Option<Spanned<DeValue<'a>>> {
        if table.contains_key(id) {
            return None;
        }
        let value = deeper(table, &id.split('.').collect::<Vec<_>>())?;
        self.found.push(Problem {
            place: Place { file: self.file.name.clone(), span: value.span() },
            says: format!("The dots in `{id}` make this an entry inside another one."),
            remedy: format!("Write [{}] here, with the quotes.", join(path, id)),
        });
        Some(value)
    }

    fn nothing_else(&mut self, group: Group) {
        self.unknown(group, &[]);
    }

    fn unknown(&mut self, group: Group, ids: &[String]) {
        for (key, value) in group.table.into_iter().flatten() {
            let path = join(&group.path, key.get_ref());
            let remedy = match meant(key.get_ref(), ids.iter().map(String::as_str)) {
                Some(near) => format!("Did you mean `{}`? Otherwise remove it.", join(&group.path, near)),
                None => "Remove it, or add what it belongs to beside its neighbours of the same kind.".to_owned(),
            };
            self.found.push(Problem {
                place: Place { file: self.file.name.clone(), span: shown(&key, &value) },
                says: format!("`{path}` belongs to nothing in the model."),
                remedy,
            });
        }
    }

    fn problem(&mut self, span: &std::ops::Range<usize>, says: String, path: &str) {
        self.found.push(Problem {
            place: Place { file: self.file.name.clone(), span: span.clone() },
            says,
            remedy: format!("Write {path} here; every language needs it."),
        });
    }
}

/// The key of a table that has an odd character and looks like another one.
fn alike(table: &DeTable, key: &str) -> Option<(String, std::ops::Range<usize>)> {
    let seen = looks(key);
    let found = table.keys().find(|it| describe(it.get_ref()).is_some() && looks(it.get_ref()) == seen)?;
    Some((found.get_ref().to_string(), found.span()))
}

/// Takes the table under a path of several keys, and what it leaves empty.
fn deeper<'a>(table: &mut DeTable<'a>, keys: &[&str]) -> Option<Spanned<DeValue<'a>>> {
    match keys {
        [] | [_] => None,
        [first, last] => {
            let DeValue::Table(inner) = table.get_mut(*first)?.get_mut() else { return None };
            let value = inner.remove(*last)?;
            if inner.is_empty() {
                table.remove(*first);
            }
            Some(value)
        }
        [first, rest @ ..] => {
            let DeValue::Table(inner) = table.get_mut(*first)?.get_mut() else { return None };
            let value = deeper(inner, rest)?;
            if inner.is_empty() {
                table.remove(*first);
            }
            Some(value)
        }
    }
}

/// The key of an entry, or its value where the parser gives the key no place.
fn shown(key: &Spanned<std::borrow::Cow<str>>, value: &Spanned<DeValue>) -> std::ops::Range<usize> {
    if key.span().is_empty() { value.span() } else { key.span() }
}

fn ids<T>(list: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
    list.iter().map(|it| id(it).clone()).collect()
}

/// Stands in for a file that can't be read, which has been reported.
fn empty(model: &Model) -> Sentences {
    let unread = CaseFile { name: String::new(), text: String::new() };
    let mut sheet = Sheet::of(&unread);
    sheet.whole(&mut Group { path: String::new(), table: None, span: 0..0 }, model)
}
