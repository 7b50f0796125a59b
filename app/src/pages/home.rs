//! The way from `/` to where one wants to be.

use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::components::RequireSignIn;

/// `/`: my services, or the sign-in form.
#[component]
pub(super) fn Home() -> impl IntoView {
    view! {
        <RequireSignIn>
            <Redirect path="/contacts/services"/>
        </RequireSignIn>
    }
}
