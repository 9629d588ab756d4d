//! Drawing cases: the same ones every time, more or other ones when the environment asks for them.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

fn number(variable: &str, default: u32) -> u32 {
    std::env::var(variable).map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{variable}={text}")))
}

fn runner(cases: u32, percent: u32) -> TestRunner {
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&number("GENERATED_SEED", 1).to_le_bytes());
    let config = Config {
        cases: (cases * number("GENERATED_CASES", 1) * percent / 100).max(1),
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

/// Holds a property against so many cases; the smallest case that breaks it is shown.
pub fn for_all<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    // A share of the cases, for runs that must be quick.
    if let Err(failure) = runner(cases, number("GENERATED_PERCENT", 100)).run(&strategy, property) {
        panic!("{failure}");
    }
}

/// Looks at so many cases one by one.
pub fn each<S: Strategy>(cases: u32, strategy: S, mut look: impl FnMut(S::Value)) {
    let mut runner = runner(cases, 100);
    for _ in 0..runner.config().cases {
        look(strategy.new_tree(&mut runner).unwrap().current());
    }
}
