//! The model of asking: which requests a form makes, and what stands in their way.

use std::collections::{BTreeMap, BTreeSet};

use countersign_domain::{AbortReason, DAY, Problem, Role, StateName};

use super::{
    reference::{Answer, Model},
    view::{About, Code, CodeState, MESSAGE, Mail, Request, Who},
};

/// A request to be.
struct Draft {
    roles: BTreeSet<Role>,
    from: Who,
    to: Who,
    as_admin: bool,
    services: Vec<usize>,
}

/// What stands in the way.
enum Obstacle {
    /// A request whose time is over, and which has to be ended first.
    Overdue(i64),
    Problem(Problem),
}

impl Model {
    pub(super) fn ask(
        &mut self,
        service: usize,
        by: Who,
        wished: [Option<Who>; 3],
        together: bool,
        instead: bool,
    ) -> Answer {
        let wished = Role::ALL.iter().copied().zip(wished).filter_map(|(role, to)| Some((role, to?))).collect();
        loop {
            let drafts = self.drafts(service, by, &wished, together)?;
            let mut superseded = BTreeSet::new();
            let mut checks = drafts.iter().map(|draft| self.check(draft, service, by, instead));
            match checks.try_for_each(|checked| checked.map(|open| superseded.extend(open))) {
                Ok(()) => return Ok(self.register(drafts, service, by, superseded)),
                Err(Obstacle::Problem(problem)) => return Err(problem),
                Err(Obstacle::Overdue(number)) => drop(self.expire(number)),
            }
        }
    }

    /// One for each pair of a replaced and a new contact; of the other service too if that is wished.
    fn drafts(
        &self,
        service: usize,
        by: Who,
        wished: &BTreeMap<Role, Who>,
        together: bool,
    ) -> Result<Vec<Draft>, Problem> {
        let holds = |service: usize| self.view.services[&service].contacts.values().any(|who| *who == by);
        if !holds(service) {
            return Err(Problem::NotFound);
        }
        // Domain and zone go together; the third service is alone.
        let other = (together && service < 2).then(|| 1 - service);
        if together && !other.is_some_and(holds) {
            return Err(Problem::NotFound.of_companion());
        }
        let mut drafts = self.drafts_of(service, by, wished)?;
        if let Some(other) = other {
            let contacts = &self.view.services[&service].contacts;
            let changes = wished.iter().filter(|(role, to)| contacts[*role] != **to).map(|(role, to)| (*role, *to));
            let also = match self.drafts_of(other, by, &changes.collect()) {
                Err(Problem::NothingChanged) => vec![],
                also => also.map_err(Problem::of_companion)?,
            };
            for draft in also {
                let same = |known: &&mut Draft| {
                    (&known.roles, known.from, known.to, known.as_admin)
                        == (&draft.roles, draft.from, draft.to, draft.as_admin)
                };
                match drafts.iter_mut().find(same) {
                    Some(known) => known.services.push(other),
                    None => drafts.push(draft),
                }
            }
        }
        Ok(drafts)
    }

    fn drafts_of(&self, service: usize, by: Who, wished: &BTreeMap<Role, Who>) -> Result<Vec<Draft>, Problem> {
        let contacts = &self.view.services[&service].contacts;
        let as_admin = contacts[&Role::Admin] == by;
        let mut drafts: Vec<Draft> = Vec::new();
        for (&role, &to) in wished {
            let from = contacts[&role];
            if from == to {
                continue;
            }
            if !as_admin && from != by {
                return Err(Problem::NotYourRole(role));
            }
            match drafts.iter_mut().find(|draft| (draft.from, draft.to) == (from, to)) {
                Some(draft) => drop(draft.roles.insert(role)),
                None => drafts.push(Draft { roles: [role].into(), from, to, as_admin, services: vec![service] }),
            }
        }
        if drafts.is_empty() { Err(Problem::NothingChanged) } else { Ok(drafts) }
    }

    /// One open request for each role of a service, and no debts where billing changes hands. Answers with the requests whose place
    /// an administrator's form takes.
    fn check(&self, draft: &Draft, asked_of: usize, by: Who, instead: bool) -> Result<Vec<i64>, Obstacle> {
        let mut superseded = Vec::new();
        for service in &draft.services {
            for role in &draft.roles {
                let mut requests = self.view.requests.iter();
                let Some((number, open)) = requests.find(|(_, other)| other.open.contains(&(*service, *role))) else {
                    continue;
                };
                if open.expires_at <= self.now {
                    return Err(Obstacle::Overdue(*number));
                }
                let admin = self.view.services[service].contacts[&Role::Admin];
                if instead && admin == by {
                    superseded.push(*number);
                    continue;
                }
                let sees = open.takes_part(by) || admin == by;
                let busy = Problem::Busy { role: *role, request: sees.then_some(*number) };
                return Err(Obstacle::Problem(if *service == asked_of { busy } else { busy.of_companion() }));
            }
            if draft.roles.contains(&Role::Billing) {
                let debtors: Vec<Who> = [draft.from, draft.to].into_iter().filter(|who| self.owes(who)).collect();
                if !debtors.is_empty() {
                    return Err(Obstacle::Problem(Problem::Debt { own: debtors.contains(&by) }));
                }
            }
        }
        Ok(superseded)
    }

    pub(super) fn owes(&self, who: Who) -> bool {
        self.view.unpaid.iter().any(|(debtor, _)| *debtor == who)
    }

    fn register(&mut self, drafts: Vec<Draft>, asked_of: usize, by: Who, superseded: BTreeSet<i64>) -> String {
        for number in superseded {
            self.abort(number, AbortReason::Superseded, "aborted", Some(by));
        }
        let form = self.view.requests.len() as i64 + 1;
        let linked = drafts.iter().any(|draft| draft.services[0] != asked_of);
        let mut numbers = Vec::new();
        for (number, Draft { roles, from, to, as_admin, services }) in (form..).zip(drafts) {
            let open = services.iter().flat_map(|service| roles.iter().map(|role| (*service, *role))).collect();
            let request = Request {
                form,
                linked,
                services,
                roles,
                from,
                to,
                asked_by: by,
                as_admin,
                message: MESSAGE.into(),
                asked_at: self.now,
                expires_at: self.now + 7 * DAY,
                reminded_at: None,
                state: StateName::Validating,
                ended_at: None,
                ended_by: None,
                reason: None,
                open,
                decisions: [].into(),
                codes: [].into(),
                hidden: self.view.blocks.contains(&(to, by)),
            };
            let parties = request.parties();
            self.view.requests.insert(number, request);
            for party in parties {
                self.send_code(number, party, "asked");
            }
            numbers.push(number);
        }
        format!("registered {numbers:?}")
    }

    /// Each code has a generation of its own, and a mail.
    pub(super) fn send_code(&mut self, number: i64, party: Who, event: &'static str) {
        let request = self.view.requests.get_mut(&number).unwrap();
        let generation = request.newest(party) + 1;
        let code = Code { state: CodeState::Live, tries: 0, sent_at: self.now };
        request.codes.insert((party, generation), code);
        self.owe(Mail { about: About::Request { number, generation }, event, to: party }, true);
    }
}
