// A browser for one measurement: started for it, with a fresh profile, and closed after it.
import { launch, newContext } from "../../tests/browser/browser.mjs";
import { serve } from "../../tests/browser/server.mjs";
import { peakOf, workOf } from "./machine.mjs";

const MINUTES = 60_000;

/** Opens a site in a browser of its own, does something there, and closes all again. */
export async function inBrowser(site, act) {
  const server = await serve(site);
  const browser = await launch();
  try {
    const context = await newContext(browser, { width: 1280, height: 900, prepares: true });
    context.setDefaultTimeout(20 * MINUTES);
    const page = await context.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error));
    page.on("crash", () => problems.push(new Error("the page crashed")));
    await page.goto(server.url);
    const result = await act(page, browser);
    if (problems.length) throw problems[0];
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The processes of pages: that of the page, workers included, and one that is kept ready and does nothing. */
async function renderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/**
 * Drops files on the page and waits until its summary says how many there are.
 * @returns `{ms, text, workMs, peak, longestTask, longestFrame}`: from the drop until the summary is painted; what the
 *   summary says; how long all threads of the page's process worked meanwhile, and the most memory that it has had
 *   (VmHWM), in bytes; of the main thread the longest task (0 for none over 50 ms) and the longest time between two frames
 */
export async function drop(page, files, summary) {
  const pids = await renderers(page.context().browser());
  const work = () => pids.reduce((sum, pid) => sum + workOf(pid), 0);
  await page.evaluate(() => {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, id: "bench-files" });
    document.documentElement.append(input);
  });
  await page.locator("#bench-files").setInputFiles(files);
  const before = work();
  const dropped = await page.evaluate(dropInPage, summary);
  return { ...dropped, workMs: work() - before, peak: Math.max(...pids.map(peakOf)) };
}

/** Runs in the page. */
async function dropInPage(summary) {
  const input = document.getElementById("bench-files");
  const dataTransfer = new DataTransfer();
  for (const file of input.files) dataTransfer.items.add(file);
  input.remove();
  const [tasks, frames] = [[], []];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  let on = true;
  let last = performance.now();
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  // Whoever drops files has dragged them over the page before, and takes longer than this.
  document.body.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 200)));

  frames.length = 0;
  const start = performance.now();
  const shown = new Promise((resolve, reject) => {
    const look = () => {
      const text = document.querySelector(summary)?.textContent ?? "";
      if (text.startsWith("failed")) reject(new Error(text));
      if (!/共 \d+ 户/.test(text)) return;
      changes.disconnect();
      resolve(text);
    };
    const changes = new MutationObserver(look);
    changes.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  });
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  const text = await shown;
  // Painted is what stands there when the task after the next frame begins.
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const ms = performance.now() - start;
  await new Promise((told) => setTimeout(told, 300));
  on = false;
  observer.disconnect();
  return { ms, text, longestTask: Math.max(0, ...tasks), longestFrame: Math.max(0, ...frames) };
}
