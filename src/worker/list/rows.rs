//! The rows in sight, and the head of their columns, which also orders them.

use super::View;
use super::head::mark_title;
use crate::district::{Column, District, Gaps, MainReason, Mark, Row, Table};
use crate::export::{BY_HAND_TITLE, by_hand, remark_title};
use crate::facts::{Enterprise, Term, Withheld};
use crate::pack::{Locale, Pack, Phrase, RepairStatus, day_text, not_counted_text, phrases, withheld_text};
use crate::worker::drawing::{Pen, badge};

phrases! {
    COLUMN_CLASS "信用类别" "Class"
    COLUMN_NAME "企业名称" "Name"
    COLUMN_CODE "统一社会信用代码" "Credit code"
    COLUMN_REASON "主要理由" "Main reason"
    COLUMN_PENALTIES "行政处罚" "Penalties"
    COLUMN_INSPECTION "下次检查" "Next inspection"
    COLUMN_REPAIR "可申请修复" "Repair"
    KEY_CASE "重点案件对象" "Key case"
    NOT_REGISTERED "不在经营主体表中" "not in the register"
    RISK_GRADE "行业风险等级" "the sector's risk grade"
    OVERDUE "逾期" "overdue"
    NEVER "无检查记录" "no visit on record"
    NOTHING_LEFT "本年上限已用完" "cap of the year used up"
    LEFT "本年余{0}次" "{0} left this year"
    OPEN_LEADS "有线索" "open leads"
    NOW "现在" "now"
    NOTHING "—" "—"
    NAMED "{0}：{1}" "{0}: {1}"
}

/// The columns in their order; whether numbers stand in one.
const COLUMNS: [(Column, Phrase, bool); 7] = [
    (Column::Class, COLUMN_CLASS, false),
    (Column::Name, COLUMN_NAME, false),
    (Column::Code, COLUMN_CODE, false),
    (Column::Reason, COLUMN_REASON, false),
    (Column::Penalties, COLUMN_PENALTIES, true),
    (Column::Inspection, COLUMN_INSPECTION, false),
    (Column::Repair, COLUMN_REPAIR, false),
];

/// The head of the table: each column a button that orders by it, and the other way round when pressed again.
pub(in crate::worker) fn table_head(view: &View, english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    pen.element("tr", |pen| {
        for (column, words, number) in COLUMNS {
            let here = view.sort.column == column;
            // Classes and numbers are first wanted with the greatest on top.
            let downwards = matches!(column, Column::Class | Column::Penalties);
            let descending = if here { !view.sort.descending } else { downwards };
            pen.element("th", |pen| {
                pen.set("scope", "col");
                if number {
                    pen.set("class", "number");
                }
                if here {
                    pen.set("aria-sort", if view.sort.descending { "descending" } else { "ascending" });
                }
                pen.element("button", |pen| {
                    let sign = if descending { "-" } else { "" };
                    pen.set("type", "button");
                    pen.set("class", "link");
                    pen.set("data-choice", "sort");
                    pen.set("data-value", &[sign, column.code()].concat());
                    pen.text(words.get(locale));
                });
            });
        }
    });
    pen.0
}

/// The rows of these enterprises, the first of which is the one numbered `offset` of all that were found.
pub(in crate::worker) fn draw_rows(
    places: &[u32],
    offset: usize,
    district: &District,
    table: &Table,
    pack: &Pack,
    english: bool,
) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    for (number, place) in (offset..).zip(places) {
        let place = *place as usize;
        let (Some(enterprise), Some(row)) = (district.enterprises().get(place), table.row(place)) else { continue };
        let (registered, marks) = (district.is_registered(place), district.marks(place));
        let (withheld, gaps) = (district.withheld(place), district.gaps(place));
        let listed = Listed { enterprise, registered, marks, row, withheld, gaps, table, pack, locale };
        // Counted from 1, and the head is the first.
        listed.draw(&mut pen, number + 2);
    }
    pen.0
}

/// The name of an enterprise, the way to its page, and what else stands beside it.
pub(super) fn name(pen: &mut Pen, enterprise: &Enterprise, beside: impl FnOnce(&mut Pen)) {
    pen.element("td", |pen| {
        pen.set("class", "name");
        pen.element("a", |pen| {
            let code = String::from(js_sys::encode_uri_component(&enterprise.uscc));
            pen.set("href", &["#/enterprise/", &code].concat());
            pen.text(&enterprise.name);
        });
        beside(pen);
    });
}

/// What is to be known of the enterprise at a place besides its record, each line in both languages.
pub(in crate::worker) fn beside(district: &District, place: usize) -> Vec<(String, String)> {
    let named = |title: Phrase, zh: &str, en: &str| {
        (NAMED.fill(Locale::Zh, &[title.get(Locale::Zh), zh]), NAMED.fill(Locale::En, &[title.get(Locale::En), en]))
    };
    let remarks = district.besides().remarks.get(&place).into_iter().flatten();
    let remarks = remarks.map(|remark| named(remark_title(remark.kind), &remark.words.zh, &remark.words.en));
    let changed = by_hand(district, place, Locale::Zh).zip(by_hand(district, place, Locale::En));
    remarks.chain(changed.map(|(zh, en)| named(BY_HAND_TITLE, &zh, &en))).collect()
}

struct Listed<'d> {
    enterprise: &'d Enterprise,
    registered: bool,
    /// What is to be looked at besides facts.
    marks: Vec<Mark>,
    row: Row<'d>,
    /// Why it is not assessed.
    withheld: Option<Withheld>,
    gaps: Gaps,
    table: &'d Table,
    pack: &'d Pack,
    locale: Locale,
}

impl Listed<'_> {
    fn draw(&self, pen: &mut Pen, index: usize) {
        let Self { enterprise, row, pack, locale, .. } = self;
        let locale = *locale;
        let class = row.verdict.class;
        pen.keyed("tr", &enterprise.uscc, |pen| {
            pen.set("aria-rowindex", &index.to_string());
            pen.element("td", |pen| {
                match self.withheld {
                    Some(withheld) => pen.words("span", "badge withheld", withheld_text(withheld, locale)),
                    None => badge(pen, class, pack.word(class).get(locale)),
                }
                if !row.key_case.is_empty() && !row.withheld {
                    pen.words("span", "tag strong", KEY_CASE.get(locale));
                }
                let gap = not_counted_text(self.gaps.penalties, locale);
                if !gap.is_empty() {
                    pen.words("span", "tag strong", &gap);
                }
            });
            name(pen, enterprise, |pen| {
                if !self.registered {
                    pen.words("span", "tag", NOT_REGISTERED.get(locale));
                }
                for mark in &self.marks {
                    pen.words("span", "tag noticed", mark_title(*mark).get(locale));
                }
            });
            pen.words("td", "code", &enterprise.uscc);
            pen.element("td", |pen| pen.words("span", "two-lines", self.reason()));
            self.cell(pen, "number", COLUMN_PENALTIES, |pen| pen.text(&row.penalties.to_string()));
            let told = |pen: &mut Pen, tell: &dyn Fn(&mut Pen)| match row.withheld {
                true => pen.text(NOTHING.get(locale)),
                false => tell(pen),
            };
            self.cell(pen, "day", COLUMN_INSPECTION, |pen| told(pen, &|pen| self.inspection(pen)));
            self.cell(pen, "day", COLUMN_REPAIR, |pen| told(pen, &|pen| self.repair(pen)));
        });
    }

    /// On a narrow screen, where the heads of the columns are not shown, a cell carries its own.
    fn cell(&self, pen: &mut Pen, class: &str, name: Phrase, inside: impl FnOnce(&mut Pen)) {
        pen.element("td", |pen| {
            pen.set("class", class);
            pen.set("data-name", name.get(self.locale));
            inside(pen);
        });
    }

    fn reason(&self) -> &str {
        match self.row.main_reason {
            _ if self.row.withheld => NOTHING.get(self.locale),
            MainReason::Rule(place) => self.pack.rules.get(place).map_or("", |rule| rule.title.get(self.locale)),
            MainReason::RiskGrade => RISK_GRADE.get(self.locale),
            MainReason::Nothing => NOTHING.get(self.locale),
        }
    }

    fn inspection(&self, pen: &mut Pen) {
        let (row, locale) = (&self.row, self.locale);
        match row.next_due_on {
            None => {
                pen.words("div", "", NOTHING.get(locale));
                self.never(pen);
            }
            Some(due) => {
                pen.words("div", "", &day_text(due, locale));
                if row.overdue {
                    pen.words("span", "tag refused", OVERDUE.get(locale));
                }
                self.never(pen);
                match row.remaining {
                    0 => pen.words("span", "tag", NOTHING_LEFT.get(locale)),
                    left => pen.words("span", "tag", &LEFT.fill(locale, &[&left.to_string()])),
                }
            }
        }
        if row.triggered {
            pen.words("span", "tag strong", OPEN_LEADS.get(locale));
        }
    }

    /// That no visit is on record, where none is.
    fn never(&self, pen: &mut Pen) {
        if self.row.never_inspected {
            pen.words("span", "tag", NEVER.get(self.locale));
        }
    }

    /// The day, or else the word for what stands in the way.
    fn repair(&self, pen: &mut Pen) {
        let (row, locale) = (&self.row, self.locale);
        let waits = [RepairStatus::ConditionsUnmet, RepairStatus::StopsAutomatically, RepairStatus::Barred];
        match row.repair_on {
            Some(on) if on <= self.table.as_of() => pen.text(NOW.get(locale)),
            Some(on) => pen.text(&day_text(on, locale)),
            None => {
                let state = waits.into_iter().find(|status| row.repair.statuses.contains(*status));
                let words = state.map_or(NOTHING.get(locale), |status| self.pack.word(status).get(locale));
                pen.words("span", "two-lines", words);
            }
        }
    }
}
