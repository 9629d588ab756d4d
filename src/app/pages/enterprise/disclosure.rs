//! By when each penalty had to be published.

use yew::prelude::*;

use crate::app::state::queries::{View, fact_title};
use crate::app::text;
use crate::assess::{Disclosure, Target};
use crate::pack::{FactKind, WarningCode};
use crate::app::widgets::warning;

/// The section on publication deadlines; none where no penalty has one.
pub(super) fn disclosure(view: &View) -> Html {
    let locale = view.locale;
    let disclosures = &view.answer.disclosure;
    if disclosures.is_empty() {
        return Html::default();
    }
    // Years without a calendar touch the days that are counted here and in repair.
    let calendars = view.answer.warnings.iter().filter(|about| about.code == WarningCode::CalendarMissing);
    html! {
        <section aria-labelledby="disclosure">
            <h2 id="disclosure">{text::DISCLOSURE.get(locale)}</h2>
            { for calendars.map(|about| warning(view, about)) }
            <div class="scroll" tabindex="0" role="region" aria-labelledby="disclosure">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{text::DISCLOSURE_PENALTY.get(locale)}</th>
                            <th scope="col">{text::DISCLOSURE_GSXT.get(locale)}</th>
                            <th scope="col">{text::DISCLOSURE_CREDIT_CHINA.get(locale)}</th>
                            <th scope="col" class="number">{text::DISCLOSURE_LATE.get(locale)}</th>
                        </tr>
                    </thead>
                    <tbody>{ for disclosures.iter().map(|disclosure| row(view, disclosure)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(view: &View, disclosure: &Disclosure) -> Html {
    let late = disclosure.late_working_days;
    let late = late.map_or(text::NOT_KNOWN.get(view.locale).to_owned(), |days| days.to_string());
    html! {
        <tr>
            <td>{fact_title(view, Target { kind: FactKind::Penalty, index: disclosure.index })}</td>
            <td>{view.day(disclosure.gsxt_due_on)}</td>
            <td>{view.day(disclosure.credit_china_due_on)}</td>
            <td class="number">{late}</td>
        </tr>
    }
}
