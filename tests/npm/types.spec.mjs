// The types, as the strict compiler sees them: every request and answer of the contract's cases is of them, and what is
// not is refused.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { installed, project, runIn } from "./project.mjs";

const TSC = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));

let folder;
before(async () => void (folder = await project()));

/** Compiles a source of the project; gives what the compiler complains of, as lines. */
async function compile(source, resolution = { module: "esnext", moduleResolution: "bundler" }) {
  const name = `source-${Math.random().toString(36).slice(2)}.${resolution.jsx ? "tsx" : "ts"}`;
  await fs.writeFile(path.join(folder, name), source);
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [], ...resolution };
  await fs.writeFile(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [name] }));
  return new Promise((resolve) => {
    execFile(process.execPath, [TSC, "-p", folder], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      resolve(error ? stdout.trim().split("\n") : []);
    });
  });
}

async function cases() {
  const files = ["named", "drawn"].map((name) => fs.readFile(new URL(`../cases/${name}.json`, import.meta.url), "utf8"));
  return (await Promise.all(files)).flatMap((text) => JSON.parse(text));
}

const SAMPLE = `
import { init, assess, assessBatch, explain, importFiles, importRows, packs, version, whatIf, XinhengError } from "xinheng";
import type { AssessRequest, Answer, Class, Layout, Penalty } from "xinheng";

export async function read(files: FileList, rows: { [column: string]: string | Date }[]): Promise<AssessRequest[]> {
  const { records, refusals, notices } = await importFiles(files, { asOf: "2026-11-21" });
  const layout: Layout = { kind: "penalties", columns: { fine: "罚款金额（元）" }, words: { 处罚类别: { 罚: "罚款" } } };
  const more = await importRows(rows, layout);
  const places = [...refusals, ...notices].map(({ file, row, column, message }) => [file, row ?? 0, column, message.zh].join());
  console.log(places, more.tables.map(({ kind }) => kind));
  return [...records, ...more.records.map((record) => ({ ...record, as_of: "2026-11-21" }))];
}

export async function classOf(penalties: Penalty[], signal: AbortSignal): Promise<Class | string> {
  await init();
  await init({ wasm: new URL("https://portal.example/engine_bg.wasm"), ownRules: true });
  const request: AssessRequest = { as_of: "2026-11-21", enterprise: { uscc: "91350100M000100Y43", name: "示例", penalties } };
  try {
    const answer: Answer = assess(request);
    const [again] = await assessBatch([request], { signal, onProgress: ({ done, total }) => console.log(done / total) });
    if ("errors" in answer) return answer.errors.map(({ path, code, message }) => path + code + message.zh).join();
    const titles: string[] = explain(answer, "en").sections.map(({ title }) => title);
    const due: string | null = answer.inspection.next_due_on;
    const ways = whatIf(request);
    if (!("errors" in ways) && ways.together.kind === "first") console.log(ways.together.count, ways.together.outcome.class);
    const [pack] = packs();
    return again && "errors" in again ? titles.join() + due + pack?.sources.length + version : answer.class;
  } catch (error) {
    if (error instanceof XinhengError && error.code === "not_ready") return error.remedy.zh;
    throw error;
  }
}
`;

const PAGE = `
import "xinheng/element";
import type { SavedRecord, XinhengAssessment } from "xinheng/element";
import { embed } from "xinheng/iframe";
import { assess, assessBatch, type Class } from "xinheng";

export function show(place: HTMLElement, file: File, keep: (record: SavedRecord) => void): XinhengAssessment {
  const element = document.createElement("xinheng-assessment");
  element.record = { enterprise: { uscc: "91350100M000100Y43", name: "示例" } };
  Object.assign(element, { asOf: "2026-11-21", locale: "en", readonly: true });
  element.parameters = { "ten_penalties.count": 8 };
  element.addEventListener("xinheng-result", ({ detail }) => {
    const found: Class | string = "errors" in detail ? detail.errors.map(({ path }) => path).join() : detail.class;
    console.log(found);
  });
  element.addEventListener("xinheng-change", ({ detail }) => keep(detail));
  element.addEventListener("xinheng-error", ({ detail: { code, remedy } }) => console.warn(code, remedy.zh));
  place.append(element);
  element.load(file).catch(console.error);
  const saved: SavedRecord | undefined = element.save();
  if (saved) keep(saved);
  if (saved) console.log(assess(saved), assessBatch([saved]));
  element.print("notice");
  Object.assign(element, { name: "assessment", required: true });
  if (!element.checkValidity() && element.validity?.customError) console.log(element.validationMessage, element.labels.length);
  element.form?.requestSubmit();
  return element;
}

export function frame(place: HTMLElement): () => void {
  const embedded = embed(place, new URL("https://xinheng.example/"), { locale: "zh", theme: "dark", record: null });
  embedded.frame.addEventListener("xinheng-error", ({ detail: { code, remedy } }) => console.warn(code, remedy.en));
  embedded.frame.addEventListener("xinheng-result", ({ detail }) => console.log("errors" in detail ? 0 : detail.class));
  embedded.give({ asOf: "2026-11-21", readonly: false });
  return embedded.remove;
}
`;

for (const resolution of [
  { module: "esnext", moduleResolution: "bundler" },
  { module: "nodenext", moduleResolution: "nodenext" },
]) {
  test(`a portal's source compiles strictly, resolved as by ${resolution.moduleResolution}`, async () => {
    assert.deepEqual(await compile(SAMPLE, resolution), []);
    assert.deepEqual(await compile(PAGE, resolution), []);
  });
}

const REACT = `
import { useRef } from "react";
import type {} from "xinheng/react";
import "xinheng/element";
import type { SavedRecord, XinhengAssessment } from "xinheng/element";

export function Assessment({ name, keep }: { name: string; keep: (record: SavedRecord) => void }) {
  const element = useRef<XinhengAssessment>(null);
  return (
    <div onClick={() => element.current?.print("notice")}>
      <xinheng-assessment
        ref={element}
        className="wide"
        record={{ enterprise: { uscc: "91350100M000100Y43", name }, as_of: "2026-11-21" }}
        asOf="2026-11-21"
        readonly
        onxinheng-result={({ detail }) => console.log("errors" in detail ? detail.errors.length : detail.class)}
        onxinheng-change={({ detail }) => keep(detail)}
        onxinheng-error={({ detail }) => console.warn(detail.remedy.zh)}
      />
    </div>
  );
}
`;

test("the element and its events have types in JSX, and what they do not take is refused", async () => {
  const types = fileURLToPath(new URL("node_modules/@types", import.meta.url));
  await fs.cp(types, path.join(folder, "node_modules/@types"), { recursive: true });
  await fs.cp(path.join(types, "../csstype"), path.join(folder, "node_modules/csstype"), { recursive: true });
  const jsx = { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx" };
  assert.deepEqual(await compile(REACT, jsx), []);
  for (const [right, wrong] of [
    ['asOf="2026-11-21"', "asOf={5}"],
    ["keep(detail)", "keep(detail.name)"],
    ["readonly", "locale={5}"],
    ["{{ enterprise: { uscc:", '{{ as_of: "2026-11-21", enterprise: { usc:'],
    ["xinheng-assessment", "xinheng-assesment"],
  ]) {
    assert.notDeepEqual(await compile(REACT.replace(right, wrong), jsx), [], wrong);
  }
});

const EVENTS = `
import "xinheng/element";
import { embed } from "xinheng/iframe";

const element = document.querySelector("xinheng-assessment")!;
const { frame } = embed(document.body, "/");
const keep = ({ detail }: CustomEvent<{ enterprise: object }>) => console.log(detail.enterprise);

element.addEventListener("xinheng-change", keep);
element.removeEventListener("xinheng-change", keep);
element.addEventListener("xinheng-error", ({ detail }) => console.log(detail.stack, detail.remedy.zh));
element.addEventListener("click", ({ clientX }) => console.log(clientX));
element.addEventListener("portal-own", (event) => console.log(event.type));
frame.addEventListener("xinheng-change", keep, { once: true });
frame.removeEventListener("xinheng-change", keep);
frame.addEventListener("load", function () { console.log(this.contentWindow); });
document.addEventListener("xinheng-change", ({ detail }) => console.log(detail.as_of));
document.body.addEventListener("xinheng-error", ({ detail }) => console.log(detail.code, detail.what.en));

// @ts-expect-error There is no class in a record.
element.addEventListener("xinheng-change", ({ detail }) => console.log(detail.class));
// @ts-expect-error A result may be errors.
element.addEventListener("xinheng-result", ({ detail }) => console.log(detail.class));
// @ts-expect-error This listens to results.
element.removeEventListener("xinheng-change", ({ detail }: CustomEvent<{ class: string }>) => console.log(detail.class));
// @ts-expect-error Ready has no detail.
frame.addEventListener("xinheng-ready", ({ detail }) => console.log(detail.class));
// @ts-expect-error A result may be errors.
frame.addEventListener("xinheng-result", ({ detail }) => console.log(detail.class));
// @ts-expect-error There is no class in a record.
frame.addEventListener("xinheng-change", ({ detail }) => console.log(detail.class));
// @ts-expect-error An error of a frame has come as a message, without its stack.
frame.addEventListener("xinheng-error", ({ detail }) => console.log(detail.stack));
// @ts-expect-error Nobody tells that.
frame.addEventListener("xinheng-changed", ({ detail }) => console.log(detail.enterprise));
// @ts-expect-error There is no class in a record.
document.addEventListener("xinheng-change", ({ detail }) => console.log(detail.class));
// @ts-expect-error It may be an error of a frame.
document.body.addEventListener("xinheng-error", ({ detail }) => console.log(detail.stack));
// @ts-expect-error It is no other element.
document.querySelector("xinheng-assesment")!.save();
`;

test("what the element and the frame tell has its types, there and around them, and what is not in it is refused", async () => {
  assert.deepEqual(await compile(EVENTS), []);
});

const ROWS = `
import { importRows } from "xinheng";

interface Row { code: string; decided: Date; fine?: number }
export const read = (rows: Row[]) => importRows(rows, { kind: "penalties", columns: { code: "统一社会信用代码" } });
`;

test("rows may be of an interface of the portal's own", async () => {
  assert.deepEqual(await compile(ROWS), []);
});

test("what docs/embedding.md shows compiles strictly", async () => {
  const guide = await fs.readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const samples = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, sample]) => sample);
  assert.ok(samples.length >= 4, String(samples.length));
  for (const sample of samples) assert.deepEqual(await compile(sample), [], sample);
});

test("every case of the contract, its request and its answer, is of the types", async () => {
  const all = await cases();
  const answers = await runIn(
    folder,
    'import { init, assess } from "xinheng"; await init(); tell(given.map(({ request }) => assess({ ...request, trace: true })));',
    all,
  );
  const lines = all.map(({ request }, place) => {
    return `export const request${place}: AssessRequest = ${JSON.stringify(request)};
      export const answer${place}: Assessment = ${JSON.stringify(answers[place])};`;
  });
  const head = 'import type { AssessRequest, Assessment } from "xinheng";\n';
  assert.deepEqual(await compile(head + lines.join("\n")), []);
});

test("what would change the class, of every case of the contract, is of the types", async () => {
  const all = await cases();
  const found = await runIn(
    folder,
    'import { init, whatIf } from "xinheng"; await init(); tell(given.map(({ request }) => whatIf(request)));',
    all,
  );
  const lines = found.map((ways, place) => `export const ways${place}: WhatIf = ${JSON.stringify(ways)};`);
  assert.deepEqual(await compile(`import type { WhatIf } from "xinheng";\n${lines.join("\n")}`), []);
});

test("what an answer says in words, the packs and errors are of the types", async () => {
  const all = await cases();
  const told = await runIn(
    folder,
    `import { init, assess, explain, packs } from "xinheng";
    await init();
    const errors = assess({ as_of: 5, enterprise: { penalties: [{ kinds: [] }] } });
    tell({ words: [errors, ...given.map(({ request }) => assess(request))].map((answer) => explain(answer)), packs: packs(), errors });`,
    all,
  );
  const words = told.words.map((words, place) => `export const words${place}: Explanation = ${JSON.stringify(words)};`);
  const source = `import type { Errors, Explanation, PackInfo } from "xinheng";
    ${words.join("\n")}
    export const packs: PackInfo[] = ${JSON.stringify(told.packs)};
    export const errors: Errors = ${JSON.stringify(told.errors)};`;
  assert.deepEqual(await compile(source), []);
});

test("what the element and the frame do not take is refused", async () => {
  const head = 'import "xinheng/element"; import { embed } from "xinheng/iframe";';
  const refused = [
    'document.createElement("xinheng-assessment").record = 5;',
    'document.createElement("xinheng-assessment").locale = "fr";',
    'document.createElement("xinheng-assessment").print("both");',
    'document.createElement("xinheng-assessment").required = "yes";',
    'document.createElement("xinheng-assessment").form = null;',
    'document.createElement("xinheng-assessment").validity.customError;',
    'embed(document.body, "/", { theme: "blue" });',
  ];
  for (const line of refused) assert.equal((await compile(head + line)).length, 1, line);
  const taken = 'document.createElement("xinheng-assessment").record = null; embed(document.body, "/", { theme: "dark" });';
  assert.deepEqual(await compile(head + taken), []);
});

const GIVEN = `
import "xinheng/element";
import { embed } from "xinheng/iframe";
import type { AssessRequest, GivenRecord, ImportedRecord, SavedRecord } from "xinheng";

declare const request: AssessRequest;
declare const imported: ImportedRecord;
declare const saved: SavedRecord;
const element = document.createElement("xinheng-assessment");

export const shown: GivenRecord = { as_of: "2026-11-21", enterprise: { uscc: "x", name: "x", penalties: [{ decided_on: "2026-03-02", kinds: ["fine"] }] } };
element.record = { as_of: "2026-11-21", enterprise: { uscc: "x", name: "x" } };
for (const record of [{ enterprise: {} }, "{}", null, request, imported, saved, element.save()]) element.record = record;
void element.load({ as_of: "2026-11-21", enterprise: { uscc: "x", name: "x" } });
for (const record of [request, imported, saved, new Blob(), null]) void element.load(record);
// What a person has typed may be anything, in a field that there is.
element.record = { format: "xinheng-record", version: 1, as_of: "2026-11-21", enterprise: { penalties: [{ fine_yuan: "many" }] }, judgement: {} };
embed(document.body, "/", { record: { as_of: "2026-11-21", enterprise: { uscc: "x", name: "x" } } }).give({ record: saved });
export const entered: unknown[] | undefined = saved.enterprise.penalties?.map(({ fine_yuan }) => fine_yuan);

// @ts-expect-error There is no such field.
element.record = { as_of: "2026-11-21", enterprise: { uscc: "x", nam: "x" } };
// @ts-expect-error There is no such field of a penalty.
element.record = { as_of: "2026-11-21", enterprise: { penalties: [{ decided_on: "2026-03-02", kinds: ["fine"], fine: 5 }] } };
// @ts-expect-error The day is \`as_of\` there.
element.record = { asOf: "2026-11-21", enterprise: { uscc: "x" } };
// @ts-expect-error There is no such word.
void element.load({ as_of: "2026-11-21", enterprise: { status: "closed" } });
// @ts-expect-error This is no record.
element.record = {};
// @ts-expect-error There is no such field.
embed(document.body, "/", { record: { as_of: "2026-11-21", enterprise: { uscc: "x", nam: "x" } } });
`;

test("an element and a frame take records and requests as they are written, and what is misspelt in them is told", async () => {
  assert.deepEqual(await compile(GIVEN), []);
});

const IN_NODE = `
import { readFile } from "node:fs/promises";
import { assess, assessBatch, importFiles, init, type GivenRecord, type WasmSource } from "xinheng";

const wasm: WasmSource = await readFile("rules_bg.wasm");
await init({ wasm });
await init({ wasm: new URL("file:///rules_bg.wasm") });
const record: GivenRecord = { as_of: "2026-11-21", enterprise: { uscc: "x", name: "x" } };
const { records } = await importFiles([{ name: "a.csv", bytes: new Uint8Array(1) }], { asOf: "2026-11-21", signal: AbortSignal.timeout(9) });
export const answers = [await assessBatch(records), records.map(assess), record];
`;

test("the functions have their types in Node, without those of browsers", async () => {
  const types = fileURLToPath(new URL("unit/node_modules", import.meta.url));
  for (const name of ["@types/node", "undici-types"]) {
    await fs.cp(path.join(types, name), path.join(folder, "node_modules", name), { recursive: true });
  }
  const node = { module: "nodenext", moduleResolution: "nodenext", lib: ["es2022"], types: ["node"], skipLibCheck: false };
  assert.deepEqual(await compile(IN_NODE, node), []);
});

test("options that functions do not have are refused, and an import takes a pack, which its records have", async () => {
  const head = 'import { importFiles, importRows, init, assessBatch, assess } from "xinheng"; import { embed } from "xinheng/iframe";\n';
  const refused = [
    "init({ own_rules: true });",
    "assessBatch([], { onprogress() {} });",
    'importFiles([], { asof: "2026-11-21" });',
    'importRows([], "register", { packs: "baotou-2024" });',
    "importRows([], undefined, { pack: 5 });",
    'embed(document.body, "/", { local: "en" });',
    'embed(document.body, "/").give({ asof: "2026-11-21" });',
    'embed(document.body, "/").print("both");',
    'const records = (await importFiles([], { pack: "baotou-2024" })).records; assess(records[0]!);',
  ];
  for (const line of refused) assert.ok((await compile(`${head}${line}`)).length > 0, line);
  const taken = `const own = { id: "mine" };
    const { records } = await importFiles([], { pack: own, asOf: "2026-11-21" });
    assess(records[0]!);
    const { records: others } = await importRows([], "register", { pack: "baotou-2024" });
    export const pack: string | object | undefined = others[0]!.pack;`;
  assert.deepEqual(await compile(head + taken), []);
});

const REFUSED = {
  "no day": '{ enterprise: { uscc: "x", name: "x" } }',
  "no code": '{ as_of: "2026-11-21", enterprise: { name: "x" } }',
  "a field that is not there": '{ as_of: "2026-11-21", enterprise: { uscc: "x", name: "x", fines: [] } }',
  "a penalty without kinds": '{ as_of: "2026-11-21", enterprise: { uscc: "x", name: "x", penalties: [{ decided_on: "2026-01-01" }] } }',
  "a word that is not in its list": '{ as_of: "2026-11-21", enterprise: { uscc: "x", name: "x", status: "closed" } }',
  "an amount as text": '{ as_of: "2026-11-21", enterprise: { uscc: "x", name: "x", penalties: [{ decided_on: "2026-01-01", kinds: ["fine"], fine_yuan: "5" }] } }',
  "a day that is a Date": '{ as_of: new Date(), enterprise: { uscc: "x", name: "x" } }',
};

test("what the reader of requests refuses, the compiler refuses before", async () => {
  const lines = Object.values(REFUSED).map((request, place) => `export const r${place}: AssessRequest = ${request};`);
  const found = await compile(`import type { AssessRequest } from "xinheng";\n${lines.join("\n")}`);
  for (const [place, name] of Object.keys(REFUSED).entries()) {
    assert.ok(found.some((line) => line.includes(`.ts(${place + 2},`)), `${name}: ${found.join("\n")}`);
  }
});

test("the types name all that the package exports, every code of an error, and nothing else", async () => {
  const names = await runIn(folder, 'import * as all from "xinheng"; tell(Object.keys(all));');
  const read = (name) => fs.readFile(new URL(`../../npm/${name}`, import.meta.url), "utf8");
  const errors = (await Promise.all(["errors.js", "more_errors.js"].map(read))).join("\n");
  const codes = [...errors.matchAll(/^ {2}(\w+): \{$/gm)].map(([, code]) => code);
  assert.ok(codes.length >= 11, String(codes));
  const all = (keys) => JSON.stringify(Object.fromEntries(keys.map((key) => [key, true])));
  const source = `import * as xinheng from "xinheng";
    export const names: Record<keyof typeof xinheng, true> = ${all(names)};
    export const codes: Record<xinheng.ErrorCode, true> = ${all(codes)};`;
  assert.deepEqual(await compile(source), []);
});

test("every type and field has its documentation where the engine has it", async () => {
  const types = await fs.readFile(path.join(installed(folder), "types.d.ts"), "utf8");
  assert.match(types, /\/\*\* 行政处罚决定书文号\. \*\/\n {2}document_no\?: string \| null;/);
  assert.match(types, /\/\*\* One enterprise 经营主体 with everything that is known of it\. \*\/\nexport interface Enterprise/);
  for (const [declared] of types.matchAll(/(?:^.*\n)^export (?:interface|type) .*$/gm)) assert.match(declared, /\*\/\n/, declared);
  assert.doesNotMatch(types, /`None`|\]\(|\[`/);
});
