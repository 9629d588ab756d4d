// How long a change takes in the page: from a field that is left until the whole assessment stands anew and is laid out,
// for records with none, 12, 200 and 20,000 penalties; first of a field of the enterprise, then of one of a penalty in the middle.
// Prints the median and the longest of the changes, and the longest task of the page meanwhile, in milliseconds.
import { launch, newContext, SITE } from "../../tests/browser/browser.mjs";
import { openRecord } from "../../tests/browser/flows.mjs";
import { serve } from "../../tests/browser/server.mjs";

/** The records' numbers of penalties, and how many changes are timed of each. */
const RECORDS = [
  [0, 40],
  [12, 40],
  [200, 40],
  [20_000, 4],
];
const SECONDS = 1000;

/** A record with so many penalties, spread over three years and over the usual kinds. */
function record(count) {
  const penalties = Array.from({ length: count }, (_, place) => ({
    document_no: `包市监处罚〔2025〕${place + 1}号`,
    decided_on: new Date(Date.UTC(2023, 11, 1) + ((place * 37) % 1080) * 86_400_000).toISOString().slice(0, 10),
    kinds: place % 5 ? ["fine"] : ["warning", "fine"],
    fine_yuan: 1000 + place * 500,
    category: ["未明码标价", "无照经营", "标签不合格"][place % 3],
    sector: place % 4 ? undefined : "food",
    discretion: place % 2 ? "lenient" : "ordinary",
  }));
  return { sectors: ["food"], penalties, court_listings: [{ listed_on: "2026-01-05" }] };
}

/** Changes a date so often, and gives what each change took, the shortest first, and the longest task. Runs in the page. */
async function timed([name, changes]) {
  const field = document.getElementById(name);
  const times = [];
  const tasks = [];
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  watch.observe({ type: "longtask" });
  for (let number = 0; number < changes; number += 1) {
    field.value = `2025-03-${String((number % 28) + 1).padStart(2, "0")}`;
    let isRendering = true;
    const observer = new MutationObserver(() => (isRendering = true));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const start = performance.now();
    field.dispatchEvent(new Event("change", { bubbles: true }));
    // The page is rendered in microtasks of the event, or with more to do than a frame has time for, in tasks after it.
    do {
      isRendering = false;
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    } while (isRendering);
    observer.disconnect();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    // The next change begins in a task of its own, as one of a person does, not within a frame and its painting.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  // What the browser tells of a task comes after it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  watch.disconnect();
  return { times: times.sort((one, other) => one - other), task: Math.max(0, ...tasks) };
}

const server = await serve(SITE);
const browser = await launch();
try {
  console.log(["penalties", "field", "median ms", "longest ms", "longest task ms"].join("\t"));
  for (const [count, changes] of RECORDS) {
    const context = await newContext(browser, { width: 1280, height: 900 });
    context.setDefaultTimeout(120 * SECONDS);
    const page = await context.newPage();
    await page.goto(server.url);
    await openRecord(page, record(count), "2026-11-21");
    const fields = ["basics.registered_on"];
    if (count) {
      await page.locator("#penalties .line").nth(count / 2).click();
      fields.push(await page.locator('[name^="penalties."][name$=".decided_on"]').getAttribute("id"));
    }
    for (const name of fields) {
      const { times, task } = await page.evaluate(timed, [name, changes]);
      const [median, longest] = [times[Math.floor(changes / 2)], times[changes - 1]];
      console.log([count, name, ...[median, longest, task].map((ms) => ms.toFixed(1))].join("\t"));
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
