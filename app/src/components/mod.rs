//! Parts that pages are made of.

mod account;
mod field;
mod form;
mod gate;
mod layout;
mod menu;
mod page;
mod time;
mod title;

pub(crate) use account::Account;
pub(crate) use field::{TextArea, TextField};
pub(crate) use form::{ActForm, AddressForm, FormState, form_state};
pub(crate) use gate::{Gate, SignInForm};
pub(crate) use layout::Languages;
pub(crate) use layout::Layout;
pub(crate) use menu::Menu;
#[cfg(not(feature = "ssr"))]
pub(crate) use page::focus_heading;
#[cfg(feature = "ssr")]
pub(crate) use page::set_status;
pub(crate) use page::{Notice, Page, Tab, Tabs, address_with, problem_page, problem_part};
pub(crate) use time::{Day, Moment};

use countersign_locales::Ui;
use leptos::prelude::expect_context;

/// The texts in the reader's language.
pub(crate) fn use_ui() -> Ui {
    expect_context()
}
