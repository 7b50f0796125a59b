//! The foot of every page. The server renders it; in the browser nothing of it changes, but the address that its form comes
//! back to.

#[cfg(not(feature = "ssr"))]
pub(super) use browser::Footer;
#[cfg(feature = "ssr")]
pub(super) use server::Footer;

#[cfg(feature = "ssr")]
mod server {
    use leptos::prelude::*;

    use crate::{
        components::{address_bar, layout::languages},
        texts::use_served,
        theme::Theme,
    };

    /// What we promise, light or dark, and the languages.
    #[component]
    pub(in crate::components) fn Footer() -> impl IntoView {
        let address = address_bar::address().get_untracked();
        view! {
            <footer class="foot">
                <p>{use_served().footer_promise()}</p>
                <form method="post" action="/language">
                    <input type="hidden" id="back" name="back" value=address/>
                    <Themes/>
                    {languages()}
                </form>
            </footer>
        }
    }

    /// Light, dark, or as the system has it.
    #[component]
    fn Themes() -> impl IntoView {
        let served = use_served();
        let shown = use_context::<Theme>().unwrap_or_default();
        let buttons = Theme::ALL.map(|theme| {
            let words = match theme {
                Theme::System => served.theme_system(),
                Theme::Light => served.theme_light(),
                Theme::Dark => served.theme_dark(),
            };
            let pressed = if theme == shown { "true" } else { "false" };
            view! { <button name="theme" value=theme.as_str() formaction="/theme" aria-pressed=pressed>{words}</button> }
        });
        view! { <div class="choice" role="group" aria-label=served.choose_theme()>{buttons}</div> }
    }
}

#[cfg(not(feature = "ssr"))]
mod browser {
    use leptos::prelude::*;

    use crate::{components::address_bar, effect::effect};

    /// The place of the foot.
    #[component]
    pub(in crate::components) fn Footer() -> impl IntoView {
        let address = address_bar::address();
        effect(move || {
            let address = address.get();
            if let Some(back) = document().get_element_by_id("back") {
                // With the code that the address bar shows no more.
                let _ = back.set_attribute("value", &address);
            }
        });
        view! { <footer class="foot"></footer> }
    }
}
