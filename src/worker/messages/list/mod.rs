//! What page and worker say to each other about the list of enterprises.

mod answer;
mod rows;
mod view;

use serde::{Deserialize, Serialize};

use super::FileForm;

pub use answer::{
    ClassCount, Compared, Comparison, FacetChoices, FacetEntry, Figure, Figures, Keeping, KeptDistrict, LaidOver,
    LaterFiles, ListAnswer, ListBody, ListHead, Unused,
};
pub use rows::{ClassCell, ComparedRow, InspectionCell, ListRow, RepairCell, Way};
pub use view::{
    Against, AgainstChoice, AgainstFault, ClassFilter, Facet, Known, ListFilter, ListRequest, ListView, Marked,
    Narrowing, ReasonFilter, RepairFilter, Shown,
};

/// The list for the printer: all rows that are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPaperRequest {
    pub list: ListRequest,
}

/// The list as a file. Of what is asked for all rows are meant, wherever it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFilesRequest {
    pub part: ListPart,
    pub form: FileForm,
    pub list: ListRequest,
}

/// What of the list is wanted as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ListPart {
    /// Every row.
    Rows,
    /// One of the tables of numbers, by its id.
    Figure(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::district::{Column, InspectionState, Mark, Sort};
    use crate::export::Cell;
    use crate::facts::{Date, EnterpriseStatus, Sector};
    use crate::import::RemarkKind;
    use crate::pack::{Locale, RepairStatus, Tone};
    use crate::worker::messages::Progress;

    fn view() -> ListView {
        let mut filter = ListFilter::default();
        filter.selected = vec!["A".to_owned()];
        "包头".clone_into(&mut filter.words);
        filter.class = Some(ClassFilter::Class("high_risk".to_owned()));
        for narrowing in [
            Narrowing::Region(Known::Is("150207".to_owned())),
            Narrowing::Sector(Known::Unknown),
            Narrowing::Reason(ReasonFilter::Rule("court_list".to_owned())),
            Narrowing::Inspection(InspectionState::DueWithin(30)),
            Narrowing::Repair(RepairFilter::Stands(RepairStatus::Barred)),
            Narrowing::Mark(Mark::Remark(RemarkKind::NameDiffers)),
            Narrowing::Status(EnterpriseStatus::Revoked),
        ] {
            filter.narrow(narrowing.facet(), Some(narrowing));
        }
        let sort = Sort { column: Column::Repair, descending: false };
        ListView { filter, sort, shown: Shown::Comparison, against: AgainstChoice::Day(Date::default()) }
    }

    /// What stands in JSON stands in the objects of JavaScript as well.
    fn carried<T: Serialize + for<'de> Deserialize<'de>>(message: &T) -> T {
        serde_json::from_str(&serde_json::to_string(message).unwrap()).unwrap()
    }

    #[test]
    fn what_is_asked_of_the_list_comes_over_as_it_was() {
        let changed = vec![("A".to_owned(), "{}".to_owned())];
        let (as_of, locale) = (Date::default(), Locale::En);
        let list = ListRequest { as_of, locale, view: view(), changed, offset: 20, limit: 80 };
        let request = ListFilesRequest { part: ListPart::Figure("moves".to_owned()), form: FileForm::Gb18030, list };
        assert_eq!(carried(&request), request);
        assert_eq!(carried(&ListView::default()), ListView::default());
        for narrowing in [
            Narrowing::Region(Known::Unknown),
            Narrowing::Sector(Known::Is(Sector::Food)),
            Narrowing::Repair(RepairFilter::Lacks("fulfilled".to_owned())),
            Narrowing::Mark(Mark::ByHand),
        ] {
            assert_eq!(carried(&narrowing), narrowing);
        }
    }

    #[test]
    fn what_is_told_of_the_list_comes_over_as_it_was() {
        let class = ClassCell::Class { tone: Tone::Amber, word: "信用风险一般".to_owned() };
        let row = ListRow {
            uscc: "A".to_owned(),
            name: "甲".to_owned(),
            class: class.clone(),
            key_case: Some("近3年受到10次以上行政处罚".to_owned()),
            not_counted: 1,
            registered: false,
            status: "存续".to_owned(),
            region: "昆都仑区".to_owned(),
            sectors: "食品".to_owned(),
            marks: vec!["手工修改".to_owned()],
            reason: None,
            penalties: 3,
            inspection: Some(InspectionCell {
                due_on: Some(Date::default()),
                overdue: true,
                never_inspected: false,
                remaining: 2,
                open_leads: true,
            }),
            repair: Some(RepairCell::On(Date::default())),
        };
        let compared = ComparedRow {
            uscc: "A".to_owned(),
            name: "甲".to_owned(),
            before: None,
            after: ClassCell::Withheld("资料不全".to_owned()),
            way: Way::New,
            begun: Some("失信被执行人".to_owned()),
            ceased: None,
            changes: None,
        };
        let cells = vec![Cell::Text("甲".to_owned()), Cell::Nothing, Cell::Number(7), Cell::PerMille(125)];
        let figure = Figure {
            id: "classes".to_owned(),
            title: "各类企业数量".to_owned(),
            columns: vec!["类别".to_owned()],
            rows: vec![cells, vec![Cell::Day(Date::default())]],
            row_count: 300,
        };
        let found =
            Compared { summary: "…".to_owned(), tables: vec![figure.clone()], is_update: true, rows: vec![compared] };
        let comparison = Comparison {
            against: Some(Against::Earlier),
            fault: Some(AgainstFault::SameDay),
            parameters_changed: true,
            has_earlier: true,
            compared: Some(found),
        };
        let head = Box::new(ListHead {
            classes: vec![ClassCount {
                id: "good".to_owned(),
                tone: Tone::Green,
                word: "信用良好".to_owned(),
                count: 9,
            }],
            later: LaterFiles {
                reading: Some(Progress::default()),
                laid: Some(LaidOver::default()),
                ..LaterFiles::default()
            },
            ..ListHead::default()
        });
        for body in [
            ListBody::Rows(vec![row]),
            ListBody::Figures(Figures { counted: 9, active_only: true, tables: vec![figure] }),
            ListBody::Comparison(comparison),
        ] {
            let (as_of, locale, head) = (Date::default(), Locale::Zh, head.clone());
            let answer = ListAnswer { view: view(), as_of, locale, count: 1, offset: 0, head, body };
            assert_eq!(carried(&answer), answer);
        }
    }
}
