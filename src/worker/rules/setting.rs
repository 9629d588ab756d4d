//! The fields of a parameter.

use crate::pack::{Locale, phrases};
use crate::rulebook::{Choosing, Entering, Entry, Setting};
use crate::worker::drawing::Pen;

phrases! {
    CHANGE "修改" "Change"
    SET_VALUE "改用这个值" "Use this value"
    CHOOSE "采用这组数值" "Use these values"
    RESTORE "恢复原值" "Back to the original"
    LEAST "最少" "at least"
    MOST "最多" "at most"
}

/// A button; `verb` is what the page does when it is pressed, and by what the button is known among its neighbours.
pub(super) fn button(pen: &mut Pen, words: &str, verb: &str) {
    pen.keyed("button", verb, |pen| {
        pen.set("type", "button");
        pen.set("data-do", verb);
        pen.text(words);
    });
}

/// What folds out below a parameter: its fields, and what was wrong with what was entered last. All have keys, so that
/// a field keeps the focus and what is typed in it when something comes or goes beside it.
pub(super) fn setting(pen: &mut Pen, entry: &Entry, of: &Setting, fault: Option<&str>, locale: Locale) {
    if of.entering == Entering::File {
        return pen.keyed("p", "set", |pen| {
            pen.set("class", "quiet");
            pen.text(&of.hint);
        });
    }
    pen.keyed("details", "set", |pen| {
        pen.set("class", "set");
        pen.words("summary", "", CHANGE.get(locale));
        pen.element("form", |pen| {
            pen.set("novalidate", "");
            pen.set("data-parameter", &entry.id);
            pen.keyed("div", "fields", |pen| {
                for (name, value) in [("class", "set-fields"), ("role", "group"), ("aria-label", &*entry.title)] {
                    pen.set(name, value);
                }
                fields(pen, entry, of, fault.is_some(), locale);
                if !of.unit.is_empty() {
                    pen.words("span", "", &of.unit);
                }
            });
            pen.keyed("p", "told", |pen| {
                pen.set("id", &told_id(entry));
                // What is wrong says as well what may be entered.
                if fault.is_some() {
                    pen.set("class", "set-fault");
                    pen.set("role", "alert");
                } else {
                    pen.set("class", "quiet");
                }
                pen.text(fault.unwrap_or(&of.hint));
            });
            pen.keyed("button", "use", |pen| {
                pen.set("class", "primary");
                pen.text(SET_VALUE.get(locale));
            });
            if of.changed {
                button(pen, RESTORE.get(locale), &["restore ", &entry.id].concat());
            }
        });
    });
}

/// The button that takes the values of a preset, which it carries.
pub(super) fn choosing(pen: &mut Pen, entry: &Entry, of: &Choosing, locale: Locale) {
    let verb = ["preset ", &entry.id].concat();
    pen.keyed("button", &verb, |pen| {
        for (name, value) in [("type", "button"), ("data-do", verb.as_str()), ("data-value", &*of.values)] {
            pen.set(name, value);
        }
        pen.text(CHOOSE.get(locale));
    });
}

fn told_id(entry: &Entry) -> String {
    ["told-", &entry.id].concat()
}

fn fields(pen: &mut Pen, entry: &Entry, of: &Setting, refused: bool, locale: Locale) {
    for (place, value) in of.typed.iter().enumerate() {
        let name = match (of.entering, place) {
            (Entering::Range, 0) => LEAST.get(locale),
            (Entering::Range, _) => MOST.get(locale),
            _ => &entry.title,
        };
        pen.element("input", |pen| {
            let about = told_id(entry);
            let invalid = if refused { "true" } else { "false" };
            for (name, value) in [
                ("type", "text"),
                ("autocomplete", "off"),
                ("data-shown", value),
                ("aria-label", name),
                ("aria-describedby", &about),
                ("aria-invalid", invalid),
            ] {
                pen.set(name, value);
            }
        });
    }
    let kind = if of.entering == Entering::One { "radio" } else { "checkbox" };
    for choice in &of.choices {
        pen.element("label", |pen| {
            pen.element("input", |pen| {
                let shown = if choice.chosen { "1" } else { "" };
                for (name, value) in
                    [("type", kind), ("name", &entry.id), ("value", &choice.code), ("data-shown", shown)]
                {
                    pen.set(name, value);
                }
            });
            pen.text(&choice.words);
        });
    }
}
