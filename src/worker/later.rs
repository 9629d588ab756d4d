//! Reading the files of another month, while the district that is there can still be looked at.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::{AbortHandle, Abortable};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::desk::{Desk, Laying};
use super::files::{importer_for, read_files};
use super::messages::{Progress, Tell, Told};
use super::report::Reader;
use super::serve::{Page, again, ready, told_with};
use super::site::in_words;
use crate::pack::phrases;

phrases! {
    /// Also of files that are read again.
    UNREADABLE "浏览器没能读取“{0}”（{1}）。请确认文件没有被移动、改名或者被其他程序占用，再选择一次；已打开的数据没有改变。" "The browser could not read “{0}” ({1}). Make sure it was not moved, renamed or locked, and choose it again; the data at hand are as they were."
    NOTHING_USABLE "新一期的表没有可用的内容，已打开的数据没有改变。{0}" "The tables had nothing to use; the data at hand are as they were. {0}"
    STOPPED "已停止叠加，已打开的数据没有改变。" "Stopped; the data at hand are as they were."
}

/// The reading of the files of another month.
pub(super) struct Reads {
    pub(super) progress: Progress,
    stop: AbortHandle,
}

impl Drop for Reads {
    /// Whatever takes its place, the files that are being read are of no use any more.
    fn drop(&mut self) {
        self.stop.abort();
    }
}

/// Reads these files and lays them over the district.
pub(super) fn read(page: &Page, desk: &Rc<RefCell<Desk>>, how: Laying, files: Vec<File>) {
    let (stop, stopped) = AbortHandle::new_pair();
    let said = desk.borrow().said().clone();
    let progressed = {
        let (page, desk) = (page.clone(), desk.clone());
        move |progress| {
            let shown = desk.borrow_mut().read_on(progress);
            shown.into_iter().for_each(|rows| page.tell(&Tell::Rows(rows)));
        }
    };
    let shown = desk.borrow_mut().read_later(Some(Reads { progress: Progress::default(), stop }));
    shown.into_iter().for_each(|rows| page.tell(&Tell::Rows(rows)));
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move {
        let importer = importer_for(said);
        // Whoever has it stopped has said so already.
        let Ok(read) = Abortable::new(read_files(progressed, &files, importer), stopped).await else { return };
        let told = match read {
            Ok(month) if !month.enterprises.is_empty() => {
                let reader = Reader::of(desk.borrow().said().clone());
                page.tell(&again(&reader, true));
                desk.borrow_mut().lay_over(month, (files, how), reader);
                return ready(&page, &desk, true, true).await;
            }
            Ok(month) => told_with(NOTHING_USABLE, &month),
            Err((name, cause)) => Told::of(true, UNREADABLE, &[&name, &in_words(&cause)]),
        };
        end(&page, &desk, told);
    });
}

/// Reads no further.
pub(super) fn stop(page: &Page, desk: &Rc<RefCell<Desk>>) {
    end(page, desk, Told::of(false, STOPPED, &[]));
}

fn end(page: &Page, desk: &Rc<RefCell<Desk>>, told: Told) {
    let shown = desk.borrow_mut().read_later(None);
    page.tell(&Tell::Told(told));
    shown.into_iter().for_each(|rows| page.tell(&Tell::Rows(rows)));
}

/// Takes back what was laid over the district.
pub(super) fn back(page: &Page, desk: &Rc<RefCell<Desk>>) {
    if !desk.borrow_mut().lay_back() {
        return;
    }
    page.tell(&again(&Reader::of(desk.borrow().said().clone()), false));
    let (page, desk) = (page.clone(), desk.clone());
    spawn_local(async move { ready(&page, &desk, true, true).await });
}
