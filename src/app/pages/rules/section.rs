//! A section of the rules, which unfolds.

use std::rc::Rc;

use yew::prelude::*;

use super::entry::{RuleEntry, element_id};
use crate::app::state::Model;
use crate::pack::Locale;
use crate::rulebook::Section;

/// What a section is given.
#[derive(Properties, PartialEq)]
pub struct RuleSectionProps {
    pub model: Model,
    pub locale: Locale,
    pub section: Rc<Section>,
    /// Whether it has only what was looked for. That is in view; otherwise each unfolds what they want to read.
    pub is_narrowed: bool,
}

/// A section with its entries.
#[component(RuleSection)]
pub fn rule_section(RuleSectionProps { model, locale, section, is_narrowed }: &RuleSectionProps) -> Html {
    let locale = *locale;
    html! {
        <details open={*is_narrowed}>
            <summary>
                <h2 id={element_id(&section.id)}>
                    { &section.title }
                    <span class="count">{ format!(" ({})", section.entries.len()) }</span>
                </h2>
            </summary>
            if !section.lead.is_empty() {
                <p class="quiet">{ &section.lead }</p>
            }
            <>{ for section.entries.iter().map(|entry| html! {
                <RuleEntry key={entry.id.as_str()} {model} {locale} entry={entry.clone()} />
            }) }</>
        </details>
    }
}
