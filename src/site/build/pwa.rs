//! What lets a reader keep the site: an entry in the device's list of apps, with name, icon and colours, and the script
//! that comes last of all and keeps the site for use offline. Each page's head leads there.

use std::{collections::BTreeMap, path::Path};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    site::{
        build::{
            icon::{self, Icon},
            scripts::{self, Kind, source},
            styles,
        },
        failure::Failure,
        files::{SiteFile, file_name},
        routes::{GROUP, MANIFEST, METHOD},
    },
    text::{self, Interface},
    view::edition::from_case::WholeEdition,
};

/// The work of the site's service worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// It keeps the site on the reader's device.
    Keeps,
    /// It removes itself and what one before it has kept.
    RemovesItself,
}

impl Worker {
    /// The script that pages load for it, below `src/js/`.
    pub fn offline(self) -> &'static str {
        match self {
            Self::Keeps => "offline/offline.js",
            Self::RemovesItself => "offline/kill_switch/offline.js",
        }
    }
}

/// What makes the site an app on the device: paths below `dist/`, and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PwaAssets {
    /// By locale: the script that keeps the site for use offline.
    pub offline: BTreeMap<String, String>,
    /// The same for the page on which a language is chosen.
    pub offline_anywhere: String,
    /// The style sheet that these scripts load.
    pub style: String,
    /// The icons as PNG.
    pub icons: Vec<(Icon, String)>,
    /// The icon as SVG.
    pub drawing: String,
    /// The colour of the ground, by day and by night.
    pub ground: [String; 2],
}

/// A page, as far as its head and foot depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page<'a> {
    /// From the page to the root of the site.
    pub up: &'a str,
    /// None where a language is still to be chosen.
    pub locale: Option<&'a str>,
}

/// Makes them; `add` puts a file among the assets and gives its path.
///
/// # Errors
/// A script or the tokens can't be read.
pub fn assets(
    root: &Path,
    editions: &[&WholeEdition],
    worker: Worker,
    mut add: impl FnMut(&str, &str, Vec<u8>) -> String,
) -> Result<PwaAssets, Failure> {
    let script = [source(root, "page/trailing_slash.js")?, source(root, worker.offline())?].join("\n");
    let says = |interface: &Interface| {
        let locale = interface.text.locale;
        let rules = editions.iter().find(|it| it.text.locale == locale).map(|it| &it.case.model.version);
        json!({
            "language": locale,
            "rules": rules,
            "ready": interface.offline.ready,
            "update": interface.offline.update,
            "keeps": interface.offline.keeps,
            "changed": interface.offline.changed,
            "take": interface.offline.take,
            "later": interface.offline.later,
            "close": interface.offline.close,
        })
    };
    // In the order of the site, whose first language is for those who ask for none of these.
    let spoken: Vec<(&str, Value)> =
        editions.iter().filter_map(|it| Some((it.text.locale, says(&text::interface(it.text.locale)?)))).collect();
    let style = add("offline", "css", styles::alone(root, "blocks/offline.css")?.into_bytes());
    let mut speaking = |name: &str, languages: Vec<&Value>| {
        let looks = json!(file_name(&style));
        let whole = format!("const LANGUAGES = {};\nconst LOOKS = {looks};\n{script}", json!(languages));
        let bytes = scripts::small(&whole, worker.offline(), Kind::Module)?.into_bytes();
        Ok(add(name, "js", bytes))
    };
    let mut offline = BTreeMap::new();
    for (locale, says) in &spoken {
        offline.insert((*locale).to_owned(), speaking(&format!("offline-{locale}"), vec![says])?);
    }
    let offline_anywhere = speaking("offline", spoken.iter().map(|it| &it.1).collect())?;
    let icons = Icon::ALL.map(|it| (it, add(it.name(), "png", it.png())));
    let drawing = add("icon", "svg", icon::svg().into_bytes());
    Ok(PwaAssets {
        offline,
        offline_anywhere,
        style,
        icons: icons.into(),
        drawing,
        ground: styles::token(root, "ground")?,
    })
}

impl PwaAssets {
    /// The lines of a page's head.
    pub fn head(&self, page: Page) -> Vec<String> {
        let Page { up, locale } = page;
        let manifest = locale.map_or_else(|| MANIFEST.to_owned(), |it| format!("{it}/{MANIFEST}"));
        let mut lines = vec![format!("<link rel=\"manifest\" href=\"{up}{manifest}\">")];
        for (colour, scheme) in self.ground.iter().zip(["light", "dark"]) {
            lines.push(format!(
                "<meta name=\"theme-color\" content=\"{colour}\" media=\"(prefers-color-scheme: {scheme})\">"
            ));
        }
        lines.push(format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{up}{}\">", self.drawing));
        for path in self.touch_icons() {
            lines.push(format!("<link rel=\"apple-touch-icon\" href=\"{up}{path}\">"));
        }
        lines
    }

    /// The end of a page that has no script of its own to load the one that keeps the site.
    pub fn keeper(&self, page: Page) -> String {
        format!("<script type=\"module\" src=\"{}{}\"></script>", page.up, self.keeper_script(page.locale))
    }

    /// The script that keeps the site for use offline, on a page in this language.
    pub fn keeper_script(&self, locale: Option<&str>) -> &str {
        locale.and_then(|it| self.offline.get(it)).unwrap_or(&self.offline_anywhere)
    }

    /// The icons that a page's head names.
    pub fn page_icons(&self) -> impl Iterator<Item = &str> {
        [self.drawing.as_str()].into_iter().chain(self.touch_icons())
    }

    /// The icons that the manifests name.
    pub fn manifest_icons(&self) -> impl Iterator<Item = &str> {
        self.app_icons().map(|it| it.1.as_str()).chain([self.drawing.as_str()])
    }

    fn touch_icons(&self) -> impl Iterator<Item = &str> {
        self.icons.iter().filter(|it| it.0 == Icon::Touch).map(|it| it.1.as_str())
    }

    fn app_icons(&self) -> impl Iterator<Item = &(Icon, String)> {
        self.icons.iter().filter(|it| it.0 != Icon::Touch)
    }

    /// One manifest a language, so that the app has its name in the reader's; and one for those who have chosen none.
    pub fn manifests(&self, editions: &[&WholeEdition]) -> Vec<SiteFile> {
        let first = editions.first().map(|it| self.manifest(it, None, "", &format!("{}/", it.text.locale)));
        let each = editions.iter().map(|it| self.manifest(it, text::interface(it.text.locale).as_ref(), "../", "./"));
        first.into_iter().chain(each).collect()
    }

    fn manifest(&self, edition: &WholeEdition, interface: Option<&Interface>, up: &str, start: &str) -> SiteFile {
        let sentences = &edition.case.sentences;
        let icon = |(icon, path): &(Icon, String)| {
            let size = icon.size();
            let (sizes, src) = (format!("{size}x{size}"), format!("{up}{path}"));
            json!({ "src": src, "type": "image/png", "sizes": sizes, "purpose": icon.purpose() })
        };
        let mut icons: Vec<Value> = self.app_icons().map(icon).collect();
        let drawing = format!("{up}{}", self.drawing);
        icons.push(json!({ "src": drawing, "type": "image/svg+xml", "sizes": "any", "purpose": "any" }));
        let shortcut = |(name, url): (&str, &str)| json!({ "name": name, "url": url });
        let shortcuts = interface.map(|it| [(it.pages.links.method, METHOD), (it.text.group_link, GROUP)]);
        let manifest = json!({
            "name": sentences.title,
            "short_name": sentences.short_title,
            "description": sentences.description,
            "lang": sentences.locale,
            "dir": edition.text.direction,
            "start_url": start,
            "scope": if up.is_empty() { "./" } else { up },
            "display": "standalone",
            "background_color": self.ground[0],
            "theme_color": self.ground[0],
            "icons": icons,
            "shortcuts": shortcuts.into_iter().flatten().map(shortcut).collect::<Vec<_>>(),
        });
        let folder = interface.map(|it| format!("{}/", it.text.locale)).unwrap_or_default();
        SiteFile { path: format!("{folder}{MANIFEST}"), bytes: format!("{manifest:#}\n").into_bytes() }
    }
}
