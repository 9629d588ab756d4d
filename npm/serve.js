// A worker's side of its work: it is given a module first, from which `start` makes an object, then lists of a function's name
// and values, each of which it answers with what that function of the object gives. workers.js is the page's side.

/** Gives what hears the messages; `post` sends one back. */
export function serve(start, post) {
  let started;
  return async (data) => {
    if (!started) {
      started = start(data);
      // It is told when something is asked.
      started.catch(() => {});
      return;
    }
    let object;
    try {
      object = await started;
    } catch {
      // Its policy may differ from that of the page, or what it was given came as something else.
      post({ broken: true });
      return;
    }
    const [name, ...values] = data;
    try {
      post({ value: object[name](...values) });
    } catch (error) {
      post({ failure: String(error.cause ?? error) });
    }
  };
}
