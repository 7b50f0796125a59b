//! The words for what stands on served pages only.

use countersign_domain::{Country, Field, FieldProblem, OwnerField, Problem, Wrong};
use countersign_locales::{Served, Ui};

use crate::{notice::Done, texts::use_served};

/// The texts of served pages, in the language of the others.
pub(crate) fn of(ui: Ui) -> Served {
    Served::of(ui.language())
}

/// The label of a field.
pub(super) fn field(served: Served, field: Field) -> &'static str {
    match field {
        Field::Login => served.login_label(),
        Field::Password => served.password_label(),
        Field::NewPassword => served.password_new(),
        Field::Email => served.email_new(),
        Field::Address => served.profile_email(),
        Field::Name => served.owner_name(),
        Field::Organisation => served.owner_organisation(),
        Field::Street => served.owner_street(),
        Field::PostalCode => served.owner_postal_code(),
        Field::City => served.owner_city(),
        Field::Country => served.owner_country(),
        Field::Phone => served.owner_phone(),
        Field::OwnerEmail => served.owner_email(),
        Field::Customer => served.profile_id(),
        // The others stand on pages that the browser renders too.
        Field::Admin | Field::Tech | Field::Billing | Field::Message | Field::Reason | Field::Code => "",
    }
}

/// What has just been done on a page that only the server renders.
pub(crate) fn notice(done: Done) -> Option<String> {
    let served = use_served();
    let text = match done {
        Done::EmailAsked => served.notice_email_asked(),
        Done::EmailConfirmed => served.notice_email_confirmed(),
        Done::PasswordChanged => served.notice_password(),
        Done::SessionEnded => served.notice_session_ended(),
        Done::SessionsEnded => served.notice_sessions_ended(),
        Done::PasswordReset => served.notice_password_reset(),
        Done::PasswordChosen => served.notice_password_chosen(),
        Done::NameChanged => served.notice_name(),
        Done::SignedOut => served.notice_signed_out(),
        Done::OwnerEdited => served.notice_owner(),
        Done::Blocked => served.notice_customer_blocked(),
        Done::Unblocked => served.notice_customer_unblocked(),
        Done::Registered
        | Done::Waiting
        | Done::WaitingForLinked
        | Done::Completed
        | Done::Refused
        | Done::Cancelled
        | Done::Resent => return None,
    };
    Some(text.to_owned())
}

/// What the form of a field is, to who has typed something else.
pub(super) fn wrong_format(ui: Ui, field: Field, label: &str) -> String {
    let served = of(ui);
    match field {
        Field::Login => served.wrong_format_login(label),
        Field::Email | Field::Address | Field::OwnerEmail => served.wrong_format_email(label),
        Field::PostalCode => served.wrong_format_postal_code(label),
        Field::Country => served.wrong_format_country(label),
        Field::Phone => served.wrong_format_phone(label),
        _ => ui.wrong_format_text(label),
    }
}

/// What is wrong with a field of a served page.
pub(super) fn wrong(ui: Ui, problem: FieldProblem, label: &str) -> String {
    let served = of(ui);
    match problem.wrong {
        Wrong::TooShort => served.wrong_too_short(label),
        Wrong::Guessable => served.wrong_guessable(label),
        Wrong::Related => served.wrong_related(label),
        Wrong::Pattern => served.wrong_pattern(label),
        Wrong::Mismatch => served.wrong_mismatch(label),
        Wrong::Unchanged if problem.field == Field::NewPassword => served.wrong_same_password(label),
        Wrong::Unchanged => served.wrong_unchanged(label),
        Wrong::Taken => served.wrong_taken(label),
        Wrong::Own => served.wrong_own(label),
        Wrong::Blocked => served.wrong_blocked(label),
        Wrong::Empty | Wrong::Format | Wrong::TooLong => ui.wrong_format_text(label),
    }
}

/// A problem that only served pages tell.
pub(super) fn problem(ui: Ui, problem: &Problem) -> String {
    let served = of(ui);
    match problem {
        Problem::WrongCredentials => served.problem_credentials(),
        Problem::StaleLink => served.problem_stale_link(),
        Problem::NotAdministrator => served.problem_not_administrator(),
        Problem::Changed => served.problem_changed(),
        _ => ui.problem_malformed(),
    }
    .to_owned()
}

/// One of the owner's details.
pub(crate) fn owner(served: Served, detail: OwnerField) -> &'static str {
    field(served, detail.into())
}

/// Every country with its name, in the order in which a reader looks for them.
pub(crate) fn countries(served: Served) -> impl Iterator<Item = (Country, &'static str)> {
    served.country_names().lines().filter_map(|line| {
        let (code, name) = line.split_once(' ')?;
        Some((Country::parse(code).ok()?, name))
    })
}

/// The name of a country.
pub(crate) fn country(served: Served, country: Country) -> &'static str {
    countries(served).find(|(known, _)| *known == country).map_or(country.as_str(), |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use countersign_locales::Language;

    use super::*;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for language in Language::ALL {
            let mut named: Vec<Country> = countries(Served::of(language)).map(|(country, _)| country).collect();
            named.sort();
            assert_eq!(named, Country::all().collect::<Vec<_>>(), "{}", language.code());
        }
        let france = Country::parse("fr").unwrap();
        let named = [Language::En, Language::Pl].map(|language| country(Served::of(language), france));
        assert_eq!(named, ["France", "Francja"]);
    }
}
