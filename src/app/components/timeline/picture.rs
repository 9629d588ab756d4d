//! The picture as one stop of the Tab key. Arrow keys lead from mark to mark, and each mark to its fact.

use std::rc::Rc;

use web_sys::{KeyboardEvent, SvgElement};
use yew::prelude::*;

use super::drawing::drawing;
use super::layout::{Destination, Layout};
use super::mark::mark_classes;
use super::words::mark_words;
use crate::app::host::reveal;
use crate::assess::timeline::{Mark, Period, Step, towards};

/// What the picture is given.
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// What is in view.
    pub layout: Rc<Layout>,
    /// Takes the index of the mark that a person points at, or has come to by the keyboard.
    pub onpoint: Callback<usize>,
    /// Takes the period that a person wants to see.
    pub onperiod: Callback<Period>,
}

/// The picture, with its marks.
#[component(Picture)]
pub fn picture(PictureProps { layout, onpoint, onperiod }: &PictureProps) -> Html {
    let node = use_node_ref();
    let nodes: Rc<Vec<NodeRef>> =
        use_memo(layout.marks.len(), |count| (0..*count).map(|_| NodeRef::default()).collect());
    let onpress = {
        let (layout, onperiod, node) = (layout.clone(), onperiod.clone(), node.clone());
        Callback::from(move |index: usize| match layout.marks.get(index).and_then(|mark| layout.destination(mark)) {
            Some(Destination::Closer(period)) => {
                // The mark goes; the picture stays.
                focus(&node);
                onperiod.emit(period);
            }
            Some(Destination::Element(id)) => reveal(&id),
            None => {}
        })
    };
    let onkey = {
        let (layout, onperiod, onpress) = (layout.clone(), onperiod.clone(), onpress.clone());
        let (node, nodes) = (node.clone(), nodes.clone());
        // From the mark with this index, or from the picture itself.
        Callback::from(move |(index, event): (Option<usize>, KeyboardEvent)| {
            // With these the keys are the browser's; and what a mark has answered comes by the picture once more.
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
                return;
            }
            let key = event.key();
            if let Some(step) = step(&key) {
                // The mark that has the focus may go; the picture stays.
                focus(&node);
                if let Some(period) = layout.span.step(step, layout.whole) {
                    onperiod.emit(period);
                }
            } else if let Some(next) = towards(&layout.marks, index, &key) {
                nodes.get(next).map(focus);
            } else if let ("Enter" | " ", Some(index)) = (key.as_str(), index) {
                onpress.emit(index);
            } else {
                return;
            }
            event.prevent_default();
        })
    };
    let wrap = |index: usize, mark: &Mark, shapes: Html| {
        html! {
            <g
                key={index}
                ref={nodes.get(index).cloned().unwrap_or_default()}
                id={format!("timeline-mark-{index}")}
                class={mark_classes(layout, mark)}
                role="button"
                tabindex="-1"
                aria-label={mark_words(layout, mark)}
                onmouseover={onpoint.reform(move |_| index)}
                onfocusin={onpoint.reform(move |_| index)}
                onclick={onpress.reform(move |_| index)}
                onkeydown={onkey.reform(move |event| (Some(index), event))}
            >
                { shapes }
            </g>
        }
    };
    let (height, content) = drawing(layout, &wrap);
    html! {
        <svg
            ref={node}
            id="timeline-picture"
            class="timeline"
            width="100%"
            height={height.to_string()}
            role="group"
            tabindex="0"
            aria-labelledby="timeline timeline-shown"
            aria-describedby="timeline-hint"
            onkeydown={onkey.reform(|event| (None, event))}
        >
            { content }
        </svg>
    }
}

/// Returns the step from one period to the next that a key stands for.
fn step(key: &str) -> Option<Step> {
    match key {
        "+" | "=" => Some(Step::In),
        "-" => Some(Step::Out),
        "PageUp" => Some(Step::Earlier),
        "PageDown" => Some(Step::Later),
        _ => None,
    }
}

fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<SvgElement>() {
        // An element that takes no focus stays as it is.
        let _ = element.focus();
    }
}
