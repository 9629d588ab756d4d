//! The field for the passphrase of a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::text::{self, Phrase};
use crate::pack::Locale;

/// A passphrase with fewer characters is found by trying.
const SHORT: usize = 8;
/// One with so many is not, where they are of several kinds or there are half as many again.
const LONG: usize = 12;

/// What the field is given.
#[derive(Properties, PartialEq)]
pub struct PassphraseFieldProps {
    pub locale: Locale,
    /// The field itself, for whoever takes what was written.
    pub node: NodeRef,
    /// How often a file was saved: the field is empty again then.
    pub saved: u32,
}

/// Has a passphrase written, shows it when asked, and says how easily it is guessed.
#[component(PassphraseField)]
pub fn passphrase_field(PassphraseFieldProps { locale, node, saved }: &PassphraseFieldProps) -> Html {
    let locale = *locale;
    let is_shown = use_state_eq(|| false);
    let judged = use_state_eq(|| None::<Phrase>);
    {
        let judged = judged.clone();
        use_effect_with(*saved, move |_| judged.set(None));
    }
    let oninput = {
        let judged = judged.clone();
        move |event: InputEvent| judged.set(strength(&event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let onshow = {
        let is_shown = is_shown.clone();
        move |event: Event| is_shown.set(event.target_unchecked_into::<HtmlInputElement>().checked())
    };
    html! {
        <>
            <p class="pages">
                <label for="passphrase">{ text::PASSPHRASE_OF_FILE.get(locale) }</label>
                <input
                    ref={node.clone()}
                    id="passphrase"
                    type={if *is_shown { "text" } else { "password" }}
                    autocomplete="new-password"
                    aria-describedby="passphrase-strength passphrase-lost"
                    {oninput}
                />
                <label>
                    <input type="checkbox" checked={*is_shown} onchange={onshow} />
                    { text::SHOW_PASSPHRASE.get(locale) }
                </label>
            </p>
            <p id="passphrase-strength" class="told-again" role="status">
                { judged.map(|words| words.get(locale)).unwrap_or_default() }
            </p>
            <p id="passphrase-lost" class="quiet">{ text::PASSPHRASE_LOST.get(locale) }</p>
        </>
    }
}

/// Returns how easily a passphrase is guessed, in words; `None` of none.
fn strength(passphrase: &str) -> Option<Phrase> {
    let length = passphrase.chars().count();
    let kinds: [fn(&char) -> bool; 4] = [
        |character| character.is_ascii_lowercase(),
        |character| character.is_ascii_uppercase(),
        |character| character.is_ascii_digit(),
        |character| !character.is_ascii_alphanumeric(),
    ];
    let kinds =
        kinds.into_iter().filter(|is_of_kind| passphrase.chars().any(|character| is_of_kind(&character))).count();
    let different = passphrase.chars().collect::<std::collections::HashSet<_>>().len();
    Some(match length {
        0 => return None,
        _ if length < SHORT || different < SHORT / 2 => text::PASSPHRASE_WEAK,
        _ if length >= LONG && (kinds > 2 || length >= LONG + LONG / 2) => text::PASSPHRASE_STRONG,
        _ => text::PASSPHRASE_FAIR,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_or_says_the_same_again_is_weak_and_what_is_long_is_strong() {
        let words = |passphrase: &str| strength(passphrase).map(|words| words.get(Locale::Zh));
        assert_eq!(words(""), None);
        for weak in ["a", "abc", "1234567", "aaaaaaaaaaaaaaaaaaaa", "1212121212"] {
            assert_eq!(words(weak), Some(text::PASSPHRASE_WEAK.get(Locale::Zh)), "{weak}");
        }
        for fair in ["12345678", "baotou2026", "nosuchwords"] {
            assert_eq!(words(fair), Some(text::PASSPHRASE_FAIR.get(Locale::Zh)), "{fair}");
        }
        for strong in ["Baotou-2026-xh", "four plain words here", "昆都仑区 market 2026"] {
            assert_eq!(words(strong), Some(text::PASSPHRASE_STRONG.get(Locale::Zh)), "{strong}");
        }
    }
}
