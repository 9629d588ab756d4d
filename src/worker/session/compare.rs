//! What the district is compared with, kept no longer than it is looked at.

use super::super::list::{Against, Compared, ResolvedView, Sides};
use super::Session;
use crate::district::{Earlier, Found};

impl Session {
    /// Sees to the comparison that a view asks for; without one there is none.
    pub(super) fn compare(&mut self, view: &ResolvedView, found: &Found) {
        let table = self.district.table();
        let asked = table.and_then(|table| {
            Some((table, Against::of(view, table.as_of(), &self.rules, self.before.is_some()).ok()?))
        });
        let Some((table, against)) = asked else {
            // Two tables of a million rows are kept no longer than they are needed.
            (self.other, self.comparison) = (None, None);
            return;
        };
        let earlier = self.before.as_ref().map(|before| &before.earlier);
        let (enterprises, rules) = ((self.district.enterprises(), earlier), &self.rules);
        let kept = self.other.take().filter(|(of, _)| *of == against);
        let (_, other) =
            self.other.insert(kept.unwrap_or_else(|| (against, against.table(enterprises, table.as_of(), rules))));
        if self.comparison.is_none() {
            self.comparison = Some(Sides::of(against, table, other, rules, earlier).compare(&found.indices));
        }
    }

    /// What is compared, and what that found.
    pub(super) fn compared(&self) -> Option<(Sides<'_>, &Compared)> {
        let (against, other) = self.other.as_ref()?;
        let sides = Sides::of(*against, self.district.table()?, other, &self.rules, self.earlier());
        Some((sides, self.comparison.as_ref()?))
    }

    pub(super) fn earlier(&self) -> Option<&Earlier> {
        self.before.as_ref().map(|before| &before.earlier)
    }
}
