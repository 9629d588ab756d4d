import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { becomes, chooseFiles, started, tablesAfterwards } from "./flows.mjs";
import { open } from "./harness.mjs";

/** A workbook of tests/fixtures/workbooks, as a person chooses it. */
const book = (name) => ({ name, bytes: fs.readFileSync(new URL(`../fixtures/workbooks/${name}`, import.meta.url)) });
const report = (page) => page.getByRole("link", { name: "读入情况", exact: true }).click();

test("the sheets of an XLSX are read, and what cannot be used is told with its row", async (t) => {
  const { page, server } = await open(t);
  await started(page);
  await chooseFiles(page, [book("excel.xlsx")]);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
  assert.ok(server.log.some(({ path }) => path.endsWith("/sheets_bg.wasm")), "the reader was fetched");
  await page.getByRole("link", { name: "示例二<b>店</b>" }).click();
  await page.locator(".facts").getByText("2024年5月28日 罚款2万元").waitFor();
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  // A code that the spreadsheet keeps as a number has lost its last digits; the third row below the header is the sixth.
  const row = page.locator(".problems tbody tr", { hasText: "统一社会信用代码" }).filter({ hasText: "excel.xlsx" });
  await row.getByText(/科学计数|数字/).first().waitFor();
  await becomes(() => row.first().innerText(), /\b6\b/);
});

test("an XLS of the old kind is read", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [book("excel_1904.xls")]);
  await page.getByRole("link", { name: "示例1号有限公司" }).click();
  await page.getByRole("heading", { level: 1, name: "示例1号有限公司" }).waitFor();
  await becomes(() => page.locator('[id="basics.registered_on"]').inputValue(), "2024年5月28日");
});

test("workbooks and tables of text are read together, and the reader is fetched with the first workbook only", async (t) => {
  const { page, server } = await open(t);
  await started(page);
  await chooseFiles(page, [{ name: "经营主体.csv", text: "统一社会信用代码,企业名称,登记状态\n91350100M000100Y43,示例有限公司,存续\n" }]);
  await page.getByRole("link", { name: "示例有限公司" }).waitFor();
  assert.ok(!server.log.some(({ path }) => path.includes("/sheets")), "tables of text need no reader of workbooks");
  await page.getByRole("link", { name: "打开文件" }).click();
  await chooseFiles(page, [
    { name: "经营主体.csv", text: "统一社会信用代码,企业名称,登记状态\n91350100M000100Y43,示例有限公司,存续\n" },
    book("excel.xlsx"),
  ]);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
  await page.getByRole("link", { name: "示例有限公司" }).waitFor();
  await becomes(() => page.locator(".rows td.name a").count(), 3);
});

test("a workbook with a password, a damaged one and one that is none are told with what to do", async (t) => {
  const { page } = await open(t);
  await started(page);
  const whole = book("excel.xlsx").bytes;
  await chooseFiles(page, [
    book("locked.xlsx"),
    { name: "断.xlsx", bytes: whole.subarray(0, 4000) },
    { name: "文档.xlsx", bytes: Buffer.from("504b0506" + "00".repeat(18), "hex") },
  ]);
  await page.locator(".problems tbody tr").first().waitFor();
  for (const [name, words] of [["locked.xlsx", "密码"], ["断.xlsx", /损坏|不完整/], ["文档.xlsx", /不是/]]) {
    await page.locator(".problems tbody tr", { hasText: name }).getByText(words).first().waitFor();
  }
});

for (const file of ["sheets.js", "sheets_bg.wasm"]) {
  test(`without ${file} a workbook cannot be read, which is told in words, and tables of text can`, async (t) => {
    const { page, context, watch } = await open(t);
    await context.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: "" }));
    await started(page);
    await chooseFiles(page, [book("excel.xlsx")]);
    const words = page.getByRole("alert");
    await words.getByText("excel.xlsx").waitFor();
    assert.ok((await words.innerText()).includes(file), await words.innerText());
    watch.expect(new RegExp(`404|${file}`));
    await tablesAfterwards(page);
  });
}
