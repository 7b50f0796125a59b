//! The model of what time asks for: reminders, expiry, renewal notices.

use countersign_domain::{DAY, Role, Status};

use super::{
    reference::Model,
    view::{About, Mail},
};

impl Model {
    /// Those who have not decided are reminded once, two days before the end.
    pub(super) fn remind(&mut self) -> usize {
        let now = self.now;
        let due = self.view.requests.iter().filter(|(_, request)| {
            let left = request.expires_at - now;
            request.ended_at.is_none() && request.reminded_at.is_none() && left > 0 && left <= 2 * DAY
        });
        let due: Vec<i64> = due.map(|(number, _)| *number).collect();
        for number in &due {
            let request = self.request(*number);
            request.reminded_at = Some(now);
            let waiting = request.waiting_for();
            self.owe_all(*number, "reminder", &waiting);
        }
        due.len()
    }

    pub(super) fn expire_all(&mut self) -> usize {
        let all: Vec<i64> = self.view.requests.keys().copied().collect();
        all.into_iter().filter(|number| self.expire(*number)).count()
    }

    /// The nearest notice that is reached is given, if neither it nor a nearer one was. An end that was moved by less than a day
    /// is still the same.
    pub(super) fn renewals(&mut self) -> usize {
        let mut told = 0;
        for number in 0..self.view.services.len() {
            let now = self.now;
            let service = self.view.services.get_mut(&number).unwrap();
            let Some(end) = service.end.filter(|end| *end > now && service.status != Status::Expired) else { continue };
            let reached: Vec<i64> = [1, 7, 30].into_iter().filter(|days| end <= now + days * DAY).collect();
            let Some(days) = reached.first().copied() else { continue };
            if service.told.iter().any(|(of, before)| (of - end).abs() < DAY && *before <= days) {
                continue;
            }
            service.told.extend(reached.into_iter().map(|days| (end, days)));
            let unpaid = service.status == Status::UnPaid;
            let to = service.contacts[&Role::Billing];
            self.owe(Mail { about: About::Renewal { service: number, end, days, unpaid }, event: "renewal", to }, true);
            told += 1;
        }
        told
    }
}
