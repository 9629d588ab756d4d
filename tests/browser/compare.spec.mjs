import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { becomes, chooseFiles, drawn, openSample, setAsOf, started } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const REGISTER = `统一社会信用代码,企业名称,登记状态
91150203MAE0YWCM6D,包头市受罚示例有限公司,存续
91350100M000100Y43,包头市被执行示例有限公司,存续
91150203MAE83FQEFU,包头市移出示例有限公司,存续
91150205MAEQEY9X0F,包头市守信示例有限公司,存续
`;
const PENALTIES = `统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关
91150203MAE0YWCM6D,示例1号,罚款,8,2026-05-06,2026-05-06,包头市市场监督管理局
`;
const COURT = `统一社会信用代码,企业名称,发布日期,执行法院,移除日期
91350100M000100Y43,包头市被执行示例有限公司,2026-10-08,示例法院,
91150203MAE83FQEFU,包头市移出示例有限公司,2024-03-05,示例法院,2026-11-02
`;
const FINED = "包头市受罚示例有限公司";
const LISTED = "包头市被执行示例有限公司";
const REMOVED = "包头市移出示例有限公司";

async function openDistrict(t, more) {
  const { page } = await open(t, more);
  await started(page);
  await setAsOf(page, "2026-11-21");
  await chooseFiles(page, [
    { name: "经营主体.csv", text: REGISTER },
    { name: "行政处罚.csv", text: PENALTIES },
    { name: "失信被执行人.csv", text: COURT },
  ]);
  await page.locator(".rows td.name a").nth(3).waitFor();
  return page;
}

const compare = (page) => page.getByRole("button", { name: "比较", exact: true }).click();
const against = (page) => page.getByLabel("与哪一天比较");

/** Waits until so many are told to change class: of all, in all, for the worse, for the better. */
const told = (page, all, moves, worse, better) =>
  page.getByText(`${all} 户中有 ${moves} 户类别变化，其中加重 ${worse} 户、减轻 ${better} 户。`).waitFor();

/** What the rows say: name, class before and after, way, what begins and what ceases to hold. */
const rows = (page) =>
  page.locator(".rows tbody:not(.room) tr").evaluateAll((rows) =>
    rows.map((row) => {
      const of = [...row.cells].map((cell) => cell.textContent.replace(/^[●▲■◆★✕\s]+/u, ""));
      return [of[2], of[0], of[1], of[4], of[5], of[6]];
    }),
  );

async function download(page, press) {
  const offered = page.waitForEvent("download");
  await press();
  const file = await offered;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("between the as-of date and another day it is told who changes class, which way and why", async (t) => {
  const page = await openDistrict(t);
  await compare(page);
  await page.getByText("请填写或选择一天").waitFor();
  assert.equal(await page.getByText("导出名单").count(), 0);
  await against(page).fill("2026年9月21日");
  await told(page, 4, 2, 1, 1);
  await page.getByText("从 2026年9月21日 到 2026年11月21日").waitFor();
  await drawn(page);
  const moves = await rows(page);
  const [good, worst] = [/信用良好/, /违法失信、风险较高/];
  const [listed, removed] = [LISTED, REMOVED].map((name) => moves.find((row) => row[0] === name));
  assert.equal(moves.length, 2);
  assert.match(listed[1], good);
  assert.match(listed[2], worst);
  assert.deepEqual([listed[3], listed[5]], ["加重", "—"]);
  assert.match(listed[4], /失信被执行人/);
  assert.match(removed[1], worst);
  assert.match(removed[2], good);
  assert.deepEqual([removed[3], removed[4]], ["减轻", "—"]);
  assert.match(removed[5], /失信被执行人/);

  await page.getByText("变化数量和理由").click();
  // Name, bar, then the numbers: of the good one goes to high risk, of those of high risk one to the good.
  const numbers = await page
    .locator(".figure", { hasText: "类别变化数量" })
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].slice(2).map((cell) => cell.textContent)));
  assert.deepEqual(numbers, [["1", "0", "1"], ["0", "1", "0"], ["1", "0", "0"]]);
  await assertAccessible(page);

  // A year before nobody was fined, and the one that was removed since was listed.
  await page.getByRole("button", { name: "一年前" }).click();
  await told(page, 4, 3, 2, 1);
  await becomes(() => against(page).inputValue(), "2025年11月21日");
  assert.ok((await rows(page)).some((row) => row[0] === FINED && /信用风险一般/.test(row[2]) && row[3] === "加重"));

  // What the list is narrowed to is what is compared.
  await page.getByLabel("按名称或代码查找").fill("移出");
  await told(page, 1, 1, 0, 1);
  await page.getByRole("link", { name: REMOVED }).click();
  await page.getByRole("heading", { level: 1, name: REMOVED }).waitFor();
  await page.goBack();
  await told(page, 1, 1, 0, 1);
});

test("a day that is offered is written as the language writes days, one that was typed as it was typed", async (t) => {
  const page = await openDistrict(t);
  await compare(page);
  const [field, value] = [page.locator("#against"), () => page.locator("#against").inputValue()];
  await page.getByRole("button", { name: "一年前" }).click();
  await becomes(value, "2025年11月21日");
  await page.getByRole("button", { name: "English" }).click();
  await becomes(value, "2025-11-21");
  await page.getByText("From 2025-11-21 to 2026-11-21").waitFor();
  await field.fill("2026.9.21");
  await page.getByText("From 2026-09-21 to 2026-11-21").waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByText("从 2026年9月21日 到 2026年11月21日").waitFor();
  assert.equal(await value(), "2026.9.21");
});

test("what is no day to compare with is told", async (t) => {
  const page = await openDistrict(t);
  await compare(page);
  for (const [typed, words] of [
    ["去年", "看不出“去年”是哪一天"],
    ["2026-02-30", "没有“2026-02-30”这一天"],
    ["1890-01-01", "日期应在1990年至2199年之间"],
    ["2026-11-21", "这就是评估日"],
  ]) {
    await against(page).fill(typed);
    await page.getByText(words).waitFor();
    await becomes(() => against(page).getAttribute("aria-invalid"), "true");
    const [field, fault] = [await against(page).boundingBox(), await page.getByText(words).boundingBox()];
    assert.ok(fault.y > field.y && fault.y - field.y < 60, `${words} stands at its field`);
    await becomes(() => against(page).inputValue(), typed);
    await becomes(() => rows(page), []);
  }
  await against(page).fill("2026-09-21");
  await told(page, 4, 2, 1, 1);
  await becomes(() => against(page).getAttribute("aria-invalid"), "false");
});

test("of a large district only the rows in sight are drawn, and all are in the files", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await setAsOf(page, "2026-11-21");
  await compare(page);
  await page.getByRole("button", { name: "一年后" }).click();
  const status = page.locator(".list-page [role=status]", { hasText: "类别变化" });
  await status.waitFor();
  const [, all, moves, worse, better] = (await status.innerText()).match(/(\d+) 户中有 (\d+) 户.*加重 (\d+) 户、减轻 (\d+) 户/).map(Number);
  assert.ok(moves > 0 && moves < all && worse + better === moves, await status.innerText());
  assert.ok((await rows(page)).length <= Math.min(moves, 200));

  await page.getByText("导出名单").click();
  const csv = await download(page, () => page.getByRole("button", { name: "CSV（UTF-8）" }).click());
  assert.equal(csv.name, "类别变化名单_2026-11-21.csv");
  const lines = csv.bytes.toString("utf8").trimEnd().split("\r\n");
  const head = lines.findIndex((line) => line.startsWith('"统一社会信用代码"'));
  assert.equal(lines.length - head - 1, moves);
  const above = lines.slice(0, head).join("\n");
  assert.match(above, /sha256:[0-9a-f]{64}[\s\S]*从 2026年11月21日 到 2027年11月21日/);
  assert.equal(lines.slice(head + 1).filter((line) => line.includes('"加重"')).length, worse);
  await page.getByText("导出名单").click();
  const workbook = await download(page, () => page.getByRole("button", { name: "Excel（XLSX）" }).click());
  assert.equal(workbook.name, "类别变化名单_2026-11-21.xlsx");
  assert.equal(workbook.bytes.subarray(0, 4).toString("latin1"), "PK\x03\x04");

  await page.getByText("变化数量和理由").click();
  const figure = page.locator(".figure", { hasText: "变化的理由" });
  const table = await download(page, () => figure.getByRole("button", { name: "CSV" }).click());
  assert.equal(table.name, "变化的理由_2026-11-21.csv");
  assert.match(table.bytes.toString("utf8"), /从 2026年11月21日 到 2027年11月21日/);

  // The class buttons count the same enterprises as of each day: what they differ by is what moved.
  const high = async () => Number((await page.locator(".choices button").nth(1).innerText()).match(/\d+$/)[0]);
  const before = await high();
  await page.getByText("变化数量和理由").waitFor();
  const counts = await page
    .locator(".figure", { hasText: "类别变化数量" })
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].slice(2).map((cell) => Number(cell.textContent))));
  assert.equal(counts[2].reduce((sum, count) => sum + count), before);
  await page.getByRole("button", { name: "名单", exact: true }).click();
  await setAsOf(page, "2027-11-21");
  await page.getByText("按 2027年11月21日 评估").waitFor();
  await becomes(high, counts[0][2] + counts[1][2] + counts[2][2]);
});

test("changed parameters are compared with those before, and only then", async (t) => {
  const page = await openDistrict(t);
  await compare(page);
  await against(page).waitFor();
  const button = page.getByRole("button", { name: "改动前的数值" });
  // The others stand there by now.
  await page.getByRole("button", { name: "一年前" }).waitFor();
  assert.equal(await button.count(), 0);
  await page.evaluate(() => (location.hash = "#/rules/ten_penalties.count"));
  const entry = page.locator('[id="rules-ten_penalties.count"]');
  await entry.getByText("修改", { exact: true }).click();
  await entry.locator("input").first().fill("1");
  await entry.locator("input").first().press("Enter");
  await page.locator(".changes-banner").waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  await button.click();
  await told(page, 4, 1, 1, 0);
  await becomes(() => against(page).inputValue(), "");
  const [[name, before, after, way, begun]] = await rows(page);
  assert.equal(name, FINED);
  assert.match(before, /信用风险一般/);
  assert.match(after, /违法失信、风险较高/);
  assert.equal(way, "加重");
  assert.match(begun, /多次受到行政处罚且未获准信用修复/);
});

test("at 390 px what is compared stands below each other", async (t) => {
  const page = await openDistrict(t, { width: 390, height: 844 });
  await compare(page);
  await page.getByRole("button", { name: "一年前" }).click();
  await told(page, 4, 3, 2, 1);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
});

test("who is assessed on one of the two days only is told to be left out, so that the numbers add up", async (t) => {
  const { page } = await open(t);
  await started(page);
  await setAsOf(page, "2026-11-21");
  const young = REGISTER.replace("登记状态", "登记状态,成立日期").replace(/存续\n/g, "存续,2018-05-16\n").replace("存续,2018-05-16", "存续,2026-10-10");
  await chooseFiles(page, [
    { name: "经营主体.csv", text: young },
    { name: "失信被执行人.csv", text: COURT },
  ]);
  await page.locator(".rows td.name a").nth(3).waitFor();
  await compare(page);
  await against(page).fill("2026-09-21");
  await told(page, 3, 2, 1, 1);
  await page.getByText("另有 1 户在前后两者中至少一处不评估（资料不全，或者评估日早于成立日期），没有计入。").waitFor();
  // On these days all of them are.
  await against(page).fill("2026-11-01");
  await told(page, 4, 1, 0, 1);
  await becomes(() => page.getByText("没有计入").count(), 0);
});
