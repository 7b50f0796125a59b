//! The mailbox of a demo that sends thousands of mails: each is read once.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fs,
};

use countersign_backend::mail::Mail;

use crate::support::{Server, mailbox::links_in};

#[derive(Default)]
pub(super) struct Mails {
    read: BTreeSet<OsString>,
    codes: BTreeMap<(String, String), String>,
}

impl Mails {
    /// The code that was mailed to this address for a request, if it has come.
    pub(super) fn code(&mut self, server: &Server, address: &str, request: i64) -> Option<String> {
        let key = (address.to_owned(), format!("/contacts/requests/{request}"));
        if !self.codes.contains_key(&key) {
            self.look(server);
        }
        self.codes.remove(&key)
    }

    fn look(&mut self, server: &Server) {
        for entry in fs::read_dir(server.mailbox()).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_owned();
            if path.extension().is_none_or(|ending| ending != "json") || !self.read.insert(name) {
                continue;
            }
            let mail: Mail = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
            for (page, code) in links_in(&mail.text).iter().filter_map(|link| link.split_once("?token=")) {
                self.codes.insert((mail.to_address.clone(), page.to_owned()), code.to_owned());
            }
        }
    }
}
