//! Parts that pages are made of.

mod account;
mod address_bar;
#[cfg(feature = "ssr")]
mod choice;
mod field;
mod foot;
mod form;
mod gate;
mod layout;
mod menu;
mod page;
mod served;
mod time;
mod title;

pub(crate) use account::Account;
pub(crate) use address_bar::hide_code;
#[cfg(feature = "ssr")]
pub(crate) use choice::Choice;
pub(crate) use field::{TextArea, TextField};
use foot::Foot;
pub(crate) use form::{ActForm, AddressForm, FormState, form_state, fresh_key};
pub(crate) use gate::Gate;
#[cfg(feature = "ssr")]
pub(crate) use gate::SignInForm;
#[cfg(feature = "ssr")]
pub(crate) use layout::Languages;
pub(crate) use layout::Layout;
pub(crate) use menu::Menu;
#[cfg(not(feature = "ssr"))]
pub(crate) use page::focus_heading;
#[cfg(feature = "ssr")]
pub(crate) use page::set_status;
pub(crate) use page::{Notice, Page, Tab, Tabs, address_with, problem_page, problem_part, told};
pub(crate) use served::Served;
pub(crate) use time::{Day, Moment};

use countersign_locales::Ui;
use leptos::prelude::expect_context;

/// The texts in the reader's language.
pub(crate) fn use_ui() -> Ui {
    expect_context()
}

/// The texts of served pages, in the reader's language.
#[cfg(feature = "ssr")]
pub(crate) fn use_served() -> countersign_locales::Served {
    crate::words::served::of(use_ui())
}
