//! Marks of the ledger in the list of enterprises: beside the names, by which the list is narrowed, and given to those that were
//! selected.

use std::rc::Rc;

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::draft::Kind;
use super::handle::LedgerHandle;
use crate::app::components::{Menu, TextField, close_menu};
use crate::app::state::ListChange;
use crate::app::text;
use crate::ledger::Content;
use crate::pack::Locale;
use crate::worker::{Marked, today};

/// Returns the marks of an enterprise, as the list shows them.
pub fn marks_of(ledger: Option<&LedgerHandle>, uscc: &str, locale: Locale) -> Vec<String> {
    let marks = ledger.map(|ledger| ledger.ledger.marks_of(uscc)).unwrap_or_default();
    marks.into_iter().map(|word| text::mark(word, locale).to_owned()).collect()
}

/// What the field is given.
#[derive(Properties, PartialEq)]
pub struct MarkSelectProps {
    pub locale: Locale,
    /// The mark to which the list is narrowed.
    pub marked: Option<Marked>,
    /// How often the field is to show something else than was chosen in it.
    pub rewrites: u32,
    pub onchange: Callback<ListChange>,
}

/// The field by which the list is narrowed to a mark; nothing where there is none. Who has it follows the ledger.
#[component(MarkSelect)]
pub fn mark_select(MarkSelectProps { locale, marked, rewrites, onchange }: &MarkSelectProps) -> Html {
    let ledger = use_context::<LedgerHandle>();
    let node = use_node_ref();
    let marks: Rc<Vec<Marked>> = use_memo(ledger.as_ref().map(|ledger| ledger.ledger.clone()), |ledger| {
        let marks = ledger.iter().flat_map(|ledger| ledger.marks());
        let owned = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
        marks.map(|(word, codes)| Marked { word: word.to_owned(), codes: owned(codes) }).collect()
    });
    let chosen = marked.as_ref().map(|marked| marked.word.clone()).unwrap_or_default();
    {
        let (node, chosen) = (node.clone(), chosen.clone());
        use_effect_with((marks.clone(), *rewrites), move |_| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&chosen);
            }
        });
    }
    {
        let (marked, onchange) = (marked.clone(), onchange.clone());
        use_effect_with(marks.clone(), move |marks| {
            let now = marked.as_ref().and_then(|marked| marks.iter().find(|other| other.word == marked.word));
            if now != marked.as_ref() {
                onchange.emit(ListChange::Marked(now.cloned()));
            }
        });
    }
    if marks.is_empty() {
        return Html::default();
    }
    let onchoose = {
        let (marks, onchange) = (marks.clone(), onchange.clone());
        move |event: Event| {
            let word = event.target_unchecked_into::<HtmlSelectElement>().value();
            let marked = marks.iter().find(|marked| marked.word == word);
            onchange.emit(ListChange::Marked(marked.cloned()));
        }
    };
    let option = |Marked { word, codes }: &Marked| {
        let words = text::LEDGER_MARK_COUNT.fill(*locale, &[text::mark(word, *locale), &codes.len().to_string()]);
        html! { <option value={word.clone()}>{ words }</option> }
    };
    html! {
        <div>
            <label for="by-ledger-mark">{ text::LEDGER_MARKS.get(*locale) }</label>
            <select ref={node} id="by-ledger-mark" onchange={onchoose}>
                <option value="">{ text::ANY_ENTRY.get(*locale) }</option>
                <>{ for marks.iter().map(option) }</>
            </select>
        </div>
    }
}

/// What the menu is given.
#[derive(Properties, PartialEq)]
pub struct MarkMenuProps {
    pub locale: Locale,
    /// The credit codes of those that are to be marked.
    pub selected: Rc<Vec<String>>,
}

/// Gives a mark to all that were selected.
#[component(MarkMenu)]
pub fn mark_menu(MarkMenuProps { locale, selected }: &MarkMenuProps) -> Html {
    let ledger = use_context::<LedgerHandle>();
    let own = use_mut_ref(String::new);
    let changed = use_force_update();
    let Some(ledger) = ledger else { return Html::default() };
    let locale = *locale;
    let mark = |words: &'static str, word: Callback<(), String>| {
        let (ledger, selected) = (ledger.clone(), selected.clone());
        let onclick = move |press: MouseEvent| {
            let word = word.emit(());
            if word.is_empty() || ledger.is_anonymous() {
                ledger.tell(true, text::LEDGER_MARK_MISSING, &[]);
                return;
            }
            let mark = Content::Mark { word: word.clone(), on: today() };
            close_menu(&press);
            ledger.enter_of_each(selected.iter().map(|uscc| (uscc.as_str(), mark.clone())));
            ledger.tell(false, text::LEDGER_MARKED, &[&selected.len().to_string(), &word]);
        };
        html! { <button type="button" {onclick}>{ words }</button> }
    };
    let known = [Kind::Notified, Kind::ToReview].map(|kind| {
        let word = kind.mark().unwrap_or_default();
        mark(kind.phrase().get(locale), Callback::from(move |()| word.to_owned()))
    });
    let typed = {
        let own = own.clone();
        Callback::from(move |()| own.borrow().trim().to_owned())
    };
    let onauthor = {
        let ledger = ledger.clone();
        move |written: String| {
            ledger.set_author(written.trim());
            AttrValue::from(written)
        }
    };
    let text = own.borrow().clone();
    let onwrite = move |written: String| {
        own.borrow_mut().clone_from(&written);
        changed.force_update();
        AttrValue::from(written)
    };
    html! {
        <Menu class="mark-menu" title={text::LEDGER_MARK_THEM.get(locale)}>
            <div class="field">
                <label for="mark-author">{ text::LEDGER_AUTHOR.get(locale) }</label>
                <TextField id="mark-author" text={ledger.author.to_string()} onwrite={onauthor} size="10" />
            </div>
            <p class="pages">{ for known }</p>
            <div class="field">
                <label for="mark-own">{ text::LEDGER_OWN_MARK.get(locale) }</label>
                <TextField id="mark-own" {text} {onwrite} size="10" />
            </div>
            <p class="pages">{ mark(text::LEDGER_MARK_OWN.get(locale), typed) }</p>
        </Menu>
    }
}
