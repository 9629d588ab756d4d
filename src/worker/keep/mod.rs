//! Keeping a district: in the browser, and in a file that may be sealed.

mod about;
mod seal;
mod store;
mod tabs;

use js_sys::{Array, Uint8Array};

use super::messages::{self, KeptDistrict, Outcome, SaveRequest, Saved, SavedFile};
use super::site::{file_of, in_words};
use crate::archive::{Enclosed, Fault, Seal, enclose, is_archive, pack, unpack};
use crate::district::District;
use crate::facts::Date;
use crate::pack::phrases;

pub use tabs::KEPT_CHANNEL;
pub(super) use tabs::on_change;

phrases! {
    KEPT "已保留在本机浏览器中：{0} 户。" "Kept in this browser: {0} enterprises."
    NOT_KEPT "浏览器没有保留（{0}）。可能是空间不够，或者浏览器设置为不保留网站数据。可以改为“保存为文件”。" "The browser kept nothing ({0}): it may have no room, or be set to keep no data of sites. Save to a file instead."
    FORGOTTEN "本机浏览器不再保留。" "This browser keeps nothing of it any more."
    NOT_FORGOTTEN "浏览器没有删除（{0}）。请关闭本网站的其他页面后再试，或者在浏览器设置中清除网站数据。" "The browser did not delete it ({0}). Close other pages of this site and try again, or clear the data of sites in the browser's settings."
    NOT_THERE "本机浏览器保留的数据没有打开（{0}）。请重新打开原来的文件。" "What this browser kept could not be opened ({0}). Open the files again."
    NO_ARCHIVE "“{0}”不是信衡存档。" "“{0}” is no archive of Xinheng."
    DAMAGED "“{0}”已损坏：内容与保存时不同。请用另一份副本。" "“{0}” is damaged: it is not what was saved. Use another copy."
    NEWER "“{0}”是较新版本的信衡保存的（格式 {1}）。请更新信衡后再打开。" "“{0}” was saved by a newer Xinheng (format {1}). Update Xinheng, then open it."
    CANNOT_UNSEAL "“{0}”有口令，而浏览器在这个网址下不提供解密（须为 https 或者本机地址）。请在那样的网址打开。" "“{0}” is sealed, and under this address the browser has no cryptography (it takes https or this computer). Open it there."
    NOT_WRITTEN "浏览器没有生成文件，请换用较新的浏览器，或者关闭其他页面后再试。" "The browser made no file: try a newer browser, or close other pages first."
    NOT_SEALED "浏览器没能加密（{0}），文件没有保存。" "The browser could not seal it ({0}); no file was saved."
}

/// What the archive that a browser keeps is called.
const PRODUCT: &str = "信衡存档";
/// The type of an archive that is offered as a file.
const TYPE: &str = "application/octet-stream";

/// How it stands with keeping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keeping {
    /// What the browser keeps.
    pub(super) kept: Option<Kept>,
    /// Whether files can be sealed.
    seals: bool,
}

/// A district that the browser keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    since: Date,
    /// How many enterprises there are.
    count: String,
    /// By what it is known among all that were ever kept.
    pub(super) name: String,
}

impl Keeping {
    /// Tells the page of it; `is_shown` when what is kept is what is shown.
    pub(super) fn told(&self, is_shown: bool) -> messages::Keeping {
        let kept = self.kept.as_ref().map(|kept| KeptDistrict {
            since: kept.since,
            enterprises: kept.count.clone(),
            is_shown,
        });
        messages::Keeping { kept, encrypts: self.seals }
    }
}

/// An archive that waits for its passphrase.
pub(super) struct Locked {
    pub(super) name: String,
    version: u8,
    seal: Seal,
    content: Vec<u8>,
}

/// What an archive turned out to be.
pub(super) enum Opened {
    District {
        district: Box<District>,
        made_up: bool,
        /// By what name the browser keeps it; `None` for a file.
        kept_as: Option<String>,
        /// The ledger that went along, and the name of the archive.
        ledger: Option<(String, String)>,
    },
    Locked(Locked),
}

/// Whether the first piece of a file is that of an archive.
pub(super) fn begins(piece: &[u8]) -> bool {
    is_archive(piece)
}

/// Opens an archive.
///
/// # Errors
/// Why not, in words; there is no district after them.
pub(super) fn open(name: &str, archive: &[u8]) -> Result<Opened, Outcome> {
    let Enclosed { version, seal, content } = Enclosed::of(archive).map_err(|fault| refused(name, fault))?;
    match seal {
        None => laid_out(name, version, content).map_err(|fault| refused(name, fault)),
        Some(_) if !seal::is_offered() => Err(Outcome { ends: true, ..Outcome::of(true, CANNOT_UNSEAL, &[name]) }),
        Some(seal) => Ok(Opened::Locked(Locked { name: name.to_owned(), version, seal, content: content.to_vec() })),
    }
}

/// Tries a passphrase. `None` when it is not the one.
pub(super) async fn unlock(locked: &Locked, passphrase: &str) -> Option<Result<Opened, Outcome>> {
    let content = seal::unseal(&locked.seal, passphrase, &locked.content).await?;
    Some(laid_out(&locked.name, locked.version, &content).map_err(|fault| refused(&locked.name, fault)))
}

/// Opens what the browser keeps.
///
/// # Errors
/// Why not, in words; there is no district after them.
pub(super) async fn restore() -> Result<Opened, Outcome> {
    match store::kept().await {
        Ok(Some(archive)) => {
            let mut opened = open(PRODUCT, &archive)?;
            if let Opened::District { kept_as, .. } = &mut opened {
                *kept_as = keeping().await.kept.map(|kept| kept.name);
            }
            Ok(opened)
        }
        // The disk was full, or the browser was killed, before anything was kept: there is nothing to tell, and nobody is
        // to look here again.
        Ok(None) => {
            let _ = store::wipe().await;
            Err(Outcome { ends: true, kept: Some(false), ..Outcome::default() })
        }
        Err(cause) => Err(Outcome { ends: true, ..Outcome::of(true, NOT_THERE, &[&cause]) }),
    }
}

fn laid_out(name: &str, version: u8, content: &[u8]) -> Result<Opened, Fault> {
    let mut archive = unpack(version, content)?;
    let made_up = archive.about.made_up;
    let ledger = Some(std::mem::take(&mut archive.ledger)).filter(|text| !text.is_empty());
    let ledger = ledger.map(|text| (name.to_owned(), text));
    Ok(Opened::District { district: Box::new(about::district(archive)), made_up, kept_as: None, ledger })
}

fn refused(name: &str, fault: Fault) -> Outcome {
    let words = match fault {
        Fault::NotAnArchive => Outcome::of(true, NO_ARCHIVE, &[name]),
        Fault::Damaged => Outcome::of(true, DAMAGED, &[name]),
        Fault::Newer(version) => Outcome::of(true, NEWER, &[name, &version.to_string()]),
    };
    Outcome { ends: true, ..words }
}

/// The content of an archive of a district, with the text of a ledger.
pub(super) fn content(district: &District, made_up: bool, today: Date, ledger: &str) -> Vec<u8> {
    pack(&about::about(district, made_up, today), ledger, district.enterprises())
}

/// Has the browser keep an archive of so many enterprises, or forget what it keeps. What is then told, and by what name it
/// is kept.
pub(super) async fn keep(content: Option<(Vec<u8>, usize)>, today: Date) -> (Outcome, Option<String>) {
    let (told, name) = match content {
        Some((content, count)) => {
            // Another tab may keep others on the same day: each is known by its moment.
            let (count, name) = (count.to_string(), js_sys::Date::now().to_string());
            let about = [today.to_string().as_str(), &count, &name].join(" ");
            match store::keep(&enclose(None, &content), &about).await {
                Ok(()) => (Outcome { kept: Some(true), ..Outcome::of(false, KEPT, &[&count]) }, Some(name)),
                Err(cause) => (Outcome::of(true, NOT_KEPT, &[&cause]), None),
            }
        }
        None => match store::wipe().await {
            Ok(()) => (Outcome { kept: Some(false), ..Outcome::of(false, FORGOTTEN, &[]) }, None),
            Err(cause) => (Outcome::of(true, NOT_FORGOTTEN, &[&cause]), None),
        },
    };
    if told.kept.is_some() {
        tabs::tell();
    }
    (told, name)
}

/// How it stands with keeping.
pub(super) async fn keeping() -> Keeping {
    let about = store::about().await;
    let kept = about.and_then(|about| {
        let mut parts = about.split(' ');
        let (since, count) = (parts.next()?.parse().ok()?, parts.next()?.to_owned());
        // What an earlier version of the product kept has no name.
        Some(Kept { since, count, name: parts.next().unwrap_or_default().to_owned() })
    });
    Keeping { kept, seals: seal::is_offered() }
}

/// An archive as a file, sealed where there is a passphrase.
///
/// # Errors
/// Why there is none, in words.
pub(super) async fn file(content: &[u8], ask: &SaveRequest) -> Saved {
    let archive = if ask.passphrase.is_empty() {
        enclose(None, content)
    } else {
        let sealed = seal::seal(&ask.passphrase, content).await;
        let (seal, sealed) = sealed.map_err(|cause| Outcome::of(true, NOT_SEALED, &[&in_words(&cause)]))?;
        enclose(Some(&seal), &sealed)
    };
    let content = file_of(&Array::of1(&Uint8Array::from(&*archive)), TYPE);
    let content = content.ok_or_else(|| Outcome::of(true, NOT_WRITTEN, &[]))?;
    Ok(SavedFile { name: format!("信衡存档_{}.xinheng", ask.today), content })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_keeps_is_told_with_whether_it_is_what_is_shown() {
        let since = "2026-11-21".parse().unwrap();
        let kept = Kept { since, count: "1989".to_owned(), name: "1".to_owned() };
        let keeping = Keeping { kept: Some(kept), seals: true };
        for is_shown in [true, false] {
            let kept = Some(KeptDistrict { since, enterprises: "1989".to_owned(), is_shown });
            assert_eq!(keeping.told(is_shown), messages::Keeping { kept, encrypts: true });
        }
        assert_eq!(Keeping::default().told(false), messages::Keeping::default());
    }
}
