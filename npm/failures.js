// How often an element that has failed starts anew by itself.

/** It ends after so many failures within so long. */
const MOST = 3;
const WITHIN_MS = 60_000;

export class Failures {
  /** When the last ones were. */
  #times = [];

  /** Counts one that has just happened; gives whether to start anew. */
  mayGoOn() {
    const now = Date.now();
    this.#times = [...this.#times.filter((then) => now - then < WITHIN_MS), now];
    return this.#times.length < MOST;
  }
}
