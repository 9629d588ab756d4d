//! Elements as a list of texts: how the worker puts a page together — the list of a district, the report — and the page
//! draws it.
//!
//! What few read is not to weigh on who only looks at an enterprise. So neither the words of such a page nor how they stand
//! there are fetched with the page: the worker says which elements it has, and the page, by one loop, draws them.

/// The elements and attributes of drawings, each known by its place.
pub const NAMES: &[&str] = &[
    "a",
    "button",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "form",
    "h2",
    "h3",
    "input",
    "label",
    "li",
    "option",
    "p",
    "progress",
    "rect",
    "section",
    "select",
    "span",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "accept",
    "aria-describedby",
    "aria-hidden",
    "aria-invalid",
    "aria-label",
    "aria-pressed",
    "aria-rowindex",
    "aria-sort",
    "autocomplete",
    "class",
    "data-choice",
    "data-do",
    "data-name",
    "data-parameter",
    "data-shown",
    "data-value",
    "for",
    "height",
    "href",
    "id",
    "max",
    "multiple",
    "name",
    "novalidate",
    "open",
    "preserveAspectRatio",
    "role",
    "scope",
    "size",
    "tabindex",
    "type",
    "value",
    "viewBox",
    "width",
    "x",
];

/// What stands first in a text of a drawing. Behind `Begin` and `Set` follows a character with the place of the name.
pub mod mark {
    /// An element begins.
    pub const BEGIN: char = '<';
    /// Sets an attribute of the element that began last.
    pub const SET: char = '=';
    /// The same key is the same element, wherever it stands among its neighbours.
    pub const KEY: char = '#';
    /// Words.
    pub const WORDS: char = '-';
    /// The element that began last ends.
    pub const END: char = '>';
}

/// Writes a drawing.
#[derive(Default)]
pub(super) struct Pen(pub(super) Vec<String>);

impl Pen {
    /// An element with what stands in it.
    pub(super) fn element(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.named(mark::BEGIN, name, "");
        inside(self);
        self.0.push(mark::END.to_string());
    }

    /// An element that stays the same wherever it stands among its neighbours, which all have a key as well.
    pub(super) fn keyed(&mut self, name: &str, key: &str, inside: impl FnOnce(&mut Self)) {
        self.element(name, |pen| {
            pen.0.push(format!("{}{key}", mark::KEY));
            inside(pen);
        });
    }

    /// An element with a class and words in it.
    pub(super) fn words(&mut self, name: &str, class: &str, words: &str) {
        self.element(name, |pen| {
            if !class.is_empty() {
                pen.set("class", class);
            }
            pen.text(words);
        });
    }

    /// A button that chooses a value of something.
    pub(super) fn button(&mut self, choice: &str, value: &str, inside: impl FnOnce(&mut Self)) {
        self.element("button", |pen| {
            pen.set("type", "button");
            pen.set("data-choice", choice);
            pen.set("data-value", value);
            inside(pen);
        });
    }

    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.named(mark::SET, name, value);
    }

    pub(super) fn text(&mut self, words: &str) {
        self.0.push(format!("{}{words}", mark::WORDS));
    }

    fn named(&mut self, mark: char, name: &str, rest: &str) {
        let place = NAMES.iter().position(|known| *known == name);
        debug_assert!(place.is_some(), "{name} is not among the names of drawings");
        let place = place.and_then(|place| u32::try_from(place).ok()).and_then(char::from_u32).unwrap_or_default();
        self.0.push(format!("{mark}{place}{rest}"));
    }
}
