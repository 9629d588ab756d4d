import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { becomes, chooseFiles, creditCode, setAsOf, started } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const [FIRST, SECOND] = [1, 2].map(creditCode);
const REGISTER = {
  name: "经营主体.csv",
  text: `统一社会信用代码,企业名称,登记状态\n${FIRST},包头市示例一有限公司,存续\n${SECOND},包头市示例二有限公司,存续\n12345,包头市示例三有限公司,存续\n`,
};
/** A table whose day has a name of the office's own: it cannot be read until somebody says which column that is. */
const PENALTIES = {
  name: "处罚台账.csv",
  text: `统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,落款之日\n${FIRST},示例1号,罚款,8,2026-05-06\n${SECOND},示例2号,罚款,8,2026-05-07\n`,
};
const UNREAD = "“处罚台账.csv”整张表没有读入，2 行都没有用上";
const REFUSED = "有 1 行没有采用：经营主体 1 行。";

/** Opens both tables; the list of what could be read then stands on the page. */
async function openTables(t, more) {
  const { page } = await open(t, more);
  await started(page);
  await setAsOf(page, "2026-11-21");
  await chooseFiles(page, [REGISTER, PENALTIES]);
  await page.locator(".rows td.name a").nth(1).waitFor();
  return page;
}

const head = (page) => page.locator(".list-head .unused");

async function download(page, name) {
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).first().click();
  return fs.readFileSync(await (await offered).path(), "utf8");
}

test("a table that was not read, and rows that were not used, are said before anything else wherever the district is shown", async (t) => {
  const page = await openTables(t);
  const said = async () => {
    await head(page).getByText(UNREAD).waitFor();
    await head(page).getByText(REFUSED).waitFor();
  };
  await said();
  assert.ok(await page.evaluate(() => {
    const [unused, tools] = [".unused", ".list-tools"].map((name) => document.querySelector(name));
    return unused.compareDocumentPosition(tools) & Node.DOCUMENT_POSITION_FOLLOWING;
  }), "it stands above everything else");
  await assertAccessible(page);
  await page.getByText("导出名单", { exact: true }).click();
  assert.ok((await download(page, "CSV（UTF-8）")).includes(UNREAD));
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.locator(".figure").first().waitFor();
  await said();
  assert.ok((await download(page, "导出此表（CSV）")).includes(UNREAD));
  await page.getByRole("button", { name: "比较", exact: true }).click();
  await page.getByRole("button", { name: "一年前", exact: true }).waitFor();
  await said();
  // On paper as well.
  await page.emulateMedia({ media: "print" });
  assert.ok(await head(page).getByText(UNREAD).isVisible());
  await page.getByText("要全部印出，请用名单上方的“打印比较”按钮").waitFor();
  await page.emulateMedia({ media: null });

  await head(page).getByRole("link", { name: "查看读入情况" }).click();
  const row = page.locator("table.files tbody tr", { hasText: "处罚台账.csv" });
  assert.match(await page.locator("table.files tbody tr").first().innerText(), /处罚台账/, "what asks for a person is on top");
  await row.getByText("整张未读入").waitFor();
  assert.deepEqual((await row.locator("td.number").allInnerTexts()).map((text) => text.trim()), ["2", "2"]);
  await assertAccessible(page);

  await page.getByLabel("“落款之日”用作").selectOption("处罚决定日期");
  await page.getByRole("button", { name: "按更正重新读入" }).click();
  await page.getByText("已按更正重新读入").waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  await head(page).getByText(REFUSED).waitFor();
  assert.equal(await head(page).getByText("整张表没有读入").count(), 0);
});

test("a district that is kept or saved says so too", async (t) => {
  const page = await openTables(t);
  await page.locator(".keep summary").click();
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByText("已保留在本机浏览器中：2 户。").waitFor();
  await page.reload();
  await head(page).getByText(UNREAD).waitFor();
  await head(page).getByText(REFUSED).waitFor();
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.getByText("存档里只有未采用的行数").waitFor();
  assert.equal(await page.getByText("所有行都已采用").count(), 0);
});

test("where everything was used nothing is said", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [{ ...REGISTER, text: REGISTER.text.replace(/12345.*\n/, "") }]);
  await page.locator(".rows td.name a").nth(1).waitFor();
  assert.equal((await head(page).innerText()).trim(), "");
});

test("names that do not fit a code stand with the enterprise, the first of them unfolded, and are a filter of the list", async (t) => {
  const { page } = await open(t);
  await started(page);
  await setAsOf(page, "2026-11-21");
  // A code that was copied down a column: five firms' penalties under that of the first.
  const rows = [1, 2, 3, 4, 5, 6].map(
    (number) => `${FIRST},包头市示例${number}号商行,示例${number}号,罚款,0.5,2026-05-0${number},示例区市场监督管理局\n`,
  );
  const register = `统一社会信用代码,企业名称,登记状态\n${FIRST},包头市示例1号商行,存续\n${SECOND},包头市示例二有限公司,存续\n`;
  await chooseFiles(page, [
    { name: "经营主体.csv", text: register },
    {
      name: "行政处罚.csv",
      text: `统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,处罚机关\n${rows.join("")}`,
    },
  ]);
  const names = page.locator(".rows td.name a");
  await becomes(() => names.count(), 2);
  await page.getByRole("combobox", { name: "需核对", exact: true }).selectOption({ label: "名称与代码不符" });
  await becomes(() => names.allInnerTexts(), ["包头市示例1号商行"]);

  await names.first().click();
  const told = page.locator(".beside");
  await told.getByText("包头市示例2号商行").waitFor();
  const lines = told.getByText("与这一代码的名称");
  assert.equal(await lines.count(), 5);
  await becomes(() => told.getByText("包头市示例4号商行").isVisible(), true);
  assert.equal(await told.getByText("包头市示例5号商行").isVisible(), false);
  await told.getByText("其余 2 条").click();
  await becomes(() => told.getByText("包头市示例6号商行").isVisible(), true);
  await assertAccessible(page);
});
