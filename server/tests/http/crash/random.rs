//! Killed at random moments under load, and at the start, as often as it takes.

use std::{thread::sleep, time::Duration};

use countersign_domain::MINUTE;

use super::{crowd::Crowd, dice::Dice, postbox::Postbox};
use crate::{
    figures,
    support::{Engine, Setup, on_both},
};

on_both!(killed_at_random_moments);

/// After each kill it is so much later: what was leased is free again.
const LATER: i64 = 15 * MINUTE;

fn killed_at_random_moments(engine: Engine) {
    let kills = figures::rounds(4, 100);
    let mut dice = Dice::new("killed at random moments");
    let postbox = Postbox::open();
    let setup = Setup::on(engine).with("SMTP_URL", &postbox.url()).with("COUNTERSIGN_LOG", "info,sqlx=warn");
    let mut server = setup.start();
    let mut crowd = Crowd::new(&server, &postbox, dice.split());
    let mut while_starting = 0;
    for _ in 0..kills {
        let moment = Duration::from_millis(100 + dice.below(700));
        crowd.play(&server, || {
            sleep(moment);
            server.kill();
        });
        if dice.percent(20) {
            while_starting += 1;
            crowd.later(&server, LATER);
            crowd.another_life();
            server.start_in_vain(Duration::from_millis(dice.below(80)));
        }
        crowd.later(&server, LATER);
        server.start_again();
        crowd.compare(&server);
    }
    server.browser().get("/healthz").is(200);
    let figures =
        format!("{} kills, {while_starting} at the start; {}", kills + while_starting, crowd.figures(&server));
    println!("{figures}");
    figures::tell(&format!("crashes: at random, {engine:?}"), &figures);
}
