//! Every text of the interface and of the mails, in every language.
//!
//! The texts are Fluent files (`en/ui.ftl`, `fr/mail.ftl`, …), one folder for each language: `ui` for what server and browser
//! show, `served` for the pages that only the server renders, `mail` for the mails. The build script reads them, stops the
//! build when one is wrong, and writes one function for each key, so that a text that is missing or asked for with the
//! wrong placeholders does not compile. To add a language, add a folder.
//!
//! With the feature `embed` (the server) every language is inside; without it (the browser) there is no text at all,
//! and [`Ui::load`] takes the one dictionary that the page needs.

mod date;
mod format;
mod language;
mod plural;
mod texts;

#[cfg(test)]
#[path = "../build/mod.rs"]
mod build;

/// The list of languages. Written by the build script.
mod languages {
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

/// One function for each text, and for the server the texts. Written by the build script.
#[allow(clippy::too_many_arguments)]
mod accessors {
    use crate::{format::Value, texts::Ui};
    #[cfg(feature = "embed")]
    use crate::{
        languages::Language,
        texts::{Dictionary, Mail, Served, Texts},
    };

    include!(concat!(env!("OUT_DIR"), "/accessors.rs"));
}

#[cfg(feature = "embed")]
pub use accessors::dictionary;
pub use date::iso_date_time;
pub use languages::Language;
pub use texts::Ui;
#[cfg(feature = "embed")]
pub use texts::{Dictionary, Mail, Served};
