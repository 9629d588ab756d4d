//! What is read from the state and from an assessment, put into the words of the page. Nothing here changes anything,
//! and nothing judges.

mod cited;
mod day_fault;
mod fact;
mod glossary;
mod marked;
mod problem;
mod repair;
mod trace;
mod track;
mod value;
mod view;
mod warnings;
mod weighed;
mod withheld;

pub use cited::{Force, force};
pub use day_fault::day_fault_words;
pub use fact::{fact_id, fact_ids, fact_title, grade_words, latest_first, list_title};
pub use glossary::explained;
pub use marked::{WHY, marked};
pub use problem::problem_words;
pub use repair::{
    channel_in_full, earliest_day, lacking_days, repair_sentence, repair_sentence_with_days, repair_state,
    repair_status,
};
pub use trace::trace_words;
pub use track::{periods, why_track};
pub use value::value_words;
pub use view::View;
pub use warnings::{of_fact, of_facts, of_item, of_whole};
pub use weighed::{exception_words, severity_words};
pub use withheld::missing_words;
