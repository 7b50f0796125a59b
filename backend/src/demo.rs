//! Demo data: eight customers, forty services of ten categories, the owners of its domain names, an unpaid invoice, an expired request and a waiting one.
//! Some names are hostile on purpose: they must be inert wherever they are shown.

mod owners;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use countersign_domain::{
    Category, Contacts, DAY, EmailAddress, HOUR, Handle, Note, PersonName, ServiceId, ServiceName, Status, Wishes,
};
use countersign_locales::Language;

use crate::{
    Backend, Submission,
    ambient::{Clock, new_id},
    error::{Error, Result},
    secret::Password,
    store::{Account, Inserted},
};

/// The password of every demo customer.
pub const PASSWORD: &str = "countersign-demo";

/// A demo customer: ID without suffix, name, address, language.
pub type Customer = (&'static str, &'static str, &'static str, &'static str);

/// The demo customers.
pub const CUSTOMERS: [Customer; 8] = [
    ("md10001", "Marie Dubois", "marie.dubois@example.org", "fr"),
    ("js10002", "John Smith", "john.smith@example.org", "en"),
    ("zk10003", "Zofia Kowalska-Żółtowska", "zofia.kowalska@example.org", "pl"),
    ("lg10004", "Lucía García Muñoz", "lucia.garcia@example.org", "es"),
    ("jm10005", "João Martins", "joao.martins@example.org", "pt"),
    ("gr10006", "Giulia Rossi", "giulia.rossi@example.org", "it"),
    ("rt10007", "Robert </textarea><script>alert('Tables')</script>", "robert.tables@example.org", "en"),
    ("sy10008", "山田 さくら", "sakura.yamada@example.org", "en"),
];

/// Names of the services of each category.
const SERVICES: [(Category, [&str; 4]); 10] = [
    (Category::Domain, ["atelier-dubois.example", "smith-and-sons.example", "kowalska.example", "casa-garcia.example"]),
    (Category::DnsZone, ["atelier-dubois.example", "smith-and-sons.example", "kowalska.example", "martins.example"]),
    (
        Category::Hosting,
        ["atelier-dubois.example", "shop.smith-and-sons.example", "blog.kowalska.example", "rossi.example"],
    ),
    (Category::Database, ["atelier-orders", "smith-stock", "kowalska-archive", "<script>alert('db')</script>"]),
    (
        Category::Vps,
        [
            "vps-1a2b3c4d.example.net",
            "vps-5e6f7a8b.example.net",
            "vps-9c0d1e2f.example.net",
            "vps-77aa88bb.example.net",
        ],
    ),
    (
        Category::DedicatedServer,
        ["ns3100101.example.net", "ns3100202.example.net", "ns3100303.example.net", "ns3100404.example.net"],
    ),
    (Category::PublicCloud, ["Atelier production", "Smith staging", "Kowalska \"data\" & more", "Yamada レンダリング"]),
    (
        Category::Email,
        [
            "mail.atelier-dubois.example",
            "mail.smith-and-sons.example",
            "mail.casa-garcia.example",
            "mail.rossi.example",
        ],
    ),
    (Category::Telephony, ["+33 1 99 00 12 34", "+44 20 7946 0018", "+48 22 555 01 12", "+34 91 123 45 67"]),
    (
        Category::InternetAccess,
        ["Fibre Atelier Dubois", "Fibre Smith & Sons", "Fibre Kowalska", "Fibre </textarea> Rossi"],
    ),
];

fn parse_id(stem: &str, backend: &Backend) -> Result<Handle> {
    Ok(Handle::parse(stem, &backend.settings().suffix)?)
}

/// Fills a database in which there was never an account with the demo data; any other is left as it is.
///
/// # Errors
/// When the database fails.
pub async fn seed(real: &Backend) -> Result<()> {
    // The past is told by a clock of its own.
    let now = real.now();
    let clock = Arc::new(AtomicI64::new(now.plus(-40 * DAY).0));
    let backend = Backend::new(real.db().clone(), Clock::Manual(clock.clone()), real.settings().clone());
    if !add_accounts(&backend).await? {
        return Ok(());
    }
    let services = add_services(&backend).await?;

    clock.store(now.plus(-12 * DAY).0, Ordering::SeqCst);
    let mut tx = backend.db().begin().await?;
    tx.insert_invoice("FR-2041", &parse_id("gr10006", &backend)?, backend.now()).await?;
    tx.commit().await?;
    // Lucía asked Zofia to take over a server, and nobody came back to it.
    ask(&backend, "lg10004", services[7][3], "zk10003", None).await?;
    clock.store(now.plus(-4 * DAY).0, Ordering::SeqCst);
    backend.system("demo").expire_due().await?;
    // John asks Marie to look after his shop.
    clock.store(now.plus(-20 * HOUR).0, Ordering::SeqCst);
    let message =
        "Hello Marie, as agreed on the phone: you look after the shop from now on. Thank you! </textarea><b>John</b>";
    ask(&backend, "js10002", services[2][1], "md10001", Some(message)).await
}

/// Adds the customers; `false` when there was ever an account.
async fn add_accounts(backend: &Backend) -> Result<bool> {
    let hash = Password::typed(PASSWORD).hash().await?;
    let mut tx = backend.db().begin().await?;
    if !tx.has_no_account().await? {
        return Ok(false);
    }
    for (stem, name, email, language) in CUSTOMERS {
        let account = Account {
            id: parse_id(stem, backend)?,
            email: EmailAddress::parse(email)?,
            name: PersonName::parse(name)?,
            organisation: None,
            language: Language::from_code(language).unwrap_or_default(),
            password_hash: hash.clone(),
            password_is_temporary: false,
            active: true,
            created_at: backend.now(),
            created_after_request: 0,
        };
        if tx.insert_account(&account).await? != Inserted::Done {
            return Err(Error::Internal(format!("the customer ID or the address of demo customer {stem} is taken")));
        }
    }
    tx.commit().await?;
    Ok(true)
}

async fn add_services(backend: &Backend) -> Result<Vec<[ServiceId; 4]>> {
    let now = backend.now();
    let id = |n: usize| parse_id(CUSTOMERS[n % CUSTOMERS.len()].0, backend);
    let mut tx = backend.db().begin().await?;
    let mut all = Vec::with_capacity(SERVICES.len());
    for (c, (category, names)) in SERVICES.iter().enumerate() {
        let mut keys = [ServiceId::nil(); 4];
        for (n, name) in names.iter().enumerate() {
            // The first of each category is Marie's own, the second John's; of the others the roles go round, so that
            // everyone meets every role.
            let contacts = match n {
                0 => Contacts { admin: id(0)?, tech: id(c)?, billing: id(c / 2)? },
                1 => Contacts { admin: id(1)?, tech: id(1)?, billing: id(1)? },
                2 => Contacts { admin: id(2)?, tech: id(0)?, billing: id(c + 3)? },
                _ => Contacts { admin: id(c + 4)?, tech: id(c + 5)?, billing: id(c % 3)? },
            };
            let status = match (c, n) {
                (4, 2) => Status::InCreation,
                (3, 3) => Status::Expired,
                (9, 3) => Status::UnPaid,
                _ => Status::Ok,
            };
            // The first runs out in 47 days: nobody is told of it yet.
            let days = i64::try_from(37 * (c + 1) + 61 * n).unwrap_or(0) + 50;
            // The expired one ran out six days ago.
            let days = if status == Status::Expired { 34 } else { days };
            let expires_at = (*category != Category::PublicCloud).then(|| now.plus(days * DAY));
            keys[n] = new_id(now);
            let name = ServiceName::parse(name)?;
            tx.insert_service(keys[n], (&name, *category, status), expires_at, &contacts, now).await?;
            if let Some(owner) = owners::OWNERS.get(n).filter(|_| category.has_owner()) {
                owners::store(&mut tx, keys[n], owner, &contacts.admin, now).await?;
            }
        }
        all.push(keys);
    }
    tx.commit().await?;
    Ok(all)
}

async fn ask(
    backend: &Backend,
    who: &str,
    service: ServiceId,
    new_technical_contact: &str,
    message: Option<&str>,
) -> Result<()> {
    let actor = backend
        .act_as(&parse_id(who, backend)?)
        .await?
        .ok_or_else(|| Error::Internal(format!("demo customer {who} is gone")))?;
    let wishes = Wishes { tech: Some(parse_id(new_technical_contact, backend)?), ..Wishes::default() };
    let message = message.map(Note::parse).transpose()?;
    actor
        .submit(&Submission {
            service,
            wishes,
            seen: None,
            with_companion: false,
            companion_seen: None,
            message,
            replaces: Vec::new(),
        })
        .await?;
    Ok(())
}

/// The numbers of a customer's own unpaid invoices.
///
/// # Errors
/// When the database fails.
pub async fn unpaid_invoices(customer: &crate::access::Customer) -> Result<Vec<String>> {
    customer.backend.db().unpaid_invoices(customer.id()).await
}

/// Pays one of a customer's own invoices, as the provider's shop would.
///
/// # Errors
/// When the database fails.
pub async fn pay_own_invoice(customer: &crate::access::Customer, number: &str) -> Result<()> {
    if !unpaid_invoices(customer).await?.iter().any(|own| own == number) {
        return Ok(());
    }
    let backend = &customer.backend;
    let (mut tx, now) = (backend.db().begin().await?, backend.now());
    tx.pay_invoice(number, now).await?;
    let act = backend.system("demo").act("invoice paid", number, Some(customer.id()), "paid in the demo's shop");
    tx.log_act(&act, now).await?;
    tx.commit().await
}
