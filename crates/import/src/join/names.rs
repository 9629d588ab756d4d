//! What an enterprise is called where its rows do not agree.

use std::collections::{HashMap, HashSet};

use super::super::cell::compact;
use super::super::gather::{Gathered, NameOf};
use super::super::problem::{Fault, Level, Problem, Problems};
use super::super::report::RemarkKind;
use super::super::row::{Details, Source};
use super::Remarks;

/// Settles the names: the register's, without one that of more than half of the rows with the code, without one none. Each
/// row with another name is noticed.
pub(super) fn settle(gathered: &mut Gathered, sources: &[Source], problems: &mut Problems, remarks: &mut Remarks) {
    let differing: HashSet<u32> = gathered
        .names
        .iter()
        .filter(|row| row.name.is_some())
        .map(|row| row.enterprise)
        .chain(gathered.first_names.keys().copied())
        .collect();
    if differing.is_empty() {
        return;
    }
    let Gathered { names, first_names, enterprises, named_by_register, name_columns, .. } = gathered;
    let name_of = |row: &NameOf, first: &str| row.name.as_deref().unwrap_or(first).to_owned();
    let mut by_enterprise: HashMap<u32, Vec<&NameOf>> = HashMap::new();
    for row in names.iter().filter(|row| differing.contains(&row.enterprise)) {
        by_enterprise.entry(row.enterprise).or_default().push(row);
    }
    let mut indices: Vec<u32> = by_enterprise.keys().copied().collect();
    indices.sort_unstable();
    for index in indices {
        let (Some(rows), Some(enterprise)) = (by_enterprise.get(&index), enterprises.get_mut(index as usize)) else {
            continue;
        };
        let first = first_names.get(&index).map_or(enterprise.name.as_str(), |name| name).to_owned();
        if !named_by_register.get(index as usize).copied().unwrap_or_default() {
            enterprise.name = most_rows(rows.iter().map(|row| name_of(row, &first)), rows.len()).unwrap_or_default();
        }
        let official = compact(&enterprise.name);
        for row in rows {
            let name = name_of(row, &first);
            let Some(source) = sources.get(row.file as usize).filter(|_| compact(&name) != official) else { continue };
            let column = name_columns.get(row.file as usize).and_then(Option::as_ref);
            let hint = enterprise.name.clone();
            let details = Details { at: Some(row.at), column, value: &name, hint };
            let problem: Problem = source.problem(Level::Notice, Fault::NameDiffers, details);
            remarks.add(index, RemarkKind::NameDiffers, &problem);
            problems.add(Level::Notice, Fault::NameDiffers, || problem);
        }
    }
}

/// The name that more than half of the rows have, as the first of them writes it.
fn most_rows(names: impl Iterator<Item = String>, rows: usize) -> Option<String> {
    let mut counts: HashMap<String, (String, usize)> = HashMap::new();
    for name in names {
        counts.entry(compact(&name)).or_insert((name, 0)).1 += 1;
    }
    counts.into_values().find(|(_, count)| count * 2 > rows).map(|(name, _)| name)
}
