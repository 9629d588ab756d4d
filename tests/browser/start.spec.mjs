import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { SITE } from "./browser.mjs";
import { becomes, chooseFiles, denyStorage, fined, newRecord, openRecord, openSample, openSampleEnterprise, started, toStart, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const [hashed] = fs.readdirSync(path.join(SITE, "v"));
const file = (name) => fs.readFileSync(path.join(SITE, "v", hashed, name));

const WORKBOOK = fs.readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));

/** The words that stand there instead of the page. */
async function said(page, pattern) {
  const words = page.getByRole("alert");
  await words.filter({ hasText: pattern }).waitFor();
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/said-${Date.now()}.png` });
  await assertAccessible(page);
  return words;
}

/** Opens the page again under a policy of the server's, which adds to its own. */
async function reopenUnder(page, policy) {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.reload();
}

test("the page starts, without an error and from its own origin only", async (t) => {
  const { page } = await open(t);
  await started(page);
  await page.getByRole("link", { name: "信衡" }).waitFor();
});

test("every file but the page itself lies under a hashed folder", async (t) => {
  const { page, server } = await open(t);
  await started(page);
  const paths = server.log.map(({ path }) => path);
  assert.ok(
    paths.some((path) => path.endsWith(".wasm")),
    paths.join(" "),
  );
  // Besides the page only what has to stay where it is: by its address a service worker is known.
  for (const path of paths) assert.match(path, /^\/$|^\/sw\.js$|^\/v\/[0-9a-f]{16}\/[\w./-]+$/);
});

test("each file is fetched once", async (t) => {
  const { page, server } = await open(t);
  await started(page);
  const paths = server.log.map(({ path }) => path);
  assert.deepEqual([...new Set(paths)], paths);
});

test("the policy lets no script run that is not a file of the site", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.head.append(script);
  });
  assert.equal(await page.evaluate(() => window.intruder), undefined);
  watch.expect(/Content Security Policy/);
});

test("the policy lets nothing be sent to another origin", async (t) => {
  const { page, server, watch } = await open(t);
  await started(page);
  const elsewhere = server.origin.replace("127.0.0.1", "localhost");
  // Without CORS the browser would send this one, were it not for the policy.
  const sent = await page.evaluate(async (url) => {
    const answer = await fetch(url, { mode: "no-cors" }).catch(() => null);
    return answer !== null;
  }, elsewhere);
  assert.equal(sent, false);
  watch.expect(/Content Security Policy/);
});

test("what a worker asks of another machine does not go unnoticed by these specs", async (t) => {
  const { page, watch, border } = await open(t);
  await openSample(page);
  await page.workers()[0].evaluate(async () => {
    for (const url of ["http://elsewhere.example/", "https://elsewhere.example/"]) {
      await fetch(url, { mode: "no-cors" }).catch(() => {});
    }
  });
  assert.deepEqual(border.look(), ["http://elsewhere.example/", "elsewhere.example:443"]);
  for (const origin of ["http://elsewhere.example", "https://elsewhere.example"]) {
    assert.ok(watch.origins.delete(origin), `${origin} among ${[...watch.origins]}`);
  }
  watch.allow(/elsewhere|502/);
});

test("a missing program file is told in both languages", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/app_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.reload();
  const words = page.getByRole("alert");
  await words.getByText("没有取到").waitFor();
  assert.match(await words.innerText(), /could not be fetched[\s\S]*404/);
  await assertAccessible(page);
  watch.expect(/404/);
});

test("a server that names the program file's type wrongly is put up with", async (t) => {
  const { page } = await open(t);
  // A reload in the midst of the first download would cut it off, which the harness takes for a fault.
  await started(page);
  await page.route("**/app_bg.wasm", async (route) => {
    await route.fulfill({ response: await route.fetch(), contentType: "application/octet-stream" });
  });
  await page.reload();
  await started(page);
});

test("a damaged program file is told in both languages", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/app_bg.wasm", (route) =>
    route.fulfill({ contentType: "application/wasm", body: Buffer.from("\0asm\x01\0\0\0half") }),
  );
  await page.reload();
  const words = page.getByRole("alert");
  await words.getByText("不完整").waitFor();
  assert.match(await words.innerText(), /it is missing, damaged/);
  watch.expect(/CompileError/);
});

test("the site opened from a disk says why it cannot run there, and what can", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.goto(pathToFileURL(path.join(SITE, "index.html")).href);
  const words = await said(page, "直接从磁盘打开");
  assert.match(await words.innerText(), /xinheng\.html[\s\S]*opened from a disk[\s\S]*xinheng\.html/);
  watch.allow(/file:|origin 'null'|CORS|ERR_FAILED/);
});

for (const [name, answer, fault] of [
  ["missing", { status: 404, body: "" }, /404/],
  ["cut off", { contentType: "text/javascript", body: file("app.js").subarray(0, 5000) }, /SyntaxError/],
  [
    "of another MIME type",
    { contentType: "text/plain", headers: { "x-content-type-options": "nosniff" }, body: file("app.js") },
    /MIME/,
  ],
]) {
  test(`the program's script ${name}: the page names the file and what may be wrong with it`, async (t) => {
    const { page, watch } = await open(t);
    await started(page);
    await page.route("**/app.js", (route) => route.fulfill(answer));
    await page.reload();
    const words = await said(page, "没有接受信衡的程序文件");
    assert.match(await words.innerText(), /缺失、不完整、MIME 类型不对[\s\S]*missing, damaged or of the wrong MIME type[\s\S]*app\.js/);
    watch.expect(fault);
    watch.allow(/app\.js|ERR_ABORTED/);
  });
}

test("a connection that breaks is told as such", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/app_bg.wasm", (route) => route.abort("connectionreset"));
  await page.reload();
  const words = await said(page, "没有取到");
  assert.match(await words.innerText(), /检查网络[\s\S]*Check the network/);
  watch.expect(/app_bg|Failed to fetch|RESET/);
});

test("half of the program file is told as damaged", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  const half = file("app_bg.wasm").subarray(0, 200_000);
  await page.route("**/app_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: half }));
  await page.reload();
  await said(page, "不完整");
  watch.expect(/CompileError/);
});

for (const [name, spoil] of [
  ["missing", (page) => page.route("**/boot.js", (route) => route.fulfill({ status: 404, body: "" }))],
  [
    "of another MIME type",
    (page) =>
      page.route("**/boot.js", (route) =>
        route.fulfill({ contentType: "text/html", headers: { "x-content-type-options": "nosniff" }, body: file("boot.js") }),
      ),
  ],
  ["forbidden by a policy", null],
]) {
  test(`the start script ${name}: the page itself says so after a while`, async (t) => {
    const { page, watch } = await open(t);
    await started(page);
    if (spoil) {
      await spoil(page);
      await page.reload();
    } else {
      await reopenUnder(page, "script-src 'none'");
    }
    const late = page.getByText("一直停在这里");
    await page.waitForLoadState();
    assert.equal(await late.isVisible(), false, "at first it is only opening");
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    assert.ok(await late.isVisible());
    await page.getByText("If it stays like this").waitFor();
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/late.png` });
    await assertAccessible(page);
    watch.allow(/boot\.js|404|MIME|Content Security Policy|ERR_ABORTED|csp/);
  });
}

test("a policy under which the page may not fetch its own files is told by name", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await reopenUnder(page, "connect-src 'none'");
  const words = await said(page, "安全策略");
  assert.match(await words.innerText(), /Give the line below to whoever runs this site[\s\S]*connect-src/);
  watch.expect(/Content Security Policy|connect-src|csp|Failed to fetch/);
  watch.allow(/./);
});

test("a policy that forbids workers lets records open, and is told when tables are opened", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await reopenUnder(page, "worker-src 'none'");
  await openSampleEnterprise(page);
  await toStart(page);
  await page.locator(".sample button").nth(1).click();
  await page.getByRole("alert").getByText("浏览器没有启动读取文件的程序").waitFor();
  watch.expect(/Content Security Policy/);
});

test("in a browser that keeps nothing the page works, says that nothing is kept, and saves a record", async (t) => {
  const { page } = await open(t);
  await page.addInitScript(denyStorage);
  await page.reload();
  await openSample(page);
  await toStart(page);
  await newRecord(page);
  await write(page, "basics.name", "包头市不留示例有限公司");
  await page.getByRole("alert").getByText("浏览器没有地方存草稿了").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存记录" }).click(),
  ]);
  assert.match(fs.readFileSync(await download.path(), "utf8"), /包头市不留示例有限公司/);
});

test("the page's own policy in the header of every answer, workers included, breaks nothing", async (t) => {
  const { page, context } = await open(t);
  await started(page);
  const [, policy] = fs.readFileSync(path.join(SITE, "index.html"), "utf8").match(/Content-Security-Policy"\s+content="([^"]+)"/);
  await context.route("**/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.reload();
  await started(page);
  await chooseFiles(page, [{ name: "excel.xlsx", bytes: WORKBOOK }]);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
});

/** Saves what is offered beside the words on a failure, and gives each file. */
async function rescued(page) {
  const links = page.locator(".rescue a");
  await links.first().waitFor();
  const files = [];
  for (const link of await links.all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    files.push({ name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), "utf8") });
  }
  return files;
}

test("where the page does not start any more, what was entered is offered for saving, and opens elsewhere", async (t) => {
  const { page, watch } = await open(t);
  await openRecord(page, { penalties: [fined("2026-05-06", { fine_yuan: 60000.5 })] }, "2026-03-02");
  await newRecord(page);
  await write(page, "basics.name", "第二户");
  await page.route("**/app_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.reload();
  await said(page, "没有取到");
  const files = await rescued(page);
  assert.deepEqual(files.map(({ name }) => name), ["信衡_包头市虚构商贸有限公司.json", "信衡_第二户.json"]);
  await assertAccessible(page);
  watch.expect(/404/);
  const elsewhere = await open(t);
  await started(elsewhere.page);
  await chooseFiles(elsewhere.page, files.slice(0, 1));
  await elsewhere.page.getByRole("heading", { level: 1, name: "包头市虚构商贸有限公司" }).waitFor();
  await elsewhere.page.getByText("行政处罚 (1)").waitFor();
  await becomes(() => elsewhere.page.locator("#as-of").inputValue(), "2026年3月2日");
});
