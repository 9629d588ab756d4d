//! Drawing what the worker has put together.

use crate::app::element::{El, el};
use crate::worker::{NAMES, mark};

/// The element with the drawing in it. What is not understood is left out; the worker is of the same build.
#[inline(never)]
pub fn draw(around: El, drawing: &[String]) -> El {
    let mut open = vec![around];
    for text in drawing {
        let mut letters = text.chars();
        let kind = letters.next();
        if kind == Some(mark::BEGIN) {
            open.push(el(name(letters.next())));
            continue;
        }
        let Some(element) = open.pop() else { continue };
        let element = match kind {
            Some(mark::SET) => {
                let name = name(letters.next());
                element.put(name, letters.as_str())
            }
            Some(mark::KEY) => element.key(letters.as_str()),
            Some(mark::WORDS) => element.text(letters.as_str()),
            _ => match open.pop() {
                Some(parent) => parent.with(element),
                None => element,
            },
        };
        open.push(element);
    }
    // Every element that begins ends, so that what was there first is left.
    open.pop().unwrap_or_else(|| el("div"))
}

fn name(place: Option<char>) -> &'static str {
    place.and_then(|place| NAMES.get(place as usize)).copied().unwrap_or("span")
}
