//! A browser: it keeps cookies, sends what browsers send, and calls server functions as the WASM does or as a form does.

use std::collections::BTreeMap;

use ureq::{AsSendBody, SendBody, http::Request};

use super::{BASE, Reply, Server};

/// What browsers send with a form.
const FORM: &str = "application/x-www-form-urlencoded";
/// What browsers say that they take when they open a page.
const PAGE: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/// A browser, with its cookies.
#[derive(Clone, Debug)]
pub(crate) struct Browser<'a> {
    server: &'a Server,
    pub(crate) cookies: BTreeMap<String, String>,
    /// Sent with every request.
    pub(crate) always: Vec<(&'static str, String)>,
}

/// The fields of a form, as they are sent.
pub(crate) fn encode(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

impl<'a> Browser<'a> {
    pub(super) fn new(server: &'a Server) -> Self {
        Self { server, cookies: BTreeMap::new(), always: Vec::new() }
    }

    pub(crate) fn server(&self) -> &'a Server {
        self.server
    }

    /// With a header on every request.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.always.push((name, value.to_owned()));
        self
    }

    /// Sends anything.
    pub(crate) fn send(&mut self, method: &str, place: &str, headers: &[(&str, &str)], body: SendBody<'_>) -> Reply {
        self.try_send(method, place, headers, body).unwrap_or_else(|error| panic!("{place}: {error}"))
    }

    /// Sends anything to a server that may be killed meanwhile.
    pub(crate) fn try_send(
        &mut self,
        method: &str,
        place: &str,
        headers: &[(&str, &str)],
        body: SendBody<'_>,
    ) -> Result<Reply, ureq::Error> {
        let server = self.server;
        server.keep_secret(place.split_once('?').map_or("", |(_, query)| query));
        let path = place.strip_prefix(BASE).unwrap_or(place);
        let mut request = Request::builder().method(method).uri(format!("http://{}{path}", server.address));
        for (name, value) in &self.always {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", cookies.join("; "));
        }
        let (parts, mut body) = server.agent.run(request.body(body).unwrap())?.into_parts();
        let body = body.read_to_string()?;
        let asked = format!("{method} {place}");
        let reply = Reply { asked, status: parts.status.as_u16(), headers: parts.headers, body };
        self.take_cookies(&reply);
        Ok(reply)
    }

    fn take_cookies(&mut self, reply: &Reply) {
        for line in reply.headers.get_all("set-cookie") {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() || line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.server.keep_secret(value);
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Opens a page.
    pub(crate) fn get(&mut self, place: &str) -> Reply {
        self.send("GET", place, &[("accept", PAGE), ("sec-fetch-site", "none")], SendBody::none())
    }

    /// Opens a mail's link: the page that it leads to, if the server takes its code out of the address.
    pub(crate) fn open(&mut self, link: &str) -> Reply {
        let answer = self.get(link);
        if answer.status == 303 { self.follow(&answer) } else { answer }
    }

    /// Posts to any address, with these headers and no others.
    pub(crate) fn post(&mut self, place: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        self.send("POST", place, headers, body.as_bytes().as_body())
    }

    /// Calls a server function as a program does.
    pub(crate) fn call(&mut self, function: &str, fields: &[(&str, &str)]) -> Reply {
        self.try_call(function, fields).unwrap_or_else(|error| panic!("{function}: {error}"))
    }

    /// Calls a server function of a server that may be killed meanwhile.
    pub(crate) fn try_call(&mut self, function: &str, fields: &[(&str, &str)]) -> Result<Reply, ureq::Error> {
        let headers = [
            ("accept", "application/json"),
            ("content-type", FORM),
            ("sec-fetch-site", "same-origin"),
            ("origin", BASE),
        ];
        self.note(fields);
        self.try_send("POST", &format!("/api/{function}"), &headers, encode(fields).as_bytes().as_body())
    }

    /// Calls a server function that only reads, as a program does.
    pub(crate) fn read(&mut self, function: &str, fields: &[(&str, &str)]) -> Reply {
        let query = encode(fields);
        let place = if query.is_empty() { format!("/api/{function}") } else { format!("/api/{function}?{query}") };
        let headers = [("accept", "application/json"), ("sec-fetch-site", "same-origin")];
        self.send("GET", &place, &headers, SendBody::none())
    }

    /// Sends a form that stands on `page`, as a browser without JavaScript does.
    pub(crate) fn form(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Reply {
        let referer = if page.starts_with("http") { page.to_owned() } else { format!("{BASE}{page}") };
        let headers = [
            ("accept", PAGE),
            ("content-type", FORM),
            ("sec-fetch-site", "same-origin"),
            ("origin", BASE),
            ("referer", &referer),
        ];
        self.note(fields);
        self.post(action, &headers, &encode(fields))
    }

    /// Goes where an answer leads.
    #[track_caller]
    pub(crate) fn follow(&mut self, reply: &Reply) -> Reply {
        assert_eq!(reply.status, 303, "{}: {}", reply.asked, reply.body);
        let place = reply.header("location").to_owned();
        assert!(place.starts_with('/'), "{}: leads to {place:?}", reply.asked);
        self.get(&place)
    }

    /// Signs in with a customer ID or an address.
    #[track_caller]
    pub(crate) fn sign_in(&mut self, login: &str, password: &str) {
        let fields = [("login", login), ("password", password), ("next", "/")];
        self.call("sign-in", &fields).is(200);
    }

    /// Whether someone is signed in, and who.
    #[track_caller]
    pub(crate) fn who(&mut self) -> Option<String> {
        self.read("me", &[]).is(200).value()["id"].as_str().map(str::to_owned)
    }

    /// The session's cookie.
    #[track_caller]
    pub(crate) fn session(&self) -> &str {
        &self.cookies["countersign"]
    }

    fn note(&self, fields: &[(&str, &str)]) {
        for (name, value) in fields {
            let is_secret = match *name {
                "login" => value.contains('@'),
                name => ["code", "password", "new_password", "email", "address", "owner_email"].contains(&name),
            };
            if is_secret {
                self.server.keep_secret(value);
            }
        }
    }
}
