//! The model of blocking: whose requests are hidden from whom.

use countersign_domain::{Field, Problem, Wrong};

use super::{
    reference::{Answer, Model},
    view::{CodeState, Who},
};

impl Model {
    /// What the other asks and is not accepted yet is hidden, and its code is void.
    pub(super) fn block(&mut self, by: Who, whom: Who) -> Answer {
        if by == whom {
            return Err(Problem::field(Field::Customer, Wrong::Own));
        }
        if !self.view.blocks.insert((by, whom)) {
            return Ok("blocked before".into());
        }
        for request in self.view.requests.values_mut() {
            let waits = request.ended_at.is_none() && !request.decisions.contains_key(by);
            if waits && !request.hidden && request.to == by && request.asked_by == whom {
                request.hidden = true;
                if let Some((_, code)) = request.live_code(by) {
                    code.state = CodeState::Void;
                }
            }
        }
        Ok("blocked".into())
    }

    /// What is hidden stays so.
    pub(super) fn unblock(&mut self, by: Who, whom: Who) -> Answer {
        if self.view.blocks.remove(&(by, whom)) { Ok("unblocked".into()) } else { Err(Problem::NotFound) }
    }
}
