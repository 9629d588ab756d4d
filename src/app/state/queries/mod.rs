//! What is read from the state and from an assessment, put into the words of the page. Nothing here changes anything,
//! and nothing judges.

mod cited;
mod fact;
mod problem;
mod repair;
mod view;
mod warnings;

pub use cited::{Force, force};
pub use fact::{fact_id, fact_title, list_title};
pub use problem::problem_words;
pub use repair::repair_sentence;
pub use view::View;
pub use warnings::{of_fact, of_item, of_whole};
