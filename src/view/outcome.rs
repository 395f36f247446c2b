//! The outcome: its name, what it is, how settled it is, why, and what the article says for and against it.

pub mod progressive;
pub mod board;
pub mod look_closer;
pub mod folds;
pub mod readings;
pub mod landscape;
pub mod comparison;
pub mod background;
pub mod citations;
pub mod compare_link;
pub mod for_groups;
pub mod preconditions;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    case::{Case, FlagId, GuaranteeId, Question, QuestionId, SectionId, sentences::GuaranteeText},
    decide::{answers::Questions, deciding::deciding, reasons::reasons, reverse::Origin},
    text::{annex::OutcomeText, fill},
    view::{
        host::Host,
        later::Later,
        outcome::{folds::Fold, progressive::Rest},
        question::starting_answers,
        scale,
        scene::{Followed, Whole},
        state::action::Action,
    },
};

/// The places in the outcome's page that something is read from or that get the focus.
#[derive(Clone, Default, PartialEq)]
pub struct Marks {
    pub heading: NodeRef,
    pub other_link: NodeRef,
    pub menus: landscape::Menus,
}

/// The handlers and handles that the parts of the page share.
#[derive(Clone)]
pub struct Tools {
    pub host: Host,
    pub marks: Marks,
    pub painted: Callback<Callback<()>>,
    pub act: Callback<Action>,
}

/// The inputs of the page.
pub struct Seen {
    followed: Rc<Followed>,
    later: Later,
    origin: Option<Rc<Origin>>,
    reasons: Vec<Questions>,
}

impl Seen {
    /// The folded part that a link leads to, and the number of the move with which it came.
    pub fn led_to(&self) -> Option<(Fold, u32)> {
        let state = &self.followed.state;
        Some((state.led_to?, state.moves))
    }

    pub fn draw(&self, draw: impl FnOnce(&Whole) -> Html) -> Html {
        let scene = self.followed.scene();
        draw(&Whole::of(&scene, &self.later, self.origin.as_deref(), &self.reasons))
    }
}

/// The page; the outcome itself now, and the rest part after part.
/// All that it keeps is cloned here and not by its caller, which is in the piece of the wasm that everybody loads.
pub fn outcome(
    followed: &Rc<Followed>,
    later: &Later,
    origin: Option<&Rc<Origin>>,
    host: &Host,
    marks: &Marks,
    act: &Callback<Action>,
) -> Html {
    let scene = followed.scene();
    let seen = Rc::new(Seen {
        followed: followed.clone(),
        later: later.clone(),
        origin: origin.cloned(),
        reasons: reasons(scene.table, scene.decision.answers),
    });
    // Mounted afresh, the page is whole at once and keeps its height: the reader stays where they are.
    let painted = if scene.state.renewals > 0 {
        Callback::from(|then: Callback<()>| then.emit(()))
    } else {
        later.painted.clone()
    };
    let tools = Tools { host: host.clone(), marks: marks.clone(), painted, act: act.clone() };
    seen.draw(|scene| {
        html! {
            <article class="outcome" key="outcome">
                { starting_answers::borrowed(scene, scene.annex) }
                { head(scene, &tools) }
                <Rest seen={seen.clone()} tools={tools.clone()} />
            </article>
        }
    })
}

fn head(scene: &Whole, tools: &Tools) -> Html {
    let sentences = scene.case.sentences.guarantee(scene.decision.headline);
    html! {
        <div class="outcome__head">
            <p class="kicker">{ starting_answers::kicker(scene) }</p>
            <h1
                class="outcome__name"
                ref={tools.marks.heading.clone()}
                tabindex="-1"
                aria-describedby={starting_answers::description(scene)}
            >
                { sentences.name.clone() }
            </h1>
            <p class="outcome__what">{ sentences.what.clone() }</p>
            { sides(scene.words, sentences) }
            { scale::scale(scene) }
            { settledness(scene, &tools.act) }
            <p class="source">{ scene.text.how_it_works }</p>
        </div>
    }
}

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

/// In words how settled the outcome is; while it is open, between what it stands and where to go on.
fn settledness(scene: &Whole, act: &Callback<Action>) -> Html {
    let text = scene.text;
    let decision = &scene.decision;
    let interim = decision.interim.map(|it| fill(scene.words.interim, &[("name", in_text(scene, it))]));
    let open = open_questions(scene);
    if decision.is_settled() {
        let says = if open == 0 {
            scene.words.settled_complete.to_owned()
        } else {
            text.count(scene.words.settled_open, open)
        };
        return html! {
            <div class="settled">
                <p><b>{ scene.words.settled_title }</b>{ " " }{ says }</p>
                if let Some(interim) = interim { <p>{ interim }</p> }
            </div>
        };
    }
    html! {
        <div class="settled settled--open">
            <p>
                <b>{ scene.words.open_title }</b>{ " " }{ text.count(scene.words.open_says, decision.possible.len()) }{ " " }
                { could_become(scene) }
            </p>
            { what_decides(scene, act) }
            if let Some(interim) = interim { <p>{ interim }</p> }
        </div>
    }
}

/// The weakest and the strongest outcome that the open questions leave possible; the outcome itself is no news.
pub fn could_become(scene: &Whole) -> String {
    let decision = &scene.decision;
    let (least, best) = (in_text(scene, decision.at_least), in_text(scene, decision.at_best));
    if decision.at_least == decision.headline {
        fill(scene.words.or_stronger, &[("name", best)])
    } else if decision.at_best == decision.headline {
        fill(scene.words.or_weaker, &[("name", least)])
    } else {
        fill(scene.words.or_either, &[("weakest", least), ("strongest", best)])
    }
}

/// The open question that narrows what is possible most. What each answer to it leads to the board shows.
fn what_decides(scene: &Whole, act: &Callback<Action>) -> Html {
    let Some(narrowing) = deciding(scene.table, scene.decision.answers, scene.decision.deciding) else {
        return html! { <p class="decides"></p> };
    };
    let question = narrowing.question;
    html! {
        <p class="decides" data-decides={scene.case.model.question(question).id.clone()}>
            { scene.words.decides }{ " " }
            <button type="button" class="link" data-go-on="true" onclick={act.reform(move |_| Action::Open(question))}>
                { scene.case.sentences.question(question).asks.clone() }
            </button>
        </p>
    }
}

/// Whose value stands in for an answer that is still open: the article's, with its section, or ours.
pub fn assumed(scene: &Whole, id: QuestionId) -> Option<String> {
    let question = scene.case.model.question(id);
    let open = scene.table.rules.space.answer(scene.decision.answers, id).is_none();
    open.then(|| value_origin(scene.case, scene.words, question))
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
pub fn assessment(scene: &Whole) -> Html {
    let guarantee = scene.case.model.guarantee(scene.decision.headline);
    let sentences = scene.case.sentences.guarantee(scene.decision.headline);
    html! {
        <section class="assessment" aria-labelledby="assessment-title">
            <h2 id="assessment-title">{ scene.words.assessment_title }</h2>
            { parts(scene.words, sentences, guarantee.price_inferred) }
            <p class="source">{ source_line(scene, Some(guarantee.section), guarantee.inferred) }</p>
            <div class="assessment__parts">
                { for scene.decision.flags.iter().map(|it| flag(scene, *it)) }
                { background::precedent_in_brief(scene.annex, scene.decision.headline) }
            </div>
        </section>
    }
}

fn flag(scene: &Whole, id: FlagId) -> Html {
    let model = &scene.case.model.flags[id.index()];
    let sentences = scene.case.sentences.flag(id);
    html! {
        <div class="assessment__part" key={model.id.clone()} data-flag={model.id.clone()}>
            <p class="kicker">{ scene.words.flags_title }</p>
            <h3>{ sentences.title.clone() }</h3>
            <p>{ sentences.says.clone() }</p>
            <p class="source">{ source_line(scene, model.section, model.inferred) }</p>
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
pub fn rests_on(scene: &Whole) -> Vec<QuestionId> {
    if let Some(reason) = scene.reasons.first() {
        return reason.ids().collect();
    }
    let row = scene.table.rules.row(scene.decision.headline);
    let needs = row.map(|it| it.needs.as_slice()).unwrap_or_default();
    needs.iter().map(|it| scene.case.model.condition(*it).question).collect()
}

/// How many questions that count are not answered.
pub fn open_questions(scene: &Whole) -> u32 {
    let answers = scene.decision.answers;
    let rules = &scene.table.rules;
    let open = |it: &QuestionId| rules.space.answer(answers, *it).is_none() && !rules.is_idle(answers, *it);
    scene.case.model.question_ids().filter(open).count() as u32
}

/// The origin of a sentence: a section of the article, our own interpretation, or both.
pub fn source_line(scene: &Whole, section: Option<SectionId>, inferred: bool) -> String {
    origin_line(scene.case, scene.words, section, inferred)
}

/// As `source_line`, for callers that have only the case and the words.
pub fn origin_line(case: &Case, words: &OutcomeText, section: Option<SectionId>, inferred: bool) -> String {
    let mut parts = Vec::new();
    parts.extend(section.map(|it| fill(words.section, &[("section", case.sentences.section(it))])));
    parts.extend(inferred.then(|| words.our_reading.to_owned()));
    parts.join(" · ")
}

fn in_text<'a>(scene: &'a Whole, guarantee: GuaranteeId) -> &'a str {
    &scene.case.sentences.guarantee(guarantee).in_text
}
