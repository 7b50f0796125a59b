//! Signing in, and the way from `/` to where one wants to be.

use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_query_map};

use crate::{
    components::{Gate, Notice, SignInForm},
    state::use_state,
};

/// `/`: my services, or the sign-in form.
#[component]
pub(crate) fn Home() -> impl IntoView {
    view! {
        <Gate>
            <Redirect path="/contacts/services"/>
        </Gate>
    }
}

/// The sign-in page; whoever is signed in goes on.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let state = use_state();
    let query = use_query_map();
    view! {
        <Notice/>
        <Suspense>
            {
                let signed_in = state.signed_in();
                move || match signed_in.get() {
                    Some(true) => view! { <Redirect path="/contacts/services"/> }.into_any(),
                    Some(false) => {
                        let next = query.with_untracked(|query| query.get("next")).unwrap_or_else(|| "/".to_owned());
                        view! { <SignInForm next=next/> }.into_any()
                    }
                    None => ().into_any(),
                }
            }
        </Suspense>
    }
}
