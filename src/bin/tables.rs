//! The reader of tables of the package for JavaScript: text and web pages. `npm/` loads it when it is first called.

#[path = "tables/reading.rs"]
mod reading;

fn main() {}
