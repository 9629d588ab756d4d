// The worker of a batch: is given the module first, then requests as lists of texts, and gives answers back.
import { call, start } from "./engine.js";
import { serve } from "./serve.js";

const hear = serve(
  async (wasm) => {
    await start({ wasm });
    return { answer };
  },
  (told) => self.postMessage(told),
);

self.onmessage = ({ data }) => hear(data);

/** The answers, up to the first failure. */
function answer(texts) {
  const answers = [];
  try {
    for (const text of texts) answers.push(call("assess", text));
    return { answers };
  } catch (error) {
    return { answers, failure: String(error.cause ?? error) };
  }
}
