//! Which column of a file is which field, and with that what the file is.

use std::borrow::Cow;

use super::cell::{ascii_forms, compact};
use super::columns::{FIELDS, Field, FileKind, PERSONAL, Spec, USCC, Weight};
use super::corrections::Correction;
use super::problem::Column;
use super::split::Row;

/// Which column of a file is which field.
pub(super) struct Layout {
    pub(super) kind: FileKind,
    /// The place of each field's column.
    places: [Option<usize>; FIELDS],
    columns: Vec<Option<(Field, Column)>>,
    /// The unit of the fine and of what was confiscated, as a power of ten of yuan; `None` when the header has none.
    fine_unit: Option<i32>,
    confiscated_unit: Option<i32>,
    /// Columns that are not used, but for those about persons.
    pub(super) unused: Vec<String>,
    /// What a person said that words of a column mean, both without spaces.
    meanings: Vec<(Field, String, String)>,
}

/// What a row says about the kind of file.
pub(super) enum Recognised {
    /// No header.
    Nothing,
    /// A header of one kind. With the number of its columns that were known.
    As(Box<Layout>, usize),
    /// A header of a list, but of which of the two does not follow from it.
    EitherList(Box<Layout>, Box<Layout>, usize),
}

impl Layout {
    /// What the row is as a header.
    pub(super) fn recognise(row: &Row) -> Recognised {
        let mut best: Vec<(usize, Layout)> = Vec::new();
        for kind in FileKind::ALL {
            let (known, telling, layout) = Self::of_kind(kind, row, None);
            if known >= 2 && telling >= 1 {
                match best.first().map_or(0, |(most, _)| *most) {
                    most if known > most => best = vec![(known, layout)],
                    most if known == most => best.push((known, layout)),
                    _ => {}
                }
            }
        }
        let mut best = best.into_iter();
        match (best.next(), best.next()) {
            (Some((known, one)), Some((_, other))) => Recognised::EitherList(Box::new(one), Box::new(other), known),
            (Some((known, layout)), None) => Recognised::As(Box::new(layout), known),
            (None, _) => Recognised::Nothing,
        }
    }

    /// The row as the header that a person said it is.
    pub(super) fn corrected(correction: &Correction, row: &Row) -> Self {
        let (.., mut layout) = Self::of_kind(correction.kind, row, Some(correction));
        for (column, word, meaning) in &correction.words {
            if let Some(spec) = HeaderKey::new(column).spec(correction.kind) {
                layout.meanings.push((spec.field, compact(word), meaning.clone()));
            }
        }
        layout
    }

    /// The row as the header of this kind of file, with the number of known columns and of those that tell the kind.
    fn of_kind(kind: FileKind, row: &Row, correction: Option<&Correction>) -> (usize, usize, Self) {
        let mut layout = Self {
            kind,
            places: [None; FIELDS],
            columns: Vec::with_capacity(row.len()),
            fine_unit: None,
            confiscated_unit: None,
            unused: Vec::new(),
            meanings: Vec::new(),
        };
        // What a person said of a column goes before what another column is called.
        let said: Vec<Option<HeaderKey>> = row.cells().map(|header| said_of(header, correction)).collect();
        let is_said = |field| said.iter().flatten().any(|key| key.spec(kind).is_some_and(|spec| spec.field == field));
        let (mut known, mut telling) = (0, 0);
        for (place, (header, said)) in row.cells().zip(&said).enumerate() {
            let own = HeaderKey::new(header);
            let key = said.as_ref().unwrap_or(&own);
            let spec = key.spec(kind).filter(|spec| {
                layout.places[spec.field as usize].is_none() && (said.is_some() || !is_said(spec.field))
            });
            layout.columns.push(spec.map(|spec| {
                let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
                (spec.field, Column { header: header.trim_start_matches('\u{FEFF}').into(), standard: spec.standard })
            }));
            match spec {
                Some(spec) => {
                    known += 1;
                    telling += usize::from(spec.weight != Weight::Common && spec.field != Field::Uscc);
                    layout.places[spec.field as usize] = Some(place);
                    match spec.field {
                        Field::Fine => layout.fine_unit = key.unit(),
                        Field::Confiscated => layout.confiscated_unit = key.unit(),
                        _ => {}
                    }
                }
                None if own.base.is_empty() || own.is_personal() => {}
                None => layout.unused.push(header.trim().to_owned()),
            }
        }
        (known, telling, layout)
    }

    /// The layout of penalties without a header: which field stands in each column.
    pub(super) fn of_penalties(fields: &[Option<Field>]) -> Self {
        let mut places = [None; FIELDS];
        let specs = FileKind::Penalties.specs();
        let column = |(place, field): (usize, &Option<Field>)| {
            let field = (*field)?;
            places[field as usize] = Some(place);
            let standard = specs.iter().find(|spec| spec.field == field)?.standard;
            // Nobody has written a unit.
            let standard = standard.split('（').next().unwrap_or(standard);
            Some((field, Column { header: standard.into(), standard }))
        };
        let columns = fields.iter().enumerate().map(column).collect();
        Self {
            kind: FileKind::Penalties,
            places,
            columns,
            fine_unit: None,
            confiscated_unit: None,
            unused: Vec::new(),
            meanings: Vec::new(),
        }
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
        if self.meanings.is_empty() {
            return text;
        }
        let text_alone = compact(text);
        let said = self.meanings.iter().find(|(of, word, _)| *of == field && *word == text_alone);
        said.map_or(text, |(.., meaning)| meaning)
    }

    /// How many columns the header has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// The place of the field's column, from 0.
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.places.get(field as usize).copied().flatten()
    }

    /// The column of the field.
    pub(super) fn column(&self, field: Field) -> Option<&Column> {
        self.columns.get(self.place(field)?)?.as_ref().map(|(_, column)| column)
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
            .filter(|spec| spec.weight == Weight::Needed && self.place(spec.field).is_none())
            .map(|spec| spec.standard)
            .collect();
        if self.kind == FileKind::CourtListings && self.place(Field::ListedOn).is_none() {
            missing.push("发布日期");
        }
        if !subject_known && self.place(Field::Uscc).is_none() && self.place(Field::Name).is_none() {
            missing.push(USCC.standard);
        }
        missing
    }

    /// The unit of an amount: the power of ten of yuan and its name. Where the header is silent it is 万元, the
    /// unit of the double-publicity layout.
    pub(super) fn unit(&self, field: Field) -> (i32, &'static str) {
        match if field == Field::Fine { self.fine_unit } else { self.confiscated_unit } {
            Some(0) => (0, "元"),
            _ => (4, "万元"),
        }
    }

    /// The columns of amounts whose Chinese header is silent about the unit. The codes of the double-publicity
    /// layout stand for columns in 万元 and need not say it.
    pub(super) fn without_unit(&self) -> impl Iterator<Item = Field> {
        [(Field::Fine, self.fine_unit), (Field::Confiscated, self.confiscated_unit)]
            .into_iter()
            .filter(|(_, unit)| unit.is_none())
            .map(|(field, _)| field)
            .filter(|field| self.column(*field).is_some_and(|column| !column.header.is_ascii()))
    }

    /// Whether a row repeats the header, as it does on every page of some exports.
    pub(super) fn is_repeated_by(&self, row: &Row) -> bool {
        row.len() == self.columns.len()
            && self.columns.iter().enumerate().all(|(place, column)| {
                column.as_ref().is_none_or(|(_, column)| row.cell(place).trim() == &*column.header)
            })
    }
}

/// The text of a header cell, made comparable.
struct HeaderKey {
    /// Without what stands in brackets behind it.
    base: String,
    /// What stands in brackets behind it.
    note: String,
}

impl HeaderKey {
    fn new(header: &str) -> Self {
        let plain: String = ascii_forms(header)
            .chars()
            .filter(|character| {
                !character.is_whitespace() && !character.is_control() && !matches!(character, '\u{FEFF}' | '*' | '\'')
            })
            .map(|character| character.to_ascii_uppercase())
            .collect();
        match plain.strip_suffix(')').and_then(|inner| inner.split_once('(')) {
            Some((base, note)) => Self { base: base.to_owned(), note: note.to_owned() },
            None => Self { base: plain, note: String::new() },
        }
    }

    /// The column of this kind of file that it names.
    fn spec(&self, kind: FileKind) -> Option<&'static Spec> {
        kind.specs().iter().find(|spec| self.names(spec))
    }

    fn is_personal(&self) -> bool {
        PERSONAL.contains(&&*self.base)
    }

    fn names(&self, spec: &Spec) -> bool {
        let standard = spec.standard.split('（').next().unwrap_or(spec.standard);
        self.base == standard || spec.others.contains(&&*self.base)
    }

    fn unit(&self) -> Option<i32> {
        match self.note.as_str() {
            note if note.contains("万元") => Some(4),
            note if note.contains('元') => Some(0),
            _ => None,
        }
    }
}

/// What a person said that a column is; an empty name says that it is not used.
fn said_of(header: &str, correction: Option<&Correction>) -> Option<HeaderKey> {
    let header = compact(header);
    let (_, standard) = correction?.columns.iter().find(|(name, _)| compact(name) == header)?;
    Some(HeaderKey::new(standard))
}

/// The columns of the files that a correction is about, each with the column of the layout as which it is read.
pub(super) fn fields_of(correction: &Correction) -> Vec<(String, String)> {
    let mut header = Row::default();
    header.fill(correction.shape.split('\t'));
    let (.., layout) = Layout::of_kind(correction.kind, &header, Some(correction));
    let name = |(field, column): &(Field, Column)| {
        let unit = match field {
            Field::Fine => layout.fine_unit,
            Field::Confiscated => layout.confiscated_unit,
            _ => return column.standard.to_owned(),
        };
        let alone = column.standard.split('（').next().unwrap_or_default();
        match unit {
            Some(0) => [alone, "（元）"].concat(),
            Some(_) => [alone, "（万元）"].concat(),
            None => alone.to_owned(),
        }
    };
    let fields = layout.columns.iter().map(|column| column.as_ref().map(name).unwrap_or_default());
    header.cells().map(str::to_owned).zip(fields).collect()
}

/// Whether a column is about persons: nothing of it is kept or shown.
pub(super) fn is_personal(header: &str) -> bool {
    HeaderKey::new(header).is_personal()
}

impl Column {
    /// The name for reports that a program compares: the file's own, or the layout's where the file has a code.
    #[must_use]
    pub fn report_name(&self) -> Cow<'_, str> {
        if self.header.is_ascii() { self.standard.into() } else { Cow::Borrowed(&self.header) }
    }
}
