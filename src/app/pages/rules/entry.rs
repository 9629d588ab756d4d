//! One rule, one parameter, one source.

use super::setting::setting;
use crate::app::element::{El, Node, el, words};
use crate::app::state::Model;
use crate::app::state::tasks::reveal;
use crate::app::widgets::{class_badge, rules_address};
use crate::facts::Term;
use crate::pack::Class;
use crate::rulebook::{Entry, Line, Run};

/// The id that the element of an entry has on the page.
pub(super) fn id_of(entry: &str) -> String {
    ["rules-", entry].concat()
}

pub(super) fn entry(model: &Model, entry: &Entry) -> El {
    let state = &model.state;
    let class = entry.class.and_then(|place| Class::ALL.get(place));
    let badge = class.map(|class| class_badge(&state.rules.pack, state.locale, *class));
    let marks = entry.marks.iter().map(|mark| el("span").class("tag expired").text(mark));
    let mut lines = el("dl");
    let mut plain = Vec::new();
    for line in &entry.lines {
        if line.label.is_empty() {
            plain.push(content(el("p"), line));
        } else {
            lines = lines.with(el("dt").text(&line.label)).with(content(el("dd"), line));
        }
    }
    let folded = entry.setting.as_ref().map(|of| setting(model, entry, of));
    el("section")
        .class("entry")
        .key(&entry.id)
        .id(&id_of(&entry.id))
        .set("tabindex", "-1")
        .with(el("h3").text(&entry.title).maybe(badge).each(marks))
        .each(plain)
        .maybe((lines_of(entry) > 0).then_some(lines))
        .maybe(folded)
}

fn lines_of(entry: &Entry) -> usize {
    entry.lines.iter().filter(|line| !line.label.is_empty()).count()
}

fn content(element: El, line: &Line) -> El {
    let items = line.items.iter().map(|item| el("li").each(item.iter().map(run)));
    let list = (!line.items.is_empty()).then(|| el("ul").each(items));
    element.each(line.words.iter().map(run)).maybe(list)
}

fn run(run: &Run) -> Node {
    if run.to.is_empty() {
        return words(&run.text);
    }
    let to = id_of(&run.to);
    // Pressed twice, the address stays the same and the browser does nothing by itself.
    el("a").put("href", &rules_address(&run.to)).press(move |_| reveal(&to)).text(&run.text).done()
}
