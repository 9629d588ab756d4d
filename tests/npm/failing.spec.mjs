// How the package fails: each time with a code, what happened and what to do, in both languages.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { AT_MEMORY, installed, project, request, runIn } from "./project.mjs";

let folder;
before(async () => void (folder = await project()));

/** Runs a script that must fail, against a copy of the package in which `change` has changed something. */
async function failureOf(script, change = () => {}) {
  const copy = path.join(folder, `copy-${Math.random().toString(36).slice(2)}`);
  await fs.cp(installed(folder), copy, { recursive: true });
  await change(copy);
  const failure = await runIn(
    folder,
    `import * as xinheng from ${JSON.stringify(path.join(copy, "node.js"))};
    const { init, assess, explain } = xinheng;
    try {
      ${script}
      tell("nothing failed");
    } catch (error) {
      const { name, code, what, remedy, message, detail } = error;
      tell({ name, code, what, remedy, message, detail, ours: error instanceof xinheng.XinhengError });
    }`,
    request(),
  );
  assert.equal(failure.name, "XinhengError", JSON.stringify(failure));
  assert.ok(failure.ours);
  for (const words of [failure.what, failure.remedy]) {
    assert.match(words.zh, /[\u4e00-\u9fff]/);
    assert.match(words.en, /^[\x20-\x7e]+$/);
    assert.ok(failure.message.includes(words.zh) && failure.message.includes(words.en), failure.message);
  }
  return failure;
}

const MODULES = ["engine_bg.wasm", "rules_bg.wasm"];
const each = (change) => (copy) => Promise.all(MODULES.map((name) => change(path.join(copy, name))));

test("a file that is missing is named, with where it must lie", async () => {
  const { code, detail, remedy } = await failureOf("await init();", each(fs.rm));
  assert.equal(code, "wasm_missing");
  assert.match(detail, /rules_bg\.wasm/);
  assert.match(remedy.en, /init\(\{wasm\}\)/);
});

test("a file that is cut off is told from one that is whole", async () => {
  const cut = async (file) => fs.truncate(file, Math.floor((await fs.stat(file)).size / 2));
  assert.equal((await failureOf("await init();", each(cut))).code, "wasm_damaged");
});

test("a page in place of the file, as servers give it for what is missing, is told with the usual causes", async () => {
  const page = (file) => fs.writeFile(file, "<!doctype html><title>Not found</title>");
  const { code, remedy } = await failureOf("await init();", each(page));
  assert.equal(code, "wasm_damaged");
  assert.match(remedy.zh, /optimizeDeps/);
});

test("an answer of an error is a missing file", async () => {
  const { code, detail } = await failureOf('await init({ wasm: new Response("", { status: 404 }) });');
  assert.equal(code, "wasm_missing");
  assert.match(detail, /404/);
});

test("some other module, and one of another version, are refused", async () => {
  const other = "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))";
  assert.equal((await failureOf(`await init({ wasm: ${other} });`)).code, "wasm_other");
  const older = (copy) => fs.writeFile(path.join(copy, "version.js"), 'export const VERSION = "0.0.1";');
  assert.equal((await failureOf("await init();", older)).code, "wasm_other");
});

test("what is no source, no answer and no language is told", async () => {
  assert.equal((await failureOf("await init({ wasm: 5 });")).code, "bad_source");
  assert.equal((await failureOf('await init({ wasm: "engine_bg.wasm" });')).code, "bad_source");
  assert.equal((await failureOf("await init(); explain({});")).code, "not_an_answer");
  assert.equal((await failureOf("await init(); explain(undefined);")).code, "not_an_answer");
  assert.equal((await failureOf('await init(); explain(assess(given), "de");')).code, "unknown_locale");
});

test("who asks before the engine is there is told to wait, and an init that failed can be tried again", async () => {
  assert.equal((await failureOf("assess(given);")).code, "not_ready");
  const told = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    const failed = await init({ wasm: new Uint8Array(3) }).catch(({ code }) => code);
    await init();
    tell([failed, assess(given).class]);`,
    request(),
  );
  assert.deepEqual(told, ["wasm_damaged", "good"]);
});

test("the engine without rules of a request's own says so, and the other takes its place when it is asked for", async () => {
  const own = '{ ...given, parameters: { "ten_penalties.count": 8 } }';
  const engine = 'await init({ wasm: new URL(import.meta.resolve("xinheng/engine_bg.wasm")), ownRules: false });';
  assert.equal((await failureOf(`${engine} assess(${own});`)).code, "rules_not_loaded");
  assert.equal((await failureOf(`${engine} xinheng.whatIf(${own});`)).code, "rules_not_loaded");
  const told = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    ${engine}
    const before = assess(given);
    await init({ ownRules: true });
    const after = assess(${own});
    tell([before.class, after.class, before.pack.digest === after.pack.digest]);`,
    request(),
  );
  assert.deepEqual(told, ["good", "good", false]);
});

test("a browser without WebAssembly, or with one too old, is told what to take", async () => {
  assert.equal((await failureOf("delete globalThis.WebAssembly; await init();")).code, "wasm_unsupported");
  assert.equal((await failureOf("WebAssembly.validate = () => false; await init();")).code, "wasm_unsupported");
});

/** Has the instance at hand whose memory is then overwritten: what is asked next runs into what is no more. */
const BREAK = `
  ${AT_MEMORY}
  await init();
  const break_ = () => new Uint8Array(memory.buffer).fill(255);
`;

test("a failure inside is told, and the engine starts afresh by itself", async () => {
  assert.equal((await failureOf(`${BREAK} break_(); assess(given);`)).code, "panicked");
  const told = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    ${BREAK}
    const before = JSON.stringify(assess(given));
    break_();
    let code;
    try { assess(given); } catch (error) { code = error.code; }
    tell([code, JSON.stringify(assess(given)) === before]);`,
    request(),
  );
  assert.deepEqual(told, ["panicked", true]);
});

test("where no instance can be made at once, init makes one after a failure inside", async () => {
  const told = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    ${BREAK}
    const before = JSON.stringify(assess(given));
    WebAssembly.Instance = class { constructor() { throw new RangeError("too large for this thread"); } };
    break_();
    const codes = [];
    for (let i = 0; i < 2; i++) try { assess(given); } catch (error) { codes.push(error.code); }
    await init();
    tell([...codes, JSON.stringify(assess(given)) === before]);`,
    request(),
  );
  assert.deepEqual(told, ["panicked", "not_ready", true]);
});
