//! What is typed: nonsense of every kind, and what was right until somebody slipped.

use proptest::{
    prelude::*,
    sample::{Index, select},
};

use crate::Country;

/// What a parser may stumble over: letters that grow or fold, marks that combine, direction, joiners, nothing to see, full width.
const HOSTILE: &str = "\0\t\n\r\u{7f}\u{85}\u{a0}\u{ad}ßİŉΐÅKﬁé\u{301}\u{308}\u{345}\u{34f}\u{61c}١х각가\u{1160}\u{200b}\
    \u{200d}\u{200f}\u{2011}\u{2028}\u{202e}\u{2066}\u{2060}\u{3000}\u{3164}\u{fe0f}\u{feff}＋－０Ａａ＠．👩🇫\u{e0041}\
    \u{1d173}\u{fffd}\u{10ffff}@.-+09 ,=<\"";

fn character() -> impl Strategy<Value = char> + Clone {
    prop_oneof![4 => select(HOSTILE.chars().collect::<Vec<_>>()), 1 => any::<char>(), 1 => proptest::char::range(' ', '~')]
}

/// Anything: characters, or bytes that are no text; and sometimes a great deal of it.
pub(super) fn anything() -> impl Strategy<Value = String> {
    let characters = proptest::collection::vec(character(), 0..40).prop_map(String::from_iter);
    let bytes =
        proptest::collection::vec(any::<u8>(), 0..80).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let much = (characters.clone(), 1..400_usize).prop_map(|(text, times)| text.repeat(times));
    prop_oneof![8 => characters, 4 => any::<String>(), 4 => bytes, 1 => much]
}

/// One of these, damaged in up to four places.
pub(super) fn damaged(right: &'static [&'static str]) -> impl Strategy<Value = String> {
    let damage = (any::<Index>(), 0..5_u8, character());
    (select(right), proptest::collection::vec(damage, 0..4)).prop_map(|(right, damages)| {
        let mut text: Vec<char> = right.chars().collect();
        for (place, how, character) in damages {
            let at = place.index(text.len() + 1);
            match how {
                0 => text.insert(at, character),
                1 => text.truncate(at),
                2 => text.extend_from_within(at..),
                3 => text.drain(at..text.len().min(at + 1)).for_each(drop),
                _ => text.splice(at..text.len().min(at + 1), [character]).for_each(drop),
            }
        }
        text.into_iter().collect()
    })
}

/// Anything, or one of these, damaged.
pub(super) fn typed(right: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![anything(), damaged(right)]
}

/// A country, or none that is known.
pub(super) fn country() -> impl Strategy<Value = Option<Country>> {
    proptest::option::of(any::<Index>().prop_map(|n| Country::all().nth(n.index(249)).expect("249 countries")))
}
