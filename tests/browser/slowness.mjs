// How slow the machine is made for a run: `SLOW=6` throttles the processor six times, as `cargo xtask test browser --slow`
// does, and has answers come late. Without the variable nothing here changes anything.

/** How many times slower than it is the processor is made. */
export const SLOWNESS = Math.max(1, Number(process.env.SLOW || 1));

/** So many milliseconds late the answers of servers and of workers arrive where the machine is made slow. */
export const LATE_MS = SLOWNESS > 1 ? 250 : 0;

/** How long something may take to come before it counts as never coming, in milliseconds. A machine may have other work to do. */
export const PATIENCE_MS = 30_000 * SLOWNESS;

/**
 * Has the page hear late of all workers that are started from then on: what a worker does itself the browser slows down
 * for nobody (`Emulation.setCPUThrottlingRate`: "only supported for pages, not workers"). Run in the page.
 */
function hearLate(ms) {
  if (!window.Worker) return;
  const { addEventListener, removeEventListener } = Worker.prototype;
  const { setTimeout } = window;
  const late = new WeakMap();
  const stopped = new WeakSet();
  /** What is called in the place of a listener, a while later; one that was taken away meanwhile hears nothing. */
  const after = (worker, hear, hears) => {
    const call = typeof hear === "function" ? hear : hear.handleEvent.bind(hear);
    return (event) => {
      // What keeps an event from the listeners behind it has to do so later as well.
      event.stopImmediatePropagation = () => stopped.add(event);
      setTimeout(() => hears() && !stopped.has(event) && call.call(worker, event), ms);
    };
  };
  Worker.prototype.addEventListener = function (type, hear, options) {
    if (type !== "message" || !hear || late.get(this)?.has(hear)) return addEventListener.call(this, type, hear, options);
    if (!late.has(this)) late.set(this, new Map());
    const wrapped = after(this, hear, () => late.get(this).get(hear) === wrapped || options?.once);
    late.get(this).set(hear, wrapped);
    return addEventListener.call(this, type, wrapped, options);
  };
  Worker.prototype.removeEventListener = function (type, hear, options) {
    const wrapped = type === "message" ? late.get(this)?.get(hear) : undefined;
    if (wrapped) late.get(this).delete(hear);
    return removeEventListener.call(this, type, wrapped ?? hear, options);
  };
  const { get, set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
  const heard = new WeakMap();
  Object.defineProperty(Worker.prototype, "onmessage", {
    configurable: true,
    get() {
      return heard.get(this) ?? get.call(this);
    },
    set(hear) {
      heard.set(this, hear);
      set.call(this, hear && after(this, hear, () => heard.get(this) === hear));
    },
  });
}

/** Slows a page down. It has to be done for each: the rate belongs to the page, not to the browser. */
async function throttle(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });
}

/** Makes all pages of a context as slow as is asked for, those too that the page opens itself. */
export async function slowDown(context) {
  if (SLOWNESS === 1) return;
  await context.addInitScript(hearLate, LATE_MS);
  const throttled = new WeakMap();
  const once = (page) => {
    // A page may be gone before it was slowed down.
    if (!throttled.has(page)) throttled.set(page, throttle(page).catch(() => {}));
    return throttled.get(page);
  };
  context.on("page", once);
  const { newPage } = context;
  context.newPage = async () => {
    const page = await newPage.call(context);
    await once(page);
    return page;
  };
}
