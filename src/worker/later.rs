//! Reading the files of another month, while the district that is there can still be looked at.

use futures_util::future::{AbortHandle, Abortable};

use super::files::{importer_for, read_files};
use super::messages::{Failure, Files, LayOverRequest, Opened, Outcome, Progress};
use super::open::{again, ready, told_with};
use super::report::Reader;
use super::serve::{Page, Shared};
use super::site::in_words;
use crate::pack::phrases;

phrases! {
    /// Also of files that are read again.
    UNREADABLE "浏览器没能读取“{0}”（{1}）。请确认文件没有被移动、改名或者被其他程序占用，再选择一次；已打开的数据没有改变。" "The browser could not read “{0}” ({1}). Make sure it was not moved, renamed or locked, and choose it again; the data at hand are as they were."
    NOTHING_USABLE "新一期的表没有可用的内容，已打开的数据没有改变。{0}" "The tables had nothing to use; the data at hand are as they were. {0}"
    STOPPED "已停止更新，已打开的数据没有改变。" "Stopped; the data at hand are as they were."
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

/// Reads files of another month and lays them over the district.
pub(super) async fn read(page: &Page, session: &Shared, request: LayOverRequest) -> Result<Opened, Failure> {
    let LayOverRequest { files: Files(files), laying } = request;
    let (stop, stopped) = AbortHandle::new_pair();
    let importer = importer_for(session.borrow().said().clone(), session.borrow().figures_known());
    let progressed = {
        let (page, session) = (page.clone(), session.clone());
        move |progress| {
            let shown = session.borrow_mut().read_on(progress);
            page.tell_list(shown);
        }
    };
    let shown = session.borrow_mut().read_later(Some(Reads { progress: Progress::default(), stop }));
    page.tell_list(shown);
    // Whoever has it stopped has said so already.
    let read = Abortable::new(read_files(progressed, &files, importer), stopped).await.map_err(|_| Failure::Stopped)?;
    let outcome = match read {
        Ok(month) if !month.enterprises.is_empty() => {
            let reader = Reader::of(session.borrow().said().clone());
            page.tell(again(&reader, true));
            session.borrow_mut().lay_over(month, (files, laying), reader);
            return Ok(ready(session, true, true).await);
        }
        Ok(month) => told_with(NOTHING_USABLE, &month),
        Err((name, cause)) => Outcome::of(true, UNREADABLE, &[&name, &in_words(&cause)]),
    };
    end(page, session);
    Ok(Opened::Nothing(outcome))
}

/// Reads no further.
pub(super) fn stop(page: &Page, session: &Shared) -> Outcome {
    end(page, session);
    Outcome::of(false, STOPPED, &[])
}

fn end(page: &Page, session: &Shared) {
    let shown = session.borrow_mut().read_later(None);
    page.tell_list(shown);
}

/// Takes back what was laid over the district.
pub(super) async fn take_back(page: &Page, session: &Shared) -> Result<Opened, Failure> {
    if !session.borrow_mut().lay_back() {
        return Err(Failure::Busy);
    }
    page.tell(again(&Reader::of(session.borrow().said().clone()), false));
    Ok(ready(session, true, true).await)
}
