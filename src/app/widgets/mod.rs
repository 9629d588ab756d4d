//! What several pages draw.

mod citation;
mod class_badge;
mod day_field;
mod fact_link;
mod table;
mod timeline;
mod warning;

pub use citation::{citation, citation_words, rule_link, rules_address, source_details};
pub use class_badge::class_badge;
pub use day_field::{DayField, fault_words};
pub use fact_link::fact_link;
pub use table::{table, table_head};
pub use timeline::timeline;
pub use warning::warning;
