//! Reads the files of a district natively, by the same code as the page.
//!
//! `cargo run --release --features encodings --example district -- DIR --as-of DATE`
//!
//! Standard output gets one JSON object: what became of every row (row 1 is the first below the header).

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use serde_json::{Value, json};
use xinheng::district::District;
use xinheng::import::{Gb18030, Importer, Level};

const PIECE_BYTES: usize = 1024 * 1024;

fn main() -> ExitCode {
    match run() {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Value, String> {
    let mut directory = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--as-of" => drop(arguments.next().ok_or("--as-of needs a date")?),
            _ if directory.is_none() => directory = Some(PathBuf::from(argument)),
            other => return Err(format!("unknown argument {other}")),
        }
    }
    let directory = directory.ok_or("usage: district DIR --as-of DATE")?;
    let started = Instant::now();
    let mut importer = Importer::new(|| Box::new(Gb18030::default()));
    for path in tables(&directory)? {
        read(&mut importer, &path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let read_ms = started.elapsed().as_millis();
    let district = District::new(importer.finish());
    eprintln!("read in {read_ms} ms, joined at {} ms", started.elapsed().as_millis());
    Ok(report(&district))
}

/// The tables of a folder, by name. A workbook beside a CSV file of the same name is the same table once more.
fn tables(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let has_extension = |path: &Path, wanted: &[&str]| {
        path.extension().and_then(|found| found.to_str()).is_some_and(|found| wanted.contains(&found))
    };
    paths.retain(|path| {
        has_extension(path, &["csv", "txt", "tsv"])
            || has_extension(path, &["xlsx", "xls"]) && !path.with_extension("csv").exists()
    });
    paths.sort();
    Ok(paths)
}

fn read(importer: &mut Importer, path: &Path) -> std::io::Result<()> {
    importer.open(&path.file_name().unwrap_or_default().to_string_lossy());
    let mut file = File::open(path)?;
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let length = file.read(&mut piece)?;
        if length == 0 || !importer.feed(&piece[..length]) {
            break;
        }
    }
    importer.close();
    Ok(())
}

fn report(district: &District) -> Value {
    let report = district.report();
    let rows: serde_json::Map<_, _> = report.files.iter().map(|file| (file.name.clone(), file.rows.into())).collect();
    let of_level = |level| -> Vec<Value> {
        let problems = report.problems.kept().iter().filter(|problem| problem.level == level);
        problems
            .map(|problem| {
                json!({
                    "file": &*problem.file_name,
                    "row": problem.at.map(|at| at.row),
                    "column": problem.column.as_ref().map(|column| column.report_name()),
                    "value": problem.value,
                    "code": problem.code(),
                })
            })
            .collect()
    };
    let name = |file: usize| report.files.get(file).map(|file| file.name.as_str());
    let duplicates: Vec<Value> = report
        .duplicates
        .iter()
        .map(|duplicate| {
            let mut entry = json!({"file": name(duplicate.file), "row": duplicate.at.row, "of": duplicate.of.row});
            if duplicate.file != duplicate.of_file {
                entry["of_file"] = json!(name(duplicate.of_file));
            }
            entry
        })
        .collect();
    json!({
        "rows": rows,
        "refused": of_level(Level::Refused),
        "notices": of_level(Level::Notice),
        "duplicates": duplicates,
        "enterprises": district.enterprises().len(),
        "unregistered": district.unregistered(),
        "natural_persons": report.natural_persons,
        "joined_by_name": report.joined_by_name,
    })
}
