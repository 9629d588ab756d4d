// Many requests at once, fetched when it is first called: in a worker, or where there is none in slices between which the page
// gets its turn.
import { call, moduleInUse, start } from "./engine.js";
import { XinhengError } from "./errors.js";
import { listOf, optionsOf, requestText } from "./text.js";
import { SLICE_MS, stopIfAborted, turn, unlessAborted } from "./turns.js";
import { LOST, startWorker } from "./workers.js";

/** So many requests go to the worker together: enough to be quick, few enough to show progress and to stop at once. */
const REQUESTS_A_MESSAGE = 100;
/** So many messages are there at once: one waits while another is worked on. */
const MESSAGES = 2;

export async function assessBatch(requests, options) {
  const { onProgress, signal } = await optionsOf("assessBatch", options, ["onProgress", "signal"]);
  const all = listOf("requests", requests);
  stopIfAborted(signal);
  await start({ ownRules: all.some(hasOwnRules) || undefined });
  stopIfAborted(signal);
  const batch = new Batch(all, onProgress, signal);
  const worker = await startWorker("batch", moduleInUse());
  if (!worker || !(await batch.inWorker(worker))) await batch.inSlices();
  return batch.answers;
}

/** Whether a request may have rules of its own; what it has of them is read by the engine. */
function hasOwnRules(request) {
  const isObject = (value) => typeof value === "object" && value !== null;
  return isObject(request) && (isObject(request.pack) || isObject(request.parameters));
}

class Batch {
  answers = [];

  constructor(requests, onProgress, signal) {
    Object.assign(this, { requests, onProgress, signal });
  }

  take(answers) {
    this.answers.push(...answers.map((answer) => JSON.parse(answer)));
    this.onProgress?.({ done: this.answers.length, total: this.requests.length });
  }

  /** The error for the request at a place; what was answered before is lost with it. */
  failed(place, cause) {
    const error = new XinhengError("panicked", { detail: `requests[${place}]`, cause });
    error.index = place;
    return error;
  }

  /** Has a worker answer. Gives whether it did: one that does not start, or dies, leaves the rest. */
  async inWorker(worker) {
    const asked = [];
    let sent = 0;
    const ask = () => {
      const texts = this.requests.slice(sent, sent + REQUESTS_A_MESSAGE).map(requestText);
      sent += texts.length;
      if (texts.length === 0) return;
      const told = worker.call("answer", [texts]);
      // Of several that a worker leaves unanswered the first is heard.
      told.catch(() => {});
      asked.push(told);
    };
    try {
      for (let count = 0; count < MESSAGES; count += 1) ask();
      while (asked.length > 0) {
        const { answers, failure } = await unlessAborted(this.signal, asked.shift());
        this.take(answers);
        if (failure !== undefined) throw this.failed(this.answers.length, new Error(failure));
        ask();
      }
      return true;
    } catch (error) {
      if (error !== LOST) throw error;
      return false;
    } finally {
      worker.end();
    }
  }

  /** Answers what is left on this thread. */
  async inSlices() {
    while (this.answers.length < this.requests.length) {
      const until = performance.now() + SLICE_MS;
      const answers = [];
      do {
        const place = this.answers.length + answers.length;
        if (place === this.requests.length) break;
        try {
          answers.push(call("assess", requestText(this.requests[place])));
        } catch (error) {
          throw error.code === "panicked" ? this.failed(place, error.cause) : error;
        }
      } while (performance.now() < until);
      this.take(answers);
      await turn();
      stopIfAborted(this.signal);
    }
  }
}
