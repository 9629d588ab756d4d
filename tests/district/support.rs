//! What the tests of a district share.

use std::path::Path;

use xinheng::builtin;
use xinheng::district::{District, Table};
use xinheng::facts::{Date, Enterprise};
use xinheng::import::{Gb18030, Import, Importer};

/// The made-up district of two thousand enterprises.
pub fn sample() -> District {
    let directory = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/district"));
    let mut files: Vec<_> = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    let mut importer = Importer::new(|| Box::new(Gb18030::default()));
    for file in files {
        importer.open(&file.file_name().unwrap().to_string_lossy());
        importer.feed(&std::fs::read(file).unwrap());
        importer.close();
    }
    District::new(importer.finish())
}

/// A district of these enterprises, judged as of a day.
pub fn district(enterprises: Vec<Enterprise>, as_of: &str) -> District {
    let registered = enterprises.len();
    let mut district = District::new(Import { enterprises, registered, ..Import::default() });
    district.classify(builtin::pack(), builtin::calendar(), day(as_of));
    district
}

/// The table of a district as of a day.
pub fn table(district: &District, as_of: &str) -> Table {
    Table::new(district.enterprises(), builtin::pack(), builtin::calendar(), day(as_of))
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An enterprise of which nothing is known but code and name.
pub fn enterprise(number: usize) -> Enterprise {
    Enterprise {
        uscc: format!("9115020300000{number:05}"),
        name: format!("包头市示例{number}号超市"),
        ..Enterprise::default()
    }
}
