//! What the server is asked for in earnest; the shots are made of it.

use crate::support::{
    Server,
    setup::HASH,
    story::{DOMAIN, OPEN, PROJECT, WRONG},
};

/// What the server gives to anyone, and to Marie: pages, server functions, files.
fn places(server: &Server) -> Vec<String> {
    let (project, domain) = (server.service(PROJECT), server.service(DOMAIN));
    let cursor = project.replace('-', "");
    let list = "search=a&category=domain&role=contactAdmin&sort";
    let mut all: Vec<String> = [
        "/",
        "/help",
        "/profile",
        "/sign-up sent=",
        "/forgot-password sent=",
        "/contacts/requests state=open&before=2",
        "/contacts/services page=&sort=expiry&order=desc",
        "/demo/mailbox/00000000-0000-0000-0000-000000000000",
        "/demo/invoices",
        "/healthz",
        "/readyz",
        "/robots.txt",
        "/api/me",
        "/api/flash",
        "/api/profile",
        "/api/requests state=all&before=9",
        "/api/live seen=1",
    ]
    .map(str::to_owned)
    .to_vec();
    all.push(format!("/pkg/countersign.{HASH}.js"));
    for page in ["/sign-up/confirm", "/reset-password", "/profile/email"] {
        all.push(format!("{page} token={WRONG}"));
    }
    all.push(format!("/contacts/requests/{OPEN} token={WRONG}&notice=waiting"));
    all.push(format!("/useraccount/contacts/{OPEN} tab=REQUESTS&token={WRONG}"));
    all.push(format!("/sign-in next=%2Fcontacts%2Frequests%2F{OPEN}%3Ftoken%3D{WRONG}"));
    all.push(format!("/api/request id={OPEN}&token={WRONG}"));
    for service in [&project, &domain] {
        for part in ["", "/history", "/owner", "/history.csv"] {
            all.push(format!("/contacts/services/{service}{part}"));
        }
        for function in ["contact-form", "service-history", "owner"] {
            all.push(format!("/api/{function} service={service}"));
        }
    }
    for (sort, place) in [("name", ""), ("status", ".ok"), ("expiry", ".1700000000000"), ("admin", ".md10001-ovh")] {
        all.push(format!("/contacts/services {list}={sort}&order=desc&page=a{cursor}{place}"));
        all.push(format!("/api/services {list}={sort}&descending=true&cursor=b{cursor}{place}"));
    }
    all.into_iter().map(|place| format!("GET {place}")).collect()
}

/// The forms that are no stranger's.
fn forms(server: &Server) -> Vec<String> {
    let (project, domain) = (server.service(PROJECT), server.service(DOMAIN));
    let seen = "md10001-ovh,rt10007-ovh,lg10004-ovh";
    [
        format!("submit service={project}&tech=js10002&billing=zk10003&seen={seen}&message=Hello+%3Cb%3E"),
        format!("submit service={project}&admin=zk10003&seen=&message="),
        format!("submit service={domain}&tech=js10002&seen=&message=&companion="),
        format!("submit service={project}&tech=js10002&check="),
        format!("decide id={OPEN}&code={WRONG}&decision=accept&key=0192f0c1-7a2b-7c3d-8e4f-5a6b7c8d9e0f"),
        format!("decide id={OPEN}&code={WRONG}&decision=refuse"),
        format!("cancel id={OPEN}&reason=Because"),
        format!("resend id={OPEN}"),
        "ask-again id=1".to_owned(),
        format!(
            "edit-owner service={domain}&version=1&name=Zofia&organisation=K&street=ul.+1%0D%0A2&postal_code=00-950&city=Warszawa&country=PL\
             &phone=22+555+01+12&owner_email=z%40example.org"
        ),
        "change-name name=Zofia+K&organisation=K".to_owned(),
        "change-email email=new%40example.org&password=wrong".to_owned(),
        "change-password password=wrong&new_password=a+quite+long+sentence".to_owned(),
        format!("confirm-email code={WRONG}"),
        "end-session key=0000".to_owned(),
        "end-other-sessions".to_owned(),
        "block customer=zz99998".to_owned(),
        "block-requester customer=zz99999".to_owned(),
        "unblock customer=zz99999".to_owned(),
    ]
    .iter()
    .map(|form| format!("POST /api/{form}"))
    .chain(["/language language=fr&back=%2Fhelp", "/theme theme=dark&back=%2Fhelp", "/demo/invoices number=FR-2041"].map(|form| format!("POST {form}")))
    .collect()
}

/// What a stranger may ask for, and the forms that he is refused.
pub(super) fn of_a_stranger(server: &Server) -> Vec<String> {
    let account = [
        "sign-in login=md10001&password=wrong&next=%2Fcontacts%2Frequests%2F2".to_owned(),
        "sign-out".to_owned(),
        "sign-up name=Eve&organisation=&address=eve%40example.org&language=fr&password=a+quite+long+sentence"
            .to_owned(),
        format!("confirm-sign-up code={WRONG}&password=a+quite+long+sentence"),
        "forgot-password login=marie.dubois%40example.org".to_owned(),
        format!("reset-password code={WRONG}&new_password=a+quite+long+sentence"),
        "choose-password new_password=a+quite+long+sentence&next=/".to_owned(),
    ];
    let account = account.iter().map(|form| format!("POST /api/{form}"));
    places(server).into_iter().chain(forms(server)).chain(account).collect()
}

/// What a customer may ask for without ending the session.
pub(super) fn of_a_customer(server: &Server) -> Vec<String> {
    // Forms by far the most: a stranger sees as many pages.
    let forms = forms(server);
    places(server)
        .into_iter()
        .chain(forms.iter().cloned())
        .chain(forms.iter().cloned())
        .chain(forms.iter().cloned())
        .collect()
}
