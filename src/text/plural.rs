//! How languages count whole things, after the Unicode CLDR plural rules (release 46). Each rule is a table, so that a
//! page loads its own language's alone: for 0 to 99, then for any larger number by its last two digits, `1` for the form
//! `one`, `2` for `few` and `3` for `many`.

const NUMBERS: usize = 200;

/// One, and all others; English and German.
pub const ONE_OTHER: &str = text(&table(Counts::Alone, Counts::Never));
/// None and one, and all others; French.
pub const NONE_OR_ONE: &str = text(&FRENCH_TABLE);
/// One, two to four, and all others; Czech and Slovak.
pub const WEST_SLAVIC: &str = text(&table(Counts::Alone, Counts::Alone));
/// One, whatever ends in two to four but for 12 to 14, and all others; Polish.
pub const POLISH: &str = text(&table(Counts::Alone, Counts::AtTheEnd));
/// Whatever ends in one but for 11, in two to four but for 12 to 14, and all others; Ukrainian.
pub const EAST_SLAVIC: &str = text(&table(Counts::AtTheEnd, Counts::AtTheEnd));
/// Whatever ends in one but for 11, in two to nine but for 12 to 19, and all others; Latvian.
pub const LATVIAN: &str = text(&LATVIAN_TABLE);

const FRENCH_TABLE: [u8; NUMBERS] = {
    let mut table = table(Counts::Alone, Counts::Never);
    table[0] = b'1';
    table
};

const LATVIAN_TABLE: [u8; NUMBERS] = {
    let mut table = table(Counts::AtTheEnd, Counts::Never);
    let mut place = 0;
    while place < NUMBERS {
        if place % 10 > 1 && place / 10 % 10 != 1 {
            table[place] = b'2';
        }
        place += 1;
    }
    table
};

/// Where a digit takes a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    Never,
    /// As the whole number.
    Alone,
    /// As the last digit of any number, but not behind a one.
    AtTheEnd,
}

const fn table(one: Counts, two_to_four: Counts) -> [u8; NUMBERS] {
    let mut table = [b'3'; NUMBERS];
    let mut place = 0;
    while place < NUMBERS {
        let (form, counts) = match place % 10 {
            1 => (b'1', one),
            2..=4 => (b'2', two_to_four),
            _ => (b'3', Counts::Never),
        };
        let takes = match counts {
            Counts::Never => false,
            Counts::Alone => place < 10,
            Counts::AtTheEnd => place / 10 % 10 != 1,
        };
        if takes {
            table[place] = form;
        }
        place += 1;
    }
    table
}

const fn text(table: &'static [u8; NUMBERS]) -> &'static str {
    match str::from_utf8(table) {
        Ok(text) => text,
        Err(_) => panic!("digits are UTF-8"),
    }
}
