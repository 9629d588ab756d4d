// A peer in a browser of its own.
import path from "node:path";
import { drop, inBrowser } from "../browser.mjs";

/** Lines that are asked for at once when the results are compared. */
const LINES = 50_000;

/**
 * Has a peer read files and judge.
 * @param check takes the lines of its results, and throws when they are not right
 * @returns what the peer told of itself, and what was measured
 */
export function peer(site, name, files, check) {
  return inBrowser(path.join(site, name), async (page) => {
    const readyMs = await page.evaluate(async () => {
      await window.peer.ready;
      return performance.now();
    });
    const dropped = await drop(page, files, "#summary");
    const told = await page.evaluate(() => window.peer.told());
    const without = await page.evaluate(() => window.peer.without?.());
    const all = async function* () {
      for (let from = 0; from < told.count; from += LINES) {
        const text = await page.evaluate((range) => window.peer.results(range), { from, count: LINES });
        yield* text.split("\n");
      }
    };
    await check(all(), told.count);
    return { ...told, ...dropped, readyMs, without };
  });
}
