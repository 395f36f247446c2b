//! Taking over in real browsers: the prerendered page comes to life where it stands, and works after a click.
//! Every step waits for what it should bring about, so that a panic, after which nothing comes about, fails the test.
//!
//! Not by `yew::scheduler::flush`: in Yew 0.23.0 it never ends where rendering takes more than 16 ms. The scheduler
//! then goes on after a timer, and the future wakes itself before any timer can run.
#![cfg(target_arch = "wasm32")]

use std::{cell::RefCell, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement};
use which_guarantee::{
    case::{
        AnswerId, QuestionId,
        load::{load, problem::CaseFile},
        permalink,
    },
    decide::interview::Choice,
    view::{
        address::Address,
        app::{App, AppProps},
        edition::Edition,
        edition::from_case::{WholeEdition, editions},
        host::Host,
        outcome_chunk::OutcomeChunk,
        outcome_data::OutcomeData,
        share::state::ShareCapabilities,
        state::{action::Arrival, load_state::Lost},
    },
};
use yew::{LocalServerRenderer, prelude::*};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_prerendered_page_keeps_its_structure_and_answers_to_a_click() {
    for (edition, outcome_data) in all() {
        let page = Page::taken_over((edition, outcome_data), Arrival::default(), |_| {}).await;
        assert_eq!(names(&page.root), page.prerendered, "the page is another than was prerendered");
        page.click("#war-armistice", |it| it.fragment() == "war=armistice").await;
        assert!(radio(&page.root, "#war-armistice").checked());
        page.click("[data-next]", |it| it.has("#nato-words") && !it.has("#war-armistice")).await;
        page.close();
    }
}

/// Yew 0.23.0, issue 4092: siblings that replace one another crash. Question and outcome share one slot.
#[wasm_bindgen_test]
async fn question_and_outcome_replace_one_another_again_and_again() {
    let (edition, outcome_data) = all()[0];
    let page = Page::taken_over((edition, outcome_data), Arrival::default(), |_| {}).await;
    for _ in 0..3 {
        page.click("#war-dictated", |it| it.fragment() == "war=dictated").await;
        page.click("[data-next]", |it| it.has("#supply-low")).await;
        page.click("#supply-low", |it| it.outcome() == "paper").await;
        page.click("[data-next]", |it| it.has(".outcome") && !it.has(".question")).await;
        assert_eq!(page.attribute("[data-outcome]", "data-settled"), "true");
        page.click("[data-start-again]", |it| !it.has(".outcome") && it.has("#war-dictated")).await;
    }
    page.close();
}

#[wasm_bindgen_test]
async fn an_answer_given_before_the_app_takes_over_reaches_the_state() {
    for (edition, outcome_data) in all() {
        let early = Some((QuestionId(0), Choice::Answer(AnswerId(1))));
        let choose = |page: &Element| radio(page, "#war-dictated").set_checked(true);
        let page = Page::taken_over((edition, outcome_data), Arrival { early, ..Arrival::default() }, choose).await;
        page.until("the answer counts", |it| it.fragment() == "war=dictated").await;
        assert!(radio(&page.root, "#war-dictated").checked());
        page.close();

        let arrival = Arrival { early, early_next: true, ..Arrival::default() };
        let page = Page::taken_over((edition, outcome_data), arrival, choose).await;
        page.until("the step is taken", |it| it.has("#supply-low")).await;
        page.close();
    }
}

#[wasm_bindgen_test]
async fn a_link_turns_the_first_question_into_an_outcome() {
    for (edition, outcome_data) in all() {
        let link = permalink::parse(&edition.model, "#war=armistice&us=troops&backing=broad&readings=J9");
        let page = Page::taken_over((edition, outcome_data), Arrival { link, ..Arrival::default() }, |_| {}).await;
        page.until("the outcome of the link", |it| it.outcome() == "us_pact" && it.has(".outcome")).await;
        assert!(page.has("[data-notice=link]"));
        page.click("[data-notice=link] button", |it| !it.has("[data-notice=link]")).await;
        page.click("[data-fold=doubt]", |it| it.has("#reading-J1")).await;
        page.click("#reading-J1", |it| it.has("[data-notice=readings]")).await;
        page.until("the link has the reading", |it| it.fragment().ends_with("&backing=broad&readings=J1")).await;
        page.click("[data-notice=readings] button", |it| !it.has("[data-notice=readings]")).await;
        page.close();
    }
}

#[wasm_bindgen_test]
async fn answers_taken_as_given_and_origins_come_and_go() {
    let (edition, outcome_data) = all()[0];
    let link = permalink::parse(&edition.model, "war=armistice&nato=words&us=treaty");
    let page = Page::taken_over((edition, outcome_data), Arrival { link, ..Arrival::default() }, |_| {}).await;
    page.until("the outcome of the link", |it| it.has(".outcome")).await;
    for id in ["nato_full", "porcupine", "treaty"] {
        let body = format!("#rung-{id} .standing-body");
        page.click(&format!("[data-guarantee={id}] > button"), |it| it.has(&body)).await;
    }
    assert!(!page.has("[data-unreachable]"));
    page.click("#given-war", |it| it.has("[data-unreachable]")).await;
    page.click("#given-war", |it| !it.has("[data-unreachable]")).await;
    for id in ["nato_full", "porcupine", "treaty"] {
        let link = format!("#origin-{id} a[href^='#']");
        page.click(&format!("[data-origin={id}]"), |it| it.has(&link)).await;
        page.click(&format!("[data-origin={id}]"), |it| !it.has(&link)).await;
    }
    page.close();
}

/// A page that has been prerendered and taken over in this browser.
struct Page {
    root: Element,
    /// Names of all elements as they were prerendered.
    prerendered: Vec<String>,
    address: Rc<RefCell<Option<Address>>>,
}

/// A browser that keeps the address it is to show.
struct Shows(Rc<RefCell<Option<Address>>>);

impl Host for Shows {
    fn show_address(&self, address: Address) {
        *self.0.borrow_mut() = Some(address);
    }
}

impl Page {
    /// Prerenders, lets `before` do what a reader does meanwhile, and lets the app take over.
    async fn taken_over(
        (edition, outcome_data): (&'static Edition, &'static OutcomeData),
        arrival: Arrival,
        before: impl Fn(&Element),
    ) -> Self {
        let props = AppProps::prerendered(edition);
        let html = LocalServerRenderer::<App>::with_props(props).render().await;
        let document = web_sys::window().and_then(|it| it.document()).expect("a page");
        let root = document.create_element("div").expect("an element");
        root.set_inner_html(&html);
        document.body().expect("a body").append_child(&root).expect("room in the page");
        let prerendered = names(&root);
        before(&root);
        let address = Rc::new(RefCell::new(None));
        let fetch_chunk = Callback::from(move |came: Callback<Result<OutcomeChunk, Lost>>| {
            let painted = Callback::from(|then: Callback<()>| then.emit(()));
            came.emit(Ok(OutcomeChunk::of(outcome_data, edition, ShareCapabilities::default(), painted)));
        });
        let host = Rc::new(Shows(address.clone()));
        let props = AppProps { edition, arrival: Some(arrival), host, fetch_chunk };
        yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        let page = Self { root, prerendered, address };
        page.until("the page is alive", |it| it.attribute(".tool", "data-ready") == "true").await;
        page
    }

    /// Clicks once there is something to click and all is drawn, and waits for what the click should bring about.
    async fn click(&self, query: &str, so_that: impl Fn(&Self) -> bool) {
        self.until(&format!("all drawn, and {query}"), |it| it.has(query) && !it.has("[aria-busy=true]")).await;
        let element = self.find(query).expect("just seen");
        element.unchecked_into::<HtmlElement>().click();
        self.until(&format!("what a click on {query} brings about"), so_that).await;
    }

    /// Lets the browser work until the condition holds, and fails where it never does.
    async fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..2_000 {
            if holds(self) {
                return;
            }
            TimeoutFuture::new(0).await;
        }
        panic!("waited in vain for: {what}");
    }

    fn has(&self, query: &str) -> bool {
        self.find(query).is_some()
    }

    fn outcome(&self) -> String {
        self.attribute("[data-outcome]", "data-outcome")
    }

    fn find(&self, query: &str) -> Option<Element> {
        self.root.query_selector(query).expect("a selector")
    }

    fn attribute(&self, query: &str, name: &str) -> String {
        self.find(query).and_then(|it| it.get_attribute(name)).unwrap_or_default()
    }

    fn fragment(&self) -> String {
        self.address.borrow().as_ref().map(|it| it.fragment.clone()).unwrap_or_default()
    }

    /// Ids of the next page must not meet those of this one.
    fn close(self) {
        self.root.remove();
    }
}

fn radio(root: &Element, query: &str) -> HtmlInputElement {
    root.query_selector(query).expect("a selector").expect("the input is there").unchecked_into()
}

fn names(root: &Element) -> Vec<String> {
    let all = root.query_selector_all("*").expect("a selector");
    (0..all.length()).filter_map(|it| all.item(it)).map(|it| it.node_name()).collect()
}

/// As a browser gets them.
fn all() -> Vec<(&'static Edition, &'static OutcomeData)> {
    let file = |name: &str, text: &str| CaseFile { name: name.to_owned(), text: text.to_owned() };
    let files = [
        file("model.toml", include_str!("../case/model.toml")),
        file("claims.toml", include_str!("../case/claims.toml")),
        file("changes.toml", include_str!("../case/changes.toml")),
        file("precedents.toml", include_str!("../case/precedents.toml")),
        file("timeline.toml", include_str!("../case/timeline.toml")),
        file("sources.toml", include_str!("../case/sources.toml")),
        file("text/en.toml", include_str!("../case/text/en.toml")),
        file("text/uk.toml", include_str!("../case/text/uk.toml")),
    ];
    let loaded = load(&files).expect("the shipped case has no mistakes");
    let lasting = |(edition, outcome_data): (WholeEdition, OutcomeData)| {
        (edition.first_load().lasting(), &*Box::leak(Box::new(outcome_data)))
    };
    editions(&loaded).into_iter().map(lasting).collect()
}
