//! Contact roles, sets of them, and who holds them.

use serde::{Deserialize, Serialize};

use crate::{field::Field, handle::Handle, string_enum::string_enum};

string_enum! {
    /// A contact role. Every service has exactly one account in each.
    Role {
        /// Manages all, names the other contacts, may edit the owner's details.
        Admin = "contactAdmin",
        /// Manages the technical side only.
        Tech = "contactTech",
        /// Pays, and is told of renewals.
        Billing = "contactBilling",
    }
}

impl Role {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl From<Role> for Field {
    fn from(role: Role) -> Self {
        match role {
            Role::Admin => Self::Admin,
            Role::Tech => Self::Tech,
            Role::Billing => Self::Billing,
        }
    }
}

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Role>", into = "Vec<Role>")]
pub struct Roles(u8);

impl Roles {
    /// The roles in it, administrator first.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| self.contains(*role))
    }

    /// Whether `role` is in it.
    #[must_use]
    pub const fn contains(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// With `role` in it.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | role.bit())
    }

    /// Whether no role is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::default(), Self::with)
    }
}

impl From<Vec<Role>> for Roles {
    fn from(roles: Vec<Role>) -> Self {
        roles.into_iter().collect()
    }
}

impl From<Roles> for Vec<Role> {
    fn from(roles: Roles) -> Self {
        roles.iter().collect()
    }
}

/// The three contacts of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// The administrator.
    pub admin: Handle,
    /// The technical contact.
    pub tech: Handle,
    /// The billing contact.
    pub billing: Handle,
}

impl Contacts {
    /// Who holds `role`.
    #[must_use]
    pub const fn get(&self, role: Role) -> &Handle {
        match role {
            Role::Admin => &self.admin,
            Role::Tech => &self.tech,
            Role::Billing => &self.billing,
        }
    }

    /// Puts `account` in `role`.
    pub fn set(&mut self, role: Role, account: Handle) {
        match role {
            Role::Admin => self.admin = account,
            Role::Tech => self.tech = account,
            Role::Billing => self.billing = account,
        }
    }

    /// The three customer IDs in the order of the roles, as a form carries them.
    #[must_use]
    pub fn list(&self) -> String {
        format!("{} {} {}", self.admin, self.tech, self.billing)
    }

    /// Reads [`Contacts::list`].
    #[must_use]
    pub fn listed(text: &str) -> Option<Self> {
        let mut ids = text.split(' ').map(|id| Handle::try_from(id.to_owned()).ok());
        let contacts = Self { admin: ids.next()??, tech: ids.next()??, billing: ids.next()?? };
        ids.next().is_none().then_some(contacts)
    }

    /// The roles that `account` holds.
    #[must_use]
    pub fn roles_of(&self, account: &Handle) -> Roles {
        Role::ALL.iter().copied().filter(|role| self.get(*role) == account).collect()
    }

    /// The roles that `account` may hand over: all as administrator, otherwise those it holds.
    #[must_use]
    pub fn may_change(&self, account: &Handle) -> Roles {
        if self.admin == *account { Role::ALL.iter().copied().collect() } else { self.roles_of(account) }
    }
}
