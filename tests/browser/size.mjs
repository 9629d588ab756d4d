// Weighs a first load, and what opening tables and then workbooks adds to it: a browser with an empty cache goes from the
// start page to the first result, then on to a list of enterprises, then to that of a workbook. What no screen waits for —
// the scripts that boot.js adds after the start, and what the service worker keeps besides — is a part of its own. Every
// answer the server gave on the way is compressed by brotli at quality 11. A heading for each part, a line for each file:
// "name" = bytes.
import zlib from "node:zlib";
import { launch, newContext, SITE } from "./browser.mjs";
import { firstLoad, started, tablesAfterwards, workbookAfterwards } from "./flows.mjs";
import { serve } from "./server.mjs";

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

function brotli(body) {
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return zlib.brotliCompressSync(body, { params }).length;
}

/** What www/boot.js adds after the start, and what that asks for. */
const AFTERWARDS = ["more.css", "offline.js", "offline.css", "rescue.js", "sw.js"];

/** The sizes of what the server was asked for since it was last looked at. */
function weigh(log) {
  const sizes = new Map();
  for (const { path, status, body } of log.splice(0)) {
    if (status !== 200) throw new Error(`${status} for ${path}`);
    const name = path === "/" ? "index.html" : path.replace(/^\/(v\/[^/]+\/)?/, "");
    sizes.set(name, (sizes.get(name) ?? 0) + brotli(body));
  }
  return sizes;
}

function print(part, sizes) {
  console.log(`[${part}]`);
  for (const [name, bytes] of sizes) console.log(`"${name}" = ${bytes}`);
}

const server = await serve(SITE);
const browser = await launch();
const fetched = new Set();
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
    const sizes = weigh(server.log);
    for (const name of AFTERWARDS) sizes.delete(name);
    for (const name of sizes.keys()) fetched.add(name);
    print(part, sizes);
  }
  const keeping = await (await newContext(browser, { width: 1280, height: 900, serviceWorkers: "allow" })).newPage();
  await keeping.goto(server.url);
  await started(keeping);
  await keeping.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  print("offline", [...weigh(server.log)].filter(([name]) => !fetched.has(name)));
} finally {
  await browser.close();
  await server.close();
}
