//! Writes a text in the compact form that `src/format.rs` reads.
//!
//! A text without placeholders stands as it is. In the others a mark (DEL, which no text may have) begins each
//! instruction, and what follows the instruction up to the next mark is text:
//!
//! | instruction  | meaning                                                                        |
//! | ------------ | ------------------------------------------------------------------------------ |
//! | `0` … `9`    | the placeholder of that number                                                 |
//! | `A` … `J`    | a select on the placeholder number 0 … 9; its variants follow, the default last |
//! | `=7:`        | the variant for exactly 7                                                      |
//! | `o` `f` `m`  | the variant for the plural category one, few, many                             |
//! | `x`          | the variant for all else                                                       |
//! | `)`          | the end of the select                                                          |

use super::model::{Key, Piece};

const MARK: char = '\u{7f}';

/// Encodes a text; `placeholders` are the names in the order of the accessor's arguments.
pub(crate) fn text(pieces: &[Piece], placeholders: &[(&str, bool)]) -> String {
    let number = |name: &str, first: u8| {
        let index = placeholders.iter().position(|(other, _)| *other == name).unwrap_or_default();
        char::from(first + u8::try_from(index).unwrap_or_default())
    };
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Argument { name, .. } => out.extend([MARK, number(name, b'0')]),
            Piece::Select { name, variants } => {
                out.extend([MARK, number(name, b'A')]);
                let (default, others): (Vec<_>, Vec<_>) = variants.iter().partition(|variant| variant.default);
                for variant in others.into_iter().chain(default) {
                    out.push(MARK);
                    match &variant.key {
                        Key::Exact(number) => out.push_str(&format!("={number}:")),
                        Key::Category(category) => out.push(letter(category)),
                    }
                    out.push_str(&self::text(&variant.pieces, placeholders));
                }
                out.extend([MARK, ')']);
            }
        }
    }
    out
}

fn letter(category: &str) -> char {
    match category {
        "one" => 'o',
        "few" => 'f',
        "many" => 'm',
        _ => 'x',
    }
}

/// A text for a person who reads the documentation: `{days} day left | {days} days left`.
pub(crate) fn readable(pieces: &[Piece]) -> String {
    let part = |piece: &Piece| match piece {
        Piece::Text(text) => text.replace('\n', " "),
        Piece::Argument { name, .. } => format!("{{{name}}}"),
        Piece::Select { variants, .. } => {
            let variants: Vec<_> = variants.iter().map(|variant| readable(&variant.pieces)).collect();
            variants.join(" | ")
        }
    };
    pieces.iter().map(part).collect()
}
