// Ours: the release site, as a person uses it.
import fs from "node:fs";
import Papa from "papaparse";
import { SITE } from "../../../tests/browser/browser.mjs";
import { setAsOf, started } from "../../../tests/browser/flows.mjs";
import { drop, inBrowser } from "../browser.mjs";
import { AS_OF } from "../generate/district.mjs";
import { teller } from "../words.mjs";

/** Another day, for judging everything anew. */
const OTHER_DAY = "2026-11-20";
const ROUNDS = 3;

/**
 * Drops files on the page of the release site.
 * @param check as for the peers; without it no list is asked for
 */
export function ours(files, check) {
  return inBrowser(SITE, async (page) => {
    await started(page);
    const first = await page.evaluateHandle(() => document.getElementById("page"));
    await setAsOf(page, AS_OF);
    await prepared(page, first);
    const dropped = await drop(page, files, ".list-head p[role=status]");
    const count = Number(dropped.text.match(/共 (\d+) 户/)[1]);
    if (!check) return { ...dropped, count };
    const classMs = await judgedAnew(page);
    await check(exported(await listFile(page)), count);
    return { ...dropped, count, classMs, readMs: dropped.ms - classMs };
  });
}

/**
 * Waits until the page has prepared what it prepares when it is idle, as it is waited for the workers of the peers: the build
 * with all pages has taken the place of the `first`, and the worker has warmed up.
 */
async function prepared(page, first) {
  await page.waitForFunction((first) => document.getElementById("page") !== first, first);
  const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
  await worker.evaluate(async () => {
    while (performance.getEntriesByName("warmed up").length === 0) await new Promise((done) => setTimeout(done, 10));
  });
}

/** How long the worker takes to judge all enterprises for another day, between its own marks; the median of some rounds. */
async function judgedAnew(page) {
  const workers = page.workers();
  const field = page.locator("#as-of");
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const day of [OTHER_DAY, AS_OF]) {
      for (const worker of workers) await worker.evaluate(() => performance.clearMarks());
      await field.fill(day);
      await field.press("Tab");
      let took = null;
      while (took === null) {
        await page.waitForTimeout(100);
        for (const worker of workers) took ??= await worker.evaluate(judged);
      }
      if (day === AS_OF) times.push(took);
    }
  }
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
}

/** Runs in a worker: how long it last judged, `null` while it has not. */
function judged() {
  const [begin, end] = ["judging", "judged"].map((moment) => performance.getEntriesByName(moment).at(-1)?.startTime);
  return end === undefined ? null : end - begin;
}

/** The list of all enterprises as the page offers it, saved. */
async function listFile(page) {
  await page.getByText("导出名单").click();
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV（UTF-8）" }).click();
  return (await offered).path();
}

/** A line for each row of the list: code, class and rules, told by their words in the pack. */
async function* exported(file) {
  const tell = teller();
  let columns = null;
  const reading = fs.createReadStream(file, { encoding: "utf8" }).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: false }));
  for await (const row of reading) {
    if (columns) yield tell(row, columns);
    else if (row.includes("统一社会信用代码")) columns = row;
  }
  if (!columns) throw new Error("the list has no header");
}
