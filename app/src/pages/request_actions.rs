//! What one may do with a request: accept or refuse with the code, ask for the mail again, cancel, block the requester.

use std::sync::Arc;

use countersign_domain::{
    Field,
    view::{DeadCode, RequestDetail},
};
use leptos::prelude::*;

use super::request_leaving::leave_by;
use crate::{
    api,
    components::{ActForm, FormState, TextArea, TextField, fresh_key},
    data::Loaded,
    flash::Flash,
    texts::use_ui,
};

/// What the forms depend on: those that the reader may use, and what they say.
pub(super) fn usable(detail: &Loaded<RequestDetail>) -> String {
    let Ok(detail) = detail else { return String::new() };
    let mut usable = detail.masked_email.clone();
    let marks = [
        (detail.awaits_reader(), "+decide"),
        (detail.cancellable(), "+cancel"),
        (detail.is_asked_by_other(), "+block"),
        (detail.requester_blocked, "+blocked"),
        (detail.dead_code == Some(DeadCode::Replaced), "+replaced"),
        (detail.dead_code == Some(DeadCode::Void), "+void"),
    ];
    marks.iter().filter(|(is, _)| *is).for_each(|(_, mark)| usable.push_str(mark));
    usable
}

/// The forms of a request's page: those that the reader may use.
#[component]
pub(super) fn Actions(
    /// The request.
    detail: Arc<RequestDetail>,
    /// What the last form was told.
    flash: Option<Flash>,
    /// The code of the mail's link.
    token: Signal<String>,
) -> impl IntoView {
    let awaits = detail.awaits_reader();
    let asked = detail.is_asked_by_other();
    let cancellable = detail.cancellable();
    view! {
        {awaits.then(|| decide(&detail, flash.clone(), token))}
        {awaits.then(|| resend(&detail, flash.clone()))}
        {cancellable.then(|| cancel(&detail, flash.clone()))}
        {asked.then(|| block(&detail, flash.clone()))}
    }
}

fn decide(detail: &RequestDetail, flash: Option<Flash>, token: Signal<String>) -> AnyView {
    let ui = use_ui();
    let form = FormState::of::<api::Decide>(flash);
    let id = detail.row.id.to_string();
    let hint = ui.code_hint(&detail.masked_email);
    // A link that can no longer be used says so before anything is pressed.
    let dead = detail.dead_code.map(|dead| match dead {
        DeadCode::Replaced => ui.problem_code_replaced(),
        DeadCode::Void => ui.problem_code_void(),
    });
    view! {
        <section class="decide" aria-labelledby="decide-title">
            <h2 id="decide-title">{ui.your_decision()}</h2>
            {dead.map(|text| view! { <p class="outcome outcome-warn">{text}</p> }.into_any())}
            <ActForm form=form>
                <input type="hidden" name="id" value=id/>
                <input type="hidden" name="key" value=fresh_key()/>
                <TextField field=Field::Code form=form value=token.get_untracked() hint=hint autocomplete="one-time-code"/>
                <div class="buttons">
                    <button class="button" name="decision" value="accept" disabled=form.pending()>{ui.accept()}</button>
                    <details class="ask">
                        <summary class="button button-quiet">{ui.refuse_ask()}</summary>
                        <div class="ask-box">
                            <p>{ui.refuse_sure()}</p>
                            <button class="button button-bad" name="decision" value="refuse" disabled=form.pending()>{ui.refuse_confirm()}</button>
                        </div>
                    </details>
                </div>
            </ActForm>
        </section>
    }
    .into_any()
}

fn resend(detail: &RequestDetail, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let form = FormState::of::<api::Resend>(flash);
    let id = detail.row.id.to_string();
    view! {
        <section class="aside" aria-labelledby="resend-title">
            <h2 id="resend-title">{ui.resend_title()}</h2>
            <p>{ui.resend_text(&detail.masked_email)}" "<a href="/profile">{ui.wrong_address()}</a></p>
            <p><a href="/help#mail">{ui.help_mail()}</a></p>
            <ActForm form=form>
                <input type="hidden" name="id" value=id/>
                <button class="button button-quiet" disabled=form.pending()>{ui.resend()}</button>
            </ActForm>
        </section>
    }
    .into_any()
}

fn cancel(detail: &RequestDetail, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let form = FormState::of::<api::Cancel>(flash);
    let id = detail.row.id.to_string();
    let open = form.problem().get_untracked().is_some();
    let text = if detail.row.asked_by == detail.me { ui.cancel_text() } else { ui.cancel_text_administrator() };
    let linked = detail.siblings.iter().filter(|_| detail.linked).filter_map(|sibling| sibling.request);
    let numbers: Vec<_> = linked.map(|id| ui.request_number(&id.to_string())).collect();
    let linked = (!numbers.is_empty()).then(|| numbers.join(", "));
    view! {
        <section class="aside">
            <details class="ask" open=open>
                <summary class="button button-plain">{ui.cancel_ask()}</summary>
                <div class="ask-box">
                    <p>{text}</p>
                    {linked.map(|requests| view! { <p>{ui.cancel_linked(&requests)}</p> }.into_any())}
                    <ActForm form=form>
                        <input type="hidden" name="id" value=id/>
                        <TextArea field=Field::Reason form=form/>
                        <button class="button button-bad" disabled=form.pending()>{ui.cancel_request()}</button>
                    </ActForm>
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// Shows a new contact how to block the requester. Links in mails lead to this section.
fn block(detail: &RequestDetail, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let form = FormState::of::<api::BlockRequester>(flash);
    let customer = detail.row.asked_by.to_string();
    if detail.requester_blocked {
        return view! {
            <section class="aside" id="block">
                <p class="sub">{ui.block_done(&customer)}" "<a href="/profile#blocked">{ui.block_undo()}</a></p>
            </section>
        }
        .into_any();
    }
    leave_by(form);
    let open = form.problem().get_untracked().is_some();
    view! {
        <section class="aside" id="block">
            <details class="ask" open=open>
                <summary class="button button-plain">{ui.block_ask(&customer)}</summary>
                <div class="ask-box">
                    <p>{ui.block_text(&customer)}</p>
                    <p>{ui.block_limits()}</p>
                    <ActForm form=form>
                        <input type="hidden" name="customer" value=customer.clone()/>
                        <button class="button button-bad" disabled=form.pending()>{ui.block_confirm(&customer)}</button>
                    </ActForm>
                </div>
            </details>
        </section>
    }
    .into_any()
}
