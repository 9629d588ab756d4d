// The package as its registry and its users find it: what tools that look over packages object to, and what it has beside
// its programs.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import { SourceMap } from "node:module";
import path from "node:path";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { installed, project } from "./project.mjs";

const PACKAGE = fileURLToPath(new URL("../../dist/npm", import.meta.url));
const tool = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

let folder;
before(async () => void (folder = await project()));

/** Runs a tool; gives its exit code and what it said. */
function run(name, ...given) {
  return new Promise((resolve) => {
    execFile(tool(name), given, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, told: stdout + stderr });
    });
  });
}

test("publint objects to nothing", async () => {
  const { code, told } = await run("publint", PACKAGE, "--strict");
  assert.equal(code, 0, told);
});

test("the types of every entry are found and right, as modules resolve them", async () => {
  const [packed] = (await fs.readdir(folder)).filter((name) => name.endsWith(".tgz"));
  // The modules have no types: they are addresses.
  const modules = ["--exclude-entrypoints", "./engine_bg.wasm", "./rules_bg.wasm"];
  const { code, told } = await run("attw", path.join(folder, packed), "--profile", "esm-only", ...modules);
  assert.equal(code, 0, told);
  assert.match(told, /xinheng\/element/);
});

test("beside its programs the package has words, licences, changes and a manifest of its element", async () => {
  const read = (name) => fs.readFile(path.join(installed(folder), name), "utf8");
  for (const name of ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENCES.txt"]) {
    assert.ok((await read(name)).length > 100, name);
  }
  const { customElements, keywords, engines, ...others } = JSON.parse(await read("package.json"));
  // The project has no public address. One that is made up would lead people who look for the sources to somebody else.
  const cargo = await fs.readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal("repository" in others || "homepage" in others, /^(repository|homepage) = /m.test(cargo));
  assert.match(await read("README.md"), /no public address/);
  assert.ok(keywords.length > 3);
  assert.equal(engines.node, ">=20.19");
  const { modules } = JSON.parse(await read(customElements));
  const [element] = modules[0].declarations;
  const { observedAttributes } = (await import(path.join(installed(folder), "element.js"))).XinhengAssessment;
  // Two are the browser's own business, as of every part of a form.
  assert.deepEqual(element.attributes.map(({ name }) => name).sort(), [...observedAttributes, "disabled", "name"].sort());
});

test("each script has its map, with the script as it was written, and nothing of the machine that built it", async () => {
  const folder = fileURLToPath(new URL("../../dist/npm/", import.meta.url));
  const read = (name) => fs.readFile(path.join(folder, name), "utf8");
  const scripts = (await fs.readdir(folder)).filter((name) => name.endsWith(".js"));
  for (const name of scripts) {
    const script = await read(name);
    assert.ok(script.endsWith(`\n//# sourceMappingURL=${name}.map\n`), name);
    const map = JSON.parse(await read(`${name}.map`));
    assert.deepEqual([map.sources, map.sourceRoot, map.sourcesContent.length, map.file ?? name], [[name], "source", 1, name]);
    assert.doesNotMatch(map.sourcesContent[0], /(^|[\s"'`(])\/(work|root|home|tmp|usr)\/|[A-Z]:\\/m, name);
  }
  // What a person wrote is what the map has, and places lead to where it stands.
  const written = await fs.readFile(new URL("../../npm/import.js", import.meta.url), "utf8");
  const [script, map] = [await read("import.js"), JSON.parse(await read("import.js.map"))];
  assert.equal(map.sourcesContent[0], written);
  const before = script.slice(0, script.indexOf("workbooks_unsupported")).split("\n");
  const { originalLine } = new SourceMap(map).findEntry(before.length - 1, before.at(-1).length);
  assert.match(written.split("\n")[originalLine], /"workbooks_unsupported"/);
});
