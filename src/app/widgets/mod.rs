//! The timeline, and what it needs that is not of components yet.

mod fact_link;
mod fold;
mod table;
mod timeline;

pub use fact_link::fact_link;
pub use fold::{fold, use_folds};
pub use table::table_head;
pub use timeline::{timeline, timeline_on_paper};
