// The package in a project of Vite, as it comes: built, and in the development server.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { build, createServer } from "vite";
import { launch, newContext } from "../browser/browser.mjs";
import { open } from "../browser/harness.mjs";
import { project, request } from "./project.mjs";

let folder;
before(async () => {
  folder = await project();
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title>
    <link rel="icon" href="data:,"></head><body><script type="module" src="/main.js"></script></body></html>`;
  await fs.writeFile(path.join(folder, "index.html"), page);
  await fs.writeFile(
    path.join(folder, "main.js"),
    'import { init, assess, assessBatch, explain, importRows } from "xinheng";\nwindow.xinheng = { init, assess, assessBatch, explain, importRows };\n',
  );
});

/** What comes of that. */
const ALL = { title: "信用良好", same: 500, records: 1, rows: 2000 };

/** Assesses one request, and many, and reads many rows, on a page that has the package. */
async function use(page) {
  await page.waitForFunction(() => window.xinheng);
  return page.evaluate(async (request) => {
    await xinheng.init();
    const answer = xinheng.assess(request);
    const answers = await xinheng.assessBatch(Array(500).fill(request));
    const same = answers.filter((one) => JSON.stringify(one) === JSON.stringify(answer)).length;
    const { uscc, name } = request.enterprise;
    const rows = Array.from({ length: 2000 }, () => ({ 统一社会信用代码: uscc, 企业名称: name, 登记状态: "存续" }));
    const { records, tables } = await xinheng.importRows(rows, "register");
    return { title: xinheng.explain(answer).title, same, records: records.length, rows: tables[0].rows };
  }, request());
}

test("what Vite builds finds module and worker by itself, wherever it is served", async (t) => {
  const outDir = path.join(folder, "dist/portal/below");
  await build({ root: folder, configFile: false, base: "./", logLevel: "error", build: { outDir, emptyOutDir: true } });
  const { page, server } = await open(t, { site: path.join(folder, "dist"), path: "portal/below/" });
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  assert.deepEqual(await use(page), ALL);
  assert.deepEqual(workers.map((name) => /(?<=assets\/).*(?=-)/.exec(name)?.[0]), ["worker", "import_worker"]);
  const modules = server.log.map(({ path }) => path).filter((name) => name.endsWith(".wasm"));
  assert.deepEqual(modules.map((name) => name.split("-")[0]), ["engine", "tables"].map((name) => `/portal/below/assets/${name}_bg`));
});

/** Opens the project in Vite's development server. */
async function develop(t, config) {
  const server = await createServer({ root: folder, configFile: false, logLevel: "silent", server: { host: "127.0.0.1", port: 0 }, ...config });
  await server.listen();
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    await server.close();
  });
  const page = await (await newContext(browser, { width: 1280, height: 900 })).newPage();
  await page.goto(server.resolvedUrls.local[0]);
  return page;
}

for (const [name, optimizeDeps] of Object.entries({
  "as it comes": {},
  "told to leave the package as it is, as older ones must be": { exclude: ["xinheng"] },
})) {
  test(`Vite's development server runs it, ${name}`, async (t) => {
    const page = await develop(t, { optimizeDeps });
    assert.deepEqual(await use(page), ALL);
  });
}
