//! Who is of another class: as of another day, or by the parameters as the rules have them. What is chosen, how many go
//! where and why, and a row each.

use super::figures::draw_tables;
use super::{Shown, View};
use crate::calendar::{add_months, subtract_months};
use crate::district::{ClassMove, Comparison, MainReason, Table};
use crate::export::{FigureTable, MoveRows, move_tables};
use crate::facts::{Date, Enterprise};
use crate::import::{Fault, filled, read_day};
use crate::pack::{Locale, Pack, Phrase, day_text, phrases};
use crate::worker::drawing::{Pen, badge};
use crate::worker::rules::Rules;

phrases! {
    AGAINST "与哪一天比较" "Compare with which day"
    DAYS "常用日期" "Usual days"
    YEAR_BEFORE "一年前" "a year before"
    MONTH_BEFORE "一个月前" "a month before"
    MONTH_AFTER "一个月后" "a month after"
    YEAR_AFTER "一年后" "a year after"
    OWN_PARAMETERS "改动前的参数" "the parameters before the changes"
    NOTHING_CHOSEN "请填写或选择一天，看哪些企业在评估日与那一天之间变了类别。" "Enter or choose a day to see which enterprises change class between it and the as-of date."
    OR_PARAMETERS "也可以与改动前的参数比较。" "Or compare with the parameters before they were changed."
    UNCLEAR "看不出“{0}”是哪一天，请写成 2026-11-21 这样的日期。" "“{0}” is no date: write it like 2026-11-21."
    NOT_THERE "没有“{0}”这一天，请改正。" "There is no such day as “{0}”: correct it."
    OUT_OF_RANGE "日期应在1990年至2199年之间。" "The date must lie between 1990 and 2199."
    SAME_DAY "这就是评估日，请换一天。" "This is the as-of date itself: choose another day."
    BETWEEN "从 {0} 到 {1}，按同一规则和现有事实：" "From {0} to {1}, by the same rules and the facts at hand: "
    BY_PARAMETERS "评估日 {0}，从改动前的参数到现在的参数：" "As of {0}, from the parameters before the changes to those in use: "
    MOVED "{0} 户中有 {1} 户类别变化，其中加重 {2} 户、减轻 {3} 户。" "of {0} enterprises {1} change class, {2} for the worse and {3} for the better."
    NUMBERS "变化数量和理由" "Numbers and reasons"
    BEFORE "原类别" "Class before"
    AFTER "现类别" "Class after"
    NAME "企业名称" "Name"
    CODE "统一社会信用代码" "Credit code"
    WAY "变化" "Change"
    WORSE "加重" "worse"
    BETTER "减轻" "better"
    BEGUN "新出现的理由" "Reasons that begin to hold"
    CEASED "不再适用的理由" "Reasons that cease to hold"
    RISK_GRADE "行业风险等级" "the sector's risk grade"
    NOTHING "—" "—"
}

/// What is chosen in the place of a day.
const PARAMETERS: &str = "parameters";

/// What the enterprises are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::worker) enum Against {
    /// The same rules as of another day.
    Day(Date),
    /// The same day by the rules before their parameters were changed.
    Parameters,
}

impl Against {
    /// What a view asks for.
    ///
    /// # Errors
    /// Why it is nothing that can be compared; `None` where nothing was chosen.
    pub(in crate::worker) fn of(view: &View, as_of: Date, rules: &Rules) -> Result<Self, Option<Phrase>> {
        if view.shown != Shown::Moves {
            return Err(None);
        }
        if view.against == PARAMETERS {
            return if rules.is_changed() { Ok(Self::Parameters) } else { Err(None) };
        }
        match read_day(filled(&view.against).ok_or(None)?) {
            Ok(day) if day == as_of => Err(Some(SAME_DAY)),
            Ok(day) => Ok(Self::Day(day)),
            Err(Fault::NoSuchDay) => Err(Some(NOT_THERE)),
            Err(Fault::DateOutOfRange) => Err(Some(OUT_OF_RANGE)),
            Err(_) => Err(Some(UNCLEAR)),
        }
    }

    /// The enterprises as this has them.
    pub(in crate::worker) fn table(self, enterprises: &[Enterprise], as_of: Date, rules: &Rules) -> Table {
        let (pack, day) = match self {
            Self::Day(day) => (rules.pack(), day),
            Self::Parameters => (rules.base(), as_of),
        };
        Table::new(enterprises, pack, rules.calendar(), day)
    }
}

/// The two tables that are compared, in the order of time, each with the rules by which it was worked out.
#[derive(Clone, Copy)]
pub(in crate::worker) struct Sides<'d> {
    pub(in crate::worker) before: (&'d Table, &'d Pack),
    pub(in crate::worker) after: (&'d Table, &'d Pack),
    against: Against,
    rules: &'d Rules,
}

impl<'d> Sides<'d> {
    pub(in crate::worker) fn of(against: Against, table: &'d Table, other: &'d Table, rules: &'d Rules) -> Self {
        let now = (table, rules.pack());
        let (before, after) = match against {
            Against::Day(day) if day > table.as_of() => (now, (other, rules.pack())),
            Against::Day(_) => ((other, rules.pack()), now),
            Against::Parameters => ((other, rules.base()), now),
        };
        Self { before, after, against, rules }
    }

    /// What is compared, in words.
    pub(super) fn words(&self, locale: Locale) -> String {
        let (from, to) = (day_text(self.before.0.as_of(), locale), day_text(self.after.0.as_of(), locale));
        match self.against {
            Against::Day(_) => BETWEEN.fill(locale, &[&from, &to]),
            Against::Parameters => BY_PARAMETERS.fill(locale, &[&to]),
        }
    }

    /// The rows of a file.
    pub(super) fn rows(&self, enterprises: &'d [Enterprise], locale: Locale) -> MoveRows<'d> {
        let calendar = self.rules.calendar();
        let side = |(table, pack): (&'d Table, &'d Pack)| (table, pack, calendar);
        MoveRows::new(enterprises, side(self.before), side(self.after), locale)
    }

    /// The numbers.
    pub(in crate::worker) fn tables(&self, comparison: &Comparison, english: bool) -> Vec<FigureTable> {
        move_tables(comparison, self.before.1, self.after.1, Locale::of(english))
    }
}

/// How many go from one class to another, in words.
pub(super) fn moved(comparison: &Comparison, locale: Locale) -> String {
    let all: usize = comparison.classes.iter().flatten().sum();
    let worse = comparison.moves.iter().filter(|step| step.is_worse()).count();
    let moves = comparison.moves.len();
    MOVED
        .fill(locale, &[all, moves, worse, moves - worse].map(|count| count.to_string()).each_ref().map(String::as_str))
}

/// Draws what can be chosen, or what is wrong with what was.
pub(in crate::worker) fn draw_against(view: &View, as_of: Date, rules: &Rules, english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let chosen = Against::of(view, as_of, rules);
    let mut pen = Pen::default();
    pen.element("div", |pen| {
        pen.set("class", "list-tools");
        field(pen, view, chosen, locale);
        pen.element("div", |pen| {
            pen.set("class", "lists");
            pen.set("role", "group");
            pen.set("aria-label", DAYS.get(locale));
            let days = [
                (subtract_months(as_of, 12), YEAR_BEFORE),
                (subtract_months(as_of, 1), MONTH_BEFORE),
                (add_months(as_of, 1), MONTH_AFTER),
                (add_months(as_of, 12), YEAR_AFTER),
            ];
            for (day, words) in days {
                against(pen, &day.to_string(), chosen == Ok(Against::Day(day)), words.get(locale));
            }
            if rules.is_changed() {
                against(pen, PARAMETERS, chosen == Ok(Against::Parameters), OWN_PARAMETERS.get(locale));
            }
        });
    });
    if chosen == Err(None) {
        pen.words("p", "", NOTHING_CHOSEN.get(locale));
        if rules.is_changed() {
            pen.words("p", "", OR_PARAMETERS.get(locale));
        }
    }
    pen.0
}

fn field(pen: &mut Pen, view: &View, chosen: Result<Against, Option<Phrase>>, locale: Locale) {
    let fault = chosen.err().flatten();
    pen.element("div", |pen| {
        pen.set("class", "field");
        pen.element("label", |pen| {
            pen.set("for", "against");
            pen.text(AGAINST.get(locale));
        });
        pen.element("input", |pen| {
            let fixed = [("id", "against"), ("type", "text"), ("autocomplete", "off"), ("data-choice", "against")];
            fixed.into_iter().for_each(|(name, value)| pen.set(name, value));
            pen.set("data-shown", if view.against == PARAMETERS { "" } else { &view.against });
            pen.set("aria-invalid", if fault.is_some() { "true" } else { "false" });
            if fault.is_some() {
                pen.set("aria-describedby", "against-fault");
            }
        });
        if let Some(fault) = fault {
            pen.element("p", |pen| {
                pen.set("id", "against-fault");
                pen.set("class", "field-fault");
                pen.text(&fault.fill(locale, &[view.against.trim()]));
            });
        }
    });
}

fn against(pen: &mut Pen, value: &str, pressed: bool, words: &str) {
    pen.element("button", |pen| {
        pen.set("type", "button");
        pen.set("data-choice", "against");
        pen.set("data-value", value);
        pen.set("aria-pressed", if pressed { "true" } else { "false" });
        pen.text(words);
    });
}

/// Draws how many go where, and why.
pub(in crate::worker) fn draw_numbers(sides: Sides, comparison: &Comparison, english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    pen.element("p", |pen| {
        pen.set("role", "status");
        pen.text(&[sides.words(locale), moved(comparison, locale)].concat());
    });
    pen.element("details", |pen| {
        pen.words("summary", "", NUMBERS.get(locale));
        draw_tables(pen, &sides.tables(comparison, english), locale);
    });
    pen.0
}

/// Draws the head of the rows.
pub(in crate::worker) fn moves_head(english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    pen.element("tr", |pen| {
        for words in [BEFORE, AFTER, NAME, CODE, WAY, BEGUN, CEASED] {
            pen.element("th", |pen| {
                pen.set("scope", "col");
                if words == WAY {
                    pen.set("class", "number");
                }
                pen.text(words.get(locale));
            });
        }
    });
    pen.0
}

/// Draws these moves, the first of which is the one numbered `offset` of all.
pub(in crate::worker) fn draw_moves(
    moves: &[ClassMove],
    offset: usize,
    enterprises: &[Enterprise],
    sides: Sides,
    english: bool,
) -> Vec<String> {
    let locale = Locale::of(english);
    let (before, after) = (sides.before.1, sides.after.1);
    let mut pen = Pen::default();
    for (number, step) in (offset..).zip(moves) {
        let Some(enterprise) = enterprises.get(step.place) else { continue };
        pen.keyed("tr", &enterprise.uscc, |pen| {
            // Counted from 1, and the head is the first.
            pen.set("aria-rowindex", &(number + 2).to_string());
            pen.element("td", |pen| badge(pen, step.from, before.word(step.from).get(locale)));
            pen.element("td", |pen| badge(pen, step.to, after.word(step.to).get(locale)));
            super::rows::name(pen, enterprise, |_| {});
            pen.words("td", "code", &enterprise.uscc);
            let way = if step.is_worse() { WORSE } else { BETTER };
            for (name, class, words) in [
                // As short as a number, and never broken.
                (WAY, "number", way.get(locale).to_owned()),
                (BEGUN, "day", titles(&step.begun, after, locale)),
                (CEASED, "day", titles(&step.ceased, before, locale)),
            ] {
                pen.element("td", |pen| {
                    pen.set("class", class);
                    pen.set("data-name", name.get(locale));
                    pen.words("span", "two-lines", &words);
                });
            }
        });
    }
    pen.0
}

/// The titles of some reasons.
fn titles(reasons: &[MainReason], pack: &Pack, locale: Locale) -> String {
    let title = |reason: &MainReason| match reason {
        MainReason::Rule(place) => pack.rules.get(*place).map(|rule| rule.title.get(locale)),
        MainReason::RiskGrade => Some(RISK_GRADE.get(locale)),
        MainReason::Nothing => None,
    };
    let titles: Vec<&str> = reasons.iter().filter_map(title).collect();
    if titles.is_empty() { NOTHING.get(locale).to_owned() } else { titles.join(pack.list_separator.get(locale)) }
}
