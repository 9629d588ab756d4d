//! What several pages are made of, one component a file. A component knows its properties only: what it shows, and whom it
//! tells what a person did. It asks no page for elements other than its own, and reads nothing back out of them but what a
//! person writes.

mod choice;
mod citation;
mod class_badge;
mod day_picker;
mod fact_link;
mod fold;
mod help_link;
mod search_field;
mod site_link;
mod text_field;
mod ticks;
mod warning_note;

pub use choice::{Choice, Word};
pub use citation::{Citation, RuleLink, SourceDetails, not_in_force, rules_address};
pub use class_badge::ClassBadge;
pub use day_picker::DayPicker;
pub use fact_link::FactLink;
pub use fold::{Fold, Folds, use_folds};
pub use help_link::HelpLink;
pub use search_field::SearchField;
pub use site_link::{Site, SiteLink};
pub use text_field::TextField;
pub use ticks::Ticks;
pub use warning_note::WarningNote;
