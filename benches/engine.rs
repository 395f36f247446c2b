//! How long the engine takes natively: `cargo bench`. Times differ between machines, so nothing here is asserted; compare
//! figures of one run alone.

use std::{hint::black_box, path::Path};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use which_guarantee::{
    case::{
        AnswerId, Model, QuestionId,
        load::{load, problem::CaseFile},
    },
    decide::{
        answers::{Answers, World},
        decision::Decision,
        explain::{counterfactuals::changes, reasons::reasons},
        outcomes::outcomes,
        report::Report,
        rules::{Readings, Rules},
        table::Table,
    },
};

fn model() -> Model {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("case");
    let files = [folder.clone(), folder.join("text")].iter().flat_map(|it| below(&folder, it)).collect::<Vec<_>>();
    load(&files).expect("the case has no mistake").model
}

fn below(root: &Path, folder: &Path) -> Vec<CaseFile> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed").flatten();
    let is_toml = |it: &std::path::PathBuf| it.extension().is_some_and(|it| it == "toml");
    let file = |it: std::path::PathBuf| CaseFile {
        name: it.strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/"),
        text: std::fs::read_to_string(&it).expect("it is a text"),
    };
    entries.map(|it| it.path()).filter(is_toml).map(file).collect()
}

/// Nothing answered, each answer alone, each pair of answers to the first question and another, and every 401st world: only
/// settled answers have reasons. `benches/engine/page.mjs` has these sets, too.
fn sets(model: &Model, table: &Table) -> Vec<Answers> {
    let Rules { space, .. } = &table.rules;
    let answers_of = |it: QuestionId| AnswerId::all(model.question(it).answers.len()).map(move |answer| (it, answer));
    let all: Vec<(QuestionId, AnswerId)> = model.question_ids().flat_map(answers_of).collect();
    let first = answers_of(QuestionId(0));
    let pairs = first.flat_map(|one| all.iter().filter(|it| it.0 != QuestionId(0)).map(move |it| vec![one, *it]));
    let alone = all.iter().map(|it| vec![*it]);
    let sets = std::iter::once(Vec::new()).chain(alone).chain(pairs);
    let worlds = (0..space.worlds()).step_by(401).map(|it| table.rules.normalise(space.answers_of(World(it))));
    sets.map(|it| space.with_answers(&it)).chain(worlds).collect()
}

fn engine(criterion: &mut Criterion) {
    let model = model();
    let table = Table::build(&model, Readings::BASE);
    let sets = sets(&model, &table);
    let decisions: Vec<Decision> = sets.iter().map(|it| Decision::of(&model, &table, *it)).collect();

    let mut group = criterion.benchmark_group("engine");
    group.throughput(Throughput::Elements(u64::from(table.rules.space.worlds())));
    group
        .bench_function("table of every combination", |it| it.iter(|| Table::build(black_box(&model), Readings::BASE)));
    group.bench_function("outcome of every combination alone", |it| {
        it.iter(|| outcomes(&Rules::of(black_box(&model), Readings::BASE)));
    });
    group.throughput(Throughput::Elements(sets.len() as u64));
    group.bench_function("decisions", |it| {
        it.iter(|| sets.iter().map(|it| Decision::of(&model, &table, black_box(*it)).possible.len()).sum::<u32>());
    });
    group.bench_function("smallest changes to every option", |it| {
        let count = |it: &Decision| -> usize {
            let each =
                model.choosable().map(|to| changes(&table, black_box(it.world), to, table.rules.space.open()).len());
            each.sum()
        };
        it.iter(|| decisions.iter().map(count).sum::<usize>());
    });
    group.bench_function("reasons", |it| {
        it.iter(|| sets.iter().map(|it| reasons(&table, black_box(*it)).len()).sum::<usize>());
    });
    group.bench_function("whole decisions with changes and reasons", |it| {
        it.iter(|| decisions.iter().map(|it| size_of_val(&Report::of(&model, &table, black_box(it)))).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, engine);
criterion_main!(benches);
