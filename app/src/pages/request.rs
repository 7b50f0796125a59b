//! A request: what it is about, what happened, and what one may do.

use std::sync::Arc;

use countersign_domain::{
    AbortReason, Handle, RequestId, StateName,
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
    ApiError, api,
    components::{Account, ActForm, FormState, Moment, Page, RequireSignIn, hide_code, notices, problem_page},
    data::{Loaded, Now, Source, key, keyed_section, keyed_view_of, section, source},
    flash::Flash,
    labels,
    notice::Done,
    paths,
    texts::use_ui,
};

/// A request's page; the code of a mail's link fills the form in.
#[component]
pub(crate) fn Request() -> impl IntoView {
    view! { <RequireSignIn><Detail/></RequireSignIn> }
}

#[component]
fn Detail() -> impl IntoView {
    let params = use_params_map();
    let sent = use_query_map().get_untracked().get("token").unwrap_or_default();
    let sent_for = params.with_untracked(key::<RequestId>);
    // The code is that of one request, and this page may lead to another one.
    let token =
        Signal::derive(
            move || if params.with(|params| key(params) == sent_for) { sent.clone() } else { String::new() },
        );
    let request = move || params.with(key).map(|id| api::Request { id, token: token.get() });
    hide_code();
    let source = source(request, until_left());
    keyed_view_of(source, request_key, move |detail, flash| match &detail {
        Ok(first) => frame(source, first, Now { loaded: detail.clone(), flash }, token),
        Err(error) => problem_page(error),
    })
}

/// Which request a page shows, or why none.
fn request_key(detail: &Loaded<RequestDetail>) -> String {
    match detail {
        Ok(detail) => detail.row.id.to_string(),
        Err(ApiError(problem)) => format!("-{}", problem.status()),
    }
}

/// The page, with its parts: each is shown anew when something happens, the forms only when they are others.
fn frame(
    source: Source<RequestDetail>,
    detail: &RequestDetail,
    now: Now<RequestDetail>,
    token: Signal<String>,
) -> AnyView {
    let ui = use_ui();
    let title = ui.request_title(&detail.row.id.to_string());
    let message = detail.message.clone().map(|text| {
        view! {
            <figure class="message">
                <figcaption>{ui.request_message(detail.row.asked_by.as_str())}</figcaption>
                <blockquote><bdi>{text}</bdi></blockquote>
            </figure>
        }
        .into_any()
    });
    let forms = move |detail: Loaded<RequestDetail>, flash| match detail {
        Ok(detail) => view! { <Actions detail=detail flash=flash token=token/> }.into_any(),
        Err(_) => ().into_any(),
    };
    view! {
        <Page title=title>
            {detail_section(source, &now, done)}
            <div role="status">{detail_section(source, &now, outcome)}</div>
            {section(source, &now, again)}
            <div class="columns">
                <div>
                    <div class="paper">
                        {detail_section(source, &now, facts)}
                        {message}
                        <h2>{ui.signatures_title()}</h2>
                        {detail_section(source, &now, signatures)}
                    </div>
                    {keyed_section(source, &now, usable, forms)}
                </div>
                <section class="timeline" aria-labelledby="timeline-title">
                    <h2 id="timeline-title">{ui.timeline_title()}</h2>
                    {detail_section(source, &now, timeline)}
                </section>
            </div>
            <p><a href="/contacts/requests">{ui.back_to_requests()}</a></p>
        </Page>
    }
    .into_any()
}

/// What the reader has just done, as long as it is so.
fn done(detail: Arc<RequestDetail>) -> AnyView {
    let ui = use_ui();
    notices(move |done| {
        let (state, open) = (detail.row.state, !detail.row.state.is_end());
        let awaited = detail.awaits_reader();
        match done {
            Done::Registered if open => Some(ui.notice_registered().to_owned()),
            Done::Waiting if open && !awaited => Some(ui.notice_waiting().to_owned()),
            Done::WaitingForLinked if state == StateName::Doing => Some(ui.notice_linked().to_owned()),
            Done::Completed if state == StateName::Done => Some(ui.notice_done().to_owned()),
            Done::Refused if state == StateName::Refused => Some(ui.notice_refused().to_owned()),
            Done::Cancelled if state == StateName::Aborted => Some(ui.notice_cancelled().to_owned()),
            Done::Resent if awaited => Some(ui.notice_resent(&detail.masked_email)),
            _ => None,
        }
    })
}

/// A section of the page that follows what happens.
fn detail_section(
    source: Source<RequestDetail>,
    now: &Now<RequestDetail>,
    view: fn(Arc<RequestDetail>) -> AnyView,
) -> AnyView {
    section(source, now, move |detail, _| detail.map_or_else(|_| ().into_any(), view))
}

/// A line for each who must accept, and what stands on it.
fn signatures(detail: Arc<RequestDetail>) -> AnyView {
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

fn facts(detail: Arc<RequestDetail>) -> AnyView {
    let ui = use_ui();
    let (row, me) = (&detail.row, &detail.me);
    let left = (!row.state.is_end()).then(|| view! { <span class="sub">{ui.left(detail.left)}</span> }.into_any());
    let siblings = (!detail.siblings.is_empty()).then(|| {
        let lines = detail.siblings.iter().map(|other| sibling(other.clone(), row, me)).collect_view();
        let linked = detail.linked.then(|| view! { <span class="sub">{ui.siblings_linked()}</span> }.into_any());
        view! { <dt>{ui.request_siblings()}</dt><dd>{lines}{linked}</dd> }.into_any()
    });
    view! {
        <dl class="facts">
            <dt>{ui.request_service()}</dt>
            <dd><bdi>{row.service_name.to_string()}</bdi><span class="sub">{labels::kinds(ui, row.category, row.companion)}</span></dd>
            <dt>{ui.request_roles()}</dt>
            <dd>
                {labels::roles(ui, row.roles)}
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
    let kind = other_kind.then(|| format!(" ({})", labels::kinds(ui, sibling.category, sibling.companion)));
    let roles = labels::roles(ui, sibling.roles);
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
fn timeline(detail: Arc<RequestDetail>) -> AnyView {
    let row = &detail.row;
    let next = (!row.waiting_for.is_empty()).then(|| {
        let text = use_ui().waiting_for(&labels::accounts(&row.waiting_for));
        view! { <li class="event event-next"><span>{text}</span><Moment at=row.expires_at/></li> }.into_any()
    });
    view! { <ol>{detail.timeline.iter().map(entry).collect_view()}{next}</ol> }.into_any()
}

/// Where it stands; how it ended, or for whom it waits, in a sentence; and what next.
fn outcome(detail: Arc<RequestDetail>) -> AnyView {
    let ui = use_ui();
    let row = &detail.row;
    let refuser = || {
        let refused = detail.timeline.iter().find(|entry| entry.what == What::Refused);
        refused.and_then(|entry| entry.who.as_ref()).map(Handle::to_string).unwrap_or_default()
    };
    let waiting = labels::accounts(&row.waiting_for);
    let text = match row.state {
        StateName::Done => Some(ui.ended_done().to_owned()),
        StateName::Refused => Some(ui.ended_refused(&refuser())),
        StateName::Expired => Some(ui.ended_expired().to_owned()),
        StateName::Error => Some(ui.ended_error().to_owned()),
        StateName::Aborted => row.reason.map(|reason| labels::aborted(ui, reason).to_owned()),
        StateName::Doing => Some(ui.waits_for_linked().to_owned()),
        _ if detail.awaits_reader() => None,
        _ if detail.takes_part => Some(ui.decided_already(&waiting)),
        _ => Some(ui.only_watching(&waiting)),
    };
    let reason = detail.cancel_reason.clone();
    let pay = detail.pay_url.clone();
    view! {
        <p class="standing">{standing(row, detail.awaits_reader())}</p>
        {text.map(|text| view! { <p class="outcome">{text}</p> }.into_any())}
        {reason.map(|reason| view! { <p><bdi>{ui.cancel_reason_given(&reason)}</bdi></p> }.into_any())}
        {pay.map(|url| view! { <p><a class="button" href=url rel="external">{ui.pay_invoice()}</a></p> }.into_any())}
    }
    .into_any()
}

/// What came to nothing once more, with one press; or something else, in the form.
fn again(detail: Loaded<RequestDetail>, flash: Option<Flash>) -> AnyView {
    let ui = use_ui();
    let Ok(detail) = detail else { return ().into_any() };
    let RequestDetail { row, me, .. } = &*detail;
    if !row.state.is_end() || row.state == StateName::Done || row.asked_by != *me {
        return ().into_any();
    }
    let form = FormState::of::<api::AskAgain>(flash);
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
            let about = labels::mail(ui, event);
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
