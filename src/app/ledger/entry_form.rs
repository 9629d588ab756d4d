//! The form in which something is noted, or corrected.

use std::rc::Rc;

use yew::prelude::*;

use super::draft::{Draft, Field, Kind};
use super::handle::LedgerHandle;
use super::words::{fact_words, key_of};
use crate::app::components::{Choice, DayPicker, TextField, Word};
use crate::app::state::queries::View;
use crate::app::text;
use crate::calendar::parse_day;
use crate::facts::{CommitmentKind, Date, Term};
use crate::ledger::{Act, Entry};
use crate::pack::day_text;

/// What the form is given.
#[derive(Properties, PartialEq)]
pub struct EntryFormProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    pub ledger: LedgerHandle,
    pub today: Date,
    /// The entry that is being corrected; `None` where a new one is made.
    pub corrected: Option<Entry>,
    /// Told once it was noted, or is not to be.
    pub ondone: Callback<()>,
}

/// The form.
#[component(EntryForm)]
pub fn entry_form(EntryFormProps { view, ledger, today, corrected, ondone }: &EntryFormProps) -> Html {
    let (locale, today) = (view.locale, *today);
    let begin = || {
        let content = corrected.as_ref().map(Entry::content);
        content.and_then(|content| Draft::of(view, content, today)).unwrap_or_else(|| Draft::new(view, today))
    };
    let draft = use_mut_ref(begin);
    let faults = use_state_eq(Vec::new);
    let changed = use_force_update();
    let change = {
        let draft = draft.clone();
        move |how: fn(&mut Draft, &str)| {
            let (draft, changed) = (draft.clone(), changed.clone());
            move |written: &str| {
                how(&mut draft.borrow_mut(), written);
                changed.force_update();
            }
        }
    };
    let field = |id: &'static str, text: String, size: &'static str, how: fn(&mut Draft, &str)| {
        let change = change(how);
        let onwrite = move |written: String| {
            change(&written);
            AttrValue::from(written)
        };
        html! { <TextField {id} {text} {onwrite} {size} fault={fault_of(&faults, id).map(|_| AttrValue::from([id, "-fault"].concat()))} /> }
    };
    let choice = |id: &'static str, words: Vec<Word>, chosen: String, how: fn(&mut Draft, &str)| {
        let change = change(how);
        let onchoose = move |code: AttrValue| change(&code);
        html! { <Choice {id} words={Rc::from(words)} {chosen} {onchoose} disabled={id == KIND && corrected.is_some()} /> }
    };
    let day = |id: &'static str, text: String, how: fn(&mut Draft, &str)| {
        let pick = change(how);
        let onpick = move |day: AttrValue| {
            if let Some(day) = parse_day(&day) {
                pick(&day_text(day, locale));
            }
        };
        html! {
            <span class="with-picker">
                { field(id, text, "14", how) }
                <DayPicker day={today.to_string()} label={text::PICKER.get(locale)} {onpick} />
            </span>
        }
    };
    let onadd = {
        let (view, ledger, draft, faults) = (view.clone(), ledger.clone(), draft.clone(), faults.clone());
        let (corrected, ondone) = (corrected.clone(), ondone.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let mut found = Vec::new();
            let content = draft.borrow().content(&view, today).map_err(|faults| found.extend(faults)).ok();
            if ledger.is_anonymous() {
                found.push((Field::Author, text::LEDGER_FILL_IN.get(locale).to_owned()));
            }
            if let Some(content) = content.filter(|_| found.is_empty()) {
                let replaces = corrected.iter().map(|entry| entry.id().clone()).collect();
                ledger.enter(&view.enterprise().uscc, replaces, content);
                let kind = draft.borrow().kind;
                *draft.borrow_mut() = Draft { kind, ..Draft::new(&view, today) };
                ondone.emit(());
            }
            faults.set(found);
        }
    };
    let shown = draft.borrow().clone();
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Step || !view.answer.repair.is_empty());
    let kinds = kinds.map(|kind| word(kind.code(), kind.phrase().get(locale))).collect();
    let onauthor = {
        let ledger = ledger.clone();
        move |written: String| {
            ledger.set_author(written.trim());
            AttrValue::from(written)
        }
    };
    let oncancel = {
        let ondone = ondone.clone();
        move |_| ondone.emit(())
    };
    html! {
        <form class="ledger-form" onsubmit={onadd} novalidate={true}>
            { labelled(KIND, text::LEDGER_WHAT.get(locale), choice(KIND, kinds, shown.kind.code().to_owned(), |draft, code| {
                draft.kind = Kind::from_code(code).unwrap_or(draft.kind);
            }), None) }
            if shown.kind == Kind::Step {
                { labelled("ledger-repair", text::LEDGER_TARGET.get(locale), choice("ledger-repair", repairs(view), shown.repair.to_string(), |draft, place| {
                    draft.repair = place.parse().unwrap_or(draft.repair);
                }), None) }
                { labelled("ledger-act", text::LEDGER_ACT.get(locale), choice("ledger-act", acts(view), shown.act.code().to_owned(), |draft, code| {
                    draft.act = Act::from_code(code).unwrap_or(draft.act);
                }), None) }
            }
            if shown.kind == Kind::Commitment {
                { labelled("ledger-promise", text::LEDGER_COMMITMENT.get(locale), choice("ledger-promise", promises(view), shown.commitment.code().to_owned(), |draft, code| {
                    draft.commitment = CommitmentKind::from_code(code).unwrap_or(draft.commitment);
                }), None) }
            }
            if !matches!(shown.kind, Kind::Notified | Kind::ToReview) {
                { labelled(TEXT, text_label(shown.kind).get(locale), field(TEXT, shown.text.clone(), "32", |draft, text| text.clone_into(&mut draft.text)), fault_of(&faults, TEXT)) }
            }
            if shown.kind != Kind::Note {
                { labelled(ON, text::LEDGER_DAY.get(locale), day(ON, shown.on.clone(), |draft, text| text.clone_into(&mut draft.on)), fault_of(&faults, ON)) }
            }
            if shown.kind == Kind::Commitment {
                { labelled(UNTIL, text::LEDGER_UNTIL.get(locale), day(UNTIL, shown.until.clone(), |draft, text| text.clone_into(&mut draft.until)), fault_of(&faults, UNTIL)) }
            }
            { labelled(AUTHOR, text::LEDGER_AUTHOR.get(locale), html! {
                <TextField id={AUTHOR} text={ledger.author.to_string()} onwrite={onauthor} size="10" fault={fault_of(&faults, AUTHOR).map(|_| "ledger-author-fault")} />
            }, fault_of(&faults, AUTHOR)) }
            <p class="pages">
                <button type="submit" class="main">{ if corrected.is_some() { text::LEDGER_CORRECT_IT } else { text::LEDGER_ADD }.get(locale) }</button>
                if corrected.is_some() {
                    <button type="button" onclick={oncancel}>{ text::LEDGER_CANCEL.get(locale) }</button>
                }
            </p>
        </form>
    }
}

/// The ids of the fields; those that can be wrong are the codes of [`Field`] behind `ledger-`.
const KIND: &str = "ledger-kind";
const TEXT: &str = "ledger-text";
const ON: &str = "ledger-on";
const UNTIL: &str = "ledger-until";
const AUTHOR: &str = "ledger-author";

/// Returns what is wrong with the field of this id.
fn fault_of<'f>(faults: &'f [(Field, String)], id: &str) -> Option<&'f str> {
    let of = |field: Field| id.strip_prefix("ledger-") == Some(field.code());
    faults.iter().find(|(field, _)| of(*field)).map(|(_, words)| words.as_str())
}

fn text_label(kind: Kind) -> text::Phrase {
    match kind {
        Kind::OwnMark => text::LEDGER_WORD,
        Kind::Step | Kind::Commitment => text::LEDGER_REMARK,
        Kind::Notified | Kind::ToReview | Kind::Note => text::LEDGER_TEXT,
    }
}

/// A field under its label, with what is wrong below.
fn labelled(id: &'static str, label: &str, field: Html, fault: Option<&str>) -> Html {
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            { field }
            if let Some(fault) = fault {
                <p id={[id, "-fault"].concat()} class="field-wrong" role="alert">{ fault }</p>
            }
        </div>
    }
}

fn word(code: &str, name: &str) -> Word {
    Word { code: code.to_owned().into(), name: name.to_owned().into() }
}

/// The repairs of the answer by their places, those that are settled as well: what was done of them can be noted later.
fn repairs(view: &View) -> Vec<Word> {
    let repairs = view.answer.repair.iter().enumerate();
    let named = repairs.filter_map(|(place, repair)| {
        let key = key_of(view, repair.target)?;
        Some(word(&place.to_string(), &[view.word(repair.channel), " ", &fact_words(view, &key)].concat()))
    });
    named.collect()
}

fn acts(view: &View) -> Vec<Word> {
    text::acts().map(|(code, phrase)| word(code, phrase.get(view.locale))).collect()
}

fn promises(view: &View) -> Vec<Word> {
    CommitmentKind::ALL.iter().map(|kind| word(kind.code(), view.word(*kind))).collect()
}
