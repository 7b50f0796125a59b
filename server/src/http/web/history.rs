//! A service's history as a table for other programs.

use axum::{
    Extension,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use countersign_app::Visitor;
use countersign_backend::Error;
use countersign_domain::{
    Handle, Problem, ServiceId, Timestamp,
    view::{HistoryWhat, ServiceHistory},
};
use countersign_locales::iso_date_time;

use crate::http::answers;

/// The history of a service that the visitor is a contact of, as CSV; of any other there is none.
pub(super) async fn csv(Extension(visitor): Extension<Visitor>, Path(service): Path<String>) -> Response {
    let (Some(actor), Ok(service)) = (&visitor.actor, service.parse::<ServiceId>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match actor.service_history(service).await {
        Ok(history) => match table(&history) {
            Ok(table) => {
                let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned());
                let name = format!(
                    "attachment; filename=\"history-{}-{}.csv\"",
                    plain(history.name.as_str()),
                    history.category.as_str()
                );
                ([kind, (header::CONTENT_DISPOSITION, name)], table).into_response()
            }
            Err(error) => answers::failure(Error::Internal(error.to_string()), visitor.language),
        },
        Err(Error::Problem(Problem::NotFound)) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => answers::failure(error, visitor.language),
    }
}

/// Names are those of the API: for programs, and the same in every language.
fn table(history: &ServiceHistory) -> Result<Vec<u8>, csv::Error> {
    // Spreadsheets take a file for UTF-8 by this mark.
    // All in quotes: where semicolons separate, a formula could stand behind one.
    let mut table =
        csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(["service", "at", "what", "from", "to", "fields", "asked_by", "accepted_by", "request"])?;
    for line in &history.lines {
        let id = |id: &Option<Handle>| id.as_ref().map(Handle::to_string).unwrap_or_default();
        let [what, from, to, fields, asked_by, accepted, request] = match &line.what {
            HistoryWhat::Role(change) => {
                let accepted: Vec<_> = change.accepted.iter().map(|(who, at)| format!("{who} {}", time(*at))).collect();
                [
                    change.role.as_str().to_owned(),
                    id(&change.from),
                    change.to.to_string(),
                    String::new(),
                    id(&change.asked_by),
                    accepted.join("; "),
                    change.request.map(|id| id.to_string()).unwrap_or_default(),
                ]
            }
            HistoryWhat::Owner { by, fields } => {
                let fields: Vec<_> = fields.iter().map(|field| field.as_str()).collect();
                let none = String::new;
                ["owner".to_owned(), none(), none(), fields.join("; "), by.to_string(), none(), none()]
            }
        };
        let name = inert(history.name.as_str());
        table.write_record([name, time(line.at), what, from, to, fields, asked_by, accepted, request])?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

/// A name with nothing in it that a file's name should not have.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' }).collect()
}

fn time(at: Timestamp) -> String {
    iso_date_time(at.0)
}

/// A text that no spreadsheet takes for a formula (OWASP, "CSV injection").
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
