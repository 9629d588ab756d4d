//! What can be done with the rules as a whole: open a file, save what was changed, go back.

use web_sys::File;
use yew::prelude::*;

use crate::app::components::FileField;
use crate::app::state::Model;
use crate::app::state::tasks::{forget_calendar, keep_calendar, open_files, restore, save_parameters};
use crate::app::text::{self, Phrase};
use crate::pack::Locale;
use crate::worker::{CalendarInUse, RulesInUse, RulesPart};

/// The id of the field for a file.
const FILE: &str = "rules-file";

/// What the tools are given.
#[derive(Properties, PartialEq)]
pub struct RulesToolsProps {
    pub model: Model,
    pub locale: Locale,
    /// The rules that are in use, which decides what there is to save and to go back to.
    pub in_use: RulesInUse,
}

/// The tools for the rules as a whole.
#[component(RulesTools)]
pub fn rules_tools(RulesToolsProps { model, locale, in_use }: &RulesToolsProps) -> Html {
    let locale = *locale;
    let onchoose = {
        let model = model.clone();
        move |files: Vec<File>| open_files(&model, files)
    };
    // A button that stays where others come and go keeps the focus: each has a key.
    let button = |words: Phrase, key: &'static str, act: fn(&Model)| {
        let model = model.clone();
        html! { <button {key} type="button" onclick={move |_| act(&model)}>{ words.get(locale) }</button> }
    };
    let keep = || button(text::KEEP_CALENDAR, "keep", keep_calendar);
    let forget = |words| button(words, "calendar", forget_calendar);
    let calendar = match in_use.calendar {
        CalendarInUse::BuiltIn => Vec::new(),
        CalendarInUse::BuiltInWithOtherKept => vec![forget(text::FORGET_UNUSED_CALENDAR)],
        CalendarInUse::Own => vec![keep(), forget(text::RESTORE_CALENDAR)],
        CalendarInUse::OwnWithOtherKept => vec![keep(), forget(text::FORGET_CALENDAR)],
        CalendarInUse::Kept => vec![forget(text::FORGET_CALENDAR)],
    };
    let mut buttons = Vec::new();
    if in_use.has_changed_parameters {
        buttons.push(button(text::SAVE_PARAMETERS, "save", save_parameters));
        buttons.push(button(text::RESTORE_PARAMETERS, "parameters", |model| {
            restore(model, RulesPart::Parameters, None);
        }));
    }
    if in_use.has_own_pack {
        buttons.push(button(text::RESTORE_PACK, "pack", |model| restore(model, RulesPart::Pack, None)));
    }
    buttons.extend(calendar);
    html! {
        <div class="rules-tools">
            <span>
                <FileField id={FILE} accept=".json" {onchoose} />
                <label class="file-button" for={FILE}>{ text::OPEN_RULES.get(locale) }</label>
            </span>
            <>{ for buttons }</>
            <p class="quiet">{ text::OPEN_RULES_HINT.get(locale) }</p>
        </div>
    }
}
