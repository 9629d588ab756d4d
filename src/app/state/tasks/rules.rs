//! The rules of the session: other parameters, another pack, another calendar. A worker reads them; the page takes them
//! over compiled.

use std::rc::Rc;

use super::super::{Action, Asked, Model, Route, Wish};
use super::clerk::start;
use super::hear::hear;
use super::notice::{alarm, notice};
use crate::app::text;
use crate::json::{Value, compact};
use crate::pack::Locale;
use crate::store::{self, Changes, RulesFile, offer, parameters_file};
use crate::worker::{Ask, BookAsk, Client, RulesAsk, RulesPart};

/// Asks for the rules in words.
pub fn ask_book(model: &Model) {
    let state = &model.state();
    let kept = state.rules_view.kept_calendar.as_ref();
    let reader = BookAsk {
        as_of: state.as_of,
        english: state.locale == Locale::En,
        words: state.rules_view.words.clone(),
        calendar_kept: kept.is_some(),
        kept_in_use: state.keeps_its_calendar(),
    };
    ask(model, &Ask::Book(reader));
}

/// Judges by these rules from now on, and by no others until they are read: a page of somebody else's asks for them.
pub fn give_rules(model: &Model, changes: Changes) {
    if changes.is_empty() {
        drop_rules(model);
    } else {
        ask_rules(model, changes, Wish::Given, None);
    }
}

/// Asks for what was kept before the page was loaded anew, if anything was.
pub fn ask_kept(model: &Model) {
    if let Some(asked) = &model.state().rules_view.asked {
        ask(model, &Ask::Rules(question(asked)));
    }
}

/// Uses what was typed or chosen for a parameter.
pub fn set_parameter(model: &Model, id: &str, value: Value) {
    let mut changes = model.state().rules.changes.clone();
    changes.parameters.retain(|(other, _)| other != id);
    changes.parameters.push((id.to_owned(), value));
    ask_rules(model, changes, Wish::Typed, None);
}

/// Uses the values of a preset; null brings back what the pack has.
pub fn choose_preset(model: &Model, values: Vec<(String, Value)>) {
    let mut changes = model.state().rules.changes.clone();
    for (id, value) in values {
        changes.parameters.retain(|(other, _)| *other != id);
        if value != Value::Null {
            changes.parameters.push((id, value));
        }
    }
    ask_rules(model, changes, Wish::Restored, None);
}

/// Brings back what was there before: one parameter, or with no name all of a part.
pub fn restore(model: &Model, part: RulesPart, parameter: Option<&str>) {
    let mut changes = model.state().rules.changes.clone();
    match part {
        RulesPart::Pack => changes.pack = None,
        RulesPart::Calendar => changes.calendar = None,
        RulesPart::Parameters => changes.parameters.retain(|(id, _)| parameter.is_some_and(|of| of != id)),
    }
    ask_rules(model, changes, Wish::Restored, None);
}

/// Keeps the calendar in use in the browser, beyond the session.
pub fn keep_calendar(model: &Model) {
    let Some(calendar) = &model.state().rules.changes.calendar else { return };
    if store::keep_calendar(Some(calendar)) {
        model.dispatch(Action::KeptCalendar(Some(calendar.clone())));
        let told = notice(false, text::CALENDAR_KEPT, &[&calendar.name]);
        model.dispatch(Action::Notice(Some(told)));
        // What the browser keeps is no longer the tab's.
        let _ = model.state().rules.changes.keep();
    } else {
        alarm(&model.dispatcher(), text::CALENDAR_NOT_KEPT, &[]);
    }
}

/// Goes back to the calendar brought along, and keeps none any longer.
pub fn forget_calendar(model: &Model) {
    // A store that cannot be written to has none.
    let _ = store::keep_calendar(None);
    model.dispatch(Action::KeptCalendar(None));
    restore(model, RulesPart::Calendar, None);
}

/// Uses a file; its name is for telling.
pub(super) fn open_rules(model: &Model, part: RulesPart, name: &str, value: &Value) {
    let mut changes = model.state().rules.changes.clone();
    let mut parameters = None;
    let text = compact(value);
    let file = |text| Some(RulesFile { name: name.to_owned(), text });
    match part {
        RulesPart::Pack => changes.pack = file(text),
        RulesPart::Calendar => changes.calendar = file(text),
        RulesPart::Parameters => parameters = Some(text),
    }
    ask_rules(model, changes, Wish::File(name.to_owned()), parameters);
    Route::Rules(None).go();
}

/// Saves the changed parameters as a file.
pub fn save_parameters(model: &Model) {
    let (rules, locale) = (&model.state().rules, model.state().locale);
    let file = parameters_file(&rules.pack.id, &rules.changes);
    let name = ["信衡_", text::PARAMETERS_FILE.get(locale), "_", &rules.pack.id, ".json"].concat();
    if offer(&name, &file).is_err() {
        alarm(&model.dispatcher(), text::NOT_SAVED, &[]);
    }
}

/// Goes back to what the product brings along, without asking a worker.
pub fn drop_rules(model: &Model) {
    release_clerk(model);
    model.dispatch(Action::DropRules);
}

/// Ends the worker that was started for the rules alone.
pub fn release_clerk(model: &Model) {
    *model.clerk.borrow_mut() = None;
}

/// Gives a fresh worker the rules of the session, and those that are being asked of another at this moment. Its answers
/// are nobody's questions.
pub(super) fn bring(model: &Model, worker: &Client) {
    let changes = &model.state().rules.changes;
    if !changes.is_empty() {
        worker.ask(&Ask::Rules(in_question(0, changes, None)), &[]);
    }
    if let Some(asked) = &model.state().rules_view.asked {
        worker.ask(&Ask::Rules(RulesAsk { number: 0, ..question(asked) }), &[]);
    }
}

fn ask_rules(model: &Model, changes: Changes, wish: Wish, parameters: Option<String>) {
    // Numbers go up as long as the page lives, so that the answer to an earlier question is known as such.
    let number = model.asked.get() + 1;
    model.asked.set(number);
    let asked = Asked { number, changes, parameters, wish };
    let rules = question(&asked);
    model.dispatch(Action::AskRules(Rc::new(asked)));
    ask(model, &Ask::Rules(rules));
}

fn question(asked: &Asked) -> RulesAsk {
    in_question(asked.number, &asked.changes, asked.parameters.as_ref())
}

fn in_question(number: u32, changes: &Changes, parameters: Option<&String>) -> RulesAsk {
    let text = |file: &Option<RulesFile>| file.as_ref().map(|file| file.text.clone()).unwrap_or_default();
    RulesAsk {
        number,
        pack: text(&changes.pack),
        calendar: text(&changes.calendar),
        parameters: parameters.cloned().unwrap_or_else(|| changes.parameters_text()),
    }
}

/// Asks the worker of the district, which judges by the same rules, or else one of the rules' own.
pub(super) fn ask(model: &Model, ask: &Ask) {
    // What stands aside judges by the same rules when it comes back; its answers are nobody's questions.
    if let Ask::Rules(rules) = ask {
        let others = model.workers.borrow();
        for (_, worker) in others.iter().filter(|(number, _)| *number != model.state().front) {
            worker.ask(&Ask::Rules(RulesAsk { number: 0, ..rules.clone() }), &[]);
        }
    }
    if model.with_worker(|worker| worker.ask(ask, &[])).is_some() {
        return;
    }
    if model.clerk.borrow().is_none() {
        let dispatcher = model.dispatcher();
        start(&model.clerk, move |told| match told {
            Ok(tell) => hear(&|action| dispatcher.dispatch(action), (false, false), Ok(tell)),
            Err((words, cause)) => {
                dispatcher.dispatch(Action::RulesFault);
                alarm(&dispatcher, words, &[&cause]);
            }
        });
        // A question for rules says all of them by itself.
        if let Some(worker) = &*model.clerk.borrow()
            && !matches!(ask, Ask::Rules(_))
        {
            bring(model, worker);
        }
    }
    if let Some(worker) = &*model.clerk.borrow() {
        worker.ask(ask, &[]);
    }
}
