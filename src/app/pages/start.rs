//! Where files are opened: it tells what the page does, takes files, and teaches by its sample.

use web_sys::{DragEvent, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::state::tasks::{cancel, listed, open_files, open_sample};
use crate::app::state::{District, Model};
use crate::app::{text, use_model};
use crate::import::FileKind;
use crate::pack::Locale;
use crate::worker::Progress;

/// The page on which files are opened.
#[component(StartPage)]
pub fn start_page() -> Html {
    let model = use_model();
    let locale = model.state.locale;
    let work = match &model.state.district {
        District::Reading { made_up, progress } => reading(&model, *made_up, progress),
        District::None | District::Ready { .. } => html! { <Chooser /> },
    };
    html! {
        <div class="sheet">
            <h1>{text::START_TITLE.get(locale)}</h1>
            <p class="lead">{text::START_LEAD.get(locale)}</p>
            {work}
            <p class="quiet">{text::START_PRIVATE.get(locale)}{" "}{text::INTERNAL.get(locale)}</p>
            { kinds(locale) }
        </div>
    }
}

/// What takes the files.
#[component(Chooser)]
fn chooser() -> Html {
    let model = use_model();
    let locale = model.state.locale;
    let field = use_node_ref();
    let over = use_state_eq(|| false);
    let choose = {
        let field = field.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlElement>() {
                field.click();
            }
        })
    };
    let onchange = {
        let model = model.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let files = input.files().map(listed).unwrap_or_default();
            // So that choosing the same file again is a change again.
            input.set_value("");
            open_files(&model, files);
        })
    };
    // Files may be dropped anywhere on the page; here it shows that they may.
    let hover = |on: bool| {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(on))
    };
    let sample = Callback::from(move |_: MouseEvent| open_sample(&model));
    html! {
        <div class="openers">
            <section class={classes!("drop", over.then_some("over"))} ondragover={hover(true)}
                ondragleave={hover(false)} ondrop={hover(false)}>
                <p>{text::DROP_HERE.get(locale)}</p>
                <p><button type="button" class="primary" onclick={choose}>{text::CHOOSE_FILES.get(locale)}</button></p>
                <input ref={field} type="file" multiple={true} hidden={true} {onchange} />
                <p class="quiet">{text::CHOOSE_HINT.get(locale)}</p>
            </section>
            <section class="sample">
                <h2>{text::SAMPLE_TITLE.get(locale)}</h2>
                <p>{text::SAMPLE_TEXT.get(locale)}</p>
                <p><button type="button" onclick={sample}>{text::OPEN_SAMPLE.get(locale)}</button></p>
            </section>
        </div>
    }
}

fn reading(model: &Model, made_up: bool, progress: &Progress) -> Html {
    let locale = model.state.locale;
    let title = match (made_up, progress.name.as_str()) {
        (true, _) => text::READING_SAMPLE.get(locale).to_owned(),
        (false, "") => text::READING.get(locale).to_owned(),
        (false, name) => text::READING_FILE.fill(locale, &[name]),
    };
    let known = progress.total_bytes > 0;
    let model = model.clone();
    let stop = Callback::from(move |_: MouseEvent| cancel(&model));
    html! {
        <section class="reading">
            <h2 role="status">{title}</h2>
            if known {
                <progress aria-label={text::READING.get(locale)} max={progress.total_bytes.to_string()}
                    value={progress.bytes.to_string()} />
                <p>
                    {text::READ_SO_FAR.fill(
                        locale,
                        &[&size(progress.bytes), &size(progress.total_bytes), &progress.rows.to_string()],
                    )}
                </p>
            } else {
                <progress aria-label={text::READING.get(locale)} />
            }
            <p><button type="button" onclick={stop}>{text::CANCEL.get(locale)}</button></p>
        </section>
    }
}

/// A number of bytes as file managers write it.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    if bytes >= MB { format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB) } else { format!("{} KB", bytes.div_ceil(KB)) }
}

/// The tables that are recognised, by their columns.
fn kinds(locale: Locale) -> Html {
    let rows = FileKind::ALL.iter().map(|kind| {
        let (name, columns) = text::file_kind(*kind);
        html! { <tr><th scope="row">{name.get(locale)}</th><td lang="zh-CN">{columns}</td></tr> }
    });
    html! {
        <details>
            <summary>{text::KINDS_TITLE.get(locale)}</summary>
            <p>{text::KINDS_NOTE.get(locale)}</p>
            <table class="kinds">
                <thead>
                    <tr>
                        <th scope="col">{text::KIND.get(locale)}</th>
                        <th scope="col">{text::KIND_COLUMNS.get(locale)}</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </details>
    }
}
