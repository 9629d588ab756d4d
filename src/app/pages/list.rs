//! The enterprises that were found. Of however many, only the rows in sight are drawn; what stands above and below is
//! empty room of the same height.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::html::onscroll;
use yew::prelude::*;

use super::way_to_start;
use crate::app::element::{El, el};
use crate::app::state::tasks::ask_rows;
use crate::app::state::{Action, District, Model, Route};
use crate::app::text::{self, Phrase};
use crate::app::use_model;
use crate::app::widgets::{class_badge, table_head};
use crate::facts::Term;
use crate::pack::{Class, day_text};
use crate::worker::{FoundRow, RowPage, RowQuery};

/// Rows are asked for in blocks of so many, so that scrolling a little asks for nothing new.
const BLOCK: usize = 50;
/// The height of a row until one is drawn and measured, in CSS pixels.
const ROW_PX: f64 = 56.0;

/// The page with the list of enterprises.
pub fn list_page(model: &Model) -> El {
    let state = &model.state;
    let locale = state.locale;
    let District::Ready { made_up, .. } = &state.district else {
        return el("div")
            .class("sheet")
            .with(el("h1").text(text::LIST_TITLE.get(locale)))
            .with(el("p").text(text::LIST_NOTE.get(locale)))
            .with(way_to_start(locale));
    };
    let search = {
        let model = model.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            model.list_scroll.set(0);
            model.state.dispatch(Action::Search(input.value()));
        })
    };
    // Yew writes the value of an input only when it differs from what stands there, so that typing is not disturbed.
    let input = html! {
        <input id="search" type="search" autocomplete="off" value={state.words.clone()} oninput={search} />
    };
    let field =
        el("div").class("field").with(el("label").set("for", "search").text(text::SEARCH.get(locale))).html(input);
    let made_up = made_up.then(|| el("p").class("notice").text(text::MADE_UP_NOTE.get(locale)));
    let head = el("div")
        .class("list-head")
        .with(el("h1").text(text::LIST_TITLE.get(locale)))
        .maybe(made_up)
        .with(el("div").class("list-tools").with(field).with(classes_to_choose(model)))
        .with(el("p").class("quiet").set("role", "status").text(&found(model)))
        .with(el("p").class("quiet").text(text::INTERNAL.get(locale)));
    let rows = html! { <Rows key={format!("{}/{}", state.words, state.class.unwrap_or(Class::ALL.len()))} /> };
    el("div").class("list-page").with(head).html(rows)
}

fn found(model: &Model) -> String {
    let (state, locale) = (&model.state, model.state.locale);
    match &state.rows {
        None => text::WORKING_OUT.get(locale).to_owned(),
        Some(rows) if rows.count == 0 => text::NOTHING_FOUND.get(locale).to_owned(),
        Some(rows) => text::FOUND.fill(locale, &[&rows.count.to_string(), &day_text(rows.query.as_of, locale)]),
    }
}

/// The classes as a choice, each with its count; the worst first, as in the list.
fn classes_to_choose(model: &Model) -> El {
    let (state, locale) = (&model.state, model.state.locale);
    let tally = state.rows.as_ref().map(|rows| rows.tally).unwrap_or_default();
    let choice = |class: Option<usize>| {
        let model = model.clone();
        let pressed = if state.class == class { "true" } else { "false" };
        let choose = move |_: MouseEvent| {
            model.list_scroll.set(0);
            model.state.dispatch(Action::Class(class));
        };
        el("button").set("type", "button").set("aria-pressed", pressed).press(choose)
    };
    let all = tally.iter().sum::<usize>().to_string();
    let classes = Class::ALL.iter().rev().map(|class| {
        let count = tally.get(class.place()).copied().unwrap_or(0);
        choice(Some(class.place()))
            .with(class_badge(&model.state.rules.pack, locale, *class))
            .text(&format!(" {count}"))
    });
    el("div")
        .class("choices")
        .set("role", "group")
        .set("aria-label", text::CLASS.get(locale))
        .with(choice(None).text(&text::ALL_CLASSES.fill(locale, &[&all])))
        .each(classes)
}

/// The rows in sight.
#[component(Rows)]
fn rows() -> Html {
    let model = use_model();
    let state = &model.state;
    let locale = state.locale;
    let sight = use_node_ref();
    let body = use_node_ref();
    let row_px = use_state_eq(|| ROW_PX);
    let first = use_state_eq(|| row_at(model.list_scroll.get(), ROW_PX));

    let offset = (*first / BLOCK * BLOCK).saturating_sub(BLOCK);
    let query =
        RowQuery { as_of: state.as_of, words: state.words.clone(), class: state.class, offset, limit: 4 * BLOCK };
    {
        let model = model.clone();
        // Other rules, other classes.
        use_effect_with((query, state.rules.clone()), move |(query, _)| ask_rows(&model, query.clone()));
    }
    // Rows of another search are not shown as if they were of this one; those of another day stand until the new come.
    let of_this = |page: &&Rc<RowPage>| page.query.words == state.words && page.query.class == state.class;
    let page = state.rows.as_ref().filter(of_this).cloned();
    let (count, start, shown) =
        page.as_ref().map_or((0, 0, 0), |page| (page.count, page.query.offset, page.rows.len()));
    {
        let (sight, body, row_px, scroll) = (sight.clone(), body.clone(), row_px.clone(), model.list_scroll.clone());
        use_effect_with((count, start, shown), move |_| {
            let row = body.cast::<HtmlElement>().and_then(|body| body.first_element_child());
            if let Some(height) = row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height > 1.0)
            {
                row_px.set(height);
            }
            if let Some(sight) = sight.cast::<HtmlElement>()
                && sight.scroll_top() == 0
            {
                sight.set_scroll_top(scroll.get());
            }
        });
    }
    let scrolled = {
        let (sight, first, row_px, scroll) = (sight.clone(), first.clone(), *row_px, model.list_scroll.clone());
        Callback::from(move |_: Event| {
            if let Some(sight) = sight.cast::<HtmlElement>() {
                scroll.set(sight.scroll_top());
                first.set(row_at(sight.scroll_top(), row_px));
            }
        })
    };
    let rows = page.iter().flat_map(|page| page.rows.iter().zip(page.query.offset..));
    let columns = [
        (text::CLASS, false),
        (text::COLUMN_NAME, false),
        (text::COLUMN_CODE, false),
        (text::COLUMN_PENALTIES, true),
        (text::COLUMN_LISTINGS, true),
        (text::COLUMN_OPEN_LEADS, true),
        (text::COLUMN_INSPECTIONS, true),
    ];
    // The height goes with the rows, as an attribute: set afterwards, the browser would scroll back in between, and a
    // `style` is dropped by the site's policy.
    let room = |rows: usize| {
        let height = (rows as f64 * *row_px) as i64;
        let cell = el("td").set("colspan", "7").put("height", &height.to_string());
        el("tbody").class("room").set("aria-hidden", "true").with(el("tr").with(cell))
    };
    let table = el("table")
        .put("aria-rowcount", &(count + 1).to_string())
        .with(table_head(locale, &columns))
        .with(room(start))
        .with(el("tbody").node(&body).each(rows.map(|(row, place)| row_of(&model, row, place))))
        .with(room(count.saturating_sub(start + shown)));
    el("div")
        .class("rows")
        .node(&sight)
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", text::LIST_TITLE.get(locale))
        .listen(Rc::new(onscroll::Wrapper::new(scrolled)))
        .with(table)
        .done()
        .into()
}

fn row_of(model: &Model, row: &FoundRow, place: usize) -> El {
    let locale = model.state.locale;
    let class = Class::ALL.get(row.class).copied().unwrap_or(Class::Good);
    let link = el("a").put("href", &Route::Enterprise(row.uscc.clone()).hash()).text(&row.name);
    let key_case = row.key_case.then(|| el("span").class("tag strong").text(text::KEY_CASE_FLAG.get(locale)));
    let unknown = (!row.registered).then(|| el("span").class("tag").text(text::NOT_REGISTERED.get(locale)));
    // On a narrow screen, where the heads of the columns are not shown, each number carries its own.
    let number = |name: Phrase, count: usize| {
        el("td").class("number").set("data-name", name.get(locale)).text(&count.to_string())
    };
    el("tr")
        .key(&row.uscc)
        .put("aria-rowindex", &(place + 2).to_string())
        .with(el("td").with(class_badge(&model.state.rules.pack, locale, class)).maybe(key_case))
        .with(el("td").class("name").with(link).maybe(unknown))
        .with(el("td").class("code").text(&row.uscc))
        .with(number(text::COLUMN_PENALTIES, row.penalties))
        .with(number(text::COLUMN_LISTINGS, row.listings))
        .with(number(text::COLUMN_OPEN_LEADS, row.open_leads))
        .with(number(text::COLUMN_INSPECTIONS, row.inspections))
}

/// The row that stands so many pixels below the first.
fn row_at(scroll_px: i32, row_px: f64) -> usize {
    // A share of whole pixels; below nothing is the first row.
    (f64::from(scroll_px) / row_px) as usize
}
