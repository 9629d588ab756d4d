//! Files of an office → the enterprises of a district: bytes → text → rows → cells → facts, or words about what could
//! not be used.
//!
//! An [`Importer`] takes the files one after the other, each in pieces as they come, and knows neither a file system
//! nor a browser: bytes and the decoder of GB18030 come in as arguments. What a file is follows from
//! its columns, never from its name. A row that cannot be read never stops the rest: [`Importer::finish`] gives what
//! was understood together with every [`Problem`].
//!
//! ```
//! use import::{Decoder, Importer};
//!
//! struct None;
//! impl Decoder for None {
//!     fn decode(&mut self, _: &[u8], _: bool, _: &mut String) -> usize {
//!         0
//!     }
//! }
//!
//! let mut importer = Importer::new(|| Box::new(None));
//! importer.open("register.csv");
//! importer.feed("统一社会信用代码,企业名称,登记状态\n91350100M000100Y43,示例有限公司,存续\n,无码,存续\n".as_bytes());
//! importer.close();
//! let import = importer.finish();
//!
//! assert_eq!(import.enterprises[0].name, "示例有限公司");
//! assert_eq!(import.report.problems.kept()[0].code(), "uscc_missing");
//! assert_eq!(import.report.problems.kept()[0].at.unwrap().sheet_row, 3);
//! ```

mod bundle;
pub mod cell;
mod columns;
mod corrections;
mod decode;
mod described;
mod detect;
mod encode;
mod figures;
mod file;
mod folder;
mod format;
mod gather;
mod gb18030;
mod importer;
mod join;
mod layout;
mod limits;
mod lists;
mod markup;
mod met;
mod order;
mod pasted;
mod problem;
mod read;
mod report;
mod row;
mod rows;
mod seen;
mod sheet_text;
#[cfg(feature = "sheets")]
mod sheets;
mod split;
mod table;
mod unread;
mod vocabulary;
mod words;

pub use bundle::unbundle;
pub use columns::{FileKind, without_unit};
pub use corrections::{Correction, Corrections};
#[cfg(feature = "encodings")]
pub use decode::Gb18030;
pub use decode::{Decoder, Encoding};
pub use detect::is_workbook;
pub use encode::Gb18030Table;
pub use format::Format;
pub use gb18030::{ByTable, Gb18030Characters};
pub use importer::{Importer, Sheet};
pub use join::Duplicate;
pub use limits::Limits;
pub use pasted::{Pasted, Unit, pasted};
pub use problem::{Column, Fault, Level, Problem, Problems, RowPlace};
pub use report::{Authority, FileReport, Import, ImportReport, Remark, RemarkKind, UnknownWord};
pub use seen::Seen;
pub use sheet_text::SheetText;
#[cfg(feature = "sheets")]
pub use sheets::{TakesSheets, read_workbook};
