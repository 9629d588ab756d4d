// Starts a worker: fetches its program and runs it. Messages that arrive before it runs are kept and handed on in
// order.
"use strict";

const base = self.location.href.replace(/[^/]*$/, "");
const early = [];
const keep = (event) => early.push(event);

async function start() {
  importScripts(`${base}worker.js`);
  const response = await fetch(`${base}worker_bg.wasm`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  // Compiles while the bytes come in. Returns when the module's `main` has returned: by then it listens for messages.
  await wasm_bindgen({ module_or_path: response });
  self.removeEventListener("message", keep);
  for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports }));
}

self.addEventListener("message", keep);
// Thrown from a task of its own, an error reaches the page as the worker's `error` event; a rejection would not.
start().catch((error) =>
  setTimeout(() => {
    throw error;
  }),
);
