//! Who is of another class: as of another day, by the parameters as the rules have them, or since the files of another
//! month came. What is chosen, how many go where and why, and a row each.

use super::figures::draw_tables;
use super::head::choose;
use super::{Shown, View};
use std::collections::HashSet;

use crate::calendar::{add_months, subtract_months};
use crate::district::{ClassMove, Comparison, District, Earlier, MainReason, Table, compare, differing};
use crate::export::{FigureTable, MoveRows, later_in_words, later_tables, move_tables};
use crate::facts::{Date, Enterprise};
use crate::import::{Fault, cell};
use crate::pack::{Class, Locale, Pack, Phrase, day_text, phrases, withheld_text};
use crate::worker::drawing::{Pen, badge};
use crate::worker::rules::Rules;

phrases! {
    AGAINST "与哪一天比较" "Compare with which day"
    DAYS "常用日期" "Usual days"
    YEAR_BEFORE "一年前" "a year before"
    MONTH_BEFORE "一个月前" "a month before"
    MONTH_AFTER "一个月后" "a month after"
    YEAR_AFTER "一年后" "a year after"
    EARLIER_FILES "上期数据" "the files before"
    OWN_PARAMETERS "改动前的参数" "the parameters before the changes"
    NOTHING_CHOSEN "请填写或选择一天，看哪些企业在评估日与那一天之间变了类别。" "Enter or choose a day to see which enterprises change class between it and the as-of date."
    OR_PARAMETERS "也可以与改动前的参数比较。" "Or compare with the parameters before they were changed."
    UNCLEAR "看不出“{0}”是哪一天，请写成 2026-11-21 这样的日期。" "“{0}” is no date: write it like 2026-11-21."
    NOT_THERE "没有“{0}”这一天，请改正。" "There is no such day as “{0}”: correct it."
    OUT_OF_RANGE "日期应在1990年至2199年之间。" "The date must lie between 1990 and 2199."
    SAME_DAY "这就是评估日，请换一天。" "This is the as-of date itself: choose another day."
    BETWEEN "从 {0} 到 {1}，按同一规则和现有事实：" "From {0} to {1}, by the same rules and the facts at hand: "
    BY_PARAMETERS "评估日 {0}，从改动前的参数到现在的参数：" "As of {0}, from the parameters before the changes to those in use: "
    BY_FILES "评估日 {0}，从上期数据到新一期数据，新增的企业另计：" "As of {0}, from the files before to those of another month, new enterprises apart: "
    MOVED "{0} 户中有 {1} 户类别变化，其中加重 {2} 户、减轻 {3} 户。" "of {0} enterprises {1} change class, {2} for the worse and {3} for the better."
    NUMBERS "变化数量和理由" "Numbers and reasons"
    BEFORE "原类别" "Class before"
    AFTER "现类别" "Class after"
    NAME "企业名称" "Name"
    CODE "统一社会信用代码" "Credit code"
    WAY "变化" "Change"
    WORSE "加重" "worse"
    BETTER "减轻" "better"
    SAME "未变" "same"
    NEW "新增" "new"
    CHANGES "变化内容" "What has changed"
    BEGUN "新出现的理由" "Reasons that begin to hold"
    CEASED "不再适用的理由" "Reasons that cease to hold"
    RISK_GRADE "行业风险等级" "the sector's risk grade"
    NOTHING "—" "—"
}

/// What is chosen in the place of a day.
const PARAMETERS: &str = "parameters";
const EARLIER: &str = "earlier";

/// What the enterprises are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::worker) enum Against {
    /// The same rules as of another day.
    Day(Date),
    /// The same day by the rules before their parameters were changed.
    Parameters,
    /// The same day by the same rules, as the files before had them.
    Earlier,
}

impl Against {
    /// What a view asks for; `updated` when there are files before, which are what is looked at first.
    ///
    /// # Errors
    /// Why it is nothing that can be compared; `None` where nothing was chosen.
    pub(in crate::worker) fn of(
        view: &View,
        as_of: Date,
        rules: &Rules,
        updated: bool,
    ) -> Result<Self, Option<Phrase>> {
        if view.shown != Shown::Moves {
            return Err(None);
        }
        if view.against == EARLIER || (updated && view.against.is_empty()) {
            return if updated { Ok(Self::Earlier) } else { Err(None) };
        }
        if view.against == PARAMETERS {
            return if rules.is_changed() { Ok(Self::Parameters) } else { Err(None) };
        }
        match cell::date(&cell::filled(&view.against).ok_or(None)?) {
            Ok(day) if day == as_of => Err(Some(SAME_DAY)),
            Ok(day) => Ok(Self::Day(day)),
            Err(Fault::NoSuchDay) => Err(Some(NOT_THERE)),
            Err(Fault::DateOutOfRange) => Err(Some(OUT_OF_RANGE)),
            Err(_) => Err(Some(UNCLEAR)),
        }
    }

    /// The enterprises as this has them.
    pub(in crate::worker) fn table(
        self,
        (enterprises, earlier): (&[Enterprise], Option<&Earlier>),
        as_of: Date,
        rules: &Rules,
    ) -> Table {
        let (pack, day) = match (self, earlier) {
            (Self::Earlier, Some(earlier)) => return earlier.table(rules.pack(), rules.calendar(), as_of),
            (Self::Day(day), _) => (rules.pack(), day),
            (Self::Parameters, _) => (rules.base(), as_of),
            (Self::Earlier, None) => (rules.pack(), as_of),
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
    /// What was there before the files of another month, where that is what is compared with.
    earlier: Option<&'d Earlier>,
}

/// What a comparison found.
pub(in crate::worker) struct Compared {
    comparison: Comparison,
    /// Of the files of another month, everyone who is new or changed, those of another class first.
    touched: Option<Vec<ClassMove>>,
}

impl Compared {
    /// Whom there is a row for.
    pub(in crate::worker) fn rows(&self) -> &[ClassMove] {
        self.touched.as_deref().unwrap_or(&self.comparison.moves)
    }
}

impl<'d> Sides<'d> {
    pub(in crate::worker) fn of(
        against: Against,
        table: &'d Table,
        other: &'d Table,
        rules: &'d Rules,
        earlier: Option<&'d Earlier>,
    ) -> Self {
        let now = (table, rules.pack());
        let (before, after) = match against {
            Against::Day(day) if day > table.as_of() => (now, (other, rules.pack())),
            Against::Day(_) | Against::Earlier => ((other, rules.pack()), now),
            Against::Parameters => ((other, rules.base()), now),
        };
        Self { before, after, against, rules, earlier: earlier.filter(|_| against == Against::Earlier) }
    }

    /// Whether the files of another month lie between the two.
    pub(super) fn is_update(&self) -> bool {
        self.earlier.is_some()
    }

    /// Compares the enterprises at these places.
    pub(in crate::worker) fn compare(&self, places: &[u32]) -> Compared {
        let places = || places.iter().map(|place| *place as usize);
        let Some(earlier) = self.earlier else {
            return Compared { comparison: compare(self.before, self.after, places()), touched: None };
        };
        let differences = &earlier.differences;
        let is_new = |place: &usize| differences.is_new(*place);
        let comparison = compare(self.before, self.after, places().filter(|place| !is_new(place)));
        let moved: HashSet<usize> = comparison.moves.iter().map(|step| step.place).collect();
        let is_touched = |place: &usize| is_new(place) || differences.is_changed(*place) || moved.contains(place);
        let mut touched = differing(self.before, self.after, places().filter(is_touched));
        touched.sort_by_key(|step| match () {
            () if is_new(&step.place) => 2,
            () if step.from == step.to => 3,
            () => u8::from(!step.is_worse()),
        });
        Compared { comparison, touched: Some(touched) }
    }

    /// What is compared, in words.
    pub(super) fn words(&self, locale: Locale) -> String {
        let (from, to) = (day_text(self.before.0.as_of(), locale), day_text(self.after.0.as_of(), locale));
        match self.against {
            Against::Day(_) => BETWEEN.fill(locale, &[&from, &to]),
            Against::Parameters => BY_PARAMETERS.fill(locale, &[&to]),
            Against::Earlier => BY_FILES.fill(locale, &[&to]),
        }
    }

    /// The rows of a file.
    pub(super) fn rows(&self, district: &'d District, locale: Locale) -> MoveRows<'d> {
        let calendar = self.rules.calendar();
        let side = |(table, pack): (&'d Table, &'d Pack)| (table, pack, calendar);
        MoveRows::new(district, side(self.before), side(self.after), self.earlier, locale)
    }

    /// The numbers.
    pub(in crate::worker) fn tables(&self, compared: &Compared, english: bool) -> Vec<FigureTable> {
        let locale = Locale::of(english);
        let mut tables = move_tables(&compared.comparison, self.before.1, self.after.1, locale);
        if let Some(earlier) = self.earlier {
            let rules = (self.rules.pack(), self.rules.calendar());
            tables.extend(later_tables(earlier, rules, self.after.0.as_of(), locale));
        }
        tables
    }
}

/// How many go from one class to another, in words.
pub(super) fn moved(Compared { comparison, .. }: &Compared, locale: Locale) -> String {
    let all: usize = comparison.classes.iter().flatten().sum();
    let worse = comparison.moves.iter().filter(|step| step.is_worse()).count();
    let moves = comparison.moves.len();
    MOVED
        .fill(locale, &[all, moves, worse, moves - worse].map(|count| count.to_string()).each_ref().map(String::as_str))
}

/// Draws what can be chosen, or what is wrong with what was.
pub(in crate::worker) fn draw_against(
    view: &View,
    as_of: Date,
    rules: &Rules,
    updated: bool,
    english: bool,
) -> Vec<String> {
    let locale = Locale::of(english);
    let chosen = Against::of(view, as_of, rules, updated);
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
            let mut against = |value: &str, pressed: bool, words: Phrase| {
                choose(pen, "against", value, pressed, |pen| pen.text(words.get(locale)));
            };
            for (day, words) in days {
                against(&day.to_string(), chosen == Ok(Against::Day(day)), words);
            }
            if updated {
                against(EARLIER, chosen == Ok(Against::Earlier), EARLIER_FILES);
            }
            if rules.is_changed() {
                against(PARAMETERS, chosen == Ok(Against::Parameters), OWN_PARAMETERS);
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
        let typed = if [PARAMETERS, EARLIER].contains(&view.against.as_str()) { "" } else { &view.against };
        let kind = [("id", "against"), ("type", "text"), ("autocomplete", "off"), ("data-choice", "against")];
        let shown = [("data-shown", typed), ("aria-invalid", if fault.is_some() { "true" } else { "false" })];
        let told = fault.map(|_| ("aria-describedby", "against-fault"));
        pen.field(AGAINST.get(locale), &[&kind[..], &shown, told.as_slice()].concat());
        if let Some(fault) = fault {
            pen.element("p", |pen| {
                pen.set("id", "against-fault");
                pen.set("class", "field-fault");
                pen.text(&fault.fill(locale, &[view.against.trim()]));
            });
        }
    });
}

/// Draws how many go where, and why.
pub(in crate::worker) fn draw_numbers(sides: Sides, compared: &Compared, english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    pen.element("p", |pen| {
        pen.set("role", "status");
        pen.text(&[sides.words(locale), moved(compared, locale)].concat());
    });
    pen.element("details", |pen| {
        pen.words("summary", "", NUMBERS.get(locale));
        draw_tables(pen, &sides.tables(compared, english), locale);
    });
    pen.0
}

/// Draws the head of the rows.
pub(in crate::worker) fn moves_head(sides: Sides, english: bool) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    pen.element("tr", |pen| {
        let more = sides.is_update().then_some(CHANGES);
        for words in [BEFORE, AFTER, NAME, CODE, WAY, BEGUN, CEASED].into_iter().chain(more) {
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
    district: &District,
    sides: Sides,
    english: bool,
) -> Vec<String> {
    let locale = Locale::of(english);
    let (before, after) = (sides.before.1, sides.after.1);
    let mut pen = Pen::default();
    for (number, step) in (offset..).zip(moves) {
        let Some(enterprise) = district.enterprises().get(step.place) else { continue };
        pen.keyed("tr", &enterprise.uscc, |pen| {
            // Counted from 1, and the head is the first.
            pen.set("aria-rowindex", &(number + 2).to_string());
            let was = sides.earlier.and_then(|earlier| earlier.was(step.place));
            let is_new = sides.is_update() && was.is_none();
            // Of the files of another month also who is not assessed has a row.
            let class = |pen: &mut Pen, of: &Enterprise, (table, pack): (&Table, &Pack), class: Class| match of
                .withheld(table.as_of())
            {
                Some(withheld) => pen.words("span", "badge withheld", withheld_text(withheld, locale)),
                None => badge(pen, class, pack.word(class).get(locale)),
            };
            pen.element("td", |pen| match is_new {
                true => pen.words("span", "tag", NEW.get(locale)),
                false => class(pen, was.unwrap_or(enterprise), sides.before, step.from),
            });
            pen.element("td", |pen| class(pen, enterprise, sides.after, step.to));
            super::rows::name(pen, enterprise, |_| {});
            pen.words("td", "code", &enterprise.uscc);
            let way = match (is_new, step.from == step.to, step.is_worse()) {
                (true, ..) => NEW,
                (_, true, _) => SAME,
                (.., true) => WORSE,
                (.., false) => BETTER,
            };
            let changes = sides.earlier.map(|earlier| {
                let words = later_in_words(earlier, district, step.place, locale);
                (CHANGES, "day", if words.is_empty() { NOTHING.get(locale).to_owned() } else { words })
            });
            let cells = [
                // As short as a number, and never broken.
                (WAY, "number", way.get(locale).to_owned()),
                (BEGUN, "day", titles(&step.begun, after, locale)),
                (CEASED, "day", titles(&step.ceased, before, locale)),
            ];
            for (name, class, words) in cells.into_iter().chain(changes) {
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
