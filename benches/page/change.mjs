// How long a change takes in the page: from a field that is left until the whole assessment stands anew and is laid out,
// for records with none, 12 and 200 penalties; first of a field of the enterprise, then of one of a penalty in the middle.
// Prints the median and the longest of the changes, in milliseconds.
import { launch, newContext, SITE } from "../../tests/browser/browser.mjs";
import { openRecord } from "../../tests/browser/flows.mjs";
import { serve } from "../../tests/browser/server.mjs";

const CHANGES = 40;

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

/** Changes a date so often, and gives what each change took, the shortest first. Runs in the page. */
async function timed([name, changes]) {
  const field = document.getElementById(name);
  const times = [];
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
  return times.sort((one, other) => one - other);
}

const server = await serve(SITE);
const browser = await launch();
try {
  console.log(["penalties", "field", "median ms", "longest ms"].join("\t"));
  for (const count of [0, 12, 200]) {
    const page = await (await newContext(browser, { width: 1280, height: 900 })).newPage();
    await page.goto(server.url);
    await openRecord(page, record(count), "2026-11-21");
    const middle = count / 2;
    if (count) await page.locator("#penalties .line").nth(middle).click();
    for (const name of ["basics.registered_on", ...(count ? [`penalties.${middle}.decided_on`] : [])]) {
      const times = await page.evaluate(timed, [name, CHANGES]);
      const [median, longest] = [times[CHANGES / 2], times[CHANGES - 1]];
      console.log([count, name, median.toFixed(1), longest.toFixed(1)].join("\t"));
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
