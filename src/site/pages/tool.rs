//! The tool's own page, and the one for a frame in somebody else's page.

use yew::LocalServerRenderer;

use crate::{
    site::{
        html::{
            document::{self, Around, no_script, rendered, trouble, way},
            layout::Surroundings,
        },
        pages::{
            embed::{frame_page, oembed::Pasted},
            page_inputs::PageInputs,
        },
        routes::{Route, WALK},
    },
    text::fill,
    view::app::{App, AppProps},
};

/// The tool on its own page, in one language.
pub async fn page(inputs: &PageInputs<'_>, surroundings: &Surroundings<'_>) -> String {
    let head = vec![Pasted::tool(surroundings.edition).link(&inputs.site.absolute(""))];
    let around = Around { head, after: rendered(surroundings.links()).await, ..Around::default() };
    tool(inputs, surroundings, &around).await
}

/// The tool for a frame in somebody else's page, in one language.
pub async fn framed(inputs: &PageInputs<'_>, surroundings: &Surroundings<'_>) -> String {
    let text = &surroundings.interface.embed.frame;
    tool(inputs, surroundings, &frame_page::around(text, inputs.assets, "../").await).await
}

/// The tool in one language.
async fn tool(inputs: &PageInputs<'_>, surroundings: &Surroundings<'_>, around: &Around) -> String {
    let Surroundings { edition, interface, .. } = surroundings;
    let assets = inputs.assets;
    let sentences = &edition.case.sentences;
    // As the browser has it, so that nothing is prerendered that the browser would not show.
    let props = AppProps::prerendered(edition.first_load().lasting());
    let app = LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await;
    let up = |path: &str| format!("../{path}");
    let bundle = up(&assets.editions[&sentences.locale]);
    let first = &sentences.questions[0].asks;
    let title = fill(edition.text.page_title, &[("page", first), ("site", &sentences.title)]);
    let mut head = inputs.head(surroundings, &title, (&sentences.title, &sentences.description));
    // All that the first answer needs is fetched at once, not one after the other.
    head.extend(inputs.loading(Route::Tool, &sentences.locale, "../"));
    head.extend(around.head.iter().cloned());
    let links = &interface.pages.links;
    let instead = way(&format!("../{}/{WALK}", sentences.locale), links.instead);
    // A frame is no page that anybody saves.
    let offer = (!around.is_framed).then(|| inputs.offer(&sentences.locale)).flatten();
    let saved = offer.map(|it| way(&up(&it.name), links.saved)).unwrap_or_default();
    let notes = [
        around.before.as_str(),
        &no_script(links.no_script, &instead),
        &trouble(links.trouble, &(instead.clone() + &saved)),
    ]
    .concat();
    let outcome_data = up(&assets.outcome_data[&sentences.locale]);
    let boot = format!(
        "\n    {}\n    <script type=\"module\" id=\"boot\" src=\"{}\" data-edition=\"{bundle}\" data-outcome-data=\"{outcome_data}\" data-later=\"{}\" data-style=\"{}\" data-offline=\"{}\"></script>",
        around.after,
        up(&assets.boot),
        up(&assets.chunk),
        up(&assets.style),
        up(&assets.pwa.offline[&sentences.locale]),
    );
    document::page(inputs.shell, &edition.text, &title, &head, &notes, &app, &boot)
}
