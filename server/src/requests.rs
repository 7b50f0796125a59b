//! Requests as the provider's staff sees them: which there are, one of them whole, and ending one.

use countersign_backend::{RequestFacts, RequestSearch};
use countersign_domain::{Problem, RequestId};
use countersign_locales::iso_date_time;

use crate::{cli::Request, explain::id, failure::Failure, operator};

/// Lists, shows or ends requests.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn run(command: Request) -> Result<(), Failure> {
    match command {
        Request::List { database, all, account, service, limit } => {
            let operator = operator::looking(&database).await?;
            let account = account.map(|account| id(&account, &operator.backend().settings().suffix)).transpose()?;
            let search = RequestSearch { open_only: !all, account, service };
            for facts in operator.find_requests(&search, limit).await? {
                println!("{}", line(&facts));
            }
        }
        Request::Show { database, number } => {
            let facts = operator::looking(&database).await?.request(number).await?;
            show(&facts.ok_or_else(|| missing(number))?);
        }
        Request::Abort { database, number, act } => {
            let identity = operator::with_reason(act)?;
            let aborted = operator::acting(&database, identity).await?.abort_request(number).await;
            aborted.map_err(|error| match error {
                countersign_backend::Error::Problem(Problem::NotFound) => missing(number),
                countersign_backend::Error::Problem(Problem::Ended(state)) => {
                    format!("request {number} has ended: {}", state.as_str()).into()
                }
                other => other.into(),
            })?;
            println!("Request {number} is aborted, and its parties are told.");
        }
    }
    Ok(())
}

fn missing(number: RequestId) -> Failure {
    format!("there is no request {number}").into()
}

fn line(RequestFacts { request, row, .. }: &RequestFacts) -> String {
    let roles: Vec<_> = request.roles.iter().map(|role| role.as_str()).collect();
    format!(
        "{}  {}  {}  {} {}: {} from {} to {}, asked by {}",
        request.id,
        iso_date_time(request.asked_at.0),
        row.state.as_str(),
        row.category.as_str(),
        row.service_name,
        roles.join(" "),
        request.from,
        request.to,
        request.asked_by,
    )
}

/// Prints all that is known of a request. Its message and its codes are the parties' own.
fn show(facts: &RequestFacts) {
    let RequestFacts { request, row, cancel_reason, siblings } = facts;
    println!("{}", line(facts));
    println!("can be accepted until {}", iso_date_time(request.expires_at.0));
    for (who, at) in &request.accepted {
        println!("accepted by {who} at {}", iso_date_time(at.0));
    }
    for who in &row.waiting_for {
        println!("waits for {who}");
    }
    if request.hidden {
        println!("hidden from {}, which has blocked {}", request.to, request.asked_by);
    }
    if let Some(at) = request.state.ended_at() {
        let reason = row.reason.map_or_else(String::new, |reason| format!(", {}", reason.as_str()));
        println!("ended at {}: {}{reason}", iso_date_time(at.0), row.state.as_str());
    }
    if let Some(reason) = cancel_reason {
        println!("reason given: {}", reason.replace('\n', " "));
    }
    for sibling in siblings {
        let stands = if request.linked { "together with it or not at all" } else { "by the same form" };
        println!("{stands}: {}", line(sibling));
    }
}
