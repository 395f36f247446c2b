//! The sentences of the page on which a snippet is made, and those around the tool in a frame.
//! Both are prerendered alone, so they never travel to the browser's edition.

/// One language. `{name}` … stand for what `fill` puts in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EmbedText {
    pub title: &'static str,
    pub lead: &'static str,
    pub back: &'static str,
    pub no_script: &'static str,
    /// Shown if the script of the page fails.
    pub trouble: &'static str,
    pub form: FormText,
    pub preview: PreviewText,
    pub code: CodeText,
    pub help: HelpText,
    pub frame: FrameText,
}

/// The choices of the form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FormText {
    pub title: &'static str,
    pub language: &'static str,
    pub start: &'static str,
    pub beginning: &'static str,
    pub presets: &'static str,
    pub questions: &'static str,
    pub guarantees: &'static str,
    pub fixed: &'static str,
    pub by_link: &'static str,
    pub link: &'static str,
    pub link_hint: &'static str,
    pub link_unreadable: &'static str,
    pub colours: &'static str,
    pub auto: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub accent: &'static str,
    pub accent_colour: &'static str,
    pub accent_refused: &'static str,
    pub font: &'static str,
    pub own_font: &'static str,
    pub extent: &'static str,
    pub full: &'static str,
    pub full_more: &'static str,
    pub compact: &'static str,
    pub compact_more: &'static str,
    pub more: &'static str,
    pub lazily: &'static str,
    pub lazily_more: &'static str,
    pub answers: &'static str,
    pub answers_more: &'static str,
}

/// The preview of a snippet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PreviewText {
    pub title: &'static str,
    pub width: &'static str,
    pub narrow: &'static str,
    pub column: &'static str,
    pub whole: &'static str,
    pub heard: &'static str,
    pub heard_lead: &'static str,
}

/// The three snippets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CodeText {
    pub title: &'static str,
    pub frame: &'static str,
    pub frame_says: &'static str,
    pub script: &'static str,
    pub script_says: &'static str,
    pub element: &'static str,
    pub element_says: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_refused: &'static str,
}

/// For those who look after the page around.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HelpText {
    pub title: &'static str,
    pub height: &'static str,
    pub height_says: &'static str,
    pub events: &'static str,
    pub events_says: &'static str,
    pub event: &'static str,
    pub event_when: &'static str,
    pub event_detail: &'static str,
    pub ready: &'static str,
    pub answered: &'static str,
    pub outcome: &'static str,
    pub height_event: &'static str,
    pub messages: &'static str,
    pub messages_says: &'static str,
    pub messages_hello: &'static str,
    pub messages_others: &'static str,
    pub policy: &'static str,
    pub policy_says: &'static str,
    pub sandbox_says: &'static str,
    pub privacy: &'static str,
    pub privacy_says: &'static str,
    pub oembed: &'static str,
    pub oembed_says: &'static str,
    /// After two addresses that can be pasted.
    pub oembed_fragment: &'static str,
    pub oembed_wordpress: &'static str,
    pub looks: &'static str,
    pub looks_says: &'static str,
}

/// Around the tool in a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrameText {
    /// Names what stands below the tool, and above it, for those who go from landmark to landmark.
    pub frame: &'static str,
    pub note: &'static str,
    pub full_tool: &'static str,
    pub private: &'static str,
    /// Said above everything else where the page around has asked for the answers.
    pub told: &'static str,
    /// Said at a link that a sandbox keeps from opening; its address follows.
    pub closed: &'static str,
    /// Said at a link to a file that a sandbox may keep from being saved; the full tool's address follows.
    pub unsaved: &'static str,
}
