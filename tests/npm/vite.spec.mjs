// The package in a project of Vite, as it comes: built, and in the development server.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { build, createServer } from "vite";
import { launch, newContext } from "../browser/browser.mjs";
import { open } from "../browser/harness.mjs";
import { ALL, bundledProject, use } from "./bundled.mjs";

let folder;
before(async () => {
  folder = await bundledProject();
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title>
    <link rel="icon" href="data:,"></head><body><script type="module" src="/main.js"></script></body></html>`;
  await fs.writeFile(path.join(folder, "index.html"), page);
});

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
