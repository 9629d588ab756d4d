//! How long a million enterprises take: judging all, finding, ordering, counting.
//!
//! `cargo bench --bench district --features encodings` takes the made-up two thousand of the tests five hundred times
//! over; `-- 100000` takes so many. Of each question the shortest of five times is told, in milliseconds; of an order
//! also the first time, when it is worked out.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use xinheng::builtin;
use xinheng::district::{Column, District, Filter, InspectionState, RepairState, Sort, Table, compare};
use xinheng::facts::{Date, EnterpriseStatus, Term};
use xinheng::import::{Gb18030, Import, Importer};

fn main() {
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000);
    let as_of: Date = "2026-11-21".parse().unwrap_or_default();
    let (pack, calendar) = (builtin::pack(), builtin::calendar());
    let mut district = District::new(many(count));
    println!("{} enterprises", district.enterprises().len());
    once("judging all", || black_box(district.classify(pack, calendar, as_of)));

    let active = Filter { statuses: [EnterpriseStatus::Active].into_iter().collect(), ..Filter::default() };
    let worst = Filter {
        classes: [builtin::pack().class_with_id("high_risk").unwrap().class].into_iter().collect(),
        ..active.clone()
    };
    let words = |words: &str| Filter { words: words.to_owned(), ..Filter::default() };
    let filters = [
        ("all", Filter::default()),
        ("active of high risk", worst.clone()),
        ("overdue", Filter { inspection: Some(InspectionState::Overdue), ..active.clone() }),
        ("repair within 30 days", Filter { repair: Some(RepairState::Within(30)), ..active.clone() }),
    ];
    for (name, filter) in &filters {
        shortest(&format!("find: {name}"), || black_box(district.find(filter, Sort::default())));
    }
    once("find: the word 超市, first time", || black_box(district.find(&words("超市"), Sort::default())));
    once("find: and another word", || black_box(district.find(&words("超市 示例"), Sort::default())));
    for column in Column::ALL.iter().copied() {
        let sort = Sort { column, descending: true };
        once(&format!("order by {}, first time", column.code()), || black_box(district.find(&active, sort)));
        shortest(&format!("order by {}", column.code()), || black_box(district.find(&active, sort)));
    }
    shortest("figures", || black_box(district.figures(&active, pack)));
    once("delays and forecast", || black_box(district.outlook(&active, pack, calendar)));
    let later = Table::new(district.enterprises(), pack, calendar, "2027-06-01".parse().unwrap_or_default());
    let now = district.table().expect("all were judged");
    shortest("compare two days", || black_box(compare((now, pack), (&later, pack), 0..later.len())));
}

fn once<T>(what: &str, act: impl FnOnce() -> T) {
    let start = Instant::now();
    act();
    println!("{what}: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
}

fn shortest<T>(what: &str, mut act: impl FnMut() -> T) {
    let times = (0..5).map(|_| {
        let start = Instant::now();
        act();
        start.elapsed()
    });
    println!("{what}: {:.1} ms", times.min().unwrap_or_default().as_secs_f64() * 1000.0);
}

/// The made-up district as often as it takes, each time with other names and codes.
fn many(count: usize) -> Import {
    let directory = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/district"));
    let mut importer = Importer::new(|| Box::new(Gb18030::default()));
    for file in std::fs::read_dir(directory).expect("the made-up district").flatten() {
        if file.path().extension().is_some_and(|extension| extension == "csv") {
            importer.open(&file.file_name().to_string_lossy());
            importer.feed(&std::fs::read(file.path()).expect("a file of it"));
            importer.close();
        }
    }
    let few = importer.finish().enterprises;
    let enterprises: Vec<_> = (0..count)
        .map(|number| {
            let mut firm = few[number % few.len()].clone();
            firm.name.push_str(&format!("第{number}店"));
            firm.uscc = format!("9115{:013}X", (number * 7_919) % 1_000_003);
            firm
        })
        .collect();
    Import { registered: enterprises.len(), enterprises, ..Import::default() }
}
