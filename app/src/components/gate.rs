//! The gate: a page that needs an account shows the sign-in form in its own place, and itself as soon as someone is
//! signed in. The address stays, with the code in it if there is one.

use std::sync::Arc;

use countersign_domain::Field;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{ActForm, Page, TextField, form_state, use_ui};
use crate::{
    data::{awaited, awaited_if},
    state::{is_signed_in, use_state},
};

/// Shows `children` to those who are signed in, and the sign-in form to others. Rendered on the server as the one or the
/// other, with the status 200.
#[component]
pub(crate) fn Gate(children: ChildrenFn) -> impl IntoView {
    let children = StoredValue::new(children);
    awaited_if(
        use_state().me,
        is_signed_in,
        Arc::new(move |signed_in| {
            if signed_in {
                children.with_value(|children| children()).into_any()
            } else {
                view! { <SignInForm next=here()/> }.into_any()
            }
        }),
    )
}

/// The present address, with its query.
fn here() -> String {
    let location = use_location();
    let search = location.search.get_untracked();
    let mark = if search.is_empty() || search.starts_with('?') { "" } else { "?" };
    format!("{}{mark}{search}", location.pathname.get_untracked())
}

/// The form to sign in; afterwards to `next`.
#[component]
pub(crate) fn SignInForm(next: String) -> impl IntoView {
    let ui = use_ui();
    let elsewhere = next != "/" && next != "/sign-in";
    awaited(
        use_state().flash,
        Arc::new(move |_, flash| {
            let form = form_state("/api/sign-in", flash);
            let next = next.clone();
            view! {
                <Page title=ui.sign_in() narrow=true>
                    <p class="lead">{if elsewhere { ui.sign_in_first() } else { ui.sign_in_lead() }}</p>
                    <ActForm form=form>
                        <input type="hidden" name="next" value=next/>
                        <TextField field=Field::Login form=form hint=ui.login_hint() autocomplete="username"/>
                        <TextField field=Field::Password form=form kind="password" autocomplete="current-password"/>
                        <button class="button" disabled=form.pending()>{ui.sign_in()}</button>
                    </ActForm>
                </Page>
            }
            .into_any()
        }),
    )
}
