//! The rules that a worker judges by: those brought along, or what the page asked for instead.

mod book;
mod messages;
mod typed;

use crate::builtin;
use crate::calendar::{self, Calendar};
use crate::compiled;
use crate::facts::Date;
use crate::json::{self, Value, canonical};
use crate::pack::{self, Locale, Pack, Phrase, Text, phrases};
use crate::rulebook::{self, Changed};

pub use messages::{
    CalendarInUse, PARAMETERS_FORMAT, PARAMETERS_VERSION, Rulebook, RulebookRequest, RulesAnswer, RulesInUse,
    RulesPart, RulesRequest,
};

use typed::{as_meant, parameter_fault};

phrases! {
    NO_JSON "第{0}行第{1}个字起不是 JSON，或者同一项写了两次" "no JSON from line {0}, column {1}, or a key twice"
    NO_OBJECT "应为 JSON 对象" "a JSON object is expected"
    OTHER_FORMAT "不是信衡保存的数值文件" "no file of parameters saved by Xinheng"
    OTHER_VERSION "是更新版本的信衡保存的，请更新后再打开" "saved by a newer version of Xinheng: open it there"
    /// What was named, and all that there are, in either language.
    NO_SUCH_PACK "没有“{0}”这个规则版本，请改用 {1}，或者给出整份规则" "there is no pack “{0}”: name one of {2}, or give a whole one"
    /// A parameter, its value in the rules, and the one that is used instead.
    CHANGED "数值已改动——{0}：规则中为{1}，现按{2}" "Parameter changed – {0}: {1} in the rules, {2} in use"
    CHANGED_TABLE "数值已改动——{0}" "Parameter changed – {0}"
    OTHER_PACK "是按规则“{0}”保存的，现在用的是“{1}”；请先打开那份规则文件" "saved for the rules “{0}”, but those in use are “{1}”: open that file of rules first"
}

/// A pack, before and after its parameters were set, and a calendar; `None` is what the product brings along.
#[derive(Default)]
pub(super) struct Rules {
    /// The pack as read, with its form.
    own: Option<(Pack, Value)>,
    /// The pack with parameters set otherwise.
    changed: Option<Pack>,
    calendar: Option<Calendar>,
    /// Why what was asked for last is not used.
    refused: Vec<RuleFault>,
}

/// Something wrong with rules that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RuleFault {
    /// The parameter; empty where it is about no single one.
    pub(super) id: String,
    pub(super) zh: String,
    pub(super) en: String,
}

impl Rules {
    pub(super) fn pack(&self) -> &Pack {
        self.changed.as_ref().unwrap_or_else(|| self.base())
    }

    pub(super) fn calendar(&self) -> &Calendar {
        self.calendar.as_ref().unwrap_or_else(|| builtin::calendar())
    }

    /// The pack before any of its parameters was set otherwise.
    pub(super) fn base(&self) -> &Pack {
        self.own.as_ref().map_or_else(|| builtin::pack(), |(pack, _)| pack)
    }

    fn form(&self) -> &Value {
        self.own.as_ref().map_or_else(|| builtin::form(), |(_, form)| form)
    }

    pub(super) fn has_own_pack(&self) -> bool {
        self.own.is_some()
    }

    pub(super) fn has_own_calendar(&self) -> bool {
        self.calendar.is_some()
    }

    /// Whether parameters are set otherwise than in the pack.
    pub(super) fn is_changed(&self) -> bool {
        self.changed.is_some()
    }

    /// Each parameter that is set otherwise than in the pack, with both its values on a day, a line each.
    pub(super) fn changed_lines(&self, as_of: Date, locale: Locale) -> Vec<String> {
        let changed = rulebook::changed(self.pack(), self.base(), as_of, locale);
        let line = |changed: &Changed| match changed.now.is_empty() {
            true => CHANGED_TABLE.fill(locale, &[&changed.title]),
            false => CHANGED.fill(locale, &[&changed.title, &changed.before, &changed.now]),
        };
        changed.iter().map(line).collect()
    }

    pub(super) fn refused(&self) -> &[RuleFault] {
        &self.refused
    }

    /// Returns the rules in words.
    pub(super) fn book(&self, request: &RulebookRequest) -> Rulebook {
        book::write(self, request)
    }

    /// Takes other rules in the place of these, unless something is wrong with them, and says which they are.
    pub(super) fn change(&mut self, ask: &RulesRequest) -> RulesAnswer {
        let mut told = RulesAnswer::default();
        match read(ask) {
            Ok((rules, parameters)) => {
                told.pack = compiled::to_bytes(rules.pack());
                if rules.is_changed() {
                    told.base = compiled::to_bytes(rules.base());
                }
                told.calendar = compiled::to_bytes(rules.calendar());
                told.parameters = parameters;
                *self = rules;
            }
            Err(faults) => {
                told.at_parameters = faults.iter().all(|fault| self.base().parameter(&fault.id).is_some());
                (told.zh, told.en) = faults.iter().map(|fault| (fault.zh.clone(), fault.en.clone())).unzip();
                self.refused = faults;
            }
        }
        told
    }
}

type Faults = Vec<RuleFault>;

/// Reads what is asked for, pack and calendar first: parameters are those of the pack.
fn read(ask: &RulesRequest) -> Result<(Rules, String), Faults> {
    let mut faults = Faults::new();
    let given = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    let own = given(&ask.pack).and_then(|text| read_pack(&text, &mut faults));
    let calendar = given(&ask.calendar).and_then(|text| read_calendar(&text, &mut faults));
    let mut rules = Rules { own, changed: None, calendar, refused: Vec::new() };
    if !faults.is_empty() {
        return Err(faults);
    }
    let parameters = read_parameters(&ask.parameters, &mut rules)?;
    Ok((rules, parameters))
}

fn read_pack(text: &str, faults: &mut Faults) -> Option<(Pack, Value)> {
    let form = match parse(text, faults)? {
        // A built-in one is named.
        Value::String(id) => {
            let form = builtin::form_of(&id);
            if form.is_none() {
                let known: Vec<&str> = builtin::ids().collect();
                faults.push(of("", filled(NO_SUCH_PACK, &[&id, &known.join("、"), &known.join(", ")])));
            }
            form?
        }
        form => form,
    };
    match builtin::read_pack(&form) {
        Ok(pack) => Some((pack, form)),
        Err(found) => {
            faults.extend(found.into_iter().map(|fault| of("", pack_fault(&fault))));
            None
        }
    }
}

/// A fault of the pack itself has no place to begin with.
fn pack_fault(fault: &pack::PackFault) -> Text {
    let words = fault.message();
    let strip = |text: String| text.trim_start_matches(['：', ':', ' ']).to_owned();
    Text { zh: strip(words.zh), en: strip(words.en) }
}

/// A calendar brings its years; those that it has not stay as they were brought along.
fn read_calendar(text: &str, faults: &mut Faults) -> Option<Calendar> {
    let form = parse(text, faults)?;
    match calendar::read(&form) {
        Ok(years) => Some(builtin::calendar().with_years_of(years)),
        Err(found) => {
            faults.extend(found.into_iter().map(|fault| {
                let message =
                    Text { zh: format!("{}：{}", fault.path, fault.zh), en: format!("{}: {}", fault.path, fault.en) };
                of("", message)
            }));
            None
        }
    }
}

/// Sets the parameters of a text: an object of them, or a file that holds one and says for which pack.
fn read_parameters(text: &str, rules: &mut Rules) -> Result<String, Faults> {
    let mut faults = Faults::new();
    let Some(value) = parse(text, &mut faults) else { return Err(faults) };
    let refuse = |phrase: Phrase, values: &[&str]| Err(vec![of("", filled(phrase, values))]);
    let text_at = |key: &str| match value.get(key) {
        Some(Value::String(text) | Value::Number(text)) => text.as_str(),
        _ => "",
    };
    let fields = match &value {
        Value::Object(fields) if value.get("format").is_none() => fields,
        Value::Object(_) if text_at("format") != PARAMETERS_FORMAT => return refuse(OTHER_FORMAT, &[]),
        Value::Object(_) if text_at("version") != PARAMETERS_VERSION => return refuse(OTHER_VERSION, &[]),
        Value::Object(_) if text_at("pack") != rules.base().id => {
            return refuse(OTHER_PACK, &[text_at("pack"), &rules.base().id]);
        }
        Value::Object(_) => match value.get("parameters") {
            Some(Value::Object(fields)) => fields,
            _ => return refuse(OTHER_FORMAT, &[]),
        },
        _ => return refuse(NO_OBJECT, &[]),
    };
    if fields.is_empty() {
        return Ok("{}".to_owned());
    }
    let shape = |id: &str| rules.base().parameter(id).map(|parameter| parameter.shape);
    let set: Vec<(String, Value)> =
        fields.iter().map(|(id, value)| (id.clone(), as_meant(value, shape(id), rules.base()))).collect();
    match rules.base().with_overrides(rules.form(), &set) {
        Ok(mut pack) => {
            pack.cite_presets();
            rules.changed = Some(pack);
        }
        Err(found) => {
            return Err(found
                .into_iter()
                .filter_map(|(index, fault)| parameter_fault(rules.base(), fields.get(index)?, &fault))
                .collect());
        }
    }
    Ok(canonical(&Value::Object(set)))
}

fn parse(text: &str, faults: &mut Faults) -> Option<Value> {
    match json::parse(text.trim_start_matches('\u{FEFF}')) {
        Ok(value) => Some(value),
        Err(at) => {
            faults.push(of("", filled(NO_JSON, &[&at.line.to_string(), &at.column.to_string()])));
            None
        }
    }
}

fn filled(phrase: Phrase, values: &[&str]) -> Text {
    Text::from_both(|locale| phrase.fill(locale, values))
}

fn of(id: &str, message: Text) -> RuleFault {
    RuleFault { id: id.to_owned(), zh: message.zh, en: message.en }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(parameters: &str) -> RulesRequest {
        RulesRequest { parameters: parameters.to_owned(), ..RulesRequest::default() }
    }

    /// What is said at which parameter of rules that cannot be used.
    fn refused(ask: &RulesRequest) -> Vec<(String, String)> {
        let mut rules = Rules::default();
        let told = rules.change(ask);
        assert!(told.pack.is_empty() && rules.pack() == builtin::pack(), "rules with faults are not used");
        assert_eq!((told.zh.len(), told.en.len()), (rules.refused.len(), rules.refused.len()));
        rules.refused.into_iter().map(|fault| (fault.id, fault.zh)).collect()
    }

    #[test]
    fn what_a_person_types_is_read_as_it_is_meant() {
        let typed = r#"{"ten_penalties.count": "８次", "fine.minor": "6万元", "simple.max_fine": "1,234.5",
            "sampling.good": "2.5%", "visits.good": ["0", "1"], "gsxt.from": "2022年1月5日", "risk.raise_grades": ["C", "D"]}"#;
        let mut rules = Rules::default();
        let told = rules.change(&ask(typed));
        assert_eq!(told.zh, [] as [String; 0]);
        // Sorted by name, as canonical JSON is.
        let set = r#"{"fine.minor":60000,"gsxt.from":"2022-01-05","risk.raise_grades":["C","D"],"sampling.good":2.5,"simple.max_fine":1234.5,"ten_penalties.count":8,"visits.good":[0,1]}"#;
        assert_eq!(told.parameters, set);
        let compiled: Pack = compiled::from_bytes(&told.pack).unwrap();
        assert_eq!(compiled, *rules.pack());
        assert!(compiled.parameter("fine.minor").unwrap().overridden);
        assert_eq!(compiled::from_bytes::<Pack>(&told.base).as_ref(), Some(builtin::pack()));
        assert_ne!(compiled.digest, builtin::pack().digest);
    }

    #[test]
    fn values_of_a_preset_cite_its_source_and_single_ones_that_of_the_pack() {
        let source_of = |typed: &str| {
            let mut rules = Rules::default();
            assert_eq!(rules.change(&ask(typed)).zh, [] as [String; 0]);
            let pack = rules.pack();
            let index = pack.parameters.iter().position(|parameter| parameter.id == "sampling.general").unwrap();
            let cited = pack.value_source(pack.edition("2026-11-29".parse().unwrap()), index);
            (cited.id, cited.changed)
        };
        let all = r#"{"sampling.good": 1, "sampling.general": 2, "sampling.high_risk": 30}"#;
        assert_eq!(source_of(all), ("henan-2021".to_owned(), true));
        let own = source_of(r#"{"sampling.general": 2}"#);
        assert_eq!(own, (builtin::pack().parameter("sampling.general").unwrap().values[0].source.id.clone(), true));
        assert_ne!(own.0, "henan-2021");
    }

    #[test]
    fn what_cannot_be_used_is_told_with_its_range_and_changes_nothing() {
        let faults = refused(&ask(
            r#"{"ten_penalties.count": "0", "visits.good": ["3", "1"], "fine.minor": "若干", "gsxt.from": "", "nothing": "1"}"#,
        ));
        let expected = [
            ("ten_penalties.count", "“0”不能用，应为1至100000的整数"),
            ("visits.good", "“3 – 1”不能用，应为两个0至366的整数，前一个不大于后一个"),
            ("fine.minor", "“若干”不能用，应为不小于0的金额，最多两位小数"),
            ("gsxt.from", "没有填写，应为一个日期，例如 2026-11-21"),
            ("nothing", "规则中没有数值“nothing”"),
        ];
        assert_eq!(faults, expected.map(|(id, words)| (id.to_owned(), words.to_owned())));
    }

    #[test]
    fn a_file_of_parameters_is_for_its_own_pack() {
        let file = |pack: &str| {
            format!(
                r#"{{"format": "xinheng-parameters", "version": 1, "pack": "{pack}", "parameters": {{"forecast.years": 3}}}}"#
            )
        };
        assert_eq!(Rules::default().change(&ask(&file("baotou-2024"))).parameters, r#"{"forecast.years":3}"#);
        assert!(refused(&ask(&file("other")))[0].1.contains("是按规则“other”保存的，现在用的是“baotou-2024”"));
        assert_eq!(refused(&ask(r#"{"format": "xinheng-record"}"#))[0].1, "不是信衡保存的数值文件");
        assert_eq!(refused(&ask("{\n\"a\" 1}"))[0].1, "第2行第5个字起不是 JSON，或者同一项写了两次");
    }

    #[test]
    fn a_pack_and_a_calendar_tell_the_places_of_their_faults() {
        let form = canonical(builtin::form());
        let broken = form.replace(r#""id":"spc-2017-7""#, r#""id":"spc-2019-7""#);
        assert_ne!(form, broken);
        let faults = refused(&RulesRequest { pack: broken, ..ask("{}") });
        assert!(faults[0].1.starts_with("rules[4].source.id：“spc-2019-7”依据不在 sources 中"), "{faults:?}");
        let faults =
            refused(&RulesRequest { calendar: r#"{"2027": {"off": ["2026-01-01"]}}"#.to_owned(), ..ask("{}") });
        assert_eq!(faults[0].1, "2027.off[0]：应为这一年的日期，写成 2027-01-01 这样");
    }

    #[test]
    fn a_newer_pack_is_used_with_the_parameters_that_it_has() {
        let newer = canonical(builtin::form()).replace(r#""version":"3""#, r#""version":"4""#);
        let mut rules = Rules::default();
        let told = rules.change(&RulesRequest { pack: newer.clone(), ..ask(r#"{"forecast.years": 2}"#) });
        assert_eq!(told.zh, [] as [String; 0]);
        assert_eq!((rules.pack().version.as_str(), rules.base().version.as_str()), ("4", "4"));
        assert!(rules.pack().parameter("forecast.years").is_some_and(|parameter| parameter.overridden));
        assert_ne!(rules.base().digest, builtin::pack().digest);
        assert_eq!(compiled::from_bytes::<Pack>(&told.base).as_ref(), Some(rules.base()));
        let faults = refused(&RulesRequest { pack: newer.replace(r#""version":"4","#, ""), ..ask("{}") });
        assert!(faults[0].1.starts_with("“version”缺少这一项"), "{faults:?}");
    }

    #[test]
    fn a_calendar_adds_its_years_and_no_changes_are_the_rules_brought_along() {
        let mut rules = Rules::default();
        let off =
            RulesRequest { calendar: r#"{"2027": {"off": ["2027-01-01"], "workdays": []}}"#.to_owned(), ..ask("{}") };
        assert_eq!(rules.change(&off).zh, [] as [String; 0]);
        assert_eq!(rules.calendar().years().last(), Some(2027));
        assert_eq!(rules.calendar().years().count(), builtin::calendar().years().count() + 1);
        let told = rules.change(&ask("{}"));
        assert_eq!((rules.pack(), rules.calendar()), (builtin::pack(), builtin::calendar()));
        assert_eq!((told.zh, told.parameters.as_str(), told.base.len()), (Vec::new(), "{}", 0));
    }
}
