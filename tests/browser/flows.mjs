// Ways through the page that specs, pictures and the size report share. Each waits for what it needs, however long that takes.
import assert from "node:assert/strict";
import fs from "node:fs";
import { PATIENCE_MS, SLOWNESS } from "./slowness.mjs";

/**
 * Waits until a question is answered as expected, or so that a pattern matches it: what a page shows in the end counts, not what it shows first. `read` asks
 * the page; it may fail while the page is being left. Never answered so, it fails by what was answered last.
 */
export async function becomes(read, expected, message) {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    try {
      const found = await read();
      if (expected instanceof RegExp) assert.match(found, expected, message);
      else assert.deepEqual(found, expected, message);
      return;
    } catch (failure) {
      if (Date.now() > end) throw failure;
    }
    await new Promise((later) => setTimeout(later, 20));
  }
}

/**
 * Waits until the page has nothing more to do of what it was told so far: it answers this question after all others. What a
 * worker or a server was asked for comes later.
 */
export async function drawn(page) {
  await page.evaluate(restingPage);
}

/** Comes to its end when the page, or the frame, in which it is run has nothing else to do. */
export async function restingPage() {
  // A task of the lowest rank; what the first lets begin, the second comes after.
  for (let round = 0; round < 2; round++) await scheduler.postTask(() => {}, { priority: "background" });
}

/** How many times slower than usual the machine is for these specs: what may not take long takes so many times longer. */
export const slowness = SLOWNESS;

/** Waits until the application has taken the place of the words shown while it loads. */
export async function started(page) {
  await page.locator("#start").waitFor({ state: "detached" });
}

/** Changes from Chinese, with which the page begins, to the language asked for: "zh" or "en". */
export async function speak(page, language) {
  if (language !== "en") return;
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForFunction(() => {
    // What a worker puts together for the page, or a server has, comes in the other language after the page's own words.
    const theirs = ["label[for=search]", ".book > .lead", ".files td:nth-child(2)", ".help h2"];
    const words = [document.querySelector(".language"), ...theirs.map((place) => document.querySelector(place))];
    const [other, ...own] = words.map((element) => element && /\p{Script=Han}/u.test(element.textContent));
    return other && !own.includes(true);
  });
}

/** Shows what can be done with the list, which stands behind a button where the screen is narrow. */
export async function showActions(page) {
  const more = page.locator(".list-actions.shut > .narrow-only");
  if (await more.isVisible()) await more.click();
}

/** Opens the made-up enterprise; its assessment then stands on the page. */
export async function openSampleEnterprise(page) {
  await started(page);
  await page.locator(".sample button").first().click();
  await page.locator(".answer .head").waitFor();
}

/** Opens the made-up district; its list of enterprises then stands on the page. */
export async function openSample(page) {
  await started(page);
  await page.locator(".sample button").nth(1).click();
  await page.locator(".rows td.name a").first().waitFor();
}

/** A first visit's way from the empty cache to the first result: the made-up enterprise, assessed. */
export const firstLoad = openSampleEnterprise;

/** Goes to where files are opened, from wherever one is. */
export async function toStart(page) {
  await page.locator(".brand").click();
  // Nothing of the page before is taken for a part of this one.
  await page.locator("#files").waitFor({ state: "attached" });
}

/** From an enterprise that is open to the tables of the made-up district: what needs the worker. */
export async function tablesAfterwards(page) {
  await toStart(page);
  await openSample(page);
}

/** From the tables to a workbook: what needs the reader of workbooks. */
export async function workbookAfterwards(page) {
  await toStart(page);
  const bytes = fs.readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));
  await chooseFiles(page, [{ name: "excel.xlsx", bytes }]);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
}

/** Opens the first enterprise of the list. */
export async function pickFirst(page) {
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
}

/**
 * Opens files as a person chooses them: `{name, text}` or `{name, bytes}` each, or the path of a file on the disk. Where the
 * address leads to the page on the rules its field takes them, and else that of the start page, once it is there: the list
 * has fields for files as well.
 */
export async function chooseFiles(page, files) {
  const payload = files.map((file) => (typeof file === "string" ? file : asChosen(file)));
  const onRules = await page.evaluate(() => location.hash.startsWith("#/rules"));
  await page.locator(onRules ? "#rules-file" : "#files").setInputFiles(payload);
}

/** A file as Playwright wants it. */
export const asChosen = ({ name, text, bytes }) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: bytes ? Buffer.from(bytes) : Buffer.from(text),
});

/** Takes away what a browser keeps for a page, as one does that is told to keep nothing. Run in the page. */
export function denyStorage() {
  for (const name of ["sessionStorage", "localStorage", "indexedDB", "caches"]) {
    Object.defineProperty(window, name, {
      configurable: true,
      get() {
        throw new DOMException(`${name} is denied`, "SecurityError");
      },
    });
  }
}

/** Opens the record of one enterprise with these facts; its assessment then stands on the page. */
export async function openRecord(page, facts, asOf) {
  const enterprise = { uscc: "91150203MAE0YWCM6D", name: "包头市虚构商贸有限公司", ...facts };
  await started(page);
  // From whatever page: files are opened on one.
  if (await page.evaluate(() => location.hash.length > "#/".length)) await toStart(page);
  await chooseFiles(page, [{ name: "记录.json", text: JSON.stringify({ as_of: asOf, enterprise }) }]);
  await page.locator(".answer .head").waitFor();
  // The address follows what is shown.
  await page.waitForFunction(() => location.hash.startsWith("#/record/"));
}

/** Opens a record without a fact in it, beside those that are open; its assessment then stands on the page. */
export async function newRecord(page) {
  await started(page);
  const before = await page.evaluate(() => location.hash);
  await page.getByRole("button", { name: "新建记录" }).click();
  await page.waitForFunction((before) => {
    const shown = document.querySelector(".tabs a[aria-current]")?.hash;
    return shown && shown === location.hash && shown !== before && document.querySelector(".answer .head");
  }, before);
}

/** Opens a record with nothing in it but code and name: enough to be assessed. */
export async function newNamedRecord(page) {
  await newRecord(page);
  await write(page, "basics.uscc", "91150203MAE0YWCM6D");
  await write(page, "basics.name", "包头市新建示例有限公司");
}

/** Writes into the field of the record with this name, and leaves it; the page has then drawn what comes of it. What folds it away is opened. */
export async function write(page, name, text) {
  const field = page.locator(`[id="${name}"]`);
  await field.evaluate((field) => {
    for (let fold = field; (fold = fold.parentElement?.closest("details")); ) fold.open = true;
  });
  await field.fill(text);
  await field.press("Tab");
  await drawn(page);
}

/** Types another as-of date and leaves the field; a list that is there is then that of the day. */
export async function setAsOf(page, text) {
  await page.locator("#as-of").fill(text);
  await page.locator("#as-of").press("Tab");
  await drawn(page);
  await page.waitForFunction(() => {
    const field = document.querySelector("#as-of");
    const judged = document.querySelector(".list-head")?.innerText.match(/按 (\S+) 评估/)?.[1];
    return !judged || judged === field.value || field.getAttribute("aria-invalid") === "true";
  });
}

/** A penalty of market regulation beyond what stops by itself: a fine whose step of discretion is ordinary. */
export const fined = (decided_on, more = {}) => ({
  document_no: `示例〔${decided_on}〕号`,
  decided_on,
  published_on: decided_on,
  kinds: ["fine"],
  fine_yuan: 60000,
  discretion: "ordinary",
  ...more,
});

/** Unfolds all that folds, and what comes to light by that; `host` is an element in whose shadow it is, if it is in one. */
export async function unfoldAll(page, host) {
  for (let opened = 1; opened > 0; ) {
    // What a fold shows is drawn once the page has heard of its opening.
    opened = await page.evaluate(async (host) => {
      const root = host ? document.querySelector(host).shadowRoot : document;
      const opened = [...root.querySelectorAll("details:not([open])")].map((details) => {
        const heard = new Promise((heard) => details.addEventListener("toggle", heard, { once: true }));
        details.open = true;
        return heard;
      });
      return (await Promise.all(opened)).length;
    }, host);
    await drawn(page);
  }
}

/**
 * The longest time, in milliseconds, for which the page could draw nothing while `act` went on: of its own work, as the
 * processor counts it, so that it does not matter what else the machine had to do.
 */
export async function longestTask(page, act) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const ofPage = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ pid, tid, tdur }) => tdur && ofPage.has(`${pid} ${tid}`));
  assert.ok(tasks.length > 0, "the page did something");
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur / 1000), 0);
}

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A made-up credit code with its right check digit. */
export function creditCode(number) {
  const body = `91150203M${String(number).padStart(8, "0")}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}
