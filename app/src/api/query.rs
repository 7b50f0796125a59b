//! The server functions that pages read, with their addresses.

use leptos::server_fn::{Http, ServerFn, codec::GetUrl};
use serde::{Serialize, de::DeserializeOwned};

use super::{ContactForm, Flash, Me, Owner, Profile, Request, Requests, ServiceHistory, Services};
use crate::{ApiError, codec::Wire};

/// A server function that only reads. Its value is the question, with all arguments.
pub trait Query:
    ServerFn<
        Error = ApiError,
        Protocol = Http<GetUrl, Wire>,
        Output: Serialize + DeserializeOwned + Send + Sync + 'static,
    > + 'static
{
    /// The arguments, as they stand in the address.
    fn arguments(&self) -> Vec<(&'static str, String)>;

    /// Path and query.
    fn address(&self) -> String {
        address(Self::PATH, &self.arguments())
    }
}

macro_rules! queries {
    ($($function:ident { $($argument:ident),* })+) => { $(
        impl Query for $function {
            fn arguments(&self) -> Vec<(&'static str, String)> {
                let Self { $($argument),* } = self;
                vec![$((stringify!($argument), $argument.to_string())),*]
            }
        }
    )+ };
}

queries! {
    Me {}
    Flash {}
    Profile {}
    Services { search, category, role, sort, descending, cursor }
    ContactForm { service }
    ServiceHistory { service }
    Owner { service }
    Requests { state, before }
    Request { id, token }
}

/// An address with arguments in its query, each encoded.
pub(crate) fn address(path: &str, arguments: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    for (n, (name, value)) in arguments.iter().enumerate() {
        address.push(if n == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else {
                address.push('%');
                for half in [byte >> 4, byte & 15] {
                    address.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
                }
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_encoded_in_the_address() {
        let query = Requests { state: "a b&c=é".to_owned(), before: String::new() };
        assert_eq!(query.address(), "/api/requests?state=a%20b%26c%3D%C3%A9&before=");
        assert_eq!(Me {}.address(), "/api/me");
    }
}
