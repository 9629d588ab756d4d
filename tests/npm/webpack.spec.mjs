// The package in a project of webpack, as it comes: built without a word of configuration.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import webpack from "webpack";
import { open } from "../browser/harness.mjs";
import { ALL, bundledProject, use } from "./bundled.mjs";

test("what webpack builds finds modules and workers by itself", async (t) => {
  const folder = await bundledProject();
  const output = path.join(folder, "dist");
  const config = { mode: "production", context: folder, entry: "./main.js", output: { path: output }, performance: false };
  const stats = await promisify(webpack)(config);
  assert.deepEqual([stats.hasErrors(), stats.hasWarnings()], [false, false], stats.toString());
  const page = '<!doctype html><title>门户</title><link rel="icon" href="data:,"><script src="main.js"></script>';
  await fs.writeFile(path.join(output, "index.html"), page);
  const { page: opened } = await open(t, { site: output });
  const workers = [];
  opened.on("worker", (worker) => workers.push(path.basename(worker.url())));
  assert.deepEqual(await use(opened), ALL);
  assert.deepEqual(workers, ["xinheng-batch.js", "xinheng-import.js"]);
});
