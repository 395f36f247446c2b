//! Pieces of the outcome's page that several of its parts, the printed page and static pages have in common.

use yew::prelude::*;

use crate::{
    case::{Case, FlagId, GuaranteeId, Question, QuestionId, SectionId, sentences::GuaranteeText},
    text::{fill, outcome::OutcomeText},
    view::outcome::{background, model::OutcomeModel},
};

/// One line for an outcome and one against, so that no name stands without both.
pub fn sides(words: &OutcomeText, sentences: &GuaranteeText) -> Html {
    let side =
        |title: &'static str, line: &str| html! { <div><dt>{ title }</dt>{ " " }<dd>{ line.to_owned() }</dd></div> };
    html! {
        <dl class="outcome__sides">
            { side(words.pro_title, &sentences.line_for) }
            { side(words.contra_title, &sentences.line_against) }
        </dl>
    }
}

/// The weakest and the strongest outcome that the open questions leave possible; the outcome itself is no news.
pub fn could_become(outcome: &OutcomeModel) -> String {
    let decision = &outcome.page.decision;
    let (least, best) = (in_text(outcome, decision.at_least), in_text(outcome, decision.at_best));
    if decision.at_least == decision.headline {
        fill(outcome.words.or_stronger, &[("name", best)])
    } else if decision.at_best == decision.headline {
        fill(outcome.words.or_weaker, &[("name", least)])
    } else {
        fill(outcome.words.or_either, &[("weakest", least), ("strongest", best)])
    }
}

/// Whose value stands in for an answer that is still open: the article's, with its section, or ours.
pub fn assumed(outcome: &OutcomeModel, id: QuestionId) -> Option<String> {
    let question = outcome.case.model.question(id);
    let open = outcome.page.table.rules.space.answer(outcome.page.decision.answers, id).is_none();
    open.then(|| value_origin(outcome.case, outcome.words, question))
}

/// The origin of a starting assumption: a section of the article, or ours.
pub fn value_origin(case: &Case, words: &OutcomeText, question: &Question) -> String {
    if question.article_inferred {
        words.our_assumption.to_owned()
    } else {
        origin_line(case, words, question.article_section, false)
    }
}

/// What speaks for and against the outcome, what it costs, how the article sees it, a similar case, and what else is
/// worth knowing.
pub fn assessment(outcome: &OutcomeModel) -> Html {
    let guarantee = outcome.case.model.guarantee(outcome.page.decision.headline);
    let sentences = outcome.case.sentences.guarantee(outcome.page.decision.headline);
    html! {
        <section class="assessment" aria-labelledby="assessment-title">
            <h2 id="assessment-title">{ outcome.words.assessment_title }</h2>
            { parts(outcome.words, sentences, guarantee.price_inferred) }
            <p class="source">{ source_line(outcome, Some(guarantee.section), guarantee.inferred) }</p>
            <div class="assessment__parts">
                { for outcome.page.decision.flags.iter().map(|it| flag(outcome, *it)) }
                { background::precedent_in_brief(outcome.data, outcome.page.decision.headline) }
            </div>
        </section>
    }
}

fn flag(outcome: &OutcomeModel, id: FlagId) -> Html {
    let model = &outcome.case.model.flags[id.index()];
    let sentences = outcome.case.sentences.flag(id);
    html! {
        <div class="assessment__part" key={model.id.clone()} data-flag={model.id.clone()}>
            <p class="kicker">{ outcome.words.flags_title }</p>
            <h3>{ sentences.title.clone() }</h3>
            <p>{ sentences.says.clone() }</p>
            <p class="source">{ source_line(outcome, model.section, model.inferred) }</p>
        </div>
    }
}

/// The article's points for and against a guarantee. A price that is ours is marked.
pub fn parts(words: &OutcomeText, sentences: &GuaranteeText, price_inferred: bool) -> Html {
    let part = |title: &'static str, says: &str, inferred: bool| {
        html! {
            <div class="assessment__part" key={title}>
                <h3>{ title }</h3>
                <p>{ says.to_owned() }</p>
                if inferred { <p class="source">{ words.our_reading }</p> }
            </div>
        }
    };
    html! {
        <div class="assessment__parts">
            { part(words.pro_title, &sentences.pro, false) }
            { part(words.contra_title, &sentences.contra, false) }
            { part(words.price_title, &sentences.price, price_inferred) }
            { part(words.rated_title, &sentences.rated, false) }
        </div>
    }
}

/// The questions on which the outcome rests: the first reason, or while it is open all that the headline needs.
pub fn rests_on(outcome: &OutcomeModel) -> Vec<QuestionId> {
    if let Some(reason) = outcome.reasons.first() {
        return reason.ids().collect();
    }
    let row = outcome.page.table.rules.row(outcome.page.decision.headline);
    let needs = row.map(|it| it.needs.as_slice()).unwrap_or_default();
    needs.iter().map(|it| outcome.case.model.condition(*it).question).collect()
}

/// How many questions that count are not answered.
pub fn open_questions(outcome: &OutcomeModel) -> u32 {
    let answers = outcome.page.decision.answers;
    let rules = &outcome.page.table.rules;
    let open = |it: &QuestionId| rules.space.answer(answers, *it).is_none() && !rules.is_idle(answers, *it);
    outcome.case.model.question_ids().filter(open).count() as u32
}

/// The origin of a sentence: a section of the article, our own interpretation, or both.
pub fn source_line(outcome: &OutcomeModel, section: Option<SectionId>, inferred: bool) -> String {
    origin_line(outcome.case, outcome.words, section, inferred)
}

/// As `source_line`, for callers that have only the case and the words.
pub fn origin_line(case: &Case, words: &OutcomeText, section: Option<SectionId>, inferred: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(section.map(|it| fill(words.section, &[("section", case.sentences.section(it))])));
    parts.extend(inferred.then(|| words.our_reading.to_owned()));
    parts.join(" · ")
}

/// The name of a guarantee as it stands within a sentence.
pub fn in_text<'a>(outcome: &'a OutcomeModel, guarantee: GuaranteeId) -> &'a str {
    &outcome.case.sentences.guarantee(guarantee).in_text
}
