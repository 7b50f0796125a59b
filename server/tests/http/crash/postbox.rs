//! A mail server of our own, over real SMTP: it keeps what it takes, and fails in each of the ways that mail servers do.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, ErrorKind, Result, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, sleep},
    time::Duration,
};

use super::letter::Letter;

/// How it is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Takes,
    /// Takes everything, each answer after this long.
    Slow(Duration),
    /// Takes connections, and says nothing.
    Silent,
    /// Takes no connection.
    Down,
    /// Refuses every recipient for now.
    Later,
    /// Refuses this address for good.
    Never(&'static str),
    /// Answers this command so: GREETING, MAIL, RCPT, or MESSAGE for the end of the whole message.
    Answers(&'static str, &'static str),
}

struct Shared {
    address: SocketAddr,
    mood: Mutex<Mood>,
    letters: Mutex<Vec<Letter>>,
    /// Connections that wait for a word.
    waiting: AtomicUsize,
    /// Recipients that were refused for now.
    put_off: AtomicUsize,
    closed: AtomicBool,
}

pub(crate) struct Postbox(Arc<Shared>);

impl Postbox {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let shared = Arc::new(Shared {
            address: listener.local_addr().unwrap(),
            mood: Mutex::new(Mood::Takes),
            letters: Mutex::default(),
            waiting: AtomicUsize::new(0),
            put_off: AtomicUsize::new(0),
            closed: AtomicBool::new(false),
        });
        let theirs = shared.clone();
        thread::spawn(move || listen(&theirs, listener));
        Self(shared)
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.0.address)
    }

    pub(crate) fn be(&self, mood: Mood) {
        *self.0.mood.lock().unwrap() = mood;
    }

    /// How many wait for a word from it.
    pub(crate) fn waiting(&self) -> usize {
        self.0.waiting.load(Ordering::SeqCst)
    }

    /// How often it has refused a recipient for now.
    pub(crate) fn put_off(&self) -> usize {
        self.0.put_off.load(Ordering::SeqCst)
    }

    /// What it has taken, oldest first.
    pub(crate) fn letters(&self) -> Vec<Letter> {
        self.0.letters.lock().unwrap().clone()
    }

    /// What it has taken, by Message-ID.
    pub(crate) fn by_id(&self) -> BTreeMap<String, Vec<Letter>> {
        let mut found: BTreeMap<String, Vec<Letter>> = BTreeMap::new();
        for letter in self.letters() {
            found.entry(letter.id.clone()).or_default().push(letter);
        }
        found
    }

    /// The codes that came to an address for a request, the last one first.
    pub(crate) fn codes(&self, address: &str, request: i64) -> Vec<String> {
        let start = format!("/contacts/requests/{request}?token=");
        let letters = self.0.letters.lock().unwrap();
        let to = letters.iter().rev().filter(|letter| letter.to == address);
        to.flat_map(|letter| &letter.links).filter_map(|link| link.strip_prefix(&start)).map(str::to_owned).collect()
    }
}

impl Drop for Postbox {
    fn drop(&mut self) {
        self.0.closed.store(true, Ordering::SeqCst);
    }
}

fn listen(shared: &Arc<Shared>, listener: TcpListener) {
    let mut open = Some(listener);
    while !shared.closed.load(Ordering::SeqCst) {
        if shared.mood() == Mood::Down {
            open = None;
        } else if open.is_none() {
            open = TcpListener::bind(shared.address).ok();
        }
        let arrived = open.as_ref().map(|listener| {
            listener.set_nonblocking(true)?;
            listener.accept()
        });
        match arrived {
            Some(Ok((stream, _))) => {
                let shared = shared.clone();
                thread::spawn(move || drop(converse(stream, &shared)));
            }
            Some(Err(error)) if error.kind() != ErrorKind::WouldBlock => panic!("{error}"),
            _ => sleep(Duration::from_millis(2)),
        }
    }
}

impl Shared {
    fn mood(&self) -> Mood {
        *self.mood.lock().unwrap()
    }

    /// What it does before it answers, if it does.
    fn ponder(&self) -> Result<()> {
        if let Mood::Slow(pause) = self.mood() {
            sleep(pause);
        }
        if self.mood() == Mood::Silent {
            self.waiting.fetch_add(1, Ordering::SeqCst);
            while self.mood() == Mood::Silent && !self.closed.load(Ordering::SeqCst) {
                sleep(Duration::from_millis(5));
            }
            self.waiting.fetch_sub(1, Ordering::SeqCst);
        }
        if self.mood() == Mood::Down { Err(ErrorKind::ConnectionReset.into()) } else { Ok(()) }
    }
}

fn converse(stream: TcpStream, shared: &Shared) -> Result<()> {
    stream.set_nonblocking(false)?;
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    let mut to = String::new();
    let mut line = String::new();
    shared.ponder()?;
    // What it is to answer at this point.
    let planned = |at: &str| match shared.mood() {
        Mood::Answers(verb, answer) if verb == at => Some(answer),
        _ => None,
    };
    let greeting = planned("GREETING").unwrap_or("220 postbox.example");
    out.write_all(format!("{greeting}\r\n").as_bytes())?;
    while lines.read_line(&mut line)? > 0 {
        let command = std::mem::take(&mut line);
        shared.ponder()?;
        let verb = command.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let answer = match (verb.as_str(), shared.mood()) {
            (verb, Mood::Answers(at, answer)) if verb == at => answer,
            ("EHLO", _) => "250-postbox.example\r\n250 8BITMIME",
            ("RCPT", Mood::Later) => {
                shared.put_off.fetch_add(1, Ordering::SeqCst);
                "451 4.3.0 not now"
            }
            ("RCPT", Mood::Never(address)) if command.contains(address) => "550 5.1.1 no such mailbox here",
            ("RCPT", _) => {
                let address = command.split(['<', '>']).nth(1);
                address.unwrap_or_default().clone_into(&mut to);
                "250 2.1.5 ok"
            }
            ("MAIL" | "NOOP" | "RSET", _) => "250 2.0.0 ok",
            ("DATA", _) => {
                out.write_all(b"354 go on\r\n")?;
                let Some(data) = read_data(&mut lines)? else { return Ok(()) };
                let answer = planned("MESSAGE");
                if answer.is_none() {
                    shared.letters.lock().unwrap().push(Letter::read(&to, &data));
                }
                answer.unwrap_or("250 2.0.0 taken")
            }
            ("QUIT", _) => "221 2.0.0 good bye",
            _ => "502 5.5.1 what?",
        };
        out.write_all(format!("{answer}\r\n").as_bytes())?;
    }
    Ok(())
}

/// A whole mail; `None` when whoever sent it was gone before its end.
fn read_data(lines: &mut BufReader<TcpStream>) -> Result<Option<String>> {
    let mut data = String::new();
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        if line == ".\r\n" {
            return Ok(Some(data));
        }
        data.push_str(line.strip_prefix('.').unwrap_or(&line));
        line.clear();
    }
    Ok(None)
}
