//! Measuring, and the table against the aims.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion};
use xinheng::assess::Assessor;
use xinheng::builtin;

use crate::records::{as_of, enterprise};

/// How many penalties the enterprises have.
const PENALTIES: [usize; 4] = [0, 2, 12, 200];
/// What is measured, and how many nanoseconds it may take for two penalties.
const AIMS: [(&str, Option<f64>); 3] =
    [("classify", Some(1_000.0)), ("assess", Some(20_000.0)), ("assess_and_write", None)];

/// Where the measurements are kept, beside what else is built.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("criterion")
}

pub fn all() {
    let mut criterion = Criterion::default()
        .output_directory(&folder())
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    for penalties in PENALTIES {
        let enterprise = enterprise(penalties);
        let mut assessor = Assessor::new(builtin::pack(), builtin::calendar(), as_of());
        let id = |what| BenchmarkId::new(what, penalties);
        let mut group = criterion.benchmark_group("engine");
        group.bench_function(id("classify"), |bench| bench.iter(|| assessor.classify(black_box(&enterprise))));
        group.bench_function(id("assess"), |bench| bench.iter(|| assessor.assess(black_box(&enterprise), false)));
        group.bench_function(id("assess_and_write"), |bench| {
            bench.iter(|| serde_json::to_string(&assessor.assess(black_box(&enterprise), false)).unwrap())
        });
        group.finish();
    }
    criterion.final_summary();
    print_table();
}

/// The median and the shortest time of one call, in nanoseconds, of the latest run that measured it.
fn measured(what: &str, penalties: usize) -> Option<(f64, f64)> {
    let folder = folder().join("engine").join(what).join(penalties.to_string()).join("new");
    let read = |file: &str| -> Option<serde_json::Value> {
        serde_json::from_str(&std::fs::read_to_string(folder.join(file)).ok()?).ok()
    };
    let median = read("estimates.json")?["median"]["point_estimate"].as_f64()?;
    let sample = read("sample.json")?;
    let (times, calls) = (sample["times"].as_array()?, sample["iters"].as_array()?);
    let each = times.iter().zip(calls).filter_map(|(time, calls)| Some(time.as_f64()? / calls.as_f64()?));
    Some((median, each.fold(f64::INFINITY, f64::min)))
}

fn print_table() {
    println!("\nOne call in ns, median / shortest (the shortest is what a busy machine disturbs least);");
    println!("the last columns set the aim for two penalties against both.\n");
    print!("{:<18}", "penalties");
    PENALTIES.iter().for_each(|penalties| print!("{penalties:>20}"));
    println!("{:>10}{:>14}", "aim", "of aim");
    for (what, aim) in AIMS {
        print!("{what:<18}");
        for penalties in PENALTIES {
            let shown = measured(what, penalties).map(|(median, shortest)| format!("{median:.0} / {shortest:.0}"));
            print!("{:>20}", shown.unwrap_or_else(|| "–".to_owned()));
        }
        match (aim, measured(what, 2)) {
            (Some(aim), Some((median, shortest))) => {
                println!("{aim:>10.0}{:>14}", format!("{:.2} / {:.2}", median / aim, shortest / aim));
            }
            _ => println!(),
        }
    }
}
