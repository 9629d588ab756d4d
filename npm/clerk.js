// What an element takes for a worker: a module on the same thread, fetched when it is first asked. A worker's script would
// have to come from the page's own origin, and its policy would have to allow it.
import { XinhengError } from "./errors.js";
import { run } from "./running.js";

/** The class of an element's clerks; `tell` is given the errors by which one could not begin. */
export const clerkTelling = (tell) =>
  class extends Clerk {
    failed(error) {
      if (error instanceof XinhengError) tell(error);
      super.failed(error);
    }
  };

class Clerk {
  onmessage = null;
  onerror = null;
  #running = run("clerk");

  constructor() {
    // It is told when something is asked.
    this.#running.catch(() => {});
  }

  async postMessage(message) {
    let told;
    try {
      told = (await this.#running).answer(message);
    } catch (error) {
      this.failed(error);
      return;
    }
    if (told) this.onmessage?.({ data: told });
  }

  failed(error) {
    this.onerror?.({ message: error.what ? `${error.what.zh} ${error.what.en}` : String(error) });
  }

  /** There is nothing to end: nobody is listening any more. */
  terminate() {}
}
