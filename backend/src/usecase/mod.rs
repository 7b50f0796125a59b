//! The use cases: load, decide (in `domain`), save state, history and mails to send in one transaction.

mod audit;
mod blocks;
mod decide;
mod jobs;
mod limits;
mod link_mails;
mod login;
mod mails;
mod me;
mod name;
mod opening;
mod operator;
mod outbox;
mod owner;
mod password_choice;
mod passwords;
mod profile;
mod recovery;
mod renewals;
mod requests;
mod services;
mod session_store;
mod sign_in;
mod sign_up;
mod submit;

pub use audit::{Audit, ExportedLine, Fault, Finding, Seals};
pub use operator::{AccountNames, NewAccount, NewService, ServiceUpdate};
pub use outbox::{Outbox, Retried};
pub use password_choice::{PasswordChoice, SignedIn};
pub use passwords::ChosenPassword;
pub use recovery::Voided;
pub use session_store::SessionRow;
pub use sign_in::{NamedLogin, SignIn};
pub use sign_up::SignUp;
pub use submit::Submission;
