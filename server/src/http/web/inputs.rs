//! The fields that each server function takes, read off its own type: what brings others, or one twice, is refused.

use std::{cell::Cell, collections::HashMap, sync::LazyLock};

use countersign_app::api;
use leptos::server_fn::ServerFn;
use serde::{
    de::{DeserializeOwned, Deserializer, Error as _, Visitor, value::Error},
    forward_to_deserialize_any,
};

type Names = &'static [&'static str];

static FUNCTIONS: LazyLock<HashMap<&'static str, Names>> = LazyLock::new(|| {
    HashMap::from([
        row::<api::Me>(),
        row::<api::Flash>(),
        row::<api::SignIn>(),
        row::<api::ChoosePassword>(),
        row::<api::SignOut>(),
        row::<api::SignUp>(),
        row::<api::ConfirmSignUp>(),
        row::<api::ForgotPassword>(),
        row::<api::ResetPassword>(),
        row::<api::Services>(),
        row::<api::ContactForm>(),
        row::<api::ServiceHistory>(),
        row::<api::Submit>(),
        row::<api::Owner>(),
        row::<api::EditOwner>(),
        row::<api::Requests>(),
        row::<api::Request>(),
        row::<api::Decide>(),
        row::<api::Cancel>(),
        row::<api::Resend>(),
        row::<api::AskAgain>(),
        row::<api::Block>(),
        row::<api::BlockRequester>(),
        row::<api::Unblock>(),
        row::<api::Profile>(),
        row::<api::ChangeName>(),
        row::<api::ChangeEmail>(),
        row::<api::ConfirmEmail>(),
        row::<api::ChangePassword>(),
        row::<api::EndSession>(),
        row::<api::EndOtherSessions>(),
    ])
});

fn row<F: ServerFn + DeserializeOwned>() -> (&'static str, Names) {
    let names = Cell::new(Names::default());
    let _ = F::deserialize(Asks(&names));
    (F::PATH, names.get())
}

/// Whether the function at `path` takes these fields: each known to it, and none twice.
pub(super) fn fit(path: &str, fields: &[(String, String)]) -> bool {
    let Some(known) = FUNCTIONS.get(path) else { return false };
    let mut seen: Vec<&str> = Vec::with_capacity(known.len());
    fields.iter().all(|(name, _)| {
        let fits = known.contains(&name.as_str()) && !seen.contains(&name.as_str());
        seen.push(name);
        fits
    })
}

/// Notes the fields that a type asks for, and gives it none.
struct Asks<'a>(&'a Cell<Names>);

impl<'de> Deserializer<'de> for Asks<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: Names, _: V) -> Result<V::Value, Error> {
        self.0.set(fields);
        Err(Error::custom("asked for its fields only"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("no struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_server_function_is_known() {
        for (path, _) in leptos::server_fn::axum::server_fn_paths() {
            assert!(FUNCTIONS.contains_key(path), "{path} is missing here: it would refuse every field");
        }
    }

    #[test]
    fn known_fields_once() {
        let fit = |path, fields: &[&str]| {
            fit(path, &fields.iter().map(|name| ((*name).to_owned(), String::new())).collect::<Vec<_>>())
        };
        assert!(fit("/api/decide", &["id", "code", "decision"]));
        assert!(fit("/api/submit", &["service", "tech"]));
        assert!(fit("/api/sign-out", &[]));
        assert!(!fit("/api/submit", &["service", "tech", "tech"]));
        assert!(!fit("/api/submit", &["service", "tech[0]"]));
        assert!(!fit("/api/sign-out", &["x"]));
        assert!(!fit("/api/nothing", &[]));
    }
}
