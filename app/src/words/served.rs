//! The words for what stands on served pages only.

use countersign_domain::Field;
use countersign_locales::Served;

/// The label of a field.
pub(super) fn field(served: Served, field: Field) -> &'static str {
    match field {
        Field::Login => served.login_label(),
        Field::Password => served.password_label(),
        Field::NewPassword => served.password_new(),
        Field::Email => served.email_new(),
        Field::Address => served.profile_email(),
        Field::Name => served.profile_name(),
        Field::Organisation => served.profile_organisation(),
        // The others stand on pages that the browser renders too.
        Field::Admin | Field::Tech | Field::Billing | Field::Message | Field::Reason | Field::Code => "",
    }
}

/// What has just been done, as the address says it.
pub(crate) fn notice(served: Served, notice: &str) -> Option<&'static str> {
    Some(match notice {
        "email-asked" => served.notice_email_asked(),
        "email-confirmed" => served.notice_email_confirmed(),
        "password" => served.notice_password(),
        "password-reset" => served.notice_password_reset(),
        "signed-out" => served.notice_signed_out(),
        _ => return None,
    })
}
