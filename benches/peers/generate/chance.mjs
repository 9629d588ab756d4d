// Chance that comes out the same every time: mulberry32.

/** A source of chance; the same seed gives the same numbers. */
export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, and without, 1. */
  share() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` up to, and without, `end`. */
  whole(least, end) {
    return least + Math.floor(this.share() * (end - least));
  }

  /** One of a list. */
  one(list) {
    return list[Math.floor(this.share() * list.length)];
  }

  /** Whether something of this likelihood happens. */
  happens(likelihood) {
    return this.share() < likelihood;
  }
}
