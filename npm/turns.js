// Work that lets others have their turns and stops when it is no longer wanted: what batches and imports share.

/** So long work goes on before the page gets its turn. */
export const SLICE_MS = 12;

/** Gives the page its turn. */
export const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Gives the page its turn whenever a slice is over. */
export class Slices {
  #until = performance.now() + SLICE_MS;

  async next() {
    if (performance.now() < this.#until) return;
    await turn();
    this.#until = performance.now() + SLICE_MS;
  }
}

/** Why a signal was aborted; browsers of before 2022 do not say it. */
export function reasonOf(signal) {
  return signal.reason ?? new DOMException("It was aborted.", "AbortError");
}

export function stopIfAborted(signal) {
  if (signal?.aborted) throw reasonOf(signal);
}

/** What a promise comes to, unless the signal is aborted before: then at once its reason. */
export async function unlessAborted(signal, promise) {
  if (!signal) return promise;
  let stop;
  const aborted = new Promise((_, reject) => {
    stop = () => reject(reasonOf(signal));
    signal.addEventListener("abort", stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
