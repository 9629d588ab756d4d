//! What several pages are made of, one component a file. A component knows its properties only: what it shows, and whom it
//! tells what a person did. It asks no page for elements other than its own, and reads nothing back out of them but what a
//! person writes.

mod choice;
mod day_picker;
mod text_field;
mod ticks;
mod warning_note;

pub use choice::{Choice, Word};
pub use day_picker::DayPicker;
pub use text_field::TextField;
pub use ticks::Ticks;
pub use warning_note::WarningNote;
