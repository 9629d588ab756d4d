//! The list of enterprises, as the page asks for it.

use std::ops::Range;

use super::super::list::{self, ResolvedView};
use super::super::messages::{LaidOver, LaterFiles, ListAnswer, ListBody, ListHead, ListRequest, Shown};
use super::Session;
use crate::district::{Earlier, Found};
use crate::pack::Locale;

impl Session {
    /// Answers a request for the list, and remembers that it is shown.
    pub(in crate::worker) fn list(&mut self, request: ListRequest) -> ListAnswer {
        let (view, found) = self.find(&request);
        self.compare(&view, &found);
        let (count, offset, body) = match view.asked.shown {
            Shown::Rows => self.rows(&found, &request),
            Shown::Figures => (found.indices.len(), 0, self.figures(&view, &request)),
            Shown::Comparison => self.comparison(&view, &request),
        };
        let head = Box::new(self.head(&view, &found, request.locale));
        self.found = Some((view, found));
        let (view, as_of, locale) = (request.view.clone(), request.as_of, request.locale);
        self.shown = Some(request);
        ListAnswer { view, as_of, locale, count, offset, head, body }
    }

    /// Answers a request for what is printed of the list, while something else of it may be shown.
    pub(in crate::worker) fn list_paper(&mut self, request: ListRequest) -> ListAnswer {
        let shown = self.shown.take();
        let answer = self.list(request);
        self.shown = shown;
        answer
    }

    /// The list that was shown last, anew.
    pub(super) fn shown_anew(&mut self) -> Option<ListAnswer> {
        let shown = self.shown.clone()?;
        Some(self.list(shown))
    }

    fn rows(&self, found: &Found, request: &ListRequest) -> (usize, usize, ListBody) {
        let count = found.indices.len();
        let asked = asked(request, count);
        let (offset, indices) = (asked.start, &found.indices[asked]);
        let rows = self.district.table().map_or_else(Vec::new, |table| {
            list::rows(indices, &self.district, table, self.rules.pack(), request.locale)
        });
        (count, offset, ListBody::Rows(rows))
    }

    fn figures(&mut self, view: &ResolvedView, request: &ListRequest) -> ListBody {
        let rules = (self.rules.pack(), self.rules.calendar());
        let tables = list::tables(view, &mut self.district, rules, request.locale);
        ListBody::Figures(list::tell_figures(view, tables))
    }

    fn comparison(&self, view: &ResolvedView, request: &ListRequest) -> (usize, usize, ListBody) {
        let locale = request.locale;
        let compared = self.compared();
        let moves = compared.map_or(&[][..], |(_, compared)| compared.rows());
        let asked = asked(request, moves.len());
        let (offset, shown) = (asked.start, &moves[asked]);
        let found = compared
            .map(|(sides, compared)| (sides, compared, list::compared_rows(shown, &self.district, sides, locale)));
        let rules = (&self.rules, self.before.is_some());
        let told = list::tell_comparison(view, request.as_of, rules, found, locale);
        (moves.len(), offset, ListBody::Comparison(told))
    }

    fn head(&self, view: &ResolvedView, found: &Found, locale: Locale) -> ListHead {
        let district = &self.district;
        let head = district.table().map(|table| list::head(view, found, (district, table), &self.rules, locale));
        ListHead {
            later: LaterFiles {
                reading: self.later.as_ref().map(|reads| reads.progress.clone()),
                laid: self.earlier().map(|earlier| laid_over(earlier, locale)),
                enterprises: district.enterprises().len(),
                by_hand: district.besides().by_hand.len(),
            },
            keeping: self.keeping.told(self.is_kept()),
            ..head.unwrap_or_default()
        }
    }
}

/// Which of so many rows were asked for.
fn asked(request: &ListRequest, count: usize) -> Range<usize> {
    let first = request.offset.min(count);
    first..count.min(first.saturating_add(request.limit))
}

fn laid_over(earlier: &Earlier, locale: Locale) -> LaidOver {
    let differences = &earlier.differences;
    let [added, changed, gone] = differences.counts();
    let incomplete = differences.incomplete.iter().map(|kind| kind.title(locale).to_owned()).collect();
    let by_hand = (earlier.besides.by_hand.len(), earlier.kept_by_hand);
    LaidOver { added, changed, gone, by_hand, incomplete }
}
