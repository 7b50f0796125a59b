//! Help: the roles, the way of a hand-over, codes and debts.

use leptos::prelude::*;

use crate::components::{Page, use_ui};

/// The help page, for everyone.
#[component]
pub(crate) fn Help() -> impl IntoView {
    let ui = use_ui();
    view! {
        <Page title=ui.help_title() narrow=true>
            <section>
                <h2>{ui.help_roles_title()}</h2>
                <p>{ui.help_roles_text()}</p>
                <dl class="facts">
                    <dt>{ui.role_admin()}</dt><dd>{ui.help_admin()}</dd>
                    <dt>{ui.role_tech()}</dt><dd>{ui.help_tech()}</dd>
                    <dt>{ui.role_billing()}</dt><dd>{ui.help_billing()}</dd>
                </dl>
            </section>
            <section>
                <h2>{ui.help_id_title()}</h2>
                <p>{ui.help_id_text()}</p>
            </section>
            <section>
                <h2>{ui.help_steps_title()}</h2>
                <ol>
                    <li>{ui.help_step_1()}</li>
                    <li>{ui.help_step_2()}</li>
                    <li>{ui.help_step_3()}</li>
                    <li>{ui.help_step_4()}</li>
                </ol>
            </section>
            <section>
                <h2>{ui.help_codes_title()}</h2>
                <p>{ui.help_codes_text()}</p>
            </section>
            <section>
                <h2>{ui.help_billing_title()}</h2>
                <p>{ui.help_billing_text()}</p>
            </section>
        </Page>
    }
}
