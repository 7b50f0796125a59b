//! Rows of a table that follow an answer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::data::{Now, Source, present};

/// Rows that come and go one by one. A row that stays keeps its elements, and with them the focus; what it shows follows the answer.
pub(crate) fn rows<T: Send + Sync + 'static, R: 'static>(
    source: Source<T>,
    now: &Now<T>,
    rows: fn(&T) -> &[R],
    key: fn(&R) -> String,
    row: fn(&R, &T) -> AnyView,
) -> AnyView {
    let present = present(source, now);
    let keys = {
        let present = present.clone();
        move || present().map(|page| rows(&page).iter().map(key).collect()).unwrap_or_default()
    };
    let show = move |wanted: &str| {
        let page = present();
        let shown = page
            .as_ref()
            .and_then(|page| rows(page).iter().find(|row| key(row) == wanted).map(|found| row(found, page)));
        shown.unwrap_or_else(|| ().into_any())
    };
    keyed(Arc::new(keys), Arc::new(show))
}

/// Of one type for all tables.
fn keyed(
    keys: Arc<dyn Fn() -> Vec<String> + Send + Sync>,
    show: Arc<dyn Fn(&str) -> AnyView + Send + Sync>,
) -> AnyView {
    view! {
        <For
            each=move || keys()
            key=Clone::clone
            children=move |key| {
                let show = show.clone();
                move || show(&key)
            }
        />
    }
    .into_any()
}
