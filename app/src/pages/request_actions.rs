//! What one may do with a request: accept or refuse with the code, ask for the mail again, cancel.

use countersign_domain::{Field, view::RequestDetail};
use leptos::{form::ActionForm, prelude::*};

use crate::{
    api::{Cancel, Decide, Resend},
    components::{TextArea, TextField, form_state, use_ui},
    state::{Flash, use_state},
};

/// The forms of a request's page: those that the reader may use.
#[component]
pub(super) fn Actions(
    /// The request.
    detail: RequestDetail,
    /// What the last form was told.
    flash: Option<Flash>,
    /// The code of the mail's link.
    token: RwSignal<String>,
    /// Counts the acts done on the page.
    acts: RwSignal<u32>,
) -> impl IntoView {
    let awaits = detail.row.awaits(&detail.me);
    let cancellable = detail.row.cancellable(&detail.me);
    view! {
        {awaits.then(|| view! {
            <DecideForm detail=detail.clone() flash=flash.clone() token=token acts=acts/>
            <ResendForm detail=detail.clone() flash=flash.clone() acts=acts/>
        })}
        {cancellable.then(|| view! { <CancelForm detail=detail.clone() flash=flash.clone() acts=acts/> })}
    }
}

/// Reads the page anew after each act, and what waits for me with it.
fn after<T: Clone + Send + Sync + 'static>(
    value: impl Fn() -> Option<Result<T, crate::Fault>> + 'static,
    acts: RwSignal<u32>,
) {
    let state = use_state();
    Effect::new(move || {
        if matches!(value(), Some(Ok(_))) {
            acts.update(|n| *n += 1);
            state.changed.update(|n| *n += 1);
        }
    });
}

#[component]
fn DecideForm(
    detail: RequestDetail,
    flash: Option<Flash>,
    token: RwSignal<String>,
    acts: RwSignal<u32>,
) -> impl IntoView {
    let ui = use_ui();
    let action = ServerAction::<Decide>::new();
    after(move || action.value().get(), acts);
    let form = form_state(action, flash);
    view! {
        <section class="decide" aria-labelledby="decide-title">
            <h2 id="decide-title">{ui.your_decision()}</h2>
            {form.summary()}
            <ActionForm action=action>
                <input type="hidden" name="id" value=detail.row.id.to_string()/>
                <TextField field=Field::Code form=form value=token.get_untracked() hint=ui.code_hint(&detail.masked_email) autocomplete="one-time-code"/>
                <div class="buttons">
                    <button class="button button-good" name="decision" value="accept" disabled=form.pending()>{ui.accept()}</button>
                    <details class="ask">
                        <summary class="button button-plain">{ui.refuse_ask()}</summary>
                        <div class="ask-box">
                            <p>{ui.refuse_sure()}</p>
                            <button class="button button-bad" name="decision" value="refuse" disabled=form.pending()>{ui.refuse_confirm()}</button>
                        </div>
                    </details>
                </div>
            </ActionForm>
        </section>
    }
}

#[component]
fn ResendForm(detail: RequestDetail, flash: Option<Flash>, acts: RwSignal<u32>) -> impl IntoView {
    let ui = use_ui();
    let action = ServerAction::<Resend>::new();
    after(move || action.value().get(), acts);
    let form = form_state(action, flash);
    view! {
        <section class="aside" aria-labelledby="resend-title">
            <h2 id="resend-title">{ui.resend_title()}</h2>
            {form.summary()}
            <p>{ui.resend_text(&detail.masked_email)}" "<a href="/profile">{ui.wrong_address()}</a></p>
            <ActionForm action=action>
                <input type="hidden" name="id" value=detail.row.id.to_string()/>
                <button class="button button-quiet" disabled=form.pending()>{ui.resend()}</button>
            </ActionForm>
        </section>
    }
}

#[component]
fn CancelForm(detail: RequestDetail, flash: Option<Flash>, acts: RwSignal<u32>) -> impl IntoView {
    let ui = use_ui();
    let action = ServerAction::<Cancel>::new();
    after(move || action.value().get(), acts);
    let form = form_state(action, flash);
    view! {
        <section class="aside">
            {form.summary()}
            <details class="ask" prop:open=move || form.problem().get().is_some()>
                <summary class="button button-plain">{ui.cancel_ask()}</summary>
                <div class="ask-box">
                    <p>{ui.cancel_text()}</p>
                    <ActionForm action=action>
                        <input type="hidden" name="id" value=detail.row.id.to_string()/>
                        <TextArea field=Field::Reason form=form/>
                        <button class="button button-bad" disabled=form.pending()>{ui.cancel_request()}</button>
                    </ActionForm>
                </div>
            </details>
        </section>
    }
}
