//! Signing in.

use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_query_map};

use crate::{
    components::{Notices, SignInForm},
    data::{is_signed_in, view_if},
    labels,
    state::use_state,
};

/// The sign-in page; whoever is signed in goes on.
#[component]
pub(super) fn SignIn() -> impl IntoView {
    let query = use_query_map();
    let form = view_if(use_state().me, is_signed_in, move |signed_in| {
        if signed_in {
            return view! { <Redirect path="/contacts/services"/> }.into_any();
        }
        let next = query.with_untracked(|query| query.get("next")).unwrap_or_else(|| "/".to_owned());
        view! { <SignInForm next=next/> }.into_any()
    });
    view! {
        <Notices text=labels::server_page::notice/>
        {form}
    }
}
