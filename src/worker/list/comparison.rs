//! Who is of another class: as of another day, by the parameters as the rules have them, or since the files of another
//! month came. What is compared with what, how many go where and why, and a row each.

use std::collections::HashSet;

use super::ResolvedView;
use super::figures::figure;
use super::rows::{class_cell, reason_title};
use crate::district::{self, ClassMove, District, Earlier, MainReason, Table, compare, differing};
use crate::export::{FigureTable, MoveRows, later_in_words, later_tables, move_tables};
use crate::facts::{Date, Enterprise};
use crate::import::{Fault, cell};
use crate::pack::{Class, Locale, Pack, day_text, phrases};
pub(in crate::worker) use crate::worker::messages::Against;
use crate::worker::messages::{self, AgainstChoice, AgainstFault, ClassCell, ComparedRow, Comparison, Shown, Way};
use crate::worker::rules::Rules;

phrases! {
    BETWEEN "从 {0} 到 {1}，按同一规则和现有事实：" "From {0} to {1}, by the same rules and the facts at hand: "
    BY_PARAMETERS "评估日 {0}，从改动前的数值到现在的数值：" "As of {0}, from the parameters before the changes to those in use: "
    BY_FILES "评估日 {0}，从上期数据到新一期数据，新增的企业另计：" "As of {0}, from the files before to those of another month, new enterprises apart: "
    LEFT_OUT "另有 {0} 户在前后两者中至少一处不评估（资料不全，或者评估日早于成立日期），没有计入。" " Not counted: {0} more, which are not assessed on one side at least (incomplete, or not yet registered)."
    MOVED "{0} 户中有 {1} 户类别变化，其中加重 {2} 户、减轻 {3} 户。" "of {0} enterprises {1} change class, {2} for the worse and {3} for the better."
}

impl Against {
    /// What a view asks for; `updated` when there are files before, which are what is looked at first.
    ///
    /// # Errors
    /// Why it is nothing that can be compared; `None` where nothing was chosen.
    pub(in crate::worker) fn of(
        view: &ResolvedView,
        as_of: Date,
        rules: &Rules,
        updated: bool,
    ) -> Result<Self, Option<AgainstFault>> {
        if view.asked.shown != Shown::Comparison {
            return Err(None);
        }
        let day = match &view.asked.against {
            AgainstChoice::Unchosen | AgainstChoice::Earlier if updated => return Ok(Self::Earlier),
            AgainstChoice::Parameters if rules.is_changed() => return Ok(Self::Parameters),
            AgainstChoice::Unchosen | AgainstChoice::Earlier | AgainstChoice::Parameters => return Err(None),
            AgainstChoice::Day(day) => *day,
            AgainstChoice::Written(text) => read_day(text)?,
        };
        if day == as_of { Err(Some(AgainstFault::SameDay)) } else { Ok(Self::Day(day)) }
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

/// The day that was written.
fn read_day(text: &str) -> Result<Date, Option<AgainstFault>> {
    let text = cell::filled(text).ok_or(None)?;
    cell::date(&text).map_err(|fault| {
        Some(match fault {
            Fault::NoSuchDay => AgainstFault::NoSuchDay,
            Fault::DateOutOfRange => AgainstFault::OutOfRange,
            _ => AgainstFault::Unclear,
        })
    })
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
    comparison: district::Comparison,
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

    /// Compares the enterprises at these indices.
    pub(in crate::worker) fn compare(&self, indices: &[u32]) -> Compared {
        let indices = || indices.iter().map(|index| *index as usize);
        let Some(earlier) = self.earlier else {
            return Compared { comparison: compare(self.before, self.after, indices()), touched: None };
        };
        let differences = &earlier.differences;
        let is_new = |index: &usize| differences.is_new(*index);
        let comparison = compare(self.before, self.after, indices().filter(|index| !is_new(index)));
        let moved: HashSet<usize> = comparison.moves.iter().map(|step| step.index).collect();
        let is_touched = |index: &usize| is_new(index) || differences.is_changed(*index) || moved.contains(index);
        let mut touched = differing(self.before, self.after, indices().filter(is_touched));
        touched.sort_by_key(|step| match () {
            () if is_new(&step.index) => 2,
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
    pub(in crate::worker) fn tables(&self, compared: &Compared, locale: Locale) -> Vec<FigureTable> {
        let mut tables = move_tables(&compared.comparison, self.before.1, self.after.1, locale);
        if let Some(earlier) = self.earlier {
            let rules = (self.rules.pack(), self.rules.calendar());
            tables.extend(later_tables(earlier, rules, self.after.0.as_of(), locale));
        }
        tables
    }
}

/// What was compared, and how many go which way, in words.
pub(super) fn summary(sides: Sides, Compared { comparison, .. }: &Compared, locale: Locale) -> String {
    let all: usize = comparison.classes.iter().flatten().sum();
    let worse = comparison.moves.iter().filter(|step| step.is_worse()).count();
    let moves = comparison.moves.len();
    let counts = [all, moves, worse, moves - worse].map(|count| count.to_string());
    let left_out = match comparison.left_out {
        0 => String::new(),
        count => LEFT_OUT.fill(locale, &[&count.to_string()]),
    };
    [sides.words(locale), MOVED.fill(locale, &counts.each_ref().map(String::as_str)), left_out].concat()
}

/// Tells what is compared and what was found, with these rows.
pub(in crate::worker) fn tell_comparison(
    view: &ResolvedView,
    as_of: Date,
    (rules, has_earlier): (&Rules, bool),
    found: Option<(Sides, &Compared, Vec<ComparedRow>)>,
    locale: Locale,
) -> Comparison {
    let chosen = Against::of(view, as_of, rules, has_earlier);
    Comparison {
        against: chosen.ok(),
        fault: chosen.err().flatten(),
        parameters_changed: rules.is_changed(),
        has_earlier,
        compared: found.map(|(sides, compared, rows)| messages::Compared {
            summary: summary(sides, compared, locale),
            tables: sides.tables(compared, locale).into_iter().map(figure).collect(),
            is_update: sides.is_update(),
            rows,
        }),
    }
}

/// The rows of these moves.
pub(in crate::worker) fn compared_rows(
    moves: &[ClassMove],
    district: &District,
    sides: Sides,
    locale: Locale,
) -> Vec<ComparedRow> {
    moves.iter().filter_map(|step| compared_row(step, district, sides, locale)).collect()
}

fn compared_row(step: &ClassMove, district: &District, sides: Sides, locale: Locale) -> Option<ComparedRow> {
    let enterprise = district.enterprises().get(step.index)?;
    let (before, after) = (sides.before.1, sides.after.1);
    let was = sides.earlier.and_then(|earlier| earlier.was(step.index));
    let is_new = sides.is_update() && was.is_none();
    // Of the files of another month also who is not assessed has a row.
    let class = |of: &Enterprise, (table, pack): (&Table, &Pack), class: Class| -> ClassCell {
        class_cell(of.withheld(table.as_of()), class, pack, locale)
    };
    let changes = sides.earlier.map(|earlier| later_in_words(earlier, district, step.index, locale));
    Some(ComparedRow {
        uscc: enterprise.uscc.clone(),
        name: enterprise.name.clone(),
        before: (!is_new).then(|| class(was.unwrap_or(enterprise), sides.before, step.from)),
        after: class(enterprise, sides.after, step.to),
        way: match (is_new, step.way.is_eq(), step.is_worse()) {
            (true, ..) => Way::New,
            (_, true, _) => Way::Same,
            (.., true) => Way::Worse,
            (.., false) => Way::Better,
        },
        begun: titles(&step.begun, after, locale),
        ceased: titles(&step.ceased, before, locale),
        changes: changes.filter(|words| !words.is_empty()),
    })
}

/// The titles of some reasons; `None` where there are none.
fn titles(reasons: &[MainReason], pack: &Pack, locale: Locale) -> Option<String> {
    let titles: Vec<&str> = reasons.iter().filter_map(|reason| reason_title(*reason, pack, locale)).collect();
    (!titles.is_empty()).then(|| titles.join(pack.list_separator.get(locale)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::facts::CourtListing;
    use crate::import::Import;
    use crate::worker::messages::ListView;
    use crate::worker::rules::RulesRequest;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn view(against: AgainstChoice) -> ResolvedView {
        let asked = ListView { shown: Shown::Comparison, against, ..ListView::default() };
        ResolvedView { asked, ..ResolvedView::default() }
    }

    fn chosen(against: AgainstChoice, rules: &Rules, updated: bool) -> Result<Against, Option<AgainstFault>> {
        Against::of(&view(against), day("2026-11-21"), rules, updated)
    }

    #[test]
    fn what_was_written_is_a_day_or_told_to_be_none() {
        let rules = Rules::default();
        let written = |text: &str| chosen(AgainstChoice::Written(text.to_owned()), &rules, false);
        assert_eq!(written("2026年9月21日"), Ok(Against::Day(day("2026-09-21"))));
        assert_eq!(written("  "), Err(None));
        for (text, fault) in [
            ("去年", AgainstFault::Unclear),
            ("2026-02-30", AgainstFault::NoSuchDay),
            ("1890-01-01", AgainstFault::OutOfRange),
            ("2026-11-21", AgainstFault::SameDay),
        ] {
            assert_eq!(written(text), Err(Some(fault)), "{text}");
        }
    }

    #[test]
    fn files_before_and_parameters_before_are_compared_with_only_where_there_are_any() {
        let mut rules = Rules::default();
        assert_eq!(chosen(AgainstChoice::Unchosen, &rules, false), Err(None));
        assert_eq!(chosen(AgainstChoice::Unchosen, &rules, true), Ok(Against::Earlier));
        assert_eq!(chosen(AgainstChoice::Earlier, &rules, false), Err(None));
        assert_eq!(chosen(AgainstChoice::Parameters, &rules, true), Err(None));
        let parameters = r#"{"ten_penalties.count": "8"}"#.to_owned();
        rules.change(&RulesRequest { parameters, ..RulesRequest::default() });
        assert_eq!(chosen(AgainstChoice::Parameters, &rules, false), Ok(Against::Parameters));
        let rows = ResolvedView::default();
        assert_eq!(Against::of(&rows, day("2026-11-21"), &rules, true), Err(None), "nothing is compared in the list");
    }

    #[test]
    fn who_moves_is_told_with_both_classes_the_way_and_the_reasons() {
        let firm = |uscc: &str, listed_on: &str, removed_on: Option<&str>| Enterprise {
            uscc: uscc.to_owned(),
            name: "甲".to_owned(),
            court_listings: vec![CourtListing { listed_on: day(listed_on), removed_on: removed_on.map(day) }],
            ..Enterprise::default()
        };
        let enterprises = vec![
            firm("A", "2026-10-08", None),
            firm("B", "2024-03-05", Some("2026-11-02")),
            firm("C", "2024-03-05", None),
        ];
        let mut district = District::new(Import { registered: 3, enterprises, ..Import::default() });
        district.classify(builtin::pack(), builtin::calendar(), day("2026-11-21"));
        let (rules, table) = (Rules::default(), district.table().unwrap());
        let against = Against::Day(day("2026-09-21"));
        let other = against.table((district.enterprises(), None), table.as_of(), &rules);
        let sides = Sides::of(against, table, &other, &rules, None);
        let compared = sides.compare(&[0, 1, 2]);
        let rows = compared_rows(compared.rows(), &district, sides, Locale::Zh);
        let told = tell_comparison(
            &view(AgainstChoice::Unchosen),
            table.as_of(),
            (&rules, false),
            Some((sides, &compared, rows)),
            Locale::Zh,
        );
        let told = told.compared.unwrap();
        assert_eq!(
            told.summary,
            "从 2026年9月21日 到 2026年11月21日，按同一规则和现有事实：3 户中有 2 户类别变化，其中加重 1 户、减轻 1 户。"
        );
        let court = Some(builtin::pack().rule("court_list").unwrap().title.zh.clone());
        let class = |class: Class| class_cell(None, class, builtin::pack(), Locale::Zh);
        let row =
            |uscc: &str, from: Class, to: Class, way, begun: &Option<String>, ceased: &Option<String>| ComparedRow {
                uscc: uscc.to_owned(),
                name: "甲".to_owned(),
                before: Some(class(from)),
                after: class(to),
                way,
                begun: begun.clone(),
                ceased: ceased.clone(),
                changes: None,
            };
        let [good, high] = ["good", "high_risk"].map(|id| builtin::pack().class_with_id(id).unwrap().class);
        let expected =
            [row("A", good, high, Way::Worse, &court, &None), row("B", high, good, Way::Better, &None, &court)];
        assert_eq!(told.rows, expected);
        assert_eq!(told.tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>(), ["moves", "rules"]);
        assert!(!told.is_update);
    }
}
