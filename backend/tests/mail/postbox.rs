//! A mail server of our own: it speaks enough SMTP, and is as unwilling as a test wants it to be.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// What it does with a recipient.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mood {
    Takes,
    /// Takes it after this long.
    Slow(Duration),
    /// Does not answer for recipients with this text in their address.
    SilentFor(&'static str),
    /// Refuses it for now.
    Later,
    /// Refuses it for good.
    Never,
    /// Does not know who we are.
    Stranger,
    /// Takes no connection.
    Down,
    /// Answers this command so: GREETING, EHLO, MAIL, RCPT, DATA, or MESSAGE for the end of the whole message.
    Answers(&'static str, &'static str),
    /// The same for recipients with this text in their address.
    AnswersFor(&'static str, &'static str, &'static str),
    /// Answers MAIL so in a session that has brought a mail.
    AfterFirst(&'static str),
}

/// A mail that it took.
#[derive(Clone)]
pub(crate) struct Letter {
    pub(crate) login: Option<String>,
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    /// What came after DATA, with dots unstuffed.
    pub(crate) data: Vec<u8>,
}

impl Letter {
    pub(crate) fn message_id(&self) -> String {
        mail_parser::MessageParser::default().parse(&self.data).unwrap().message_id().unwrap().to_owned()
    }
}

struct Shared {
    mood: Mutex<Mood>,
    /// Connections so far.
    connections: AtomicUsize,
    /// Recipients for which it did not answer.
    unanswered: AtomicUsize,
    letters: Mutex<Vec<Letter>>,
}

pub(crate) struct Postbox {
    port: u16,
    shared: Arc<Shared>,
}

impl Postbox {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            mood: Mutex::new(Mood::Takes),
            connections: AtomicUsize::new(0),
            unanswered: AtomicUsize::new(0),
            letters: Mutex::default(),
        });
        let theirs = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                theirs.connections.fetch_add(1, Ordering::SeqCst);
                if matches!(*theirs.mood.lock().unwrap(), Mood::Down) {
                    continue;
                }
                let shared = theirs.clone();
                thread::spawn(move || drop(converse(stream, &shared)));
            }
        });
        Self { port, shared }
    }

    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.host())
    }

    pub(crate) fn url_as(&self, credentials: &str) -> String {
        format!("smtp://{credentials}@127.0.0.1:{}", self.port)
    }

    pub(crate) fn be(&self, mood: Mood) {
        *self.shared.mood.lock().unwrap() = mood;
    }

    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    pub(crate) fn unanswered(&self) -> usize {
        self.shared.unanswered.load(Ordering::SeqCst)
    }

    pub(crate) fn letters(&self) -> Vec<Letter> {
        self.shared.letters.lock().unwrap().clone()
    }
}

fn converse(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream);
    let empty = || Letter { login: None, from: String::new(), to: Vec::new(), data: Vec::new() };
    let mut letter = empty();
    let mut say = |line: &str| out.write_all(format!("{line}\r\n").as_bytes());
    // What a test wants it to answer at this point.
    let planned = |at: &str, to: &[String]| match *shared.mood.lock().unwrap() {
        Mood::Answers(verb, answer) if verb == at => Some(answer),
        Mood::AnswersFor(address, verb, answer) if verb == at && to.iter().any(|to| to.contains(address)) => {
            Some(answer)
        }
        _ => None,
    };
    say(planned("GREETING", &[]).unwrap_or("220 postbox.example"))?;
    let mut line = String::new();
    let mut has_brought_a_mail = false;
    while lines.read_line(&mut line)? > 0 {
        let command = line.trim_end().to_owned();
        line.clear();
        let verb = command.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let mood = *shared.mood.lock().unwrap();
        if let Mood::Down = mood {
            return Ok(());
        }
        let to = if verb == "RCPT" { vec![command.clone()] } else { letter.to.clone() };
        if let Some(answer) = planned(&verb, &to) {
            say(answer)?;
            continue;
        }
        match (verb.as_str(), mood) {
            ("EHLO", _) => say("250-postbox.example\r\n250-8BITMIME\r\n250 AUTH PLAIN")?,
            ("AUTH", Mood::Stranger) => say("535 5.7.8 who are you?")?,
            ("AUTH", _) => {
                letter.login = Some(command);
                say("235 2.7.0 good day")?;
            }
            ("MAIL", Mood::AfterFirst(answer)) if has_brought_a_mail => say(answer)?,
            ("MAIL", Mood::Stranger) => say("530 5.7.0 who are you?")?,
            ("MAIL", _) => {
                letter.from = command;
                say("250 2.1.0 ok")?;
            }
            ("RCPT", Mood::SilentFor(address)) if command.contains(address) => {
                shared.unanswered.fetch_add(1, Ordering::SeqCst);
            }
            ("RCPT", Mood::Later) => say(&format!("451 4.3.0 <{command}> not now, sorry"))?,
            ("RCPT", Mood::Never) => say(&format!("550 5.1.1 <{command}>: no such mailbox here"))?,
            ("RCPT", _) => {
                if let Mood::Slow(pause) = mood {
                    thread::sleep(pause);
                }
                letter.to.push(command);
                say("250 2.1.5 ok")?;
            }
            ("DATA", _) => {
                say("354 go on")?;
                letter.data = read_data(&mut lines)?;
                if let Some(answer) = planned("MESSAGE", &letter.to) {
                    say(answer)?;
                    letter = Letter { login: letter.login, ..empty() };
                    continue;
                }
                has_brought_a_mail = true;
                shared.letters.lock().unwrap().push(letter.clone());
                letter = Letter { login: letter.login, ..empty() };
                say("250 2.0.0 taken")?;
            }
            ("QUIT", _) => return say("221 2.0.0 good bye"),
            ("NOOP" | "RSET", _) => say("250 2.0.0 ok")?,
            _ => say("502 5.5.1 what?")?,
        }
    }
    Ok(())
}

fn read_data(lines: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut data = Vec::new();
    loop {
        let mut line = Vec::new();
        lines.read_until(b'\n', &mut line)?;
        assert!(line.ends_with(b"\r\n"), "a bare line feed on the wire");
        if line == b".\r\n" {
            return Ok(data);
        }
        data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
