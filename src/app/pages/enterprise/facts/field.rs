//! One field of a record: its name above, its unit beside, what is wrong with it below.

use crate::app::element::{El, el};
use crate::app::hooks::SHOWN;
use crate::app::state::queries::View;
use crate::app::text::{self, Phrase};
use crate::app::widgets::calendar_button;
use crate::entry::{Entry, Field, Part, TypedFault, fault, list_name, shown};
use crate::facts::{Money, RiskGrade, Sector, Term};
use crate::json::Value;
use crate::pack::Locale;

/// The name of a part among the names of fields: `penalties.3`.
pub(super) fn part_name(part: Part) -> String {
    match part {
        Part::Basics => "basics".to_owned(),
        Part::Judgement => "judgement".to_owned(),
        Part::Fact(kind, place) => format!("{}.{place}", list_name(kind)),
    }
}

/// A field of a part of the record.
pub(super) fn field(view: &View, part: Part, spec: &Field) -> El {
    let locale = view.locale;
    let value = view.opened.sheet.value(part, spec.name);
    let id = format!("{}.{}", part_name(part), spec.name);
    let mut label = text::field_name(spec.name, locale).to_owned();
    if spec.required {
        label.push_str(text::REQUIRED.get(locale));
    }
    match spec.entry {
        Entry::Several(list) => return several(view, &id, &label, list, value),
        Entry::Grades => return grades(view),
        _ => {}
    }
    let wrong = value.and_then(|value| fault(spec.entry, value)).zip(value);
    let input = match spec.entry {
        Entry::One(list, default) => one(view, list, default, spec.required, value),
        entry => {
            let text = shown(entry, value, |day| view.day(day));
            let input = el("input").set("type", "text").set("autocomplete", "off").put(SHOWN, &text);
            if view.readonly { input.set("readonly", "") } else { input }
        }
    };
    let fault_id = format!("{id}-fault");
    let input = input.id(&id).put("name", &id);
    let input = match &wrong {
        Some(_) => input.set("aria-invalid", "true").put("aria-describedby", &fault_id),
        None => input,
    };
    let beside = match spec.entry {
        Entry::Day if !view.readonly => Some(picker(&id, &text::PICK_DAY.fill(locale, &[&label]), value)),
        Entry::Amount => Some(unit(view, value)),
        _ => None,
    };
    let told =
        wrong.map(|(fault, value)| el("p").class("field-fault").id(&fault_id).text(&words(fault, value, locale)));
    el("div")
        .class("entry")
        .with(el("label").put("for", &id).text(&label))
        .with(el("div").class("beside").with(input).maybe(beside))
        .maybe(told)
}

/// The browser's calendar behind a button; the day goes to the field with the same name.
fn picker(id: &str, label: &str, value: Option<&Value>) -> El {
    let day = match value {
        Some(Value::String(day)) => day,
        _ => "",
    };
    let open = el("button").set("name", "pick").put("value", day);
    calendar_button(el("input").put("name", id), open, label)
}

/// The unit of an amount, and the amount as documents write it where that is easier to read.
fn unit(view: &View, value: Option<&Value>) -> El {
    let amount = match value {
        Some(Value::Number(digits)) => Money::parse(digits, 0).ok().map(|amount| view.money(amount)),
        _ => None,
    };
    let unit = text::YUAN.get(view.locale);
    let plain = match value {
        Some(Value::Number(digits)) => format!("{digits}{unit}"),
        _ => String::new(),
    };
    let words = amount.filter(|amount| *amount != plain).map(|amount| format!(" = {amount}")).unwrap_or_default();
    el("span").class("unit").text(&[unit, &words].concat())
}

/// A field of choices; of a record that may only be read it shows what was chosen.
fn to_choose(view: &View, field: El) -> El {
    if view.readonly { field.set("disabled", "") } else { field }
}

/// A choice of one word.
fn one(view: &View, list: &'static str, default: Option<usize>, required: bool, value: Option<&Value>) -> El {
    let choices = view.rules.pack.choices(list);
    let chosen = match (value, default) {
        (Some(Value::String(code)), _) => code.as_str(),
        (_, Some(place)) => choices.get(place).map_or("", |(code, _)| code),
        _ => "",
    };
    let none = if required { text::CHOOSE } else { text::NOT_CHOSEN };
    let none = default.is_none().then(|| el("option").set("value", "").text(none.get(view.locale)));
    let options = choices.iter().map(|(code, words)| el("option").put("value", code).text(view.say(words)));
    to_choose(view, el("select")).put(SHOWN, chosen).maybe(none).each(options)
}

/// A choice of several words.
fn several(view: &View, id: &str, label: &str, list: &'static str, value: Option<&Value>) -> El {
    let ticked = |code: &str| match value {
        Some(Value::Array(codes)) => codes.iter().any(|other| *other == Value::String(code.to_owned())),
        _ => false,
    };
    let choices = view.rules.pack.choices(list);
    let boxes = choices.iter().map(|(code, words)| {
        let tick = to_choose(view, el("input")).set("type", "checkbox").put("name", id).put("value", code);
        let tick = tick.put(SHOWN, if ticked(code) { code } else { "" });
        el("label").with(tick).text(view.say(words))
    });
    el("fieldset").class("several").id(id).with(el("legend").text(label)).each(boxes)
}

/// The risk grade of each sector.
fn grades(view: &View) -> El {
    let locale = view.locale;
    let given = view.opened.sheet.value(Part::Basics, "risk_grades");
    let rows = Sector::ALL.iter().map(|sector| {
        let grade = match given.and_then(|grades| grades.get(sector.code())) {
            Some(Value::String(grade)) => grade.as_str(),
            _ => "",
        };
        let options =
            RiskGrade::ALL.iter().map(|grade| el("option").put("value", grade.code()).text(view.word(*grade)));
        let id = format!("basics.risk_grades.{}", sector.code());
        let choice = to_choose(view, el("select")).id(&id).put("name", &id).put(SHOWN, grade);
        let choice = choice.with(el("option").set("value", "").text(text::NO_GRADE.get(locale))).each(options);
        let label = text::GRADE_OF.fill(locale, &[view.word(*sector)]);
        el("div").class("entry").with(el("label").put("for", &id).text(&label)).with(choice)
    });
    el("div").class("form").each(rows)
}

/// What is wrong with a text, and what to do.
fn words(fault: TypedFault, value: &Value, locale: Locale) -> String {
    let phrase: Phrase = match fault {
        TypedFault::NotADate => text::FAULT_DAY,
        TypedFault::NoSuchDay => text::FAULT_NO_DAY,
        TypedFault::DateOutOfRange => text::FAULT_DAY_RANGE,
        TypedFault::NotAnAmount => text::FAULT_AMOUNT,
        TypedFault::Negative => text::FAULT_NEGATIVE,
        TypedFault::TooPrecise => text::FAULT_PRECISE,
        TypedFault::TooLarge => text::FAULT_LARGE,
    };
    let (Value::String(typed) | Value::Number(typed)) = value else { return String::new() };
    phrase.fill(locale, &[typed])
}
