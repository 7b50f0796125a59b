use proptest::prelude::*;

use super::*;

fn country(code: &str) -> Country {
    Country::parse(code).expect("a country")
}

fn phone(typed: &str, of: &str) -> Result<String, Wrong> {
    PhoneNumber::parse(typed, Country::parse(of).ok()).map(String::from)
}

fn postal(typed: &str, of: &str) -> Result<String, Wrong> {
    PostalCode::parse(typed, Country::parse(of).ok()).map(String::from)
}

/// Marie, as she is typed.
const MARIE: TypedOwner<'static> = TypedOwner {
    name: "Marie Dubois",
    organisation: "Atelier Dubois SARL",
    street: "12 bis, rue de l’Église\r\nBâtiment C\r\n",
    postal_code: "31 000",
    city: "Toulouse",
    country: "fr",
    phone: "05 61 00 12 34",
    email: "Marie@Atelier.example",
};

#[test]
fn every_field_of_a_form() {
    let owner = Owner::parse(&MARIE).expect("an owner");
    let all: Vec<&str> = OwnerField::ALL.iter().map(|field| owner.get(*field)).collect();
    assert_eq!(
        all,
        [
            "Marie Dubois",
            "Atelier Dubois SARL",
            "12 bis, rue de l’Église\nBâtiment C",
            "31000",
            "Toulouse",
            "FR",
            "+33561001234",
            "marie@atelier.example"
        ]
    );
    let least = TypedOwner { organisation: " ", postal_code: "", ..MARIE };
    let least = Owner::parse(&least).expect("an owner");
    assert_eq!((least.organisation.as_ref(), least.address.postal_code.as_ref()), (None, None));
    assert_eq!(least.changes(Some(&owner)), [OwnerField::Organisation, OwnerField::PostalCode]);
    assert_eq!(owner.changes(Some(&owner)), []);
    assert_eq!(owner.changes(None), OwnerField::ALL);
    assert_eq!(least.changes(None).len(), 6);
}

#[test]
fn every_problem_at_once_in_the_order_of_the_form() {
    let problems = Owner::parse(&TypedOwner::default()).expect_err("nothing typed");
    let fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::Name, Field::Street, Field::City, Field::Country, Field::Phone, Field::OwnerEmail]);
    assert!(problems.iter().all(|problem| problem.wrong == Wrong::Empty));

    let forged = TypedOwner { name: "Eve\r\nBcc: all@example.org", organisation: "a\u{202e}b", country: "ZZ", ..MARIE };
    let problems = Owner::parse(&forged).expect_err("forged");
    let found: Vec<_> = problems.iter().map(|problem| (problem.field, problem.wrong)).collect();
    let format = |field| (field, Wrong::Format);
    // Without its country the number cannot be dialled.
    assert_eq!(found, [Field::Name, Field::Organisation, Field::Country, Field::Phone].map(format));
}

#[test]
fn countries() {
    assert_eq!(Country::all().count(), 249);
    assert!(Country::all().zip(Country::all().skip(1)).all(|(a, b)| a < b), "in order, none twice");
    assert_eq!(Country::parse(" gb ").map(Country::as_str), Ok("GB"));
    assert_eq!(Country::parse(""), Err(Wrong::Empty));
    for none in ["UK", "XX", "FRA", "F", "ＦＲ", "É"] {
        assert_eq!(Country::parse(none), Err(Wrong::Format), "{none}");
    }
}

#[test]
fn one_canonical_number_however_typed() {
    for typed in [
        "+33612345678",
        " +33 6 12 34 56 78 ",
        "0033 6.12.34.56.78",
        "06 12 34 56 78",
        "06-12-34-56-78",
        "+33 (0)6 12 34 56 78",
        "+33 06 12 34 56 78",
        "(06)\u{202f}12\u{a0}34\u{2011}56/78",
        "＋３３ ６１２ ３４５ ６７８",
    ] {
        assert_eq!(phone(typed, "FR").as_deref(), Ok("+33612345678"), "{typed}");
    }
    for (typed, of, canonical) in [
        ("030 1234567", "DE", "+49301234567"),
        ("612 34 56 78", "ES", "+34612345678"),
        ("06 698 12345", "IT", "+390669812345"),
        ("+39 06 698 12345", "IT", "+390669812345"),
        ("22 555 01 12", "PL", "+48225550112"),
        ("(212) 555-0100", "US", "+12125550100"),
        ("1 212 555 0100", "CA", "+12125550100"),
        ("020 7946 0018", "GB", "+442079460018"),
        ("020 624 1111", "NL", "+31206241111"),
        ("0470 12 34 56", "BE", "+32470123456"),
        ("912 345 678", "PT", "+351912345678"),
        // A number of another country, and one of a country of which nothing is certain.
        ("+81 3-1234-5678", "FR", "+81312345678"),
        ("00 81 3 1234 5678", "JP", "+81312345678"),
        ("+352 26 12 34", "", "+352261234"),
    ] {
        assert_eq!(phone(typed, of).as_deref(), Ok(canonical), "{typed}");
    }
}

#[test]
fn what_is_no_number() {
    assert_eq!(phone(" ", "FR"), Err(Wrong::Empty));
    for (typed, of) in [
        ("6 12 34 56 78", "FR"),
        ("+33 6 12 34 56", "FR"),
        ("+33 6 12 34 56 78 9", "FR"),
        ("03 1234 5678", "JP"),
        ("06 12 34 56 78", ""),
        ("+0612345678", "FR"),
        ("++33612345678", "FR"),
        ("+33+612345678", "FR"),
        ("0612345678 ext. 3", "FR"),
        ("06\r\n12345678", "FR"),
        ("06\t12345678", "FR"),
        ("٠٦١٢٣٤٥٦٧٨", "FR"),
        ("+", "FR"),
        ("+1234567890123456", ""),
        ("+99 1234", ""),
    ] {
        assert_eq!(phone(typed, of), Err(Wrong::Format), "{typed:?}");
    }
}

#[test]
fn postal_codes_in_the_form_of_their_country() {
    for (typed, of, canonical) in [
        ("75001", "FR", "75001"),
        ("00950", "PL", "00-950"),
        ("00-950", "PL", "00-950"),
        ("1200205", "PT", "1200-205"),
        ("sw1a1aa", "GB", "SW1A 1AA"),
        ("M1 1AE", "GB", "M1 1AE"),
        ("1012 ab", "NL", "1012 AB"),
        ("k1a0b1", "CA", "K1A 0B1"),
        ("94103-1234", "US", "94103-1234"),
        ("94103", "US", "94103"),
        ("1000", "BE", "1000"),
        ("１０１１５", "DE", "10115"),
        ("11455", "SE", "114 55"),
        ("D02 X285", "IE", "D02 X285"),
        ("150-0001", "JP", "150-0001"),
    ] {
        assert_eq!(postal(typed, of).as_deref(), Ok(canonical), "{typed}");
    }
    for (typed, of) in
        [("7500", "FR"), ("750011", "FR"), ("2A004", "FR"), ("ABCDE", "DE"), ("—", "IE"), ("1\r\n2", "IE")]
    {
        assert_eq!(postal(typed, of), Err(Wrong::Format), "{typed:?}");
    }
    assert_eq!(postal("12345678901234567", "IE"), Err(Wrong::TooLong));
}

#[test]
fn streets_of_up_to_three_lines() {
    let street = |typed: &str| Street::parse(typed).map(String::from);
    assert_eq!(street("\r\n a \r\n\r\nb 1\nc\n").as_deref(), Ok("a\nb 1\nc"));
    assert_eq!(street("a\nb\nc\nd"), Err(Wrong::TooLong));
    assert_eq!(street(" \n "), Err(Wrong::Empty));
    assert_eq!(street("a\u{2028}b"), Err(Wrong::Format));
    assert_eq!(street(&"x".repeat(101)), Err(Wrong::TooLong));
}

fn any_country() -> impl Strategy<Value = Country> {
    (0..249_usize).prop_map(|n| Country::all().nth(n).expect("249 countries"))
}

proptest! {
    #[test]
    fn numbers_are_canonical_and_stay_so(typed in "[+0-9 ()./-]{0,24}", of in any_country()) {
        if let Ok(number) = PhoneNumber::parse(&typed, Some(of)) {
            let text = number.as_str().to_owned();
            prop_assert!(text.len() <= 16 && text.starts_with('+') && !text.starts_with("+0"));
            prop_assert!(text[1..].bytes().all(|b| b.is_ascii_digit()));
            prop_assert_eq!(PhoneNumber::parse(&text, None), Ok(number.clone()));
            prop_assert_eq!(PhoneNumber::try_from(text), Ok(number));
        }
    }

    #[test]
    fn separators_change_nothing(digits in "[1-9][0-9]{8}", gaps in "[ .()/-]{9}") {
        let spread: String = digits.chars().zip(gaps.chars()).flat_map(|(digit, gap)| [digit, gap]).collect();
        let expected = format!("+33{digits}");
        for typed in [format!("+33{spread}"), format!("0033 {spread}"), format!("0{spread}"), format!("+33 (0){spread}")] {
            prop_assert_eq!(phone(&typed, "FR"), Ok(expected.clone()), "{}", typed);
        }
    }

    #[test]
    fn what_is_stored_reads_back(
        text in "\\PC{0,30}", code in "[0-9A-Za-z -]{0,9}", of in any_country(), lines in "[a-z\r\n ]{0,40}"
    ) {
        if let Ok(line) = Line::parse(&text) {
            prop_assert_eq!(Line::try_from(String::from(line.clone())), Ok(line));
        }
        if let Ok(code) = PostalCode::parse(&code, Some(of)) {
            prop_assert_eq!(PostalCode::try_from(String::from(code.clone())), Ok(code.clone()));
            prop_assert_eq!(PostalCode::parse(code.as_str(), Some(of)), Ok(code));
        }
        if let Ok(street) = Street::parse(&lines) {
            prop_assert_eq!(Street::try_from(String::from(street.clone())), Ok(street));
        }
        prop_assert_eq!(Country::try_from(String::from(of)), Ok(of));
        prop_assert_eq!(country(of.as_str()), of);
    }

    #[test]
    fn nothing_typed_makes_it_panic(text in any::<String>(), of in any_country()) {
        let typed = TypedOwner {
            name: &text, organisation: &text, street: &text, postal_code: &text, city: &text, country: of.as_str(), phone: &text,
            email: &text,
        };
        let _ = Owner::parse(&typed);
    }
}

/// Found by fuzzing: what was read once must be read again as the same.
#[test]
fn the_canonical_form_is_read_back() {
    assert_eq!(phone("+330 (0)6 12 34 56 7", "FR"), Err(Wrong::Format), "no French number begins with two zeros");
    let code = PostalCode::parse("\u{390}", None).unwrap();
    assert_eq!(PostalCode::parse(code.as_str(), None), Ok(code));
}
