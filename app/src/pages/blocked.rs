//! The profile's list of blocked customers, and the form that blocks another.

use countersign_domain::{Field, view::BlockedCustomer};
use leptos::prelude::*;

use crate::{
    api,
    components::{ActForm, Day, FormState, TextField},
    flash::Flash,
    texts::{use_served, use_ui},
};

/// The section.
pub(super) fn section(blocked: Vec<BlockedCustomer>, flash: Option<Flash>) -> AnyView {
    let served = use_served();
    let form = FormState::of::<api::Block>(flash.clone());
    let unblock = FormState::of::<api::Unblock>(flash);
    let list =
        if blocked.is_empty() { view! { <p>{served.blocked_none()}</p> }.into_any() } else { table(blocked, unblock) };
    view! {
        <section id="blocked">
            <h2>{served.blocked_title()}</h2>
            <p>{served.blocked_text()}</p>
            {list}
            <ActForm form=form>
                <TextField field=Field::Customer form=form/>
                <button class="button button-quiet">{served.block_submit()}</button>
            </ActForm>
        </section>
    }
    .into_any()
}

/// One form for all, so that what goes wrong is said once.
fn table(blocked: Vec<BlockedCustomer>, form: FormState) -> AnyView {
    let (ui, served) = (use_ui(), use_served());
    let rows = blocked.into_iter().map(row).collect_view();
    view! {
        <ActForm form=form>
            <div class="table-frame">
                <table class="cards">
                    <caption class="unseen">{served.blocked_title()}</caption>
                    <thead><tr>
                        <th scope="col">{served.profile_id()}</th>
                        <th scope="col">{served.blocked_since()}</th>
                        <th scope="col"><span class="unseen">{ui.column_actions()}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </ActForm>
    }
    .into_any()
}

fn row(customer: BlockedCustomer) -> AnyView {
    let served = use_served();
    let id = customer.id.to_string();
    let label = served.unblock_label(&id);
    view! {
        <tr>
            <th scope="row" data-label=served.profile_id()>{id.clone()}</th>
            <td data-label=served.blocked_since()><Day at=customer.since/></td>
            <td class="cell-actions">
                <button class="button button-quiet button-small" name="customer" value=id aria-label=label>{served.unblock()}</button>
            </td>
        </tr>
    }
    .into_any()
}
