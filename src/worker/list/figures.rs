//! The figures of a district, and tables of numbers as the page is told of them.

use super::ResolvedView;
use crate::calendar::Calendar;
use crate::district::District;
use crate::export::{FigureTable, figure_tables, outlook_tables};
use crate::facts::EnterpriseStatus;
use crate::pack::{Locale, Pack};
use crate::worker::messages::{Facet, Figure, Figures, Narrowing};

/// So many rows of a table the page is told of; more are for a file.
const MOST_ROWS: usize = 200;

/// The view of the figures: unless it asks for a status, of active enterprises alone.
pub(super) fn of_active(view: &ResolvedView) -> ResolvedView {
    let mut view = view.clone();
    if view.filter.statuses.is_empty() {
        let active = EnterpriseStatus::Active;
        view.asked.filter.narrow(Facet::Status, Some(Narrowing::Status(active)));
        view.filter.statuses.insert(active);
    }
    view
}

/// All tables of the enterprises that a view is narrowed to, and how many those are.
pub(in crate::worker) fn tables(
    view: &ResolvedView,
    district: &mut District,
    (pack, calendar): (&Pack, &Calendar),
    locale: Locale,
) -> (Vec<FigureTable>, usize) {
    let filter = of_active(view).filter;
    let figures = district.figures(&filter, pack).unwrap_or_default();
    let outlook = district.outlook(&filter, pack, calendar).unwrap_or_default();
    let mut tables = figure_tables(&figures, pack, locale);
    tables.extend(outlook_tables(&outlook, pack, locale));
    (tables, figures.count)
}

/// Tells of them.
pub(in crate::worker) fn tell_figures(view: &ResolvedView, (tables, counted): (Vec<FigureTable>, usize)) -> Figures {
    Figures { counted, active_only: view.filter.statuses.is_empty(), tables: tables.into_iter().map(figure).collect() }
}

/// The beginning of a table.
pub(super) fn figure(table: FigureTable) -> Figure {
    let FigureTable { id, title, columns, mut rows } = table;
    let row_count = rows.len();
    rows.truncate(MOST_ROWS);
    let columns = columns.into_iter().map(|column| column.name).collect();
    Figure { id: id.to_owned(), title, columns, rows, row_count }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builtin;
    use crate::export::{Cell, Column};
    use crate::facts::{Date, Enterprise};
    use crate::import::Import;
    use crate::worker::messages::{ListFilter, ListView};

    fn district() -> District {
        let firm = |uscc: &str, status| Enterprise {
            uscc: uscc.to_owned(),
            name: "甲".to_owned(),
            status,
            ..Enterprise::default()
        };
        let gone = EnterpriseStatus::Deregistered;
        let enterprises =
            vec![firm("A", EnterpriseStatus::Active), firm("B", EnterpriseStatus::Active), firm("C", gone)];
        let mut district = District::new(Import { registered: 3, enterprises, ..Import::default() });
        district.classify(builtin::pack(), builtin::calendar(), Date::from_ymd_opt(2026, 11, 21).unwrap());
        district
    }

    fn told(filter: ListFilter) -> Figures {
        let mut district = district();
        let asked = ListView { filter, ..ListView::default() };
        let view = ResolvedView::of(&asked, district.table().unwrap(), builtin::pack());
        let tables = tables(&view, &mut district, (builtin::pack(), builtin::calendar()), Locale::Zh);
        tell_figures(&view, tables)
    }

    #[test]
    fn who_is_revoked_or_deregistered_is_counted_only_when_asked_for() {
        let figures = told(ListFilter::default());
        assert!(figures.active_only);
        assert_eq!((figures.counted, figures.tables.len()), (2, 8));
        let classes = &figures.tables[0];
        assert_eq!((classes.id.as_str(), classes.row_count), ("classes", 4));
        assert_eq!(classes.columns, ["信用风险类别", "企业数", "占比"]);
        assert_eq!(classes.rows[0][1..], [Cell::Number(2), Cell::PerMille(1000)]);

        let mut filter = ListFilter::default();
        filter.narrow(Facet::Status, Some(Narrowing::Status(EnterpriseStatus::Deregistered)));
        let figures = told(filter);
        assert_eq!((figures.counted, figures.active_only), (1, false));
    }

    #[test]
    fn of_a_long_table_the_first_rows_are_told_and_how_many_there_are() {
        let columns = vec![Column { name: "处罚机关".to_owned(), width: 36 }];
        let rows = (0..250_u64).map(|number| vec![Cell::Number(number)]).collect();
        let told = figure(FigureTable { id: "delays", title: "处罚公示及时情况".to_owned(), columns, rows });
        assert_eq!((told.rows.len(), told.row_count), (200, 250));
        assert_eq!(told.rows[199], [Cell::Number(199)]);
    }
}
