//! One field of a record: its name above, its unit beside, what is wrong with it below.

use std::rc::Rc;

use yew::prelude::*;

use super::figures::figures;
use super::form::field_id;
use crate::app::components::{Choice, DayPicker, TextField, Ticks, WarningNote, Word};
use crate::app::state::Model;
use crate::app::state::queries::{View, of_item};
use crate::app::state::tasks::change_in;
use crate::app::text::{self, Phrase};
use crate::entry::{Change, Entry, Field, Part, TypedFault, fault, shown, typed};
use crate::facts::{Money, RiskGrade, Sector, Term};
use crate::json::Value;
use crate::pack::{Locale, day_text};

/// What a field of a record is given.
#[derive(Properties, PartialEq)]
pub struct FieldEntryProps {
    pub model: Model,
    pub view: Rc<View>,
    pub part: Part,
    pub field: &'static Field,
}

/// A field of a part of the record.
#[component(FieldEntry)]
pub fn field_entry(FieldEntryProps { model, view, part, field }: &FieldEntryProps) -> Html {
    let (part, name, entry) = (*part, field.name, field.entry);
    let locale = view.locale;
    let id = AttrValue::from(field_id(part, name));
    let label = [text::field_name(name, locale), if field.required { text::REQUIRED.get(locale) } else { "" }].concat();
    let value = view.opened.sheet.value(part, name);
    let tab = view.opened.id;
    let of_field = (model.clone(), tab, part, *field, locale);
    let onwrite = use_callback(of_field, |text: String, (model, tab, part, field, locale)| {
        let taken = typed(field.entry, &text);
        change_in(model, *tab, Change::Write(*part, field.name, text));
        AttrValue::from(shown(field.entry, taken.as_ref(), |day| day_text(day, *locale)))
    });
    let onchoose = {
        let onwrite = onwrite.clone();
        Callback::from(move |code: AttrValue| {
            onwrite.emit(code.to_string());
        })
    };
    let ontick = use_callback((model.clone(), tab, part, name), |(code, on), (model, tab, part, name)| {
        let code: AttrValue = code;
        change_in(model, *tab, Change::Tick(*part, name, code.to_string(), on));
    });
    let wrong = value.and_then(|value| Some((fault(entry, value)?, value)));
    let fault_id = wrong.as_ref().map(|_| AttrValue::from(format!("{id}-fault")));
    let (input, beside) = match entry {
        Entry::Grades => return grades(model, view),
        Entry::Figures => return figures(model, view),
        Entry::Several(list) => {
            let ticked = match value {
                Some(Value::Array(codes)) => codes.iter().filter_map(text_of).collect(),
                _ => Rc::default(),
            };
            let words = words(view, list);
            return html! { <Ticks {locale} {id} legend={label} {words} {ticked} {ontick} disabled={view.readonly} /> };
        }
        Entry::One(list, default) => {
            let words = words(view, list);
            let usual = default.and_then(|index| words.get(index)).map(|word| word.code.clone());
            let chosen = value.and_then(text_of).or(usual).unwrap_or_default();
            let none = if field.required { text::CHOOSE } else { text::NOT_CHOSEN };
            let none = default.is_none().then(|| none.get(locale));
            let id = id.clone();
            (html! { <Choice {id} {words} {none} {chosen} {onchoose} disabled={view.readonly} /> }, Html::default())
        }
        Entry::Words | Entry::Code | Entry::Day | Entry::Amount => {
            let text = shown(entry, value, |day| view.day(day));
            let beside = match entry {
                Entry::Day if !view.readonly => {
                    let day = value.and_then(text_of).unwrap_or_default();
                    html! { <DayPicker {day} label={text::PICK_DAY.fill(locale, &[&label])} onpick={onchoose} /> }
                }
                Entry::Amount => html! { <span class="unit">{ unit(view, value) }</span> },
                Entry::Words if name == "region" => {
                    view.region().map(|name| html! { <span class="unit">{ name }</span> }).unwrap_or_default()
                }
                _ => Html::default(),
            };
            let (id, fault) = (id.clone(), fault_id.clone());
            (html! { <TextField {id} {text} {onwrite} {fault} readonly={view.readonly} /> }, beside)
        }
    };
    // Warnings about a fact stand with the fact.
    // Of what was not entered yet nothing is wrong.
    let warnings = (part == Part::Basics && value.is_some())
        .then(|| of_item(view, format!("enterprise.{name}")))
        .into_iter()
        .flatten();
    html! {
        <div class="entry">
            <label for={id}>{ label }</label>
            <div class="beside">{ input }{ beside }</div>
            <>{ for warnings.map(|warning| html! { <WarningNote words={view.say(&warning.message).to_owned()} /> }) }</>
            if let Some((fault, value)) = wrong {
                <p class="field-fault" id={fault_id}>{ fault_words(fault, value, locale) }</p>
            }
        </div>
    }
}

/// The risk grade of each sector.
fn grades(model: &Model, view: &View) -> Html {
    let locale = view.locale;
    let given = view.opened.sheet.value(Part::Basics, "risk_grades");
    let grades: Rc<[Word]> = RiskGrade::ALL.iter().map(|grade| word(grade.code(), view.word(*grade))).collect();
    let rows = Sector::ALL.iter().map(|sector| {
        let id = AttrValue::from(format!("basics.risk_grades.{}", sector.code()));
        let chosen = given.and_then(|grades| text_of(grades.get(sector.code())?)).unwrap_or_default();
        let (model, tab) = (model.clone(), view.opened.id);
        let onchoose = move |grade: AttrValue| {
            change_in(&model, tab, Change::Grade(sector.code().to_owned(), grade.to_string()));
        };
        html! {
            <div class="entry">
                <label for={id.clone()}>{ text::GRADE_OF.fill(locale, &[view.word(*sector)]) }</label>
                <Choice
                    {id}
                    words={grades.clone()}
                    none={text::NO_GRADE.get(locale)}
                    {chosen}
                    {onchoose}
                    disabled={view.readonly}
                />
            </div>
        }
    });
    html! { <div class="form">{ for rows }</div> }
}

/// The words of a list of the pack that can be chosen.
fn words(view: &View, list: &'static str) -> Rc<[Word]> {
    view.rules.pack.choices(list).into_iter().map(|(code, name)| word(code, view.say(name))).collect()
}

fn word(code: &str, name: &str) -> Word {
    Word { code: code.to_owned().into(), name: name.to_owned().into() }
}

fn text_of(value: &Value) -> Option<AttrValue> {
    match value {
        Value::String(text) => Some(text.clone().into()),
        _ => None,
    }
}

/// The unit of an amount, and the amount as documents write it where that is easier to read.
fn unit(view: &View, value: Option<&Value>) -> String {
    let unit = text::YUAN.get(view.locale);
    let Some(Value::Number(digits)) = value else { return unit.to_owned() };
    match Money::parse(digits, 0).map(|amount| view.money(amount)) {
        Ok(amount) if amount != [digits, unit].concat() => format!("{unit} = {amount}"),
        _ => unit.to_owned(),
    }
}

/// What is wrong with a text, and what to do.
fn fault_words(fault: TypedFault, value: &Value, locale: Locale) -> String {
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
