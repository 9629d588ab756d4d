//! What leaves a district as a file: read back by others, it says what the page says, and nothing in it is a formula.

#[path = "district/support.rs"]
mod support;

#[path = "export/csv.rs"]
mod csv;
#[path = "export/rows.rs"]
mod rows;
#[path = "export/xlsx.rs"]
mod xlsx;
