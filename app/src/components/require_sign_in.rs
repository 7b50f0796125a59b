//! The gate: a page that needs an account shows the sign-in form in its own place, and itself as soon as someone is
//! signed in. The address stays, with the code in it if there is one.

use leptos::prelude::*;

use super::ServerPage;
#[cfg(feature = "ssr")]
use super::address_bar;
use crate::{
    data::{is_signed_in, view_if},
    state::use_state,
};

#[cfg(feature = "ssr")]
pub(crate) use sign_in::SignInForm;

/// Shows `children` to those who are signed in, and the sign-in form to others. Rendered on the server as the one or the
/// other, with the status 200.
#[component]
pub(crate) fn RequireSignIn(children: ChildrenFn) -> impl IntoView {
    let children = StoredValue::new(children);
    view_if(use_state().me, is_signed_in, move |signed_in| {
        if signed_in { children.with_value(|children| children()).into_any() } else { sign_in() }
    })
}

#[cfg(feature = "ssr")]
fn sign_in() -> AnyView {
    view! { <ServerPage><SignInForm next=address_bar::address().get_untracked()/></ServerPage> }.into_any()
}

#[cfg(not(feature = "ssr"))]
fn sign_in() -> AnyView {
    view! { <ServerPage/> }.into_any()
}

#[cfg(feature = "ssr")]
mod sign_in {
    use countersign_domain::Field;
    use leptos::{prelude::*, server_fn::ServerFn};

    use crate::{
        Visitor, api,
        components::{ActForm, FormState, Page, TextField},
        data::{DataContext, view_of},
        texts::{use_served, use_ui},
    };

    /// The form to sign in; afterwards to `next`. Whoever has signed in with a password that the operator knows chooses another first,
    /// wherever this form stands.
    #[component]
    pub(crate) fn SignInForm(next: String) -> impl IntoView {
        let (ui, served) = (use_ui(), use_served());
        if let Ok(Visitor { must_choose: Some(choice), .. }) = Visitor::current() {
            return choose_password(choice.account().id.to_string(), next);
        }
        let elsewhere = next != "/" && next != "/sign-in";
        view_of(expect_context::<DataContext>().flash, move |_, flash| {
            let form = FormState::of::<api::SignIn>(flash);
            let next = next.clone();
            view! {
                    <Page title=ui.sign_in() narrow=true>
                        <p class="lead">{if elsewhere { served.sign_in_first() } else { served.sign_in_lead() }}</p>
                        <ActForm form=form>
                            <input type="hidden" name="next" value=next/>
                            <TextField field=Field::Login form=form hint=served.login_hint() autocomplete="username"/>
                            <TextField field=Field::Password form=form kind="password" autocomplete="current-password"/>
                            <button class="button">{ui.sign_in()}</button>
                        </ActForm>
                        <p class="beside">
                            <a href="/forgot-password">{served.forgotten_link()}</a>
                            {Visitor::offers_accounts().ok().map(|()| view! { <a href="/sign-up">{served.sign_up_link()}</a> })}
                        </p>
                    </Page>
                }
                .into_any()
        })
    }

    /// The form to choose a password for `account`, or to sign out; afterwards to `next`.
    fn choose_password(account: String, next: String) -> AnyView {
        let (ui, served) = (use_ui(), use_served());
        view_of(expect_context::<DataContext>().flash, move |_, flash| {
            let form = FormState::of::<api::ChoosePassword>(flash);
            let (lead, next) = (served.choose_own_lead(&account), next.clone());
            view! {
                    <Page title=served.choose_own_title() narrow=true>
                        <p class="lead">{lead}</p>
                        <ActForm form=form>
                            <input type="hidden" name="next" value=next/>
                            <TextField field=Field::NewPassword form=form hint=served.password_hint() kind="password" autocomplete="new-password"/>
                            <button class="button">{served.password_submit()}</button>
                        </ActForm>
                        <form method="post" action=api::SignOut::PATH><button class="button button-plain">{ui.sign_out()}</button></form>
                    </Page>
                }
                .into_any()
        })
    }
}
