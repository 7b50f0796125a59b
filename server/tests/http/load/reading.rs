//! What the workers read: whose answer it is shows in each.

use countersign_domain::view;

use super::{
    Person,
    line::{Answer, Asked},
    worker::Worker,
};
use crate::support::story::EXPIRED;

/// Each as likely as any other.
const READS: [fn(&mut Worker<'_>, &Person); 13] = [
    me,
    services,
    services,
    requests,
    request,
    foreign_history,
    contact_form,
    profile,
    page_of_services,
    page_of_requests,
    page_of_the_service,
    page_of_the_profile,
    table,
];

impl Worker<'_> {
    /// Reads anything, as one of the two.
    pub(super) fn read_something(&mut self) {
        let who = if self.chance.below(3) == 0 { self.other.clone() } else { self.me.clone() };
        READS[self.chance.below(READS.len() as u64) as usize](self, &who);
    }

    /// Reads, and judges the answer, if it is heard.
    fn read(&mut self, who: &Person, place: &str, judge: impl FnOnce(Answer)) {
        if let Some(answer) = self.ask(Asked { place, cookie: &who.cookie, form: None }) {
            judge(answer);
        }
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.chance.below(all.len() as u64) as usize]
    }

    /// A page: it is whole, it is for this customer, and nobody else's address is on it.
    fn page(&mut self, who: &Person, place: &str) {
        let people = &self.load.people;
        self.read(who, place, |answer| {
            let page = answer.is(&[200]).body;
            assert!(page.contains("</html>"), "{place} of {} is not whole", who.id);
            assert!(page.contains(&format!(">{}<", who.id)), "{place} is not {}'s", who.id);
            assert_eq!(page.contains(who.email), place == "/profile", "{place} of {}", who.id);
            let foreign = people.iter().find(|other| other.id != who.id && page.contains(other.email));
            assert!(foreign.is_none(), "{place} of {} tells {:?}", who.id, foreign.map(|other| other.email));
        });
    }
}

fn me(worker: &mut Worker<'_>, who: &Person) {
    worker.read(who, "/api/me", |answer| {
        let me: Option<view::Me> = answer.json();
        assert_eq!(me.map(|me| me.id.to_string()).as_ref(), Some(&who.id));
    });
}

fn services(worker: &mut Worker<'_>, who: &Person) {
    let search = worker.one_of(&["", "", "load", "example", "md1", "zz"]);
    let sort = worker.one_of(&["name", "category", "status", "expiry", "admin", "tech"]);
    let last_first = worker.one_of(&[true, false]);
    let cursor =
        if worker.chance.below(4) == 0 { format!("a{}", worker.service.replace('-', "")) } else { String::new() };
    let place =
        format!("/api/services?search={search}&category=&role=&sort={sort}&descending={last_first}&cursor={cursor}");
    worker.read(who, &place, |answer| {
        let page: view::ServicePage = answer.json();
        assert_eq!(page.me.as_str(), who.id);
        for row in page.rows {
            let contacts = [row.contacts.admin, row.contacts.tech, row.contacts.billing];
            assert!(contacts.iter().any(|id| id.as_str() == who.id), "{} is not {}'s", row.name, who.id);
            let found = row.name.as_str().contains(search) || contacts.iter().any(|id| id.as_str().contains(search));
            assert!(found, "{} is not what {search:?} asks for", row.name);
        }
    });
}

fn requests(worker: &mut Worker<'_>, who: &Person) {
    worker.read(who, "/api/requests?state=all", |answer| {
        let page: view::RequestPage = answer.json();
        assert_eq!(page.me.as_str(), who.id);
        for row in page.rows {
            let parties = [row.asked_by, row.to, row.from];
            assert!(parties.iter().any(|id| id.as_str() == who.id), "request {} is not {}'s", row.id, who.id);
        }
    });
}

/// Of Lucía to Zofia, and nobody else's.
fn request(worker: &mut Worker<'_>, who: &Person) {
    worker.read(who, &format!("/api/request?id={EXPIRED}"), |answer| {
        if ["lg10004-ovh", "zk10003-ovh"].contains(&&*who.id) {
            let detail: view::RequestDetail = answer.json();
            assert_eq!((detail.me.as_str(), detail.row.id), (&*who.id, EXPIRED));
        } else {
            answer.is(&[404]);
        }
    });
}

fn foreign_history(worker: &mut Worker<'_>, who: &Person) {
    let service = worker.load.foreign_to(who, worker.chance.below(1000));
    worker.read(who, &format!("/api/service-history?service={service}"), |answer| drop(answer.is(&[404])));
}

/// Of the worker's service everything is known.
fn contact_form(worker: &mut Worker<'_>, _: &Person) {
    let (me, techs) = (worker.me.clone(), worker.techs.clone());
    worker.read(&me, &format!("/api/contact-form?service={}", worker.service), |answer| {
        let form: view::ContactForm = answer.json();
        assert_eq!(form.service.contacts.admin.as_str(), me.id);
        assert!(
            techs.contains(&form.service.contacts.tech.to_string()),
            "{} is none of {techs:?}",
            form.service.contacts.tech
        );
    });
}

fn profile(worker: &mut Worker<'_>, who: &Person) {
    worker.read(who, "/api/profile", |answer| {
        let profile: view::Profile = answer.json();
        assert_eq!((profile.id.as_str(), profile.email.as_str()), (&*who.id, who.email));
    });
}

fn page_of_services(worker: &mut Worker<'_>, who: &Person) {
    worker.page(who, "/contacts/services");
}

fn page_of_requests(worker: &mut Worker<'_>, who: &Person) {
    worker.page(who, "/contacts/requests");
}

fn page_of_the_service(worker: &mut Worker<'_>, _: &Person) {
    worker.page(&worker.me.clone(), &format!("/contacts/services/{}", worker.service));
}

fn page_of_the_profile(worker: &mut Worker<'_>, who: &Person) {
    worker.page(who, "/profile");
}

fn table(worker: &mut Worker<'_>, _: &Person) {
    let me = worker.me.clone();
    worker.read(&me, &format!("/contacts/services/{}/history.csv", worker.service), |answer| {
        assert!(answer.is(&[200]).body.contains(&format!(r#","contactAdmin","","{}","#, me.id)));
    });
}
