//! As much HTML as these tests read: tags with their attributes, fields, and the text.

use std::collections::BTreeMap;

/// The text of a page, without what stands in scripts; white space counts once.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&unescape(before));
        let (tag, mut behind) = after.split_once('>').unwrap_or((after, ""));
        if tag.starts_with("script") {
            behind = behind.split_once("</script>").map_or("", |(_, behind)| behind);
        }
        // Elements that stand inside a sentence do not part its words.
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !matches!(name, "bdi" | "span" | "strong" | "time" | "!" | "!--") {
            text.push(' ');
        }
        rest = behind;
    }
    text.push_str(&unescape(rest));
    one_line(&text)
}

/// White space counts once.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Turns entities into what they stand for.
pub(crate) fn unescape(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, meant)| text.replace(entity, meant))
}

/// The attributes of every tag of this name.
pub(crate) fn tags(html: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    let open = format!("<{name}");
    let found = html.match_indices(&open).map(|(at, _)| &html[at + open.len()..]);
    found.filter(|rest| rest.starts_with([' ', '>', '/'])).map(attributes).collect()
}

fn attributes(mut rest: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ', '>', '/']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() {
            return found;
        }
        match after.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
            Some((value, behind)) => {
                found.insert(name.to_owned(), unescape(value));
                rest = behind;
            }
            None => {
                found.insert(name.to_owned(), String::new());
                rest = after;
            }
        }
    }
}

/// What the input or the text area of this name holds; the first, if there are several.
pub(crate) fn field(html: &str, name: &str) -> Option<String> {
    let input = tags(html, "input").into_iter().find(|tag| tag.get("name").is_some_and(|known| known == name));
    if let Some(input) = input {
        return Some(input.get("value").cloned().unwrap_or_default());
    }
    let mut areas = html.split("<textarea").skip(1);
    let area = areas.find(|area| attributes(area).get("name").is_some_and(|known| known == name))?;
    let (_, inside) = area.split_once('>')?;
    Some(unescape(inside.split_once("</textarea>")?.0))
}

#[test]
fn a_page_is_read() {
    let page = "<p>a&amp;b <bdi>c</bdi>!</p><script>x</script><input name=\"n\" value=\"&lt;v\"><br>\
                <textarea rows=\"3\" name=\"m\">&lt;/textarea&gt;</textarea>";
    assert_eq!(text(page), "a&b c! </textarea>");
    assert_eq!(field(page, "n").as_deref(), Some("<v"));
    assert_eq!(field(page, "m").as_deref(), Some("</textarea>"));
    assert_eq!(field(page, "x"), None);
}
