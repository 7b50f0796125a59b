//! What a form of contacts will do, by the rules that the server judges by: before anything is sent.

use countersign_domain::{Draft, Problem, Wishes, plan, view::ContactForm};
use leptos::prelude::*;

use super::edit_contacts::Typed;
use crate::{components::use_ui, words};

/// The list of the requests that the typed contacts make: who must accept, who is told.
#[component]
pub(super) fn Preview(
    /// The form's data.
    form: ContactForm,
    /// What is typed.
    typed: Typed,
    /// Whether the service of the same name is to change as well.
    with_companion: RwSignal<bool>,
) -> impl IntoView {
    let ui = use_ui();
    let me = form.me.clone();
    let days = i64::from(form.days);
    let companion = form.companion.as_ref().map(|companion| companion.category);
    let drafts = Memo::new(move |_| {
        use countersign_domain::Role::{Admin, Billing, Tech};
        let typed = [Admin, Tech, Billing].map(|role| typed.get(role).get());
        let [admin, tech, billing] = &typed;
        let wishes = Wishes::parse(Some(admin), Some(tech), Some(billing), &form.suffix).map_err(Problem::Invalid)?;
        plan(&form.service.contacts, &form.me, &wishes)
    });
    let item = move |draft: &Draft| {
        let moves = draft
            .roles
            .iter()
            .map(|role| ui.preview_move(words::role(ui, role), draft.from.as_str(), draft.to.as_str()))
            .collect::<Vec<_>>();
        view! {
            <li>
                {moves.into_iter().map(|text| view! { <strong>{text}</strong> }).collect_view()}
                <span>{ui.preview_accept(&words::accounts(&draft.parties(&me)))}</span>
                <span>{ui.preview_told(&words::accounts(&draft.told_at_end(&me)))}</span>
            </li>
        }
    };
    view! {
        <aside class="preview" aria-labelledby="preview-title">
            <h2 id="preview-title">{ui.what_happens()}</h2>
            <div aria-live="polite">
                {move || match drafts.get() {
                    Ok(drafts) => {
                        let also = companion.filter(|_| with_companion.get());
                        view! {
                            <ul>{drafts.iter().map(&item).collect_view()}</ul>
                            {(drafts.len() > 1).then(|| view! { <p>{ui.preview_count(i64::try_from(drafts.len()).unwrap_or(i64::MAX))}</p> })}
                            {also.map(|category| view! { <p>{ui.preview_also(words::category(ui, category))}</p> })}
                            <p>{ui.preview_days(days)}</p>
                        }
                        .into_any()
                    }
                    Err(Problem::Invalid(fields)) => {
                        fields
                            .into_iter()
                            .map(|problem| view! { <p class="hint">{words::field_problem(ui, problem)}</p> })
                            .collect_view()
                            .into_any()
                    }
                    Err(_) => view! { <p class="hint">{ui.preview_nothing()}</p> }.into_any(),
                }}
            </div>
        </aside>
    }
}
