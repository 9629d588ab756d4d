// Folders and archives of tables: dropped, chosen, read again, and laid over a district.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { becomes, chooseFiles, started } from "./flows.mjs";
import { open } from "./harness.mjs";
import { pack } from "./zip.mjs";

const CODES = ["91150203MAE0YWCM6D", "91350100M000100Y43"];
const REGISTER = `统一社会信用代码,企业名称,登记状态\n${CODES[0]},虚构商贸有限公司,存续\n${CODES[1]},示例食品店,存续\n`;
const PENALTIES = `统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（元）,处罚决定日期\n${CODES[0]},示例1号,罚歀,60000,2026-03-12\n`;
const BOOK = fs.readFileSync(new URL("../fixtures/writers/sheetjs_8.xls", import.meta.url));

/** What an office sends for a month: tables in folders, and what else lies there. */
const MONTH = {
  "经营主体.csv": Buffer.from(REGISTER),
  "处罚/行政处罚.csv": Buffer.from(PENALTIES),
  "处罚/网页导出.xls": BOOK,
  "处罚/~$网页导出.xls": Buffer.from("x"),
  "说明.pdf": Buffer.from("%PDF-1.4"),
  "设置.json": Buffer.from("{}"),
};

const zip = (name = "五月.zip") => {
  const parts = Object.entries(MONTH).map(([part, bytes]) => ({ name: `五月/${part}`, bytes }));
  return { name, bytes: pack(parts) };
};

/** The same as a folder on this machine. */
function folder(t) {
  const inside = fs.mkdtempSync(path.join(os.tmpdir(), "folder-"));
  t.after(() => fs.rmSync(inside, { recursive: true }));
  const month = path.join(inside, "五月");
  for (const [name, bytes] of Object.entries(MONTH)) {
    fs.mkdirSync(path.dirname(path.join(month, name)), { recursive: true });
    fs.writeFileSync(path.join(month, name), bytes);
  }
  return month;
}

/** Whom the list has, in the order of their names. */
async function listed(page) {
  await page.locator(".rows td.name a").nth(3).waitFor();
  return (await page.locator(".rows td.name a").allInnerTexts()).sort();
}
const EVERYBODY = ["示例一有限公司", "示例二有限公司", "示例食品店", "虚构商贸有限公司"].sort();

/** Which files the report tells of, and the line on those that are no tables. */
async function reported(page) {
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.locator(".files tbody tr").nth(2).waitFor();
  const names = await page.locator(".files tbody tr").allInnerTexts();
  const left = await page.locator(".problems tbody tr", { hasText: "不是表格，没有读取" }).allInnerTexts();
  return { names: names.map((row) => row.split(/\s/)[0]).sort(), left };
}

test("an archive is opened as if its tables had been chosen, and read again when a word is corrected", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [zip()]);
  assert.deepEqual(await listed(page), EVERYBODY);
  const { names, left } = await reported(page);
  const all = ["五月.zip/五月/处罚/网页导出.xls", "五月.zip/五月/处罚/行政处罚.csv", "五月.zip/五月/经营主体.csv"];
  assert.deepEqual(names, all.sort());
  assert.equal(left.length, 1);
  for (const name of ["~$网页导出.xls", "说明.pdf", "设置.json"]) assert.ok(left[0].includes(name), left[0]);

  await page.locator(".problems tbody tr", { hasText: "罚歀" }).waitFor();
  const about = page.locator(".files tbody tr", { hasText: "行政处罚.csv" }).getByRole("button");
  if (await about.count()) await about.first().click();
  await page.getByLabel("“罚歀”的意思").selectOption("罚款");
  await page.getByRole("button", { name: "按更正重新读入" }).click();
  await page.getByText("已按更正重新读入").waitFor();
  await becomes(() => page.locator(".problems tbody tr", { hasText: "罚歀" }).count(), 0);
  assert.deepEqual((await reported(page)).names, all);
});

test("a folder is chosen, and its tables are opened with those of the folders within", async (t) => {
  const { page } = await open(t);
  await started(page);
  const chooses = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件夹" }).click();
  await (await chooses).setFiles(folder(t));
  assert.deepEqual(await listed(page), EVERYBODY);
  const { names, left } = await reported(page);
  assert.deepEqual(names, ["五月/处罚/网页导出.xls", "五月/处罚/行政处罚.csv", "五月/经营主体.csv"].sort());
  assert.equal(left.length, 1);
  assert.match(left[0], /五月\s.*处罚\/~\$网页导出\.xls、设置\.json、说明\.pdf|设置\.json/);
  // Files are chosen as before afterwards.
  await page.getByRole("link", { name: "打开文件" }).click();
  const again = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件", exact: true }).click();
  await (await again).setFiles({ name: "经营主体.csv", mimeType: "text/csv", buffer: Buffer.from(REGISTER) });
  await page.getByRole("link", { name: "示例食品店" }).waitFor();
});

/** Drops a folder of this machine on the page. */
async function dropFolder(page, context, folder) {
  const client = await context.newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  const at = await page.getByRole("button", { name: "选择文件夹" }).boundingBox();
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await client.send("Input.dispatchDragEvent", { type, x: at.x + 5, y: at.y + 5, data });
  }
}

test("a folder is dropped", async (t) => {
  const { page, context } = await open(t);
  await started(page);
  await dropFolder(page, context, folder(t));
  assert.deepEqual(await listed(page), EVERYBODY);
  const { names } = await reported(page);
  assert.deepEqual(names, ["五月/处罚/网页导出.xls", "五月/处罚/行政处罚.csv", "五月/经营主体.csv"].sort());
});

test("where the browser gives nothing of a dropped folder, as on a page from a disk, the way by which it does is named", async (t) => {
  const { page, context } = await open(t);
  await started(page);
  await page.evaluate(() => {
    // Chromium's own entries have no class that could be taken hold of.
    const readEntries = (_, fail) => fail(new DOMException("no access"));
    const entry = { isFile: false, isDirectory: true, name: "五月", createReader: () => ({ readEntries }) };
    DataTransferItem.prototype.webkitGetAsEntry = () => entry;
  });
  await dropFolder(page, context, folder(t));
  const told = page.getByRole("alert").getByText("浏览器没能读取拖进来的文件夹");
  assert.match(await told.innerText(), /“五月”：no access。请改用“选择文件夹”/);
});

test("another month's archive is laid over", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [{ name: "经营主体.csv", text: REGISTER }]);
  await page.getByRole("link", { name: "示例食品店" }).waitFor();
  await page.getByText("更新到新一期", { exact: true }).click();
  await page.getByLabel("全部重报").setInputFiles({ name: zip().name, mimeType: "application/zip", buffer: zip().bytes });
  await page.getByText("已更新到新一期：新增 2 户").waitFor();
  assert.deepEqual(await listed(page), EVERYBODY);
});

test("an archive without a table, and one in an archive, are told with what to do", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [
    { name: "无表.zip", bytes: pack([{ name: "说明.pdf", bytes: Buffer.from("%PDF-1.4") }]) },
    { name: "外.zip", bytes: pack([{ name: "内.zip", bytes: zip().bytes }]) },
    { name: "公告.csv", bytes: Buffer.from("%PDF-1.4\n1 0 obj\n") },
  ]);
  await page.locator(".problems tbody tr", { hasText: "无表.zip" }).getByText("其中没有表格").waitFor();
  await page.locator(".problems tbody tr", { hasText: "外.zip/内.zip" }).getByText("压缩包中的压缩包").waitFor();
  await page.locator(".problems tbody tr", { hasText: "公告.csv" }).getByText("文件是 PDF 格式").waitFor();
});
