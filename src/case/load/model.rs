//! From ids to indices: turns the entries of `schema` into the model, and collects every id that leads nowhere.

use toml::Spanned;

use crate::case::{
    Model,
    background::Background,
    claims::Claim,
    load::{
        background::BackgroundSource,
        problem::{CaseFile, Places, Problem},
        resolver::{Names, ids, place, word, words},
        schema::*,
        toml_file::Document,
        versions::{self, RuleChange},
    },
};

/// The parts of a case other than the model.
pub struct Rest {
    pub claims: Vec<Claim>,
    pub background: Background,
    pub changes: Vec<RuleChange>,
    pub places: Places,
}

/// Reads everything but the sentences. None where the model itself can't be made.
pub fn read(files: &[CaseFile], problems: &mut Vec<Problem>) -> Option<(Model, Rest)> {
    let before = problems.len();
    // All are opened before any is given up, so that every broken file is named.
    let mut open = |name| Document::open(files, name, problems);
    let (model_file, claims_file) = (open("model.toml"), open("claims.toml"));
    let past = (open("timeline.toml"), open("precedents.toml"), open("sources.toml"));
    // A case of one version alone may do without.
    let is_kept = files.iter().any(|it| it.name == versions::FILE);
    let mut changes_file = if is_kept { Some(open(versions::FILE)?) } else { None };
    let (mut model_file, mut claims_file) = (model_file?, claims_file?);
    let (mut timeline_file, mut precedents_file, mut sources_file) = (past.0?, past.1?, past.2?);

    let version = model_file.string("version", "1");
    let sections: Vec<Named> = model_file.list("section");
    let actors: Vec<Named> = model_file.list("actor");
    let terms: Vec<Named> = model_file.list("term");
    let chapters: Vec<Named> = model_file.list("chapter");
    let questions: Vec<QuestionSource> = model_file.list("question");
    let normalisations: Vec<NormalisationSource> = model_file.list("normalise");
    let improvements: Vec<ImprovementSource> = model_file.list("improvement");
    let conditions: Vec<ConditionSource> = model_file.list("condition");
    let guarantees: Vec<GuaranteeSource> = model_file.list("guarantee");
    let readings: Vec<ReadingSource> = model_file.list("reading");
    let flags: Vec<FlagSource> = model_file.list("flag");
    let presets: Vec<PresetSource> = model_file.list("preset");
    let landscape: Option<LandscapeSource> = model_file.entry("landscape");
    model_file.nothing_else();
    let claims: Vec<ClaimSource> = claims_file.list("claim");
    claims_file.nothing_else();
    let changes = versions::read(changes_file.as_mut());
    let past = BackgroundSource::read(&mut timeline_file, &mut precedents_file, &mut sources_file);

    let mut names = Names {
        sections: ids(&sections),
        actors: ids(&actors),
        terms: ids(&terms),
        chapters: ids(&chapters),
        questions: questions.iter().map(|it| (word(&it.id), words(&it.answers))).collect(),
        conditions: conditions.iter().map(|it| word(&it.id)).collect(),
        guarantees: guarantees.iter().map(|it| word(&it.id)).collect(),
        readings: readings.iter().map(|it| word(&it.id)).collect(),
        sources: past.sources.iter().map(|it| word(&it.id)).collect(),
        unreadable: [&mut model_file, &mut sources_file].into_iter().flat_map(|it| it.unreadable.drain(..)).collect(),
        first_language: first_language(files),
        file: "model.toml",
        problems: Vec::new(),
    };

    names.distinct("section", sections.iter().map(|it| &it.id));
    names.distinct("actor", actors.iter().map(|it| &it.id));
    names.distinct("term", terms.iter().map(|it| &it.id));
    names.distinct("chapter", chapters.iter().map(|it| &it.id));
    // An id that links have once had is taken for ever.
    names.distinct("question", questions.iter().flat_map(|it| [&it.id].into_iter().chain(&it.was)));
    names.distinct("normalisation", normalisations.iter().map(|it| &it.id));
    names.distinct("condition", conditions.iter().map(|it| &it.id));
    names.distinct("guarantee", guarantees.iter().map(|it| &it.id));
    names.distinct("reading", readings.iter().flat_map(|it| [&it.id].into_iter().chain(&it.was)));
    names.distinct("flag", flags.iter().map(|it| &it.id));
    names.distinct("preset", presets.iter().map(|it| &it.id));
    names.sizes(&questions, &guarantees, &readings);
    names.lends(&presets);

    let model = Model {
        version: version.clone().map(Spanned::into_inner).unwrap_or_default(),
        sections: ids(&sections),
        actors: ids(&actors),
        terms: ids(&terms),
        chapters: ids(&chapters),
        questions: questions.iter().map(|it| names.make_question(it)).collect(),
        normalisations: normalisations.iter().map(|it| names.make_normalisation(it)).collect(),
        improvements: improvements.iter().map(|it| names.make_improvement(it)).collect(),
        conditions: conditions.iter().map(|it| names.make_condition(it)).collect(),
        guarantees: guarantees.iter().map(|it| names.make_guarantee(it)).collect(),
        readings: readings.iter().map(|it| names.make_reading(it)).collect(),
        flags: flags.iter().map(|it| names.make_flag(it)).collect(),
        presets: presets.iter().map(|it| names.make_preset(it)).collect(),
        landscape: names.make_landscape(landscape.as_ref()),
        former: names.make_former(&questions, &readings),
    };
    for (index, reading) in readings.iter().enumerate() {
        names.check_amendments(&model, index, reading);
    }

    names.file = "claims.toml";
    names.distinct("claim", claims.iter().map(|it| &it.id));
    let made_claims = claims.iter().map(|it| names.make_claim(it)).collect();
    let background = names.make_background(&past);
    let changes = names.make_changes(&changes, version.as_ref());

    let places = Places {
        questions: questions.iter().map(|it| place("model.toml", &it.id)).collect(),
        answers: questions
            .iter()
            .map(|it| it.answers.iter().map(|answer| place("model.toml", answer)).collect())
            .collect(),
        guarantees: guarantees.iter().map(|it| place("model.toml", &it.id)).collect(),
        readings: readings.iter().map(|it| place("model.toml", &it.id)).collect(),
        improvements: improvements.iter().map(|it| place("model.toml", &it.question)).collect(),
        claims: claims.iter().map(|it| place("claims.toml", &it.id)).collect(),
    };
    let Names { problems: found, .. } = names;
    for file in [model_file, claims_file, timeline_file, precedents_file, sources_file].into_iter().chain(changes_file)
    {
        problems.extend(file.problems);
    }
    problems.extend(found);
    (problems.len() == before).then_some((model, Rest { claims: made_claims, background, changes, places }))
}

/// The tag of the language from which the others are translated; where none says so, that of the first file by its name.
fn first_language(files: &[CaseFile]) -> String {
    let is_original = |it: &CaseFile| {
        let mut top = it.text.lines().take_while(|it| !it.starts_with('['));
        top.any(|it| it.trim_start().starts_with("original"))
    };
    let tags = files.iter().filter_map(|it| Some((it, it.name.strip_prefix("text/")?.strip_suffix(".toml")?)));
    tags.min_by_key(|it| (!is_original(it.0), it.1)).map_or("en", |it| it.1).to_owned()
}
