//! How far the reading of files is.

use yew::prelude::*;

use crate::app::state::Model;
use crate::app::state::tasks::cancel;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::Progress;

/// What the progress is given.
#[derive(Properties, PartialEq)]
pub struct ReadingProgressProps {
    pub model: Model,
    pub locale: Locale,
    /// Whether the sample is being read that the site brings along.
    pub made_up: bool,
    pub progress: Progress,
}

/// How far the reading of files is, with the button that stops it.
#[component(ReadingProgress)]
pub fn reading_progress(ReadingProgressProps { model, locale, made_up, progress }: &ReadingProgressProps) -> Html {
    let locale = *locale;
    let title = match (*made_up, progress.name.as_str()) {
        (true, _) => text::READING_SAMPLE.get(locale).to_owned(),
        (false, "") => text::READING.get(locale).to_owned(),
        (false, name) => text::READING_FILE.fill(locale, &[name]),
    };
    let is_known = progress.total_bytes > 0;
    let oncancel = {
        let model = model.clone();
        move |_| cancel(&model)
    };
    html! {
        <section class="reading">
            <h2 role="status">{ title }</h2>
            <progress
                aria-label={text::READING.get(locale)}
                max={is_known.then(|| progress.total_bytes.to_string())}
                value={is_known.then(|| progress.bytes.to_string())}
            />
            if is_known {
                <p>{ so_far(progress, locale) }</p>
            }
            <p><button type="button" onclick={oncancel}>{ text::CANCEL.get(locale) }</button></p>
        </section>
    }
}

/// Says how much is read, and how long the rest will take where that is known.
fn so_far(progress: &Progress, locale: Locale) -> String {
    let Progress { bytes, total_bytes, rows, .. } = progress;
    let mut words = text::READ_SO_FAR.fill(locale, &[&size(*bytes), &size(*total_bytes), &rows.to_string()]);
    if let Some(left) = progress.seconds_left {
        words.push_str(&text::SECONDS_LEFT.fill(locale, &[&left.to_string()]));
    }
    words
}

/// Returns a number of bytes as file managers write it.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    if bytes >= MB {
        format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB)
    } else {
        format!("{} KB", bytes.div_ceil(KB))
    }
}
