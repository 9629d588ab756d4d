// Imports that are large: in a worker or a thread, or in slices, they leave page and Node their turns, and stop when that is
// wanted.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { becomes } from "../browser/flows.mjs";
import { open } from "../browser/harness.mjs";
import { installed, project, runIn } from "./project.mjs";

const ROWS = 200_000;
/** So many where the way matters and not the number. */
const FEWER = 50_000;
const PACKAGE = "/node_modules/xinheng/";
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:";

let folder;
before(async () => void (folder = await project()));

/** For Node and pages alike: penalties as rows and as a file, of which every tenth cannot be read. */
const LARGE = `
  const row = (place) => ({
    CF_XDR_MC: "示例有限公司",
    CF_XDR_SHXYM: ["91350100M000100Y43", "91150203MAE83FQEFU"][place % 2],
    CF_WSH: "第" + place + "号",
    CF_CFLB: "罚款",
    CF_NR_FK: 0.5,
    CF_JDRQ: place % 10 ? "2025/3/2" : "2025/2/30",
  });
  const rows = (count) => Array.from({ length: count }, (_, place) => row(place));
  const file = (count) => {
    const lines = rows(count).map((cells) => Object.values(cells).join());
    return new File([[Object.keys(row(0)).join(), ...lines].join("\\n")], "行政处罚.csv");
  };
  /** What a promise comes to, how many turns others had before, and which part of that time the longest wait for one was. */
  const turnsUntil = async (promise) => {
    const began = performance.now();
    let [turns, last, longest] = [0, began, 0];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      turns += 1;
    }, 1);
    const result = await promise;
    clearInterval(timer);
    const now = performance.now();
    return { result, turns, part: Math.max(longest, now - last) / (now - began) };
  };
  const counted = async (promise) => {
    const { result, turns, part } = await turnsUntil(promise);
    const { records, refusals, refused } = result;
    const penalties = records.reduce((sum, { enterprise }) => sum + enterprise.penalties.length, 0);
    return { was: [penalties, refusals.length, refused], turns, part };
  };
`;

/** What is read of so many: penalties, refusals, and their number. */
const read = (count) => [count * 0.9, count * 0.1, count * 0.1];

test("200,000 rows, of a file or of a portal, leave Node its turns", async () => {
  const told = await runIn(
    folder,
    `import { importFiles, importRows } from "xinheng";
    ${LARGE}
    const [all, files] = [rows(${ROWS}), [file(${ROWS})]];
    tell([await counted(importFiles(files)), await counted(importRows(all, "penalties"))]);`,
  );
  for (const { was, turns, part } of told) {
    assert.deepEqual(was, read(ROWS));
    assert.ok(turns >= 20, String(turns));
    assert.ok(part < 0.3, String(part));
  }
});

test("where no thread can be had the same is read in slices, with turns between them", async () => {
  const copy = path.join(folder, "copy");
  await fs.cp(installed(folder), copy, { recursive: true });
  await fs.rm(path.join(copy, "import_thread.js"));
  const told = await runIn(
    folder,
    `import { importFiles, importRows } from "./copy/node.js";
    ${LARGE}
    const [all, files] = [rows(${FEWER}), [file(${FEWER})]];
    tell([await counted(importFiles(files)), await counted(importRows(all, "penalties"))]);`,
  );
  for (const { was, turns, part } of told) {
    assert.deepEqual(was, read(FEWER));
    assert.ok(turns >= 3, String(turns));
    // What joins the rows is one piece; were they read in one, that would be half of the time.
    assert.ok(part < 0.4, String(part));
  }
});

test("an import in Node stops whenever it is aborted: before, while it reads, joins or waits, and nothing goes on", async () => {
  const told = await runIn(
    folder,
    `import { setImmediate as turn } from "node:timers/promises";
    import { importFiles, importRows } from "xinheng";
    ${LARGE}
    const told = (promise) => promise.then(() => "all", (reason) => reason.name ?? reason);
    let pieces = 0;
    /** A file that calls something when a piece of it is read. */
    class Heard extends Blob {
      hear = () => {};
      slice(from, to) {
        pieces += from > 0;
        this.hear(from);
        return super.slice(from, to);
      }
    }
    const heard = new Heard([await file(${ROWS}).arrayBuffer()]);
    const abortAt = (part) => {
      const controller = new AbortController();
      heard.hear = (from) => from >= part * heard.size && controller.abort("at " + part);
      return told(importFiles([heard], { signal: controller.signal }));
    };
    const aborted = AbortSignal.abort("before");
    const before = [await told(importFiles([heard], { signal: aborted })), await told(importRows(rows(5), "penalties", { signal: aborted }))];
    const read = pieces;
    const during = [await abortAt(0.01), await abortAt(0.5)];
    const after = pieces;
    // All of it is given, and the thread is at work.
    const joining = new AbortController();
    heard.hear = (from) => from + 128 * 1024 >= heard.size && setTimeout(() => joining.abort("joining"));
    const joined = told(importFiles([heard], { signal: joining.signal }));
    const waiting = new AbortController();
    const waited = told(importRows(rows(5), "penalties", { signal: waiting.signal }));
    waiting.abort("waiting");
    const [first, second] = [await Promise.race([joined, waited]), await joined];
    const inRows = new AbortController();
    const all = rows(${ROWS});
    Object.defineProperty(all[5000], "CF_WSH", { enumerable: true, get: () => (inRows.abort("in rows"), "5000号") });
    const seen = [];
    Object.defineProperty(all[9000], "CF_WSH", { enumerable: true, get: () => void seen.push(9000) });
    const bytes = { name: "a.csv", bytes: await heard.arrayBuffer() };
    const soon = new AbortController();
    setTimeout(() => soon.abort(), 20);
    const others = [await told(importRows(all, "penalties", { signal: inRows.signal })), await told(importFiles([bytes], { signal: soon.signal }))];
    const stopped = pieces;
    const { records } = await importFiles([file(1000)]);
    for (let count = 0; count < 100; count += 1) await turn();
    tell({ before, read, during, half: after < heard.size / (128 * 1024), first, second, others, seen,
      further: pieces - stopped, records: records.length, left: process.getActiveResourcesInfo().filter((name) => /Worker|Port/.test(name)) });`,
  );
  assert.deepEqual(told, {
    before: ["before", "before"],
    read: 0,
    during: ["at 0.01", "at 0.5"],
    half: true,
    first: "waiting",
    second: "joining",
    others: ["in rows", "AbortError"],
    seen: [],
    further: 0,
    records: 2,
    left: [],
  });
});

/** Opens a page that has the package as `xinheng`, and the rows and files of above. */
async function openPage(t, policy = POLICY) {
  const name = `import-${Math.random().toString(36).slice(2)}`;
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const page = `<!doctype html><html lang="zh-CN"><head>${head}<title>门户</title><link rel="icon" href="data:,">
    <script type="module" src="${name}.js"></script></head><body></body></html>`;
  await fs.writeFile(path.join(folder, `${name}.html`), page);
  const script = `import * as xinheng from ".${PACKAGE}index.js";\n${LARGE}\nObject.assign(window, { xinheng, rows, file, counted });\n`;
  await fs.writeFile(path.join(folder, `${name}.js`), script);
  await fs.writeFile(path.join(folder, "index.html"), "<!doctype html><title>-</title><link rel=icon href=data:,>");
  const opened = await open(t, { site: folder });
  await opened.page.goto(`${opened.server.url}${name}.html`);
  await opened.page.waitForFunction(() => window.xinheng);
  return opened;
}

const fromFile = (page, count) => page.evaluate((count) => counted(xinheng.importFiles([file(count)])), count);
const fromRows = (page, count) => page.evaluate((count) => counted(xinheng.importRows(rows(count), "penalties")), count);

test("200,000 rows leave a page its turns: they are read in a worker, which goes afterwards", async (t) => {
  const { page, server } = await openPage(t);
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const [file, rows] = [await fromFile(page, ROWS), await fromRows(page, FEWER)];
  assert.deepEqual([file.was, rows.was], [read(ROWS), read(FEWER)]);
  for (const told of [file, rows]) {
    assert.ok(told.turns >= 20, String(told.turns));
    assert.ok(told.part < 0.3, String(told.part));
  }
  assert.deepEqual(workers, Array(2).fill(`${server.url.slice(0, -1)}${PACKAGE}import_worker.js`));
  await becomes(() => page.workers().length, 0);
});

test("a page whose policy allows no worker reads in slices, with turns between them", async (t) => {
  const { page, watch } = await openPage(t, POLICY.replace("worker-src 'self'", "worker-src 'none'"));
  for (const told of [await fromFile(page, FEWER), await fromRows(page, FEWER)]) {
    assert.deepEqual(told.was, read(FEWER));
    assert.ok(told.turns >= 3, String(told.turns));
  }
  watch.expect(/worker/i);
});

test("an import that a page aborts rejects with its reason, and the worker ends", async (t) => {
  const { page } = await openPage(t);
  const told = await page.evaluate(async (count) => {
    const controller = new AbortController();
    let read = 0;
    class Heard extends File {
      slice(from, to) {
        read += 1;
        if (from > this.size / 2) controller.abort("half");
        return super.slice(from, to);
      }
    }
    const heard = new Heard([await file(count).arrayBuffer()], "a.csv");
    const reason = await xinheng.importFiles([heard], { signal: controller.signal }).catch((reason) => reason);
    const stopped = read;
    const { records } = await xinheng.importFiles([file(5000)]);
    return { reason, further: read - stopped, half: read < heard.size / (128 * 1024), records: records.length };
  }, ROWS);
  assert.deepEqual(told, { reason: "half", further: 0, half: true, records: 2 });
  await becomes(() => page.workers().length, 0);
});

test("where the worker of an import is missing or dies the page reads anew, and a failure inside is told", async (t) => {
  const { page, watch } = await openPage(t);
  const script = "**/import_worker.js";
  const expected = read(10_000);
  await page.route(script, (route) => route.fulfill({ status: 404, body: "" }));
  assert.deepEqual((await fromRows(page, 10_000)).was, expected);
  await page.unroute(script);
  let before = 'let calls = 0; self.addEventListener("message", () => { if ((calls += 1) === 4) throw new Error("on purpose"); });';
  await page.route(script, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${before}\n${await response.text()}` });
  });
  assert.deepEqual((await fromFile(page, 10_000)).was, expected);
  // As a failure inside ends it; memory that is spoilt at random may as well take the browser's process along.
  before = `const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const { exports } = await instantiate(...given);
      const reading_feed = () => { throw new WebAssembly.RuntimeError("unreachable"); };
      return { exports: { ...exports, reading_feed } };
    };`;
  const failed = () => xinheng.importFiles([file(10_000)]).catch(({ code, cause }) => [code, cause instanceof Error]);
  assert.deepEqual(await page.evaluate(failed), ["panicked", true]);
  await page.unroute(script);
  assert.deepEqual((await fromFile(page, 10_000)).was, expected);
  watch.expect(/404/);
  watch.allow(/on purpose|import_worker\.js net::ERR_FAILED/);
});
