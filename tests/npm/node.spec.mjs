// The package in Node: installed into an empty project without the network, and used as docs/embedding.md says.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { installed, project, request, runIn } from "./project.mjs";

let folder;
before(async () => void (folder = await project()));

test("an empty project assesses, explains and names its rules after one import", async () => {
  const told = await runIn(
    folder,
    `import { init, assess, explain, packs, version } from "xinheng";
    await init();
    const response = assess(given);
    tell({ response, words: explain(response, "zh"), packs: packs(), version });`,
    request({ court_listings: [{ listed_on: "2026-01-05" }] }),
  );
  assert.equal(told.response.class, "high_risk");
  assert.equal(told.words.title, "违法失信、风险较高");
  assert.deepEqual(told.packs.map(({ id }) => id), ["baotou-2024", "samr-abcd"]);
  // The second rests on the documents of the first.
  assert.deepEqual(told.packs[1].sources, told.packs[0].sources);
  assert.equal(told.packs[0].digest, told.response.pack.digest);
  const cited = told.packs[0].sources.find(({ id }) => id === "baotou-2024-40");
  assert.equal(cited.until, "2026-05-28");
  const crate = await fs.readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal(told.version, crate.match(/^version = "(.*)"$/m)[1]);
});

test("every case of the contract has the same answer as natively, byte for byte", async () => {
  const cases = [];
  for (const name of ["named", "drawn", "errors"]) {
    const text = await fs.readFile(new URL(`../cases/${name}.json`, import.meta.url), "utf8");
    cases.push(...JSON.parse(text));
  }
  assert.ok(cases.length >= 142);
  const answers = await runIn(
    folder,
    'import { init, assess } from "xinheng"; await init(); tell(given.map((request) => assess(request)));',
    cases.map(({ request }) => request),
  );
  const lines = (await fs.readFile(new URL("../cases/digests.txt", import.meta.url), "utf8")).trim().split("\n");
  const digests = new Map(lines.map((line) => line.split(/\s+(.*)/).slice(0, 2).reverse()));
  for (const [place, { name }] of cases.entries()) {
    const digest = createHash("sha256").update(JSON.stringify(answers[place])).digest("hex");
    assert.ok(digests.has(name), name);
    assert.ok(digest.startsWith(digests.get(name)), `${name}: ${JSON.stringify(answers[place])}`);
  }
});

test("what would change the class is told with each step alone and several together", async () => {
  const penalty = { kinds: ["suspension_of_business"], discretion: "ordinary" };
  const done = { fulfilled_on: "2026-04-01", harm_eliminated_on: "2026-04-01" };
  const penalties = ["2026-01-10", "2026-02-10"].map((on) => ({ ...penalty, decided_on: on, published_on: on, ...done }));
  const told = await runIn(
    folder,
    `import { init, assess, whatIf } from "xinheng";
    await init();
    const saved = { format: "xinheng-record", version: 2, ...given, desk: { 住所: "钢铁大街1号" } };
    const wrong = { ...given, as_of: 5 };
    tell({ found: whatIf(given), saved: whatIf(saved), wrong: whatIf(wrong), errors: assess(wrong) });`,
    request({ penalties }),
  );
  const [first, second] = told.found.steps;
  assert.equal(told.found.now.class, "high_risk");
  assert.deepEqual(first.fact, { kind: "penalty", index: 0 });
  assert.deepEqual([first.act, first.from, first.alone.class], ["repair", "2027-01-10", "high_risk"]);
  assert.deepEqual([second.act, second.from, second.alone.class], ["repair", "2027-02-10", "high_risk"]);
  assert.deepEqual(told.found.together, { kind: "these", steps: [0, 1], outcome: { class: "good", key_case: false } });
  assert.deepEqual(told.saved, told.found);
  assert.deepEqual(told.wrong, told.errors);
  assert.equal(told.errors.errors[0].path, "as_of");
});

test("what is no request is answered with an error, and nothing in one is lost in silence", async () => {
  const { codes, places } = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    await init();
    const cyclic = {};
    cyclic.enterprise = cyclic;
    const failing = { get enterprise() { throw new Error("on purpose"); } };
    const codes = [undefined, null, "{}", 1.5, [], cyclic, failing].map((request) => assess(request).errors[0].code);
    const place = (fine_yuan, name = given.enterprise.name) => {
      const penalties = [{ decided_on: "2026-01-01", kinds: ["fine"], fine_yuan }];
      const { errors } = assess({ ...given, enterprise: { ...given.enterprise, name, penalties } });
      return errors?.map(({ path, code }) => [path, code].join(" ")) ?? "assessed";
    };
    const known = assess({ ...given, enterprise: new Map(Object.entries(given.enterprise)) }).class;
    tell({ codes, places: [place(NaN), place(Infinity), place(5n), place(2n ** 80n), place(() => 5), place(5, Symbol("x")), known] });`,
    request(),
  );
  assert.deepEqual(codes, Array(7).fill("invalid_json"));
  const wrong = ["enterprise.penalties[0].fine_yuan wrong_type"];
  assert.deepEqual(places, [wrong, wrong, "assessed", wrong, wrong, ["enterprise.name wrong_type"], "good"]);
});

const SOURCES = {
  "a URL": "file",
  "a Response": "new Response(bytes, { headers: { 'content-type': 'application/wasm' } })",
  "a Response of another type": "new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } })",
  "bytes": "bytes",
  "a buffer": "new Uint8Array(bytes).buffer",
  "a module": "new WebAssembly.Module(bytes)",
  "a promise": "Promise.resolve(bytes)",
};

for (const [name, source] of Object.entries(SOURCES)) {
  test(`init takes ${name}`, async () => {
    const told = await runIn(
      folder,
      `import fs from "node:fs";
      import { init, assess } from "xinheng";
      const file = new URL(import.meta.resolve("xinheng/engine_bg.wasm"));
      const bytes = fs.readFileSync(file);
      await init({ wasm: ${source} });
      tell(assess(given).class);`,
      request(),
    );
    assert.equal(told, "good");
  });
}

test("the module is compiled once, however often and from how many copies init is called", async () => {
  await fs.cp(installed(folder), path.join(folder, "copy"), { recursive: true });
  const told = await runIn(
    folder,
    `let compiled = 0;
    for (const name of ["compile", "compileStreaming"]) {
      const before = WebAssembly[name];
      WebAssembly[name] = (source) => ((compiled += 1), before(source));
    }
    const { init } = await import("xinheng");
    const copy = await import("./copy/node.js");
    await Promise.all([init(), init(), copy.init(), init({ wasm: new URL("file:///nowhere") })]);
    await init();
    tell([compiled, copy.assess(given).class]);`,
    request(),
  );
  assert.deepEqual(told, [1, "good"]);
});

test("the element can be imported where a page is rendered, and does nothing there", async () => {
  const told = await runIn(
    folder,
    `import { XinhengAssessment, XinhengError, version } from "xinheng/element";
    tell([typeof XinhengAssessment, typeof XinhengError, version, "customElements" in globalThis]);`,
  );
  assert.deepEqual([told[0], told[1], told[3]], ["function", "function", false]);
  assert.match(told[2], /^\d+\.\d+\.\d+$/);
});
