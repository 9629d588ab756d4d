//! What browser and screen reader know of the page.

use yew::prelude::*;

use crate::app::state::{Model, Route, State};
use crate::app::text;
use crate::pack::Locale;

/// Tells browser and screen reader what is shown and in which language; a new page begins at its top, but for the list, which
/// comes back to the rows that were left.
#[hook]
pub fn use_title(model: &Model) {
    let state = &model.state();
    use_effect_with((title(state), state.view.locale, state.rules.in_use.clone()), |(title, locale, rules)| {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let product = text::PRODUCT.get(*locale);
        document.set_title(&title.as_ref().map_or(product.to_owned(), |title| format!("{title} – {product}")));
        if let Some(root) = document.document_element() {
            // Attributes of these names can always be set.
            let _ = root.set_attribute("lang", if *locale == Locale::Zh { "zh-CN" } else { "en" });
            // www/offline.js says at the foot of the page which rules are loaded.
            let _ =
                root.set_attribute("data-rules", &[&*rules.pack.version, "\n", rules.pack.title.get(*locale)].concat());
        }
    });
    let model = model.clone();
    use_effect_with(state.view.route.clone(), move |route| {
        let comes_back = *route == Route::List && model.list_scroll.get() != 0;
        if let Some(window) = web_sys::window().filter(|_| !comes_back) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}

/// Returns what the page is called that is shown; nothing where the product's name is enough.
fn title(state: &State) -> Option<String> {
    let phrase = match &state.view.route {
        Route::Start | Route::Enterprise(_) | Route::Unknown => return None,
        Route::List => text::NAV_LIST,
        Route::Report => text::NAV_REPORT,
        Route::Rules(_) => text::NAV_RULES,
        Route::Glossary => text::NAV_GLOSSARY,
        Route::Help(_) => text::NAV_HELP,
        // A browser offers it as the name of the file.
        Route::Record(_) => {
            let record = state.record()?;
            return Some(match state.records.printing {
                Some(paper) => paper.title(record.enterprise(), state.view.locale),
                None => record.enterprise().name.clone(),
            });
        }
    };
    Some(phrase.get(state.view.locale).to_owned())
}
