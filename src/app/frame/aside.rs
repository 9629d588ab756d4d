//! What was open before other files, and the way back to it.

use yew::prelude::*;

use crate::app::state::{Action, DistrictAction, Model, Route, ViewAction};
use crate::app::text;
use crate::pack::Locale;

/// What the notice of it is given.
#[derive(Properties, PartialEq)]
pub struct AsideNoticeProps {
    pub model: Model,
    pub locale: Locale,
    /// How many enterprises there are; files of which nothing could be read have none.
    pub enterprises: usize,
}

/// Says what stands aside, with the buttons that bring it back and let it go.
#[component(AsideNotice)]
pub fn aside_notice(AsideNoticeProps { model, locale, enterprises }: &AsideNoticeProps) -> Html {
    let (locale, enterprises) = (*locale, *enterprises);
    let (words, back) = match enterprises {
        0 => (text::ASIDE_UNREAD.get(locale).to_owned(), text::ASIDE_SEE),
        some => (text::ASIDE_THERE.fill(locale, &[&some.to_string()]), text::ASIDE_BACK),
    };
    let onback = {
        let model = model.clone();
        move |_| {
            model.dispatch(Action::View(ViewAction::Notice(None)));
            model.dispatch(Action::Swap);
            if enterprises == 0 { Route::Report } else { Route::List }.go();
        }
    };
    let ondrop = {
        let model = model.clone();
        move |_| model.dispatch(Action::District(DistrictAction::DropAside))
    };
    html! {
        <div class="notice aside" role="note">
            <div><p>{ words }</p></div>
            <div class="pages">
                <button type="button" onclick={onback}>{ back.get(locale) }</button>
                <button type="button" onclick={ondrop}>{ text::ASIDE_DROP.get(locale) }</button>
            </div>
        </div>
    }
}
