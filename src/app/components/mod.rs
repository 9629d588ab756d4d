//! What several pages are made of, one component a file. A component knows its properties only: what it shows, and whom it
//! tells what a person did. It asks no page for elements other than its own, and reads nothing back out of them but what a
//! person writes.

mod answered_choice;
mod as_of_field;
mod changes_banner;
mod choice;
mod citation;
mod class_badge;
mod day_picker;
mod fact_link;
mod file_field;
mod fold;
mod help_link;
mod menu;
mod notice_box;
mod reading_progress;
mod search_field;
mod site_link;
mod text_field;
mod ticks;
mod timeline;
mod warning_note;

pub use answered_choice::AnsweredChoice;
pub use as_of_field::{AsOfField, as_of_words};
pub use changes_banner::ChangesBanner;
pub use choice::{Choice, Word};
pub use citation::{Citation, RuleLink, SourceDetails, not_in_force, rules_address};
pub use class_badge::{ClassBadge, marked_words};
pub use day_picker::DayPicker;
pub use fact_link::{FactLink, fact_button, fact_words};
pub use file_field::FileField;
pub use fold::{Fold, Folds, use_folds};
pub use help_link::HelpLink;
pub use menu::{Menu, close_menu};
pub use notice_box::NoticeBox;
pub use reading_progress::ReadingProgress;
pub use search_field::SearchField;
pub use site_link::{Site, SiteLink};
pub use text_field::TextField;
pub use ticks::Ticks;
pub use timeline::{PaperTimeline, Timeline};
pub use warning_note::WarningNote;
