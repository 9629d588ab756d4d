//! What several pages draw.

mod calendar_button;
mod citation;
mod class_badge;
mod day_field;
mod fact_link;
mod table;
mod term;
mod timeline;
mod warning;

pub use calendar_button::calendar_button;
pub use citation::{citation, citation_words, not_in_force, rule_link, rules_address, source_details};
pub use class_badge::class_badge;
pub use day_field::{DayField, fault_words};
pub use fact_link::fact_link;
pub use table::{table, table_head};
pub use term::term;
pub use timeline::timeline;
pub use warning::warning;
