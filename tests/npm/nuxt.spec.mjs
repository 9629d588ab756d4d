// The package in a project of Nuxt, from docs/embedding/frameworks.md: the server's routes, and the element, rendered by the
// server as well and for the client only.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { projectOf } from "./project.mjs";
import { ROWS_GIVEN, build, classBy, htmlOf, importedBy, start, use } from "./rendered.mjs";
import { filesIn, writeFiles } from "./snippets.mjs";

const NUXT = fileURLToPath(new URL("nuxt/node_modules/nuxt/bin/nuxt.mjs", import.meta.url));

/** Rows on the server: enough of them for whatever reads many. */
const ROWS = `import { importRows } from "xinheng";
export default defineEventHandler(async (event) => {
  const { records } = await importRows(await readBody(event));
  return records[0].enterprise.penalties.length;
});`;

let served;
before(async () => {
  const folder = await projectOf("nuxt");
  const shown = Object.entries(await filesIn("embedding/frameworks.md")).filter(([name]) => /^app\/.*\.vue$|^server\/|^nuxt\./.test(name));
  assert.equal(shown.length, 5, String(shown.map(([name]) => name)));
  await writeFiles(folder, { ...Object.fromEntries(shown), "server/api/rows.post.js": ROWS });
  await build(folder, NUXT, "build");
  served = await start(folder, ".output/server/index.mjs");
});

test("routes of the server assess and import, with the modules that were gathered for it", async () => {
  assert.equal(await classBy(served), "good");
  assert.equal(await importedBy(served), ROWS_GIVEN);
});

test("an element of the server's HTML is given its record and heard once the page is taken over", async (t) => {
  const html = await htmlOf(served);
  assert.match(html, /<xinheng-assessment as-of="2026-11-21">/);
  assert.match(html, /<h1>[^<]*[一-鿿]/);
  assert.doesNotMatch(html, /\.wasm/, "no module is fetched in advance");
  const { day } = await use(t, served);
  assert.equal(day, "2026-11-21");
});

test("an element for the client only takes the place of the server's words", async (t) => {
  const html = await htmlOf(served, "client");
  assert.match(html, /正在打开/);
  assert.doesNotMatch(html, /<xinheng-assessment/);
  const { page } = await use(t, served, "client");
  assert.equal(await page.getByText("正在打开").count(), 0);
});
