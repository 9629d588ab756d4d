//! Laying the files of another month over the district.

use yew::prelude::*;

use super::laying_field::LayingField;
use super::toggle::toggle;
use crate::app::components::Menu;
use crate::app::state::tasks::{stop_laying, take_back};
use crate::app::state::{Action, DistrictAction, ListChange, Model};
use crate::app::text;
use crate::district::{ByHand, Extent};
use crate::pack::Locale;
use crate::worker::{LaidOver, LaterFiles, Laying, Progress, Shown};

/// What the note is given.
#[derive(Properties, PartialEq)]
pub struct LaidOverNoteProps {
    pub model: Model,
    pub locale: Locale,
    /// What files of another month have changed, where some were laid over the district.
    pub laid: Option<LaidOver>,
    /// What is shown of the enterprises.
    pub shown: Shown,
    pub onchange: Callback<ListChange>,
}

/// Says what files of another month have changed, with the way back.
#[component(LaidOverNote)]
pub fn laid_over_note(LaidOverNoteProps { model, locale, laid, shown, onchange }: &LaidOverNoteProps) -> Html {
    let locale = *locale;
    let onback = {
        let model = model.clone();
        move |_| take_back(&model)
    };
    html! {
        <div class="later">
            if let Some(LaidOver { added, changed, gone, by_hand, incomplete }) = laid {
                <p role="status">
                    { text::LAID_OVER.fill(locale, &[&added.to_string(), &changed.to_string(), &gone.to_string()]) }
                    if by_hand.0 > 0 {
                        { text::STAYED_BY_HAND.fill(locale, &[&by_hand.0.to_string(), &by_hand.1.to_string()]) }
                    }
                </p>
                if !incomplete.is_empty() {
                    <p class="warning">
                        { text::NOT_READ_WHOLE.fill(locale, &[&incomplete.join(text::LIST_SEPARATOR.get(locale))]) }
                    </p>
                }
                <p class="lists">
                    { toggle(
                        *shown == Shown::Comparison,
                        onchange.reform(|_| ListChange::Show(Shown::Comparison)),
                        text::SEE_CHANGES_AND_WHY.get(locale),
                    ) }
                    <button type="button" onclick={onback}>{ text::BACK_TO_EARLIER.get(locale) }</button>
                </p>
            }
        </div>
    }
}

/// What the menu is given.
#[derive(Properties, PartialEq)]
pub struct LayingMenuProps {
    pub model: Model,
    pub locale: Locale,
    pub later: LaterFiles,
    /// What is to become of facts changed by hand; `None` while that was not said.
    pub by_hand: Option<ByHand>,
}

/// Has files of another month chosen, or says how far their reading is.
#[component(LayingMenu)]
pub fn laying_menu(LayingMenuProps { model, locale, later, by_hand }: &LayingMenuProps) -> Html {
    let locale = *locale;
    html! {
        <Menu class="later" title={text::LATER_TITLE.get(locale)}>
            if let Some(progress) = &later.reading {
                { reading(model, progress, locale) }
            } else {
                { offer(model, later, *by_hand, locale) }
            }
        </Menu>
    }
}

fn reading(model: &Model, progress: &Progress, locale: Locale) -> Html {
    let onstop = {
        let model = model.clone();
        move |_| stop_laying(&model)
    };
    html! {
        <>
            <p role="status">
                { text::LATER_READING.fill(locale, &[&progress.name, &progress.rows.to_string()]) }
            </p>
            <progress
                aria-label={text::LATER_PROGRESS.get(locale)}
                max={progress.total_bytes.max(1).to_string()}
                value={progress.bytes.to_string()}
            />
            <p><button type="button" onclick={onstop}>{ text::STOP_LAYING.get(locale) }</button></p>
        </>
    }
}

/// What becomes of facts changed by hand is asked before files can be chosen.
fn offer(model: &Model, later: &LaterFiles, by_hand: Option<ByHand>, locale: Locale) -> Html {
    let is_asked = later.by_hand > 0;
    let chosen = if is_asked { by_hand } else { Some(ByHand::Keep) };
    html! {
        <>
            <p>{ text::LATER_LEAD.fill(locale, &[&later.enterprises.to_string()]) }</p>
            if is_asked {
                <div>
                    <p>{ text::CHANGED_BY_HAND.fill(locale, &[&later.by_hand.to_string()]) }</p>
                    { ways_with_changes(model, by_hand, locale) }
                </div>
            }
            if let Some(by_hand) = chosen {
                { for [Extent::Whole, Extent::Additions].map(|extent| html! {
                    <LayingField {model} {locale} laying={Laying { extent, by_hand }} />
                }) }
            } else {
                <p>{ text::CHOOSE_FIRST.get(locale) }</p>
            }
        </>
    }
}

fn ways_with_changes(model: &Model, by_hand: Option<ByHand>, locale: Locale) -> Html {
    let ways = [(ByHand::Keep, text::KEEP_BY_HAND), (ByHand::Official, text::OFFICIAL)];
    let buttons = ways.map(|(way, words)| {
        let model = model.clone();
        let onclick = Callback::from(move |_| model.dispatch(Action::District(DistrictAction::ByHand(way))));
        toggle(by_hand == Some(way), onclick, words.get(locale))
    });
    html! { <div class="lists">{ for buttons }</div> }
}
