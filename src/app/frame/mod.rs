//! What surrounds every page: the way between the pages, the as-of date, the language, and what the person is told.

mod aside;
mod navigation;

use yew::prelude::*;

use crate::app::components::{AsOfField, ChangesBanner, NoticeBox};
use crate::app::host;
use crate::app::state::tasks::switch_language;
use crate::app::state::{Model, Route};
use crate::app::tabs::Tabs;
use crate::app::text;
use crate::pack::Locale;

use aside::AsideNotice;
use navigation::Navigation;

/// Renders the frame with the page that is shown.
pub fn frame(model: &Model, page: Html) -> Html {
    let state = &model.state();
    let locale = state.view.locale;
    let is_ready = state.district.is_ready();
    let other_language = if locale == Locale::Zh { "en" } else { "zh-CN" };
    let onswitch = {
        let model = model.clone();
        move |_| switch_language(&model)
    };
    let content = NodeRef::default();
    let onskip = {
        let content = content.clone();
        move |event: MouseEvent| {
            event.prevent_default();
            host::focus(&content);
        }
    };
    let scrolls_inside = matches!(state.view.route, Route::List | Route::Record(_));
    // Where districts are opened and looked at.
    let is_of_district = is_ready && matches!(state.view.route, Route::Start | Route::List | Route::Report);
    let aside = state.district.aside.as_ref().filter(|_| is_of_district);
    html! {
        <>
            <header class="top">
                // An address would be taken for a page: the way leads by itself.
                <a class="skip" href="#" onclick={onskip}>{ text::SKIP.get(locale) }</a>
                <a class="brand" href="#/">{ text::PRODUCT.get(locale) }</a>
                <Navigation
                    {locale}
                    route={state.view.route.clone()}
                    has_district={is_ready}
                    tab={state.record().map(|record| record.id)}
                />
                <AsOfField
                    {model}
                    {locale}
                    as_of={state.view.as_of}
                    today={state.view.today}
                    fault={state.view.as_of_fault.clone()}
                />
                <button type="button" class="language" lang={other_language} onclick={onswitch}>
                    { text::SWITCH_LANGUAGE.get(locale) }
                </button>
            </header>
            <Tabs {model} {locale} records={state.records.tabs.clone()} closed={state.records.closed.clone()} route={state.view.route.clone()} />
            <main ref={content.clone()} class={scrolls_inside.then_some("still")} tabindex="-1">
                if let Some(notice) = &state.view.notice {
                    <NoticeBox {model} {locale} notice={notice.clone()} />
                }
                if !state.rules.in_use.changes.is_empty() {
                    <ChangesBanner
                        rules={state.rules.in_use.clone()}
                        keeps_its_calendar={state.rules.keeps_its_calendar()}
                        {locale}
                    />
                }
                if let Some(aside) = aside {
                    <AsideNotice {model} {locale} enterprises={aside.enterprises} />
                }
                { page }
            </main>
        </>
    }
}
