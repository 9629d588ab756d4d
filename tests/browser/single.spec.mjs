// The single file, opened from the disk: what a person does with the site is done with it. FILE has the harness open it
// instead of a site, so that whole specs are run on it as they are.
import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { SITE } from "./browser.mjs";
import {
  becomes,
  chooseFiles,
  newRecord,
  openRecord,
  openSample,
  openSampleEnterprise,
  setAsOf,
  started,
  tablesAfterwards,
  toStart,
  write,
} from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { readPdf } from "./pdf.mjs";
import { readToml } from "./toml.mjs";

const PACK = readToml("packs/baotou-2024.toml");

process.env.FILE = path.join(SITE, "..", "xinheng.html");
const text = fs.readFileSync(process.env.FILE, "utf8");
const WORKBOOK = fs.readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));

/** What is done with one enterprise, from entering its facts to printing, and what a district can do. */
const SPECS = ["entry", "as_of", "why", "timeline", "repair", "inspection", "paste", "rules", "print", "record", "help"];
for (const spec of [...SPECS, "sample", "district"]) await import(`./${spec}.spec.mjs`);

test("it is one file, and asks nobody for anything", async (t) => {
  // What the browser asked for while the specs above ran the harness has looked at; here is what it could ask for.
  assert.deepEqual(text.match(/(src|href)="[^"]*"/g), ['href="data:,"']);
  const [, policy] = text.match(/Content-Security-Policy"\s+content="([^"]+)"/);
  const rules = Object.fromEntries(policy.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]));
  assert.deepEqual(rules["default-src"], ["'none'"]);
  assert.deepEqual(rules["connect-src"], ["data:"]);
  assert.deepEqual(rules["worker-src"], ["blob:"]);
  for (const source of rules["script-src"]) assert.match(source, /^'sha256-[\w+/]{43}='$|^'wasm-unsafe-eval'$/);
  const { page, watch } = await open(t);
  await started(page);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.head.append(script);
  });
  const reached = await page.evaluate(() => fetch("https://localhost/").then(() => true, () => false));
  assert.deepEqual([await page.evaluate(() => window.intruder), reached], [undefined, false]);
  watch.expect(/Content Security Policy/);
});

test("workbooks are read, by the worker that unpacks them", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [{ name: "excel.xlsx", bytes: WORKBOOK }]);
  await page.getByRole("link", { name: "示例一有限公司" }).click();
  await page.locator(".answer .head").waitFor();
});

test("both papers are printed", async (t) => {
  const { page } = await open(t);
  await openSampleEnterprise(page);
  await page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
  for (const [place, [button, title]] of [
    ["打印评估报告", "评估报告"],
    ["打印信用修复告知书", "信用修复告知书"],
  ].entries()) {
    await page.getByRole("button", { name: button }).click();
    await page.waitForFunction((count) => window.prints === count, place + 1);
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
    assert.ok(pages.join("").replace(/\s/g, "").includes(title), pages[0]);
    assert.ok(!pages.join("").includes("单文件版"), "the foot is not printed");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  }
});

test("a district is saved with a passphrase, opened again, and kept in the browser when asked", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await page.locator(".keep summary").click();
  await page.getByLabel("口令").fill("一月的口令");
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存为文件" }).click();
  const bytes = fs.readFileSync(await (await offered).path());
  await toStart(page);
  await chooseFiles(page, [{ name: "一月.xinheng", bytes }]);
  // The list has a field for a passphrase too: this one names the file.
  await page.getByLabel("“一月.xinheng”有口令").fill("一月的口令");
  await page.keyboard.press("Enter");
  await page.getByText("共 41 户").waitFor();
});

test("what browsers do not let a page from the disk keep is said in words", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await page.locator(".keep summary").click();
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByText(/已保留在本机浏览器中：41 户|浏览器没有保留（/).first().waitFor();
});

test("a reload keeps what was entered", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await write(page, "basics.name", "包头市留存示例有限公司");
  await setAsOf(page, "2026-03-02");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "包头市留存示例有限公司" }).waitFor();
});

test("its foot says that it is the single file and by which rules it judges", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openRecord(page, {}, "2026-11-20");
  const foot = page.locator("footer.foot");
  await foot.getByText("单文件版，不会自行更新：规则可能已有变化").waitFor();
  await foot.getByText(`规则版本：包头市市场监管信用风险规则（2024），第${PACK.version}版`).waitFor();
  await assertAccessible(page);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/single-390.png` });
});

test("it waits for its end to be read before it starts", async (t) => {
  // Within its last script, of which it may not take away what is there already.
  const end = text.lastIndexOf(".whole=true</script>");
  let compiled;
  const starts = new Promise((resolve) => (compiled = resolve));
  const slow = http.createServer(async (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write(text.slice(0, end));
    await starts;
    response.end(text.slice(end));
  });
  await new Promise((resolve) => slow.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${slow.address().port}`;
  const prepare = async (context) => {
    await context.exposeBinding("compiled", (_, waits) => compiled(waits));
    // Told once the program is compiled and the page has had its time to run it.
    await context.addInitScript(() => {
      for (const name of ["compile", "compileStreaming"]) {
        const compile = WebAssembly[name];
        WebAssembly[name] = async (source) => {
          const module = await compile(source);
          const { instantiate } = WebAssembly;
          const later = instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
          later.then(() => scheduler.postTask(() => window.compiled(document.getElementById("start") !== null), { priority: "background" }));
          return module;
        };
      }
    });
  };
  const { page } = await open(t, { served: { url: `${origin}/`, close: () => slow.close() }, others: [origin], prepare });
  assert.equal(await starts, true, "it stood there unchanged until its end came");
  await openSampleEnterprise(page);
});

/** Opens another file from the disk. */
async function openCopy(t, page, content) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "xinheng-single-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, "xinheng.html");
  fs.writeFileSync(file, content);
  await page.goto(pathToFileURL(file).href);
}

/** The words that such a file shows in its place. */
async function wordsOfCopy(t, page, content) {
  await openCopy(t, page, content);
  return page.getByRole("alert").innerText();
}

/** Has every worker begin with this, in a browser that takes workers of a page from the disk for strangers. Run in the page. */
function beginWorkersWith(script) {
  const { Blob } = window;
  window.Blob = class extends Blob {
    constructor(parts, options) {
      super(options?.type === "text/javascript" ? [script, ...parts] : parts, options);
    }
  };
}

/** As Safari's engine has it: such a worker reads no file that a person chose, and starts no worker. */
const STRANGER = `
  const insecure = () => new DOMException("The operation is insecure.", "SecurityError");
  Blob.prototype.arrayBuffer = () => Promise.reject(insecure());
  self.Worker = function () { throw insecure(); };`;

test("where a browser takes workers for strangers, the page reads files for them and starts the one that unpacks", async (t) => {
  const { page } = await open(t, { prepare: (context) => context.addInitScript(beginWorkersWith, STRANGER) });
  await started(page);
  await chooseFiles(page, [{ name: "excel.xlsx", bytes: WORKBOOK }, { name: "断.xlsx", bytes: WORKBOOK.subarray(0, 4000) }]);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
  await becomes(() => page.workers().length, 1, "what unpacked has ended");
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.locator(".problems tbody tr", { hasText: "断.xlsx" }).getByText(/损坏|不完整/).first().waitFor();
  await toStart(page);
  const rows = "统一社会信用代码,企业名称,登记状态\n91350100M000100Y43,示例有限公司,存续\n";
  await chooseFiles(page, [{ name: "经营主体.csv", bytes: Buffer.from(rows) }]);
  await page.getByRole("link", { name: "示例有限公司" }).waitFor();
});

test("where such a worker then fails, it is told in words, and tables of text can be opened", async (t) => {
  const fails = `${STRANGER} if (self.name === "sheets") throw new Error("no reader");`;
  const { page } = await open(t, { prepare: (context) => context.addInitScript(beginWorkersWith, fails) });
  await started(page);
  await chooseFiles(page, [{ name: "excel.xlsx", bytes: WORKBOOK }]);
  await page.getByRole("alert").getByText("excel.xlsx").waitFor();
  await becomes(() => page.getByRole("alert").innerText(), /no reader/);
  await tablesAfterwards(page);
});

test("what the page started for a worker ends with that worker", async (t) => {
  // The reader never comes to an end.
  const waits = `${STRANGER} if (self.name === "sheets") self.addEventListener("message", (event) => event.stopImmediatePropagation());`;
  const { page } = await open(t, { prepare: (context) => context.addInitScript(beginWorkersWith, waits) });
  await started(page);
  await chooseFiles(page, [{ name: "excel.xlsx", bytes: WORKBOOK }]);
  await becomes(() => page.workers().length, 2);
  await page.getByRole("button", { name: "停止读取" }).click();
  await becomes(() => page.workers().length, 0);
  await openSample(page);
});

test("a file that was cut off anywhere says so", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  const scripts = text.lastIndexOf("<script>");
  for (const at of [text.indexOf("data-file") + 5000, text.length >> 1, scripts - 100]) {
    const words = await wordsOfCopy(t, page, text.slice(0, at));
    assert.match(words, /这个文件不完整[\s\S]*not whole/, `cut at ${at}`);
  }
  await assertAccessible(page);
  watch.allow(/./);
});

test("a file of which one letter was changed on its way says so and does not start; added line breaks do no harm", async (t) => {
  const { page } = await open(t);
  await started(page);
  const at = text.indexOf('data-file="app_bg.wasm"') + 200_000;
  await page.addInitScript(() => {
    window.fetched = 0;
    const { fetch } = window;
    window.fetch = (...given) => {
      window.fetched += 1;
      return fetch(...given);
    };
  });
  const words = await wordsOfCopy(t, page, `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`);
  assert.match(words, /这个文件不完整[\s\S]*changed it/);
  // All of its scripts have run before the words come: what starts would have taken its program by then.
  assert.equal(await page.evaluate(() => window.fetched), 0, "it does not start");
  assert.equal(await page.locator("#start").count(), 1, "it has not started");
  const wrapped = path.join(path.dirname(new URL(page.url()).pathname), "wrapped.html");
  fs.writeFileSync(wrapped, `${text.slice(0, at)}\r\n${text.slice(at)}`);
  await page.goto(pathToFileURL(wrapped).href);
  await openSample(page);
  assert.ok((await page.evaluate(() => window.fetched)) > 0, "what starts is counted");
});

test("where scripts do not run, as in the preview of a mail, it says how to open it", async (t) => {
  const { page } = await open(t, { context: { javaScriptEnabled: false } });
  const words = page.locator("noscript p");
  await words.first().waitFor();
  assert.match((await words.allInnerTexts()).join(), /请把它保存到电脑上，再用浏览器打开.*Save it, then open it in a browser/);
});
