//! What surrounds every page: the way between the pages, the as-of date, the language, and what the person is told.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::app::element::{El, Node, button, el, nodes};
use crate::app::hooks::{use_address, use_draft, use_fields, use_print};
use crate::app::listener::Listener;
use crate::app::pages::{
    changes_banner, enterprise_page, help_page, list_page, opening_page, report_page, rules_page, start_page,
    unknown_page, use_rules, waiting_page,
};
use crate::app::state::queries::View;
use crate::app::state::tasks::{
    ask_record, dismiss, open_dropped, request_report, restore_district, see_to_help, switch_language,
};
use crate::app::state::{Action, District, Model, Notice, Route};
use crate::app::tabs::tabs;
use crate::app::text::{self, Phrase};
use crate::app::undo_keys::use_undo_keys;
use crate::app::widgets::{as_of_field, use_folds};
use crate::pack::Locale;

/// The frame with the page that is shown. The pages are functions: a component of its own costs five kilobytes of code.
#[hook]
pub fn use_frame(model: &Model) -> Html {
    let locale = model.state().locale;
    use_address(model);
    use_title(model);
    use_drop(model);
    use_undo_keys(model);
    use_draft(model);
    use_fields(model);
    use_folds(model);
    use_print(model);
    let state = &model.state();
    let view = use_memo((state.record().cloned(), state.rules.clone(), state.as_of, locale), |(record, ..)| {
        record.as_ref().map(|opened| Rc::new(View::of(&model.state(), opened)))
    });
    // What the page that the address names shows of the district, or of the help, is fetched.
    {
        let model = model.clone();
        let ready = matches!(model.state().district, District::Ready { .. });
        let state = &model.state();
        let asked = (state.route.clone(), (ready, state.readings), state.locale, state.help.clone());
        use_effect_with(asked, move |(route, ..)| match route {
            Route::Help(entry) => see_to_help(&model, entry.as_deref()),
            Route::Enterprise(code) => ask_record(&model, code),
            Route::Report => request_report(&model, String::new(), String::new()),
            _ => {}
        });
    }
    // A district that is gone leaves no worker behind.
    {
        let model = model.clone();
        let state = &model.state();
        let there = (state.front, state.district == District::None, state.aside.as_ref().map(|aside| aside.worker));
        use_effect_with(there, move |_| model.release_workers());
    }
    // What the browser keeps of a district comes back, once there is nothing left to release.
    {
        let model = model.clone();
        use_effect_with((), move |()| restore_district(&model));
    }
    use_rules(model);
    let page: Node = match &model.state().route {
        Route::Record(_) if state.waits_for_rules() => waiting_page(model).into(),
        Route::Start => start_page(model).into(),
        Route::List => list_page(model).into(),
        Route::Report => report_page(model).into(),
        Route::Record(_) => enterprise_page(model, (*view).as_ref()).into(),
        Route::Enterprise(_) => opening_page(&model.state()).into(),
        Route::Rules(_) => rules_page(model).into(),
        Route::Help(_) => help_page(model).into(),
        Route::Unknown => unknown_page(locale).into(),
    };
    let switch_to = if locale == Locale::Zh { "en" } else { "zh-CN" };
    let switch = {
        let model = model.clone();
        button(text::SWITCH_LANGUAGE.get(locale), move |_| switch_language(&model))
    };
    let header = el("header")
        .class("top")
        .with(el("a").class("brand").set("href", "#/").text(text::PRODUCT.get(locale)))
        .with(navigation(model))
        .with(as_of_field(model))
        .with(switch.class("language").set("lang", switch_to));
    let told = model.state().notice.as_ref().map(|shown| notice(model, shown));
    let still = matches!(model.state().route, Route::List | Route::Record(_));
    let main = el("main")
        .class(if still { "still" } else { "" })
        .maybe(told)
        .maybe(changes_banner(state))
        .maybe(aside(model))
        .html(page);
    // Beside a paper nothing else is printed.
    let paper = state.paper.as_ref().map(|paper| Html::from_html_unchecked(paper.html.clone().into()));
    nodes([Node::from(paper.unwrap_or_default()), nodes([header, tabs(model), main])]).into()
}

/// The pages that there are at this moment.
fn navigation(model: &Model) -> El {
    let state = &model.state();
    let mut pages: Vec<(Route, Phrase)> = vec![(Route::Start, text::NAV_START)];
    if matches!(state.district, District::Ready { .. }) {
        pages.extend([(Route::List, text::NAV_LIST), (Route::Report, text::NAV_REPORT)]);
    }
    if let Some(record) = state.record() {
        pages.push((Route::Record(record.id), text::NAV_ENTERPRISE));
    }
    pages.extend([(Route::Rules(None), text::NAV_RULES), (Route::Help(None), text::NAV_HELP)]);
    let links = pages.into_iter().map(|(route, name)| {
        let link = el("a").put("href", &route.hash()).text(name.get(state.locale));
        let shown = match (&route, &state.route) {
            // Wherever on it one is.
            (Route::Rules(_), Route::Rules(_)) | (Route::Help(_), Route::Help(_)) => true,
            (route, shown) => route == shown,
        };
        el("li").with(if shown { link.set("aria-current", "page") } else { link })
    });
    el("nav").set("aria-label", text::NAV.get(state.locale)).with(el("ul").each(links))
}

/// What stands aside where districts are opened and looked at, and the way to it.
fn aside(model: &Model) -> Option<El> {
    let state = &model.state();
    let locale = state.locale;
    let aside = state.aside.as_ref().filter(|_| matches!(state.district, District::Ready { .. }))?;
    if !matches!(state.route, Route::Start | Route::List | Route::Report) {
        return None;
    }
    let (words, back) = match aside.enterprises {
        0 => (text::ASIDE_UNREAD.get(locale).to_owned(), text::ASIDE_SEE),
        some => (text::ASIDE_THERE.fill(locale, &[&some.to_string()]), text::ASIDE_BACK),
    };
    let leads_to = if aside.enterprises == 0 { Route::Report } else { Route::List };
    let (swaps, drops) = (model.clone(), model.clone());
    let back = button(back.get(locale), move |_| {
        swaps.dispatch(Action::Notice(None));
        swaps.dispatch(Action::Swap);
        leads_to.go();
    });
    let drop = button(text::ASIDE_DROP.get(locale), move |_| drops.dispatch(Action::DropAside));
    let buttons = el("div").class("pages").with(back).with(drop);
    Some(el("div").class("notice aside").set("role", "note").with(el("div").with(el("p").text(&words))).with(buttons))
}

/// What the person is told above what is shown.
pub fn notice(model: &Model, notice: &Notice) -> El {
    let locale = model.state().locale;
    let pick = |zh: &'_ String, en: &'_ String| if locale == Locale::Zh { zh.clone() } else { en.clone() };
    let lines = notice.lines.iter().map(|(zh, en)| el("li").text(&pick(zh, en)));
    let said = el("div").with(el("p").text(&pick(&notice.zh, &notice.en))).with(el("ul").each(lines));
    let (class, role) = if notice.alarming { ("notice alarm", "alert") } else { ("notice", "status") };
    let model = model.clone();
    let close = button(text::CLOSE.get(locale), move |_| dismiss(&model));
    el("div").class(class).set("role", role).with(said).with(close)
}

/// Takes files that are dropped anywhere on the page; the browser would leave the page and show them.
#[hook]
fn use_drop(model: &Model) {
    let model = model.clone();
    use_effect_with((), move |()| {
        let over = Listener::new("dragover", |event| {
            event.prevent_default();
            hover(true);
        });
        let left = Listener::new("dragleave", |_| hover(false));
        let taken = Listener::new("drop", move |event| {
            event.prevent_default();
            hover(false);
            if let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
                open_dropped(&model, &data);
            }
        });
        move || drop((over, left, taken))
    });
}

/// Marks the page while files hover above it.
fn hover(on: bool) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.document_element()) {
        // An attribute of this name can always be set.
        let _ = root.toggle_attribute_with_force("data-hover", on);
    }
}

/// Tells browser and screen reader what is shown and in which language; a new page begins at its top.
#[hook]
fn use_title(model: &Model) {
    let state = &model.state();
    let locale = state.locale;
    let page = match &state.route {
        Route::Start | Route::Enterprise(_) | Route::Unknown => None,
        Route::List => Some(text::NAV_LIST.get(locale).to_owned()),
        Route::Report => Some(text::NAV_REPORT.get(locale).to_owned()),
        Route::Rules(_) => Some(text::NAV_RULES.get(locale).to_owned()),
        Route::Help(_) => Some(text::NAV_HELP.get(locale).to_owned()),
        // A browser offers it as the name of the file.
        Route::Record(_) => match &state.paper {
            Some(paper) => Some(paper.title.clone()),
            None => state.record().map(|record| record.enterprise().name.clone()),
        },
    };
    use_effect_with((page, locale, state.rules.clone()), |(page, locale, rules)| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let product = text::PRODUCT.get(*locale);
        document.set_title(&page.as_ref().map_or(product.to_owned(), |page| format!("{page} – {product}")));
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", if *locale == Locale::Zh { "zh-CN" } else { "en" });
            // www/offline.js says at the foot of the page which rules are loaded.
            let _ =
                root.set_attribute("data-rules", &[&*rules.pack.version, "\n", rules.pack.title.get(*locale)].concat());
        }
    });
    use_effect_with(state.route.clone(), |_| {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}
