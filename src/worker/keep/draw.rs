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
    KEPT_OTHER "本机浏览器保留的不是现在显示的数据，是另外 {1} 户（{0}保留）；要保留现在的，请重新保留。" "This browser keeps other data, of {1} enterprises since {0}; to keep those of now, keep them anew."
    TITLE_OTHER "保留与存档（保留的不是现在的数据）" "Keep and save (other data are kept)"
    PASSPHRASE "口令（不填则不加密）" "Passphrase (none: the file lies open)"
    FORGOTTEN "口令丢失后，文件无法打开。" "Without the passphrase the file cannot be opened."
    NO_SEAL "浏览器只在 https 或者本机网址下提供加密；在这里保存的文件不加密。" "Under this address the browser has no cryptography (it takes https or this computer): the file is not sealed."
    SAVE "保存为文件" "Save to a file"
}

/// How it stands with keeping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::worker) struct Keeping {
    /// What the browser keeps.
    pub(in crate::worker) kept: Option<Kept>,
    /// Whether files can be sealed.
    pub(in crate::worker) seals: bool,
}

/// A district that the browser keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::worker) struct Kept {
    pub(super) since: Date,
    /// How many enterprises there are.
    pub(super) count: String,
    /// By what it is known among all that were ever kept.
    pub(in crate::worker) name: String,
}

/// Draws it as a fold; `is_now` when what is kept is what is shown.
pub(in crate::worker) fn draw(keeping: &Keeping, is_now: bool, locale: Locale) -> Vec<String> {
    let mut pen = Pen::default();
    pen.element("details", |pen| {
        pen.set("class", "keep");
        let is_other = keeping.kept.is_some() && !is_now;
        pen.words("summary", "", if is_other { TITLE_OTHER } else { TITLE }.get(locale));
        pen.words("p", "", SHARED.get(locale));
        if let Some(Kept { since, count, .. }) = &keeping.kept {
            let words = if is_other { KEPT_OTHER } else { KEPT };
            pen.words("p", "quiet", &words.fill(locale, &[&day_text(*since, locale), count]));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is drawn as words, a line each.
    fn words(keeping: &Keeping, is_now: bool) -> Vec<String> {
        let drawing = draw(keeping, is_now, Locale::Zh);
        drawing.into_iter().filter_map(|text| Some(text.strip_prefix('-')?.to_owned())).collect()
    }

    #[test]
    fn what_the_browser_keeps_is_told_in_one_sentence() {
        let kept = Kept { since: "2026-11-21".parse().unwrap(), count: "1989".to_owned(), name: "1".to_owned() };
        let keeping = Keeping { kept: Some(kept), seals: true };
        for (is_now, expected) in
            [(true, "本机浏览器已保留：1989 户"), (false, "本机浏览器保留的不是现在显示的数据，是另外 1989 户")]
        {
            let told = words(&keeping, is_now);
            let about: Vec<&String> = told.iter().filter(|line| line.contains("1989 户")).collect();
            assert!(about.len() == 1 && about[0].starts_with(expected), "{told:?}");
            assert_eq!(told[0].contains("保留的不是现在的数据"), !is_now);
        }
        assert!(!words(&Keeping::default(), false).iter().any(|line| line.contains("不是现在")));
    }
}
