//! The drawing of a service and its three contacts: all of it is text, but for the signs and the lines.

use leptos::prelude::*;

use crate::texts::{use_served, use_ui};

/// A service, and below it who manages, runs and pays for it, and what each may do.
#[component]
pub(super) fn Drawing() -> impl IntoView {
    let (ui, served) = (use_ui(), use_served());
    // A key, a screen, a card.
    let contacts = [
        (
            ui.role_admin(),
            served.help_drawing_admin(),
            served.help_admin(),
            "M21 23a6 6 0 1 1 3.5 5.4L16 37v-5h-4l0-5 9-4zM31 22v.1",
        ),
        (ui.role_tech(), served.help_drawing_tech(), served.help_tech(), "M12 14h24v16H12zM18 36h12M24 30v6"),
        (ui.role_billing(), served.help_drawing_billing(), served.help_billing(), "M11 15h26v18H11zM11 21h26M16 28h6"),
    ];
    view! {
        <figure class="drawing">
            <figcaption class="unseen">{served.help_drawing_title()}</figcaption>
            <p class="drawing-service"><strong>{served.help_drawing_service()}</strong><span>"example.org"</span></p>
            <ul>
                {contacts.map(|(name, does, may, sign)| view! {
                    <li>
                        <svg viewBox="0 0 48 48" width="64" height="64" aria-hidden="true"><circle cx="24" cy="24" r="23"/><path d=sign/></svg>
                        <strong>{name}</strong>
                        <span class="drawing-does">{does}</span>
                        <span>{may}</span>
                    </li>
                }).collect_view()}
            </ul>
        </figure>
    }
}
