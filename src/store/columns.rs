//! Which columns of the list a person chose, kept for the tab.

use super::draft::{keep, storage};
use crate::district::Column;
use crate::facts::{Set, Term};

const COLUMNS: &str = "xinheng.columns";

/// Returns the columns that this tab kept; `None` where nobody chose any.
#[must_use]
pub fn kept_columns() -> Option<Set<Column>> {
    let kept = storage()?.get_item(COLUMNS).ok()??;
    Some(kept.split(' ').filter_map(Column::from_code).collect())
}

/// Keeps them in the place of those kept before; whether the browser did.
pub fn keep_columns(columns: Set<Column>) -> bool {
    let codes: Vec<&str> = columns.iter().map(Term::code).collect();
    keep(COLUMNS, Some(&codes.join(" ")))
}
