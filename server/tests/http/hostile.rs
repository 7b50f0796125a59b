//! Names and messages that try to be HTML stay text, wherever they are shown.

use crate::support::{
    Browser, Engine, PASSWORD, Reply, Server,
    html::tags,
    on_both,
    story::{DOMAIN, OPEN, PROJECT},
};

on_both!(
    names_of_customers_and_services,
    messages_in_requests_and_mails,
    the_details_of_an_owner,
    what_comes_back_into_a_form,
);

/// Robert's name, as the demo has it.
const ROBERT: &str = "Robert </textarea><script>alert('Tables')</script>";
const MESSAGE: &str = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>{{9137*7}}";

/// No tag of the page is made of what someone typed.
fn inert(page: &Reply) {
    // Every script is one of ours, with the nonce of this answer; no text area and no picture is made by a name.
    for script in tags(&page.body, "script") {
        assert!(script.contains_key("nonce"), "{}: {script:?}", page.asked);
    }
    let scripts = page.body.matches("<script").count();
    assert_eq!(scripts, page.body.matches("</script>").count(), "{}", page.asked);
    assert_eq!(scripts, page.body.matches(" nonce=\"").count(), "{}", page.asked);
    assert_eq!(page.body.matches("<textarea").count(), page.body.matches("</textarea>").count(), "{}", page.asked);
    for typed in ["<script>", "<img", "<b>", " onerror=\"", "alert(1)</script>", "<!--<script"] {
        assert!(!page.body.contains(typed), "{}: {typed}", page.asked);
    }
    assert!(!page.text().contains("63959"), "nothing is evaluated");
}

fn shown(browser: &mut Browser<'_>, place: &str, words: &str) -> Reply {
    let page = browser.get(place);
    assert!(page.status < 300, "{page:?}");
    inert(&page);
    page.shows(words);
    page
}

fn names_of_customers_and_services(engine: Engine) {
    let server = Server::start(engine);
    let mut robert = server.as_customer("rt10007");
    for place in ["/contacts/services", "/contacts/requests", "/profile", "/help"] {
        shown(&mut robert, place, ROBERT);
    }
    let mut marie = server.as_customer("md10001");
    shown(&mut marie, "/contacts/services", "Kowalska \"data\" & more");
    let mut john = server.as_customer("js10002");
    for (category, name) in
        [("database", "<script>alert('db')</script>"), ("internetAccess", "Fibre </textarea> Rossi")]
    {
        let key = server.service((category, name));
        let stems = ["md10001", "js10002", "zk10003", "lg10004", "jm10005", "gr10006", "rt10007", "sy10008"];
        let of_it = stems.map(|stem| server.as_customer(stem)).into_iter().filter_map(|mut browser| {
            let page = browser.get(&format!("/contacts/services/{key}"));
            (page.status == 200).then_some((browser, page))
        });
        let mut seen = 0;
        for (mut browser, page) in of_it {
            seen += 1;
            inert(&page);
            page.shows(name);
            shown(&mut browser, "/contacts/services", name);
        }
        assert!(seen > 0, "{name}");
    }
    shown(&mut john, "/demo/mailbox", "shop.smith-and-sons.example");
}

fn messages_in_requests_and_mails(engine: Engine) {
    let server = Server::start(engine);
    let (mut marie, mut robert) = (server.as_customer("md10001"), server.as_customer("rt10007"));
    let request = marie.ask(PROJECT, &[("billing", "rt10007"), ("message", MESSAGE)]);
    let page = format!("/contacts/requests/{request}");
    shown(&mut marie, &page, MESSAGE);
    shown(&mut robert, &page, MESSAGE);
    shown(&mut robert, "/contacts/requests", PROJECT.1);
    // The demo's own message.
    shown(&mut marie, &format!("/contacts/requests/{OPEN}"), "</textarea><b>John</b>");
    for mail in server.mails() {
        let html = mail.html.to_lowercase();
        for tag in ["<script", "<img", "<b>", "onerror=\""] {
            assert!(!html.contains(tag), "{tag} in {}", mail.subject);
        }
        shown(&mut marie, &format!("/demo/mailbox/{}", mail.id), &mail.subject);
    }
    let told = server.mails_to("robert.tables@example.org");
    assert!(told.iter().any(|mail| mail.text.contains("</textarea><script>alert(1)")), "the text has it as it is");
    let reason = [("id", request.to_string()), ("reason", MESSAGE.to_owned())];
    marie.call("cancel", &reason.each_ref().map(|(name, value)| (*name, value.as_str()))).is(200);
    shown(&mut robert, &page, MESSAGE);
}

fn the_details_of_an_owner(engine: Engine) {
    let server = Server::start(engine);
    let (mut zofia, mut lucia) = (server.as_customer("zk10003"), server.as_customer("lg10004"));
    let key = server.service(DOMAIN);
    let place = format!("/contacts/services/{key}/owner");
    let hostile = "</textarea><script>alert(1)</script><b>{{9137*7}}</b>\"'";
    let mut fields = vec![("service", key.as_str()), ("version", "1")];
    fields.extend(["name", "organisation", "street", "city"].map(|name| (name, hostile)));
    fields.extend([("country", "IE"), ("postal_code", "<b>D02 X285"), ("phone", "+353 1 555 0100")]);
    fields.push(("owner_email", "owner@example.net"));
    zofia.call("edit-owner", &fields).is(200);
    // The administrator's form, and what the others read.
    let form = shown(&mut zofia, &place, "Właściciel: kowalska.example");
    assert_eq!((form.field("name").as_str(), form.field("street").trim()), (hostile, hostile));
    shown(&mut lucia, &place, hostile).shows("<B>D02 X285");
    shown(&mut lucia, &place, "Irlanda");
    for mail in server.mails_to("owner@example.net") {
        assert!(!mail.html.contains("alert") && !mail.text.contains("alert"), "nothing that stands in the details");
    }
    // What comes back, with what is wrong.
    fields[1] = ("version", "2");
    fields.retain(|(name, _)| *name != "phone");
    fields.push(("phone", "\"><img src=x onerror=alert(2)>"));
    let answer = zofia.form(&place, "/api/edit-owner", &fields);
    let back = zofia.follow(&answer).is(200);
    inert(&back);
    assert_eq!(back.field("phone"), "\"><img src=x onerror=alert(2)>");
    // From the address nothing gets in.
    inert(&zofia.get(&format!("{place}?name={}&notice=%3Cb%3E", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E")));
}

fn what_comes_back_into_a_form(engine: Engine) {
    let server = Server::start(engine);
    let mut marie = server.as_customer("md10001");
    let key = server.service(PROJECT);
    let page = format!("/contacts/services/{key}");
    let typed = "\"><script>alert(1)</script>";
    let fields = [("service", key.as_str()), ("tech", typed), ("message", MESSAGE)];
    let answer = marie.form(&page, "/api/submit", &fields);
    answer.leads_to(&page);
    let back = marie.follow(&answer).is(200);
    inert(&back);
    assert_eq!(back.field("message").trim(), MESSAGE);
    assert_eq!(back.field("tech"), typed);
    assert!(back.body.contains("aria-invalid=\"true\""));

    // So it is when it is only to be checked.
    let checked: Vec<_> = fields.iter().copied().chain([("check", "1")]).collect();
    let answer = marie.form(&page, "/api/submit", &checked);
    answer.leads_to(&page);
    let back = marie.follow(&answer).is(200);
    inert(&back);
    assert_eq!((back.field("message").trim(), back.field("tech").as_str()), (MESSAGE, typed));

    // From the address as well.
    let words = "%22%3E%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E";
    let meant = "\"></textarea><script>alert(1)</script>";
    inert(&marie.get(&format!("{page}?tech={words}&message={words}&admin={words}")).is(200));
    let places = [
        ("/contacts/services?search={}", "search"),
        ("/contacts/requests/2?token={}", "code"),
        ("/profile/email?token={}", "code"),
    ];
    for (place, field) in places {
        let back = marie.open(&place.replace("{}", words)).is(200);
        inert(&back);
        assert_eq!(back.field(field), meant, "{place}");
    }
    for place in [
        "/contacts/services?page={}",
        "/contacts/requests?state={}",
        "/profile?notice={}",
        "/{}",
        "/contacts/services?{}={}",
    ] {
        inert(&marie.get(&place.replace("{}", words)));
    }
    // Signed out: in the field that says where to go next.
    for place in ["/sign-in?next={}", "/profile?x={}", "/{}"] {
        inert(&server.browser().get(&place.replace("{}", words)));
    }
    let fields = [("email", typed), ("password", PASSWORD)];
    let answer = marie.form("/profile", "/api/change-email", &fields);
    let back = marie.follow(&answer).is(200);
    inert(&back);
    assert_eq!(back.field("email"), typed);
    assert!(!back.body.contains(PASSWORD));
}
