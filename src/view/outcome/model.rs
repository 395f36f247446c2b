//! The inputs of the outcome's page: the scene, and all that comes with the lazily loaded chunk.

use crate::{
    case::Case,
    decide::{answers::Questions, explain::preconditions::Origin, interview::unasked},
    text::outcome::OutcomeText,
    view::{outcome_chunk::OutcomeChunk, outcome_data::OutcomeData, scene::Scene, share::state::ShareCapabilities},
};

/// The inputs of the outcome's page, once it is loaded.
pub struct Whole<'a> {
    pub scene: &'a Scene<'a>,
    /// The case with every sentence.
    pub case: &'a Case,
    pub words: &'a OutcomeText,
    pub outcome_data: &'a OutcomeData,
    pub share_capabilities: &'a ShareCapabilities,
    /// The origin of the guarantee that the reader asked about.
    pub origin: Option<&'a Origin>,
    /// The smallest sets of answers that alone force the outcome; none while it is open.
    pub reasons: &'a [Questions],
    /// Questions that "answer the rest anyway" would ask.
    pub unasked: Questions,
}

impl<'a> Whole<'a> {
    /// The inputs of a page that shows this scene. `reasons` may be empty where nothing shows them.
    pub fn of(
        scene: &'a Scene<'a>,
        chunk: &'a OutcomeChunk,
        origin: Option<&'a Origin>,
        reasons: &'a [Questions],
    ) -> Self {
        let unasked = unasked(&scene.table.rules, &scene.reader.choices, scene.decision.answers);
        Self {
            scene,
            case: chunk.case,
            words: &chunk.outcome_data.text.outcome,
            outcome_data: chunk.outcome_data,
            share_capabilities: &chunk.share_capabilities,
            origin,
            reasons,
            unasked,
        }
    }
}
