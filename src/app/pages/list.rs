//! The enterprises that were found. Of however many, only the rows in sight are drawn; what stands above and below is
//! empty room of the same height.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::state::tasks::ask_rows;
use crate::app::state::{Action, District, Model, Route};
use crate::app::text::{self, Phrase};
use crate::app::use_model;
use crate::app::widgets::class_badge;
use crate::builtin;
use crate::facts::Term;
use crate::pack::{Class, day_text};
use crate::worker::{FoundRow, RowPage, RowQuery};

/// Rows are asked for in blocks of so many, so that scrolling a little asks for nothing new.
const BLOCK: usize = 50;
/// The height of a row until one is drawn and measured, in CSS pixels.
const ROW_PX: i32 = 56;

/// The page with the list of enterprises.
#[component(ListPage)]
pub fn list_page() -> Html {
    let model = use_model();
    let state = &model.state;
    let locale = state.locale;
    let District::Ready { made_up, .. } = &state.district else {
        return html! {
            <div class="sheet">
                <h1>{text::LIST_TITLE.get(locale)}</h1>
                <p>{text::LIST_NOTE.get(locale)}</p>
                <p><a href="#/">{text::TO_START.get(locale)}</a></p>
            </div>
        };
    };
    let search = {
        let model = model.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            model.list_scroll.set(0);
            model.state.dispatch(Action::Search(input.value()));
        })
    };
    html! {
        <div class="list-page">
            <div class="list-head">
                <h1>{text::LIST_TITLE.get(locale)}</h1>
                if *made_up {
                    <p class="notice">{text::MADE_UP_NOTE.get(locale)}</p>
                }
                <div class="list-tools">
                    <div class="field">
                        <label for="search">{text::SEARCH.get(locale)}</label>
                        <input id="search" type="search" autocomplete="off" value={state.words.clone()} oninput={search} />
                    </div>
                    { classes_to_choose(&model) }
                </div>
                <p class="quiet" role="status">{ found(&model) }</p>
            </div>
            <Rows key={format!("{}/{:?}", state.words, state.class)} />
        </div>
    }
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
fn classes_to_choose(model: &Model) -> Html {
    let (state, locale) = (&model.state, model.state.locale);
    let tally = state.rows.as_ref().map(|rows| rows.tally).unwrap_or_default();
    let choice = |class: Option<usize>, words: Html| {
        let model = model.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            model.list_scroll.set(0);
            model.state.dispatch(Action::Class(class));
        });
        let pressed = (state.class == class).to_string();
        html! { <button type="button" aria-pressed={pressed} {onclick}>{words}</button> }
    };
    let all = tally.iter().sum::<usize>().to_string();
    let classes = Class::ALL.iter().rev().map(|class| {
        let count = tally.get(class.place()).copied().unwrap_or(0);
        let words = html! { <>{class_badge(builtin::pack(), locale, *class)}{" "}{count}</> };
        choice(Some(class.place()), words)
    });
    html! {
        <div class="choices" role="group" aria-label={text::CLASS.get(locale)}>
            { choice(None, text::ALL_CLASSES.fill(locale, &[&all]).into()) }
            { for classes }
        </div>
    }
}

/// The rows in sight.
#[component(Rows)]
fn rows() -> Html {
    let model = use_model();
    let state = &model.state;
    let locale = state.locale;
    let sight = use_node_ref();
    let body = use_node_ref();
    let (above, below) = (use_node_ref(), use_node_ref());
    let row_px = use_state_eq(|| ROW_PX);
    let first = use_state_eq(|| usize::try_from(model.list_scroll.get() / ROW_PX).unwrap_or(0));

    let offset = (*first / BLOCK * BLOCK).saturating_sub(BLOCK);
    let query = RowQuery {
        as_of: state.as_of,
        words: state.words.clone(),
        class: state.class,
        offset,
        limit: 4 * BLOCK,
    };
    {
        let model = model.clone();
        use_effect_with(query, move |query| ask_rows(&model, query.clone()));
    }
    // Rows of another search are not shown as if they were of this one; those of another day stand until the new come.
    let of_this = |page: &&std::rc::Rc<RowPage>| page.query.words == state.words && page.query.class == state.class;
    let page = state.rows.as_ref().filter(of_this).cloned();
    let (count, start, shown) = page.as_ref().map_or((0, 0, 0), |page| (page.count, page.query.offset, page.rows.len()));
    {
        let (sight, body, row_px, scroll) = (sight.clone(), body.clone(), row_px.clone(), model.list_scroll.clone());
        let (above, below) = (above.clone(), below.clone());
        use_effect_with((count, start, shown, *row_px), move |(count, start, shown, px)| {
            set_height(&above, *start, *px);
            set_height(&below, count.saturating_sub(start + shown), *px);
            let row = body.cast::<HtmlElement>().and_then(|body| body.first_element_child());
            if let Some(height) = row.map(|row| row.client_height()).filter(|height| *height > 0) {
                row_px.set(height);
            }
            if let Some(sight) = sight.cast::<HtmlElement>()
                && sight.scroll_top() == 0
            {
                sight.set_scroll_top(scroll.get());
            }
        });
    }
    let onscroll = {
        let (sight, first, row_px, scroll) = (sight.clone(), first.clone(), *row_px, model.list_scroll.clone());
        Callback::from(move |_: Event| {
            if let Some(sight) = sight.cast::<HtmlElement>() {
                scroll.set(sight.scroll_top());
                first.set(usize::try_from(sight.scroll_top() / row_px.max(1)).unwrap_or(0));
            }
        })
    };
    let column = |name: Phrase, number: bool| {
        html! { <th scope="col" class={classes!(number.then_some("number"))}>{name.get(locale)}</th> }
    };
    let rows = page.iter().flat_map(|page| page.rows.iter().zip(page.query.offset..));
    html! {
        <div class="rows" ref={sight} {onscroll} tabindex="0" role="region" aria-label={text::LIST_TITLE.get(locale)}>
            <table aria-rowcount={(count + 1).to_string()}>
                <thead>
                    <tr aria-rowindex="1">
                        { column(text::CLASS, false) }
                        { column(text::COLUMN_NAME, false) }
                        { column(text::COLUMN_CODE, false) }
                        { column(text::COLUMN_PENALTIES, true) }
                        { column(text::COLUMN_LISTINGS, true) }
                        { column(text::COLUMN_OPEN_LEADS, true) }
                        { column(text::COLUMN_INSPECTIONS, true) }
                    </tr>
                </thead>
                <tbody aria-hidden="true" class="room"><tr ref={above}><td colspan="7"></td></tr></tbody>
                <tbody ref={body}>{ for rows.map(|(row, place)| row_of(&model, row, place)) }</tbody>
                <tbody aria-hidden="true" class="room"><tr ref={below}><td colspan="7"></td></tr></tbody>
            </table>
        </div>
    }
}

fn row_of(model: &Model, row: &FoundRow, place: usize) -> Html {
    let locale = model.state.locale;
    let class = Class::ALL.get(row.class).copied().unwrap_or(Class::Good);
    // On a narrow screen, where the heads of the columns are not shown, each number carries its own.
    let number = |name: Phrase, count: usize| html! { <td class="number" data-name={name.get(locale)}>{count}</td> };
    html! {
        <tr key={row.uscc.clone()} aria-rowindex={(place + 2).to_string()}>
            <td>{class_badge(builtin::pack(), locale, class)}</td>
            <td class="name">
                <a href={Route::Enterprise(row.uscc.clone()).hash()}>{&row.name}</a>
                if row.key_case {
                    {" "}<span class="tag strong">{text::KEY_CASE_FLAG.get(locale)}</span>
                }
                if !row.registered {
                    {" "}<span class="tag">{text::NOT_REGISTERED.get(locale)}</span>
                }
            </td>
            <td class="code">{&row.uscc}</td>
            { number(text::COLUMN_PENALTIES, row.penalties) }
            { number(text::COLUMN_LISTINGS, row.listings) }
            { number(text::COLUMN_OPEN_LEADS, row.open_leads) }
            { number(text::COLUMN_INSPECTIONS, row.inspections) }
        </tr>
    }
}

/// Gives the room above or below the rows drawn the height of the rows that it stands for. Set on the element: the
/// site's policy drops `style` attributes.
fn set_height(room: &NodeRef, rows: usize, row_px: i32) {
    if let Some(room) = room.cast::<HtmlElement>() {
        let height = i64::try_from(rows).unwrap_or(0) * i64::from(row_px);
        let _ = room.style().set_property("height", &format!("{height}px"));
    }
}
