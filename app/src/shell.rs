//! The document around the application, rendered on the server only.

use std::sync::Arc;

use axum::http::{HeaderValue, header};
use countersign_locales::{Ui, dictionary};
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
    /// The typeface, but for letters that few texts have.
    pub font: Arc<str>,
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

/// The document. `Ui`, [`Assets`] and, if somebody is signed in, `Some` of [`Seen`] must have been provided as context.
///
/// Scripts carry the nonce of this answer, which its Content-Security-Policy names. The dictionary of the page's language is
/// fetched beside the WASM, before hydrating.
pub fn shell() -> impl IntoView {
    let ui = expect_context::<Ui>();
    let assets = expect_context::<Assets>();
    let theme = use_context::<Theme>().unwrap_or_default();
    let seen = use_context::<Option<Seen>>().flatten().map(|Seen(revision)| revision);
    let language = ui.language().code();
    let dictionary = format!("/locale/{language}.{}.json", dictionary(ui.language()).hash);
    let nonce = use_nonce();
    if let (Some(nonce), Some(response)) = (&nonce, use_context::<ResponseOptions>())
        && let Ok(policy) = HeaderValue::from_str(&policy(nonce))
    {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    let start = format!(
        "import init, {{ start }} from {js:?};\
         const [texts] = await Promise.all([\
         fetch({dictionary:?}).then(answer => answer.json()), init({{ module_or_path: {wasm:?} }})]);\
         start({language:?}, texts);",
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
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=assets.css.to_string()/>
                <link rel="preload" href=assets.font.to_string() r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="modulepreload" href=assets.js.to_string()/>
                <link rel="preload" href=assets.wasm.to_string() r#as="fetch" r#type="application/wasm" crossorigin=""/>
                <link rel="preload" href=dictionary.clone() r#as="fetch" crossorigin=""/>
                <MetaTags/>
                <script type="module" nonce=nonce>{start}</script>
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
