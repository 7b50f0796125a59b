//! What is read through the use cases at the end of a history: who sees what, and which mails went out.

use std::collections::BTreeSet;

use countersign_backend::{Seals, mail::read_mailbox, testing::RequestFilter};
use countersign_domain::Problem;

use super::{
    scene::Scene,
    view::{CATEGORIES, CUSTOMERS, MailState, View, Who},
};
use crate::support::{id, told};

/// Invariant 18: only parties, the replaced contact after `done`, and the service's administrator ever see a request. Answers with
/// all that was read, but for what is random.
pub(super) async fn read(scene: &Scene, readers: &[Who], last: &View) -> Vec<String> {
    let mut read = Vec::new();
    for who in readers.iter().copied() {
        let actor = scene.w.backend.act_as(&id(who)).await.unwrap();
        assert_eq!(actor.is_some(), last.is_active(who), "{who} acts while its account is active");
        let Some(actor) = actor else { continue };
        let mut own = BTreeSet::new();
        for (number, request) in &last.requests {
            let seen = told(actor.request(*number).await);
            assert_eq!(seen.is_ok(), last.may_see(who, request), "{who} sees {number}");
            match seen {
                Ok(detail) => read.push(format!("{who}: {detail:?}")),
                Err(problem) => assert_eq!(problem, Problem::NotFound),
            }
            if request.takes_part(who) {
                own.insert(*number);
            }
        }
        let listed = told(actor.requests(RequestFilter::All, None).await).unwrap();
        assert_eq!(listed.rows.iter().map(|row| row.id).collect::<BTreeSet<_>>(), own, "{who}'s requests");
        read.push(format!("{who}: {:?}", told(actor.me().await)));
    }
    let audit = scene.w.backend.operator(crate::support::staff("Test.")).audit(Seals::default()).await.unwrap();
    assert_eq!(audit.findings, [], "every line is sealed, and leads to what is");
    for service in scene.services {
        read.push(format!("{:?}", scene.w.backend.db().history(service).await.unwrap()));
    }
    for (service, category) in scene.services.iter().zip(CATEGORIES) {
        read.iter_mut().for_each(|line| *line = line.replace(&service.to_string(), category.as_str()));
    }
    read
}

/// Invariant 15, as the mailer sees it: what is marked as sent was handed over, nothing else was, and nobody got a mail of another.
pub(super) async fn check_letterbox(scene: &Scene, last: &View) {
    let mails = read_mailbox(&scene.letterbox).await.unwrap();
    let handed_over: BTreeSet<_> = mails.iter().map(|mail| mail.id.simple().to_string()).collect();
    assert_eq!(handed_over, scene.reader.sent);
    let by_themselves = last.mails.values().filter(|mail| mail.state == MailState::Sent && mail.digest.is_none());
    let digests = last.digests.values().filter(|digest| digest.state == MailState::Sent);
    assert_eq!(mails.len(), by_themselves.count() + digests.count());
    for mail in mails {
        let mut owners = CUSTOMERS.iter().filter(|who| mail.to_address.starts_with(**who));
        assert!(owners.next().is_some(), "{}", mail.to_address);
        assert_eq!(mail.message_id, format!("<{}@contacts.example.org>", mail.id));
    }
}
