//! Addresses that the browser goes to. Whatever names one, it is read as the browser reads it, followed only if it is of our own
//! origin, and assigned whole: a path alone, such as `//host/x`, could be read as another site's address.

use leptos::prelude::window;
use leptos_router::NavigateOptions;
use web_sys::Url;

fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Path and query of what `text` names, if it is of our origin.
pub(crate) fn own(text: &str) -> Option<String> {
    let origin = origin();
    let url = Url::new_with_base(text, &origin).ok()?;
    (url.origin() == origin).then(|| url.pathname() + &url.search())
}

/// The whole address of a path and query of ours, whatever these look like.
pub(crate) fn whole(place: &str) -> String {
    origin() + place
}

/// Has the browser load a page of ours.
pub(crate) fn load(place: &str) {
    let _ = window().location().assign(&whole(place));
}

/// Has the router show a page of ours. It takes a path that begins with `//` for another site's: that one is loaded.
pub(crate) fn go(navigate: &impl Fn(&str, NavigateOptions), place: &str, options: NavigateOptions) {
    if place.starts_with("//") {
        load(place);
    } else {
        navigate(place, options);
    }
}
