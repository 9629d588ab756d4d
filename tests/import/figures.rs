//! Figures of the rules that a register has.

use xinheng::builtin;
use xinheng::facts::Decimal;
use xinheng::import::{FileKind, Import};
use xinheng::json;
use xinheng::pack::{self, Pack, toml::json_of};

use crate::support::{code, importer};

fn rules() -> Pack {
    let whole = json_of("xinghu.toml", include_str!("../packs/xinghu.toml"), &builtin::form_of).unwrap();
    pack::read(&json::parse(&whole).unwrap()).unwrap()
}

fn import(text: &str) -> Import {
    let mut importer = importer().with_figures(&rules().figures);
    importer.open("经营主体.csv");
    importer.feed(text.as_bytes());
    importer.close();
    importer.finish()
}

fn figures(import: &Import) -> Vec<Vec<(String, String)>> {
    let of = |figures: &xinheng::facts::Figures| {
        figures.iter().map(|(id, value): (&str, Decimal)| (id.to_owned(), value.to_string())).collect()
    };
    import.enterprises.iter().map(|enterprise| of(&enterprise.figures)).collect()
}

fn known(figures: &[(&str, &str)]) -> Vec<(String, String)> {
    figures.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_column_that_is_called_like_a_figure_has_it() {
    let (one, other) = (code(1), code(2));
    let import = import(&format!(
        "统一社会信用代码,企业名称,登记状态,卫生评分,经营面积（平方米）\n\
         {one},示例一,存续,85.5,\"1,200平方米\"\n\
         {other},示例二,存续,— —,80.25\n"
    ));
    assert_eq!(figures(&import), [known(&[("area", "1200"), ("hygiene", "85.5")]), known(&[("area", "80.25")])]);
    let file = &import.report.files[0];
    assert_eq!((file.kind, &file.unused_columns), (Some(FileKind::Register), &vec![]));
    assert!(file.columns.iter().any(|(header, _)| header == "卫生评分"), "{:?}", file.columns);
    assert_eq!(import.report.problems.kept(), []);
}

#[test]
fn codes_and_figures_alone_are_a_register() {
    let import = import(&format!("统一社会信用代码,hygiene\n{},60\n", code(1)));
    assert_eq!(figures(&import), [known(&[("hygiene", "60")])]);
}

#[test]
fn a_number_that_the_figure_cannot_have_is_told_and_left_out() {
    let row = |number: usize, value: &str| format!("{},示例{number},{value}\n", code(number));
    let rows: String =
        [(1, "101"), (2, "-1"), (3, "8.55"), (4, "优秀"), (5, "0")].map(|(number, value)| row(number, value)).concat();
    let import = import(&format!("统一社会信用代码,企业名称,卫生评分\n{rows}"));
    let told: Vec<String> = import.report.problems.kept().iter().map(|problem| problem.zh()).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told[0].contains("“卫生评分”写的是“101”") && told[0].contains("0–100"), "{}", told[0]);
    assert!(told[3].contains("优秀") && told[3].ends_with("只略去了这一格，其余照用。"), "{}", told[3]);
    assert_eq!(figures(&import)[4], known(&[("hygiene", "0")]));
    assert!(figures(&import)[..4].iter().all(Vec::is_empty));
}
