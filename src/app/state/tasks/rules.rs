//! The rules of the session: other parameters, another pack, another calendar. A worker reads them; the page takes them
//! over compiled.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::super::{Action, Asked, Model, Route, RulesAction, ViewAction, Wish};
use super::clerk::start;
use super::notice::{alarm, failure_words, notice};
use super::record::save_text;
use super::worker::{Dispatch, request as request_of_district};
use crate::app::text;
use crate::json::{Value, compact};
use crate::store::{self, Changes, RulesFile, parameters_file};
use crate::worker::{Call, Client, RulebookRequest, RulesPart, RulesRequest};

/// Asks for the rules in words.
pub fn request_book(model: &Model) {
    let state = &model.state();
    let kept = state.rules.kept_calendar.as_ref();
    let rulebook = RulebookRequest {
        as_of: state.view.as_of,
        locale: state.view.locale,
        words: state.rules.words.clone(),
        found: state.rules.found(),
        calendar_kept: kept.is_some(),
        kept_in_use: state.rules.keeps_its_calendar(),
    };
    request(model, rulebook, |dispatch, rulebook| dispatch(Action::Rules(RulesAction::Book(rulebook))));
}

/// Judges by a pack, and by parameters as JSON, from now on, and by no others until they are read: a page of somebody else's
/// asks for them.
pub fn give_rules(model: &Model, pack: Option<RulesFile>, parameters: Option<String>) {
    if pack.is_none() && parameters.is_none() {
        drop_rules(model);
    } else {
        ask_rules(model, Changes { pack, ..Changes::default() }, Wish::Given, parameters);
    }
}

/// Asks for what was kept before the page was loaded anew, if anything was.
pub fn request_kept_rules(model: &Model) {
    if let Some(asked) = &model.state().rules.asked {
        request_rules(model, asked);
    }
}

/// Uses what was typed or chosen for a parameter.
pub fn set_parameter(model: &Model, id: &str, value: Value) {
    let mut changes = model.state().rules.in_use.changes.clone();
    changes.parameters.retain(|(other, _)| other != id);
    changes.parameters.push((id.to_owned(), value));
    ask_rules(model, changes, Wish::Typed, None);
}

/// Uses the values of a preset; null brings back what the pack has.
pub fn choose_preset(model: &Model, values: Vec<(String, Value)>) {
    let mut changes = model.state().rules.in_use.changes.clone();
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
    let mut changes = model.state().rules.in_use.changes.clone();
    match part {
        RulesPart::Pack => changes.pack = None,
        RulesPart::Calendar => changes.calendar = None,
        RulesPart::Parameters => changes.parameters.retain(|(id, _)| parameter.is_some_and(|of| of != id)),
    }
    ask_rules(model, changes, Wish::Restored, None);
}

/// Keeps the calendar in use in the browser, beyond the session.
pub fn keep_calendar(model: &Model) {
    let Some(calendar) = &model.state().rules.in_use.changes.calendar else { return };
    if store::keep_calendar(Some(calendar)) {
        model.dispatch(Action::Rules(RulesAction::KeptCalendar(Some(calendar.clone()))));
        let told = notice(false, text::CALENDAR_KEPT, &[&calendar.name]);
        model.dispatch(Action::View(ViewAction::Notice(Some(told))));
        // What the browser keeps is no longer the tab's.
        let _ = model.state().rules.in_use.changes.keep();
    } else {
        alarm(&model.dispatcher(), text::CALENDAR_NOT_KEPT, &[]);
    }
}

/// Goes back to the calendar brought along, and keeps none any longer.
pub fn forget_calendar(model: &Model) {
    // A store that cannot be written to has none.
    let _ = store::keep_calendar(None);
    model.dispatch(Action::Rules(RulesAction::KeptCalendar(None)));
    restore(model, RulesPart::Calendar, None);
}

/// Uses a file; its name is for telling.
pub(super) fn open_rules(model: &Model, part: RulesPart, name: &str, value: &Value) {
    let mut changes = model.state().rules.in_use.changes.clone();
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
    let (rules, locale) = (&model.state().rules.in_use, model.state().view.locale);
    let file = parameters_file(&rules.pack.id, &rules.changes);
    let name = ["信衡_", text::PARAMETERS_FILE.get(locale), "_", &rules.pack.id, ".json"].concat();
    save_text(model, &name, &file);
}

/// Goes back to what the product brings along, without asking a worker.
pub fn drop_rules(model: &Model) {
    release_clerk(model);
    model.dispatch(Action::Rules(RulesAction::Drop));
}

/// Ends the worker that was started for the rules alone.
pub fn release_clerk(model: &Model) {
    *model.clerk.borrow_mut() = None;
}

/// Gives a fresh worker the rules of the session, and those that are being requested of another at this moment. Nobody
/// waits for its answers.
pub(super) fn bring(model: &Model, worker: &Client) {
    let changes = &model.state().rules.in_use.changes;
    if !changes.is_empty() {
        drop(worker.request(rules_request(changes, None)));
    }
    if let Some(asked) = &model.state().rules.asked {
        drop(worker.request(rules_request(&asked.changes, asked.parameters.as_ref())));
    }
}

fn ask_rules(model: &Model, changes: Changes, wish: Wish, parameters: Option<String>) {
    // Numbers go up as long as the page lives, so that the answer to an earlier question is known as such.
    let number = model.asked.get() + 1;
    model.asked.set(number);
    let asked = Rc::new(Asked { number, changes, parameters, wish });
    model.dispatch(Action::AskRules(asked.clone()));
    request_rules(model, &asked);
}

/// Has rules read that were asked for.
fn request_rules(model: &Model, asked: &Asked) {
    let rules = rules_request(&asked.changes, asked.parameters.as_ref());
    // What stands aside judges by the same rules when it comes back. Nobody waits for its answers.
    for (_, worker) in model.workers.borrow().iter().filter(|(number, _)| *number != model.state().district.front) {
        drop(worker.request(rules.clone()));
    }
    let number = asked.number;
    request_by(model, false, rules, move |dispatch, answer| dispatch(Action::TakeRules(number, answer)));
}

fn rules_request(changes: &Changes, parameters: Option<&String>) -> RulesRequest {
    let text = |file: &Option<RulesFile>| file.as_ref().map(|file| file.text.clone()).unwrap_or_default();
    RulesRequest {
        pack: text(&changes.pack),
        calendar: text(&changes.calendar),
        parameters: parameters.cloned().unwrap_or_else(|| changes.parameters_text()),
    }
}

/// Requests something of the worker of the district, which judges by the same rules, or else of one of the rules' own.
pub(super) fn request<C: Call + 'static>(model: &Model, request: C, take: impl FnOnce(Dispatch, C::Answer) + 'static) {
    request_by(model, true, request, take);
}

/// The same; `brings` says whether a fresh worker is to be given the rules first: a request for rules says all of them by
/// itself.
fn request_by<C: Call + 'static>(
    model: &Model,
    brings: bool,
    request: C,
    take: impl FnOnce(Dispatch, C::Answer) + 'static,
) {
    if model.with_worker(|_| ()).is_some() {
        return request_of_district(model, request, take);
    }
    if model.clerk.borrow().is_none() {
        let dispatcher = model.dispatcher();
        start(&model.clerk, move |failure| {
            let (words, cause) = failure_words(failure);
            dispatcher.dispatch(Action::Rules(RulesAction::Fault));
            alarm(&dispatcher, words, &[&cause]);
        });
        if let Some(worker) = model.clerk.borrow().as_ref().filter(|_| brings) {
            bring(model, worker);
        }
    }
    let answer = model.clerk.borrow().as_ref().map(|worker| worker.request(request));
    let dispatcher = model.dispatcher();
    if let Some(answer) = answer {
        spawn_local(async move {
            if let Ok(answer) = answer.await {
                take(&|action| dispatcher.dispatch(action), answer);
            }
        });
    }
}
