// A browser for one measurement: started for it, with a fresh profile, and closed after it.
import { launch, newContext } from "../../tests/browser/browser.mjs";
import { serve } from "../../tests/browser/server.mjs";
import { peakOf } from "./machine.mjs";

const MINUTES = 60_000;

/** Opens a site in a browser of its own, does something there, and closes all again. */
export async function inBrowser(site, act) {
  const server = await serve(site);
  const browser = await launch();
  try {
    const context = await newContext(browser, { width: 1280, height: 900 });
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

/** The most memory that the process of the page, workers included, has had, in bytes: its VmHWM. */
export async function rendererPeak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  // There is a second one, which the browser keeps ready for a page to come and which does nothing.
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => peakOf(id)));
}

/**
 * Drops files on the page and waits until its summary says how many there are.
 * @returns `{ms, longestTask, longestFrame}`: from the drop until the summary is painted, and of the main thread the
 *   longest task (0 for none over 50 ms) and the longest time between two frames
 */
export async function drop(page, files, summary) {
  await page.evaluate(() => {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, id: "bench-files" });
    document.documentElement.append(input);
  });
  await page.locator("#bench-files").setInputFiles(files);
  return page.evaluate(dropInPage, summary);
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
