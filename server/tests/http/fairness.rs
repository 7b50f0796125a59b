//! Nobody's flood is everybody's wait.

mod connections;
mod locks;
mod mails;
mod requests;
mod strangers_forms;
mod wrong_passwords;
