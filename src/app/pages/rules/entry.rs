//! An entry of the rules: a rule, a parameter, a preset or a source.

use yew::prelude::*;

use super::parameter::ParameterForm;
use super::preset::PresetButton;
use super::statement::statement;
use crate::app::components::ClassBadge;
use crate::app::state::Model;
use crate::pack::Locale;
use crate::rulebook::{Entering, Entry, Line};

/// What an entry is given.
#[derive(Properties, PartialEq)]
pub struct RuleEntryProps {
    pub model: Model,
    pub locale: Locale,
    pub entry: Entry,
}

/// An entry: its title with what must not be overlooked, its statements, and how its values can be set.
#[component(RuleEntry)]
pub fn rule_entry(RuleEntryProps { model, locale, entry }: &RuleEntryProps) -> Html {
    let locale = *locale;
    let (plain, labelled): (Vec<&Line>, Vec<&Line>) = entry.lines.iter().partition(|line| line.label.is_empty());
    html! {
        <section id={element_id(&entry.id)} class="rule" tabindex="-1">
            <h3>
                { &entry.title }
                if let Some((tone, word)) = &entry.class {
                    <ClassBadge tone={*tone} word={word.clone()} />
                }
                <>{ for entry.marks.iter().map(|mark| html! { <span class="tag expired">{ mark }</span> }) }</>
            </h3>
            <>{ for plain.into_iter().map(|line| html! { <p>{ statement(line) }</p> }) }</>
            if !labelled.is_empty() {
                <dl>
                    { for labelled.into_iter().map(|line| html! {
                        <><dt>{ &line.label }</dt><dd>{ statement(line) }</dd></>
                    }) }
                </dl>
            }
            if let Some(setting) = &entry.setting {
                if setting.entering == Entering::File {
                    <p class="quiet">{ &setting.hint }</p>
                } else {
                    <ParameterForm
                        {model}
                        {locale}
                        id={entry.id.clone()}
                        title={entry.title.clone()}
                        setting={setting.clone()}
                    />
                }
            }
            if let Some(preset) = entry.choosing.as_ref().filter(|preset| !preset.in_use) {
                <PresetButton {model} {locale} id={entry.id.clone()} values={preset.values.clone()} />
            }
        </section>
    }
}

/// Returns the id that the element of an entry or a section has on the page.
pub(super) fn element_id(id: &str) -> String {
    ["rules-", id].concat()
}
