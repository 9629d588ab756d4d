import assert from "node:assert/strict";
import test from "node:test";
import { becomes, drawn, newNamedRecord, newRecord, openRecord, setAsOf, speak, write } from "./flows.mjs";
import { assertAccessible, ofSite, open } from "./harness.mjs";

const CLIPBOARD = { context: { permissions: ["clipboard-read", "clipboard-write"] } };
const box = (page) => page.locator("#pasted");
const told = (page) => page.locator("#pasted-told");
const penalties = (page) => page.locator("#penalties .item .line").allInnerTexts();

/** Copies a text and presses the keys that paste it where the focus is. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
  await drawn(page);
}

const HEADER = ["处罚决定日期", "处罚类别", "罚款金额（万元）", "违法行为类型", "行政处罚决定书文号", "公示日期"].join("\t");
const ROWS = [
  ["2026/5/6", "警告、罚款", "0.6", '"未明码\n标价"', "包市监处罚〔2026〕1号", "— —"].join("\t"),
  ["2026年6月8日", "没收违法所得", "— —", "虚假宣传", "包市监处罚〔2026〕2号", "2026-06-18"].join("\t"),
];

test("a block with its header becomes penalties among the others, and one step undoes it", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await openRecord(page, { penalties: [{ decided_on: "2025-01-08", kinds: ["warning"] }] }, "2026-11-21");
  const before = await penalties(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).focus();
  await paste(page, [HEADER, ...ROWS, ""].join("\r\n"));
  await told(page).getByText("添加2条行政处罚").waitFor();
  await becomes(async () => (await penalties(page)).length, 3);
  const after = await penalties(page);
  assert.match(after[0], /2026年6月8日/);
  assert.match(after[1], /2026年5月6日/);
  assert.equal(after[2], before[0]);
  await page.locator("#penalties .line").nth(1).click();
  await becomes(() => page.locator('[id="penalties.1.fine_yuan"]').inputValue(), "6000");
  await becomes(() => page.locator('[id="penalties.1.category"]').inputValue(), "未明码标价");
  await becomes(() => page.locator('[id="penalties.1.published_on"]').inputValue(), "");
  await assertAccessible(page);
  await page.keyboard.press("Control+z");
  await becomes(() => penalties(page), before);
  await page.keyboard.press("Control+y");
  await becomes(() => penalties(page), after);
});

test("a single row without a header goes to a field of text and is told by its cells", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await newNamedRecord(page);
  await setAsOf(page, "2026-11-21");
  await page.locator('[id="basics.name"]').focus();
  await paste(page, "2026-03-02\t包市监处罚〔2026〕12号\t警告；罚款\t6万元\t包头市市场监督管理局\t2026-03-12\n");
  await told(page).getByText("按内容识别了1行").waitFor();
  await told(page).getByText("处罚决定日期：第1列“2026-03-02”").waitFor();
  await told(page).getByText("公示日期：第6列“2026-03-12”").waitFor();
  await becomes(async () => (await penalties(page)).length, 1);
  // The field keeps the focus and its text, and the penalty is undone from there.
  await becomes(() => page.locator('[id="basics.name"]').inputValue(), "包头市新建示例有限公司");
  await page.locator(".head .badge", { hasText: "信用风险一般" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator(".head .badge", { hasText: "信用良好" }).waitFor();
});

test("a broken row among good ones is told with its number, waits in the box, and is added when mended", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await newRecord(page);
  await page.locator('[id="basics.uscc"]').focus();
  const broken = "2026-02-30\t警告\t\t占道经营\t包市监处罚〔2026〕3号\t";
  await paste(page, [HEADER, ROWS[0], broken, ROWS[1]].join("\n"));
  await told(page).getByText("第 3 行（粘贴的内容中）“处罚决定日期”写的是“2026-02-30”，没有这一天").waitFor();
  await becomes(async () => (await penalties(page)).length, 2);
  await becomes(() => box(page).inputValue(), `${HEADER}\n${broken}\n`);
  await becomes(() => page.evaluate(() => document.activeElement.id), "pasted");
  await assertAccessible(page);
  await box(page).fill(`${HEADER}\n${broken.replace("02-30", "02-28")}\n`);
  await page.getByRole("button", { name: "添加这些行" }).click();
  await told(page).getByText("添加1条行政处罚").waitFor();
  await becomes(async () => (await penalties(page)).length, 3);
  await becomes(() => box(page).inputValue(), "");
});

test("another table goes to its own list, and rows of another enterprise nowhere", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await openRecord(page, {}, "2026-11-21");
  await page.getByRole("button", { name: "添加 行政处罚" }).focus();
  await paste(page, "列入原因\t列入日期\t纠正日期\n未按照规定的期限公示年度报告\t2026-07-08\t\n");
  await told(page).getByText("添加1条经营异常名录").waitFor();
  await page.locator("#abnormal_listings", { hasText: "2026年7月8日" }).waitFor();
  await becomes(async () => (await penalties(page)).length, 0);
  await paste(page, "统一社会信用代码\t检查日期\t检查结果\n91350100M000100Y43\t2026-07-08\t已整改");
  await told(page).getByText("是另一户的").waitFor();
  assert.equal(await page.locator("#inspections .item").count(), 0);
});

test("an amount without a unit is asked for", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await newRecord(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).focus();
  await paste(page, "2026-05-06\t罚款\t0.6");
  await told(page).getByText("金额没有写单位（如“0.6”）").waitFor();
  await becomes(async () => (await penalties(page)).length, 0);
  await page.getByRole("button", { name: "按万元添加" }).click();
  await told(page).getByText("按内容识别了1行").waitFor();
  await page.locator("#penalties .line").click();
  await becomes(() => page.locator('[id="penalties.0.fine_yuan"]').inputValue(), "6000");
});

test("rows are typed into the box by keyboard alone, on a narrow screen, in English", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await newRecord(page);
  await speak(page, "en");
  // The button that adds one stands behind that for rows.
  await page.getByRole("button", { name: "Add Penalties" }).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2026-05-06 警告 包市监处罚〔2026〕7号\n2026-05-07 罚歀");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await told(page).getByText("Rows told by their contents and added as penalties: 1").waitFor();
  await becomes(async () => (await penalties(page)).length, 1);
  await becomes(async () => (await box(page).inputValue()).trim(), "2026-05-07\t罚歀");
  assert.ok(await told(page).evaluate((told) => told.getBoundingClientRect().right <= innerWidth));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await assertAccessible(page);
});

test("a single value, and lines of text in a field, are the browser's own paste", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await newRecord(page);
  await page.locator('[id="basics.name"]').focus();
  await paste(page, "包头市虚构商贸有限公司\r\n");
  await page.keyboard.press("Tab");
  await page.getByRole("heading", { level: 1, name: "包头市虚构商贸有限公司" }).waitFor();
  await page.locator('[id="basics.region"]').focus();
  await paste(page, "150203\n150204");
  await becomes(() => page.locator('[id="basics.region"]').inputValue(), "150203 150204");
  await page.getByText("粘贴表格行", { exact: true }).click();
  await box(page).focus();
  await paste(page, "甲\t乙\n丙");
  await becomes(() => box(page).inputValue(), "甲\t乙\n丙");
  // What is being written in the box is undone there.
  await page.keyboard.press("Control+z");
  await becomes(() => box(page).inputValue(), "");
  await page.getByRole("heading", { level: 1, name: "包头市虚构商贸有限公司" }).waitFor();
  await becomes(() => told(page).innerText(), "");
  await write(page, "basics.uscc", "9115 0203 mae0 ywcm 6d");
  await becomes(() => page.locator('[id="basics.uscc"]').inputValue(), "91150203MAE0YWCM6D");
});

test("where the worker cannot be had, what was pasted stays in the box", ofSite(), async (t) => {
  const { page, context, watch } = await open(t, CLIPBOARD);
  await context.route(/boot_worker\.js/, (route) => route.abort());
  await newRecord(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).focus();
  const row = "2026-05-06\t警告";
  await paste(page, row);
  await told(page).getByText("都留在“粘贴表格行”中").waitFor();
  await becomes(() => box(page).inputValue(), row);
  watch.expect(/boot_worker/);
  await context.unroute(/boot_worker\.js/);
  await page.getByRole("button", { name: "添加这些行" }).click();
  await told(page).getByText("按内容识别了1行").waitFor();
  await becomes(async () => (await penalties(page)).length, 1);
});

test("what waits in the box of one record is still there after another was looked at, and after a reload", async (t) => {
  const { page } = await open(t, CLIPBOARD);
  await newRecord(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).focus();
  await paste(page, "2026-02-30\t警告");
  await told(page).getByText("没有这一天").waitFor();
  await box(page).fill("2026-02-28\t警");
  await newRecord(page);
  await becomes(() => box(page).inputValue(), "");
  await becomes(() => told(page).innerText(), "");
  await page.locator(".tabs a").first().click();
  await told(page).getByText("没有这一天").waitFor();
  await becomes(() => box(page).inputValue(), "2026-02-28\t警");
  await page.reload();
  await page.locator(".answer .head").waitFor();
  await becomes(() => box(page).inputValue(), "2026-02-28\t警");
  // Once they are added nothing waits any more.
  await box(page).fill("2026-02-28\t警告");
  await page.getByRole("button", { name: "添加这些行" }).click();
  await told(page).getByText("1行").waitFor();
  await page.reload();
  await page.locator(".answer .head").waitFor();
  await becomes(() => box(page).inputValue(), "");
  await becomes(async () => (await penalties(page)).length, 1);
});
