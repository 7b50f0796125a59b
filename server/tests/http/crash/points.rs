//! Killed at named points: before the commit, in it, between commit and mail, and between the mail server's answer and the commit of
//! our note.

use std::{collections::BTreeMap, thread};

use countersign_domain::{HOUR, MINUTE};

use super::{
    postbox::{Mood, Postbox},
    stall::{self, Point},
    tables::Tables,
    whole,
};
use crate::{
    figures,
    support::{
        Browser, Engine, Reply, Server, Setup, eventually,
        mailbox::address,
        on_both,
        story::{PROJECT, key},
    },
};

on_both!(
    before_the_commit,
    after_the_commit_before_the_mail,
    after_the_mail_server_took_it,
    while_a_digest_is_sent,
    after_the_mail_server_took_a_digest,
);

type Cookies = BTreeMap<String, String>;
type Answer = Result<Reply, ureq::Error>;

/// A server with its mail server, and two customers who are signed in.
struct Scene {
    server: Server,
    postbox: Postbox,
    marie: Cookies,
    john: Cookies,
    clock: i64,
}

impl Scene {
    fn on(engine: Engine, undo_at_once: bool) -> Self {
        let postbox = Postbox::open();
        let setup = Setup::on(engine).with("SMTP_URL", &postbox.url());
        if undo_at_once {
            stall::undo_at_once(&setup.database);
        }
        let server = setup.start();
        let (marie, john) = (server.as_customer("md10001").cookies, server.as_customer("js10002").cookies);
        server.settle();
        Self { server, postbox, marie, john, clock: 0 }
    }

    fn marie(&self) -> Browser<'_> {
        let mut browser = self.server.browser();
        browser.cookies.clone_from(&self.marie);
        browser
    }

    fn john(&self) -> Browser<'_> {
        let mut browser = self.server.browser();
        browser.cookies.clone_from(&self.john);
        browser
    }

    /// Marie asks John to be technical contact in Robert's place.
    fn ask(&self) -> Answer {
        let key = key(self.server.database(), PROJECT);
        self.marie().try_call("submit", &[("service", &key), ("tech", "js10002")])
    }

    /// The last request.
    fn request(&self) -> i64 {
        self.server.database().texts("SELECT CAST(MAX(id) AS TEXT) FROM requests")[0].parse().unwrap()
    }

    fn decide(&self, mut who: Browser<'_>, stem: &str, decision: &str) -> Answer {
        self.server.settle();
        let request = self.request();
        let code = self.postbox.codes(address(stem), request).remove(0);
        who.try_call("decide", &[("id", &request.to_string()), ("code", &code), ("decision", decision)])
    }

    /// Starts it again when what was leased is free again.
    fn start_again(&mut self) {
        self.clock += 2 * MINUTE;
        self.server.set_clock(self.clock);
        self.server.start_again();
        self.server.browser().get("/readyz").is(200);
        let faults = whole::faults(&Tables::of(self.server.database()));
        assert!(faults.is_empty(), "{faults:?}");
    }

    /// Marie asks and cancels until a digest collects for John: the end of a request that he was told of, and the next one. Half an hour
    /// later it is due, and meets a mail server of this mood. One that takes it stands still when that is noted.
    fn make_digest_due_to(&mut self, mood: Mood) {
        for _ in 0..2 {
            self.ask().unwrap().is(200);
            self.server.settle();
            self.cancel();
            self.server.settle();
        }
        self.ask().unwrap().is(200);
        self.server.settle();
        self.cancel();
        self.ask().unwrap().is(200);
        self.server.settle();
        assert_eq!(self.server.database().count("outbox WHERE bundle IS NOT NULL AND state = 'pending'"), 2);
        if mood == Mood::Takes {
            stall::stall(self.server.database(), Point::NotesSent, 60.0);
        }
        self.postbox.be(mood);
        self.clock += HOUR / 2 + MINUTE;
        self.server.set_clock(self.clock);
    }

    fn cancel(&self) {
        self.marie().try_call("cancel", &[("id", &self.request().to_string())]).unwrap().is(200);
    }

    /// How often the digest has arrived; each time as the same mail.
    fn digests(&self) -> usize {
        let id = super::tables::key(self.server.database().engine, "id");
        let digest = self.server.database().texts(&format!("SELECT {id} FROM outbox WHERE event = 'digest'"));
        let letters = self.postbox.by_id().remove(&digest[0]).unwrap_or_default();
        assert!(letters.iter().all(|letter| *letter == letters[0]), "{letters:?}");
        letters.len()
    }

    /// The digest has gone, with all that it brings, and the code in it works.
    fn check_digest(&self) {
        let sent = "outbox WHERE (event = 'digest' OR bundle IS NOT NULL) AND state = 'sent' AND payload IS NULL";
        eventually("the digest is sent", || (self.server.database().count(sent) == 3).then_some(()));
        self.decide(self.john(), "js10002", "refuse").unwrap().is(200);
    }

    /// How often each mail about the last request has arrived; those that have not are not in it.
    fn arrived(&self) -> BTreeMap<String, usize> {
        let id = super::tables::key(self.server.database().engine, "id");
        let owed =
            self.server.database().texts(&format!("SELECT {id} FROM outbox WHERE request_id = {}", self.request()));
        let letters = self.postbox.by_id();
        owed.into_iter().filter_map(|id| letters.get(&id).map(|letters| (id, letters.len()))).collect()
    }

    /// Kills the server when the transaction of `act` that owes this mail stands still: it is not acknowledged.
    fn cut(&self, owes: Point, seconds: f64, act: &(impl Fn(&Self) -> Answer + Sync)) {
        stall::stall(self.server.database(), owes, seconds);
        let answer = thread::scope(|scope| {
            let answer = scope.spawn(|| act(self));
            stall::wait(self.server.database());
            self.server.kill();
            answer.join().unwrap()
        });
        assert!(answer.is_err(), "{answer:?}");
        stall::lift(self.server.database());
    }
}

fn before_the_commit(engine: Engine) {
    let mut scene = Scene::on(engine, true);
    let mut kills = 0;
    let mut at = |scene: &mut Scene, owes: Point, act: &(dyn Fn(&Scene) -> Answer + Sync)| {
        scene.server.settle();
        let before = scene.server.database().dump();
        scene.cut(owes, 60.0, &act);
        scene.start_again();
        assert_eq!(scene.server.database().dump(), before, "{owes:?}");
        kills += 1;
        // The same once more: nothing stands in its way.
        act(scene).unwrap().is(200);
        assert_ne!(scene.server.database().dump(), before, "{owes:?}");
    };
    let number = |scene: &Scene| scene.request().to_string();
    let resend = |scene: &Scene| scene.john().try_call("resend", &[("id", &number(scene))]);
    let cancel = |scene: &Scene| scene.marie().try_call("cancel", &[("id", &number(scene))]);
    for _ in 0..figures::rounds(0, 4) {
        at(&mut scene, Point::Owes("asked", "js10002-ovh"), &Scene::ask);
        at(&mut scene, Point::Owes("resent", "js10002-ovh"), &resend);
        at(&mut scene, Point::Owes("cancelled", "js10002-ovh"), &cancel);
        scene.ask().unwrap().is(200);
        at(&mut scene, Point::Owes("refused", "md10001-ovh"), &|scene| scene.decide(scene.john(), "js10002", "refuse"));
        scene.clock += HOUR;
        scene.server.set_clock(scene.clock);
    }
    at(&mut scene, Point::Owes("asked", "js10002-ovh"), &Scene::ask);
    scene.decide(scene.marie(), "md10001", "accept").unwrap().is(200);
    at(&mut scene, Point::Owes("replaced", "rt10007-ovh"), &|scene| scene.decide(scene.john(), "js10002", "accept"));
    assert_eq!(scene.server.changes(scene.request()), 1);
    let figures = format!("{kills} kills, 0 with anything of it there, {kills} done when asked again");
    figures::tell(&format!("crashes: before the commit, {engine:?}"), &figures);
}

/// Postgres goes on with a commit whose client is gone: nobody was told, and all of it is there.
#[test]
fn postgres_commits_for_a_server_that_is_gone() {
    let mut scene = Scene::on(Engine::Postgres, false);
    scene.ask().unwrap().is(200);
    scene.decide(scene.marie(), "md10001", "accept").unwrap().is(200);
    scene.cut(Point::Owes("replaced", "rt10007-ovh"), 1.0, &|scene: &Scene| {
        scene.decide(scene.john(), "js10002", "accept")
    });
    scene.start_again();
    let request = scene.request();
    assert_eq!(scene.server.request(request, "state"), "done");
    assert_eq!(scene.server.changes(request), 1);
    scene.server.settle();
    assert_eq!(scene.arrived().into_values().collect::<Vec<_>>(), [1; 5], "two codes, three of the end");
    figures::tell("crashes: in the commit, Postgres", "1 kill, all of it there, 5 mails due, all delivered");
}

fn after_the_commit_before_the_mail(engine: Engine) {
    let mut scene = Scene::on(engine, false);
    let rounds = figures::rounds(1, 5);
    for _ in 0..rounds {
        scene.server.settle();
        scene.postbox.be(Mood::Silent);
        scene.ask().unwrap().is(200);
        let waits = || (scene.postbox.waiting() > 0).then_some(());
        eventually("a mail is being sent", waits);
        scene.server.kill();
        assert!(scene.arrived().is_empty());
        scene.postbox.be(Mood::Takes);
        scene.start_again();
        scene.server.settle();
        assert_eq!(scene.arrived().into_values().collect::<Vec<_>>(), [1, 1]);
        scene.decide(scene.john(), "js10002", "refuse").unwrap().is(200);
    }
    let figures = format!("{rounds} kills, {} mails due, all delivered", 2 * rounds);
    figures::tell(&format!("crashes: after the commit before the mail, {engine:?}"), &figures);
}

fn after_the_mail_server_took_it(engine: Engine) {
    let mut scene = Scene::on(engine, true);
    let rounds = figures::rounds(1, 5);
    for _ in 0..rounds {
        scene.server.settle();
        let before = scene.postbox.letters().len();
        stall::stall(scene.server.database(), Point::NotesSent, 60.0);
        scene.ask().unwrap().is(200);
        eventually("both mails are taken", || (scene.postbox.letters().len() == before + 2).then_some(()));
        stall::wait(scene.server.database());
        scene.server.kill();
        stall::lift(scene.server.database());
        assert_eq!(scene.arrived().into_values().collect::<Vec<_>>(), [1, 1]);
        scene.start_again();
        scene.server.settle();
        assert_eq!(scene.arrived().into_values().collect::<Vec<_>>(), [2, 2], "none was noted");
        let letters = scene.postbox.by_id();
        let same = letters.values().all(|letters| letters.iter().all(|letter| *letter == letters[0]));
        assert!(same, "the second has another code, or goes elsewhere: {letters:?}");
        scene.decide(scene.john(), "js10002", "refuse").unwrap().is(200);
    }
    let mails = 2 * rounds;
    let figures = format!("{rounds} kills, {mails} mails due, all delivered, {mails} twice with the same Message-ID");
    figures::tell(&format!("crashes: after the mail server took it, {engine:?}"), &figures);
}

fn while_a_digest_is_sent(engine: Engine) {
    let mut scene = Scene::on(engine, false);
    scene.make_digest_due_to(Mood::Silent);
    eventually("the digest is being sent", || (scene.postbox.waiting() > 0).then_some(()));
    scene.server.kill();
    assert_eq!(scene.digests(), 0);
    scene.postbox.be(Mood::Takes);
    scene.start_again();
    scene.check_digest();
    assert_eq!(scene.digests(), 1);
    figures::tell(&format!("crashes: while a digest is sent, {engine:?}"), "1 kill, 2 mails due, both delivered in it");
}

fn after_the_mail_server_took_a_digest(engine: Engine) {
    let mut scene = Scene::on(engine, true);
    scene.make_digest_due_to(Mood::Takes);
    eventually("the digest is taken", || (scene.digests() == 1).then_some(()));
    stall::wait(scene.server.database());
    scene.server.kill();
    stall::lift(scene.server.database());
    assert_eq!(scene.digests(), 1);
    scene.start_again();
    scene.check_digest();
    assert_eq!(scene.digests(), 2, "it was not noted");
    figures::tell(
        &format!("crashes: after the mail server took a digest, {engine:?}"),
        "1 kill, 2 mails due, both delivered, twice with the same Message-ID",
    );
}
