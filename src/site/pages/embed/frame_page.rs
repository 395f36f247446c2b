//! The page for frames: the tool's own page with a script and a sheet for life inside another page, a way out to the
//! full tool, and a word on what the page around learns. It costs readers of the tool's page nothing.

use yew::{LocalServerRenderer, prelude::*};

use crate::{
    site::{
        build::assets::Assets,
        html::{document::Around, head::stylesheet},
    },
    text::embed::FrameText,
};

/// The additions to a framed page: head, note above, link below. `root` is the way to the folder of the whole site.
pub async fn around(text: &FrameText, assets: &Assets, root: &str) -> Around {
    let head = vec![
        // The same content is on the tool's own page, and that is the one to be found.
        "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        stylesheet(&format!("{root}{}", assets.frame.style)),
        // No module and not deferred: the first paint has to have the colours that the page around wants.
        format!("<script src=\"{root}{}\"></script>", assets.frame.script),
    ];
    let part = |part: Part| LocalServerRenderer::<Furniture>::with_props(FurnitureProps { text: *text, part });
    Around {
        head,
        is_framed: true,
        before: part(Part::Note).hydratable(false).render().await,
        after: part(Part::Foot).hydratable(false).render().await,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Note,
    Foot,
}

#[derive(Clone, PartialEq, Properties)]
struct FurnitureProps {
    text: FrameText,
    part: Part,
}

#[component]
fn Furniture(FurnitureProps { text, part }: &FurnitureProps) -> Html {
    match part {
        Part::Note => html! {
            <aside class="frame__told" data-told="true" hidden=true aria-label={text.note}><p>{ text.told }</p></aside>
        },
        Part::Foot => html! {
            <aside class="frame__foot" aria-label={text.frame}>
                <p>
                    <a class="button button--second" data-full="true" href="./" target="_blank" rel="noopener">
                        { text.full_tool }
                    </a>
                </p>
                <p class="frame__private">{ text.private }</p>
                <p class="frame__closed" role="status" data-closed={text.closed} data-unsaved={text.unsaved}></p>
            </aside>
        },
    }
}
