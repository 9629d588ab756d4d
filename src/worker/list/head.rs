//! What stands above the rows: search, classes, lists of their own, filters, and how many there are.

use super::{NONE, Shown, View};
use crate::district::{MainReason, Mark, RepairState, Table};
use crate::export::{BY_HAND_TITLE, PART_ROWS, remark_title};
use crate::facts::{EnterpriseStatus, Sector, Term};
use crate::pack::{Class, FactKind, Locale, Pack, Phrase, RepairStatus, day_text, phrases};
use crate::worker::drawing::{Pen, badge};
use crate::worker::rules::Rules;

phrases! {
    SEARCH "按名称或代码查找" "Find by name or code"
    CLASS "信用类别" "Class"
    WITHHELD "不评估 {0}" "Not assessed {0}"
    WITHHELD_NARROWED "不评估" "not assessed"
    ALL_CLASSES "全部 {0}" "All {0}"
    FOUND "共 {0} 户；类别、检查和修复按 {1} 评估。" "{0} enterprises; class, inspection and repair as of {1}."
    NOTHING_FOUND "没有符合条件的企业。请换一个词，或者清除筛选。" "No enterprise fits. Try another word, or clear the filters."
    INTERNAL "评估结果是内部监管参考，不是信用评级，不对外公布。" "An internal reference for supervision: it is not a credit rating and is not published."
    LISTS "名单" "Lists"
    KEY_CASES "重点案件对象" "Key cases"
    REPAIR_NOW "现在可申请修复" "Repair possible now"
    FILTERS "筛选" "Filters"
    FILTERS_ON "筛选（{0}项）" "Filters ({0})"
    CLEAR "清除筛选" "Clear the filters"
    ANY "不限" "any"
    REGION "行政区划" "Region"
    SECTOR "监管领域" "Sector"
    REASON "理由" "Reason"
    INSPECTION "检查" "Inspection"
    REPAIR "信用修复" "Repair"
    STATUS "登记状态" "Status"
    MARK "需核对" "To be checked"
    NOT_KNOWN "不明" "not known"
    NO_REASON "没有理由（信用良好）" "no reason (good)"
    RISK_GRADE "行业风险等级提高类别" "raised by the sector's risk grade"
    OVERDUE "已逾期" "overdue"
    NEVER "无检查记录" "no visit on record"
    DUE_SOON "30日内到期" "due within 30 days"
    NOTHING_LEFT "已到期、本年上限已用完" "due, but the cap of the year is used up"
    LEAD "有未办结线索" "open leads"
    NONE_DUE "无须主动检查" "no visit asked for"
    NOW "现在可申请" "possible now"
    SOON "30日内可申请" "possible within 30 days"
    LACKS "还缺：{0}" "lacks: {0}"
    VIEW "显示" "Show"
    AS_LIST "名单" "The list"
    AS_FIGURES "统计" "Figures"
    AS_MOVES "比较" "Compare"
    EXPORT "导出名单" "Export the list"
    UTF8 "CSV（UTF-8）" "CSV (UTF-8)"
    GB18030 "CSV（GB18030）" "CSV (GB18030)"
    WORKBOOK "Excel（XLSX）" "Excel (XLSX)"
    WORKBOOK_PARTS "Excel 每{0}行一个文件。" "Excel: a file every {0} rows."
    NAMED "{0}：{1}" "{0}: {1}"
    ROWS_ON_SCREEN "只印出屏幕上附近的行；要全部名单，请导出。" "Only the rows about in sight are printed; export the list to have all of it."
    NOTHING_TO_REPAIR "没有处罚和列入记录" "no penalty or listing on record"
}

/// One choice among several: its name, its label, what is chosen, and the values with their words.
struct Choice {
    name: &'static str,
    label: Phrase,
    chosen: String,
    values: Vec<(String, String)>,
}

/// Draws it. `tally` is how many fit by class and how many of none, `count` how many of them are shown.
pub(in crate::worker) fn head(
    view: &View,
    tally: ([usize; 3], usize),
    count: usize,
    table: &Table,
    rules: &Rules,
    english: bool,
) -> Vec<String> {
    let (locale, pack) = (Locale::of(english), rules.pack());
    let mut pen = Pen::default();
    pen.element("div", |pen| {
        pen.set("class", "list-tools");
        search(pen, view, locale);
        classes(pen, view, tally, pack, locale);
        lists(pen, view, locale);
        views(pen, view, locale);
    });
    filters(&mut pen, view, table, pack, locale);
    printed(&mut pen, view, table, rules, locale);
    if view.shown != Shown::Moves || count > 0 {
        export(&mut pen, count, locale);
    }
    // What is compared counts differently, and says so itself.
    if view.shown != Shown::Moves {
        pen.element("p", |pen| {
            pen.set("class", "quiet");
            pen.set("role", "status");
            match count {
                0 => pen.text(NOTHING_FOUND.get(locale)),
                _ => pen.text(&FOUND.fill(locale, &[&count.to_string(), &day_text(table.as_of(), locale)])),
            }
        });
    }
    pen.words("p", "quiet", INTERNAL.get(locale));
    pen.0
}

/// What a reader of paper is told in the place of the controls.
fn printed(pen: &mut Pen, view: &View, table: &Table, rules: &Rules, locale: Locale) {
    let mut lines = narrowed(view, table, rules.pack(), locale);
    // The figures say so themselves, on the screen as well.
    if view.shown != Shown::Figures {
        lines.extend(rules.changed_lines(table.as_of(), locale));
    }
    let rows = (view.shown != Shown::Figures).then(|| ROWS_ON_SCREEN.get(locale).to_owned());
    // One element, however many lines: what stands beside it stays the same elements.
    pen.element("div", |pen| {
        pen.set("class", "on-paper");
        lines.iter().chain(&rows).for_each(|line| pen.words("p", "", line));
    });
}

fn search(pen: &mut Pen, view: &View, locale: Locale) {
    pen.element("div", |pen| {
        pen.set("class", "field");
        let shown = ("data-shown", view.filter.words.as_str());
        let kind = [("id", "search"), ("type", "search"), ("autocomplete", "off"), ("data-choice", "words"), shown];
        pen.field(SEARCH.get(locale), &kind);
    });
}

/// A button that chooses a value, or takes the choice back.
pub(super) fn choose(pen: &mut Pen, name: &str, value: &str, pressed: bool, inside: impl FnOnce(&mut Pen)) {
    pen.button(name, value, |pen| {
        pen.set("aria-pressed", if pressed { "true" } else { "false" });
        inside(pen);
    });
}

/// The classes, each with its number; the worst first.
fn classes(pen: &mut Pen, view: &View, (tally, withheld): ([usize; 3], usize), pack: &Pack, locale: Locale) {
    pen.element("div", |pen| {
        pen.set("class", "choices");
        pen.set("role", "group");
        pen.set("aria-label", CLASS.get(locale));
        let chosen = view.filter.classes;
        let all = (tally.iter().sum::<usize>() + withheld).to_string();
        choose(pen, "class", "", chosen.is_empty() && !view.filter.withheld, |pen| {
            pen.text(&ALL_CLASSES.fill(locale, &[&all]))
        });
        for class in Class::ALL.iter().rev() {
            choose(pen, "class", class.code(), chosen.contains(*class), |pen| {
                badge(pen, *class, pack.word(*class).get(locale));
                pen.text(&format!(" {}", tally[class.place()]));
            });
        }
        if withheld > 0 || view.filter.withheld {
            choose(pen, "class", NONE, view.filter.withheld, |pen| {
                pen.text(&WITHHELD.fill(locale, &[&withheld.to_string()]));
            });
        }
    });
}

/// The lists that have a purpose of their own.
fn lists(pen: &mut Pen, view: &View, locale: Locale) {
    let lists = [
        ("key_case", "yes", view.filter.key_case == Some(true), KEY_CASES),
        ("repair", "now", chosen_repair(view) == "now", REPAIR_NOW),
    ];
    pen.element("div", |pen| {
        pen.set("class", "lists");
        pen.set("role", "group");
        pen.set("aria-label", LISTS.get(locale));
        for (name, value, pressed, words) in lists {
            let next = if pressed { "" } else { value };
            choose(pen, name, next, pressed, |pen| pen.text(words.get(locale)));
        }
    });
}

/// The list, or the figures of the same enterprises.
fn views(pen: &mut Pen, view: &View, locale: Locale) {
    pen.element("div", |pen| {
        pen.set("class", "lists");
        pen.set("role", "group");
        pen.set("aria-label", VIEW.get(locale));
        let views =
            [("", Shown::Rows, AS_LIST), ("figures", Shown::Figures, AS_FIGURES), ("moves", Shown::Moves, AS_MOVES)];
        for (value, shown, words) in views {
            choose(pen, "view", value, view.shown == shown, |pen| pen.text(words.get(locale)));
        }
    });
}

/// What is shown as a file.
fn export(pen: &mut Pen, count: usize, locale: Locale) {
    pen.element("details", |pen| {
        pen.set("class", "export");
        pen.words("summary", "", EXPORT.get(locale));
        pen.element("div", |pen| {
            pen.set("class", "lists");
            for (form, words) in [("csv", UTF8), ("gb18030", GB18030), ("xlsx", WORKBOOK)] {
                pen.button("export", form, |pen| pen.text(words.get(locale)));
            }
        });
        if count > PART_ROWS {
            pen.words("p", "quiet", &WORKBOOK_PARTS.fill(locale, &[&PART_ROWS.to_string()]));
        }
    });
}

/// What is said of a list or of its figures, on files as well: what it is narrowed to, and which parameters are set
/// otherwise than in the rules.
pub(super) fn about(view: &View, table: &Table, rules: &Rules, locale: Locale) -> Vec<String> {
    let mut lines = narrowed(view, table, rules.pack(), locale);
    lines.extend(rules.changed_lines(table.as_of(), locale));
    lines
}

/// What the list is narrowed to, in words.
fn narrowed(view: &View, table: &Table, pack: &Pack, locale: Locale) -> Vec<String> {
    let named = |label: Phrase, words: &str| NAMED.fill(locale, &[label.get(locale), words]);
    let mut lines = Vec::new();
    let words = view.filter.words.trim();
    if !words.is_empty() {
        lines.push(named(SEARCH, words));
    }
    lines.extend(view.filter.classes.iter().map(|class| named(CLASS, pack.word(class).get(locale))));
    if view.filter.withheld {
        lines.push(named(CLASS, WITHHELD_NARROWED.get(locale)));
    }
    if view.filter.key_case == Some(true) {
        lines.push(KEY_CASES.get(locale).to_owned());
    }
    for choice in choices(view, table, pack, locale) {
        let chosen = choice.values.iter().find(|(value, _)| *value == choice.chosen);
        lines.extend(chosen.map(|(_, words)| named(choice.label, words)));
    }
    lines
}

fn filters(pen: &mut Pen, view: &View, table: &Table, pack: &Pack, locale: Locale) {
    let all = choices(view, table, pack, locale);
    let on = all.iter().filter(|choice| !choice.chosen.is_empty()).count();
    pen.element("details", |pen| {
        pen.set("class", "filters");
        match on {
            0 => pen.words("summary", "", FILTERS.get(locale)),
            _ => pen.words("summary", "", &FILTERS_ON.fill(locale, &[&on.to_string()])),
        }
        pen.element("div", |pen| {
            pen.set("class", "list-tools");
            all.iter().for_each(|choice| select(pen, choice, locale));
            pen.button("", "", |pen| pen.text(CLEAR.get(locale)));
        });
    });
}

fn select(pen: &mut Pen, choice: &Choice, locale: Locale) {
    let id = ["by-", choice.name].concat();
    pen.element("div", |pen| {
        pen.element("label", |pen| {
            pen.set("for", &id);
            pen.text(choice.label.get(locale));
        });
        pen.element("select", |pen| {
            pen.set("id", &id);
            pen.set("data-choice", choice.name);
            pen.set("data-shown", &choice.chosen);
            let any = (String::new(), ANY.get(locale).to_owned());
            for (value, words) in std::iter::once(&any).chain(&choice.values) {
                pen.keyed("option", value, |pen| {
                    pen.set("value", value);
                    pen.text(words);
                });
            }
        });
    });
}

fn choices(view: &View, table: &Table, pack: &Pack, locale: Locale) -> Vec<Choice> {
    let filter = &view.filter;
    let entry = |value: &str, words: &str| (value.to_owned(), words.to_owned());
    let fixed = |values: &[(&str, Phrase)]| -> Vec<(String, String)> {
        values.iter().map(|(value, words)| entry(value, words.get(locale))).collect()
    };
    let region = |region: &Option<String>| match region {
        Some(region) => entry(region, region),
        None => entry(NONE, NOT_KNOWN.get(locale)),
    };
    let regions: Vec<_> = table.regions().iter().map(region).collect();
    let chosen_region = filter.regions.first().and_then(|place| regions.get(*place));
    let mut sectors = terms::<Sector>(pack, locale);
    sectors.push(entry(NONE, NOT_KNOWN.get(locale)));
    let chosen_sector = if filter.without_sector { Some(NONE) } else { filter.sectors.iter().next().map(Term::code) };
    let mut reasons: Vec<_> = pack.rules.iter().map(|rule| entry(&rule.id, rule.title.get(locale))).collect();
    reasons.extend(fixed(&[(FactKind::RiskGrade.code(), RISK_GRADE), (NONE, NO_REASON)]));
    let chosen_reason = filter.reason.map(|reason| match reason {
        MainReason::Rule(place) => pack.rules.get(place).map_or("", |rule| &rule.id),
        MainReason::RiskGrade => FactKind::RiskGrade.code(),
        MainReason::Nothing => NONE,
    });
    let inspections =
        [("overdue", OVERDUE), ("never", NEVER), ("soon", DUE_SOON), ("nothing_left", NOTHING_LEFT), ("lead", LEAD)];
    let inspections = inspections.into_iter().chain([(NONE, NONE_DUE)]).collect::<Vec<_>>();
    let chosen_inspection = filter.inspection.map(|state| {
        use crate::district::InspectionState as State;
        match state {
            State::Overdue => "overdue",
            State::Never => "never",
            State::DueWithin(_) => "soon",
            State::NothingLeft => "nothing_left",
            State::Triggered => "lead",
            State::NoneDue => NONE,
        }
    });
    let repairs = [("now", NOW), ("soon", SOON), (NONE, NOTHING_TO_REPAIR)];
    let mut repairs = fixed(&repairs);
    let lacks = pack.conditions.iter().map(|it| {
        let words = LACKS.fill(locale, &[it.title.get(locale)]);
        (["lacks ", &it.id].concat(), words)
    });
    repairs.splice(2..2, lacks);
    let blocked = [RepairStatus::StopsAutomatically, RepairStatus::Barred, RepairStatus::NotModelled];
    let stands = blocked.map(|status| entry(status.code(), pack.word(status).get(locale)));
    repairs.splice(repairs.len() - 1..repairs.len() - 1, stands);
    let repair = match filter.repair {
        Some(RepairState::Lacks(place)) => {
            pack.conditions.get(place).map(|it| ["lacks ", &it.id].concat()).unwrap_or_default()
        }
        _ => chosen_repair(view).to_owned(),
    };
    let marks = Mark::ALL.map(|mark| entry(mark.code(), mark_title(mark).get(locale))).into();
    let of = |name, label, chosen: Option<&str>, values| Choice {
        name,
        label,
        chosen: chosen.unwrap_or_default().to_owned(),
        values,
    };
    vec![
        of("region", REGION, chosen_region.map(|(value, _)| value.as_str()), regions.clone()),
        of("sector", SECTOR, chosen_sector, sectors),
        of("reason", REASON, chosen_reason, reasons),
        of("inspection", INSPECTION, chosen_inspection, fixed(&inspections)),
        of("repair", REPAIR, Some(&repair), repairs),
        of("mark", MARK, filter.mark.map(Mark::code), marks),
        of("status", STATUS, filter.statuses.iter().next().map(Term::code), terms::<EnterpriseStatus>(pack, locale)),
    ]
}

/// What is to be looked at, in words.
pub(super) fn mark_title(mark: Mark) -> Phrase {
    match mark {
        Mark::Remark(kind) => remark_title(kind),
        Mark::ByHand => BY_HAND_TITLE,
    }
}

/// The words of a list, each with its code.
fn terms<T: Term>(pack: &Pack, locale: Locale) -> Vec<(String, String)> {
    T::ALL.iter().map(|term| (term.code().to_owned(), pack.word(*term).get(locale).to_owned())).collect()
}

/// The value of the choice of repair, but for a condition.
fn chosen_repair(view: &View) -> &'static str {
    match view.filter.repair {
        Some(RepairState::Now) => "now",
        Some(RepairState::Within(_)) => "soon",
        Some(RepairState::Stands(status)) => status.code(),
        Some(RepairState::Nothing) => NONE,
        Some(RepairState::Lacks(_)) | None => "",
    }
}
