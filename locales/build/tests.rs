//! Proves that each mistake in a text stops the build, with the file, the key and what is wrong.
//!
//! Fluent wants a line for each variant of a select; to keep the cases short, `/` stands for a line's end here.

use std::{fs, path::Path};

use super::{
    Problem, compile,
    source::{Sources, read},
};

const WAITING: &str =
    "waiting = { $count -> / [one] { $count } request / *[other] { $count } requests / } for { $name }\n";
const ATTENDE: &str =
    "waiting = { $count -> / [one] { $count } demande / *[other] { $count } demandes / } pour { $name }\n";
const CZEKA: &str = "waiting = { $count -> / [one] a / [few] b / [many] c / *[other] d / } { $name }\n";

/// The texts of three languages without a mistake, with some files' beginning (`waiting`) or end replaced.
fn sources(replace: &[(&str, &str)]) -> Sources {
    let mut sources = Sources { terms: Some("-brand = Countersign\n".into()), ..Sources::default() };
    let texts = [
        ("en", WAITING, "lead = Welcome", "footer = by { -brand }"),
        ("fr", ATTENDE, "lead = Bienvenue", "footer = par { -brand }"),
        ("pl", CZEKA, "lead = Witamy", "footer = od { -brand }"),
    ];
    for (code, waiting, served, mail) in texts {
        let at = |name: &str| replace.iter().find(|(file, _)| *file == format!("{code}/{name}")).map(|(_, text)| *text);
        let ui = format!("language-name = {code}\n{}{}", at("waiting").unwrap_or(waiting), at("more").unwrap_or(""));
        let ui = ui.replace('/', "\n   ");
        let served = at("served").unwrap_or(served).into();
        let mail = at("mail").unwrap_or(mail).into();
        let files = [("ui".into(), ui), ("served".into(), served), ("mail".into(), mail)];
        sources.languages.insert(code.into(), files.into());
    }
    sources
}

fn problems(replace: &[(&str, &str)]) -> Vec<String> {
    reported(&sources(replace))
}

fn reported(sources: &Sources) -> Vec<String> {
    compile(sources).err().unwrap_or_default().iter().map(Problem::to_string).collect()
}

/// One mistake in one file gives exactly this report.
#[track_caller]
fn gives(replace: (&str, &str), expected: &str) {
    assert_eq!(problems(&[replace]), [expected], "{replace:?}");
}

/// The same text in every language, where only the first report is looked at.
#[track_caller]
fn text_gives(text: &str, expected: &str) {
    let found = problems(&[("en/more", text), ("fr/more", text), ("pl/more", text)]);
    assert_eq!(found.first().map(String::as_str), Some(expected), "{text}");
}

#[test]
fn texts_without_a_mistake_pass() {
    assert_eq!(problems(&[]), [""; 0]);
}

#[test]
fn a_text_that_was_not_translated() {
    gives(("fr/served", "lead = Welcome"), "locales/fr/served.ftl: `lead`: is the text of the language `en`");
}

#[test]
fn a_missing_key() {
    gives(("fr/waiting", ""), "locales/fr/ui.ftl: `waiting`: this key of the language `en` is missing");
    gives(("pl/mail", "# nothing"), "locales/pl/mail.ftl: `footer`: this key of the language `en` is missing");
}

#[test]
fn a_key_too_many() {
    gives(("fr/more", "more = plus"), "locales/fr/ui.ftl: `more`: the language `en` does not have this key");
}

#[test]
fn other_placeholders() {
    let lacks = "waiting = { $count -> / [one] a / *[other] b / }\n";
    gives(("fr/waiting", lacks), "locales/fr/ui.ftl: `waiting`: the placeholder `$name` is missing");
    let more = "waiting = { $count -> / [one] { $who } / *[other] b / } { $name }\n";
    gives(("fr/waiting", more), "locales/fr/ui.ftl: `waiting`: the language `en` has no placeholder `$who` here");
    let number = "waiting = { $count } { $name -> / [one] a / *[other] b / }\n";
    gives(
        ("fr/waiting", number),
        "locales/fr/ui.ftl: `waiting`: `$name` is used as a number, but is a text in the language `en` \
         (`NUMBER($name)` there makes it a number)",
    );
    let text = "waiting = { $count } { $name }\n";
    assert_eq!(problems(&[("fr/waiting", text)]), [""; 0], "a number need not be selected on");
}

#[test]
fn plural_categories() {
    let select = |variants: &str| {
        format!("waiting = {{ $count -> {} / }} {{ $name }}\n", variants.replace(" [", " / [").replace(" *[", " / *["))
    };
    for (code, variants, what) in [
        ("en", " *[other] b", "lacks `[one]`, which the language `en` needs"),
        ("en", " [0] z *[other] b", "lacks `[one]`, which the language `en` needs"),
        ("fr", " *[other] b", "lacks `[one]`, which the language `fr` needs"),
        ("pl", " [one] a [few] b *[other] d", "lacks `[many]`, which the language `pl` needs"),
        ("pl", " [one] a [many] b *[other] d", "lacks `[few]`, which the language `pl` needs"),
        ("en", " [one] a [few] b *[other] c", "has `[few]`, which is no plural category of the language `en`"),
        ("en", " [one] a [many] b *[other] c", "has `[many]`, which is no plural category of the language `en`"),
        ("fr", " [one] a [tow] b *[other] c", "has `[tow]`, which is no plural category of the language `fr`"),
        ("fr", " *[one] a [other] b", "must have `*[other]` as its default"),
        ("fr", " [one] a [one] b *[other] c", "has `[one]` twice"),
        ("fr", " [0] a [0] b [one] c *[other] d", "has `[0]` twice"),
        ("fr", " [one] a [0] b *[other] c", "has `[0]` after a plural category: put numbers first"),
    ] {
        let file = format!("{code}/waiting");
        let expected = format!("locales/{code}/ui.ftl: `waiting`: the select on `$count` {what}");
        gives((&file, &select(variants)), &expected);
    }
    for variants in [" [one] a [many] b *[other] c", " [0] a [1] b [one] c *[other] d"] {
        assert_eq!(problems(&[("fr/waiting", &select(variants))]), [""; 0], "{variants}");
    }
}

#[test]
fn no_default() {
    gives(
        ("fr/waiting", "waiting = { $count -> / [one] a / [other] b / } { $name }\n"),
        "locales/fr/ui.ftl: `waiting`: line 5: the select has no default variant: write `*[other] …`",
    );
}

#[test]
fn a_key_twice() {
    gives(("fr/more", "waiting = { $count } { $name }"), "locales/fr/ui.ftl: `waiting`: this key is there twice");
}

#[test]
fn syntax_that_is_not_supported() {
    for (text, what) in [
        ("more = a\n    .title = b", "attributes are not supported: give each text a key of its own"),
        ("more =\n    .title = b", "attributes are not supported: give each text a key of its own"),
        ("more = { waiting }", "a text cannot refer to another one (`waiting`), only to a term"),
        ("more = { DATETIME($now) }", "`DATETIME(…)` is not supported, only `NUMBER($name)`"),
        ("more = { NUMBER($n, digits: 2) }", "`NUMBER(…)` is not supported, only `NUMBER($name)`"),
        ("more = { 5 }", "write a number as plain text, without braces"),
        ("more = { { $name } }", "braces inside braces are not supported"),
        ("more = { \"a\" -> / *[other] b / }", "a select must be on a placeholder: `{ $count -> … }`"),
        ("more = { $n -> / [1.5] a / [one] b / *[other] c / }", "`[1.5]` is not a whole number"),
        (
            "more = { $n -> / [one] a / *[other] { $m -> / [one] a / *[other] b / } / }",
            "a select inside a select is not supported",
        ),
        ("more = { -brand(case: \"x\") }", "a term takes no attribute and no arguments here"),
        ("more = { -name }", "there is no term `-name`"),
        ("more = a\u{7f}b", "the text has a control character"),
        ("more = { \"\\u0007\" }", "the text has a control character"),
    ] {
        text_gives(text, &format!("locales/en/ui.ftl: `more`: {what}"));
    }
    let lines = "a new line must begin here (each variant of a select, and its closing brace, has a line of its own)";
    text_gives("more = { $n -> [one] a *[other] b }", &format!("locales/en/ui.ftl: `more`: line 6: {lines}"));
    text_gives("more = { $", "locales/en/ui.ftl: `more`: line 6: Expected one of \"a-zA-Z\"");
    text_gives("*?", "locales/en/ui.ftl: line 6: Expected one of \"a-zA-Z\"");
}

#[test]
fn terms() {
    text_gives("-a = { -brand }", "locales/en/ui.ftl: `-a`: there is no term `-brand`");
    text_gives("-a = { $name }", "locales/en/ui.ftl: `-a`: a term is plain text only");
    text_gives("-a = a\n    .b = c", "locales/en/ui.ftl: `-a`: attributes are not supported");
    text_gives("-brand = a", "locales/en/ui.ftl: `-brand`: this term is there twice");
    let sources = Sources { terms: Some("-brand = C\nmore = x".into()), ..sources(&[]) };
    assert_eq!(reported(&sources), ["locales/terms.ftl: `more`: only terms (`-name = …`) belong in this file"]);
}

#[test]
fn names_that_rust_cannot_have() {
    for (text, what) in [
        ("continue = a", "this key is a word that Rust keeps for itself: add a word, as in `continue-button`"),
        ("left = a", "`left` is a function of ours already: choose another key"),
        ("date-time = a", "`date_time` is a function of ours already: choose another key"),
        (
            "more = { $type }",
            "the placeholder `$type` is a word that Rust keeps for itself: add a word, as in `continue-button`",
        ),
    ] {
        let key = text.split(' ').next().unwrap_or_default();
        text_gives(text, &format!("locales/en/ui.ftl: `{key}`: {what}"));
    }
    let case = "is not in kebab-case: lower-case letters and digits, with single hyphens between words";
    for key in ["signIn", "sign_in", "sign--in", "sign-"] {
        text_gives(&format!("{key} = a"), &format!("locales/en/ui.ftl: `{key}`: this key {case}"));
    }
    text_gives("more = { $aB }", &format!("locales/en/ui.ftl: `more`: the placeholder `$aB` {case}"));
    let many: String = ('a'..='k').map(|name| format!("{{ ${name} }}")).collect();
    text_gives(&format!("more = {many}"), "locales/en/ui.ftl: `more`: has more than 10 placeholders");
}

#[test]
fn files_and_languages() {
    let mut lacks = sources(&[]);
    lacks.languages.get_mut("fr").expect("fr").remove("mail");
    assert_eq!(reported(&lacks), ["locales/fr/mail.ftl: this file is missing"]);

    let mut more = sources(&[]);
    more.languages.get_mut("fr").expect("fr").insert("uii".into(), String::new());
    assert_eq!(reported(&more), ["locales/fr/uii.ftl: nothing reads this file"]);

    let mut unknown = sources(&[]);
    let french = unknown.languages.remove("fr").expect("fr");
    unknown.languages.insert("xx".into(), french);
    let what = "no plural rule is known for `xx`: add it to src/plural.rs and build/check.rs";
    assert_eq!(reported(&unknown), [format!("locales/xx: {what}")]);

    let mut headless = sources(&[]);
    headless.languages.remove("en");
    let what = "the reference language lacks this file";
    assert_eq!(reported(&headless), ["ui", "served", "mail"].map(|name| format!("locales/en/{name}.ftl: {what}")));

    let mut nameless = sources(&[]);
    for files in nameless.languages.values_mut() {
        let ui = files.get_mut("ui").expect("ui");
        *ui = ui.lines().skip(1).flat_map(|line| [line, "\n"]).collect();
    }
    assert_eq!(reported(&nameless), ["locales/en/ui.ftl: `language-name`: this key is missing"]);
}

#[test]
fn a_folder_with_texts_is_a_language() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in [("terms.ftl", "-a = b"), ("it/ui.ftl", "c = d"), ("src/lib.rs", ""), ("deutsch/ui.ftl", "")] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    fs::create_dir(folder.path().join("es")).expect("a folder");

    let sources = read(folder.path()).expect("files that can be read");
    assert_eq!(sources.terms.as_deref(), Some("-a = b"));
    assert_eq!(sources.languages.keys().collect::<Vec<_>>(), ["deutsch", "es", "it"]);
    assert_eq!(sources.languages["it"]["ui"], "c = d");
    assert_eq!(sources.languages["es"].len(), 0);
}

#[test]
fn our_own_texts_pass() {
    let sources = read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("files that can be read");
    assert!(sources.languages.contains_key("en") && sources.languages.contains_key("fr"));
    assert_eq!(reported(&sources), [""; 0]);
}

#[test]
fn every_problem_is_reported_at_once() {
    assert_eq!(problems(&[("fr/waiting", ""), ("pl/waiting", "waiting = { $name }"), ("fr/more", "b = c")]).len(), 3);
}

#[test]
fn the_code_has_an_accessor_for_each_key() {
    let more = "more = { $to-whom }: { $n } { NUMBER($n) }";
    let mores = [("en/more", more), ("fr/more", more), ("pl/more", more)];
    let code = compile(&sources(&[mores[0], mores[1], mores[2], ("fr/mail", "footer = { -brand }{\" \"}{\"{\"}")]));
    let code = code.expect("no mistake");
    let code = code.languages + &code.accessors;
    for part in [
        "En,\n/// fr\nFr,\n/// pl\nPl,\n",
        "#[doc = \"`{count} request | {count} requests for {name}`\"]\n",
        "pub fn waiting(self, count: i64, name: &str) -> String {",
        "pub fn more(self, to_whom: &str, n: i64) -> String {",
        "pub fn footer(self) -> &'static str { self.0.text(0) }",
        r#"["pl", "\u{7f}A\u{7f}oa\u{7f}fb\u{7f}mc\u{7f}xd\u{7f}) \u{7f}1", "\u{7f}0: \u{7f}1 \u{7f}1"]"#,
        r#"["Countersign {"]"#,
    ] {
        assert!(code.contains(part), "{part}\n{code}");
    }
}
