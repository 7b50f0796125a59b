//! Leptos, with one type for all elements in the browser.
//!
//! In Leptos each tag is a type of its own, and all that an element can do (appear, take over what the server sent, change, go
//! away) is compiled once for each of them, and once more for each kind of attribute. This crate stands in the place of
//! `leptos` for the application: `view!` reads the same and checks the same, and in the browser makes [`Element`]s, which know
//! their tag only when they run. The server has Leptos itself: what is taken over here was written there.
#![cfg_attr(not(feature = "hydrate"), allow(unused_crate_dependencies))]

pub use leptos::*;

#[cfg(feature = "hydrate")]
mod attribute;
#[cfg(feature = "hydrate")]
mod effect;
#[cfg(feature = "hydrate")]
mod element;
#[cfg(feature = "hydrate")]
mod rows;

#[cfg(feature = "hydrate")]
pub use element::Element;
#[cfg(feature = "hydrate")]
pub use rows::{Rows, rows};

/// Elements that follow one another, each with what tells it from the others: for the browser.
#[cfg(not(feature = "hydrate"))]
pub fn rows(rows: impl IntoIterator<Item = (String, prelude::AnyView)>) -> Vec<prelude::AnyView> {
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Leptos's prelude, where effects are of one type and values become attributes of an [`Element`].
#[cfg(feature = "hydrate")]
pub mod prelude {
    pub use crate::{attribute::IntoAttributeValue, effect::Effect};
    pub use leptos::prelude::*;
}

/// Leptos's renderer, with other elements.
#[cfg(feature = "hydrate")]
pub mod tachys {
    pub use leptos::tachys::*;

    /// HTML.
    pub mod html {
        pub use leptos::tachys::html::*;

        /// The elements that the application uses, each made as an [`Element`](crate::Element).
        pub mod element {
            pub use crate::element::tags::*;
        }
    }
}
