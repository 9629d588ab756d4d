//! What the sections of the answer have in common.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{ClassBadge, Folds, HelpLink};
use crate::app::state::queries::View;
use crate::app::text::Phrase;
use crate::pack::Class;

/// What a part of the answer is given that shows what was found.
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
}

/// What a part of the answer is given in which something folds away.
#[derive(Properties, PartialEq)]
pub struct FoldedSectionProps {
    /// The enterprise, and what was found of it.
    pub view: Rc<View>,
    /// What is unfolded. A person changes it.
    pub folds: Folds,
}

/// A section of the answer under its heading. The help has an entry for each, by the same id.
pub fn section(view: &View, id: &'static str, title: Phrase, content: Html) -> Html {
    let title = title.get(view.locale);
    html! {
        <section aria-labelledby={id}>
            <div class="heading">
                <h2 {id}>{ title }</h2>
                <HelpLink locale={view.locale} entry={id} words={title} />
            </div>
            { content }
        </section>
    }
}

/// The badge of a class in the words of the documents.
pub fn badge(view: &View, class: Class) -> Html {
    let entry = view.rules.pack.class(class);
    html! { <ClassBadge tone={entry.tone} word={view.say(&entry.word).to_owned()} /> }
}

/// The same where there is little room.
pub fn short_badge(view: &View, class: Class) -> Html {
    let entry = view.rules.pack.class(class);
    html! { <ClassBadge tone={entry.tone} word={view.say(&entry.short).to_owned()} /> }
}
