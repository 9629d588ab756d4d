//! What happens around the pages whatever is shown, one hook a file.

mod address;
mod district;
mod draft;
mod drop;
mod help;
mod print;
mod title;
mod unload;

pub use address::use_address;
pub use district::{use_content, use_district, use_openings};
pub use draft::use_draft;
pub use drop::use_drop;
pub use help::use_help;
pub use print::use_print;
pub use title::use_title;
pub use unload::use_unload;
