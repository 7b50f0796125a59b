//! Principals: who acts. Each use case is a method of the principal that may do it.
//!
//! A door (web, command line, later the APIs) authenticates, makes the principal, parses, calls and presents. Nothing else makes one:
//! - [`Customer`]: a signed-in account. [`Backend::act_as`](crate::Backend::act_as) makes it.
//! - [`Operator`]: a person of the provider. The command line makes it, with [`Backend::operator`](crate::Backend::operator).
//! - [`System`]: a job of the server itself. The process that serves makes it, with [`Backend::system`](crate::Backend::system).
//!
//! What an operator or the system changes of a customer's things is recorded in the operator log, in the same transaction.

mod customer;
mod operator;
mod system;

pub use customer::{Customer, Scopes};
pub use operator::{Operator, OperatorIdentity, Rights};
pub use system::System;
