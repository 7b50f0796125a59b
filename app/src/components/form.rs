//! Forms: real ones, which work before and without WASM. With it the same words go to the same address, and the page stays.

use countersign_domain::{Field, Problem};
use leptos::{
    html,
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use leptos_router::hooks::use_navigate;
use web_sys::SubmitEvent;
#[cfg(not(feature = "ssr"))]
use web_sys::{HtmlElement, HtmlFormElement};

use super::page::PageProblems;
use crate::{ApiError, codec::Wire, effect::effect, flash::Flash, labels, paths, texts::use_ui};
#[cfg(feature = "hydrate")]
use crate::{focus::focus_heading, notice::Notice, own_address};

/// What a form shows beside its fields: what went wrong with the last try, and what was typed when it had no JavaScript.
#[derive(Clone, Copy)]
pub(crate) struct FormState {
    action: &'static str,
    problem: RwSignal<Option<Problem>>,
    typed: StoredValue<Option<Flash>>,
    pending: RwSignal<bool>,
    pay_url: StoredValue<Option<String>>,
}

impl FormState {
    /// Creates the state of the form that calls the server function `F`. Ignores a `flash` that answers another form.
    pub(crate) fn of<F>(flash: Option<Flash>) -> Self
    where
        F: ServerFn<Error = ApiError, Protocol = Http<PostUrl, Wire>>,
    {
        Self::at(F::PATH, flash)
    }

    fn at(action: &'static str, flash: Option<Flash>) -> Self {
        let flash = flash.filter(|flash| flash.form == action && flash.notice.is_none());
        Self {
            action,
            problem: RwSignal::new(flash.as_ref().and_then(|flash| flash.problem.clone())),
            typed: StoredValue::new(flash),
            pending: RwSignal::new(false),
            pay_url: StoredValue::new(None),
        }
    }

    /// Offers to pay where an own invoice stands in the way.
    pub(crate) fn paying_at(self, url: Option<String>) -> Self {
        self.pay_url.set_value(url);
        self
    }

    /// What went wrong.
    pub(crate) fn problem(self) -> RwSignal<Option<Problem>> {
        self.problem
    }

    /// What was typed into a field, if the form came back without JavaScript.
    pub(crate) fn typed(self, field: &str) -> Option<String> {
        self.typed.with_value(|flash| flash.as_ref().and_then(|flash| flash.typed(field)))
    }

    /// Whether it came back without JavaScript.
    pub(crate) fn came_back(self) -> bool {
        self.typed.with_value(Option::is_some)
    }

    /// Whether an answer is awaited: the button is not to be pressed again.
    pub(crate) fn pending(self) -> RwSignal<bool> {
        self.pending
    }

    /// What is wrong with a field.
    pub(super) fn of_field(self, field: Field) -> Option<String> {
        let ui = use_ui();
        self.problem.with(|problem| match problem.as_ref()? {
            Problem::Invalid(fields) => fields.iter().find(|p| p.field == field).map(|p| labels::field_problem(ui, *p)),
            other if labels::culprit(other) == Some(field) => Some(labels::problem(ui, other)),
            _ => None,
        })
    }
}

/// A key by which the server knows what this form has sent when it comes again, because the answer was lost. The one that the
/// server has made stays when the browser takes the page over.
pub(crate) fn fresh_key() -> String {
    #[cfg(feature = "ssr")]
    return uuid::Builder::from_random_bytes(countersign_backend::ambient::random()).into_uuid().to_string();
    // It need not be told from those of others, nor of other requests.
    #[cfg(not(feature = "ssr"))]
    return (web_sys::js_sys::Date::now() as i64).to_string();
}

/// A form that does something, with the summary of what went wrong above its fields.
#[component]
pub(crate) fn ActForm(
    /// Its state.
    form: FormState,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let send = sender(form);
    if let Some(PageProblems(problems)) = use_context() {
        problems.update(|all: &mut Vec<_>| all.push(form.problem));
    }
    view! {
        {summary(form)}
        <form method="post" action=form.action novalidate=true on:submit=send>{children()}</form>
    }
    .into_any()
}

/// A form whose words go into the address.
#[component]
pub(crate) fn AddressForm(
    /// The page.
    action: &'static str,
    /// What it says to those who cannot see it.
    #[prop(optional)]
    search: bool,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let navigate = use_navigate();
    let send = move |event: SubmitEvent| {
        if let Some(words) = entries(&event) {
            event.prevent_default();
            navigate(&format!("{action}?{words}"), Default::default());
        }
    };
    view! {
        <form class="filters" method="get" action=action role=search.then_some("search") on:submit=send>
            {children()}
        </form>
    }
    .into_any()
}

/// What a form would send, as it would be encoded.
pub(super) fn entries(event: &SubmitEvent) -> Option<String> {
    let data = leptos::form::form_data_from_event(event).ok()?;
    let words = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    words.to_string().as_string()
}

/// Sends a form, and goes where the answer says or shows what is wrong.
#[cfg(feature = "hydrate")]
fn sender(form: FormState) -> impl Fn(SubmitEvent) + Clone + 'static {
    let navigate = use_navigate();
    let state = crate::state::use_state();
    move |event: SubmitEvent| {
        // "Check first" asks for the page with what was typed; that is the browser's to do.
        let button = event.submitter();
        let asks = button.as_ref().is_some_and(|button| button.get_attribute("name").as_deref() == Some("check"));
        let (false, Some(words)) = (asks, entries(&event)) else { return };
        event.prevent_default();
        if form.pending.get_untracked() {
            return;
        }
        let element: HtmlFormElement = event_target(&event);
        form.pending.set(true);
        let navigate = navigate.clone();
        crate::data::spawn(async move {
            let Some(answer) = crate::data::post(form.action, words).await else {
                submit_natively(&element, button);
                return;
            };
            form.pending.set(false);
            match answer {
                Ok(next) => {
                    form.problem.set(None);
                    if let Some(next) = next {
                        let (page, notice) = Notice::split(&next);
                        // Another page's heading takes the focus by itself.
                        if Some(page) == window().location().pathname().ok().as_deref() {
                            focus_heading();
                        }
                        state.notice.set(notice.map(|notice| (page.to_owned(), notice)));
                        if let Some(place) = own_address::own(page) {
                            own_address::go(&navigate, &place, Default::default());
                        }
                    }
                    state.changed.update(|n| *n += 1);
                }
                Err(fault) => form.problem.set(Some(fault.0)),
            }
        });
    }
}

/// Has the browser send a form itself, with what the pressed button says.
#[cfg(not(feature = "ssr"))]
pub(super) fn submit_natively(form: &HtmlFormElement, button: Option<HtmlElement>) {
    let said = button.and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value")?)));
    if let (Some((name, value)), Ok(input)) = (said, document().create_element("input")) {
        for (attribute, text) in [("type", "hidden"), ("name", &*name), ("value", &*value)] {
            let _ = input.set_attribute(attribute, text);
        }
        let _ = form.append_child(&input);
    }
    let _ = form.submit();
}

#[cfg(not(feature = "hydrate"))]
fn sender(_form: FormState) -> impl Fn(SubmitEvent) + Clone + 'static {
    |_| ()
}

/// The summary of what went wrong. It takes the focus when it appears, and links to the fields.
fn summary(form: FormState) -> AnyView {
    let ui = use_ui();
    let summary = NodeRef::<html::Div>::new();
    effect(move || {
        form.problem.track();
        if let Some(summary) = summary.get() {
            let _ = summary.focus();
        }
    });
    let shown = move || {
        let problem = form.problem.get()?;
        let lines: Vec<(Option<Field>, String)> = match &problem {
            Problem::Invalid(fields) => fields.iter().map(|p| (Some(p.field), labels::field_problem(ui, *p))).collect(),
            other => vec![(labels::culprit(other), labels::problem(ui, other))],
        };
        let next = match problem {
            Problem::OfCompanion(problem) => match *problem {
                Problem::Busy { request: Some(id), .. } => Some((paths::request(id), ui.problem_busy_link())),
                _ => None,
            },
            Problem::Busy { request: Some(id), .. } => Some((paths::request(id), ui.problem_busy_link())),
            Problem::Debt { own: true } => form.pay_url.get_value().map(|url| (url, ui.pay_invoice())),
            _ => None,
        };
        let mut items: Vec<(Option<String>, String)> =
            lines.into_iter().map(|(field, text)| (field.map(|f| format!("#{}", f.as_str())), text)).collect();
        items.extend(next.map(|(href, text)| (Some(href), text.to_owned())));
        Some(view! {
            <div class="summary" role="alert" tabindex="-1" node_ref=summary>
                <h2>{ui.problem_title()}</h2>
                <ul>
                    {items
                        .into_iter()
                        .map(|(href, text)| {
                            // What is no page of ours, and a jump within the page, is the browser's to do.
                            let rel = href.as_ref().filter(|href| !href.starts_with('/')).map(|_| "external");
                            view! { <li><a href=href rel=rel>{text}</a></li> }.into_any()
                        })
                        .collect_view()}
                </ul>
            </div>
        })
    };
    shown.into_any()
}
