//! Accounts.

use countersign_domain::{EmailAddress, Handle, PersonName, RequestId, Timestamp};
use countersign_locales::Language;
use sha2::{Digest, Sha256};

use super::{Db, Tx, on_db, on_tx, run};
use crate::error::Result;

/// A customer's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its customer ID.
    pub id: Handle,
    /// Where its mails go.
    pub email: EmailAddress,
    /// Its name.
    pub name: PersonName,
    /// The organisation it belongs to.
    pub organisation: Option<PersonName>,
    /// The language of its mails and pages.
    pub language: Language,
    /// The argon2id hash of its password.
    pub password_hash: String,
    /// Whether the operator knows its password: it may do nothing but choose another.
    pub password_is_temporary: bool,
    /// Whether it may sign in and take part.
    pub active: bool,
    /// Since when it exists.
    pub created_at: Timestamp,
    /// The highest request number that was given before the account was inserted, which sets it: the account sees only requests
    /// with a higher number. Numbers have one order, whatever the clock said when.
    pub created_after_request: RequestId,
}

impl Account {
    /// What tells its password from any other that it had or will have, and tells nothing of it: a session that holds another
    /// was opened with a password that has been replaced.
    #[must_use]
    pub fn password_stamp(&self) -> String {
        let hash = Sha256::digest(&self.password_hash);
        hash[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// How adding an account ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Inserted {
    /// It is there.
    Done,
    /// Its customer ID was given before, to an account that may be gone.
    IdTaken,
    /// Another account has its address.
    AddressTaken,
}

#[derive(sqlx::FromRow)]
struct Row {
    handle: String,
    email: String,
    name: String,
    organisation: Option<String>,
    language: String,
    password_hash: String,
    password_is_temporary: bool,
    active: bool,
    created_at: i64,
    created_after_request: i64,
}

impl TryFrom<Row> for Account {
    type Error = crate::error::Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.handle.try_into()?,
            email: row.email.try_into()?,
            name: row.name.try_into()?,
            organisation: row.organisation.map(PersonName::try_from).transpose()?,
            language: Language::from_code(&row.language).unwrap_or_default(),
            password_hash: row.password_hash,
            password_is_temporary: row.password_is_temporary,
            active: row.active,
            created_at: Timestamp(row.created_at),
            created_after_request: row.created_after_request,
        })
    }
}

/// The columns by name: a connection that was opened before a migration would take `*` for the former ones.
macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT handle, email, name, organisation, language, password_hash, password_is_temporary, active, created_at,
                 created_after_request FROM accounts ",
            $tail
        )
    };
}
const BY_ID: &str = select!("WHERE handle = $1");
const BY_EMAIL: &str = select!("WHERE email = $1");

impl Db {
    /// The account of this customer ID.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account(&self, id: &Handle) -> Result<Option<Account>> {
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(BY_ID).bind(id.as_str()).fetch_optional(c).await)?;
        row.map(Account::try_from).transpose()
    }

    /// The account with this e-mail address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account_by_email(&self, email: &EmailAddress) -> Result<Option<Account>> {
        let row = on_db!(self, |c| sqlx::query_as::<_, Row>(BY_EMAIL).bind(email.as_str()).fetch_optional(c).await)?;
        row.map(Account::try_from).transpose()
    }
}

impl Tx {
    /// The account of this customer ID.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account(&mut self, id: &Handle) -> Result<Option<Account>> {
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(BY_ID).bind(id.as_str()).fetch_optional(c).await)?;
        row.map(Account::try_from).transpose()
    }

    /// The account with this e-mail address.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account_by_email(&mut self, email: &EmailAddress) -> Result<Option<Account>> {
        let row = on_tx!(self, |c| sqlx::query_as::<_, Row>(BY_EMAIL).bind(email.as_str()).fetch_optional(c).await)?;
        row.map(Account::try_from).transpose()
    }

    /// Adds an account. Where its address is taken, its customer ID counts as given all the same, unless the transaction is
    /// dropped. What `account` says of `created_after_request` is not stored: the database knows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_account(&mut self, account: &Account) -> Result<Inserted> {
        const GIVE: &str =
            "INSERT INTO customer_ids (handle, given_at) VALUES ($1, $2) ON CONFLICT (handle) DO NOTHING";
        if run!(self, GIVE, account.id.as_str(), account.created_at.0)? == 0 {
            return Ok(Inserted::IdTaken);
        }
        let created_after_request = self.last_request_number().await?;
        let inserted = run!(
            self,
            "INSERT INTO accounts
                 (handle, email, name, organisation, language, password_hash, password_is_temporary, active, created_at,
                  created_after_request)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (email) DO NOTHING",
            account.id.as_str(),
            account.email.as_str(),
            account.name.as_str(),
            account.organisation.as_ref().map(PersonName::as_str),
            account.language.code(),
            &account.password_hash,
            account.password_is_temporary,
            account.active,
            account.created_at.0,
            created_after_request,
        )?;
        Ok(if inserted == 1 { Inserted::Done } else { Inserted::AddressTaken })
    }

    /// Whether a request or a block names this customer ID, be it an account's or not.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_named(&mut self, id: &Handle) -> Result<bool> {
        const SQL: &str = "SELECT (SELECT COUNT(*) FROM requests WHERE to_account = $1)
             + (SELECT COUNT(*) FROM blocks WHERE blocked = $1)";
        let count: i64 = on_tx!(self, |c| sqlx::query_scalar(SQL).bind(id.as_str()).fetch_one(c).await)?;
        Ok(count > 0)
    }

    /// Locks an account until the end of the transaction, for one who changes its address, its debts, whom it has blocked, or whether it
    /// is active.
    /// Waits for everyone who holds it. SQLite has one writer. See the [lock order](super).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock_account(&mut self, id: &Handle) -> Result<()> {
        if let Self::Postgres(tx) = self {
            const LOCK: &str = "SELECT handle FROM accounts WHERE handle = $1 FOR UPDATE";
            sqlx::query(LOCK).bind(id.as_str()).execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Keeps accounts as they are until the end of the transaction: their addresses, their debts, whom they have blocked, and whether
    /// they are active. Among the customer IDs may be some that nobody has. SQLite has one writer. See the [lock order](super).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hold_accounts(&mut self, ids: &[String]) -> Result<()> {
        if let Self::Postgres(tx) = self {
            const HOLD: &str = "SELECT handle FROM accounts WHERE handle = ANY($1) ORDER BY handle FOR SHARE";
            sqlx::query(HOLD).bind(ids).execute(&mut **tx).await?;
        }
        Ok(())
    }

    /// Whether there is such an account, and it is active.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn is_active(&mut self, id: &Handle) -> Result<bool> {
        Ok(self.account(id).await?.is_some_and(|account| account.active))
    }

    /// Changes the e-mail address.
    ///
    /// # Errors
    /// When another account has it, or the database fails.
    pub async fn set_email(&mut self, id: &Handle, email: &EmailAddress) -> Result<(), sqlx::Error> {
        run!(self, "UPDATE accounts SET email = $2 WHERE handle = $1", id.as_str(), email.as_str())?;
        self.mark_account(id);
        Ok(())
    }

    /// Changes the name and the organisation.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_names(&mut self, id: &Handle, name: &PersonName, organisation: Option<&PersonName>) -> Result<()> {
        const SQL: &str = "UPDATE accounts SET name = $2, organisation = $3 WHERE handle = $1";
        run!(self, SQL, id.as_str(), name.as_str(), organisation.map(PersonName::as_str))?;
        self.mark_account(id);
        Ok(())
    }

    /// Changes the language.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_language(&mut self, id: &Handle, language: Language) -> Result<()> {
        run!(self, "UPDATE accounts SET language = $2 WHERE handle = $1", id.as_str(), language.code())?;
        Ok(())
    }

    /// Changes name and organisation. Every page of the account shows its name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_name(&mut self, id: &Handle, name: &PersonName, organisation: Option<&PersonName>) -> Result<()> {
        const SQL: &str = "UPDATE accounts SET name = $2, organisation = $3 WHERE handle = $1";
        run!(self, SQL, id.as_str(), name.as_str(), organisation.map(PersonName::as_str))?;
        self.mark_account(id);
        Ok(())
    }

    /// Changes the password's hash, and whether it must be replaced at the next sign-in; `false` when there is no such account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_password_hash(&mut self, id: &Handle, hash: &str, temporary: bool) -> Result<bool> {
        const SQL: &str = "UPDATE accounts SET password_hash = $2, password_is_temporary = $3 WHERE handle = $1";
        Ok(run!(self, SQL, id.as_str(), hash, temporary)? == 1)
    }

    /// Whether `hash` is still that of the account's password, which then stays it until the end of the transaction: what was
    /// verified before may have been replaced meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep_password(&mut self, id: &Handle, hash: &str) -> Result<bool> {
        const SQL: &str = "UPDATE accounts SET password_hash = $2 WHERE handle = $1 AND password_hash = $2";
        Ok(run!(self, SQL, id.as_str(), hash)? == 1)
    }

    /// Disables an account, or enables it again; `false` when there is no such account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_active(&mut self, id: &Handle, active: bool) -> Result<bool> {
        Ok(run!(self, "UPDATE accounts SET active = $2 WHERE handle = $1", id.as_str(), active)? == 1)
    }
}
