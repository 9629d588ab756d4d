//! Reads the files of a district natively, by the same code as the page.
//!
//! `cargo run --release --features encodings --example district -- DIR --as-of DATE [--assess FILE]`
//!
//! Standard output gets one JSON object: what became of every row (row 1 is the first below the header), and how many
//! enterprises there are of each class. FILE gets `{uscc, class, rules}` a line for every enterprise. How long it
//! took goes to standard error.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use serde_json::{Value, json};
use xinheng::builtin;
use xinheng::district::{self, District, Tallies};
use xinheng::facts::{Date, Term};
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

/// What the command line asks for.
struct Task {
    directory: PathBuf,
    as_of: Date,
    assess: Option<PathBuf>,
}

impl Task {
    fn read() -> Result<Self, String> {
        let (mut directory, mut as_of, mut assess) = (None, None, None);
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--as-of" => {
                    let day = arguments.next().and_then(|day| day.parse::<Date>().ok());
                    as_of = Some(day.ok_or("--as-of takes a day like 2026-11-21")?);
                }
                "--assess" => assess = Some(arguments.next().ok_or("--assess takes a file")?.into()),
                _ if directory.is_none() => directory = Some(argument.into()),
                other => return Err(format!("what is {other}?")),
            }
        }
        let (Some(directory), Some(as_of)) = (directory, as_of) else {
            return Err("usage: district DIR --as-of DATE [--assess FILE]".to_owned());
        };
        Ok(Self { directory, as_of, assess })
    }
}

fn run() -> Result<Value, String> {
    let task = Task::read()?;
    let started = Instant::now();
    let mut importer = Importer::new(|| Box::new(Gb18030::default()));
    for path in tables(&task.directory)? {
        read(&mut importer, &path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let read = started.elapsed();
    let mut district = District::new(importer.finish());
    let joined = started.elapsed();
    let tallies = district.classify(builtin::pack(), builtin::calendar(), task.as_of);
    let classed = started.elapsed();
    eprintln!(
        "read {} ms, joined {} ms, classed {} ms",
        read.as_millis(),
        (joined - read).as_millis(),
        (classed - joined).as_millis()
    );
    if let Some(path) = &task.assess {
        write_classes(&district, path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(report(&district, &tallies))
}

fn write_classes(district: &District, path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    for (place, enterprise) in district.enterprises().iter().enumerate() {
        let Some(standing) = district.standing(place) else { continue };
        let rules: Vec<&str> = district::rules(builtin::pack(), standing.verdict).collect();
        let line = json!({"uscc": enterprise.uscc, "class": standing.verdict.class.code(), "rules": rules});
        writeln!(file, "{line}")?;
    }
    file.flush()
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

fn report(district: &District, tallies: &Tallies) -> Value {
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
    let classes: serde_json::Map<_, _> =
        tallies.classes.iter().map(|(class, count)| (class.code().to_owned(), (*count).into())).collect();
    let rules: serde_json::Map<_, _> = tallies.rules.iter().map(|(id, count)| (id.clone(), (*count).into())).collect();
    json!({
        "rows": rows,
        "refused": of_level(Level::Refused),
        "notices": of_level(Level::Notice),
        "duplicates": duplicates,
        "enterprises": district.enterprises().len(),
        "unregistered": district.unregistered(),
        "natural_persons": report.natural_persons,
        "joined_by_name": report.joined_by_name,
        "classes": classes,
        "rules": rules,
        "key_cases": tallies.key_cases,
    })
}
