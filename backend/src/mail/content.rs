//! What a mail says, before it has a form: both templates are filled from it.

/// The parts of a mail, in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// The subject.
    pub subject: String,
    /// The title.
    pub heading: String,
    /// What happened, and what it means. The first is what a list of mails shows beside the subject.
    pub paragraphs: Vec<String>,
    /// Requests, one below the other, if the mail brings several.
    pub entries: Vec<Entry>,
    /// The table of facts.
    pub facts: Vec<Fact>,
    /// What a person wrote.
    pub quote: Option<Quote>,
    /// What is to be copied: a code or a customer ID.
    pub code: Option<Code>,
    /// Where to go.
    pub button: Option<Button>,
    /// What else is worth knowing.
    pub notes: Vec<Note>,
}

/// One of several requests that a mail brings.
#[derive(Debug)]
pub(super) struct Entry {
    pub title: String,
    pub facts: Vec<Fact>,
    pub code: Code,
    /// Where to decide on it.
    pub label: &'static str,
    pub href: String,
}

/// A line of the table of facts.
#[derive(Debug)]
pub(super) struct Fact {
    pub label: String,
    pub value: String,
}

/// What a person wrote, line by line.
#[derive(Debug)]
pub(super) struct Quote {
    pub label: String,
    pub lines: Vec<String>,
}

/// What is to be copied.
#[derive(Debug)]
pub(super) struct Code {
    pub label: &'static str,
    pub value: String,
    pub hint: &'static str,
}

/// The one button.
#[derive(Debug)]
pub(super) struct Button {
    pub label: &'static str,
    pub href: String,
    pub hint: &'static str,
    /// For whom the button does not work: what to do, and where.
    pub instead: Option<Instead>,
}

/// The way without the button.
#[derive(Debug)]
pub(super) struct Instead {
    pub label: &'static str,
    pub href: String,
}

/// A note after the button.
#[derive(Debug)]
pub(super) struct Note {
    pub title: String,
    pub lines: Vec<String>,
    /// Where they lead.
    pub link: Option<String>,
}

impl Content {
    pub(super) fn fact(&mut self, label: impl Into<String>, value: impl Into<String>) {
        self.facts.push(Fact { label: label.into(), value: value.into() });
    }

    pub(super) fn note(&mut self, title: impl Into<String>, text: impl Into<String>) {
        self.notes.push(Note { title: title.into(), lines: vec![text.into()], link: None });
    }
}

impl Button {
    /// A button that needs no word more.
    pub(super) fn plain(label: &'static str, href: String) -> Self {
        Self { label, href, hint: "", instead: None }
    }
}

/// A mail that begins with this subject and title.
pub(super) fn content_of(subject: &str, heading: &str, paragraphs: &[&str]) -> Content {
    Content {
        subject: subject.to_owned(),
        heading: heading.to_owned(),
        paragraphs: paragraphs.iter().map(|&text| text.to_owned()).collect(),
        ..Content::default()
    }
}
