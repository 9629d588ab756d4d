//! The worker that unpacks a workbook.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::super::decoder;
use super::super::wire::Wire;
use super::{BYTES, END, FAULT, LEFT_OUT, MEMBER, REFUSED, ROWS, SHEET, place};
use crate::import::{Fault, Limits, Sheet, TakesSheets, read_workbook};

/// Waits for a workbook and tells its rows to whoever sent it.
pub fn unpack(scope: DedicatedWorkerGlobalScope) {
    let asker = Asker(scope);
    let listener = Closure::<dyn FnMut(MessageEvent)>::new({
        let asker = asker.clone();
        move |message: MessageEvent| {
            if let Ok(file) = message.data().dyn_into::<File>() {
                let mut asker = asker.clone();
                spawn_local(async move {
                    match read(&mut asker, &file).await {
                        Ok(()) => asker.tell(END, |_| {}),
                        Err(fault) => asker.tell(FAULT, |message| place(fault).write(message)),
                    }
                });
            }
        }
    });
    // Adding a listener to a scope that is there does not fail.
    let _ = asker.0.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    listener.forget();
}

async fn read(asker: &mut Asker, file: &File) -> Result<(), Fault> {
    // A file that the browser gives no more, as one that was changed since, is as good as cut off.
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Fault::BrokenWorkbook)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    read_workbook(&bytes, &Limits::default(), decoder::gb18030, asker)
}

/// Whoever sent the workbook.
#[derive(Clone)]
struct Asker(DedicatedWorkerGlobalScope);

impl Asker {
    /// Tells something; `fill` puts what belongs to it behind its kind.
    fn tell(&self, kind: &str, fill: impl FnOnce(&Array)) {
        let message = Array::of1(&kind.into());
        fill(&message);
        // Texts and numbers can always be posted.
        let _ = self.0.post_message(&message);
    }

    /// Tells bytes, those of rows too, which change hands: a text would be copied and written anew on either side.
    fn tell_bytes(&self, kind: &str, bytes: &[u8]) {
        let bytes = Uint8Array::from(bytes);
        let message = Array::of2(&kind.into(), &bytes);
        // The buffer was made for this message alone.
        let _ = self.0.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()));
    }
}

impl TakesSheets for Asker {
    fn sheet(&mut self, sheet: Sheet<'_>) -> bool {
        self.tell(SHEET, |message| {
            message.push(&sheet.name.into());
            sheet.hidden.write(message);
            sheet.from_1904.write(message);
        });
        !sheet.hidden
    }

    fn rows(&mut self, text: &str) -> bool {
        self.tell_bytes(ROWS, text.as_bytes());
        true
    }

    fn member(&mut self, name: &str) {
        self.tell(MEMBER, |message| name.to_owned().write(message));
    }

    fn bytes(&mut self, bytes: &[u8]) -> bool {
        self.tell_bytes(BYTES, bytes);
        true
    }

    fn refuse(&mut self, fault: Fault) {
        self.tell(REFUSED, |message| place(fault).write(message));
    }

    fn left_out(&mut self, name: &str) {
        self.tell(LEFT_OUT, |message| name.to_owned().write(message));
    }
}
