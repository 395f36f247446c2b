//! The publisher: who answers for the site, and where readers find it. All of it stands in `publisher.toml`.

use toml::Spanned;

use crate::case::{
    dates::Date,
    load::{
        problem::{CaseFile, Place, Problem},
        schema::Placed,
        toml_file::Document,
    },
};

/// The content of `publisher.toml`. A case without this file has the example's address and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// URL of the folder that holds the whole site, with a slash at its end.
    pub address: String,
    pub name: Option<String>,
    pub contact: Option<Contact>,
    /// URL.
    pub imprint: Option<String>,
    /// The last day for which the contact is promised to those who report weaknesses.
    pub security_until: Option<Date>,
}

/// The contact for readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address.
    Mail(String),
    /// URL of a page.
    Page(String),
}

/// Stands in until the publisher names another; nobody can register it.
const EXAMPLE: &str = "https://which-guarantee.example/";
const FILE: &str = "publisher.toml";

impl Publisher {
    /// Whether nobody has said yet where the site is.
    pub fn is_example(&self) -> bool {
        self.address == EXAMPLE
    }

    /// The name of its host, with the port where it has one.
    pub fn host(&self) -> &str {
        let rest = self.address.split_once("://").map_or(self.address.as_str(), |it| it.1);
        rest.split('/').next().unwrap_or(rest)
    }

    /// The path of the site on its host: `/`, or a folder such as `/tools/guarantee/`.
    pub fn folder(&self) -> &str {
        let host = self.address.split_once("://").map_or(self.address.as_str(), |it| it.1);
        host.find('/').map_or("/", |it| &host[it..])
    }
}

impl Default for Publisher {
    fn default() -> Self {
        Self { address: EXAMPLE.to_owned(), name: None, contact: None, imprint: None, security_until: None }
    }
}

/// Reads the settings; what can't be read stays as in the example and becomes a problem.
pub fn read(files: &[CaseFile], problems: &mut Vec<Problem>) -> Publisher {
    if !files.iter().any(|it| it.name == FILE) {
        return Publisher::default();
    }
    let Some(mut document) = Document::open(files, FILE, problems) else { return Publisher::default() };
    let address = document.string("address", EXAMPLE);
    // A case from before there was this setting goes on.
    let has_until = document.has("security_until");
    let mut optional = |key, example| document.string(key, example).filter(|it| !it.get_ref().trim().is_empty());
    let name = optional("name", "The Daily Example");
    let contact = optional("contact", "editors@example.org");
    let imprint = optional("imprint", "https://example.org/imprint");
    let security_until = if has_until { optional("security_until", "2027-06-30") } else { None };
    document.nothing_else();
    problems.append(&mut document.problems);

    let mut check = Check { problems };
    let mut publisher = Publisher {
        address: address.and_then(|it| check.address(&it)).unwrap_or_else(|| EXAMPLE.to_owned()),
        name: name.map(Spanned::into_inner),
        contact: contact.and_then(|it| check.contact(&it)),
        imprint: imprint.filter(|it| check.page(it, "imprint")).map(Spanned::into_inner),
        security_until: None,
    };
    publisher.security_until = security_until.and_then(|it| check.security_until(&it, &publisher));
    publisher
}

struct Check<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Check<'_> {
    fn address(&mut self, it: &Placed) -> Option<String> {
        let address = it.get_ref();
        if !is_web_address(address) || address.contains(['?', '#']) {
            self.problem(
                it,
                format!("`{address}` is not the address of a folder on the web."),
                format!("Write where readers find the site, as in address = \"{EXAMPLE}\"."),
            );
            return None;
        }
        Some(format!("{}/", address.trim_end_matches('/')))
    }

    fn contact(&mut self, it: &Placed) -> Option<Contact> {
        let contact = it.get_ref();
        if is_web_address(contact) {
            return Some(Contact::Page(contact.clone()));
        }
        if is_mail_address(contact) {
            return Some(Contact::Mail(contact.clone()));
        }
        self.problem(
            it,
            format!("`{contact}` is neither an e-mail address nor the address of a page."),
            "Write one of the two, as in contact = \"editors@example.org\", or leave it empty: contact = \"\"."
                .to_owned(),
        );
        None
    }

    /// RFC 9116: the file names a contact by `mailto:` or `https:` and a day, and counts only at the root of a host.
    fn security_until(&mut self, it: &Placed, publisher: &Publisher) -> Option<Date> {
        let text = it.get_ref();
        let date = Date::read(text);
        let reachable = match &publisher.contact {
            Some(Contact::Mail(_)) => true,
            Some(Contact::Page(address)) => address.starts_with("https://"),
            None => false,
        };
        let (says, remedy) = if !matches!(date, Some(Date::Day(..))) {
            (format!("`{text}` is not a day."), "Write year, month and day, as in security_until = \"2027-06-30\".")
        } else if !reachable {
            (
                "There is a day for security.txt, but no e-mail address and no https page to write to.".to_owned(),
                "Fill in contact above, or leave this empty: security_until = \"\".",
            )
        } else if publisher.folder() != "/" {
            (
                format!(
                    "security.txt counts only at the root of a host, and the site stands in {}.",
                    publisher.folder()
                ),
                "Leave this empty, security_until = \"\", and ask whoever runs the host to name your contact there.",
            )
        } else {
            return date;
        };
        self.problem(it, says, remedy.to_owned());
        None
    }

    fn page(&mut self, it: &Placed, key: &str) -> bool {
        let is_page = is_web_address(it.get_ref());
        if !is_page {
            self.problem(
                it,
                format!("`{}` is not the address of a page.", it.get_ref()),
                format!("Begin it with https://, or leave it empty: {key} = \"\"."),
            );
        }
        is_page
    }

    fn problem(&mut self, at: &Placed, says: String, remedy: String) {
        self.problems.push(Problem { place: Place { file: FILE.to_owned(), span: at.span() }, says, remedy });
    }
}

/// `http` or `https`, a host, and nothing that would need escaping.
fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let plain = |it: char| it.is_ascii_graphic() && !matches!(it, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    rest.is_some_and(|it| it.starts_with(|first: char| first.is_ascii_alphanumeric()) && it.chars().all(plain))
}

fn is_mail_address(address: &str) -> bool {
    let plain = |it: &str| !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || "._%+-".contains(it));
    address.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
}
