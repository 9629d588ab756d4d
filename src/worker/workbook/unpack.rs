//! The worker that unpacks a workbook.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::super::decoder;
use super::Unpacked;
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
                    let ended = read(&mut asker, &file).await;
                    asker.tell(&Unpacked::Ended(ended));
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
    /// Posts a message; what `hands_over` changes hands with it rather than being copied.
    fn post(&self, message: &Unpacked, hands_over: &Array) {
        // Texts, numbers and bytes can always be carried and posted.
        if let Ok(message) = message.serialize(&serde_wasm_bindgen::Serializer::new()) {
            let _ = self.0.post_message_with_transfer(&message, hands_over);
        }
    }

    fn tell(&self, message: &Unpacked) {
        self.post(message, &Array::new());
    }

    fn tell_bytes(&self, of: fn(Uint8Array) -> Unpacked, bytes: &[u8]) {
        let bytes = Uint8Array::from(bytes);
        // The buffer was made for this message alone.
        let buffer = Array::of1(&bytes.buffer());
        self.post(&of(bytes), &buffer);
    }
}

impl TakesSheets for Asker {
    fn sheet(&mut self, sheet: Sheet<'_>) -> bool {
        let Sheet { name, hidden, from_1904 } = sheet;
        self.tell(&Unpacked::Sheet { name: name.to_owned(), hidden, from_1904 });
        !hidden
    }

    fn rows(&mut self, text: &str) -> bool {
        self.tell_bytes(Unpacked::Rows, text.as_bytes());
        true
    }

    fn member(&mut self, name: &str) {
        self.tell(&Unpacked::Member(name.to_owned()));
    }

    fn bytes(&mut self, bytes: &[u8]) -> bool {
        self.tell_bytes(Unpacked::Bytes, bytes);
        true
    }

    fn refuse(&mut self, fault: Fault) {
        self.tell(&Unpacked::Refused(fault));
    }

    fn left_out(&mut self, name: &str) {
        self.tell(&Unpacked::LeftOut(name.to_owned()));
    }
}
