//! The document around the application, rendered on the server only.

use std::sync::{Arc, LazyLock};

use axum::http::{HeaderValue, header};
use countersign_locales::{Language, Served, Ui, dictionary};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;

use crate::{App, Theme};

/// The addresses of what the browser loads, with the hash of their content in the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The module that loads the WASM.
    pub js: Arc<str>,
    /// The WASM.
    pub wasm: Arc<str>,
    /// The stylesheet.
    pub css: Arc<str>,
    /// The help page's own stylesheet.
    pub help: Arc<str>,
    /// The typeface, but for letters that few languages have.
    pub font: Arc<str>,
    /// The letters beyond Latin-1.
    pub font_beyond: Arc<str>,
}

/// The revision of what the page's account sees, from before the page was made; a stream goes on from there.
#[derive(Clone, Debug)]
pub struct Seen(pub String);

impl Assets {
    /// What tells this build from others: the hash in the name of its WASM.
    #[must_use]
    pub fn build(&self) -> &str {
        self.wasm.rsplit('.').nth(1).unwrap_or_default()
    }
}

/// Back and forward lead to where one was on a page, and to the link that one had followed. The browser's own way comes too early:
/// what a page shows is fetched first.
const SCROLL_RESTORATION: &str = include_str!("scroll-restoration.js");

/// After a panic of the client, links and forms work as without JavaScript.
const FALLBACK: &str = include_str!("fallback.js");

/// The languages whose texts have letters beyond Latin-1, but for French's œ: their pages need the rest of the typeface at once.
static BEYOND_LATIN_1: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let is_beyond = |letter: char| matches!(letter, '\u{100}'..='\u{17f}') && !"Œœ".contains(letter);
    let needs = |language: &Language| dictionary(*language).json.contains(is_beyond);
    Language::ALL.into_iter().filter(needs).collect()
});

/// The document. `Ui`, [`Assets`] and, if somebody is signed in, `Some` of [`Seen`] must have been provided as context.
///
/// Scripts carry the nonce of this answer, which its Content-Security-Policy names. The dictionary of the page's language is
/// fetched beside the WASM.
pub fn shell() -> impl IntoView {
    let ui = expect_context::<Ui>();
    let assets = expect_context::<Assets>();
    let theme = use_context::<Theme>().unwrap_or_default();
    let seen = use_context::<Option<Seen>>().flatten().map(|Seen(revision)| revision);
    let language = ui.language().code();
    let beyond = BEYOND_LATIN_1.contains(&ui.language()).then(|| assets.font_beyond.to_string());
    let dictionary = format!("/locale/{language}.{}.json", dictionary(ui.language()).hash);
    let nonce = use_nonce();
    if let (Some(nonce), Some(response)) = (&nonce, use_context::<ResponseOptions>())
        && let Ok(policy) = HeaderValue::from_str(&policy(nonce))
    {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    // One reads first: what takes the page over is fetched when the page has been painted. Who has gone back meanwhile is at an
    // address that this page is not of.
    let start = format!(
        "const address = () => location.href.split('#')[0], shown = address();\
         await Promise.race([\
         new Promise(painted => new PerformanceObserver(painted).observe({{ type: 'paint', buffered: true }})),\
         new Promise(hidden => setTimeout(hidden, 500))]);\
         const wasm = fetch({wasm:?});\
         const texts = fetch({dictionary:?}).then(answer => answer.json());\
         const {{ default: init, start }} = await import({js:?});\
         await init({{ module_or_path: wasm }});\
         const words = await texts;\
         if (address() === shown) start({language:?}, words); else location.reload();",
        js = &*assets.js,
        wasm = &*assets.wasm,
    );
    view! {
        <!DOCTYPE html>
        <html lang=language data-theme=theme.as_str() data-build=assets.build().to_owned() data-seen=seen>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="description" content=Served::of(ui.language()).sign_in_lead()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=assets.css.to_string()/>
                <link rel="preload" href=assets.font.to_string() r#as="font" r#type="font/woff2" crossorigin=""/>
                {beyond.map(|href| view! { <link rel="preload" href=href r#as="font" r#type="font/woff2" crossorigin=""/> })}
                <MetaTags/>
                <script type="module" nonce=nonce>{FALLBACK}{SCROLL_RESTORATION}{start}</script>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    )
}
