//! What several pages draw.

mod citation;
mod class_badge;
mod fact_link;
mod fold;
mod table;
mod term;
mod timeline;
mod warning;

pub use crate::app::state::queries::day_fault_words as fault_words;
pub use citation::{citation, citation_words, rule_link, source_details};
pub use class_badge::class_badge;
pub use fact_link::fact_link;
pub use fold::{fold, use_folds};
pub use table::{table, table_head};
pub use term::term;
pub use timeline::{timeline, timeline_on_paper};
pub use warning::warning;
