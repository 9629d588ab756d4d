// The worker of a batch: is given the module first, then requests as lists of texts, and gives answers back.
import { call, start } from "./engine.js";

let started;

self.onmessage = ({ data }) => {
  if (data instanceof WebAssembly.Module) started = start({ wasm: data });
  else
    started.then(
      () => answer(data),
      () => self.postMessage({ broken: true }),
    );
};

function answer(texts) {
  const answers = [];
  try {
    for (const text of texts) answers.push(call("assess", text));
    self.postMessage({ answers });
  } catch (error) {
    self.postMessage({ answers, failure: String(error.cause ?? error) });
  }
}
