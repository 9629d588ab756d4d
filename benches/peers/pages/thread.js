// A peer that works in a thread of its own: messages there and back, one answer to each.

/** A peer whose work is done by a worker that answers with `answering`. */
export function inThread(script) {
  const worker = new Worker(script, { type: "module" });
  const waiting = new Map();
  let number = 0;
  worker.onmessage = ({ data: { id, answer, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(answer);
  };
  const ask = (name, argument) =>
    new Promise((resolve, reject) => {
      waiting.set(++number, { resolve, reject });
      worker.postMessage({ id: number, name, argument });
    });
  return {
    prepare: () => ask("prepare"),
    read: (files) => ask("read", files),
    without: () => ask("without"),
    results: (range) => ask("results", range),
  };
}

/** The other side, in the worker: a function for each name; what it has none for is answered with nothing. */
export function answering(functions) {
  self.onmessage = async ({ data: { id, name, argument } }) => {
    try {
      self.postMessage({ id, answer: await functions[name]?.(argument) });
    } catch (error) {
      self.postMessage({ id, error: `${error.stack ?? error}` });
    }
  };
}
