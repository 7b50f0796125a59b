//! The pages.

mod confirm_email;
mod edit_contacts;
mod help;
mod not_found;
mod preview;
mod profile;
mod request;
mod request_actions;
mod requests;
mod services;
mod sign_in;

pub(crate) use confirm_email::ConfirmEmail;
pub(crate) use edit_contacts::EditContacts;
pub(crate) use help::Help;
pub(crate) use not_found::NotFound;
pub(crate) use profile::Profile;
pub(crate) use request::Request;
pub(crate) use requests::Requests;
pub(crate) use services::Services;
pub(crate) use sign_in::{Home, SignIn};
