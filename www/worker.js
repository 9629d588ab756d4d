// A worker that runs the same module as the page. The first message brings the compiled module, or null where a
// module cannot be handed over; what arrives before the module runs is kept and handed on in order.
"use strict";

const base = self.location.href.replace(/[^/]*$/, "");
const early = [];
const keep = (event) => early.push(event);

self.addEventListener(
  "message",
  (first) => {
    self.addEventListener("message", keep);
    // Thrown from a task of its own, an error reaches the page as the worker's `error` event; a rejection would not.
    start(first.data.module).catch((error) =>
      setTimeout(() => {
        throw error;
      }),
    );
  },
  { once: true },
);

async function start(module) {
  importScripts(`${base}app.js`);
  // Returns when the module's `main` has returned: by then the application listens for messages.
  await wasm_bindgen({ module_or_path: module ?? `${base}app_bg.wasm` });
  self.removeEventListener("message", keep);
  for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports }));
}
