//! The drawing of a service and its three contacts. Its colours are those of the page (`style/help.css`), in both themes.

use leptos::prelude::*;

use crate::components::{use_served, use_ui};

/// A service in the middle, and around it who manages, runs and pays for it.
#[component]
pub(super) fn Drawing() -> impl IntoView {
    let (ui, served) = (use_ui(), use_served());
    view! {
        <svg class="drawing" viewBox="0 0 440 330" role="img" aria-labelledby="drawing-title drawing-text">
            <title id="drawing-title">{served.help_drawing_title()}</title>
            <desc id="drawing-text">{served.help_drawing_text()}</desc>
            <path class="drawing-line" d="M220 92v36M122 240l44-42M318 240l-44-42"/>
            <rect class="drawing-service" x="130" y="128" width="180" height="70" rx="10"/>
            <text class="drawing-name" x="220" y="158">{served.help_drawing_service()}</text>
            <text class="drawing-sub" x="220" y="180">"example.org"</text>
            <g class="drawing-contact">
                <circle cx="220" cy="56" r="36"/>
                <path d="M204 66l4-13 18-18 9 9-18 18zM222 39l9 9"/>
                <text class="drawing-name" x="268" y="52" text-anchor="start">{ui.role_admin()}</text>
                <text class="drawing-sub" x="268" y="73" text-anchor="start">{served.help_drawing_admin()}</text>
            </g>
            <g class="drawing-contact">
                <circle cx="96" cy="240" r="36"/>
                <path d="M82 232h28v16h-28zM90 256h12M96 248v8M88 240h4M96 240h8"/>
                <text class="drawing-name" x="96" y="300">{ui.role_tech()}</text>
                <text class="drawing-sub" x="96" y="321">{served.help_drawing_tech()}</text>
            </g>
            <g class="drawing-contact">
                <circle cx="344" cy="240" r="36"/>
                <path d="M328 229h32v22h-32zM328 236h32M333 245h8"/>
                <text class="drawing-name" x="344" y="300">{ui.role_billing()}</text>
                <text class="drawing-sub" x="344" y="321">{served.help_drawing_billing()}</text>
            </g>
        </svg>
    }
}
