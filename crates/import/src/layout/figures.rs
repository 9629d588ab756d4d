//! Columns of a register that have figures of the rules: their labels are the titles, or the ids, of these.

use pack::Figure;

use super::super::cell::bracket;
use super::super::columns::FileKind;
use super::super::corrections::Correction;
use super::super::problem::Column;
use super::{Header, Label, Layout, said_of};

/// A column with a figure.
pub(in super::super) struct FigureColumn {
    /// Its place in the file, from 0.
    pub(in super::super) index: usize,
    pub(in super::super) figure: Figure,
    pub(in super::super) column: Column,
}

impl Layout {
    /// Takes the columns that nothing else has and that are called like figures, or are said to be some.
    pub(super) fn take_figures(&mut self, header: &Header, correction: Option<&Correction>, figures: &[Figure]) {
        if self.kind != FileKind::Register || figures.is_empty() {
            return;
        }
        let names = header.names();
        for (index, label) in header.labels().enumerate() {
            if self.column_at(index).is_some() || header.is_personal(index) {
                continue;
            }
            let said = names.get(index).and_then(|name| said_of(name, correction));
            let named = said.as_ref().unwrap_or(label);
            let Some(figure) = figures.iter().find(|figure| named.names_figure(figure)) else { continue };
            if self.figures.iter().any(|known| known.figure.id == figure.id) {
                continue;
            }
            let text = header.text(index);
            if let Some(place) = self.unused.iter().position(|unused| unused == text) {
                self.unused.remove(place);
            }
            let column = Column { header: text.into(), standard: "", unit: None };
            self.figures.push(FigureColumn { index, figure: figure.clone(), column });
        }
    }
}

impl Label {
    /// Whether it is the title or the id of a figure, with whatever unit in brackets behind.
    fn names_figure(&self, figure: &Figure) -> bool {
        let names = [&figure.title.zh, &figure.title.en, &figure.id].map(|name| Label::new(name));
        let is_one = |text: &str| names.iter().any(|name| !name.is_empty() && name.text() == text);
        is_one(self.text()) || bracket(self.text()).is_some_and(|(base, _)| is_one(base))
    }
}
