//! The sentences of the pages that need no script: the walk, the guarantees, what stands about the site, and what
//! search engines and social networks are told. They are prerendered alone and travel to no browser as data.

use crate::text::message::Plural;

/// The pages without script in one language. `{n}`, `{name}` … stand for what `fill` puts in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PagesText {
    /// The language with the territory whose spelling it has, as Open Graph wants it.
    pub territory: &'static str,
    pub links: LinksText,
    pub walk: WalkText,
    pub guarantee: GuaranteePageText,
    pub guarantees: GuaranteesText,
    pub about: AboutText,
    pub missing: MissingText,
    pub front: FrontText,
    pub card: CardText,
}

/// From every page to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinksText {
    pub name: &'static str,
    pub tool: &'static str,
    pub walk: &'static str,
    pub guarantees: &'static str,
    pub method: &'static str,
    pub about: &'static str,
    pub article: &'static str,
    /// Shown if the script of the tool fails.
    pub trouble: &'static str,
    pub no_script: &'static str,
    /// The way to go on in both cases.
    pub instead: &'static str,
    /// The way from a copy that somebody has saved.
    pub saved: &'static str,
}

/// The questions as linked pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkText {
    /// `{asks}`, `{n}`
    pub title: &'static str,
    /// `{hint}`, `{names}`
    pub description: &'static str,
    /// Below the first question.
    pub note: &'static str,
    /// One sentence of it, below every other question.
    pub reminder: &'static str,
    /// `{answer}`
    pub unsure: &'static str,
    /// Over the table of the outcomes that each answer leaves possible.
    pub leads: &'static str,
    /// Said in the place of how many more there are.
    pub last: &'static str,
    pub back: &'static str,
    /// `{answer}`, `{before}`
    pub back_after: &'static str,
    pub possible: &'static str,
    pub tool: &'static str,
    pub tool_lead: &'static str,
}

/// One guarantee.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GuaranteePageText {
    pub kicker: &'static str,
    /// Kicker of an option that is not the article's.
    pub kicker_ours: &'static str,
    pub never_step: &'static str,
    pub never: &'static str,
    pub arrival: &'static str,
    pub arrival_says: &'static str,
    pub arrival_tool: &'static str,
    pub needs: &'static str,
    pub needs_lead: &'static str,
    pub needs_nothing: &'static str,
    /// `{list}`
    pub decided_by: &'static str,
    pub beyond: &'static str,
    pub beyond_says: &'static str,
    /// `{list}`
    pub flag_when: &'static str,
    pub readings: &'static str,
    pub readings_lead: &'static str,
}

/// The list of all guarantees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GuaranteesText {
    pub title: &'static str,
    pub lead: &'static str,
    pub description: &'static str,
    pub never: &'static str,
    /// Above the sentence of the case that says so.
    pub not_discussed: &'static str,
}

/// The page about the site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AboutText {
    pub title: &'static str,
    pub description: &'static str,
    pub article: &'static str,
    /// `{title}`, `{authors}`, `{publisher}`, `{published}`
    pub article_says: &'static str,
    pub article_reply: &'static str,
    pub contact: &'static str,
    /// `{name}`
    pub published_by: &'static str,
    pub unnamed: &'static str,
    pub contact_says: &'static str,
    pub no_contact: &'static str,
    /// Under the title of the tool, as a link to the contact.
    pub unread: &'static str,
    pub unread_says: &'static str,
    /// `{by}`, `{date}`
    pub reviewed: &'static str,
    pub imprint: &'static str,
    pub privacy: &'static str,
    pub privacy_says: &'static [&'static str],
    pub accessibility: &'static str,
    pub accessibility_aim: &'static str,
    pub tested: &'static str,
    pub tested_says: &'static [&'static str],
    pub wanting: &'static str,
    pub wanting_says: &'static [&'static str],
    pub accessibility_contact: &'static str,
    pub licence: &'static str,
    pub licence_says: &'static [&'static str],
    pub elsewhere: &'static str,
}

/// The page at the root, for those who have not chosen a language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontText {
    /// On the button. `{n}`: how many questions there are at most
    pub start: Plural,
    /// Below the button.
    pub terms: &'static str,
    /// Over the example. `{name}`
    pub example: &'static str,
    /// Below the example's boxes, one for each answer.
    pub boxes: &'static str,
    pub open: &'static str,
    pub article: &'static str,
    pub combinations: &'static str,
    /// `{worlds}`
    pub combinations_says: &'static str,
    pub strength: &'static str,
}

/// The page for an address at which nothing is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MissingText {
    pub title: &'static str,
    pub says: &'static str,
    /// A hint for addresses whose `#` was lost, shown when no script can repair them.
    pub hash: &'static str,
}

/// The pictures that social networks show beside a link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardText {
    /// Above the name of the tool; `{published}`
    pub tool: &'static str,
    /// Below the scale on the tool's picture.
    pub scale: Plural,
    /// `{name}`
    pub alt: &'static str,
    /// `{name}`
    pub alt_tool: &'static str,
}
