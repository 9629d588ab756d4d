import assert from "node:assert/strict";
import fs from "node:fs/promises";
import test from "node:test";
import { becomes, chooseFiles, drawn, openRecord, openSample, pickFirst, setAsOf, speak, started } from "./flows.mjs";
import { open } from "./harness.mjs";

test("a saved record opens again as it was", async (t) => {
  const { page, server } = await open(t);
  await openSample(page);
  await setAsOf(page, "2026-03-02");
  await pickFirst(page);
  // The ledger is none of the record, and the build that is fetched first has a way to it only.
  const shown = async () => (await page.locator(".enterprise").innerText()).replace(await page.locator(".ledger").innerText(), "");
  const before = await shown();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存记录" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^信衡_.+_2026-03-02\.json$/);
  const text = await fs.readFile(await download.path(), "utf8");
  assert.equal(JSON.parse(text).version, 1);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${server.url}?again`);
  await started(page);
  await chooseFiles(page, [{ name: download.suggestedFilename(), text }]);
  await page.locator(".answer .head").waitFor();
  await page.getByText("按记录保存时的评估日 2026年3月2日 显示").waitFor();
  const after = await shown();
  // What was made up is not told from the file.
  assert.match(before, /行政区划\s+昆都仑区/);
  const comparable = (text) => text.replace("虚构示例", "").replace(/\s+/g, " ");
  assert.equal(comparable(after), comparable(before));
});

test("a reload keeps the record, the as-of date and the language", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { name: "包头市留存示例有限公司" }, "2026-03-02");
  await speak(page, "en");
  await drawn(page);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "包头市留存示例有限公司" }).waitFor();
  await becomes(() => page.locator("#as-of").inputValue(), "2026-03-02");
  await becomes(() => page.locator("html").getAttribute("lang"), "en");
});

test("a record with mistakes is not opened, and each is told by the words of the page", async (t) => {
  const { page } = await open(t);
  await started(page);
  const record = {
    enterprise: {
      uscc: "91150203MAE0YWCM6D",
      penalties: [{ decided_on: "2025-02-30", kinds: ["罚款"], fine_yuan: -1 }],
    },
  };
  await chooseFiles(page, [{ name: "坏.json", text: JSON.stringify(record) }]);
  const told = page.getByRole("alert");
  await told.getByText("“坏.json”没有打开，有 4 处需要改正").waitFor();
  const lines = await told.locator("li").allInnerTexts();
  assert.match(lines[0], /^“企业名称”：缺少必填内容/);
  assert.match(lines[1], /^行政处罚第1项的“处罚决定日期”（“2025-02-30”）：不是日期/);
  assert.match(lines[2], /^行政处罚第1项的处罚类别第1项（“罚款”）/);
  assert.match(lines[3], /^行政处罚第1项的“罚款金额”（“-1”）：金额不能为负数/);
});

test("a file that is no record is told in words", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [{ name: "半截.json", text: '{"format":"xinheng-record","enter' }]);
  await page.getByRole("alert").getByText("“半截.json”不是信衡保存的记录").waitFor();
});

test("whoever saves a record is told the name of its file", async (t) => {
  const { page } = await open(t);
  await openRecord(page, {}, "2026-11-21");
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存记录" }).click();
  const name = (await offered).suggestedFilename();
  await page.getByRole("status").getByText(`已保存为“${name}”。`).waitFor();
});
