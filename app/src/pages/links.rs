//! What the pages share that mails' links lead to.

use countersign_domain::{Problem, Token};
use leptos::prelude::*;

use crate::{
    ApiError, LinkCode, Visitor,
    components::{Page, problem_page, set_status},
    data::{DataContext, view_of},
    flash::Flash,
    labels,
    texts::{use_served, use_ui},
};

/// What a page's link is good for, and what the last form was told.
pub(super) struct Opened<T> {
    /// The code, as it came.
    pub(super) code: String,
    /// What the code, if it is one, is good for; nothing if the link is stale.
    pub(super) link: Option<T>,
    /// What the last form was told.
    pub(super) flash: Option<Flash>,
}

/// Shows the page of a link: `look` says what its code is good for, and changes nothing; `form` takes the code, and `again` is
/// shown where it cannot be used.
pub(super) fn opened<T, F>(
    look: fn(Visitor, Token) -> F,
    form: fn(Opened<T>) -> AnyView,
    again: fn() -> AnyView,
) -> AnyView
where
    T: 'static,
    F: Future<Output = Result<Option<T>, ApiError>> + Send + 'static,
{
    let code = LinkCode::current();
    view_of(expect_context::<DataContext>().flash, move |_, flash| {
        let (code, visitor) = (code.clone(), Visitor::current());
        Suspend::new(async move {
            let token = Token::parse(&code).ok();
            let link = match (visitor, token.clone()) {
                (Ok(visitor), Some(token)) => look(visitor, token).await,
                (Err(error), _) => Err(error),
                (_, None) => Ok(None),
            };
            let told_stale = flash.as_ref().is_some_and(|flash| flash.problem == Some(Problem::StaleLink));
            match link {
                Err(error) => problem_page(&error),
                Ok(None) if token.is_some() || told_stale => again(),
                Ok(link) => form(Opened { code, link, flash }),
            }
        })
        .into_any()
    })
}

/// The page of a link that cannot be used, with the way to another.
pub(super) fn stale(next: &'static str, href: &'static str, label: &'static str) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    set_status(Problem::StaleLink.status());
    view! {
        <Page title=served.stale_title() narrow=true>
            <p class="lead">{labels::problem(ui, &Problem::StaleLink)}</p>
            <p>{next}</p>
            <p class="beside">
                <a class="button" href=href>{label}</a>
                {Visitor::actor().is_err().then(|| view! { <a href="/sign-in">{ui.sign_in()}</a> })}
            </p>
        </Page>
    }
    .into_any()
}

/// The page that says that a mail is on its way to whoever was named; `text` takes who that is.
pub(super) fn sent(text: fn(&str) -> String, again: &'static str) -> AnyView {
    let visitor = Visitor::current();
    Suspend::new(async move {
        let served = use_served();
        let to = match visitor {
            Ok(visitor) => visitor.mailed().await.ok().flatten(),
            Err(_) => None,
        };
        let to = to.unwrap_or_else(|| served.sent_to_you().to_owned());
        view! {
            <Page title=served.sent_title() narrow=true>
                <p class="lead" role="status">{text(&to)}</p>
                <p>{served.sent_nothing()}</p>
                <p><a href=again>{served.sent_again()}</a></p>
            </Page>
        }
    })
    .into_any()
}
