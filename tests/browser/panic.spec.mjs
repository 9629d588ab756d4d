import assert from "node:assert/strict";
import fs from "node:fs/promises";
import test from "node:test";
import { becomes, chooseFiles, denyStorage, fined, newRecord, openRecord, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

/** Lets the program fail at the next thing that it draws: the browser refuses it an element, once. */
async function breakOnce(page) {
  await page.evaluate(() => {
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function () {
      Node.prototype.cloneNode = clone;
      throw new Error("refused on purpose");
    };
  });
}

/** Two records, one of them with a wrong field, and then a failure. */
async function broken(t, options = {}) {
  const opened = await open(t, options);
  const { page, watch } = opened;
  await openRecord(page, { penalties: [fined("2026-05-06")] }, "2026-11-21");
  await page.locator("#penalties .line").click();
  await write(page, "penalties.0.published_on", "2026-02-30");
  await page.getByText("没有“2026-02-30”这一天").waitFor();
  await newRecord(page);
  await write(page, "basics.name", "第二户");
  await page.getByRole("heading", { level: 1, name: "第二户" }).waitFor();
  await breakOnce(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  await page.getByRole("alert").getByRole("heading", { name: "程序出错" }).waitFor();
  watch.expect(/refused on purpose|unreachable|can't create element/);
  return opened;
}

test("a failure of the program is told in both languages with its cause, and opening again shows all records", async (t) => {
  const { page } = await broken(t);
  const panel = page.getByRole("alert");
  await panel.getByText("The program has failed").waitFor();
  await panel.getByText("refused on purpose").waitFor();
  await assertAccessible(page);
  await panel.getByRole("button", { name: "重新打开" }).click();
  await page.getByRole("heading", { level: 1, name: "第二户" }).waitFor();
  await page.locator(".tabs").getByRole("link", { name: "包头市虚构商贸有限公司" }).click();
  await page.locator("#penalties .line").click();
  await becomes(() => page.locator('[id="penalties.0.published_on"]').inputValue(), "2026-02-30");
  await becomes(() => page.getByRole("alert").count(), 0);
});

test("who starts over after a failure finds an empty page", async (t) => {
  const { page } = await broken(t);
  await page.getByRole("button", { name: "放弃记录" }).click();
  await page.getByRole("link", { name: "去打开文件" }).waitFor();
  await becomes(() => page.locator(".tabs").getByRole("link").count(), 0);
});

test("the words on a failure have room at 390 px, and nothing behind them can be pressed", async (t) => {
  const { page } = await broken(t, { width: 390, height: 700 });
  const [scrolled, wide] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(scrolled <= wide, `${scrolled} px of ${wide}`);
  for (const name of ["重新打开", "放弃记录"]) {
    const button = page.getByRole("button", { name });
    const box = await button.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, `${name} at ${JSON.stringify(box)}`);
  }
  const inside = await page.evaluate(() => {
    const panel = document.querySelector(".fault");
    return panel.contains(document.elementFromPoint(195, 20)) && panel.contains(document.elementFromPoint(195, 680));
  });
  assert.ok(inside, "the words cover the page");
});

test("what was entered can be saved beside the words on a failure, wrong fields and all", async (t) => {
  const { page } = await broken(t);
  const links = page.getByRole("alert").locator(".rescue a");
  assert.deepEqual(await links.allInnerTexts(), ["保存 包头市虚构商贸有限公司 Save", "保存 第二户 Save"]);
  const [download] = await Promise.all([page.waitForEvent("download"), links.first().click()]);
  const text = await fs.readFile(await download.path(), "utf8");
  await page.getByRole("button", { name: "放弃记录" }).click();
  await page.getByRole("link", { name: "去打开文件" }).click();
  await chooseFiles(page, [{ name: download.suggestedFilename(), text }]);
  await page.locator("#penalties .line").click();
  await becomes(() => page.locator('[id="penalties.0.published_on"]').inputValue(), "2026-02-30");
});

test("also where the browser has kept no draft, which is said", async (t) => {
  const { page, watch } = await open(t);
  await page.addInitScript(denyStorage);
  await page.reload();
  await newRecord(page);
  await write(page, "basics.name", "不留草稿的一户");
  await page.getByText("浏览器没有地方存草稿了").waitFor();
  await breakOnce(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  const panel = page.getByRole("alert").filter({ hasText: "程序出错" });
  await panel.getByText("这个浏览器没有保留草稿").waitFor();
  await panel.getByText("has kept no draft").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), panel.locator(".rescue a").click()]);
  assert.match(await fs.readFile(await download.path(), "utf8"), /不留草稿的一户/);
  await panel.getByText("refused on purpose").waitFor();
  await panel.getByRole("button", { name: "放弃记录" }).waitFor();
  watch.expect(/refused on purpose|unreachable|can't create element/);
});
