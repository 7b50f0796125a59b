//! A field that is chosen from a list; on served pages.

use countersign_domain::Field;
use leptos::prelude::*;

use super::{FormState, field::labelled};

/// A labelled list to choose from, with its error.
#[component]
pub(crate) fn Choice(
    /// Which field.
    field: Field,
    /// The form.
    form: FormState,
    /// What stands for nothing chosen.
    nothing: &'static str,
    /// The values, each with its words.
    options: Vec<(&'static str, &'static str)>,
    /// `autocomplete` of the list.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What is chosen at first, unless the form has come back.
    value: String,
) -> impl IntoView {
    let name = field.as_str();
    let chosen = form.typed(name).unwrap_or(value);
    let input = move |described: String| {
        let options = [("", nothing)].into_iter().chain(options).map(|(value, words)| {
            view! { <option value=value selected=value == chosen>{words}</option> }
        });
        view! {
            <select id=name name=name autocomplete=autocomplete aria-describedby=described aria-invalid=move || form.of_field(field).map(|_| "true")>
                {options.collect_view()}
            </select>
        }
        .into_any()
    };
    labelled(field, form, name, None, None, input)
}
