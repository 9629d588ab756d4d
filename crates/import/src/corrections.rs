//! What a person said about files of one shape: which column is which field, and which word means which.

use super::columns::FileKind;
use super::layout::{Header, fields_of, missing_of};
use super::seen::shape;

/// What was corrected for files of one shape. All names are those that people see, so that a correction can be kept
/// and shown as it is.
///
/// ```
/// use import::{Correction, Corrections, FileKind};
///
/// let mut correction = Correction::new("信用代码\t企业\t状态", FileKind::Register);
/// correction.columns.push(("信用代码".into(), "统一社会信用代码".into()));
/// correction.columns.push(("状态".into(), "登记状态".into()));
/// correction.words.push(("登记状态".into(), "正常".into(), "存续".into()));
/// let mut corrections = Corrections::default();
/// corrections.put(correction);
/// assert_eq!(Corrections::read(&corrections.write()), corrections);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which files are meant: those with this header, see [`FileReport::shape`](super::FileReport::shape).
    pub shape: String,
    /// What they are.
    pub kind: FileKind,
    /// A column of the file, and the column of the layout that it is, from [`FileKind::columns`], or nothing when it is
    /// not to be used. The unit of an amount is taken from that name: 罚款金额（元）, 罚款金额（万元）. Columns that are not
    /// named here are recognised as always.
    pub columns: Vec<(String, String)>,
    /// A column of the layout, a word in it, and the word that is meant, or nothing when the cell counts as empty.
    pub words: Vec<(String, String, String)>,
}

impl Correction {
    /// A correction that says nothing but what files of this shape are.
    #[must_use]
    pub fn new(shape: &str, kind: FileKind) -> Self {
        Self { shape: shape.to_owned(), kind, columns: Vec::new(), words: Vec::new() }
    }

    /// The columns of the files that are meant, each with the column of the layout as which it is read: by what is said
    /// here, else by its name; nothing for those that are not used. An amount has the unit in its name that it is read
    /// in, or none where nobody says one.
    ///
    /// ```
    /// use import::{Correction, FileKind};
    ///
    /// let mut correction = Correction::new("信用代码\t处罚类别\t罚款金额（元）", FileKind::Penalties);
    /// correction.columns.push(("信用代码".into(), "统一社会信用代码".into()));
    /// let fields: Vec<String> = correction.fields().into_iter().map(|(_, field)| field).collect();
    /// assert_eq!(fields, ["统一社会信用代码", "处罚类别", "罚款金额（元）"]);
    /// ```
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        fields_of(self)
    }

    /// Returns the columns of the layout without which such files cannot be read, and which none of theirs is.
    ///
    /// ```
    /// use import::{Correction, FileKind};
    ///
    /// let mut correction = Correction::new("统一社会信用代码\t处罚类别\t作出决定的时间", FileKind::Penalties);
    /// assert_eq!(correction.missing(), ["处罚决定日期"]);
    /// correction.columns.push(("作出决定的时间".into(), "处罚决定日期".into()));
    /// assert!(correction.missing().is_empty());
    /// ```
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        missing_of(self)
    }
}

/// The corrections for files of all shapes that were met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections(Vec<Correction>);

impl Corrections {
    /// Remembers a correction in the place of an earlier one for the same shape.
    pub fn put(&mut self, correction: Correction) {
        self.forget(&correction.shape);
        self.0.push(correction);
    }

    /// Forgets what was said about files of a shape.
    pub fn forget(&mut self, shape: &str) {
        self.0.retain(|known| known.shape != shape);
    }

    /// What was said about files of a shape.
    #[must_use]
    pub fn get(&self, shape: &str) -> Option<&Correction> {
        self.0.iter().find(|known| known.shape == shape)
    }

    pub(super) fn of_header(&self, header: &Header) -> Option<&Correction> {
        if self.0.is_empty() { None } else { self.get(&shape(header)) }
    }

    /// The corrections as text, a line a statement, for keeping.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut line = |parts: &[&str]| {
            let parts: Vec<String> = parts.iter().map(|part| part.replace(['\n', '\r'], " ")).collect();
            text.push_str(&parts.join("\t"));
            text.push('\n');
        };
        for correction in &self.0 {
            line(&["file", correction.kind.name(), &correction.shape]);
            for (header, standard) in &correction.columns {
                line(&["column", &header.replace('\t', " "), standard]);
            }
            for (column, word, meaning) in &correction.words {
                line(&["word", column, &word.replace('\t', " "), meaning]);
            }
        }
        text
    }

    /// Reads what [`write`](Corrections::write) wrote; lines of any other kind are passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut corrections = Self::default();
        for line in text.lines() {
            let (what, rest) = line.split_once('\t').unwrap_or((line, ""));
            let (first, rest) = rest.split_once('\t').unwrap_or((rest, ""));
            match (what, corrections.0.last_mut()) {
                ("file", _) => {
                    let kind = FileKind::ALL.into_iter().find(|kind| kind.name() == first);
                    corrections.0.extend(kind.map(|kind| Correction::new(rest, kind)));
                }
                ("column", Some(last)) => last.columns.push((first.to_owned(), rest.to_owned())),
                ("word", Some(last)) => {
                    let (word, meaning) = rest.split_once('\t').unwrap_or((rest, ""));
                    last.words.push((first.to_owned(), word.to_owned(), meaning.to_owned()));
                }
                _ => {}
            }
        }
        corrections
    }
}
