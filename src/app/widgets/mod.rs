//! What several pages draw.

mod citation;
mod class_badge;
mod fact_link;
mod fold;
mod table;
mod timeline;
mod warning;

pub use citation::{citation, source_details};
pub use class_badge::class_badge;
pub use fact_link::fact_link;
pub use fold::{fold, use_folds};
pub use table::{table, table_head};
pub use timeline::{timeline, timeline_on_paper};
pub use warning::warning;
