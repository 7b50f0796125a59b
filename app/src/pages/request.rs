//! A request: what it is about, what happened, and what one may do.

use std::sync::Arc;

use countersign_domain::{
    AbortReason, Handle, Problem, StateName,
    view::{Delivery, Entry, RequestDetail, RequestRow, Sibling, What},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{
    request_actions::{Actions, usable},
    request_leaving::until_left,
    requests::standing,
};
use crate::{
    Fault,
    components::{Account, ActForm, Gate, Moment, Page, form_state, hide_code, problem_page, told, use_ui},
    data::{Answer, Known, Source, address, awaited_by, key, part, part_by, read, source},
    paths,
    state::Flash,
    words,
};

/// A request's page; the code of a mail's link fills the form in.
#[component]
pub(crate) fn Request() -> impl IntoView {
    view! { <Gate><Detail/></Gate> }
}

#[component]
fn Detail() -> impl IntoView {
    let params = use_params_map();
    let sent = use_query_map().get_untracked().get("token").unwrap_or_default();
    let sent_for = params.with_untracked(|params| key(params).to_owned());
    // The code is that of one request, and this page may lead to another one.
    let token =
        Signal::derive(
            move || if params.with(|params| key(params) == sent_for) { sent.clone() } else { String::new() },
        );
    let address = Signal::derive(move || {
        params.with(|params| address("/api/request", &[("id", key(params)), ("token", &*token.read())]))
    });
    hide_code();
    let source = source(address, until_left());
    awaited_by(
        source,
        which,
        Arc::new(move |detail, flash| match read(&detail) {
            Ok(whole) => frame(source, whole, (detail, flash), token),
            // An address with no number in it is one where nothing is.
            Err(Fault(Problem::Malformed)) => problem_page(&Fault(Problem::NotFound)),
            Err(fault) => problem_page(&fault),
        }),
    )
}

/// Which request a page shows, or why none.
fn which(detail: &Answer) -> String {
    match read::<RequestDetail>(detail) {
        Ok(detail) => detail.row.id.to_string(),
        Err(Fault(problem)) => format!("-{}", problem.status()),
    }
}

/// The page, with its parts: each is shown anew when something happens, the forms only when they are others.
fn frame(source: Source, detail: RequestDetail, now: Known, token: Signal<String>) -> AnyView {
    let ui = use_ui();
    let title = ui.request_title(&detail.row.id.to_string());
    let message = detail.message.map(|text| {
        view! {
            <figure class="message">
                <figcaption>{ui.request_message(detail.row.asked_by.as_str())}</figcaption>
                <blockquote><bdi>{text}</bdi></blockquote>
            </figure>
        }
    });
    let forms = Arc::new(move |detail: Answer, flash| match read(&detail) {
        Ok(detail) => view! { <Actions detail=detail flash=flash token=token/> }.into_any(),
        Err(_) => ().into_any(),
    });
    view! {
        <Page title=title>
            {piece(source, &now, done)}
            <div role="status">{piece(source, &now, outcome)}</div>
            {part(source, &now, Arc::new(again))}
            <div class="columns">
                <div>
                    <div class="paper">
                        {piece(source, &now, facts)}
                        {message}
                        <h2>{ui.signatures_title()}</h2>
                        {piece(source, &now, signatures)}
                    </div>
                    {part_by(source, &now, usable, forms)}
                </div>
                <section class="timeline" aria-labelledby="timeline-title">
                    <h2 id="timeline-title">{ui.timeline_title()}</h2>
                    {piece(source, &now, timeline)}
                </section>
            </div>
            <p><a href="/contacts/requests">{ui.back_to_requests()}</a></p>
        </Page>
    }
    .into_any()
}

/// What the reader has just done, as long as it is so.
fn done(detail: RequestDetail) -> AnyView {
    let ui = use_ui();
    told(Arc::new(move |notice| {
        let (state, open) = (detail.row.state, !detail.row.state.is_end());
        let awaited = detail.awaits_reader();
        match notice {
            "registered" if open => Some(ui.notice_registered().to_owned()),
            "waiting" if open && !awaited => Some(ui.notice_waiting().to_owned()),
            "linked" if state == StateName::Doing => Some(ui.notice_linked().to_owned()),
            "done" if state == StateName::Done => Some(ui.notice_done().to_owned()),
            "refused" if state == StateName::Refused => Some(ui.notice_refused().to_owned()),
            "cancelled" if state == StateName::Aborted => Some(ui.notice_cancelled().to_owned()),
            "resent" if awaited => Some(ui.notice_resent(&detail.masked_email)),
            _ => None,
        }
    }))
}

/// A part of the page that follows what happens.
fn piece(source: Source, now: &Known, view: fn(RequestDetail) -> AnyView) -> AnyView {
    part(source, now, Arc::new(move |detail, _| read(&detail).map_or_else(|_| ().into_any(), view)))
}

/// A line for each who must accept, and what stands on it.
fn signatures(detail: RequestDetail) -> AnyView {
    let ui = use_ui();
    let row = &detail.row;
    let line = |who: &Handle| {
        let by =
            |entry: &&Entry| matches!(entry.what, What::Accepted | What::Refused) && entry.who.as_ref() == Some(who);
        let decided = detail.timeline.iter().find(by);
        let (class, text) = match decided.map(|entry| entry.what) {
            Some(What::Accepted) => ("signed", ui.signed()),
            Some(_) => ("", ui.signed_not()),
            None if row.state.is_end() => ("", ui.signed_never()),
            None => ("", ui.signed_not_yet()),
        };
        let at = decided.map(|entry| view! { <Moment at=entry.at/> }.into_any());
        view! { <li class=class><Account id=who.clone() me=detail.me.clone()/><span>{text}</span>{at}</li> }.into_any()
    };
    let other = (row.to != row.asked_by).then(|| line(&row.to));
    view! { <ul class="signatures">{line(&row.asked_by)}{other}</ul> }.into_any()
}

fn facts(detail: RequestDetail) -> AnyView {
    let ui = use_ui();
    let (row, me) = (detail.row, detail.me);
    let left = (!row.state.is_end()).then(|| view! { <span class="sub">{ui.left(detail.left)}</span> });
    let siblings = (!detail.siblings.is_empty()).then(|| {
        let lines = detail.siblings.into_iter().map(|other| sibling(other, &row, &me)).collect_view();
        let linked = detail.linked.then(|| view! { <span class="sub">{ui.siblings_linked()}</span> });
        view! { <dt>{ui.request_siblings()}</dt><dd>{lines}{linked}</dd> }
    });
    view! {
        <dl class="facts">
            <dt>{ui.request_service()}</dt>
            <dd><bdi>{row.service_name.to_string()}</bdi><span class="sub">{words::kinds(ui, row.category, row.companion)}</span></dd>
            <dt>{ui.request_roles()}</dt>
            <dd>
                {words::roles(ui, row.roles)}
                <span class="line"><Account id=row.from.clone() me=me.clone()/>" → "<Account id=row.to.clone() me=me.clone()/></span>
            </dd>
            <dt>{ui.request_by()}</dt>
            <dd><Account id=row.asked_by.clone() me=me.clone()/><span class="sub"><Moment at=row.asked_at/></span></dd>
            {match row.ended_at {
                Some(at) => view! { <dt>{ui.request_ended()}</dt><dd><Moment at=at/></dd> }.into_any(),
                None => view! { <dt>{ui.request_expires()}</dt><dd><Moment at=row.expires_at/>{left}</dd> }.into_any(),
            }}
            {siblings}
        </dl>
    }
    .into_any()
}

/// What else the same form asks: the roles and the new contact, as far as the reader may know it.
fn sibling(sibling: Sibling, row: &RequestRow, me: &Handle) -> AnyView {
    let ui = use_ui();
    // Names the kind of the service only if it differs from that of the request shown.
    let other_kind = (sibling.category, sibling.companion) != (row.category, row.companion);
    let kind = other_kind.then(|| format!(" ({})", words::kinds(ui, sibling.category, sibling.companion)));
    let roles = words::roles(ui, sibling.roles);
    let roles = match sibling.request {
        Some(id) => view! { <a href=paths::request(id)>{roles}</a> }.into_any(),
        None => roles.into_any(),
    };
    let to = match sibling.to {
        Some(to) => view! { <Account id=to me=me.clone()/> }.into_any(),
        None => ui.other_customer().into_any(),
    };
    view! { <span class="line">{roles}{kind}" → "{to}</span> }.into_any()
}

/// What happened, and what is to come.
fn timeline(detail: RequestDetail) -> AnyView {
    let row = &detail.row;
    let next = (!row.waiting_for.is_empty()).then(|| {
        let text = use_ui().waiting_for(&words::accounts(&row.waiting_for));
        view! { <li class="event event-next"><span>{text}</span><Moment at=row.expires_at/></li> }.into_any()
    });
    view! { <ol>{detail.timeline.iter().map(entry).collect_view()}{next}</ol> }.into_any()
}

/// Where it stands; how it ended, or for whom it waits, in a sentence; and what next.
fn outcome(detail: RequestDetail) -> AnyView {
    let detail = &detail;
    let ui = use_ui();
    let row = &detail.row;
    let refuser = || {
        let refused = detail.timeline.iter().find(|entry| entry.what == What::Refused);
        refused.and_then(|entry| entry.who.as_ref()).map(Handle::to_string).unwrap_or_default()
    };
    let waiting = words::accounts(&row.waiting_for);
    let text = match row.state {
        StateName::Done => Some(ui.ended_done().to_owned()),
        StateName::Refused => Some(ui.ended_refused(&refuser())),
        StateName::Expired => Some(ui.ended_expired().to_owned()),
        StateName::Error => Some(ui.ended_error().to_owned()),
        StateName::Aborted => row.reason.map(|reason| words::aborted(ui, reason).to_owned()),
        StateName::Doing => Some(ui.waits_for_linked().to_owned()),
        _ if detail.awaits_reader() => None,
        _ if detail.takes_part => Some(ui.decided_already(&waiting)),
        _ => Some(ui.only_watching(&waiting)),
    };
    let reason = detail.cancel_reason.clone();
    let pay = detail.pay_url.clone();
    view! {
        <p class="standing">{standing(row, detail.awaits_reader())}</p>
        {text.map(|text| view! { <p class="outcome">{text}</p> })}
        {reason.map(|reason| view! { <p><bdi>{ui.cancel_reason_given(&reason)}</bdi></p> })}
        {pay.map(|url| view! { <p><a class="button" href=url rel="external">{ui.pay_invoice()}</a></p> })}
    }
    .into_any()
}

/// What came to nothing once more, with one press; or something else, in the form.
fn again(detail: Answer, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let Ok(RequestDetail { row, me, .. }) = read(&detail) else { return ().into_any() };
    if !row.state.is_end() || row.state == StateName::Done || row.asked_by != me {
        return ().into_any();
    }
    let form = form_state("/api/ask-again", flash);
    let (id, service) = (row.id.to_string(), row.service);
    view! {
        <ActForm form=form>
            <input type="hidden" name="id" value=id/>
            <div class="buttons">
                <button class="button" disabled=form.pending()>{ui.ask_again()}</button>
                <a class="button button-plain" href=paths::service(service, "")>{ui.ask_otherwise()}</a>
            </div>
        </ActForm>
    }
    .into_any()
}

fn entry(entry: &Entry) -> AnyView {
    let ui = use_ui();
    let who = entry.who.as_ref().map(Handle::to_string).unwrap_or_default();
    let (class, text) = match entry.what {
        What::Asked => ("event", ui.event_asked(&who)),
        What::Accepted => ("event event-good", ui.event_accepted(&who)),
        What::Refused => ("event event-bad", ui.event_refused(&who)),
        What::Aborted(AbortReason::Cancelled) => ("event event-bad", ui.event_cancelled(&who)),
        What::Aborted(AbortReason::CancelledByAdministrator) => {
            ("event event-bad", ui.event_cancelled_by_administrator().to_owned())
        }
        What::Aborted(_) => ("event event-bad", ui.event_aborted().to_owned()),
        What::Expired => ("event event-bad", ui.event_expired().to_owned()),
        What::Done => ("event event-good", ui.event_done().to_owned()),
        What::Error => ("event event-bad", ui.event_error().to_owned()),
        What::Mail(event, delivery) => {
            let about = words::mail(ui, event);
            match delivery {
                Delivery::Pending => ("event event-mail", ui.mail_pending(&who, about)),
                Delivery::Waiting => ("event event-mail", ui.mail_waiting(&who, about)),
                Delivery::Sent => ("event event-mail", ui.mail_sent(&who, about)),
                Delivery::Unsaid => ("event event-mail", ui.mail_owed(&who, about)),
                Delivery::Outdated => ("event event-mail", ui.mail_outdated(&who, about)),
                Delivery::Dead => ("event event-mail event-bad", ui.mail_dead(&who, about)),
            }
        }
    };
    let at = entry.at;
    view! { <li class=class><span>{text}</span><Moment at=at/></li> }.into_any()
}
