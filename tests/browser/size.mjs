// Weighs a first load, and what opening tables and then workbooks adds to it: a browser with an empty cache goes from the
// start page to the first result, then on to a list of enterprises, then to that of a workbook. Every answer the server gave on the way is compressed by brotli
// at quality 11. A heading for each part of the way, a line for each file: "name" = bytes.
import zlib from "node:zlib";
import { launch, newContext, SITE } from "./browser.mjs";
import { firstLoad, tablesAfterwards, workbookAfterwards } from "./flows.mjs";
import { serve } from "./server.mjs";

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

/** What the page fetches once it stands, and no first screen waits for. */
const AFTERWARDS = new Set(["more.css"]);

function brotli(body) {
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return zlib.brotliCompressSync(body, { params }).length;
}

const server = await serve(SITE);
const browser = await launch();
try {
  const page = await (await newContext(browser, { width: 1280, height: 900 })).newPage();
  await page.goto(server.url);
  for (const [part, go] of [
    ["first_load", firstLoad],
    ["tables", tablesAfterwards],
    ["workbooks", workbookAfterwards],
  ]) {
    await go(page);
    // What the page asked for without waiting belongs to this part too.
    await page.waitForLoadState("networkidle");
    const sizes = new Map();
    const afterwards = new Map();
    for (const { path, status, body } of server.log.splice(0)) {
      if (status !== 200) throw new Error(`${status} for ${path}`);
      const name = path === "/" ? "index.html" : path.replace(/^\/v\/[^/]+\//, "");
      const of = AFTERWARDS.has(name) ? afterwards : sizes;
      of.set(name, (of.get(name) ?? 0) + brotli(body));
    }
    console.log(`[${part}]`);
    for (const [name, bytes] of sizes) console.log(`"${name}" = ${bytes}`);
    if (afterwards.size > 0) console.log("[afterwards]");
    for (const [name, bytes] of afterwards) console.log(`"${name}" = ${bytes}`);
  }
} finally {
  await browser.close();
  await server.close();
}
