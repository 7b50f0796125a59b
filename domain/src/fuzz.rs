//! Whatever is typed: no parser panics, and what one has read it reads again as the same.
//!
//! Half of the inputs are made of nothing, bytes included; half are right ones that were damaged. A failure's seed is kept beside
//! the sources, and is tried first from then on.

use std::fmt::Debug;

use inputs::{anything, country, damaged, typed};
use proptest::{
    prelude::*,
    sample::select,
    test_runner::{TestCaseResult, TestRunner},
};
use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

use crate::*;

#[path = "../../backend/tests/store/figures.rs"]
mod figures;
mod inputs;

/// Tries so many inputs, and tells of it.
fn fuzz<S: Strategy>(what: &str, inputs: S, check: impl Fn(S::Value) -> TestCaseResult) {
    let cases = figures::rounds(500, 100_000);
    let mut runner = TestRunner::new(ProptestConfig { cases, ..ProptestConfig::with_source_file(file!()) });
    runner.run(&inputs, check).unwrap_or_else(|error| panic!("{what}: {error}"));
    figures::tell(&format!("fuzzing: {what}"), &format!("{cases} inputs, 0 failures"));
}

/// What was read is read again as the same: by what reads typing, and by what reads the database and the wire.
fn settled<T>(read: &T, parse: impl Fn(&str) -> Result<T, Wrong>) -> TestCaseResult
where
    T: Clone + Debug + PartialEq + Into<String> + TryFrom<String, Error = Wrong>,
{
    let text: String = read.clone().into();
    prop_assert_eq!(parse(&text), Ok(read.clone()), "typed: {:?}", text);
    prop_assert_eq!(T::try_from(text.clone()), Ok(read.clone()), "stored: {:?}", text);
    Ok(())
}

/// Characters with which a text says something else than it shows.
fn forges(c: char) -> bool {
    c.is_control()
        || "\u{61c}\u{200b}\u{200e}\u{200f}\u{2028}\u{2029}\u{feff}".contains(c)
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2060}'..='\u{2069}').contains(&c)
}

/// ASCII, or its full-width twin: nothing that only resembles it.
fn plain(c: char) -> bool {
    c.is_ascii() || ('\u{ff01}'..='\u{ff5e}').contains(&c)
}

#[test]
fn customer_ids() {
    let inputs = typed(&["xx11111-ovh", "MD10001", " js10002 ", "ｘｘ１１１１１－ｏｖｈ", "ab1", "zz123456789012-ovh"]);
    fuzz("customer IDs", inputs, |typed| {
        let suffix = Suffix::default();
        if let Ok(id) = Handle::parse(&typed, &suffix) {
            prop_assert!(typed.trim().chars().all(plain), "another alphabet: {:?}", typed);
            let digits = id.as_str().strip_suffix("-ovh").map(|stem| stem.split_at(2).1);
            prop_assert!(
                digits.is_some_and(|d| (1..=12).contains(&d.len()) && d.bytes().all(|b| b.is_ascii_digit())),
                "{}",
                id
            );
            prop_assert!(id.as_str()[..2].bytes().all(|b| b.is_ascii_lowercase()), "{}", id);
            settled(&id, |text| Handle::parse(text, &suffix))?;
        }
        if let Ok(suffix) = Suffix::parse(&typed) {
            settled(&suffix, Suffix::parse)?;
        }
        if let Ok(name) = PersonName::parse(&typed) {
            settled(&Handle::for_name(&name, typed.len() as u64, &suffix), |text| Handle::parse(text, &suffix))?;
        }
        // One wrong field of a form hides no other.
        let count = [Some(&*typed), None, Some("-")];
        let wrong = count.iter().flatten().filter(|id| Handle::parse(id, &suffix).is_err()).count();
        prop_assert_eq!(
            Wishes::parse(count[0], count[1], count[2], &suffix).map_err(|problems| problems.len()),
            Err(wrong)
        );
        Ok(())
    });
}

#[test]
fn codes() {
    let inputs = typed(&[
        "0000-1111-2222-3333-4444-5555-6666",
        "7ZK3M9QAWX4H8B2CDEFGJNPRSTVY",
        "oooo iiii llll 7777 aaaa bbbb cccc",
    ]);
    fuzz("codes", inputs, |typed| {
        if let Ok(code) = Token::parse(&typed) {
            prop_assert_eq!(code.reveal().len(), TOKEN_LENGTH);
            prop_assert!(code.reveal().bytes().all(|b| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(&b)));
            for again in [code.reveal().to_owned(), code.grouped(), code.grouped().to_lowercase()] {
                prop_assert_eq!(Token::parse(&again), Ok(code.clone()), "{}", again);
            }
            let symbols =
                typed.chars().filter(|c| plain(*c) && c.is_alphanumeric() || ('０'..='ｚ').contains(c)).count();
            prop_assert_eq!(symbols, TOKEN_LENGTH, "every symbol is one that was typed: {:?}", typed);
        }
        Ok(())
    });
}

#[test]
fn addresses_of_mail() {
    let long = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz01@abcdefghijklmnopqrstuvwxyz0123456789.example.org";
    let right: &'static [&'static str] =
        Box::leak(Box::new(["marie@example.org", " O'Brien+x@Mail.Example.ie ", "a@b.c", long]));
    fuzz("e-mail addresses", typed(right), |typed| {
        if let Ok(address) = EmailAddress::parse(&typed) {
            let text = address.as_str();
            prop_assert!(text.len() <= 254 && text.bytes().all(|b| b.is_ascii_graphic()), "{}", text);
            prop_assert!(!text.bytes().any(|b| b.is_ascii_uppercase() || b",;:<>()[]\"\\".contains(&b)), "{}", text);
            prop_assert_eq!(text.matches('@').count(), 1);
            settled(&address, EmailAddress::parse)?;
            let (local, domain) = text.split_at(text.find('@').unwrap_or_default());
            prop_assert_eq!(address.masked(), format!("{}•••{domain}", &local[..1]));
        }
        Ok(())
    });
}

#[test]
fn telephone_numbers() {
    let right = &[
        "+33 6 12 34 56 78",
        "06.12.34.56.78",
        "+33 (0)6 12 34 56 78",
        "0033612345678",
        "1 (212) 555-0100",
        "＋３９ ０６ ６９８ １２３４５",
    ];
    fuzz("telephone numbers", (typed(right), country()), |(typed, country)| {
        if let Ok(number) = PhoneNumber::parse(&typed, country) {
            let digits = number.as_str().strip_prefix('+').unwrap_or_default();
            prop_assert!((7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()), "{}", number);
            settled(&number, |text| PhoneNumber::parse(text, country))?;
            settled(&number, |text| PhoneNumber::parse(text, None))?;
        }
        Ok(())
    });
}

#[test]
fn postal_addresses() {
    let codes = &["75001", "SW1A 1AA", "00-950", "1200-205", "k1a0b1", "94103-1234", "D02 X285", "１０１１５"];
    let streets = &["12 bis, rue de l’Église\r\nBâtiment C\r\n", "a\nb\nc", "ul. Żółwia 7\u{a0}m. 3"];
    let inputs = (typed(codes), typed(streets), prop_oneof![anything(), damaged(&["FR", " gb ", "zz"])], country());
    fuzz("postal addresses", inputs, |(code, street, letters, country)| {
        if let Ok(country) = Country::parse(&letters) {
            settled(&country, Country::parse)?;
        }
        if let Ok(code) = PostalCode::parse(&code, country) {
            prop_assert!((1..=16).contains(&code.as_str().chars().count()), "{}", code);
            settled(&code, |text| PostalCode::parse(text, country))?;
        }
        if let Ok(street) = Street::parse(&street) {
            prop_assert!(
                street.as_str().lines().count() <= Street::LINES
                    && !street.as_str().chars().any(|c| c != '\n' && forges(c))
            );
            settled(&street, Street::parse)?;
        }
        Ok(())
    });
}

#[test]
fn names_lines_and_notes() {
    let right = &[
        "Zoë O’Brien-Łukasz",
        "E\u{301}va Z\u{307}ak",
        "株式会社 山田",
        "👩‍👩‍👧‍👦 नमस्ते",
        "a\r\nb\tc\n\nd",
        "=1+1",
        "</textarea><script>",
    ];
    fuzz("names, lines and notes", typed(right), |typed| {
        if let Ok(name) = PersonName::parse(&typed) {
            prop_assert!((1..=100).contains(&name.as_str().chars().count()));
            prop_assert!(!name.as_str().chars().any(forges) && is_nfc(name.as_str()), "{:?}", name);
            settled(&name, PersonName::parse)?;
        }
        if let Ok(line) = Line::parse(&typed) {
            prop_assert!(line.as_str().graphemes(true).count() <= Line::MAX);
            prop_assert!(!line.as_str().chars().any(forges) && is_nfc(line.as_str()), "{:?}", line);
            settled(&line, Line::parse)?;
        }
        if let Ok(note) = Note::parse(&typed) {
            prop_assert!(note.as_str().graphemes(true).count() <= Note::MAX);
            prop_assert!(!note.as_str().chars().any(|c| c != '\n' && forges(c)) && is_nfc(note.as_str()), "{:?}", note);
            settled(&note, Note::parse)?;
        }
        if let Ok(name) = ServiceName::parse(&typed) {
            prop_assert!(!name.as_str().chars().any(char::is_control));
            settled(&name, ServiceName::parse)?;
        }
        Ok(())
    });
}

#[test]
fn forms_of_an_owner() {
    let right: &[&str] =
        &["Marie Dubois", "12 rue X\r\nB", "75001", "FR", "05 61 00 12 34", "+33561001234", "marie@example.org", ""];
    let field = || prop_oneof![3 => select(right).prop_map(str::to_owned), 1 => anything()];
    let right_or = |right: &'static str| prop_oneof![9 => Just(right.to_owned()), 1 => field()];
    let inputs = (
        right_or("Marie Dubois"),
        field(),
        right_or("12 rue X\r\nB"),
        right_or("75001"),
        right_or("Toulouse"),
        right_or("fr"),
        right_or("05 61 00 12 34"),
        right_or("Marie@Example.org"),
    );
    fuzz("forms of an owner", inputs, |(name, organisation, street, postal_code, city, country, phone, email)| {
        let typed = TypedOwner {
            name: &name,
            organisation: &organisation,
            street: &street,
            postal_code: &postal_code,
            city: &city,
            country: &country,
            phone: &phone,
            email: &email,
        };
        match Owner::parse(&typed) {
            Ok(owner) => {
                let shown = |field| owner.get(field);
                let again = TypedOwner {
                    name: shown(OwnerField::Name),
                    organisation: shown(OwnerField::Organisation),
                    street: shown(OwnerField::Street),
                    postal_code: shown(OwnerField::PostalCode),
                    city: shown(OwnerField::City),
                    country: shown(OwnerField::Country),
                    phone: shown(OwnerField::Phone),
                    email: shown(OwnerField::Email),
                };
                prop_assert_eq!(Owner::parse(&again), Ok(owner.clone()), "as the form shows it");
            }
            Err(problems) => prop_assert!((1..=8).contains(&problems.len())),
        }
        Ok(())
    });
}

#[test]
fn keys_of_presses() {
    fuzz("idempotency keys", typed(&["0192f0c1-7a2b-7c3d-8e4f-5a6b7c8d9e0f", "1700000000000", "~!\"'"]), |typed| {
        if let Ok(Some(key)) = IdempotencyKey::parse_optional(&typed) {
            prop_assert_eq!(key.as_str(), &typed);
            prop_assert!(typed.len() <= 64 && typed.bytes().all(|b| b.is_ascii_graphic()));
        }
        Ok(())
    });
}

#[test]
fn days_of_renewals() {
    fuzz("days of renewal notices", typed(&["30,7,1", " 365 , 1", "7,7", ""]), |typed| {
        if let Ok(days) = RenewalDays::parse(&typed) {
            let text = format!("{days:?}").replace(['[', ']'], "");
            prop_assert_eq!(RenewalDays::parse(&text), Ok(days));
        }
        Ok(())
    });
}
