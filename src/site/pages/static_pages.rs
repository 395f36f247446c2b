//! The pages that need no script, in one language: the walk, the guarantees, and the page about the site.

use serde_json::Value;

use crate::{
    case::{GuaranteeId, load::spoken::Review, sentences::QuestionText},
    decide::{decision_graph::DecisionGraph, rules::Readings, table::Table},
    site::{
        build::pwa::Page,
        html::{
            document::{Around, page, rendered},
            head::{self, Address, Kind, meta, up},
            json_ld::{LinkedData, Told},
            layout::Surroundings,
        },
        pages::{
            about::about,
            embed::{frame_page, oembed::Pasted},
            guarantee::guarantee,
            guarantees::catalogue,
            materials::Materials,
            walk::{
                page::step,
                routes::{Stop, Trail},
            },
        },
        routes::{self, ABOUT, GUARANTEES, Route, WALK},
        social::cards::Subject,
    },
    text::{Interface, fill},
    view::{edition::Edition, outcome_data::OutcomeData},
};

use yew::Html;

/// More characters of a title show nowhere; then the short name of the site is enough, or none.
const LONGEST_TITLE: usize = 140;

/// The parts of a page.
struct Leaf {
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
pub async fn leaves(
    materials: &Materials<'_>,
    (edition, outcome_data): (&Edition, &OutcomeData),
    interface: &Interface,
    review: &Review,
) -> Vec<(String, String)> {
    let case = &edition.case;
    let locale = &case.sentences.locale;
    let table = Table::build(&case.model, Readings::BASE);
    let trail = Trail::of(&case.model, &DecisionGraph::of(&case.model, &table));
    let surroundings = Surroundings { edition, interface, path: "" };
    let text = &interface.pages;

    let mut leaves: Vec<Leaf> =
        trail.stops.iter().zip(1..).map(|(stop, number)| walk_leaf(&surroundings, &trail, stop, number)).collect();
    leaves.push(Leaf {
        route: Route::Guarantees,
        path: GUARANTEES.to_owned(),
        name: text.guarantees.title.to_owned(),
        description: text.guarantees.description.to_owned(),
        subject: Subject::Tool,
        data: Data::Guarantees,
        main: catalogue(&surroundings.at(GUARANTEES)),
    });
    leaves.extend(case.model.guarantee_ids().map(|id| {
        let path = routes::guarantee(&case.model.guarantee(id).id);
        let sentences = case.sentences.guarantee(id);
        Leaf {
            route: Route::Guarantee,
            name: sentences.name.clone(),
            description: format!("{} {}", sentences.what, sentences.rated),
            subject: Subject::Guarantee(id),
            data: Data::Guarantee(id),
            main: guarantee(&surroundings.at(&path), outcome_data, &table, id),
            path,
        }
    }));
    leaves.push(Leaf {
        route: Route::About,
        path: ABOUT.to_owned(),
        name: text.about.title.to_owned(),
        description: text.about.description.to_owned(),
        subject: Subject::Tool,
        data: Data::Page("AboutPage"),
        main: about(
            &surroundings.at(ABOUT),
            materials.site.publisher,
            review,
            materials.offer(&edition.case.sentences.locale),
        ),
    });

    let mut pages = Vec::new();
    for leaf in leaves {
        let is_framed = leaf.route.has_frame();
        let pasted = Pasted { edition, path: &leaf.path, title: &leaf.name };
        let head = is_framed.then(|| pasted.link(&materials.site.absolute(""))).into_iter().collect();
        let own = printed(materials, edition, interface, &leaf, Around { head, ..Around::default() }).await;
        pages.push((routes::page(locale, &leaf.path), own));
        if is_framed {
            let root = format!("{}../", up(&leaf.path));
            let around = frame_page::around(&interface.embedding.frame, materials.assets, &root).await;
            let framed = printed(materials, edition, interface, &leaf, around).await;
            pages.push((routes::frame(locale, &leaf.path), framed));
        }
    }
    pages
}

fn walk_leaf(surroundings: &Surroundings, trail: &Trail, stop: &Stop, number: u32) -> Leaf {
    let path = routes::walk(&stop.path);
    let surroundings = surroundings.at(&path);
    let case = &surroundings.edition.case;
    let QuestionText { asks, hint, .. } = case.sentences.question(stop.node.question);
    let names: Vec<&str> =
        stop.outcomes(&case.model).into_iter().map(|it| case.sentences.guarantee(it).short.as_str()).collect();
    let text = &surroundings.interface.pages.walk;
    Leaf {
        route: Route::Walk,
        name: fill(text.title, &[("asks", asks), ("n", &number.to_string())]),
        description: fill(text.description, &[("hint", hint), ("names", &names.join(", "))]),
        subject: Subject::Tool,
        data: Data::Step,
        main: step(&surroundings, trail, stop),
        path,
    }
}

/// The page as it is served. In a frame it has something around it, and in that place no way to the other pages.
async fn printed(
    materials: &Materials<'_>,
    edition: &Edition,
    interface: &Interface,
    leaf: &Leaf,
    around: Around,
) -> String {
    let locale = &edition.case.sentences.locale;
    let picture = materials.pictures.of(locale, leaf.subject);
    let image = materials.site.absolute(&picture.path);
    let told = Told { path: &leaf.path, name: &leaf.name, description: &leaf.description, image: &image };
    let titled = |site: &str| fill(edition.text.page_title, &[("page", &leaf.name), ("site", site)]);
    let sentences = &edition.case.sentences;
    let mut titles = [&sentences.title, &sentences.short_title].map(|it| titled(it)).into_iter();
    let title = titles.find(|it| it.chars().count() <= LONGEST_TITLE).unwrap_or_else(|| leaf.name.clone());
    let about = head::About {
        address: Address::Leaf { locale, path: &leaf.path },
        title: &title,
        name: &leaf.name,
        description: &leaf.description,
        site_name: &edition.case.sentences.title,
        territory: interface.pages.territory,
        picture,
        kind: match leaf.subject {
            Subject::Tool => Kind::Website,
            Subject::Guarantee(_) => Kind::Article,
        },
        data: data(&LinkedData { site: materials.site, edition }, interface, &leaf.data, told),
    };
    let root = format!("{}../", up(&leaf.path));
    let mut head = materials.assets.kit.head(Page { up: &root, locale: Some(locale) });
    head.extend(materials.site.head(&about));
    // Where a page of the walk is left, nobody shall be told which one it was.
    head.push(meta("referrer", "no-referrer"));
    head.extend(materials.loading(leaf.route, locale, &root));
    let surroundings = Surroundings { edition, interface, path: &leaf.path };
    head.extend(around.head);
    let app = rendered(surroundings.around(leaf.main.clone())).await;
    // A frame belongs to its host, and keeps nothing.
    let after = match around.after.as_str() {
        "" => materials.foot(&surroundings).await,
        after => format!("\n    {after}"),
    };
    page(materials.shell, &edition.text, &title, &head, &around.before, &app, &after)
}

fn data(linked: &LinkedData, interface: &Interface, data: &Data, told: Told) -> Value {
    let text = &interface.pages;
    match data {
        Data::Page(kind) => linked.leaf(kind, told, &[]),
        Data::Step if told.path == WALK => linked.leaf("WebPage", told, &[]),
        Data::Step => linked.leaf("WebPage", told, &[(text.links.walk, WALK)]),
        Data::Guarantees => linked.guarantees(told),
        Data::Guarantee(id) => linked.guarantee(told, (text.guarantees.title, GUARANTEES), *id),
    }
}
