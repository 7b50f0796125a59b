//! Addresses that the browser goes to. Whatever names one, it is read as the browser reads it, followed only if it is of our own
//! origin, and assigned whole: a path alone, such as `//host/x`, could be read as another site's address.

use leptos::prelude::window;
use leptos_router::NavigateOptions;
use web_sys::Url;

/// What `text` names on the open page, if it is of our origin.
pub(crate) fn own(text: &str) -> Option<Url> {
    let here = window().location();
    let url = Url::new_with_base(text, &here.href().ok()?).ok()?;
    (url.origin() == here.origin().ok()?).then_some(url)
}

/// The whole address of a path and query of ours, whatever these look like.
pub(crate) fn whole(place: &str) -> String {
    window().location().origin().unwrap_or_default() + place
}

/// Path and query.
pub(crate) fn place(url: &Url) -> String {
    url.pathname() + &url.search()
}

/// Has the browser load a page.
pub(crate) fn load(url: &Url) {
    let _ = window().location().assign(&url.href());
}

/// Has the router show a page. It takes a path that begins with `//` for another site's: that one is loaded.
pub(crate) fn go(navigate: &impl Fn(&str, NavigateOptions), url: &Url, options: NavigateOptions) {
    if url.pathname().starts_with("//") {
        load(url);
    } else {
        navigate(&url.href(), options);
    }
}
