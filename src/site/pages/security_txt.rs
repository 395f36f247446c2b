//! `.well-known/security.txt`: where to report a weakness of the site, as RFC 9116 has it.
//! The day on which it expires is the publisher's promise, not the build's clock: the same case gives the same file.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::{
    case::{dates::Date, load::publisher::Contact},
    site::{files::SiteFile, html::head::Site, routes::SECURITY_TXT},
};

/// The file, where the publisher has promised a contact until a day.
pub fn security(site: &Site) -> Option<SiteFile> {
    let contact = match site.publisher.contact.as_ref()? {
        Contact::Mail(address) => format!("mailto:{address}"),
        Contact::Page(address) => address.clone(),
    };
    let (year, month, day) = site.publisher.security_until.map(Date::last_day)?;
    let languages: Vec<&str> = site.languages.iter().map(|it| it.locale.as_str()).collect();
    let lines = [
        format!("Contact: {contact}"),
        format!("Expires: {year:04}-{month:02}-{day:02}T23:59:59Z"),
        format!("Preferred-Languages: {}", languages.join(", ")),
        format!("Canonical: {}", site.absolute(SECURITY_TXT)),
    ];
    let bytes = lines.map(|it| it + "\n").concat().into_bytes();
    Some(SiteFile { path: SECURITY_TXT.to_owned(), bytes })
}

/// Whether the promise has run out on the day of the build. It is said, and changes nothing in the file.
pub fn has_expired(until: Date, now: SystemTime) -> bool {
    const DAY: u64 = 24 * 60 * 60;
    let today = now.duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs() / DAY);
    today > days_since_1970(until.last_day())
}

/// As Howard Hinnant counts them (`days_from_civil`): years begin in March, so that the leap day comes last.
fn days_since_1970((year, month, day): (u16, u8, u8)) -> u64 {
    let year = u64::from(year).saturating_sub(u64::from(month <= 2));
    let month_from_march = (u64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + u64::from(day) - 1;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year;
    days.saturating_sub(719_468)
}
