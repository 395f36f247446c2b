//! Permalinks: what comes in, what goes out, and what is broken.

use serde_json::json;
use which_guarantee::case::permalink;

use crate::{Told, engine::Engine, reader::Reader, walk::Walk};

pub async fn a_link_leads_to_the_outcome_of_its_answers(reader: &Reader, engine: &Engine) -> Told {
    let links = [
        "war=ongoing",
        "#war=armistice&us=troops&backing=broad",
        "backing=broad&us=troops&war=armistice",
        "v=1&war=peace&land=ceded&nato=full",
        "nato=full&pledge=law&land=claimed&war=armistice",
        "supply=high&society=full",
        "war=armistice&us=troops&backing=g7&readings=J1",
        "war=victory&land=all&readings=J3,J7",
        "readings=J5",
    ];
    for (link, locale) in links.into_iter().zip(["en", "uk"].into_iter().cycle()) {
        let (chosen, _) = engine.linked(link);
        reader.open(&format!("/{locale}/#{}", link.trim_start_matches('#'))).await?;
        let page = reader.shows(&engine.shown(&chosen), &format!("the link {link}")).await?;
        assert_eq!(page.place, "outcome", "the link {link}");
        assert_eq!(page.notice, None, "the link {link}");
    }
    Ok(())
}

pub async fn the_address_is_a_link_to_what_is_shown(reader: &Reader, engine: &Engine) -> Told {
    let mut walk = Walk::start(reader, engine, "uk").await?;
    let page = walk.answers(&[("war", "peace"), ("land", "claimed"), ("nato", "no"), ("us", "treaty")]).await?;
    assert_eq!(page.fragment, "war=peace&land=claimed&nato=no&us=treaty", "in question order, open answers left out");
    let world = engine.worlds_by_outcome()[4].1[0];
    let outcome = walk.through(world).await?;
    let answers = walk.chosen.choices.listed(&engine.table.rules);
    assert_eq!(outcome.fragment, permalink::format(engine.model(), &answers, &[]));
    let again = reader.open(&format!("/uk/#{}", outcome.fragment)).await?;
    assert_eq!(again.shown(), outcome.shown());
    assert_eq!((again.place, again.heading), (outcome.place, outcome.heading));
    Ok(())
}

pub async fn a_link_edited_in_the_address_bar_is_followed(reader: &Reader, engine: &Engine) -> Told {
    reader.open("/en/").await?;
    // Until a page has loaded, a new fragment makes no entry in the history.
    reader.until_true("the page loaded", "return document.readyState === 'complete'").await?;
    for link in ["war=armistice&us=treaty", "war=dictated", "war=dictated&supply=high&readings=J8"] {
        reader.script("location.hash = arguments[0]", vec![json!(link)]).await?;
        let shown = engine.shown(&engine.linked(link).0);
        let page = reader.shows(&shown, link).await?;
        assert_eq!((page.place.as_str(), page.notice), ("outcome", None));
    }
    reader.goes_back("outcome").await?;
    let before = engine.shown(&engine.linked("war=dictated").0);
    reader.shows(&before, "the link before").await?;
    Ok(())
}

/// A broken link, what is left of it once it is mended, how many parts are dropped, how many answers overruled.
type Broken = (&'static str, &'static str, u32, usize);

/// So many links are tried in a page.
const TYPED: usize = 6;

const BROKEN: [Broken; 34] = [
    ("nonsense", "", 1, 0),
    ("=", "", 1, 0),
    ("#=&&=", "", 2, 0),
    ("&&&&", "", 0, 0),
    ("war", "", 1, 0),
    ("war=", "", 1, 0),
    ("=armistice", "", 1, 0),
    ("war=armistice=peace", "", 1, 0),
    ("war=Armistice", "", 1, 0),
    ("WAR=armistice&us=troops", "us=troops", 1, 0),
    ("war=armistice&us=maybe", "war=armistice", 1, 0),
    ("war=armistice&weather=rain", "war=armistice", 1, 0),
    ("war=armistice&war=peace", "war=armistice", 1, 0),
    ("war=armistice&war=armistice", "war=armistice", 1, 0),
    ("war=rain&war=peace", "war=peace", 1, 0),
    ("war=troops&us=armistice", "", 2, 0),
    ("war=unsure", "", 1, 0),
    ("war=armistice,peace", "", 1, 0),
    ("war=%", "", 1, 0),
    ("war=%zz&us=%E0%A4%A&nato=full", "nato=full", 2, 0),
    ("war%3Darmistice", "", 1, 0),
    ("war=%00&%00=war", "", 2, 0),
    ("war=<script>document.title='x'</script>&us=troops", "us=troops", 1, 0),
    ("\"><img src=x onerror=alert(1)>", "", 1, 0),
    ("war=мир&земля=уся", "", 2, 0),
    ("readings=J9", "", 1, 0),
    ("readings=", "", 1, 0),
    ("readings=J1,J99,j2", "readings=J1", 2, 0),
    ("v=2&war=peace", "war=peace", 1, 0),
    ("at=nowhere&unsure=nothing", "", 2, 0),
    ("constructor=prototype&__proto__=x", "", 2, 0),
    ("war=armistice&land=all", "war=victory&land=all", 0, 1),
    ("war=victory&land=ceded", "war=peace&land=ceded", 0, 1),
    ("war=armistice&land=ceded&rain=1", "war=peace&land=ceded", 1, 1),
];

pub async fn a_broken_link_is_mended_with_a_note(reader: &Reader, engine: &Engine) -> Told {
    // Most are typed over one another; every page that is opened takes a second in three browsers.
    for (index, broken) in BROKEN.into_iter().enumerate() {
        let locale = ["en", "uk"][index / TYPED % 2];
        if index.is_multiple_of(TYPED) {
            open(reader, locale, broken.0).await?;
        } else {
            // Over one that is whole, so that what is seen is this one's.
            for link in ["supply=high", broken.0] {
                reader.script("location.hash = arguments[0]", vec![json!(link)]).await?;
                let shown = engine.shown(&engine.linked(if link == broken.0 { broken.1 } else { link }).0);
                reader.shows(&shown, link).await?;
            }
        }
        is_mended(reader, engine, locale, broken).await?;
    }
    let long = format!("war={}&us=troops", "x".repeat(20_000));
    open(reader, "en", &long).await?;
    is_mended(reader, engine, "en", (&long, "us=troops", 1, 0)).await?;
    let many = format!("{}war=peace", "a=b&".repeat(200));
    open(reader, "uk", &many).await?;
    is_mended(reader, engine, "uk", (&many, "war=peace", 200, 0)).await?;
    // The page is alive after all that: the note closes, and answers count.
    reader.click("[data-notice=link] button").await?;
    reader.sees("no note", |it| it.notice.is_none()).await?;
    reader.click("#answers [data-question=land] button").await?;
    reader.click("label[for=land-all]").await?;
    reader.shows(&engine.shown(&engine.linked("war=peace&land=all").0), "the answer").await?;
    Ok(())
}

async fn open(reader: &Reader, locale: &str, link: &str) -> Told {
    reader.open(&format!("/{locale}/#{}", link.trim_start_matches('#'))).await?;
    Ok(())
}

async fn is_mended(
    reader: &Reader,
    engine: &Engine,
    locale: &str,
    (link, left, dropped, overruled): (&str, &str, u32, usize),
) -> Told {
    let start: String = link.chars().take(60).collect();
    let shown = engine.shown(&engine.linked(left).0);
    let page = reader.shows(&shown, &format!("the broken link {start}")).await?;
    assert_eq!(shown.fragment, left, "what is left of {start}");
    assert_eq!(page.place, if left.is_empty() { "war" } else { "outcome" }, "the broken link {start}");
    let text = engine.text(locale);
    let says = (dropped > 0).then(|| text.count(text.dropped, dropped));
    match page.notice {
        None => assert_eq!((dropped, overruled), (0, 0), "the broken link {start} has no note"),
        Some(note) => {
            assert_eq!(note.len(), overruled + usize::from(dropped > 0), "{start} has the note {note:?}");
            assert!(says.is_none_or(|it| it == note[0]), "{start} has the note {note:?}");
        }
    }
    Ok(())
}
