//! The pages. Those at hand in daily work are rendered by server and browser; those that one rarely needs, by the server alone
//! (see [`ServerPage`](crate::components::ServerPage)), so that nobody downloads them beforehand.

#[cfg(feature = "ssr")]
mod blocked;
#[cfg(feature = "ssr")]
mod drawing;
mod edit_contacts;
mod preview;
mod request;
mod request_actions;
mod request_leaving;
mod requests;
mod services;

#[cfg(feature = "ssr")]
use crate::components::ServerPage;
#[cfg(feature = "ssr")]
use leptos::prelude::*;

pub(crate) use crate::components::NotFound;
pub(crate) use edit_contacts::EditContacts;
pub(crate) use request::Request;
pub(crate) use requests::Requests;
pub(crate) use services::Services;

#[cfg(feature = "ssr")]
mod links;

/// The pages that only the server renders; in the browser each is its place.
macro_rules! server_only {
    ($($module:ident::$page:ident),+ $(,)?) => { $(
        #[cfg(feature = "ssr")]
        mod $module;

        #[cfg(feature = "ssr")]
        #[component]
        pub(crate) fn $page() -> impl IntoView {
            view! { <ServerPage><$module::$page/></ServerPage> }
        }

        #[cfg(not(feature = "ssr"))]
        pub(crate) use crate::components::ServerPage as $page;
    )+ };
}

server_only! {
    confirm_email::ConfirmEmail,
    confirm_sign_up::ConfirmSignUp,
    forgot_password::ForgotPassword,
    help::Help,
    history::History,
    home::Home,
    owner::Owner,
    profile::Profile,
    reset_password::ResetPassword,
    sign_in::SignIn,
    sign_up::SignUp,
}
