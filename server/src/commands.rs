//! What each command does: parse, call the use case, print.

use std::io::Read;

use countersign_backend::{
    Backend, Error, NewAccount, NewService, Password, ServiceUpdate,
    ambient::{Clock, new_token},
};
use countersign_domain::{
    Category, Contacts, DAY, EmailAddress, InvoiceNumber, PersonName, Problem, ServiceName, Status, Timestamp,
};
use countersign_locales::Language;

use crate::{
    cli::{Account, Cli, Command, Invoice, Service},
    config,
    database::open_or_make,
    explain::{clearly, explain, id, no_account},
    failure::Failure,
    keeping, operator, requests, serve,
};

/// Runs the command.
///
/// # Errors
/// A sentence for the operator.
pub(crate) async fn run(cli: Cli, clock: Clock) -> Result<(), Failure> {
    match cli.command {
        Command::Serve(flags) => serve::run(config::Config::check(*flags, clock)?).await,
        Command::Migrate(database) => {
            open_or_make(&database).await?;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Account(command) => account(command).await,
        Command::Request(command) => requests::run(command).await,
        Command::Service(command) => service(command).await,
        Command::Invoice(command) => invoice(command).await,
        Command::Audit(command) => keeping::audit(command).await,
        Command::Outbox(command) => keeping::outbox(command).await,
        Command::Log { database, lines } => operator::log(&database, lines).await,
        Command::Backup { database, file } => keeping::back_up(&database, &file).await,
        Command::Restore { database, yes, act, file } => {
            keeping::restore(&database, file.as_deref(), yes, operator::noted(act)?).await
        }
    }
}

async fn account(command: Account) -> Result<(), Failure> {
    match command {
        Account::Create { database, name, organisation, email, language, id: wished, invite, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            let language = Language::from_code(&language).ok_or_else(|| {
                let known: Vec<_> = Language::ALL.iter().map(|language| language.code()).collect();
                format!("no language '{language}': there are {}", known.join(", "))
            })?;
            let wished = wished.map(|text| id(&text, &operator.backend().settings().suffix)).transpose()?;
            // Random enough for a password; the customer must replace it.
            let password = (!invite).then(|| new_token().grouped().to_lowercase());
            let email = EmailAddress::parse(&email).map_err(explain("e-mail address"))?;
            let created = operator
                .create_account(NewAccount {
                    id: wished,
                    name: PersonName::parse(&name).map_err(explain("name"))?,
                    organisation: organisation
                        .map(|text| PersonName::parse(&text))
                        .transpose()
                        .map_err(explain("organisation"))?,
                    email: email.clone(),
                    language,
                    password: password.as_deref().map(Password::typed),
                })
                .await
                .map_err(clearly("the customer ID or the e-mail address is taken", ""))?;
            println!("Customer ID: {created}");
            match password {
                Some(password) => {
                    println!("Password:    {password}");
                    println!("The customer must replace the password at the first sign-in.");
                }
                None => println!("A link to choose a password is mailed to {email}. It works for seven days."),
            }
        }
        Account::Disable { database, id: text, act } => {
            let operator = operator::acting(&database, operator::with_reason(act)?).await?;
            let id = id(&text, &operator.backend().settings().suffix)?;
            operator.disable_account(&id).await.map_err(no_account(&id))?;
            println!("{id} is disabled, and its sessions have ended.");
        }
        Account::Enable { database, id: text, act } => {
            let operator = operator::acting(&database, operator::with_reason(act)?).await?;
            let id = id(&text, &operator.backend().settings().suffix)?;
            operator.enable_account(&id).await.map_err(no_account(&id))?;
            println!("{id} is enabled.");
        }
        Account::Rename { database, id, name, organisation, act } => {
            operator::rename(&database, &id, name.as_deref(), organisation.as_deref(), act).await?;
        }
        Account::SetPassword { database, id: text, act } => {
            let operator = operator::acting(&database, operator::with_reason(act)?).await?;
            let id = id(&text, &operator.backend().settings().suffix)?;
            let mut typed = String::new();
            std::io::stdin().read_to_string(&mut typed)?;
            let typed = typed.trim_end_matches(['\r', '\n']);
            let password = operator.password_for(&id, typed).await.map_err(|error| match error {
                Error::Problem(Problem::Invalid(problems)) if !problems.is_empty() => {
                    explain("password")(problems[0].wrong)
                }
                error => no_account(&id)(error),
            })?;
            let account = operator.set_password(&id, password).await.map_err(no_account(&id))?;
            println!(
                "The password of {id} is set, and its sessions have ended. It must be replaced at the next sign-in."
            );
            if !account.active {
                println!("The account is disabled: nobody can sign in to it.");
            }
        }
    }
    Ok(())
}

async fn service(command: Service) -> Result<(), Failure> {
    match command {
        Service::Add { database, name, category, admin, tech, billing, expires_in, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            let suffix = &operator.backend().settings().suffix;
            let category = parse_category(&category)?;
            let admin = id(&admin, suffix)?;
            let other = |text: Option<String>| text.map_or_else(|| Ok(admin.clone()), |text| id(&text, suffix));
            let contacts = Contacts { tech: other(tech)?, billing: other(billing)?, admin: admin.clone() };
            let taken = format!("there is a service {name} of this category already");
            let key = operator
                .add_service(&NewService {
                    name: ServiceName::parse(&name).map_err(explain("name"))?,
                    category,
                    status: Status::Ok,
                    expires_at: end(operator.backend(), expires_in),
                    contacts,
                })
                .await
                .map_err(clearly(taken, "a contact is no account"))?;
            println!("{key}");
        }
        Service::Update { database, name, category, status, expires_in, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            let status = status.map(|status| {
                Status::from_name(&status)
                    .ok_or_else(|| unknown("status", &status, Status::ALL.iter().map(|s| s.as_str())))
            });
            let update = ServiceUpdate {
                name: ServiceName::parse(&name).map_err(explain("name"))?,
                category: parse_category(&category)?,
                status: status.transpose()?,
                expires_at: end(operator.backend(), expires_in),
            };
            let missing = format!("there is no service {name} of this category");
            operator.update_service(&update).await.map_err(clearly("", missing))?;
            println!("{name} is up to date.");
        }
    }
    Ok(())
}

fn parse_category(name: &str) -> Result<Category, Failure> {
    Category::from_name(name).ok_or_else(|| unknown("category", name, Category::ALL.iter().map(|c| c.as_str())))
}

fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    format!("no {what} '{name}': there are {}", known.collect::<Vec<_>>().join(", ")).into()
}

/// So many days from now.
fn end(backend: &Backend, days: Option<i32>) -> Option<Timestamp> {
    days.map(|days| backend.now().plus(i64::from(days) * DAY))
}

async fn invoice(command: Invoice) -> Result<(), Failure> {
    match command {
        Invoice::Add { database, number, account, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            let account = id(&account, &operator.backend().settings().suffix)?;
            let number = String::from(InvoiceNumber::parse(&number).map_err(explain("number"))?);
            let taken = format!("there is an invoice {number} already");
            let added = operator.add_invoice(&number, &account).await;
            added.map_err(clearly(taken, format!("there is no account {account}")))?;
            println!("Invoice {number} of {account} is unpaid.");
        }
        Invoice::Paid { database, number, act } => {
            let operator = operator::acting(&database, operator::noted(act)?).await?;
            operator.pay_invoice(&number).await.map_err(clearly("", format!("no invoice {number} is unpaid")))?;
            println!("Invoice {number} is paid.");
        }
    }
    Ok(())
}
