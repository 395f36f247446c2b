//! Mistakes in what the publisher sets.

use which_guarantee::{
    case::{
        dates::Date,
        load::publisher::{Contact, Publisher},
    },
    site::{commands::check, html::head::Site},
};

use crate::check::{Damage, Expected, check_alone, check_among, damaged, wrote};

#[test]
fn a_site_without_an_address_is_found() {
    check_alone(
        wrote("publisher.toml", r#"address = "https://which-guarantee.example/""#, r#"address = "which-guarantee""#),
        Expected {
            file: "publisher.toml",
            line: r#"address = "which-guarantee""#,
            says: "`which-guarantee` is not the address of a folder on the web.",
            remedy: r#"address = "https://which-guarantee.example/""#,
        },
    );
}

#[test]
fn a_contact_that_nobody_can_write_to_is_found() {
    check_alone(
        wrote("publisher.toml", r#"contact = """#, r#"contact = "the editors""#),
        Expected {
            file: "publisher.toml",
            line: r#"contact = "the editors""#,
            says: "`the editors` is neither an e-mail address nor the address of a page.",
            remedy: r#"leave it empty: contact = """#,
        },
    );
}

#[test]
fn an_address_of_which_one_part_is_wrong_is_none() {
    let mails = ["@a.example", "a@", "a b@a.example", "a@a b.example", "a@example", "a.example", "a@a@a.example"];
    let pages = ["https://", "https:///a", "https://a b", "ftp://a.example", "https://a.example/<"];
    for contact in mails.iter().chain(&pages) {
        let now: &str = format!("contact = \"{contact}\"").leak();
        let problems = check_among(&[wrote("publisher.toml", r#"contact = """#, now)], &[]);
        assert!(problems[0].says.contains("is neither an e-mail address nor"), "{contact}: {problems:?}");
    }
}

#[test]
fn an_imprint_that_is_no_page_is_found() {
    check_alone(
        wrote("publisher.toml", r#"imprint = """#, r#"imprint = "javascript:alert(1)""#),
        Expected {
            file: "publisher.toml",
            line: r#"imprint = "javascript:alert(1)""#,
            says: "`javascript:alert(1)` is not the address of a page.",
            remedy: r#"leave it empty: imprint = """#,
        },
    );
}

#[test]
fn a_promise_to_those_who_report_weaknesses_needs_a_day_a_contact_and_the_root_of_a_host() {
    let until = |day: &'static str| wrote("publisher.toml", r#"security_until = """#, day);
    let contact = |contact: &'static str| wrote("publisher.toml", r#"contact = """#, contact);
    let expected = |line, says, remedy| Expected { file: "publisher.toml", line, says, remedy };
    let day = r#"security_until = "2027-06-30""#;
    check_alone(until(day), expected(day, "no e-mail address and no https page", "Fill in contact above"));
    let mail = r#"contact = "editors@example.org""#;
    let month = r#"security_until = "2027-06""#;
    check_among(
        &[until(month), contact(mail)],
        &[expected(month, "`2027-06` is not a day.", r#"security_until = "2027-06-30""#)],
    );
    let page = r#"contact = "http://example.org/write""#;
    check_among(&[until(day), contact(page)], &[expected(day, "no https page", "Fill in contact")]);
    let folder = wrote("publisher.toml", "https://which-guarantee.example/", "https://example.org/tools/");
    check_among(
        &[until(day), contact(mail), folder],
        &[expected(day, "the site stands in /tools/", "Leave this empty")],
    );
    let publisher = check::check(&damaged(&[until(day), contact(mail)])).expect("all three are there").publisher;
    assert_eq!(publisher.security_until, Some(Date::Day(2027, 6, 30)));
}

#[test]
fn a_misspelt_setting_of_the_publisher_is_found() {
    check_among(
        &[wrote("publisher.toml", r#"contact = """#, r#"contakt = """#)],
        &[Expected {
            file: "publisher.toml",
            line: r#"contakt = """#,
            says: "`contakt` is not a part of publisher.toml.",
            remedy: "Correct its spelling",
        }],
    );
}

#[test]
fn what_the_publisher_sets_is_taken_and_a_case_without_the_file_has_the_example() {
    let set = damaged(&[
        wrote("publisher.toml", "https://which-guarantee.example/", "https://news.example.org/tools/guarantee"),
        wrote("publisher.toml", r#"name = """#, r#"name = "The Daily Example""#),
        wrote("publisher.toml", r#"contact = """#, r#"contact = "editors@example.org""#),
    ]);
    let publisher = check::check(&set).expect("the settings are fine").publisher;
    assert_eq!(publisher.address, "https://news.example.org/tools/guarantee/");
    assert_eq!(publisher.folder(), "/tools/guarantee/");
    assert_eq!(publisher.host(), "news.example.org");
    assert_eq!(Site { publisher: &publisher, languages: &[] }.origin(), "https://news.example.org");
    assert_eq!(publisher.name.as_deref(), Some("The Daily Example"));
    assert_eq!(publisher.contact, Some(Contact::Mail("editors@example.org".to_owned())));
    assert!(!publisher.is_example());

    let without = check::check(&damaged(&[Damage::Lost { file: "publisher.toml" }])).expect("it is not needed");
    assert_eq!(without.publisher, Publisher::default());
    assert!(without.publisher.is_example());
}
