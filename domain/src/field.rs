//! The fields of forms, and what can be wrong with a value.

use serde::{Deserialize, Serialize};

use crate::string_enum::string_enum;

string_enum! {
    /// A field of a form.
    Field {
        /// Customer ID or e-mail address at sign-in.
        Login = "login",
        /// The present password, or that of a new account.
        Password = "password",
        /// A new password.
        NewPassword = "new_password",
        /// The name of a person or company.
        Name = "name",
        /// An organisation that a customer belongs to.
        Organisation = "organisation",
        /// A new e-mail address.
        Email = "email",
        /// The e-mail address of a new account.
        Address = "address",
        /// The administrator's field.
        Admin = "admin",
        /// The technical contact's field.
        Tech = "tech",
        /// The billing contact's field.
        Billing = "billing",
        /// The message to the other party.
        Message = "message",
        /// The reason of a cancellation.
        Reason = "reason",
        /// The validation code.
        Code = "code",
        /// The owner's street.
        Street = "street",
        /// The owner's postal code.
        PostalCode = "postal_code",
        /// The owner's town.
        City = "city",
        /// The owner's country.
        Country = "country",
        /// The owner's telephone number.
        Phone = "phone",
        /// The owner's e-mail address.
        OwnerEmail = "owner_email",
        /// The customer ID of a customer to be blocked.
        Customer = "customer",
    }
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Wrong {
    /// Nothing was given.
    #[error("is empty")]
    Empty,
    /// Not of the form that is asked for.
    #[error("is not of the expected form")]
    Format,
    /// Longer than allowed.
    #[error("is too long")]
    TooLong,
    /// Shorter than allowed.
    #[error("is too short")]
    TooShort,
    /// A password that is among the first to be guessed.
    #[error("is too easily guessed")]
    Guessable,
    /// A password that is made of what is known of its owner, or of names of this service.
    #[error("is made of names or addresses of its owner or of this service")]
    Related,
    /// A password that is a common word with a year, digits or signs.
    #[error("is a common word with a year, digits or signs")]
    Pattern,
    /// Not the right one.
    #[error("is not right")]
    Mismatch,
    /// The same as before.
    #[error("is unchanged")]
    Unchanged,
    /// Another's already; told only to one who has proven that it may know.
    #[error("is taken")]
    Taken,
    /// The customer ID of the account itself.
    #[error("is the account's own")]
    Own,
    /// A customer that the account has blocked before.
    #[error("is blocked already")]
    Blocked,
}

/// A field and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// Which field.
    pub field: Field,
    /// What about it.
    pub wrong: Wrong,
}
