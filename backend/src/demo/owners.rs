//! The owners of the demo's domain names, in the order of the names.

use countersign_domain::{Handle, Owner, ServiceId, Timestamp, TypedOwner};

use crate::{
    error::{Error, Result},
    store::Tx,
};

pub(super) const OWNERS: [TypedOwner<'static>; 4] = [
    TypedOwner {
        name: "Marie Dubois",
        organisation: "Atelier Dubois SARL",
        street: "12 bis, rue de l’Église\nBâtiment C",
        postal_code: "31000",
        city: "Toulouse",
        country: "FR",
        phone: "05 99 00 12 34",
        email: "contact@atelier-dubois.example",
    },
    TypedOwner {
        name: "John Smith",
        organisation: "Smith & Sons Ltd",
        street: "221 Tanner Street",
        postal_code: "M1 1AE",
        city: "Manchester",
        country: "GB",
        phone: "0161 496 0018",
        email: "john.smith@example.org",
    },
    TypedOwner {
        name: "Zofia Kowalska-Żółtowska",
        organisation: "",
        street: "ul. Długa 44/50 m. 7",
        postal_code: "00-241",
        city: "Warszawa",
        country: "PL",
        phone: "22 555 01 12",
        email: "zofia.kowalska@example.org",
    },
    TypedOwner {
        name: "Lucía García Muñoz",
        organisation: "Casa García S.L. <b>& Hijos</b>",
        street: "Calle Mayor, 3, 2.º izq.",
        postal_code: "28013",
        city: "Madrid",
        country: "ES",
        phone: "+34 911 23 45 67",
        email: "hola@casa-garcia.example",
    },
];

/// Stores an owner as `by` has entered it; nobody is told of what was never otherwise.
pub(super) async fn store(
    tx: &mut Tx,
    service: ServiceId,
    typed: &TypedOwner<'_>,
    by: &Handle,
    at: Timestamp,
) -> Result<()> {
    let owner = Owner::parse(typed).map_err(|wrong| Error::Internal(format!("demo owner: {wrong:?}")))?;
    tx.save_owner(service, &owner, None, by, at).await?;
    Ok(())
}
