//! Which column of a file is which field, and with that what the file is.

mod codes;
mod figures;
mod header;
mod label;

use std::borrow::Cow;

pub(super) use codes::{Doubled, letters};
pub(super) use figures::FigureColumn;
pub(super) use header::{Header, is_title, is_total, shown};
pub(super) use label::Label;

use self::label::Naming;
use super::cell::compact;
use super::columns::{FIELDS, Field, FileKind, Spec, USCC, Weight, without_unit};
use super::corrections::Correction;
use super::problem::Column;
use super::split::Row;
use super::vocabulary::UNITS;
use pack::Figure;

/// Which column of a file is which field.
pub(super) struct Layout {
    pub(super) kind: FileKind,
    /// The place of each field's column.
    indices: [Option<usize>; FIELDS],
    columns: Vec<Option<(Field, Column)>>,
    /// Further columns with kinds of the penalty.
    more_kinds: Vec<usize>,
    /// The columns that may have the code of the party, where a person has not said which does.
    code_columns: Vec<usize>,
    /// Columns that have the label of another, which counts.
    pub(super) doubled: Vec<Doubled>,
    /// The unit of the fine and of what was confiscated, as a power of ten of yuan; `None` when the header has none.
    fine_unit: Option<i32>,
    confiscated_unit: Option<i32>,
    /// Columns with figures of the rules.
    pub(super) figures: Vec<FigureColumn>,
    /// Columns that are not used, but for those about persons.
    pub(super) unused: Vec<String>,
    /// Whether there are columns about persons.
    pub(super) has_persons: bool,
    /// What a person said that words of a column mean, both without spaces.
    meanings: Vec<(Field, String, String)>,
}

/// What a header says about the kind of file.
pub(super) enum Recognised {
    /// No header.
    Nothing,
    /// A header of one kind. With the number of its columns that were known.
    As(Box<Layout>, usize),
    /// A header of a list, but of which of the two does not follow from it.
    EitherList(Box<Layout>, Box<Layout>, usize),
}

impl Layout {
    /// What the header is one of.
    pub(super) fn recognise(header: &Header, figures: &[Figure]) -> Recognised {
        let mut best: Vec<(usize, Layout)> = Vec::new();
        for kind in FileKind::ALL {
            let (known, telling, layout) = Self::of_kind(kind, header, None, figures);
            if known >= 2 && telling >= 1 {
                match best.first().map_or(0, |(most, _)| *most) {
                    most if known > most => best = vec![(known, layout)],
                    most if known == most => best.push((known, layout)),
                    _ => {}
                }
            }
        }
        // Codes with names and nothing else, or with figures, are those of a register, which alone needs no more.
        if best.is_empty() {
            let (known, _, layout) = Self::of_kind(FileKind::Register, header, None, figures);
            let has = |field| layout.index(field).is_some();
            let has_figures = !layout.figures.is_empty();
            let is_bare = (known == 2 && has(Field::Name)) || (known > 0 && has_figures);
            if is_bare && has(Field::Uscc) && layout.unused.is_empty() {
                best.push((known, layout));
            }
        }
        let mut best = best.into_iter();
        match (best.next(), best.next()) {
            (Some((known, one)), Some((_, other))) => Recognised::EitherList(Box::new(one), Box::new(other), known),
            (Some((known, layout)), None) => Recognised::As(Box::new(layout), known),
            (None, _) => Recognised::Nothing,
        }
    }

    /// The header as what a person said it is.
    pub(super) fn corrected(correction: &Correction, header: &Header, figures: &[Figure]) -> Self {
        let (.., mut layout) = Self::of_kind(correction.kind, header, Some(correction), figures);
        for (column, word, meaning) in &correction.words {
            if let Some(naming) = Label::new(column).naming(correction.kind) {
                layout.meanings.push((naming.spec.field, compact(word), meaning.clone()));
            }
        }
        layout
    }

    /// The header as one of this kind of file, with the number of known columns and of those that tell the kind.
    fn of_kind(
        kind: FileKind,
        header: &Header,
        correction: Option<&Correction>,
        figures: &[Figure],
    ) -> (usize, usize, Self) {
        let mut layout = Self::empty(kind);
        // What a person said of a column goes before what another column is called.
        let names = header.names();
        let said: Vec<Option<Option<Naming>>> =
            names.iter().map(|name| Some(said_of(name, correction)?.naming(kind))).collect();
        let is_said = |field| said.iter().flatten().flatten().any(|naming| naming.spec.field == field);
        let own: Vec<Option<Naming>> = header.labels().map(|label| label.naming(kind)).collect();
        // A label that is known as a whole goes before one that is so in parts.
        let is_whole = |field| own.iter().flatten().any(|naming| naming.spec.field == field && !naming.shortened);
        let (mut known, mut telling) = (0, 0);
        for (index, (own, said)) in own.iter().zip(&said).enumerate() {
            let label = header.text(index);
            let personal = header.is_personal(index);
            layout.has_persons |= personal;
            let naming = match said {
                Some(said) => *said,
                None => own.filter(|naming| !personal && !is_said(naming.spec.field)),
            };
            let naming =
                naming.filter(|naming| layout.takes(naming, index, said.is_some(), is_whole(naming.spec.field)));
            let unit = naming.and_then(|naming| naming.unit.or_else(|| header.heading(index).and_then(Label::unit)));
            layout.columns.push(naming.map(|Naming { spec, .. }| {
                // Whoever says what a column is, and no unit, has not named that of the layout.
                let standard = if said.is_some() { without_unit(spec.standard) } else { spec.standard };
                let unit = named_unit(unit).map(|(_, name)| name);
                (spec.field, Column { header: label.into(), standard, unit })
            }));
            match naming {
                Some(Naming { spec, .. }) => {
                    known += 1;
                    telling += usize::from(spec.weight != Weight::Common && spec.field != Field::Uscc);
                    layout.indices[spec.field as usize].get_or_insert(index);
                    match spec.field {
                        Field::Fine => layout.fine_unit = unit,
                        Field::Confiscated => layout.confiscated_unit = unit,
                        _ => {}
                    }
                }
                None if label.is_empty() || personal => {}
                None => layout.unused.push(label.to_owned()),
            }
        }
        layout.take_figures(header, correction, figures);
        (known, telling, layout)
    }

    /// Whether a column is taken for the field that it names.
    fn takes(&mut self, naming: &Naming, index: usize, is_said: bool, has_whole: bool) -> bool {
        let field = naming.spec.field;
        if is_said {
            return self.index(field).is_none();
        }
        if field == Field::Uscc {
            self.code_columns.push(index);
            return self.index(field).is_none();
        }
        let Some(first) = self.index(field) else { return !naming.shortened || !has_whole };
        if field == Field::Kinds && naming.numbered {
            self.more_kinds.push(index);
            return true;
        }
        if !naming.shortened || !has_whole {
            self.doubled.push(Doubled { counts: first, others: vec![index] });
        }
        false
    }

    fn empty(kind: FileKind) -> Self {
        Self {
            kind,
            indices: [None; FIELDS],
            columns: Vec::new(),
            more_kinds: Vec::new(),
            code_columns: Vec::new(),
            doubled: Vec::new(),
            fine_unit: None,
            confiscated_unit: None,
            figures: Vec::new(),
            unused: Vec::new(),
            has_persons: false,
            meanings: Vec::new(),
        }
    }

    /// The layout of penalties without a header: which field stands in each column.
    pub(super) fn of_penalties(fields: &[Option<Field>]) -> Self {
        let mut layout = Self::empty(FileKind::Penalties);
        let specs = FileKind::Penalties.specs();
        for (index, field) in fields.iter().enumerate() {
            let spec = field.and_then(|field| specs.iter().find(|spec| spec.field == field));
            if let Some(spec) = spec {
                layout.indices[spec.field as usize] = Some(index);
            }
            // Nobody has written a unit.
            let column = |spec: &Spec| {
                let standard = without_unit(spec.standard);
                (spec.field, Column { header: standard.into(), standard, unit: None })
            };
            layout.columns.push(spec.map(column));
        }
        layout
    }

    /// Takes amounts for which neither cell nor header says a unit for this power of ten of yuan.
    pub(super) fn set_unit(&mut self, power: i32) {
        for field in self.without_unit().collect::<Vec<_>>() {
            let unit = if field == Field::Fine { &mut self.fine_unit } else { &mut self.confiscated_unit };
            *unit = Some(power);
        }
    }

    /// What the text of a cell, or a part of it, means: the text itself, unless a person said otherwise.
    pub(super) fn meaning<'t>(&'t self, field: Field, text: &'t str) -> &'t str {
        self.said(field, text).unwrap_or(text)
    }

    /// What a person said that a text in the column of a field means.
    #[inline]
    pub(super) fn said(&self, field: Field, text: &str) -> Option<&str> {
        // Asked for every cell; hardly anybody has corrected anything.
        if self.meanings.is_empty() { None } else { self.meaning_slow(field, text) }
    }

    #[inline(never)]
    fn meaning_slow(&self, field: Field, text: &str) -> Option<&str> {
        let text = compact(text);
        let said = self.meanings.iter().find(|(of, word, _)| *of == field && *word == text);
        said.map(|(.., meaning)| meaning.as_str())
    }

    /// How many columns the header has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// The place of the field's column, from 0.
    pub(super) fn index(&self, field: Field) -> Option<usize> {
        self.indices.get(field as usize).copied().flatten()
    }

    /// Further columns with kinds of the penalty, besides the one that [`index`](Layout::place) has.
    pub(super) fn more_kinds(&self) -> &[usize] {
        &self.more_kinds
    }

    /// The column of the field.
    pub(super) fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(self.index(field)?)?.as_ref().map(|(_, column)| column)
    }

    /// The column at a place, if it is known.
    pub(super) fn column_at(&self, index: usize) -> Option<&Column> {
        self.columns.get(index)?.as_ref().map(|(_, column)| column)
    }

    /// The known columns, in the order of the file.
    pub(super) fn columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().flatten().map(|(_, column)| column)
    }

    /// The needed columns that are not there. One of the two that tell whom a row is about must be.
    ///
    /// That, too, where the rows themselves do not say it and nobody else does.
    pub(super) fn missing(&self, subject_known: bool) -> Vec<&'static str> {
        let specs = self.kind.specs().iter();
        let mut missing: Vec<_> = specs
            .filter(|spec| spec.weight == Weight::Needed && self.index(spec.field).is_none())
            .map(|spec| spec.standard)
            .collect();
        if self.kind == FileKind::CourtListings && self.index(Field::ListedOn).is_none() {
            missing.push("发布日期");
        }
        if !subject_known && self.index(Field::Uscc).is_none() && self.index(Field::Name).is_none() {
            missing.push(USCC.standard);
        }
        missing
    }

    /// The unit of an amount: the power of ten of yuan and its name. Where the header is silent it is 万元, the
    /// unit of the double-publicity layout.
    pub(super) fn unit(&self, field: Field) -> (i32, &'static str) {
        let power = if field == Field::Fine { self.fine_unit } else { self.confiscated_unit };
        named_unit(power).unwrap_or((4, "万元"))
    }

    /// The columns of amounts whose header is silent about the unit. The codes of the double-publicity layout stand for
    /// columns in 万元 and need not say it.
    pub(super) fn without_unit(&self) -> impl Iterator<Item = Field> {
        [(Field::Fine, self.fine_unit), (Field::Confiscated, self.confiscated_unit)]
            .into_iter()
            .filter(|(_, unit)| unit.is_none())
            .map(|(field, _)| field)
            .filter(|field| self.column(*field).is_some_and(|column| !is_code(column)))
    }

    /// Whether a row repeats the header, as it does on every page of some exports.
    pub(super) fn is_repeated_by(&self, row: &Row) -> bool {
        row.len() >= self.columns.len()
            && self.columns.iter().enumerate().all(|(index, column)| {
                let Some((_, column)) = column else { return true };
                let cell = row.cell(index);
                // Most cells are told by less.
                if cell.is_ascii() && !column.header.is_ascii() {
                    return false;
                }
                column.header.chars().next().is_none_or(|first| cell.contains(first)) && shown(cell) == *column.header
            })
    }
}

/// A unit, by its power of ten of yuan, with its name.
fn named_unit(power: Option<i32>) -> Option<(i32, &'static str)> {
    let power = power?;
    UNITS.iter().find(|(_, of)| *of == power).map(|(name, _)| (power, *name))
}

/// What a person said that a column is; an empty name says that it is not used.
fn said_of(name: &str, correction: Option<&Correction>) -> Option<Label> {
    let name = compact(name);
    let (_, standard) = correction?.columns.iter().find(|(known, _)| compact(known) == name)?;
    Some(Label::new(standard))
}

/// The columns of the files that a correction is about, each with the column of the layout as which it is read.
pub(super) fn fields_of(correction: &Correction) -> Vec<(String, String)> {
    let header = Header::of_shape(&correction.shape);
    let (.., layout) = Layout::of_kind(correction.kind, &header, Some(correction), &[]);
    let name = |(field, column): &(Field, Column)| {
        let unit = match field {
            Field::Fine => layout.fine_unit,
            Field::Confiscated => layout.confiscated_unit,
            _ => return column.standard.to_owned(),
        };
        let alone = without_unit(column.standard);
        match named_unit(unit) {
            Some((_, unit)) => [alone, "（", unit, "）"].concat(),
            None => alone.to_owned(),
        }
    };
    let fields = layout.columns.iter().map(|column| column.as_ref().map(name).unwrap_or_default());
    header.names().into_iter().zip(fields).collect()
}

/// The columns that files lack to which a correction is about, by the names of the layout.
pub(super) fn missing_of(correction: &Correction) -> Vec<&'static str> {
    let header = Header::of_shape(&correction.shape);
    let (.., layout) = Layout::of_kind(correction.kind, &header, Some(correction), &[]);
    layout.missing(false)
}

impl Column {
    /// The name for reports that a program compares: the file's own, or the layout's where the file has a code.
    #[must_use]
    pub fn report_name(&self) -> Cow<'_, str> {
        if self.header.is_ascii() { self.standard.into() } else { Cow::Borrowed(&self.header) }
    }
}

/// Whether a column has its name by a code of the double-publicity layout, and not because a person said what it is.
fn is_code(column: &Column) -> bool {
    column.header.is_ascii() && column.standard != without_unit(column.standard)
}
