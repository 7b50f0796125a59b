//! What we keep of a Fluent file: only what the formatter knows how to write.

use std::collections::{BTreeMap, BTreeSet};

/// Name of a term, without its hyphen → its text.
pub(crate) type Terms = BTreeMap<String, String>;

/// The texts of one file, in its order.
#[derive(Debug, Default)]
pub(crate) struct File {
    pub(crate) messages: Vec<Message>,
    /// Keys that are there, but could not be read; that has been reported.
    pub(crate) broken: BTreeSet<String>,
}

/// A key with its text.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) key: String,
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a text.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// `{ $name }`, or with `number` `{ NUMBER($name) }`.
    Argument {
        name: String,
        number: bool,
    },
    /// `{ $name -> … }`
    Select {
        name: String,
        variants: Vec<Variant>,
    },
}

/// One line of a select.
#[derive(Debug, PartialEq)]
pub(crate) struct Variant {
    pub(crate) key: Key,
    pub(crate) default: bool,
    pub(crate) pieces: Vec<Piece>,
}

/// What a variant stands for: `[0]` or `[one]`.
#[derive(Debug, PartialEq)]
pub(crate) enum Key {
    Exact(i64),
    Category(String),
}
