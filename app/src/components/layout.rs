//! What stands around every page: skip link, top bar with the account's menu, banner, language, footer.

use std::sync::Arc;

use countersign_domain::view::Me;
use countersign_locales::Language;
use leptos::prelude::*;

use super::{Menu, address_bar, use_ui};
use crate::{
    data::{Answer, awaited, read},
    state,
    theme::Theme,
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
            {awaited(state.me, Arc::new(|me, _| account(me).into_any()))}
        </header>
        <div class="banner-place" role="status">
            {move || state.lost.get().then(|| view! { <p class="banner banner-lost">{ui.live_lost()}</p> })}
            {awaited(state.me, Arc::new(|me, _| banner(me).into_any()))}
        </div>
        <main id="content" tabindex="-1">{children()}</main>
        <footer class="foot">
            <p>{ui.footer_promise()}</p>
            <Themes/>
            <Languages/>
        </footer>
    }
}

/// My name and customer ID, with the menu.
fn account(me: Answer) -> impl IntoView {
    let ui = use_ui();
    read::<Option<Me>>(&me).ok().flatten().map(|me| {
        let button = move || {
            view! {
                <span class="who"><bdi class="who-name">{me.name.to_string()}</bdi><span class="who-id">{me.id.to_string()}</span></span>
            }
        };
        view! {
            <nav class="account-menu" aria-label=ui.account_menu()>
                <Menu button_class="who-button" button=button>
                    <a href="/contacts/services">{ui.contact_management()}</a>
                    <a href="/profile">{ui.profile()}</a>
                    <Languages/>
                    // The page is loaded anew: nothing stays of whoever signs out.
                    <form method="post" action="/api/sign-out">
                        <button>{ui.sign_out()}</button>
                    </form>
                </Menu>
            </nav>
        }
    })
}

/// What waits for me, or for the others of my requests.
fn banner(me: Answer) -> impl IntoView {
    let ui = use_ui();
    read::<Option<Me>>(&me).ok().flatten().and_then(|me| {
        let (text, own) = match (me.to_decide, me.waiting) {
            (0, 0) => return None,
            (0, waiting) => (ui.banner_waiting(i64::from(waiting)), false),
            (mine, _) => (ui.banner_decide(i64::from(mine)), true),
        };
        Some(view! {
            <p class="banner" class:banner-own=own>
                <span>{text}</span>" "<a href="/contacts/requests?state=open">{ui.banner_show()}</a>
            </p>
        })
    })
}

/// The languages, each by its own name.
#[component]
pub(crate) fn Languages() -> impl IntoView {
    let ui = use_ui();
    let own = |language: Language| (language.code(), language.own_name(), Some(language.code()), language == ui.language());
    choice("/language", "language", ui.choose_language(), &Language::ALL.map(own))
}

/// Light, dark, or as the system has it.
#[component]
fn Themes() -> impl IntoView {
    let ui = use_ui();
    let shown = Theme::shown();
    let words = [ui.theme_system(), ui.theme_light(), ui.theme_dark()];
    let mut words = words.into_iter();
    let named = |theme: Theme| (theme.as_str(), words.next().unwrap_or_default(), None, theme == shown);
    choice("/theme", "theme", ui.choose_theme(), &Theme::ALL.map(named))
}

/// Buttons of which one is pressed: what each sends, its words, their language, and whether it is. A plain form: the page is
/// loaded anew, as it is then.
fn choice(
    action: &'static str,
    name: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str, Option<&'static str>, bool)],
) -> AnyView {
    let address = address_bar::address();
    let buttons = options.iter().map(|(value, words, language, pressed)| {
        let pressed = if *pressed { "true" } else { "false" };
        view! { <button name=name value=*value lang=*language aria-pressed=pressed>{*words}</button> }.into_any()
    });
    view! {
        <form class="languages" method="post" action=action aria-label=label>
            // With the code that the address bar shows no more.
            <input type="hidden" name="back" value=move || address.get()/>
            {buttons.collect_view()}
        </form>
    }
    .into_any()
}
