//! The worker that holds a district, and what page and worker say to each other.
//!
//! The page stays free for the person; files are read, joined, classified and searched here. One worker serves one set
//! of files: for others, to cancel, or after a fault the page ends it and starts a fresh one, which also gives its
//! memory back. To the worker goes an array: the JSON text of an [`Ask`], and behind an [`Ask::Read`] the files
//! themselves. From the worker comes the JSON text of a [`Tell`]. Asks are answered in their order; while files are
//! read, the page asks nothing.
//!
//! **Invariant:** nothing here judges; classes come from `assess`, and what a row shows is counted from its facts.

mod client;
mod decoder;
mod desk;
mod messages;
mod serve;

pub use client::{Client, base};
pub use messages::{
    Ask, FileSummary, FoundRow, Problem, ProblemPage, Progress, RowPage, RowQuery, Summary, Tally, Tell,
};
pub use serve::serve;
