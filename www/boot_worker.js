// Starts a worker: fetches the program that has its name, and runs it. Messages that arrive before it runs are kept and
// handed on in order.
"use strict";

const base = self.location.href.replace(/[^/]*$/, "");
const program = self.name || "worker";
const early = [];

/** What the program finds in JavaScript: the addresses of files. In the single file (www/single.js) it is there already. */
self.xinheng = self.xinheng || { at: (name) => base + name, load: (name) => importScripts(`${base}${name}.js`) };

const keep = (event) => early.push(event);

async function start() {
  self.xinheng.load(program);
  const response = await fetch(self.xinheng.at(`${program}_bg.wasm`));
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
