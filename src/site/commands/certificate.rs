//! `cargo site certificate`: the proofs as JSON.

use serde_json::{Map, Value, json};

use crate::{
    case::{GuaranteeId, Model, ReadingId, load::Loaded},
    decide::verify::proofs::{Certificate, Proven},
    site::files::whole_hash,
};

/// The certificate with ids in the place of positions.
pub fn certificate(loaded: &Loaded, certificate: &Certificate) -> Value {
    let model = &loaded.model;
    let by_guarantee = |pick: fn(&(u32, u32)) -> u32| -> Value {
        let entry = |it: GuaranteeId| (model.guarantee(it).id.clone(), pick(&certificate.outcomes[it.index()]).into());
        model.choosable().map(entry).collect::<Map<_, _>>().into()
    };
    let properties: Map<String, Value> = certificate
        .properties
        .iter()
        .map(|it| {
            let value = json!({ "holds": it.failed == 0, "checked": it.checked, "failed": it.failed });
            (slug(it.kind).to_owned(), value)
        })
        .collect();
    let influence: Map<String, Value> = model
        .questions
        .iter()
        .zip(&certificate.influence)
        .map(|(it, count)| (it.id.clone(), (*count).into()))
        .collect();
    let moved: Map<String, Value> = ReadingId::all(model.readings.len())
        .zip(&certificate.moved)
        .map(|(it, count)| (model.readings[it.index()].id.clone(), (*count).into()))
        .collect();
    json!({
        "version": model.version,
        "rules_sha256": rules_hash(model),
        "holds": certificate.holds(),
        "worlds": certificate.worlds,
        "given_worlds": certificate.canonical,
        "partial_answers": certificate.partial,
        "outcomes": by_guarantee(|it| it.0),
        "given_outcomes": by_guarantee(|it| it.1),
        "properties": properties,
        "influence": influence,
        "readings_move": moved,
        "walk_nodes": certificate.nodes,
        "claims": loaded.claims.iter().map(|it| it.id.clone()).collect::<Vec<_>>(),
    })
}

/// SHA-256 of the rule data as the site packs it, in hexadecimal: the same rules have the same hash, whatever the
/// sentences are.
pub fn rules_hash(model: &Model) -> String {
    let bytes = postcard::to_allocvec(model).expect("the model has nothing that can't be packed");
    whole_hash(&bytes)
}

/// The property's public name.
pub fn slug(property: Proven) -> &'static str {
    match property {
        Proven::Total => "total",
        Proven::Reachable => "every_guarantee_is_reachable",
        Proven::AnswersMatter => "every_answer_matters",
        Proven::RowsSound => "no_row_is_shadowed_duplicate_or_conflicting",
        Proven::Monotone => "more_willingness_never_weakens",
        Proven::Improvements => "improvements_never_weaken",
        Proven::SettledIsFinal => "settled_is_final",
        Proven::OneAnswerAway => "one_answer_away_is",
        Proven::ChangesMinimal => "changes_are_complete_and_minimal",
        Proven::Claims => "claims_hold",
        Proven::Conclusions => "conclusions_hold",
    }
}
