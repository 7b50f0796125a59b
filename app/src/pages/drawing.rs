//! The drawing of a service and its three contacts, in the colours of the page's theme.

use leptos::prelude::*;

use crate::components::{use_served, use_ui};

/// A service in the middle, and around it who manages, runs and pays for it.
#[component]
pub(super) fn Drawing() -> impl IntoView {
    let (ui, served) = (use_ui(), use_served());
    let words = |x: i32, y: i32, anchor: &'static str, name: &'static str, does: &'static str| {
        view! {
            <text x=x y=y text-anchor=anchor font-size="17" font-weight="650" fill="var(--ink)">{name}</text>
            <text x=x y=y + 21 text-anchor=anchor font-size="15" fill="var(--ink-soft)">{does}</text>
        }
    };
    let contact = |x: i32, y: i32, sign: &'static str| {
        view! {
            <circle cx=x cy=y r="36" fill="var(--surface)" stroke="var(--accent)" stroke-width="2"/>
            <path d=sign fill="none" stroke="var(--accent)" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>
        }
    };
    view! {
        <svg class="drawing" viewBox="0 0 440 330" role="img" aria-labelledby="drawing-title drawing-text">
            <title id="drawing-title">{served.help_drawing_title()}</title>
            <desc id="drawing-text">{served.help_drawing_text()}</desc>
            <path
                d="M220 92v36M122 240l44-42M318 240l-44-42"
                fill="none" stroke="var(--line-strong)" stroke-width="2" stroke-dasharray="2 6" stroke-linecap="round"
            />
            <rect x="130" y="128" width="180" height="70" rx="10" fill="var(--accent-soft)" stroke="var(--accent)" stroke-width="2"/>
            {words(220, 158, "middle", served.help_drawing_service(), "example.org")}
            // A pen, a screen, a card.
            {contact(220, 56, "M204 68l3-12 19-19 9 9-19 19zM221 42l9 9")}
            {words(268, 52, "start", ui.role_admin(), served.help_drawing_admin())}
            {contact(96, 240, "M80 227h32v20h-32zM88 254h16M96 247v7")}
            {words(96, 300, "middle", ui.role_tech(), served.help_drawing_tech())}
            {contact(344, 240, "M328 229h32v22h-32zM328 236h32M333 245h8")}
            {words(344, 300, "middle", ui.role_billing(), served.help_drawing_billing())}
        </svg>
    }
}
