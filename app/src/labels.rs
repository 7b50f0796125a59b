//! The words for the values of the domain: one place, whatever the page.

#[cfg(feature = "ssr")]
pub(crate) mod server_page;

use countersign_domain::{
    AbortReason, Category, Event, Field, FieldProblem, Handle, MAX_BLOCKED, Problem, Role, Roles, StateName, Status,
    Wrong, view::ServiceSort,
};
use countersign_locales::Ui;

/// A role, as a table's head or a short label says it.
pub(crate) fn role(ui: Ui, role: Role) -> &'static str {
    match role {
        Role::Admin => ui.role_admin(),
        Role::Tech => ui.role_tech(),
        Role::Billing => ui.role_billing(),
    }
}

/// A role inside a sentence.
pub(crate) fn role_long(ui: Ui, role: Role) -> &'static str {
    match role {
        Role::Admin => ui.role_admin_long(),
        Role::Tech => ui.role_tech_long(),
        Role::Billing => ui.role_billing_long(),
    }
}

pub(crate) fn roles(ui: Ui, set: Roles) -> String {
    set.iter().map(|r| role(ui, r)).collect::<Vec<_>>().join(", ")
}

pub(crate) fn accounts(list: &[Handle]) -> String {
    list.iter().map(Handle::as_str).collect::<Vec<_>>().join(", ")
}

pub(crate) fn category(ui: Ui, category: Category) -> &'static str {
    match category {
        Category::Domain => ui.category_domain(),
        Category::DnsZone => ui.category_dns_zone(),
        Category::Hosting => ui.category_hosting(),
        Category::Database => ui.category_database(),
        Category::Vps => ui.category_vps(),
        Category::DedicatedServer => ui.category_dedicated_server(),
        Category::PublicCloud => ui.category_public_cloud(),
        Category::Email => ui.category_email(),
        Category::Telephony => ui.category_telephony(),
        Category::InternetAccess => ui.category_internet_access(),
    }
}

/// The kind of what a request changes: a service, or a domain name with its DNS zone.
pub(crate) fn kinds(ui: Ui, of: Category, companion: Option<Category>) -> &'static str {
    if companion.is_some() { ui.category_pair() } else { category(ui, of) }
}

pub(crate) fn status(ui: Ui, status: Status) -> &'static str {
    match status {
        Status::Ok => ui.status_ok(),
        Status::InCreation => ui.status_in_creation(),
        Status::Expired => ui.status_expired(),
        Status::PendingDebt => ui.status_pending_debt(),
        Status::UnPaid => ui.status_unpaid(),
    }
}

pub(crate) fn state(ui: Ui, state: StateName) -> &'static str {
    match state {
        StateName::Todo => ui.state_todo(),
        StateName::CheckValidity => ui.state_check_validity(),
        StateName::Validating => ui.state_validating(),
        StateName::Doing => ui.state_doing(),
        StateName::Done => ui.state_done(),
        StateName::Refused => ui.state_refused(),
        StateName::Aborted => ui.state_aborted(),
        StateName::Expired => ui.state_expired(),
        StateName::Error => ui.state_error(),
    }
}

pub(crate) fn column(ui: Ui, column: ServiceSort) -> &'static str {
    match column {
        ServiceSort::Name => ui.column_name(),
        ServiceSort::Category => ui.column_category(),
        ServiceSort::Admin => ui.role_admin(),
        ServiceSort::Tech => ui.role_tech(),
        ServiceSort::Billing => ui.role_billing(),
        ServiceSort::Status => ui.column_status(),
        ServiceSort::Expiry => ui.column_expiry(),
    }
}

pub(crate) fn aborted(ui: Ui, reason: AbortReason) -> &'static str {
    match reason {
        AbortReason::Cancelled => ui.aborted_cancelled(),
        AbortReason::RightLost => ui.aborted_right_lost(),
        AbortReason::ContactChanged => ui.aborted_contact_changed(),
        AbortReason::Debt => ui.aborted_debt(),
        AbortReason::AccountDisabled => ui.aborted_account_disabled(),
        AbortReason::LinkedEnded => ui.aborted_linked_ended(),
        AbortReason::CancelledByAdministrator => ui.aborted_cancelled_by_administrator(),
        AbortReason::Superseded => ui.aborted_superseded(),
        AbortReason::Staff => ui.aborted_staff(),
    }
}

/// What a mail is about, in two words.
pub(crate) fn mail(ui: Ui, event: Event) -> &'static str {
    match event {
        Event::Asked => ui.mail_asked(),
        Event::Resent => ui.mail_resent(),
        Event::Reminder => ui.mail_reminder(),
        Event::Done => ui.mail_done(),
        Event::Replaced => ui.mail_replaced(),
        Event::Refused => ui.mail_refused(),
        Event::Cancelled => ui.mail_cancelled(),
        Event::Aborted => ui.mail_aborted(),
        Event::Expired => ui.mail_expired(),
    }
}

/// The label of a field.
pub(crate) fn field(ui: Ui, field: Field) -> &'static str {
    match field {
        Field::Admin => ui.field_admin(),
        Field::Tech => ui.field_tech(),
        Field::Billing => ui.field_billing(),
        Field::Message => ui.message_label(),
        Field::Reason => ui.cancel_reason(),
        Field::Code => ui.code_label(),
        #[cfg(feature = "ssr")]
        field => server_page::field(server_page::of(ui), field),
        #[cfg(not(feature = "ssr"))]
        _ => "",
    }
}

/// What is wrong with a field: the same words in the summary and at the field.
pub(crate) fn field_problem(ui: Ui, problem: FieldProblem) -> String {
    let label = field(ui, problem.field);
    match problem.wrong {
        Wrong::Empty => ui.wrong_empty(label),
        Wrong::Format => match problem.field {
            Field::Admin | Field::Tech | Field::Billing | Field::Customer => ui.wrong_format_id(label),
            Field::Code => ui.wrong_format_code(label),
            #[cfg(feature = "ssr")]
            field => server_page::wrong_format(ui, field, label),
            #[cfg(not(feature = "ssr"))]
            _ => ui.wrong_format_text(label),
        },
        Wrong::TooLong => match problem.field {
            Field::Message | Field::Reason => ui.wrong_too_long_note(label, 500),
            _ => ui.wrong_too_long(label),
        },
        #[cfg(feature = "ssr")]
        _ => server_page::wrong(ui, problem, label),
        // The others are told on served pages only, as are some problems below.
        #[cfg(not(feature = "ssr"))]
        _ => ui.wrong_format_text(label),
    }
}

/// A problem that is not of single fields.
pub(crate) fn problem(ui: Ui, problem: &Problem) -> String {
    match problem {
        Problem::SignedOut => ui.problem_signed_out().to_owned(),
        Problem::NotFound => ui.problem_not_found().to_owned(),
        Problem::Invalid(fields) => {
            fields.iter().map(|problem| field_problem(ui, *problem)).collect::<Vec<_>>().join(" ")
        }
        Problem::NothingChanged => ui.problem_nothing_changed().to_owned(),
        Problem::ContactChanged { role, now } => ui.problem_contact_changed(role_long(ui, *role), now.as_str()),
        Problem::NotYourRole(r) => ui.problem_not_your_role(role_long(ui, *r)),
        Problem::Busy { role, .. } => ui.problem_busy(role_long(ui, *role)),
        Problem::OfCompanion(of) => match &**of {
            Problem::NotFound => ui.problem_companion_gone().to_owned(),
            of => ui.problem_of_companion(&self::problem(ui, of)),
        },
        Problem::Debt { own: true } => ui.problem_debt_own().to_owned(),
        Problem::Debt { own: false } => ui.problem_debt().to_owned(),
        Problem::WrongCode { left } => ui.problem_wrong_code(i64::from(*left)),
        Problem::CodeVoid => ui.problem_code_void().to_owned(),
        Problem::CodeReplaced => ui.problem_code_replaced().to_owned(),
        Problem::AlreadyDecided => ui.problem_decided().to_owned(),
        Problem::Ended(name) => ui.problem_ended(state(ui, *name)),
        Problem::Aborted(reason) => aborted(ui, *reason).to_owned(),
        Problem::TooManyBlocked => ui.problem_too_many_blocked(i64::from(MAX_BLOCKED)),
        Problem::NotRequester => ui.problem_not_requester().to_owned(),
        Problem::TooMany { retry_after } => ui.problem_too_many(i64::from((retry_after + 59) / 60)),
        Problem::Contended { .. } => ui.problem_contended().to_owned(),
        Problem::Overloaded { .. } => ui.problem_overloaded().to_owned(),
        Problem::CrossSite => ui.problem_cross_site().to_owned(),
        Problem::Malformed => ui.problem_malformed().to_owned(),
        Problem::Unreachable => ui.problem_unreachable().to_owned(),
        Problem::Internal(id) => ui.problem_internal(id),
        #[cfg(feature = "ssr")]
        problem => server_page::problem(ui, problem),
        #[cfg(not(feature = "ssr"))]
        _ => ui.problem_malformed().to_owned(),
    }
}

/// The field that a problem is best mended at.
pub(crate) const fn culprit(problem: &Problem) -> Option<Field> {
    match problem {
        Problem::WrongCredentials => Some(Field::Login),
        Problem::NotYourRole(role) | Problem::ContactChanged { role, .. } | Problem::Busy { role, .. } => {
            Some(match role {
                Role::Admin => Field::Admin,
                Role::Tech => Field::Tech,
                Role::Billing => Field::Billing,
            })
        }
        Problem::Debt { .. } => Some(Field::Billing),
        Problem::WrongCode { .. } | Problem::CodeVoid | Problem::CodeReplaced => Some(Field::Code),
        _ => None,
    }
}
