//! The worker that unpacks a workbook.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::super::decoder;
use super::super::wire::Wire;
use super::{END, FAULT, FAULTS, ROWS, SHEET};
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
                        Err(fault) => {
                            let place = FAULTS.iter().position(|known| *known == fault).unwrap_or_default();
                            asker.tell(FAULT, |message| place.write(message));
                        }
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

    /// Tells rows: as bytes that change hands, for a text would be copied and written anew on either side.
    fn tell_rows(&self, text: &str) {
        let bytes = Uint8Array::from(text.as_bytes());
        let message = Array::of2(&ROWS.into(), &bytes);
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
        self.tell_rows(text);
        true
    }
}
