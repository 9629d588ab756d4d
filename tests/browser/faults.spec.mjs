import assert from "node:assert/strict";
import test from "node:test";
import { openRecord, openSample, openSampleEnterprise, pickFirst, started, tablesAfterwards } from "./flows.mjs";
import { open } from "./harness.mjs";

test("a worker that fails is told in words, the open record stays, and files can be opened again", async (t) => {
  const { page, watch } = await open(t);
  await openSample(page);
  await pickFirst(page);
  const name = await page.locator("h1").innerText();
  const [worker] = page.workers();
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("broken on purpose");
    });
  });
  await page.getByRole("alert").getByText("读取文件的程序出错").waitFor();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("link", { name: "打开文件" }).click();
  await openSample(page);
  // The page ends a worker that failed: whether the browser still reports its error depends on which comes first.
  watch.allow(/broken on purpose/);
});

for (const file of ["boot_worker.js", "worker.js", "worker_bg.wasm"]) {
  test(`without ${file} no table can be read, which is told in words, and a record opens all the same`, async (t) => {
    const { page, context, watch } = await open(t);
    const missing = `**/${file}`;
    await context.route(missing, (route) => route.fulfill({ status: 404, body: "" }));
    await started(page);
    await page.locator(".sample button").nth(1).click();
    const words = page.getByRole("alert");
    await words.getByText("浏览器没有启动读取文件的程序").waitFor();
    assert.ok((await words.innerText()).includes(file), await words.innerText());
    await openSampleEnterprise(page);
    await context.unroute(missing);
    await tablesAfterwards(page);
    watch.expect(new RegExp(`404|${file}`));
  });
}

for (const [name, file, spoil] of [
  ["half of its program", "worker_bg.wasm", (body) => ({ contentType: "application/wasm", body: body.subarray(0, 300_000) })],
  ["a log-in page in the place of its program", "worker_bg.wasm", () => ({ contentType: "text/html", body: "<h1>请登录" })],
  [
    "its script under another MIME type",
    "boot_worker.js",
    (body) => ({ contentType: "text/html", headers: { "x-content-type-options": "nosniff" }, body }),
  ],
]) {
  test(`a worker that gets ${name} is told in words, and a record opens all the same`, async (t) => {
    const { page, context, watch } = await open(t);
    await context.route(`**/${file}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill(spoil(await response.body()));
    });
    await started(page);
    await page.locator(".sample button").nth(1).click();
    await page.getByRole("alert").getByText("浏览器没有启动读取文件的程序").waitFor();
    await openSampleEnterprise(page);
    watch.allow(/MIME|CompileError|instantiateStreaming|ERR_|boot_worker/);
  });
}

for (const button of ["看一户虚构企业", "看一批虚构企业"]) {
  test(`${button}: that the sample cannot be fetched is told in words`, async (t) => {
    const { page, context, watch } = await open(t);
    await context.route("**/sample/*", (route) => route.fulfill({ status: 404, body: "" }));
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("alert").getByText("虚构示例没有取到（404").waitFor();
    await page.getByRole("button", { name: button }).waitFor();
    // A worker is ended with the answer of 404 unread.
    watch.expect(/404|ERR_ABORTED/);
  });
}

test("an address of an enterprise that is not open leads on to opening files", async (t) => {
  const { page } = await open(t, { path: "#/enterprise/91350100M000100Y43" });
  await page.getByText("这户企业的记录没有打开").waitFor();
  await page.getByRole("link", { name: "去打开文件" }).click();
  await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
});

test("back and forward lead through the pages", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { name: "包头市往返示例有限公司" }, "2026-03-02");
  await page.goBack();
  await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
  await page.goForward();
  await page.getByRole("heading", { level: 1, name: "包头市往返示例有限公司" }).waitFor();
});
