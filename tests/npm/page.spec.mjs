// The package on a page of its own, by a bare module script and no bundler, under the policy that docs/embedding.md asks for.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { becomes } from "../browser/flows.mjs";
import { open, useWholeBrowser } from "../browser/harness.mjs";
import { installed, project, request } from "./project.mjs";

// Programs write over their memory here.
useWholeBrowser();

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:";

let folder;
before(async () => void (folder = await project()));

/** Opens a page that imports the package and leaves it at hand as `xinheng`; `before` may route requests first. */
async function openPage(t, { policy = POLICY, route } = {}) {
  const name = `page-${Math.random().toString(36).slice(2)}`;
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const page = `<!doctype html><html lang="zh-CN"><head>${head}<title>门户</title><link rel="icon" href="data:,">
    <script type="module" src="${name}.js"></script></head><body></body></html>`;
  await fs.writeFile(path.join(folder, `${name}.html`), page);
  await fs.writeFile(
    path.join(folder, `${name}.js`),
    'import * as xinheng from "./node_modules/xinheng/index.js";\nwindow.xinheng = xinheng;\n',
  );
  await fs.writeFile(path.join(folder, "index.html"), "<!doctype html><title>-</title><link rel=icon href=data:,>");
  const opened = await open(t, { site: folder });
  if (route) await opened.page.route("**/*.wasm", route);
  await opened.page.goto(`${opened.server.url}${name}.html`);
  await opened.page.waitForFunction(() => window.xinheng);
  return opened;
}

/** What `init` fails with on a page. */
async function failure(page) {
  return page.evaluate(async () => {
    try {
      await xinheng.init();
      return "nothing failed";
    } catch ({ name, code, what, remedy, detail }) {
      return { name, code, what, remedy, detail };
    }
  });
}

/** The paths of the modules that were fetched. */
const fetched = (server) => server.log.map(({ path }) => path).filter((name) => name.endsWith(".wasm"));

test("a bare module script assesses and explains, and fetches the small module once", async (t) => {
  const { page, server } = await openPage(t);
  const told = await page.evaluate(async (request) => {
    await Promise.all([xinheng.init(), xinheng.init()]);
    await xinheng.init();
    const response = xinheng.assess(request);
    return { response, words: xinheng.explain(response, "en"), ids: xinheng.packs().map(({ id }) => id) };
  }, request());
  assert.equal(told.response.class, "good");
  assert.equal(told.words.title, "good");
  assert.deepEqual(told.ids, ["baotou-2024", "samr-abcd"]);
  assert.deepEqual(fetched(server), ["/node_modules/xinheng/engine_bg.wasm"]);
});

test("rules of a request's own are answered once their module was asked for", async (t) => {
  const { page, server } = await openPage(t);
  const own = { ...request(), parameters: { "ten_penalties.count": 8 } };
  const told = await page.evaluate(async (own) => {
    await xinheng.init();
    let code;
    try {
      xinheng.assess(own);
    } catch (error) {
      code = error.code;
    }
    const [answer] = await xinheng.assessBatch([own]);
    return { code, batch: answer.class, single: xinheng.assess(own).class };
  }, own);
  assert.deepEqual(told, { code: "rules_not_loaded", batch: "good", single: "good" });
  assert.equal(fetched(server).length, 2);
});

/** Has a page answer many requests; gives what was seen meanwhile. */
async function batch(page, count) {
  return page.evaluate(
    async ([request, count]) => {
      const requests = Array.from({ length: count }, (_, place) => ({
        ...request,
        enterprise: { ...request.enterprise, court_listings: place % 3 ? [] : [{ listed_on: "2026-01-05" }] },
      }));
      const progress = [];
      let turns = 0;
      const timer = setInterval(() => (turns += 1));
      const answers = await xinheng.assessBatch(requests, { onProgress: ({ done }) => progress.push(done) });
      clearInterval(timer);
      await xinheng.init();
      const text = (place) => JSON.stringify(xinheng.assess(requests[place]));
      const wrong = answers.filter((answer, place) => JSON.stringify(answer) !== text(place)).length;
      return { count: answers.length, wrong, progress, turns };
    },
    [request(), count],
  );
}

test("a batch is answered in a worker, which is given the module and goes afterwards", async (t) => {
  const { page, server } = await openPage(t);
  const workers = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const told = await batch(page, 1234);
  assert.deepEqual([told.count, told.wrong], [1234, 0]);
  assert.ok(told.progress.length >= 12 && told.progress.at(-1) === 1234, String(told.progress));
  assert.deepEqual(workers, [`${server.url}node_modules/xinheng/worker.js`]);
  await becomes(() => page.workers().length, 0);
  assert.equal(fetched(server).length, 1);
});

test("where the policy allows no worker, the same page answers in slices", async (t) => {
  const { page, watch } = await openPage(t, { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  const told = await batch(page, 1234);
  assert.deepEqual([told.count, told.wrong, told.progress.at(-1)], [1234, 0, 1234]);
  assert.ok(told.turns > 2, "the page had its turns meanwhile");
  watch.expect(/worker/i);
});

test("where the worker's script is missing or dies, the page answers what is left", async (t) => {
  const { page, watch } = await openPage(t);
  await page.route("**/worker.js", (route) => route.fulfill({ status: 404, body: "" }));
  const missing = await batch(page, 300);
  assert.deepEqual([missing.count, missing.wrong], [300, 0]);
  await page.unroute("**/worker.js");
  await page.route("**/worker.js", async (route) => {
    const response = await route.fetch();
    const body = `let lists = 0; self.addEventListener("message", () => { if ((lists += 1) === 4) throw new Error("on purpose"); });
      ${await response.text()}`;
    await route.fulfill({ response, body });
  });
  const dying = await batch(page, 1000);
  assert.deepEqual([dying.count, dying.wrong, dying.progress.at(-1)], [1000, 0, 1000]);
  assert.ok(dying.progress.some((done) => done % 100 > 0), "it died, and slices went on");
  watch.expect(/404/);
  watch.allow(/on purpose|worker\.js net::ERR_FAILED/);
});

test("a batch in a worker stops at once when it is aborted, and the worker with it", async (t) => {
  const { page } = await openPage(t);
  const told = await page.evaluate(async (request) => {
    const controller = new AbortController();
    let last = 0;
    const options = {
      signal: controller.signal,
      onProgress: ({ done }) => {
        last = done;
        if (done >= 500) controller.abort();
      },
    };
    const reason = await xinheng.assessBatch(Array(20000).fill(request), options).catch(({ name }) => name);
    const after = last;
    // What is asked afterwards is answered, and nothing more is told of what was asked before.
    await xinheng.assessBatch([request]);
    return { reason, stopped: last === after && last < 2000 };
  }, request());
  assert.deepEqual(told, { reason: "AbortError", stopped: true });
  await becomes(() => page.workers().length, 0);
});

test("a policy that forbids WebAssembly is told with what to add to it", async (t) => {
  const { page, watch } = await openPage(t, { policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
  const { code, remedy } = await failure(page);
  assert.equal(code, "wasm_forbidden");
  assert.match(remedy.zh, /'wasm-unsafe-eval'/);
  assert.match(remedy.en, /'wasm-unsafe-eval'/);
  watch.allow(/Content Security Policy/);
});

for (const type of ["text/plain", "application/octet-stream", "application/wasm; charset=utf-8", ""]) {
  test(`a server that gives the module as "${type}" is put up with`, async (t) => {
    const { page } = await openPage(t, {
      route: async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "content-type": type } });
      },
    });
    const told = await page.evaluate(async (request) => {
      await xinheng.init();
      return xinheng.assess(request).class;
    }, request());
    assert.equal(told, "good");
  });
}

test("a module that is cut off on its way, replaced by a page, or not given is told, and init can be tried again", async (t) => {
  const whole = await fs.readFile(path.join(installed(folder), "engine_bg.wasm"));
  let answer;
  const { page, watch } = await openPage(t, { route: (route) => answer(route) });
  const answers = {
    "cut off": [(route) => route.fulfill({ contentType: "application/wasm", body: whole.subarray(0, 50_000) }), "wasm_damaged"],
    "cut off, as bytes": [(route) => route.fulfill({ contentType: "text/plain", body: whole.subarray(0, 50_000) }), "wasm_damaged"],
    "a page": [(route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }), "wasm_damaged"],
    "not found": [(route) => route.fulfill({ status: 404, body: "" }), "wasm_missing"],
    "no server": [(route) => route.abort(), "wasm_missing"],
  };
  for (const [name, [give, code]] of Object.entries(answers)) {
    answer = give;
    const told = await failure(page);
    assert.equal(told.code, code, name);
    assert.match(told.detail, /engine_bg\.wasm/, name);
  }
  watch.expect(/404/);
  watch.expect(/ERR_FAILED/);
  watch.allow(/ERR_ABORTED/);
  answer = (route) => route.continue();
  assert.equal(await failure(page), "nothing failed");
});

test("a failure inside is told on the page, and the engine starts afresh by itself", async (t) => {
  const { page } = await openPage(t);
  const told = await page.evaluate(async (request) => {
    const { instantiate } = WebAssembly;
    let memory;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate(...given);
      memory = instance.exports.memory;
      return instance;
    };
    await xinheng.init();
    const before = JSON.stringify(xinheng.assess(request));
    new Uint8Array(memory.buffer).fill(255);
    let error;
    try {
      xinheng.assess(request);
    } catch ({ code, remedy }) {
      error = { code, remedy };
    }
    await xinheng.init();
    return { ...error, same: JSON.stringify(xinheng.assess(request)) === before };
  }, request());
  assert.deepEqual([told.code, told.same], ["panicked", true]);
  assert.match(told.remedy.en, /afresh/);
});
