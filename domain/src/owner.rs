//! The owner of a service: the legal holder of a domain name, a different thing from its three contacts.

mod address;
mod country;
mod phone;

use serde::{Deserialize, Serialize};

pub use address::{PostalAddress, PostalCode, Street};
pub use country::Country;
pub use phone::PhoneNumber;

use crate::{EmailAddress, Field, FieldProblem, Line, Wrong, string_enum::string_enum};

string_enum! {
    /// One of the owner's details.
    OwnerField {
        /// The person, or who speaks for the organisation.
        Name = "name",
        /// The organisation, if it is one's.
        Organisation = "organisation",
        /// Street and number, in up to three lines.
        Street = "street",
        /// The postal code, where there are any.
        PostalCode = "postal_code",
        /// The town.
        City = "city",
        /// The country.
        Country = "country",
        /// The telephone number.
        Phone = "phone",
        /// The e-mail address.
        Email = "email",
    }
}

impl From<OwnerField> for Field {
    fn from(field: OwnerField) -> Self {
        match field {
            OwnerField::Name => Self::Name,
            OwnerField::Organisation => Self::Organisation,
            OwnerField::Street => Self::Street,
            OwnerField::PostalCode => Self::PostalCode,
            OwnerField::City => Self::City,
            OwnerField::Country => Self::Country,
            OwnerField::Phone => Self::Phone,
            OwnerField::Email => Self::OwnerEmail,
        }
    }
}

/// The owner's details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Who it is.
    pub name: Line,
    /// The organisation, if it is one's.
    pub organisation: Option<Line>,
    /// Where letters reach it.
    pub address: PostalAddress,
    /// Where it is called.
    pub phone: PhoneNumber,
    /// Where it is written to.
    pub email: EmailAddress,
}

/// The owner's details as they are typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedOwner<'a> {
    /// The name.
    pub name: &'a str,
    /// The organisation, or nothing.
    pub organisation: &'a str,
    /// The street, in one to three lines.
    pub street: &'a str,
    /// The postal code, or nothing.
    pub postal_code: &'a str,
    /// The town.
    pub city: &'a str,
    /// The country's two letters.
    pub country: &'a str,
    /// The telephone number, in international form or as it is dialled in the country.
    pub phone: &'a str,
    /// The e-mail address.
    pub email: &'a str,
}

impl Owner {
    /// Parses what was typed, every field of it.
    ///
    /// # Errors
    /// Each field that has to be corrected, in the order of the form.
    pub fn parse(typed: &TypedOwner<'_>) -> Result<Self, Vec<FieldProblem>> {
        let country = Country::parse(typed.country);
        let known = country.as_ref().ok().copied();
        let name = Line::parse(typed.name);
        let organisation = optional(Line::parse(typed.organisation));
        let street = Street::parse(typed.street);
        let postal_code = optional(PostalCode::parse(typed.postal_code, known));
        let city = Line::parse(typed.city);
        let phone = PhoneNumber::parse(typed.phone, known);
        let email = EmailAddress::parse(typed.email);
        let wrong = [
            (OwnerField::Name, name.as_ref().err()),
            (OwnerField::Organisation, organisation.as_ref().err()),
            (OwnerField::Street, street.as_ref().err()),
            (OwnerField::PostalCode, postal_code.as_ref().err()),
            (OwnerField::City, city.as_ref().err()),
            (OwnerField::Country, country.as_ref().err()),
            (OwnerField::Phone, phone.as_ref().err()),
            (OwnerField::Email, email.as_ref().err()),
        ];
        let problems: Vec<_> = wrong
            .into_iter()
            .filter_map(|(field, wrong)| Some(FieldProblem { field: Field::from(field), wrong: *wrong? }))
            .collect();
        match (name, organisation, street, postal_code, city, country, phone, email) {
            (Ok(name), Ok(organisation), Ok(street), Ok(postal_code), Ok(city), Ok(country), Ok(phone), Ok(email)) => {
                Ok(Self {
                    name,
                    organisation,
                    address: PostalAddress { street, postal_code, city, country },
                    phone,
                    email,
                })
            }
            _ => Err(problems),
        }
    }

    /// One detail as text; nothing for one that is not given.
    #[must_use]
    pub fn get(&self, field: OwnerField) -> &str {
        let address = &self.address;
        match field {
            OwnerField::Name => self.name.as_str(),
            OwnerField::Organisation => self.organisation.as_ref().map_or("", Line::as_str),
            OwnerField::Street => address.street.as_str(),
            OwnerField::PostalCode => address.postal_code.as_ref().map_or("", PostalCode::as_str),
            OwnerField::City => address.city.as_str(),
            OwnerField::Country => address.country.as_str(),
            OwnerField::Phone => self.phone.as_str(),
            OwnerField::Email => self.email.as_str(),
        }
    }

    /// The details in which it is another than `before`; without one before, those that are given.
    #[must_use]
    pub fn changes(&self, before: Option<&Self>) -> Vec<OwnerField> {
        let differs = |field: &OwnerField| self.get(*field) != before.map_or("", |before| before.get(*field));
        OwnerField::ALL.iter().copied().filter(differs).collect()
    }
}

/// A field that may be left empty.
fn optional<T>(parsed: Result<T, Wrong>) -> Result<Option<T>, Wrong> {
    match parsed {
        Err(Wrong::Empty) => Ok(None),
        other => other.map(Some),
    }
}

#[cfg(test)]
mod tests;
