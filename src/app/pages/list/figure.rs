//! A table of numbers with a picture: a bar a row, so that picture and numbers are one. The bars are plain SVG with classes:
//! that prints sharply, keeps to the site's policy, which drops styles, weighs next to nothing, and leaves to who does not see
//! a table like any other.

use yew::prelude::*;

use crate::app::components::marked_words;
use crate::app::state::Model;
use crate::app::state::tasks::save_list;
use crate::app::text;
use crate::export::Cell;
use crate::facts::Term;
use crate::pack::{Locale, Pack, day_text};
use crate::worker::{Figure, FileForm, ListPart};

/// Tables with more columns than this are a list on a narrow screen, where each number stands behind its word.
const NARROW: usize = 3;

/// The length of the longest bar, in the units of the picture.
const LONGEST: u64 = 1000;

/// A part of a bar: the class of its colour, where it begins, and how long it is.
type Stretch = (&'static str, u64, u64);

/// What a table is given.
#[derive(Properties, PartialEq)]
pub struct FigureSectionProps {
    pub model: Model,
    pub locale: Locale,
    pub figure: Figure,
}

/// A table of numbers with its bars, and the ways to save it as a file.
#[component(FigureSection)]
pub fn figure_section(FigureSectionProps { model, locale, figure }: &FigureSectionProps) -> Html {
    let locale = *locale;
    let shown = figure.rows.len();
    let is_cut = figure.row_count > shown;
    let forms = [(FileForm::Csv, text::SAVE_FIGURE), (FileForm::Xlsx, text::SAVE_FIGURE_AS_WORKBOOK)];
    let buttons = forms.map(|(form, words)| {
        let (model, id) = (model.clone(), figure.id.clone());
        let onclick = move |_| save_list(&model, ListPart::Figure(id.clone()), form);
        html! { <button type="button" {onclick}>{ words.get(locale) }</button> }
    });
    html! {
        <section class="figure">
            <h2>{ &figure.title }</h2>
            // What may have to be scrolled is reached by the keyboard.
            <div class="scroll" tabindex="0" role="region" aria-label={figure.title.clone()}>
                { table(figure, &model.state().rules.in_use.pack, locale) }
            </div>
            if is_cut {
                <p class="quiet">
                    { text::FIRST_ROWS.fill(locale, &[&shown.to_string(), &figure.row_count.to_string()]) }
                </p>
            }
            { for buttons }
        </section>
    }
}

/// The columns whose numbers the bars of a table show side by side, each with the class of its colour.
fn colours(id: &str, pack: &Pack) -> Vec<(usize, &'static str)> {
    let fixed: &[(usize, &str)] = match id {
        "regions" | "sectors" | "forecast" | "moves" => {
            return pack.classes.iter().map(|entry| (entry.class.index() + 1, entry.tone.code())).collect();
        }
        "inspections" => &[(1, "plain"), (2, "red")],
        "rules" => &[(1, "plain"), (2, "faint")],
        "delays" => &[(1, "green"), (2, "red"), (5, "amber"), (6, "faint")],
        "gone" => &[],
        _ => &[(1, "plain")],
    };
    fixed.to_vec()
}

/// The colour of the bar of a row that has one of its own: each class has.
fn own_colour(id: &str, row: usize, pack: &Pack) -> Option<(usize, &'static str)> {
    pack.classes.get(row).map(|entry| (1, entry.tone.code())).filter(|_| id == "classes")
}

fn table(figure: &Figure, pack: &Pack, locale: Locale) -> Html {
    let colours = colours(&figure.id, pack);
    let keys = if colours.len() > 1 { colours.as_slice() } else { &[] };
    let sum = |row: &[Cell]| colours.iter().map(|(column, _)| number(row, *column)).sum::<u64>();
    let most = figure.rows.iter().map(|row| sum(row)).max().unwrap_or(0).max(1);
    let heads = figure.columns.iter().enumerate().map(|(column, name)| {
        // The key of the colour stands where its numbers do.
        let key = keys.iter().find(|(of, _)| *of == column);
        html! {
            <>
                <th scope="col" class={(column > 0).then_some("number")}>
                    { key.map_or_else(|| name.into(), |(_, colour)| keyed(colour, name)) }
                </th>
                // The head of the bars has no words: the numbers beside them have.
                if column == 0 {
                    <td></td>
                }
            </>
        }
    });
    let rows = figure.rows.iter().enumerate().map(|(index, row)| {
        let own = own_colour(&figure.id, index, pack);
        let colours = own.as_ref().map_or(colours.as_slice(), std::slice::from_ref);
        let cells = row.iter().enumerate().map(|(column, cell)| match column {
            0 => html! {
                <>
                    <th scope="row">{ words(cell, locale) }</th>
                    <td>{ bar(&stretches(row, colours, most), "bars") }</td>
                </>
            },
            _ => {
                let colour = keys.iter().find(|(of, _)| *of == column).map(|(_, colour)| *colour);
                let name = figure.columns.get(column).cloned();
                html! { <td class={classes!("number", colour)} data-name={name}>{ words(cell, locale) }</td> }
            }
        });
        html! { <tr>{ for cells }</tr> }
    });
    html! {
        <table class={(figure.columns.len() > NARROW).then_some("many")}>
            <thead><tr>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// The name of a column behind the key of its colour.
fn keyed(colour: &'static str, name: &str) -> Html {
    marked_words(html! { <span class={classes!("key", colour)} aria-hidden="true">{ "■" }</span> }, name)
}

fn number(row: &[Cell], column: usize) -> u64 {
    match row.get(column) {
        Some(Cell::Number(number)) => *number,
        _ => 0,
    }
}

/// The parts of the bar of a row, each as long as its number; `most` is what the longest bar of the table stands for.
fn stretches(row: &[Cell], colours: &[(usize, &'static str)], most: u64) -> Vec<Stretch> {
    let mut from = 0;
    let stretch = |(column, colour): &(usize, &'static str)| {
        let width = number(row, *column) * LONGEST / most;
        from += width;
        (*colour, from - width, width)
    };
    colours.iter().map(stretch).collect()
}

fn bar(stretches: &[Stretch], class: &'static str) -> Html {
    let drawn = stretches.iter().filter(|(_, _, width)| *width > 0);
    let rects = drawn.map(|(colour, from, width)| {
        html! { <rect class={*colour} x={from.to_string()} width={width.to_string()} height="16" /> }
    });
    html! {
        <svg {class} viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">{ for rects }</svg>
    }
}

fn words(cell: &Cell, locale: Locale) -> String {
    match cell {
        Cell::Nothing => text::NOTHING_THERE.get(locale).to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day_text(*day, locale),
        Cell::PerMille(share) => format!("{}.{}%", share / 10, share % 10),
    }
}
