//! An open page's stream of events, read by hand.

use std::{
    io::{ErrorKind, Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use super::Browser;

/// What comes next on a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Something has changed; this is the revision now.
    Changed(String),
    /// The session is over.
    Over,
    End,
}

#[derive(Debug)]
pub(crate) struct Stream {
    tcp: TcpStream,
    /// The head of the answer, in small letters.
    pub(crate) head: String,
    text: String,
}

impl Stream {
    /// Opens the stream of a page that shows this revision, as a browser that was told `last` before.
    pub(crate) fn open(browser: &Browser<'_>, seen: &str, last: Option<&str>) -> Self {
        let cookies: Vec<_> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let last = last.map(|id| format!("Last-Event-ID: {id}\r\n")).unwrap_or_default();
        let mut tcp = TcpStream::connect(browser.server().address).unwrap();
        let request = format!(
            "GET /api/live?seen={seen} HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nAccept-Encoding: br, gzip\r\n\
             Sec-Fetch-Site: same-origin\r\nCookie: {}\r\n{last}\r\n",
            cookies.join("; ")
        );
        tcp.write_all(request.as_bytes()).unwrap();
        let mut stream = Self { tcp, head: String::new(), text: String::new() };
        let begun = Instant::now();
        let end = loop {
            if let Some(end) = stream.text.find("\r\n\r\n") {
                break end;
            }
            assert!(begun.elapsed().as_secs() < 10 && stream.read(Duration::from_secs(10)), "{}", stream.text);
        };
        stream.head = stream.text[..end].to_lowercase();
        stream.text = stream.text[end + 4..].to_owned();
        stream
    }

    /// A stream of a page that was opened just now: nothing has changed since.
    pub(crate) fn of(browser: &mut Browser<'_>) -> Self {
        let page = browser.get("/contacts/requests").is(200);
        Self::open(browser, seen(&page.body).expect("a page knows its revision"), None)
    }

    /// Reads more; `false` at the end. Gives up silently when nothing comes in time.
    fn read(&mut self, within: Duration) -> bool {
        self.tcp.set_read_timeout(Some(within)).unwrap();
        let mut part = [0; 4096];
        match self.tcp.read(&mut part) {
            Ok(0) => false,
            Ok(read) => {
                self.text.push_str(std::str::from_utf8(&part[..read]).unwrap());
                true
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => true,
            Err(_) => false,
        }
    }

    /// What comes next within this time, if anything does.
    fn within(&mut self, time: Duration) -> Option<Heard> {
        let until = Instant::now() + time;
        let mut open = true;
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let field = |name| event.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
                let heard = match field("data: ").as_deref() {
                    Some("changed") => Some(Heard::Changed(field("id: ").expect("a revision"))),
                    Some("over") => Some(Heard::Over),
                    Some(other) => panic!("{other}"),
                    None => None,
                };
                self.text = rest.to_owned();
                match heard {
                    Some(heard) => return Some(heard),
                    None => continue,
                }
            }
            if !open || self.text.contains("\r\n0\r\n\r\n") {
                return Some(Heard::End);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            open = self.read(left);
        }
    }

    /// What comes next.
    #[track_caller]
    pub(crate) fn next(&mut self) -> Heard {
        self.within(Duration::from_secs(10)).unwrap_or_else(|| panic!("nothing comes: {:?}", self.text))
    }

    /// The next event's revision.
    #[track_caller]
    pub(crate) fn changed(&mut self) -> String {
        match self.next() {
            Heard::Changed(id) => id,
            other => panic!("{other:?}"),
        }
    }

    /// Nothing comes any more, when everything that does has been heard: answers with the last revision.
    #[track_caller]
    pub(crate) fn settled(&mut self) -> Option<String> {
        let mut last = None;
        while let Some(heard) = self.within(Duration::from_millis(700)) {
            match heard {
                Heard::Changed(id) => last = Some(id),
                other => panic!("{other:?}"),
            }
        }
        last
    }

    /// It ends, after telling the page to look who is signed in.
    #[track_caller]
    pub(crate) fn ends(&mut self) {
        assert_eq!((self.next(), self.next()), (Heard::Over, Heard::End));
    }
}

/// The revision that a page shows.
pub(crate) fn seen(page: &str) -> Option<&str> {
    page.split_once("data-seen=\"")?.1.split('"').next()
}
