//! Parts that pages are made of.

mod account;
mod address_bar;
#[cfg(feature = "ssr")]
mod choice;
mod field;
mod footer;
mod form;
mod layout;
mod menu;
mod not_found;
mod page;
mod require_sign_in;
mod rows;
mod server_page;
mod time;
mod title;

pub(crate) use account::Account;
pub(crate) use address_bar::hide_code;
#[cfg(feature = "ssr")]
pub(crate) use choice::Choice;
pub(crate) use field::{TextArea, TextField};
use footer::Footer;
pub(crate) use form::{ActForm, AddressForm, FormState, fresh_key};
#[cfg(feature = "ssr")]
pub(crate) use layout::Languages;
pub(crate) use layout::Layout;
pub(crate) use menu::Menu;
pub(crate) use not_found::NotFound;
#[cfg(feature = "ssr")]
pub(crate) use page::set_status;
pub(crate) use page::{Notices, Page, Tab, Tabs, address_with, notices, problem_page, problem_part};
pub(crate) use require_sign_in::RequireSignIn;
#[cfg(feature = "ssr")]
pub(crate) use require_sign_in::SignInForm;
pub(crate) use rows::rows;
pub(crate) use server_page::ServerPage;
pub(crate) use time::{Day, Moment};
