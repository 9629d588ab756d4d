//! The figures of a district as pictures: in each table a bar a row, so that picture and numbers are one. The bars are
//! plain SVG with classes: that prints sharply, keeps to the site's policy, which drops styles, weighs next to nothing,
//! and leaves to who does not see a table like any other.

use super::View;
use crate::calendar::Calendar;
use crate::district::{District, Filter};
use crate::export::{Cell, FigureTable, figure_tables, outlook_tables};
use crate::facts::{Date, EnterpriseStatus};
use crate::pack::{Locale, Pack, day_text, phrases};
use crate::worker::drawing::Pen;
use crate::worker::rules::Rules;

phrases! {
    ACTIVE_ONLY "统计 {0} 户，不含已吊销、已注销的企业；在“筛选”中选择登记状态，可另行统计。" "{0} enterprises are counted, without revoked and deregistered ones; choose a status among the filters to count those."
    COUNTED "统计 {0} 户。" "{0} enterprises are counted."
    SAVE_TABLE "导出此表（CSV）" "Export this table (CSV)"
    SAVE_WORKBOOK "导出此表（XLSX）" "Export this table (XLSX)"
    FIRST_ROWS "只显示前 {0} 行，共 {1} 行；全部内容请导出。" "The first {0} of {1} rows; export the table to have all."
}

/// So many rows of a table are drawn; more are for a file.
const MOST_ROWS: usize = 200;

/// The columns whose numbers a picture draws side by side, each with the class of its bars.
fn bars(id: &str) -> &'static [(usize, &'static str)] {
    const CLASSES: &[(usize, &str)] = &[(1, "good"), (2, "general"), (3, "high_risk")];
    match id {
        "regions" | "sectors" | "forecast" | "moves" => CLASSES,
        "inspections" => &[(1, "plain"), (2, "high_risk")],
        "rules" => &[(1, "plain"), (2, "faint")],
        "delays" => &[(1, "good"), (2, "high_risk"), (5, "general"), (6, "faint")],
        "gone" => &[],
        _ => &[(1, "plain")],
    }
}

/// The filter of the figures: unless it asks for a status, of active enterprises alone.
pub(in crate::worker) fn of_active(filter: &Filter) -> Filter {
    let mut filter = filter.clone();
    if filter.statuses.is_empty() {
        filter.statuses.insert(EnterpriseStatus::Active);
    }
    filter
}

/// All tables of the enterprises that a view is narrowed to, and how many those are.
pub(in crate::worker) fn tables(
    view: &View,
    district: &mut District,
    (pack, calendar): (&Pack, &Calendar),
    english: bool,
) -> (Vec<FigureTable>, usize) {
    let locale = Locale::of(english);
    let filter = of_active(&view.filter);
    let figures = district.figures(&filter, pack).unwrap_or_default();
    let outlook = district.outlook(&filter, pack, calendar).unwrap_or_default();
    let mut tables = figure_tables(&figures, pack, locale);
    tables.extend(outlook_tables(&outlook, pack, locale));
    (tables, figures.count)
}

/// Draws them.
pub(in crate::worker) fn draw_figures(
    view: &View,
    tables: &[FigureTable],
    count: usize,
    rules: &Rules,
    (as_of, english): (Date, bool),
) -> Vec<String> {
    let locale = Locale::of(english);
    let mut pen = Pen::default();
    let counted = if view.filter.statuses.is_empty() { ACTIVE_ONLY } else { COUNTED };
    pen.words("p", "", &counted.fill(locale, &[&count.to_string()]));
    rules.changed_lines(as_of, locale).iter().for_each(|line| pen.words("p", "", line));
    draw_tables(&mut pen, tables, locale);
    pen.0
}

/// Draws tables one below the other, each with its pictures and its files.
pub(super) fn draw_tables(pen: &mut Pen, tables: &[FigureTable], locale: Locale) {
    for table in tables {
        pen.element("section", |pen| {
            pen.set("class", "figure");
            pen.words("h2", "", &table.title);
            pen.element("div", |pen| {
                // What may have to be scrolled is reached by the keyboard.
                for (name, value) in [("class", "scroll"), ("tabindex", "0"), ("role", "region")] {
                    pen.set(name, value);
                }
                pen.set("aria-label", &table.title);
                figure(pen, table, locale);
            });
            if table.rows.len() > MOST_ROWS {
                let counts = [MOST_ROWS, table.rows.len()].map(|count| count.to_string());
                pen.words("p", "quiet", &FIRST_ROWS.fill(locale, &counts.each_ref().map(String::as_str)));
            }
            for (form, words) in [("csv", SAVE_TABLE), ("xlsx", SAVE_WORKBOOK)] {
                pen.button("export", &[form, " ", table.id].concat(), |pen| pen.text(words.get(locale)));
            }
        });
    }
}

fn figure(pen: &mut Pen, table: &FigureTable, locale: Locale) {
    let bars = bars(table.id);
    let number = |row: &[Cell], place: usize| match row.get(place) {
        Some(Cell::Number(number)) => *number,
        _ => 0,
    };
    let sum = |row: &[Cell]| bars.iter().map(|(place, _)| number(row, *place)).sum::<u64>();
    let most = table.rows.iter().map(|row| sum(row)).max().unwrap_or(0).max(1);
    pen.element("table", |pen| {
        pen.element("thead", |pen| {
            pen.element("tr", |pen| {
                for (place, column) in table.columns.iter().enumerate() {
                    let key = bars.iter().find(|(of, _)| *of == place).map(|(_, class)| *class);
                    pen.element("th", |pen| {
                        pen.set("scope", "col");
                        if place > 0 {
                            pen.set("class", "number");
                        }
                        // The key of the colour stands where its numbers do.
                        if let Some(class) = key.filter(|_| bars.len() > 1) {
                            bar(pen, &[(class, 0, 1000)], "key");
                        }
                        pen.text(&column.name);
                    });
                    if place == 0 {
                        // The head of the bars has no words: the numbers beside them have.
                        pen.element("td", |_| {});
                    }
                }
            });
        });
        pen.element("tbody", |pen| {
            for row in table.rows.iter().take(MOST_ROWS) {
                pen.element("tr", |pen| {
                    for (place, cell) in row.iter().enumerate() {
                        pen.element(if place == 0 { "th" } else { "td" }, |pen| {
                            let (name, value) = if place == 0 { ("scope", "row") } else { ("class", "number") };
                            pen.set(name, value);
                            pen.text(&words(cell, locale));
                        });
                        if place == 0 {
                            pen.element("td", |pen| {
                                let mut from = 0;
                                let drawn: Vec<_> = bars
                                    .iter()
                                    .map(|(place, class)| {
                                        let width = number(row, *place) * 1000 / most;
                                        from += width;
                                        (*class, from - width, width)
                                    })
                                    .collect();
                                bar(pen, &drawn, "bars");
                            });
                        }
                    }
                });
            }
        });
    });
}

/// Stretches of a line of a thousand, each from where and how long.
fn bar(pen: &mut Pen, stretches: &[(&str, u64, u64)], class: &str) {
    pen.element("svg", |pen| {
        pen.set("class", class);
        pen.set("viewBox", "0 0 1000 16");
        pen.set("preserveAspectRatio", "none");
        pen.set("aria-hidden", "true");
        for (class, from, width) in stretches.iter().filter(|(_, _, width)| *width > 0) {
            pen.element("rect", |pen| {
                pen.set("class", class);
                pen.set("x", &from.to_string());
                pen.set("width", &width.to_string());
                pen.set("height", "16");
            });
        }
    });
}

fn words(cell: &Cell, locale: Locale) -> String {
    match cell {
        Cell::Nothing => "—".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day_text(*day, locale),
        Cell::PerMille(share) => format!("{}.{}%", share / 10, share % 10),
    }
}
