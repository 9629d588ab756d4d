//! Where files are opened: it tells what the page does, takes files, and teaches by its sample.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::html::{onchange, onsubmit};
use yew::prelude::*;

use crate::app::element::{El, button, el};
use crate::app::ground;
use crate::app::state::tasks::{
    PASSPHRASE, cancel, listed, open_files, open_sample, open_sample_enterprise, unseal, wipe_all,
};
use crate::app::state::{District, Model};
use crate::app::text;
use crate::worker::{Progress, Sealed};

/// The page on which files are opened.
pub fn start_page(model: &Model) -> El {
    let locale = model.state().locale;
    let work = match &model.state().district {
        District::Reading { made_up, progress } => reading(model, *made_up, progress),
        District::Sealed(sealed) => unsealing(model, sealed),
        District::None | District::Ready { .. } => openers(model),
    };
    let wipe = button(text::WIPE.get(locale), |_| wipe_all());
    el("div")
        .class("sheet")
        .with(el("h1").text(text::START_TITLE.get(locale)))
        .with(el("p").class("lead").text(text::START_LEAD.get(locale)))
        .with(work)
        .with(el("p").text(text::START_PRIVATE.get(locale)).with(wipe.class("link")))
        .with(el("p").text(text::INTERNAL.get(locale)))
}

/// What takes the files.
fn openers(model: &Model) -> El {
    let model = model.clone();
    let locale = model.state().locale;
    let chosen = {
        let model = model.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let files = input.files().map(listed).unwrap_or_default();
            // So that choosing the same file again is a change again.
            input.set_value("");
            open_files(&model, files);
        })
    };
    let input = el("input")
        .set("id", "files")
        .set("type", "file")
        .set("multiple", "")
        .set("hidden", "")
        .listen(Rc::new(onchange::Wrapper::new(chosen)));
    let opens_anew = matches!(model.state().district, District::Ready { .. })
        .then(|| el("p").class("quiet").text(text::OPENS_ANEW.get(locale)));
    // Files may be dropped anywhere on the page; while they hover, this shows it by its style.
    let drop = el("section")
        .class("drop")
        .with(el("p").text(text::DROP_HERE.get(locale)))
        .with(
            el("p")
                .class("buttons")
                .with(button(text::CHOOSE_FILES.get(locale), |_| choose(false)).class("primary"))
                .with(button(text::CHOOSE_FOLDER.get(locale), |_| choose(true))),
        )
        .with(input)
        .with(el("p").class("quiet").text(text::CHOOSE_HINT.get(locale)))
        .with(el("a").set("href", "#/help/tables").text(text::TABLES.get(locale)))
        .maybe(opens_anew);
    let enterprise = {
        let model = model.clone();
        button(text::OPEN_SAMPLE_ENTERPRISE.get(locale), move |_| open_sample_enterprise(&model))
    };
    let district = button(text::OPEN_SAMPLE.get(locale), move |_| open_sample(&model));
    let sample = el("section")
        .class("sample")
        .with(el("h2").text(text::SAMPLE_TITLE.get(locale)))
        .with(el("p").text(text::SAMPLE_TEXT.get(locale)))
        .with(el("p").class("buttons").with(enterprise).with(district));
    el("div").class("openers").with(drop).with(sample)
}

/// Has the browser ask for files, or for a folder.
fn choose(folder: bool) {
    if let Some(field) = ground::with_id::<HtmlElement>("files") {
        // An attribute of this name can always be set.
        let _ = field.toggle_attribute_with_force("webkitdirectory", folder);
        field.click();
    }
}

/// Asks for the passphrase of an archive.
fn unsealing(model: &Model, sealed: &Sealed) -> El {
    let locale = model.state().locale;
    let entered = model.clone();
    let try_it = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        unseal(&entered);
    });
    let given_up = model.clone();
    let wrong =
        sealed.wrong.then(|| el("p").class("field-wrong").set("role", "alert").text(text::WRONG_SEAL.get(locale)));
    let field = el("input").id(PASSPHRASE).set("type", "password").set("autocomplete", "current-password");
    el("form")
        .class("reading")
        .listen(Rc::new(onsubmit::Wrapper::new(try_it)))
        .with(el("label").set("for", PASSPHRASE).text(&text::SEALED.fill(locale, &[&sealed.name])))
        .with(el("p").with(field))
        .maybe(wrong)
        .with(el("button").class("primary").text(text::UNSEAL.get(locale)))
        .with(button(text::CANCEL.get(locale), move |_| cancel(&given_up)))
}

/// How far the reading of files is.
pub fn reading(model: &Model, made_up: bool, progress: &Progress) -> El {
    let locale = model.state().locale;
    let title = match (made_up, progress.name.as_str()) {
        (true, _) => text::READING_SAMPLE.get(locale).to_owned(),
        (false, "") => text::READING.get(locale).to_owned(),
        (false, name) => text::READING_FILE.fill(locale, &[name]),
    };
    let mut bar = el("progress").set("aria-label", text::READING.get(locale));
    let mut so_far = None;
    if progress.total_bytes > 0 {
        let [bytes, total] = [progress.bytes, progress.total_bytes];
        bar = bar.put("max", &total.to_string()).put("value", &bytes.to_string());
        let mut words = text::READ_SO_FAR.fill(locale, &[&size(bytes), &size(total), &progress.rows.to_string()]);
        if let Some(left) = progress.seconds_left {
            words.push_str(&text::SECONDS_LEFT.fill(locale, &[&left.to_string()]));
        }
        so_far = Some(el("p").text(&words));
    }
    let model = model.clone();
    el("section")
        .class("reading")
        .with(el("h2").set("role", "status").text(&title))
        .with(bar)
        .maybe(so_far)
        .with(el("p").with(button(text::CANCEL.get(locale), move |_| cancel(&model))))
}

/// A number of bytes as file managers write it.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    if bytes >= MB {
        format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB)
    } else {
        format!("{} KB", bytes.div_ceil(KB))
    }
}
