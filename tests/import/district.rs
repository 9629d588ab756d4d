//! Whole districts against the list of every cell that was broken on purpose.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use xinheng::import::{Import, Level};

use crate::support::importer;

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/district");

fn sample(piece: usize) -> (Import, Value) {
    let directory = Path::new(DIRECTORY);
    let manifest: Value =
        serde_json::from_str(&std::fs::read_to_string(directory.join("manifest.json")).unwrap()).unwrap();
    let mut importer = importer();
    for name in manifest["rows"].as_object().unwrap().keys() {
        importer.open(name);
        for bytes in std::fs::read(directory.join(name)).unwrap().chunks(piece) {
            importer.feed(bytes);
        }
        importer.close();
    }
    (importer.finish(), manifest)
}

type Cell = (String, u64, String, String, String);

fn broken(manifest: &Value, level: &str) -> BTreeSet<Cell> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of_level = manifest["broken"].as_array().unwrap().iter().filter(|cell| cell["level"] == level);
    of_level
        .map(|cell| {
            let row = cell["row"].as_u64().unwrap();
            (text(&cell["file"]), row, text(&cell["column"]), text(&cell["value"]), text(&cell["code"]))
        })
        .collect()
}

fn told(import: &Import, level: Level) -> Vec<Cell> {
    let of_level = import.report.problems.kept().iter().filter(|problem| problem.level == level);
    of_level
        .map(|problem| {
            let column = problem.column.as_ref().unwrap().report_name().into_owned();
            let row = problem.at.unwrap().row.into();
            (problem.file_name.to_string(), row, column, problem.value.clone(), problem.code().to_owned())
        })
        .collect()
}

#[test]
fn the_sample_is_read_as_its_manifest_says() {
    for piece in [4093, 1 << 20] {
        let (import, manifest) = sample(piece);
        let refused = told(&import, Level::Refused);
        assert_eq!(BTreeSet::from_iter(refused.clone()), broken(&manifest, "refused"));
        assert_eq!(refused.len(), broken(&manifest, "refused").len());
        assert!(broken(&manifest, "notice").is_subset(&told(&import, Level::Notice).into_iter().collect()));

        let duplicates: Vec<_> = import.report.duplicates.iter().map(|found| (found.at.row, found.of.row)).collect();
        let expected: Vec<_> = manifest["duplicates"].as_array().unwrap().iter().collect();
        assert_eq!(duplicates.len(), expected.len());
        for (found, expected) in duplicates.iter().zip(expected) {
            assert_eq!((Value::from(found.0), Value::from(found.1)), (expected["row"].clone(), expected["of"].clone()));
        }
        for file in &import.report.files {
            assert_eq!(manifest["rows"][&file.name], file.rows, "{}", file.name);
            assert_eq!(file.kind.unwrap().name(), file.name.trim_end_matches(".csv"));
        }
        assert_eq!(manifest["natural_persons"], import.report.natural_persons);
        assert_eq!(manifest["joined_by_name"], import.report.joined_by_name);
        let lost = broken(&manifest, "refused").iter().filter(|cell| cell.0 == "经营主体.csv").count();
        assert_eq!(import.registered, 2000 - lost);
    }
}
