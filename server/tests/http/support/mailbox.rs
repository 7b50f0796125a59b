//! The mails that a demo has sent, read from the folder where it puts them.

use std::{fs, path::PathBuf};

use countersign_backend::{demo, mail::Mail};
use countersign_domain::Token;

use super::{BASE, Engine, Server, eventually};

/// The address of a demo customer.
pub(crate) fn address(stem: &str) -> &'static str {
    demo::CUSTOMERS.iter().find(|(id, ..)| *id == stem).unwrap().2
}

impl Server {
    pub(crate) fn mailbox(&self) -> PathBuf {
        let folder = self.setup().folder.path();
        match self.database().engine {
            Engine::Sqlite => folder.join("mailbox"),
            Engine::Postgres => folder.join("data/mailbox"),
        }
    }

    /// Waits until no mail is owed any more, but for those that a digest still collects.
    pub(crate) fn settle(&self) {
        const OWED: &str = "outbox WHERE state = 'pending' AND bundle IS NULL AND NOT collects";
        eventually("every mail is sent", || (self.database().count(OWED) == 0).then_some(()));
    }

    /// Every mail so far, oldest first.
    pub(crate) fn mails(&self) -> Vec<Mail> {
        self.settle();
        let files = fs::read_dir(self.mailbox()).unwrap().map(|entry| entry.unwrap().path());
        let json = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
        let mut mails: Vec<Mail> = json.map(|path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap()).collect();
        mails.sort_by_key(|mail| mail.id);
        mails
    }

    /// Every mail so far to one address, oldest first.
    pub(crate) fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.mails().into_iter().filter(|mail| mail.to_address == address).collect()
    }

    /// The address in the last mail that brought a demo customer a code for a request: path and query.
    #[track_caller]
    pub(crate) fn link(&self, stem: &str, request: i64) -> String {
        let mails = self.mails_to(address(stem));
        let mut links = mails.iter().flat_map(|mail| links_in(&mail.text));
        let start = format!("/contacts/requests/{request}?token=");
        links.rfind(|link| link.starts_with(&start)).unwrap_or_else(|| panic!("no code of {request} for {stem}"))
    }

    /// The code that a demo customer was last sent for a request.
    #[track_caller]
    pub(crate) fn code(&self, stem: &str, request: i64) -> String {
        let code = self.link(stem, request).split_once("token=").unwrap().1.to_owned();
        self.keep_secret(&code);
        self.keep_secret(&Token::parse(&code).unwrap().grouped());
        code
    }

    /// The mails owed about a request, as `event recipient state`, sorted.
    pub(crate) fn owed(&self, request: i64) -> Vec<String> {
        self.settle();
        let sql = format!(
            "SELECT event || ' ' || recipient || ' ' || state FROM outbox WHERE request_id = {request} ORDER BY 1"
        );
        let mut owed = self.database().texts(&sql);
        owed.sort();
        owed
    }
}

/// The first address with a code in a text: path and query.
pub(crate) fn link_in(text: &str) -> Option<String> {
    links_in(text).into_iter().next()
}

/// The addresses with a code in a text: path and query.
pub(crate) fn links_in(text: &str) -> Vec<String> {
    let links = text.split(BASE).skip(1).map(|rest| rest.split([' ', '\n', '\r', '>', ')']).next().unwrap_or_default());
    links.filter(|link| link.contains("token=")).map(str::to_owned).collect()
}
