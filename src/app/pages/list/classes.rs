//! The classes, each with its number.

use yew::prelude::*;

use super::toggle::toggle;
use crate::app::components::ClassBadge;
use crate::app::state::ListChange;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{ClassCount, ClassFilter};

/// What the classes are given.
#[derive(Properties, PartialEq)]
pub struct ClassesProps {
    pub locale: Locale,
    /// The classes with their numbers, from the best to the worst.
    pub classes: Vec<ClassCount>,
    /// How many are not assessed.
    pub withheld: usize,
    /// To what the list is narrowed.
    pub chosen: Option<ClassFilter>,
    pub onchange: Callback<ListChange>,
}

/// Shows the classes with their numbers, the worst first, and narrows the list to one.
#[component(Classes)]
pub fn classes(ClassesProps { locale, classes, withheld, chosen, onchange }: &ClassesProps) -> Html {
    let locale = *locale;
    let choice = |class: Option<ClassFilter>, words: Html| {
        toggle(*chosen == class, onchange.reform(move |_| ListChange::Class(class.clone())), words)
    };
    let all = classes.iter().map(|class| class.count).sum::<usize>() + withheld;
    let of_classes = classes.iter().rev().map(|ClassCount { id, tone, word, count }| {
        let words = html! { <><ClassBadge tone={*tone} word={word.clone()} />{ format!(" {count}") }</> };
        choice(Some(ClassFilter::Class(id.clone())), words)
    });
    let of_none = *withheld > 0 || *chosen == Some(ClassFilter::Withheld);
    html! {
        <div class="choices" role="group" aria-label={text::CLASS.get(locale)}>
            { choice(None, text::ALL_CLASSES.fill(locale, &[&all.to_string()]).into()) }
            <>{ for of_classes }</>
            if of_none {
                { choice(
                    Some(ClassFilter::Withheld),
                    text::WITHHELD_COUNT.fill(locale, &[&withheld.to_string()]).into(),
                ) }
            }
        </div>
    }
}
