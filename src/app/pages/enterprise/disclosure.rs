//! By when each penalty had to be published.

use yew::prelude::*;

use super::TOGETHER;
use super::section::{SectionProps, section};
use crate::app::components::WarningNote;
use crate::app::state::queries::{View, fact_title};
use crate::app::text::{self, Phrase};
use crate::assess::{Disclosure, Target};
use crate::pack::{FactKind, Locale, Unit, WarningCode};

/// The columns of the table, and whether each holds numbers.
const COLUMNS: [(Phrase, bool); 4] = [
    (text::DISCLOSURE_PENALTY, false),
    (text::DISCLOSURE_GSXT, false),
    (text::DISCLOSURE_CREDIT_CHINA, false),
    (text::DISCLOSURE_LATE, true),
];

/// The section on publication deadlines, for an answer that has some.
#[component(Disclosures)]
pub fn disclosures(SectionProps { view }: &SectionProps) -> Html {
    // Years without a calendar touch the days that are counted here and in repair.
    let calendars = view.answer.warnings.iter().filter(|about| about.code == WarningCode::CalendarMissing);
    let heads = COLUMNS.iter().map(|(name, is_number)| {
        html! { <th scope="col" class={is_number.then_some("number")}>{ name.get(view.locale) }</th> }
    });
    let rows: Vec<Row> = view.answer.disclosure.iter().map(|disclosure| Row::of(view, disclosure)).collect();
    let locale = view.locale;
    let parts = rows.chunks(TOGETHER).enumerate();
    let content = html! {
        <>
            { for calendars.map(|about| html! { <WarningNote words={view.say(&about.message).to_owned()} /> }) }
            // Where it is wider than the screen it scrolls by itself, and takes the focus for its keys. On a narrow one it is a list.
            <div class="scroll" tabindex="0">
                <table class="dues">
                    <thead><tr>{ for heads }</tr></thead>
                    <tbody>{ for parts.map(|(key, rows)| html! { <Rows {key} rows={rows.to_vec()} {locale} /> }) }</tbody>
                </table>
            </div>
        </>
    };
    section(view, "disclosure", text::DISCLOSURE, content)
}

/// What is shown of the publication of a penalty.
#[derive(Clone, PartialEq)]
struct Row {
    penalty: AttrValue,
    gsxt: AttrValue,
    credit_china: AttrValue,
    late: AttrValue,
    /// Whether it was late.
    is_late: bool,
}

impl Row {
    fn of(view: &View, disclosure: &Disclosure) -> Self {
        let (late, is_late) = match disclosure.late_working_days {
            None => (text::NOT_KNOWN.get(view.locale).into(), false),
            Some(0) => (text::IN_TIME.get(view.locale).into(), false),
            Some(days) => {
                let unit = view.say(view.rules.pack.unit(Unit::WorkingDays));
                ([&days.to_string(), " ", unit].concat().into(), true)
            }
        };
        Self {
            penalty: fact_title(view, Target { kind: FactKind::Penalty, index: disclosure.index }).into(),
            gsxt: view.day(disclosure.gsxt_due_on).into(),
            credit_china: view.day(disclosure.credit_china_due_on).into(),
            late,
            is_late,
        }
    }
}

/// What some rows are given.
#[derive(Properties, PartialEq)]
struct RowsProps {
    rows: Vec<Row>,
    locale: Locale,
}

/// Some rows of the table.
#[component(Rows)]
fn rows(RowsProps { rows, locale }: &RowsProps) -> Html {
    rows.iter().map(|row| self::row(row, *locale)).collect()
}

fn row(Row { penalty, gsxt, credit_china, late, is_late }: &Row, locale: Locale) -> Html {
    let [_, on_gsxt, on_credit_china, is_in_time] = COLUMNS.map(|(name, _)| name.get(locale));
    html! {
        <tr>
            <td>{ penalty }</td>
            <td data-name={on_gsxt}>{ gsxt }</td>
            <td data-name={on_credit_china}>{ credit_china }</td>
            <td class="number" data-name={is_in_time}>
                if *is_late {
                    <span class="tag strong">{ late }</span>
                } else {
                    { late }
                }
            </td>
        </tr>
    }
}
