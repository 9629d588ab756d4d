//! What can be done with corrections: the files are read by them, or they go.

use yew::prelude::*;

use super::pressing;
use crate::app::state::Model;
use crate::app::state::tasks::read_again;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{FileCorrection, ReportChoice};

/// What the buttons are given.
#[derive(Properties, PartialEq)]
pub struct CorrectionButtonsProps {
    pub model: Model,
    pub locale: Locale,
    /// The index of the file that is looked at.
    pub file: usize,
    /// Whether something was corrected, of whichever file, by which it was not read yet: what was said of another file is
    /// read with this one.
    pub is_any_pending: bool,
    /// Whether something was corrected of this file.
    pub is_pending: bool,
    /// Whether this file was read by corrections.
    pub is_corrected: bool,
}

/// Whether corrections wait to be read by, and the buttons for them.
#[component(CorrectionButtons)]
pub fn correction_buttons(props: &CorrectionButtonsProps) -> Html {
    let CorrectionButtonsProps { model, locale, file, is_any_pending, is_pending, is_corrected } = props;
    let onread = {
        let model = model.clone();
        move |_| read_again(&model)
    };
    let saying = |correction| pressing(model, ReportChoice::Correct(*file, correction));
    html! {
        <div class="correction-buttons">
            <p role="status">{ if *is_any_pending { text::CORRECTIONS_PENDING.get(*locale) } else { "" } }</p>
            <p class="lists">
                if *is_any_pending {
                    <button type="button" class="primary" onclick={onread}>
                        { text::READ_AGAIN_AS_CORRECTED.get(*locale) }
                    </button>
                }
                if *is_pending {
                    <button type="button" onclick={saying(FileCorrection::DropChanges)}>
                        { text::DROP_CHANGES.get(*locale) }
                    </button>
                }
                if *is_corrected {
                    <button type="button" onclick={saying(FileCorrection::TakeBack)}>
                        { text::TAKE_BACK_CORRECTIONS.get(*locale) }
                    </button>
                }
            </p>
        </div>
    }
}
