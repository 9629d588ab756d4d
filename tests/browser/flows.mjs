// Ways through the page that specs, pictures and the size report share.
import fs from "node:fs";

/** Waits until the application has taken the place of the words shown while it loads. */
export async function started(page) {
  await page.locator("#start").waitFor({ state: "detached" });
}

/** Changes from Chinese, with which the page begins, to the language asked for: "zh" or "en". */
export async function speak(page, language) {
  if (language === "en") await page.getByRole("button", { name: "English" }).click();
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

/** From an enterprise that is open to the tables of the made-up district: what needs the worker. */
export async function tablesAfterwards(page) {
  await page.locator(".brand").click();
  await openSample(page);
}

/** From the tables to a workbook: what needs the reader of workbooks. */
export async function workbookAfterwards(page) {
  await page.locator(".brand").click();
  const bytes = fs.readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));
  await chooseFiles(page, [{ name: "excel.xlsx", bytes }]);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
}

/** Opens the first enterprise of the list. */
export async function pickFirst(page) {
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
}

/** Opens files as a person chooses them: `{name, text}` or `{name, bytes}` each. */
export async function chooseFiles(page, files) {
  const payload = files.map(({ name, text, bytes }) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: bytes ? Buffer.from(bytes) : Buffer.from(text),
  }));
  await page.locator("input[type=file]").setInputFiles(payload);
}

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
  await chooseFiles(page, [{ name: "记录.json", text: JSON.stringify({ as_of: asOf, enterprise }) }]);
  await page.locator(".answer .head").waitFor();
}

/** Opens a record without a fact in it. */
export async function newRecord(page) {
  await started(page);
  await page.getByRole("button", { name: "新建记录" }).click();
  await page.locator(".answer .head").waitFor();
}

/** Opens a record with nothing in it but code and name: enough to be assessed. */
export async function newNamedRecord(page) {
  await newRecord(page);
  await write(page, "basics.uscc", "91150203MAE0YWCM6D");
  await write(page, "basics.name", "包头市新建示例有限公司");
}

/** Writes into the field of the record with this name, and leaves it. */
export async function write(page, name, text) {
  const field = page.locator(`[id="${name}"]`);
  await field.fill(text);
  await field.press("Tab");
}

/** Types another as-of date and leaves the field. */
export async function setAsOf(page, text) {
  await page.locator("#as-of").fill(text);
  await page.locator("#as-of").press("Tab");
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

/** Unfolds all that folds, and what comes to light by that. */
export async function unfoldAll(page) {
  const folded = page.locator("details:not([open])");
  while (await folded.count()) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details:not([open])")) details.open = true;
    });
    // What a fold shows is drawn once the page has heard of its opening.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))));
  }
}

/** The longest time, in milliseconds, between two frames while `act` goes on. */
export async function longestFrame(page, act) {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    window.watch = watch;
    const frame = (now) => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  return page.evaluate(() => {
    window.watch.on = false;
    return window.watch.longest;
  });
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
