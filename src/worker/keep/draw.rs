//! What the list says of keeping and saving the district, and the buttons for it.

use crate::facts::Date;
use crate::pack::{Locale, day_text, phrases};
use crate::worker::drawing::Pen;

phrases! {
    TITLE "保留与存档" "Keep and save"
    SHARED "保留后，能使用本机这个浏览器的人都能看到这些数据；公用电脑请不要保留。" "Whoever can use this browser on this computer will see what it keeps: do not keep anything on a shared computer."
    KEEP "保留在本机浏览器中" "Keep in this browser"
    KEEP_AGAIN "以现在的数据重新保留" "Keep it as it is now"
    FORGET "不再保留" "Keep it no longer"
    KEPT "本机浏览器已保留：{1} 户（{0}保留），下次打开时自动载入。" "This browser keeps {1} enterprises since {0}; they are opened with the page."
    PASSPHRASE "口令（不填则不加密）" "Passphrase (none: the file lies open)"
    FORGOTTEN "口令丢失后，文件无法打开。" "Without the passphrase the file cannot be opened."
    NO_SEAL "浏览器只在 https 或者本机网址下提供加密；在这里保存的文件不加密。" "Under this address the browser has no cryptography (it takes https or this computer): the file is not sealed."
    SAVE "保存为文件" "Save to a file"
}

/// How it stands with keeping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::worker) struct Keeping {
    /// Since when the browser keeps a district, and of how many enterprises.
    pub(in crate::worker) kept: Option<(Date, String)>,
    /// Whether files can be sealed.
    pub(in crate::worker) seals: bool,
}

/// Draws it as a fold.
pub(in crate::worker) fn draw(keeping: &Keeping, locale: Locale) -> Vec<String> {
    let mut pen = Pen::default();
    pen.element("details", |pen| {
        pen.set("class", "keep");
        pen.words("summary", "", TITLE.get(locale));
        pen.words("p", "", SHARED.get(locale));
        if let Some((since, count)) = &keeping.kept {
            pen.words("p", "quiet", &KEPT.fill(locale, &[&day_text(*since, locale), count]));
        }
        pen.element("p", |pen| {
            pen.set("class", "pages");
            let keep = if keeping.kept.is_some() { KEEP_AGAIN } else { KEEP };
            pen.button("keep", "keep", |pen| pen.text(keep.get(locale)));
            if keeping.kept.is_some() {
                pen.button("keep", "forget", |pen| pen.text(FORGET.get(locale)));
            }
        });
        if keeping.seals {
            pen.element("p", |pen| {
                pen.set("class", "pages");
                let kind = [("id", "passphrase"), ("type", "password"), ("autocomplete", "new-password")];
                let told = [("aria-describedby", "passphrase-lost")];
                pen.field(PASSPHRASE.get(locale), &[&kind[..], &told].concat());
            });
            pen.element("p", |pen| {
                pen.set("id", "passphrase-lost");
                pen.set("class", "quiet");
                pen.text(FORGOTTEN.get(locale));
            });
        } else {
            pen.words("p", "quiet", NO_SEAL.get(locale));
        }
        pen.element("p", |pen| pen.button("keep", "file", |pen| pen.text(SAVE.get(locale))));
    });
    pen.0
}
