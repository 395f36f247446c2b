//! The page for a group.

use yew::LocalServerRenderer;

use crate::{
    site::{
        html::{
            document::{self, no_script, rendered, trouble, way},
            layout::Surroundings,
        },
        pages::page_inputs::PageInputs,
        routes::{Route, WALK},
    },
    text::fill,
    view::group::{GroupPage, GroupPageProps},
};

/// The page for a group, in one language.
pub async fn page(inputs: &PageInputs<'_>, surroundings: &Surroundings<'_>) -> String {
    let Surroundings { edition, interface, .. } = surroundings;
    let (assets, text) = (inputs.assets, &interface.group);
    let sentences = &edition.case.sentences;
    let locale = &sentences.locale;
    let props = GroupPageProps::prerendered(edition.first_load().lasting(), *text);
    let app = LocalServerRenderer::<GroupPage>::with_props(props).hydratable(false).render().await;
    let up = |path: &str| format!("../../{path}");
    let title = fill(edition.text.page_title, &[("page", text.title), ("site", &sentences.title)]);
    let mut head = inputs.head(surroundings, &title, (text.title, text.lead));
    head.extend(inputs.loading(Route::Group, locale, "../../"));
    let (bundle, own) = (up(&assets.editions[locale]), up(&assets.group_texts[locale]));
    let boot = format!(
        "<script type=\"module\" id=\"boot\" src=\"{}\" data-edition=\"{bundle}\" data-group=\"{own}\" data-offline=\"{}\"></script>",
        up(&assets.boot),
        up(&assets.pwa.offline[locale]),
    );
    let data = format!("\n    {}\n    {boot}", rendered(surroundings.links()).await);
    let links = &interface.pages.links;
    let instead = way(&up(&format!("{locale}/{WALK}")), links.instead);
    let saved = inputs.offer(locale).map(|it| way(&up(&it.name), links.saved)).unwrap_or_default();
    let notes = no_script(text.no_script, &instead) + &trouble(text.trouble, &(instead.clone() + &saved));
    document::page(inputs.shell, &surroundings.edition.text, &title, &head, &notes, &app, &data)
}
