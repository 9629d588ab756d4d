//! How and how often to inspect.

use super::sentence::plain;
use super::teller::Teller;
use super::{Line, Section, text};
use facts::{RiskGrade, Term};
use pack::FactKind;

impl Teller<'_> {
    pub(super) fn inspection(&self) -> Section {
        let plan = &self.pack.inspection;
        let mut entry = self.entry("inspection".to_owned(), text::INSPECTION.get(self.locale));
        let classes = self.pack.classes.iter().rev().map(|entry| {
            self.fill(
                text::PLAN_OF_CLASS,
                &[
                    plain(self.say(&entry.word)),
                    plain(self.word(entry.approach)),
                    self.parameter_now(entry.sampling),
                    self.parameter_now(entry.visits),
                ],
            )
        });
        entry.lines.push(Line { items: classes.collect(), ..self.line(text::BY_CLASS, Vec::new()) });
        let instead = plain(self.word(plan.approach_with_visits));
        entry.lines.push(self.line(text::WHEN_VISITS_ARE_DUE, self.fill(text::INSTEAD, &[instead])));
        for sector in &plan.sector_visits {
            let grades = RiskGrade::ALL.iter().map(|grade| {
                let words = [self.word(sector.sector), self.word(*grade)];
                let name = plain(&text::SECTOR_GRADE.fill(self.locale, &words));
                self.fill(text::NAMELY, &[name, self.parameter_now(sector.parameter(*grade))])
            });
            entry
                .lines
                .push(Line { items: grades.collect(), ..self.line(text::BY_SECTOR, self.fill(text::THE_LARGER, &[])) });
        }
        let inspections = |filters| self.facts_with(self.word(FactKind::Inspection), filters);
        let cap = if plan.visits_lift_cap { text::CAP } else { text::CAP_STAYS };
        entry.lines.push(self.line(text::ANNUAL_CAP, self.fill(cap, &[self.parameter_now(plan.annual_cap)])));
        if !plan.sector_caps.is_empty() {
            let caps = plan.sector_caps.iter().map(|cap| {
                let cap_of_sector = self.parameter_now(cap.annual_cap);
                self.fill(text::NAMELY, &[plain(self.word(cap.sector)), cap_of_sector])
            });
            let words = self.fill(text::LARGEST_CAP, &[]);
            entry.lines.push(Line { items: caps.collect(), ..self.line(text::CAPS_OF_SECTORS, words) });
        }
        entry.lines.extend([
            self.line(text::USES_CAP, inspections(&plan.uses_cap)),
            self.line(text::NEXT_DUE, self.fill(text::DUE, &[inspections(&plan.resets_due)])),
        ]);
        let spares = plan.spares.as_ref();
        entry.lines.extend(spares.map(|spares| Line { label: self.get(text::SPARES), ..self.condition(spares) }));
        entry.lines.push(self.basis(&plan.source));
        self.section("inspection", text::INSPECTION_SECTION, None, vec![entry])
    }
}
