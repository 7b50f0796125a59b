//! What the handlers of a process share.

use std::sync::Arc;

use countersign_app::Assets;
use countersign_backend::Backend;

use super::{
    cookies,
    deployment::Deployment,
    guard::{limits::Limits, wrong_passwords::WrongPasswords},
    readiness::Readiness,
};
use crate::security_contact::SecurityContact;

/// As cheap to copy as a reference.
#[derive(Clone, Debug)]
pub(crate) struct State(Arc<Shared>);

#[derive(Debug)]
pub(crate) struct Shared {
    pub(super) backend: Backend,
    pub(super) assets: Assets,
    pub(super) limits: Limits,
    pub(super) readiness: Readiness,
    pub(super) deployment: Deployment,
    pub(super) mailbox: Option<std::path::PathBuf>,
    pub(super) cookie_keys: cookies::Keys,
    pub(super) wrong_passwords: WrongPasswords,
    pub(super) security_contact: Option<SecurityContact>,
}

impl std::ops::Deref for State {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl State {
    pub(super) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }
}
