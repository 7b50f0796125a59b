//! Name and organisation of an account, which its owner may correct.

use countersign_domain::{Field, FieldProblem, PersonName, Problem};

use super::mails;
use crate::access::Customer;
use crate::{error::Result, mail_kind::MailContent, store::Recipient};

impl Customer {
    /// Changes name and organisation (empty if there is none), and mails the account's own address that they were changed. What is as
    /// it was changes nothing and mails nothing.
    ///
    /// # Errors
    /// [`Problem::Invalid`] for what is no name, with every field that has to be corrected.
    pub async fn change_name(&self, name: &str, organisation: &str) -> Result<()> {
        let name = PersonName::parse(name).map_err(|wrong| FieldProblem { field: Field::Name, wrong });
        let organisation = PersonName::parse_optional(organisation)
            .map_err(|wrong| FieldProblem { field: Field::Organisation, wrong });
        let (name, organisation) = match (name, organisation) {
            (Ok(name), Ok(organisation)) => (name, organisation),
            (name, organisation) => {
                return Err(Problem::Invalid(name.err().into_iter().chain(organisation.err()).collect()).into());
            }
        };
        if name == self.account.name && organisation == self.account.organisation {
            return Ok(());
        }
        let now = self.backend.now();
        let mut tx = self.backend.db().begin().await?;
        tx.set_name(self.id(), &name, organisation.as_ref()).await?;
        tx.insert_mail(mails::about_account(&MailContent::NameChanged, Recipient::Account(self.id()), now)).await?;
        tx.commit().await
    }
}
