// Weighs the package: what a page fetches for its first answer, which is the scripts that index.js draws in and the
// module of the built-in rules; then what takes its place for rules of a request's own, and what the first batch, the first
// import and the first workbook add, with their workers; the same for a page with an element, and for one with a frame. Each compressed by brotli at quality 11. A heading for each part, a line for each file:
// "name" = bytes.
import fs from "node:fs";
import zlib from "node:zlib";

const PACKAGE = new URL("../../dist/npm/", import.meta.url);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

function brotli(name) {
  const body = fs.readFileSync(new URL(name, PACKAGE));
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return zlib.brotliCompressSync(body, { params }).length;
}

/** A script with all that it imports, directly or by others. */
function scripts(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const text = fs.readFileSync(new URL(name, PACKAGE), "utf8");
  for (const [, inner] of text.matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g)) scripts(inner, found);
  return found;
}

const first = scripts("index.js");
/** What these scripts add to those of the first answer. */
const added = (...names) => [...names.reduce((found, name) => scripts(name, found), new Set())].filter((name) => !first.has(name));
for (const [part, names] of [
  ["package", [...first, "engine_bg.wasm"]],
  ["package_own_rules", ["rules_bg.wasm"]],
  ["package_batch", added("batch.js", "worker.js")],
  ["package_import", [...added("import.js", "import_worker.js"), "tables_bg.wasm"]],
  ["package_workbooks", ["workbooks_bg.wasm"]],
  ["element", [...scripts("element.js"), "element_bg.wasm", "element.css"]],
  ["element_clerk", ["clerk_glue.js", "clerk_bg.wasm"]],
  ["element_paper", ["paper.css"]],
  ["frame", ["iframe.js"]],
]) {
  console.log(`[${part}]`);
  for (const name of names) console.log(`"${name}" = ${brotli(name)}`);
}
