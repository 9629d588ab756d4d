//! The rows of the list. Of however many, only those in sight are there; what stands above and below is empty room of the
//! same height.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::columns::{compared_heads, list_columns};
use super::compared_row::ComparedRowView;
use super::row::RowView;
use crate::app::listener::Listener;
use crate::app::state::tasks::request_list;
use crate::app::state::{Action, DistrictAction, ListChange, Model, Rules, ShownColumns};
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ListAnswer, ListBody, ListRequest};

/// Rows are asked for in blocks of so many, so that scrolling a little asks for nothing new.
const BLOCK: usize = 20;
/// The height of a row until one is rendered and measured, in CSS pixels.
const ROW_PX: f64 = 76.0;

/// What the rows are given.
#[derive(Properties, PartialEq)]
pub struct RowsProps {
    pub model: Model,
    pub locale: Locale,
    /// What the worker told last, be it of this view of the list or of one before.
    pub answer: Option<Rc<ListAnswer>>,
    /// The request for the list as it is looked at now; which rows it is about is seen to here.
    pub request: ListRequest,
    /// By other rules and of other files the list is another.
    pub rules: Rc<Rules>,
    pub readings: u32,
    /// Which columns are shown.
    pub columns: ShownColumns,
    /// The credit codes of those that were selected.
    pub selected: Rc<Vec<String>>,
    pub onchange: Callback<ListChange>,
}

/// The rows about in sight, which are asked for as they come near.
#[component(Rows)]
pub fn rows(props: &RowsProps) -> Html {
    let RowsProps { model, locale, answer, request, rules, readings, columns: shown_columns, selected, onchange } =
        props;
    let sight = use_node_ref();
    let body = use_node_ref();
    // Rows are as high as before, or else about so.
    let row_px = use_state_eq(|| Some(model.list_row_px.get()).filter(|px| *px > 1.0).unwrap_or(ROW_PX));
    // Whether rows stood here already. Before they do, the browser scrolls as far as it can, which nobody has asked for.
    let has_stood = use_mut_ref(|| false);
    let first = use_state_eq(|| row_at(model.list_scroll.get(), *row_px));

    let (offset, limit) = about(*first, *row_px);
    let wanted = ListRequest { offset, limit, ..request.clone() };
    {
        let model = model.clone();
        use_effect_with((wanted, rules.clone(), *readings), move |(wanted, ..)| request_list(&model, wanted.clone()));
    }
    // Rows of another view are not shown as if they were of this one; those of another day stand until the new come.
    let page = answer.as_ref().filter(|answer| answer.view == request.view);
    let (count, start, shown) = page.map_or((0, 0, 0), |page| (row_count(page), page.offset, page.body.rows()));
    {
        let (sight, body, row_px, has_stood) = (sight.clone(), body.clone(), row_px.clone(), has_stood.clone());
        let model = model.clone();
        use_effect_with((count, start, shown), move |_| {
            let row = body.cast::<HtmlElement>().and_then(|body| body.first_element_child());
            if let Some(height) = row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height > 1.0)
            {
                model.list_row_px.set(height);
                row_px.set(height);
            }
            if let Some(sight) = sight.cast::<HtmlElement>().filter(|_| shown > 0)
                && !has_stood.replace(true)
            {
                scroll_to(&sight, model.list_scroll.get());
            }
        });
    }
    {
        let (sight, first, row_px, model) = (sight.clone(), first.clone(), *row_px, model.clone());
        // Where the rows do not scroll by themselves, the page does. Scroll events do not bubble, but are captured.
        use_effect_with(row_px, move |_| {
            let scrolls = Listener::new("scroll", move |_| {
                if let Some(sight) = sight.cast::<HtmlElement>().filter(|_| *has_stood.borrow()) {
                    let px = scrolled_px(&sight);
                    model.list_scroll.set(px);
                    first.set(row_at(px, row_px));
                }
            });
            move || drop(scrolls)
        });
    }
    let ontick = use_callback(model.clone(), |(uscc, is_selected), model| {
        model.dispatch(Action::District(DistrictAction::Select(uscc, is_selected)));
    });
    let columns = answer.as_ref().map(|answer| match &answer.body {
        ListBody::Rows(_) => list_columns(request.view.sort, shown_columns.0, onchange, answer.locale),
        ListBody::Figures(_) => Html::default(),
        ListBody::Comparison(comparison) => {
            let compared = comparison.compared.as_ref().filter(|_| answer.count > 0);
            compared.map(|compared| compared_heads(compared.is_update, answer.locale)).unwrap_or_default()
        }
    });
    // Where there are figures, or nobody is of another class, there are no rows.
    let hidden = answer.as_ref().is_some_and(|answer| match &answer.body {
        ListBody::Rows(_) => false,
        ListBody::Figures(_) => true,
        ListBody::Comparison(_) => answer.count == 0,
    });
    html! {
        <div
            ref={sight}
            class="rows"
            hidden={hidden}
            tabindex="0"
            role="region"
            aria-label={text::LIST_TITLE.get(*locale)}
        >
            <table aria-rowcount={(count + 1).to_string()}>
                <thead>{ columns.unwrap_or_default() }</thead>
                { room(start, *row_px) }
                <tbody ref={body}>{ page.map(|page| rendered(page, *shown_columns, selected, &ontick)).unwrap_or_default() }</tbody>
                { room(count.saturating_sub(start + shown), *row_px) }
            </table>
        </div>
    }
}

/// Returns from which row on how many are asked for when this one is the first in sight: its block and the one before, and what
/// a window shows below wherever within its block it stands.
fn about(first: usize, row_px: f64) -> (usize, usize) {
    let window_px = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let block = first / BLOCK;
    let offset = block.saturating_sub(1);
    // A share of a row is a row; a window has no more rows than pixels.
    let below = (window_px / row_px).ceil() as usize;
    (offset * BLOCK, (block + 1 - offset + below.div_ceil(BLOCK)) * BLOCK)
}

/// Returns how many rows there are in all.
fn row_count(answer: &ListAnswer) -> usize {
    match answer.body {
        ListBody::Figures(_) => 0,
        ListBody::Rows(_) | ListBody::Comparison(_) => answer.count,
    }
}

/// Renders the rows that the worker has told.
fn rendered(
    answer: &ListAnswer,
    columns: ShownColumns,
    selected: &[String],
    ontick: &Callback<(String, bool)>,
) -> Html {
    let ListAnswer { locale, offset, .. } = *answer;
    // Counted from 1, and the head is the first.
    let numbered = (offset + 2)..;
    match &answer.body {
        ListBody::Rows(rows) => numbered
            .zip(rows)
            .map(|(number, row)| {
                let is_selected = selected.contains(&row.uscc);
                html! {
                    <RowView key={row.uscc.clone()} row={row.clone()} {number} {columns} {is_selected} {ontick} {locale} />
                }
            })
            .collect(),
        ListBody::Figures(_) => Html::default(),
        ListBody::Comparison(comparison) => {
            let Some(compared) = &comparison.compared else { return Html::default() };
            let is_update = compared.is_update;
            numbered
                .zip(&compared.rows)
                .map(|(number, row)| {
                    html! { <ComparedRowView key={row.uscc.clone()} row={row.clone()} {number} {is_update} {locale} /> }
                })
                .collect()
        }
    }
}

/// Renders the empty room of so many rows. The height goes with the rows, as an attribute: set afterwards, the browser would
/// scroll back in between, and a `style` is dropped by the site's policy.
fn room(rows: usize, row_px: f64) -> Html {
    let height = (rows as f64 * row_px) as i64;
    html! {
        <tbody class="room" aria-hidden="true">
            <tr><td colspan="11" height={height.to_string()}></td></tr>
        </tbody>
    }
}

/// Returns how many pixels of the rows have gone out of sight above, be it that they scroll by themselves or the page does.
fn scrolled_px(sight: &HtmlElement) -> i32 {
    // The part of a pixel is nothing that anybody sees.
    sight.scroll_top().max(-sight.get_bounding_client_rect().top() as i32)
}

/// Has so many pixels of the rows go out of sight above; where there are none, the page stands at its top.
fn scroll_to(sight: &HtmlElement, px: i32) {
    sight.set_scroll_top(px);
    let Some(window) = web_sys::window().filter(|_| sight.scroll_top() == 0) else { return };
    if px == 0 {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    } else {
        window.scroll_by_with_x_and_y(0.0, f64::from(px) + sight.get_bounding_client_rect().top());
    }
}

/// The row that stands so many pixels below the first.
fn row_at(scroll_px: i32, row_px: f64) -> usize {
    // A share of whole pixels; below nothing is the first row.
    (f64::from(scroll_px) / row_px) as usize
}
