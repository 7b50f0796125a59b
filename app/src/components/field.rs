//! Fields with their label, hint and error.

use countersign_domain::Field;
use leptos::{html, prelude::*};

use super::FormState;
use crate::{effect::effect, labels, texts::use_ui};

/// A labelled input with its hint and its error.
#[component]
pub(crate) fn TextField(
    /// Which field: its name, and its id in the page.
    field: Field,
    /// The form.
    form: FormState,
    /// Its id in the page, where the field's name stands there twice.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The label, if it is not the field's usual one.
    #[prop(optional)]
    label: Option<&'static str>,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<String>,
    /// `type` of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// `autocomplete` of the input.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What it holds at first, unless the form has come back.
    #[prop(optional, into)]
    value: Option<String>,
    /// Kept up to date with what is typed.
    #[prop(optional)]
    bind: Option<RwSignal<String>>,
    /// Beside the input.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let name = field.as_str();
    let id = id.unwrap_or(name);
    let typed = bind.unwrap_or_else(|| RwSignal::new(String::new()));
    typed.set(form.typed(name).or(value).unwrap_or_default());
    let element = NodeRef::<html::Input>::new();
    // Someone, or the browser, may have filled it in before it was taken over.
    effect(move || {
        if let Some(element) = element.get()
            && typed.with_untracked(|typed| *typed != element.value())
        {
            typed.set(element.value());
        }
    });
    let input = move |described: String| {
        view! {
            <div class="field-row">
                <input
                    node_ref=element
                    id=id
                    name=name
                    type=kind
                    value=typed.get_untracked()
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-invalid=move || form.of_field(field).map(|_| "true")
                    aria-describedby=described
                />
                {children.map(|children| children())}
            </div>
        }
        .into_any()
    };
    labelled(field, form, id, label, hint, input)
}

/// A labelled text of several lines.
#[component]
pub(crate) fn TextArea(
    /// Which field.
    field: Field,
    /// The form.
    form: FormState,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What it holds at first, unless the form has come back.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    let name = field.as_str();
    let value = form.typed(name).or(value).unwrap_or_default();
    let input = move |described: String| {
        view! {
            <textarea id=name name=name rows="3" aria-describedby=described aria-invalid=move || form.of_field(field).map(|_| "true")>
                {value}
            </textarea>
        }
        .into_any()
    };
    labelled(field, form, name, None, hint, input)
}

/// Label, hint and error around an input, which is told of what describes it.
pub(super) fn labelled(
    field: Field,
    form: FormState,
    id: &'static str,
    label: Option<&'static str>,
    hint: Option<String>,
    input: impl FnOnce(String) -> AnyView,
) -> AnyView {
    let ui = use_ui();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{error_id} {hint_id}");
    view! {
        <div class="field" class:field-wrong=move || form.of_field(field).is_some()>
            <label for=id>{label.unwrap_or_else(|| labels::field(ui, field))}</label>
            <p class="hint" id=hint_id>{hint}</p>
            <p class="error" id=error_id>{move || form.of_field(field)}</p>
            {input(described)}
        </div>
    }
    .into_any()
}
