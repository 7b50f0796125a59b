//! The demo's own pages: the mailbox that shows every mail, and a stand-in for the provider's payment page.

use askama::Template;
use axum::{
    Extension, Form, Router,
    extract::{Path, Request, State as Extract},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use countersign_app::Visitor;
use countersign_backend::{
    Error, demo,
    mail::{Mail, find_mail, read_mailbox},
};
use countersign_locales::{Language, Ui, iso_date_time};
use serde::Deserialize;
use std::path::Path as FilePath;

use crate::{
    http::{answers, state::State},
    loopback::names_loopback,
};

/// For the demo's own pages: our stylesheet, and the mail's frame.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);
/// For a mail inside its frame: its own inline styles and nothing else.
const MAIL_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
);

/// The demo's routes.
pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/demo/mailbox", get(mailbox))
        .route("/demo/mailbox/{id}", get(mail))
        .route("/demo/mailbox/{id}/html", get(mail_html))
        .route("/demo/invoices", get(invoices).post(pay))
        .route_layer(middleware::from_fn(on_loopback))
}

/// Whoever has reached the demo by another name than that of its own machine is told that there is no such page: a proxy or a
/// published port may have let in anybody.
async fn on_loopback(request: Request, next: Next) -> Response {
    let named = request.uri().authority().map(axum::http::uri::Authority::as_str);
    let mut hosts =
        request.headers().get_all(header::HOST).iter().map(|host| host.to_str().ok()).chain(named.map(Some));
    let is_local = hosts.all(|host| host.is_some_and(names_loopback)) && request.headers().contains_key(header::HOST);
    if is_local { next.run(request).await } else { StatusCode::NOT_FOUND.into_response() }
}

struct Line {
    id: String,
    to: String,
    subject: String,
    date: String,
    iso: String,
}

impl From<&Mail> for Line {
    fn from(mail: &Mail) -> Self {
        Self {
            id: mail.id.to_string(),
            to: mail.to_address.clone(),
            subject: mail.subject.clone(),
            date: Ui::of(Language::En).date_time(mail.date.0),
            iso: iso_date_time(mail.date.0),
        }
    }
}

#[derive(Template)]
#[template(path = "mailbox.html")]
struct MailboxPage<'a> {
    css: &'a str,
    mails: Vec<Line>,
}

struct Part {
    text: String,
    link: Option<String>,
}

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage<'a> {
    css: &'a str,
    mail: Line,
    text: Vec<Part>,
}

#[derive(Template)]
#[template(path = "invoices.html")]
struct InvoicesPage<'a> {
    css: &'a str,
    numbers: Vec<String>,
}

fn render(page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response(),
        Err(error) => internal(&error),
    }
}

fn internal(error: &impl std::fmt::Display) -> Response {
    answers::failure(Error::Internal(format!("demo: {error}")), Language::En)
}

/// The folder of the mails; there is none when they go to a real mail server.
fn folder(state: &State) -> Result<&FilePath, StatusCode> {
    state.mailbox.as_deref().ok_or(StatusCode::NOT_FOUND)
}

async fn mailbox(Extract(state): Extract<State>) -> Result<Response, StatusCode> {
    Ok(match read_mailbox(folder(&state)?).await {
        Ok(mails) => render(&MailboxPage { css: &state.assets.css, mails: mails.iter().map(Line::from).collect() }),
        Err(error) => internal(&error),
    })
}

async fn found(state: &State, id: &str) -> Result<Mail, Response> {
    let folder = folder(state).map_err(IntoResponse::into_response)?;
    let id = id.parse().map_err(|_| StatusCode::NOT_FOUND.into_response())?;
    match find_mail(folder, id).await {
        Ok(Some(mail)) => Ok(mail),
        Ok(None) => Err(StatusCode::NOT_FOUND.into_response()),
        Err(error) => Err(internal(&error)),
    }
}

async fn mail(Extract(state): Extract<State>, Path(id): Path<String>) -> Response {
    match found(&state, &id).await {
        Ok(mail) => {
            let ours = state.backend.settings().link("/");
            render(&MailPage { css: &state.assets.css, mail: Line::from(&mail), text: with_links(&mail.text, &ours) })
        }
        Err(answer) => answer,
    }
}

/// The mail as its reader sees it. Links open in the window around its frame.
async fn mail_html(Extract(state): Extract<State>, Path(id): Path<String>) -> Response {
    match found(&state, &id).await {
        Ok(mail) => {
            let html = mail.html.replace("<a ", "<a target=\"_top\" ");
            let headers = [
                (header::CONTENT_SECURITY_POLICY, MAIL_POLICY),
                (header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN")),
            ];
            (headers, Html(html)).into_response()
        }
        Err(answer) => answer,
    }
}

/// A mail's text, with the addresses that begin with `ours` as links.
fn with_links(text: &str, ours: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(ours) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| c.is_whitespace() || matches!(c, '>' | ')')).unwrap_or(from.len());
        let (link, after) = from.split_at(end);
        parts.push(Part { text: before.to_owned(), link: None });
        parts.push(Part { text: link.to_owned(), link: Some(link.to_owned()) });
        rest = after;
    }
    parts.push(Part { text: rest.to_owned(), link: None });
    parts
}

async fn invoices(Extract(state): Extract<State>, Extension(visitor): Extension<Visitor>) -> Response {
    let Some(actor) = visitor.actor else { return Redirect::to("/sign-in?next=/demo/invoices").into_response() };
    match demo::unpaid_invoices(&actor).await {
        Ok(numbers) => render(&InvoicesPage { css: &state.assets.css, numbers }),
        Err(error) => answers::failure(error, visitor.language),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Payment {
    number: String,
}

async fn pay(Extension(visitor): Extension<Visitor>, Form(payment): Form<Payment>) -> Response {
    let Some(actor) = visitor.actor else { return StatusCode::UNAUTHORIZED.into_response() };
    match demo::pay_own_invoice(&actor, &payment.number).await {
        Ok(()) => Redirect::to("/demo/invoices").into_response(),
        Err(error) => answers::failure(error, visitor.language),
    }
}
