//! Dates, readable by people and machines. Always UTC and said so: the server does not know where the reader is.

use countersign_domain::Timestamp;
use countersign_locales::iso_date_time;
use leptos::prelude::*;

use crate::texts::use_ui;

/// A day.
#[component]
pub(crate) fn Day(at: Timestamp) -> impl IntoView {
    view! { <time datetime=iso_date_time(at.0)>{use_ui().date(at.0)}</time> }
}

/// A day and the time of day.
#[component]
pub(crate) fn Moment(at: Timestamp) -> impl IntoView {
    view! { <time datetime=iso_date_time(at.0)>{use_ui().date_time(at.0)}</time> }
}
