// Many requests at once: in a worker, or where there is none in slices between which the page gets its turn.
import { call, moduleInUse, start } from "./engine.js";
import { XinhengError } from "./errors.js";
import { listOf, requestText } from "./text.js";

/** So many requests go to the worker together: enough to be quick, few enough to show progress and to stop at once. */
const REQUESTS_A_MESSAGE = 100;
/** So long the page waits for its turn. */
const SLICE_MS = 12;

export async function assessBatch(requests, { onProgress, signal } = {}) {
  const all = listOf("requests", requests);
  stopIfAborted(signal);
  await start({ ownRules: all.some(hasOwnRules) || undefined });
  stopIfAborted(signal);
  const batch = new Batch(all, onProgress, signal);
  const worker = startWorker();
  if (!worker || !(await batch.inWorker(worker))) await batch.inSlices();
  return batch.answers;
}

/** Whether a request may have rules of its own; what it has of them is read by the engine. */
function hasOwnRules(request) {
  const isObject = (value) => typeof value === "object" && value !== null;
  return isObject(request) && (isObject(request.pack) || isObject(request.parameters));
}

function startWorker() {
  if (typeof Worker !== "function") return undefined;
  try {
    return new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "xinheng" });
  } catch {
    // The script lies on another origin, or the policy of the page allows no worker.
    return undefined;
  }
}

function stopIfAborted(signal) {
  if (signal?.aborted) throw signal.reason ?? new DOMException("The batch was aborted.", "AbortError");
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

  /** Has a worker answer. Gives whether it did: one that does not start is none. */
  async inWorker(worker) {
    let stop;
    try {
      return await new Promise((resolve, reject) => {
        stop = () => {
          try {
            stopIfAborted(this.signal);
          } catch (reason) {
            reject(reason);
          }
        };
        this.signal?.addEventListener("abort", stop);
        // It has not started, or has died: what is left is answered here.
        worker.onerror = (event) => {
          event.preventDefault();
          resolve(false);
        };
        let sent = 0;
        const send = () => {
          const texts = this.requests.slice(sent, sent + REQUESTS_A_MESSAGE).map(requestText);
          sent += texts.length;
          if (texts.length > 0) worker.postMessage(texts);
        };
        worker.onmessage = ({ data }) => {
          // Its policy may differ from that of the page.
          if (data.broken) return resolve(false);
          try {
            this.take(data.answers);
            if (data.failure !== undefined) throw this.failed(this.answers.length, new Error(data.failure));
            if (this.answers.length === this.requests.length) resolve(true);
            else send();
          } catch (failure) {
            reject(failure);
          }
        };
        worker.postMessage(moduleInUse());
        // One message waits while another is worked on.
        send();
        send();
        if (this.requests.length === 0) resolve(true);
      });
    } finally {
      this.signal?.removeEventListener("abort", stop);
      worker.onmessage = null;
      worker.terminate();
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
      await new Promise((resolve) => setTimeout(resolve));
      stopIfAborted(this.signal);
    }
  }
}
