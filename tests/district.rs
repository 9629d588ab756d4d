//! Many enterprises as an office sees them: found, ordered, counted, compared and written out.

#[path = "district/support.rs"]
mod support;

#[path = "district/compare.rs"]
mod compare;
#[path = "district/figures.rs"]
mod figures;
#[path = "district/find.rs"]
mod find;
#[path = "district/table.rs"]
mod table;
