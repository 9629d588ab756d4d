// The package in a project of Next, from docs/embedding/frameworks.md: server components, a route, and the element.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { projectOf } from "./project.mjs";
import { ROWS_GIVEN, build, classBy, htmlOf, importedBy, start, use } from "./rendered.mjs";
import { filesIn, writeFiles } from "./snippets.mjs";

const NEXT = fileURLToPath(new URL("next/node_modules/next/dist/bin/next", import.meta.url));

/** Rows on the server: enough of them for whatever reads many. */
const ROWS = `import { importRows } from "xinheng";
export async function POST(request) {
  const { records } = await importRows(await request.json());
  return Response.json(records[0].enterprise.penalties.length);
}`;

let served;
before(async () => {
  const folder = await projectOf("next");
  const shown = Object.entries(await filesIn("embedding/frameworks.md")).filter(([name]) => /^app\/.*jsx?$|^next\./.test(name));
  assert.equal(shown.length, 7, String(shown.map(([name]) => name)));
  const files = Object.fromEntries(shown);
  // A browser asks for a picture of the page, which the guide has no word about.
  const layout = files["app/layout.jsx"].replace('title: "门户"', '$&, icons: "data:,"');
  await writeFiles(folder, { ...files, "app/layout.jsx": layout, "app/api/rows/route.js": ROWS });
  await build(folder, NEXT, "build");
  served = await start(folder, NEXT, "start");
});

test("server components and routes assess, and import rows", async () => {
  assert.match(await htmlOf(served), /<h1>[^<]*[一-鿿]/);
  assert.equal(await classBy(served), "good");
  assert.equal(await importedBy(served), ROWS_GIVEN);
});

test("an element for the client only takes the place of the words of the server, and works as without one", async (t) => {
  const html = await htmlOf(served);
  assert.match(html, /正在打开/);
  assert.doesNotMatch(html, /<xinheng-assessment/);
  const { page, day } = await use(t, served);
  assert.equal(day, "2026-11-21");
  assert.equal(await page.getByText("正在打开").count(), 0);
});

test("an element of the server's HTML has its record and its day from there, and is heard by a ref", async (t) => {
  assert.match(await htmlOf(served, "early"), /<xinheng-assessment record="\{&quot;enterprise&quot;/);
  await use(t, served, "early");
});
