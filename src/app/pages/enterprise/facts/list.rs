//! A list of facts of one kind.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::super::TOGETHER;
use super::paste::PasteBox;
use super::rows::{FactRows, Row};
use crate::app::host;
use crate::app::state::queries::{View, latest_first, list_title};
use crate::app::state::tasks::{change, unfold};
use crate::app::state::{Model, Paste};
use crate::app::text;
use crate::assess::Target;
use crate::entry::{Change, Part, list_name};
use crate::pack::FactKind;

/// What a list of facts is given.
#[derive(Properties, PartialEq)]
pub struct FactListProps {
    pub model: Model,
    pub view: Rc<View>,
    pub kind: FactKind,
    /// The fact of the list whose fields are unfolded.
    pub unfolded: Option<Part>,
    /// The facts that stand out.
    pub marked: Rc<[Target]>,
    /// The rows of a spreadsheet that were pasted last, for the list that takes them.
    pub paste: Option<Rc<Paste>>,
}

/// A list of facts, with the way to add one.
#[component(FactList)]
pub fn fact_list(FactListProps { model, view, kind, unfolded, marked, paste }: &FactListProps) -> Html {
    let (kind, locale) = (*kind, view.locale);
    let (list, add) = (use_node_ref(), use_node_ref());
    let onunfold = use_callback(model.clone(), |part, model| unfold(model, part));
    let onremove = use_callback((model.clone(), kind, add.clone()), |index, (model, kind, add)| {
        // The button goes with the fact; the focus goes on to where another can be added.
        host::focus(add);
        change(model, Change::Remove(*kind, index));
    });
    let onadd = use_callback((model.clone(), kind, list.clone()), |(), (model, kind, list)| {
        if let Some(list) = list.cast::<HtmlDetailsElement>() {
            list.set_open(true);
        }
        change(model, Change::Add(*kind));
    });
    let count = view.opened.sheet.count(kind);
    let name = list_title(kind, locale);
    let title = html! { <>{ name }<span class="count">{ format!(" ({count})") }</span></> };
    // The latest stands first. Facts keep their order while one is written in, and take it again once that is done.
    let is_written_in = matches!(unfolded, Some(Part::Fact(of, _)) if *of == kind);
    let order = use_memo((view.opened.id, count, is_written_in), |_| latest_first(view, kind));
    let rows = Row::all(view, kind, *unfolded, marked);
    let rows: Vec<Row> = order.iter().filter_map(|index| rows.get(*index).cloned()).collect();
    let parts = rows.chunks(TOGETHER).enumerate().map(|(key, rows)| {
        let (model, onunfold, onremove, onadd) = (model.clone(), onunfold.clone(), onremove.clone(), onadd.clone());
        let (rows, readonly) = (rows.to_vec(), view.readonly);
        html! { <FactRows {key} {model} {rows} {locale} {readonly} {onunfold} {onremove} {onadd} /> }
    });
    html! {
        <div class="list" id={list_name(kind)}>
            if count > 0 {
                <details ref={list} class="lid" open=true>
                    <summary>{ title }</summary>
                </details>
            } else {
                <p>{ title }</p>
            }
            if !view.readonly {
                if kind == FactKind::Penalty {
                    <PasteBox {model} {locale} paste={paste.clone()} />
                }
                <button
                    ref={add}
                    type="button"
                    aria-label={[text::ADD.get(locale), name].join(" ")}
                    onclick={onadd.reform(|_| ())}
                >
                    { text::ADD.get(locale) }
                </button>
            }
            // They come after the buttons that stand above them, and are shown while the fold before them is open.
            if count > 0 {
                <ul class="items">{ for parts }</ul>
            }
        </div>
    }
}
