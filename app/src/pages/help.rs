//! Help: the roles, the way of a hand-over, codes and debts.

use leptos::prelude::*;

use crate::components::{Page, use_served, use_ui};

/// The help page, for everyone.
#[component]
pub(super) fn Help() -> impl IntoView {
    let (ui, served) = (use_ui(), use_served());
    view! {
        <Page title=served.help_title() narrow=true>
            <section>
                <h2>{served.help_roles_title()}</h2>
                <p>{served.help_roles_text()}</p>
                <dl class="facts">
                    <dt>{ui.role_admin()}</dt><dd>{served.help_admin()}</dd>
                    <dt>{ui.role_tech()}</dt><dd>{served.help_tech()}</dd>
                    <dt>{ui.role_billing()}</dt><dd>{served.help_billing()}</dd>
                </dl>
            </section>
            <section>
                <h2>{served.help_id_title()}</h2>
                <p>{served.help_id_text()}</p>
            </section>
            <section>
                <h2>{served.help_steps_title()}</h2>
                <ol>
                    <li>{served.help_step_1()}</li>
                    <li>{served.help_step_2()}</li>
                    <li>{served.help_step_3()}</li>
                    <li>{served.help_step_4()}</li>
                </ol>
            </section>
            <section>
                <h2>{served.help_codes_title()}</h2>
                <p>{served.help_codes_text()}</p>
            </section>
            <section>
                <h2>{served.help_billing_title()}</h2>
                <p>{served.help_billing_text()}</p>
            </section>
        </Page>
    }
}
