// Workers: each is given a module, then called by the names of functions. Where there is none, or none may be, the work is done
// on the page's own thread. serve.js is the worker's side.
import { XinhengError } from "./errors.js";
import { platform } from "./platform.js";

/** Is thrown by a worker that could not start, or has died. */
export const LOST = Symbol("lost");

/** Where their scripts lie. Bundlers look for exactly this form; webpack makes those of one name one script. */
const SCRIPTS = {
  batch: () => new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "xinheng-batch" }),
  import: () => new Worker(new URL("./import_worker.js", import.meta.url), { type: "module", name: "xinheng-import" }),
};

/** Starts a worker with a module; gives nothing where there is none. */
export async function startWorker(name, module) {
  let worker;
  try {
    worker = await platform.worker?.(name);
    if (!worker && typeof Worker === "function") worker = SCRIPTS[name]();
    return worker && new Caller(worker, module);
  } catch {
    // The script lies on another origin, the policy of the page allows no worker, or a module cannot be given to one.
    worker?.terminate();
    return undefined;
  }
}

class Caller {
  #worker;
  /** Who waits for an answer, in the order of the calls. */
  #waiting = [];
  /** Why there are no more answers. */
  #ended;

  constructor(worker, module) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (data.broken) return this.end(LOST);
      const { resolve, reject } = this.#waiting.shift();
      if (data.failure === undefined) resolve(data.value);
      else reject(new XinhengError("panicked", { cause: new Error(data.failure) }));
    };
    worker.onerror = (event) => {
      event?.preventDefault();
      this.end(LOST);
    };
    worker.postMessage(module);
  }

  /** Calls a function with values, of which those in `transfer` are handed over. */
  async call(name, values = [], transfer = []) {
    if (this.#ended) throw this.#ended.reason;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage([name, ...values], transfer);
    });
  }

  /** Ends the worker, whatever it is at; who waits is given the reason. */
  end(reason = LOST) {
    if (this.#ended) return;
    this.#ended = { reason };
    this.#worker.onmessage = null;
    this.#worker.onerror = null;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}
