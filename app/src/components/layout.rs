//! What stands around every page: skip link, top bar with the account's menu, banner, language, footer.

use countersign_domain::view::Me;
use countersign_locales::Language;
use leptos::{prelude::*, server_fn::ServerFn};

use super::{Footer, Menu, address_bar};
use crate::{
    api,
    data::{Loaded, view_of},
    state,
    texts::use_ui,
};

/// The frame of every page.
#[component]
pub(crate) fn Layout(children: Children) -> impl IntoView {
    let ui = use_ui();
    let state = state::provide();
    view! {
        <a class="skip" href="#content" rel="external">{ui.skip_link()}</a>
        <header class="top">
            <a class="brand" href="/contacts/services" aria-label=ui.home()>
                <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
                    <path d="M4 20c3.2-8.5 6.2-13 8.4-13 3 0-2 12 1.2 12 1.6 0 3-2 4.4-4.5"/>
                    <path d="M14 20c3.2-8.5 6.2-13 8.4-13 3 0-2 12 1.2 12 1.6 0 3-2 4.4-4.5M4 26h24"/>
                </svg>
                <span>"Countersign"</span>
            </a>
            <a class="top-help" href="/help">{ui.help()}</a>
            {view_of(state.me, |me, _| account(me).into_any())}
        </header>
        <div class="banner-place" role="status">
            {move || state.lost.get().then(|| view! { <p class="banner banner-lost">{ui.live_lost()}</p> }.into_any())}
            {view_of(state.me, |me, _| banner(me).into_any())}
        </div>
        <main id="content" tabindex="-1">{children()}</main>
        <Footer/>
    }
}

/// My name and customer ID, with the menu; the way in, for whoever is not signed in.
fn account(me: Loaded<Option<Me>>) -> Option<AnyView> {
    let ui = use_ui();
    let me = me.ok()?;
    let Some(me) = &*me else {
        return Some(view! { <a class="top-help" href="/sign-in">{ui.sign_in()}</a> }.into_any());
    };
    let (name, id) = (me.name.to_string(), me.id.to_string());
    Some({
        let button = move || {
            view! {
                <span class="who"><bdi class="who-name">{name.clone()}</bdi><span class="who-id">{id.clone()}</span></span>
            }
        };
        view! {
            <nav class="account-menu" aria-label=ui.account_menu()>
                <Menu button_class="who-button" button=button>
                    <a href="/contacts/services">{ui.contact_management()}</a>
                    <a href="/profile">{ui.profile()}</a>
                    <Languages/>
                    // The page is loaded anew: nothing stays of whoever signs out.
                    <form method="post" action=api::SignOut::PATH>
                        <button>{ui.sign_out()}</button>
                    </form>
                </Menu>
            </nav>
        }
        .into_any()
    })
}

/// What waits for me, or for the others of my requests.
fn banner(me: Loaded<Option<Me>>) -> Option<AnyView> {
    let ui = use_ui();
    let me = me.ok()?;
    let me = me.as_ref().as_ref()?;
    let (text, own) = match (me.to_decide, me.waiting) {
        (0, 0) => return None,
        (0, waiting) => (ui.banner_waiting(i64::from(waiting)), false),
        (mine, _) => (ui.banner_decide(i64::from(mine)), true),
    };
    let banner = view! {
        <p class=if own { "banner banner-own" } else { "banner" }>
            <span>{text}</span>" "<a href="/contacts/requests?state=open">{ui.banner_show()}</a>
        </p>
    };
    Some(banner.into_any())
}

/// The languages, each by its own name. A plain form: the page is loaded anew, as it is then.
#[component]
pub(crate) fn Languages() -> impl IntoView {
    let address = address_bar::address();
    view! {
        <form method="post" action="/language">
            // With the code that the address bar shows no more.
            <input type="hidden" name="back" value=move || address.get()/>
            {languages()}
        </form>
    }
    .into_any()
}

/// Their buttons.
pub(super) fn languages() -> AnyView {
    let ui = use_ui();
    let buttons = Language::ALL.into_iter().map(|language| {
        let (code, pressed) = (language.code(), if language == ui.language() { "true" } else { "false" });
        view! { <button name="language" value=code lang=code aria-pressed=pressed>{language.own_name()}</button> }
            .into_any()
    });
    view! { <div class="choice" role="group" aria-label=ui.choose_language()>{buttons.collect_view()}</div> }.into_any()
}
