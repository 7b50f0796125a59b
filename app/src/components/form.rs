//! Forms: fields with their errors, and the summary that takes the focus.

use countersign_domain::{Field, Problem};
use leptos::{html, prelude::*, server::ServerAction, server_fn::ServerFn};

use super::use_ui;
use crate::{Fault, state::Flash, words};

/// What a form shows beside its fields: what went wrong with the last try, and what was typed when it had no JavaScript.
#[derive(Clone, Copy)]
pub(crate) struct FormState {
    problem: Memo<Option<Problem>>,
    typed: StoredValue<Option<Flash>>,
    pending: Signal<bool>,
}

/// The state of the form of `action`. `flash` is what the last form was told, whichever it was.
pub(crate) fn form_state<S>(action: ServerAction<S>, flash: Option<Flash>) -> FormState
where
    S: ServerFn<Error = Fault> + Clone + Send + Sync + 'static,
    S::Output: Clone + Send + Sync + 'static,
{
    let flash = flash.filter(|flash| flash.form == S::PATH);
    let told = flash.as_ref().map(|flash| flash.problem.clone());
    let problem = Memo::new(move |_| match action.value().get() {
        Some(Err(Fault(problem))) => Some(problem),
        Some(Ok(_)) => None,
        None => told.clone(),
    });
    FormState { problem, typed: StoredValue::new(flash), pending: action.pending().into() }
}

impl FormState {
    /// What went wrong.
    pub(crate) fn problem(self) -> Memo<Option<Problem>> {
        self.problem
    }

    /// What was typed into a field, if the form came back without JavaScript.
    pub(crate) fn typed(self, field: &str) -> Option<String> {
        self.typed.with_value(|flash| flash.as_ref().and_then(|flash| flash.typed(field)))
    }

    /// Whether an answer is awaited: the button is not to be pressed again.
    pub(crate) fn pending(self) -> Signal<bool> {
        self.pending
    }

    fn of_field(self, field: Field) -> Option<String> {
        let ui = use_ui();
        self.problem.with(|problem| match problem.as_ref()? {
            Problem::Invalid(fields) => fields.iter().find(|p| p.field == field).map(|p| words::field_problem(ui, *p)),
            other if words::culprit(other) == Some(field) => Some(words::problem(ui, other)),
            _ => None,
        })
    }

    /// The summary of what went wrong. It takes the focus when it appears, and links to the fields.
    pub(crate) fn summary(self) -> impl IntoView {
        let ui = use_ui();
        let summary = NodeRef::<html::Div>::new();
        Effect::new(move || {
            self.problem.track();
            if let Some(summary) = summary.get() {
                let _ = summary.focus();
            }
        });
        move || {
            self.problem.get().map(|problem| {
                let lines: Vec<(Option<Field>, String)> = match &problem {
                    Problem::Invalid(fields) => {
                        fields.iter().map(|p| (Some(p.field), words::field_problem(ui, *p))).collect()
                    }
                    other => vec![(words::culprit(other), words::problem(ui, other))],
                };
                let busy = match problem {
                    Problem::Busy { request, .. } => request,
                    _ => None,
                };
                view! {
                    <div class="summary" role="alert" tabindex="-1" node_ref=summary>
                        <h2>{ui.problem_title()}</h2>
                        <ul>
                            {lines
                                .into_iter()
                                .map(|(field, text)| match field {
                                    Some(field) => {
                                        view! { <li><a href=format!("#{}", field.as_str()) rel="external">{text}</a></li> }.into_any()
                                    }
                                    None => view! { <li>{text}</li> }.into_any(),
                                })
                                .collect_view()}
                            {busy.map(|id| view! {
                                <li><a href=format!("/contacts/requests/{id}")>{ui.problem_busy_link()}</a></li>
                            })}
                        </ul>
                    </div>
                }
            })
        }
    }
}

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
    let ui = use_ui();
    let name = field.as_str();
    let value = form.typed(name).or(value).unwrap_or_default();
    if let Some(bind) = bind {
        bind.set(value.clone());
    }
    let error = Memo::new(move |_| form.of_field(field));
    let id = id.unwrap_or(name);
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), hint.is_some());
        move || match (error.get().is_some(), has_hint) {
            (true, true) => Some(format!("{error_id} {hint_id}")),
            (true, false) => Some(error_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        }
    };
    let input = view! {
        <input
            id=id
            name=name
            type=kind
            value=value.clone()
            prop:value=move || bind.map_or_else(|| value.clone(), |bind| bind.get())
            on:input:target=move |event| {
                if let Some(bind) = bind {
                    bind.set(event.target().value());
                }
            }
            autocomplete=autocomplete
            autocapitalize="none"
            spellcheck="false"
            aria-invalid=move || error.get().is_some().then_some("true")
            aria-describedby=described
        />
    };
    view! {
        <div class="field" class:field-wrong=move || error.get().is_some()>
            <label for=id>{label.unwrap_or_else(|| words::field(ui, field))}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || error.get().map(|text| view! { <p class="error" id=error_id.clone()>{text}</p> })}
            <div class="field-row">{input}{children.map(|children| children())}</div>
        </div>
    }
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
    let ui = use_ui();
    let name = field.as_str();
    let value = form.typed(name).or(value).unwrap_or_default();
    let error = Memo::new(move |_| form.of_field(field));
    let error_id = format!("{name}-error");
    let hint_id = format!("{name}-hint");
    let described = format!("{error_id} {hint_id}");
    view! {
        <div class="field" class:field-wrong=move || error.get().is_some()>
            <label for=name>{words::field(ui, field)}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || error.get().map(|text| view! { <p class="error" id=error_id.clone()>{text}</p> })}
            <textarea id=name name=name rows="3" maxlength="500" aria-describedby=described aria-invalid=move || error.get().is_some().then_some("true")>
                {value}
            </textarea>
        </div>
    }
}
