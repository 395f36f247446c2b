//! The pages that need no script, in one language: the walk, the guarantees, and the page about the site.

use serde_json::Value;

use crate::{
    case::{GuaranteeId, load::language_text::Review, sentences::QuestionText},
    decide::{decision_graph::DecisionGraph, rules::Readings, table::Table},
    site::{
        build::pwa::Page,
        html::{
            document::{self, Around, rendered},
            head::{self, Address, Kind, meta, up},
            json_ld::{LinkedData, Told},
            layout::Surroundings,
        },
        pages::{
            about::about,
            embed::{frame_page, oembed::Pasted},
            guarantee::guarantee,
            guarantees::catalogue,
            page_inputs::PageInputs,
            walk::{
                page::step,
                routes::{WalkPage, WalkRoutes},
            },
        },
        routes::{self, ABOUT, GUARANTEES, Route, WALK},
        social::cards::Subject,
    },
    text::{Interface, fill},
    view::{edition::from_case::WholeEdition, outcome_data::OutcomeData},
};

use yew::Html;

/// More characters of a title show nowhere; then the short name of the site is enough, or none.
const LONGEST_TITLE: usize = 140;

/// The parts of a page.
struct StaticPage {
    route: Route,
    /// Below the folder of the language, with a slash at its end.
    path: String,
    /// The title of the page, without the site's name.
    name: String,
    description: String,
    subject: Subject,
    data: Data,
    main: Html,
}

/// The structured data of a page.
enum Data {
    /// A kind of schema.org's pages.
    Page(&'static str),
    Step,
    Guarantees,
    Guarantee(GuaranteeId),
}

/// Path below `dist/` and content of every page.
pub async fn static_pages(
    inputs: &PageInputs<'_>,
    (edition, outcome_data): (&WholeEdition, &OutcomeData),
    interface: &Interface,
    review: &Review,
) -> Vec<(String, String)> {
    let case = &edition.case;
    let locale = &case.sentences.locale;
    let table = Table::build(&case.model, Readings::BASE);
    let walk_routes = WalkRoutes::of(&case.model, &DecisionGraph::of(&case.model, &table));
    let surroundings = Surroundings { edition, interface, path: "" };
    let text = &interface.pages;

    let mut static_pages: Vec<StaticPage> = walk_routes
        .pages
        .iter()
        .zip(1..)
        .map(|(page, number)| walk_page(&surroundings, &walk_routes, page, number))
        .collect();
    static_pages.push(StaticPage {
        route: Route::Guarantees,
        path: GUARANTEES.to_owned(),
        name: text.guarantees.title.to_owned(),
        description: text.guarantees.description.to_owned(),
        subject: Subject::Tool,
        data: Data::Guarantees,
        main: catalogue(&surroundings.at(GUARANTEES)),
    });
    static_pages.extend(case.model.guarantee_ids().map(|id| {
        let path = routes::guarantee(&case.model.guarantee(id).id);
        let sentences = case.sentences.guarantee(id);
        StaticPage {
            route: Route::Guarantee,
            name: sentences.name.clone(),
            description: format!("{} {}", sentences.what, sentences.rated),
            subject: Subject::Guarantee(id),
            data: Data::Guarantee(id),
            main: guarantee(&surroundings.at(&path), outcome_data, &table, id),
            path,
        }
    }));
    static_pages.push(StaticPage {
        route: Route::About,
        path: ABOUT.to_owned(),
        name: text.about.title.to_owned(),
        description: text.about.description.to_owned(),
        subject: Subject::Tool,
        data: Data::Page("AboutPage"),
        main: about(
            &surroundings.at(ABOUT),
            inputs.site.publisher,
            review,
            inputs.offer(&edition.case.sentences.locale),
        ),
    });

    let mut pages = Vec::new();
    for page in static_pages {
        let is_framed = page.route.has_frame();
        let pasted = Pasted { edition, path: &page.path, title: &page.name };
        let head = is_framed.then(|| pasted.link(&inputs.site.absolute(""))).into_iter().collect();
        let own = printed(inputs, edition, interface, &page, Around { head, ..Around::default() }).await;
        pages.push((routes::page(locale, &page.path), own));
        if is_framed {
            let root = format!("{}../", up(&page.path));
            let around = frame_page::around(&interface.embed.frame, inputs.assets, &root).await;
            let framed = printed(inputs, edition, interface, &page, around).await;
            pages.push((routes::frame(locale, &page.path), framed));
        }
    }
    pages
}

fn walk_page(surroundings: &Surroundings, walk_routes: &WalkRoutes, page: &WalkPage, number: u32) -> StaticPage {
    let path = routes::walk(&page.path);
    let surroundings = surroundings.at(&path);
    let case = &surroundings.edition.case;
    let QuestionText { asks, hint, .. } = case.sentences.question(page.node.question);
    let names: Vec<&str> =
        page.outcomes(&case.model).into_iter().map(|it| case.sentences.guarantee(it).short.as_str()).collect();
    let text = &surroundings.interface.pages.walk;
    StaticPage {
        route: Route::Walk,
        name: fill(text.title, &[("asks", asks), ("n", &number.to_string())]),
        description: fill(text.description, &[("hint", hint), ("names", &names.join(", "))]),
        subject: Subject::Tool,
        data: Data::Step,
        main: step(&surroundings, walk_routes, page),
        path,
    }
}

/// The page as it is served. In a frame it has something around it, and in that place no way to the other pages.
async fn printed(
    inputs: &PageInputs<'_>,
    edition: &WholeEdition,
    interface: &Interface,
    page: &StaticPage,
    around: Around,
) -> String {
    let locale = &edition.case.sentences.locale;
    let picture = inputs.pictures.of(locale, page.subject);
    let image = inputs.site.absolute(&picture.path);
    let told = Told { path: &page.path, name: &page.name, description: &page.description, image: &image };
    let titled = |site: &str| fill(edition.text.page_title, &[("page", &page.name), ("site", site)]);
    let sentences = &edition.case.sentences;
    let mut titles = [&sentences.title, &sentences.short_title].map(|it| titled(it)).into_iter();
    let title = titles.find(|it| it.chars().count() <= LONGEST_TITLE).unwrap_or_else(|| page.name.clone());
    let about = head::About {
        address: Address::Localized { locale, path: &page.path },
        title: &title,
        name: &page.name,
        description: &page.description,
        site_name: &edition.case.sentences.title,
        territory: interface.pages.territory,
        picture,
        kind: match page.subject {
            Subject::Tool => Kind::Website,
            Subject::Guarantee(_) => Kind::Article,
        },
        data: data(&LinkedData { site: inputs.site, edition }, interface, &page.data, told),
    };
    let root = format!("{}../", up(&page.path));
    let mut head = inputs.assets.pwa.head(Page { up: &root, locale: Some(locale) });
    head.extend(inputs.site.head(&about));
    // Where a page of the walk is left, nobody shall be told which one it was.
    head.push(meta("referrer", "no-referrer"));
    head.extend(inputs.loading(page.route, locale, &root));
    let surroundings = Surroundings { edition, interface, path: &page.path };
    head.extend(around.head);
    let app = rendered(surroundings.around(page.main.clone())).await;
    // A frame belongs to its host, and keeps nothing.
    let after = match around.after.as_str() {
        "" => inputs.foot(&surroundings).await,
        after => format!("\n    {after}"),
    };
    document::page(inputs.shell, &edition.text, &title, &head, &around.before, &app, &after)
}

fn data(linked: &LinkedData, interface: &Interface, data: &Data, told: Told) -> Value {
    let text = &interface.pages;
    match data {
        Data::Page(kind) => linked.page_below(kind, told, &[]),
        Data::Step if told.path == WALK => linked.page_below("WebPage", told, &[]),
        Data::Step => linked.page_below("WebPage", told, &[(text.links.walk, WALK)]),
        Data::Guarantees => linked.guarantees(told),
        Data::Guarantee(id) => linked.guarantee(told, (text.guarantees.title, GUARANTEES), *id),
    }
}
