//! Countries, and what is certain of their postal codes and telephone numbers.

use std::{fmt, ops::RangeInclusive};

use serde::{Deserialize, Serialize};

use crate::Wrong;

/// ISO 3166-1, alpha-2: two letters and a space for each.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY \
     BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB \
     GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI \
     KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ \
     NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI \
     SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN \
     VU WF WS YE YT ZA ZM ZW";

/// A country or territory, by its two letters of ISO 3166; kept as its place in the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(u8);

impl Country {
    /// Parses two letters, in any case.
    ///
    /// # Errors
    /// [`Wrong::Empty`], or [`Wrong::Format`] for what is no country's.
    pub fn parse(input: &str) -> Result<Self, Wrong> {
        let code = input.trim();
        if code.is_empty() {
            return Err(Wrong::Empty);
        }
        Self::all().find(|country| country.as_str().eq_ignore_ascii_case(code)).ok_or(Wrong::Format)
    }

    /// Every country, in the order of the letters.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).zip(CODES.split_ascii_whitespace()).map(|(place, _)| Self(place))
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let at = 3 * usize::from(self.0);
        &CODES[at..at + 2]
    }

    /// What is certain of it.
    pub(super) fn rules(self) -> Option<&'static Rules> {
        RULES.iter().find(|rules| rules.country == self.as_str())
    }
}

impl TryFrom<String> for Country {
    type Error = Wrong;
    fn try_from(value: String) -> Result<Self, Wrong> {
        Self::parse(&value)
    }
}

impl From<Country> for String {
    fn from(value: Country) -> Self {
        value.as_str().to_owned()
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What goes before a number that is dialled inside its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trunk {
    /// Nothing: numbers are dialled as they are.
    None,
    /// Always a zero, which no number itself begins with.
    Zero,
    /// A one, which may be left out.
    One,
}

/// What is certain of a country. Of every other one, whatever could be right is taken.
#[derive(Debug)]
pub(super) struct Rules {
    country: &'static str,
    /// The code with which it is called from abroad.
    pub(super) calling: &'static str,
    pub(super) trunk: Trunk,
    /// How many digits come after that code.
    pub(super) digits: RangeInclusive<usize>,
    /// The forms of its postal codes: `9` is a digit, `A` a letter, everything else itself.
    pub(super) postal: &'static [&'static str],
}

impl Rules {
    /// The rules of the country, or one of the countries, that `digits` call.
    pub(super) fn called_by(digits: &str) -> Option<&'static Self> {
        RULES.iter().find(|rules| digits.starts_with(rules.calling))
    }
}

const fn rules(
    country: &'static str,
    calling: &'static str,
    trunk: Trunk,
    digits: RangeInclusive<usize>,
    postal: &'static [&'static str],
) -> Rules {
    Rules { country, calling, trunk, digits, postal }
}

const FIVE: &[&str] = &["99999"];
const FOUR: &[&str] = &["9999"];

static RULES: [Rules; 16] = [
    rules("AT", "43", Trunk::Zero, 4..=13, FOUR),
    rules("BE", "32", Trunk::Zero, 8..=9, FOUR),
    rules("CA", "1", Trunk::One, 10..=10, &["A9A 9A9"]),
    rules("CH", "41", Trunk::Zero, 9..=9, FOUR),
    rules("CZ", "420", Trunk::None, 9..=9, &["999 99"]),
    rules("DE", "49", Trunk::Zero, 5..=12, FIVE),
    rules("DK", "45", Trunk::None, 8..=8, FOUR),
    rules("ES", "34", Trunk::None, 9..=9, FIVE),
    rules("FR", "33", Trunk::Zero, 9..=9, FIVE),
    rules("GB", "44", Trunk::Zero, 7..=10, &["A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA"]),
    // Its numbers keep their zero when they are called from abroad.
    rules("IT", "39", Trunk::None, 6..=11, FIVE),
    rules("NL", "31", Trunk::Zero, 7..=11, &["9999 AA"]),
    rules("PL", "48", Trunk::None, 9..=9, &["99-999"]),
    rules("PT", "351", Trunk::None, 9..=9, &["9999-999"]),
    rules("SE", "46", Trunk::Zero, 6..=10, &["999 99"]),
    rules("US", "1", Trunk::One, 10..=10, &["99999", "99999-9999"]),
];
