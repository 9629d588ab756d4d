import assert from "node:assert/strict";
import test from "node:test";
import { becomes, chooseFiles, fined, openRecord, setAsOf, started } from "./flows.mjs";
import { open } from "./harness.mjs";

test("the tenth penalty within three years makes a key case on its day", async (t) => {
  const { page } = await open(t);
  // Each of another kind of violation, so that the number alone decides.
  const days = ["2024-01-10", "2024-03-10", "2024-05-10", "2024-07-10", "2024-09-10", "2024-11-10"];
  days.push("2025-02-10", "2025-06-10", "2025-10-10", "2026-03-02");
  const penalties = days.map((day, place) => fined(day, { category: `违法行为${place}` }));
  await openRecord(page, { penalties }, "2026-03-01");
  const flag = page.locator(".head .tag", { hasText: "重点案件候选" });
  await page.getByText("受到行政处罚且未获准信用修复 9 次").waitFor();
  assert.equal(await flag.count(), 0);
  await setAsOf(page, "2026-03-02");
  await flag.waitFor();
  await page.getByText("受到行政处罚且未获准信用修复 10 次").waitFor();
  await page.locator(".head .badge", { hasText: "违法失信、风险较高" }).waitFor();
  await page.locator(".reasons", { hasText: "近3年内受到10次行政处罚" }).waitFor();
});

test("a repair can be applied for from the day on which its period is over", async (t) => {
  const { page } = await open(t);
  const done = { fulfilled_on: "2026-03-20", harm_eliminated_on: "2026-03-20" };
  await openRecord(page, { penalties: [fined("2026-03-12", done)] }, "2026-06-11");
  const status = page.locator(".repairs .status");
  await status.getByText("未到可申请之日；2026年6月12日起可以申请").waitFor();
  await setAsOf(page, "2026-06-12");
  await status.getByText("现在可以申请").waitFor();
  await page.locator(".repairs summary").first().click();
  const entry = page.locator(".repairs li").first();
  // Two working days to accept: 12 June 2026 is a Friday.
  await entry.getByText("2026年6月16日前受理").waitFor();
  await entry.getByText("信用修复申请书").waitFor();
});

test("the same penalty goes by the old measure on 2025-12-24 and by the new one on 2025-12-25", async (t) => {
  const { page } = await open(t);
  const done = { fulfilled_on: "2025-09-10", harm_eliminated_on: "2025-09-10" };
  await openRecord(page, { penalties: [fined("2025-09-01", done)] }, "2025-12-24");
  const entry = page.locator(".repairs > li");
  await entry.locator("summary").first().click();
  await entry.locator(".status", { hasText: "2026年3月1日起可以申请（还有 67 天）；2028年9月1日自动停止公示（还有 982 天）" }).waitFor();
  await entry.locator(".source", { hasText: "国市监信规〔2021〕3号" }).waitFor();
  await setAsOf(page, "2025-12-25");
  await entry.locator(".status", { hasText: "现在可以申请；2026年9月1日自动停止公示（还有 250 天）" }).waitFor();
  await entry.locator(".source", { hasText: "市场监管总局令第107号第九条" }).waitFor();
});

test("the as-of date is read in every usual form, and shown in one", async (t) => {
  const { page } = await open(t);
  await openRecord(page, {}, "2026-01-05");
  const field = page.locator("#as-of");
  for (const form of ["2026-11-21", "2026年11月21日", "2026/11/21", "20261121", " ２０２６.１１.２１ "]) {
    await setAsOf(page, "2025-05-05");
    await page.waitForFunction(() => document.querySelector("#as-of").value === "2025年5月5日");
    await setAsOf(page, form);
    await page.waitForFunction(() => document.querySelector("#as-of").value === "2026年11月21日");
  }
  await field.fill("2026-1-9");
  await field.press("Enter");
  await page.waitForFunction(() => document.querySelector("#as-of").value === "2026年1月9日");
});

test("an as-of date that is none is told in words, and the answer stands", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2025-09-01")] }, "2026-01-05");
  const before = await page.locator(".answer").innerText();
  for (const [typed, words] of [
    ["2025-02-30", "没有“2025-02-30”这一天"],
    ["下周一", "看不出“下周一”是哪一天"],
    ["1989-12-31", "1990年至2199年"],
    ["", "请填写评估日"],
  ]) {
    await setAsOf(page, typed);
    await page.locator("#as-of-fault", { hasText: words }).waitFor();
    assert.equal(await page.locator("#as-of").getAttribute("aria-invalid"), "true");
    assert.equal(await page.locator(".answer").innerText(), before);
  }
  await setAsOf(page, "2026-01-06");
  await page.locator("#as-of-fault").waitFor({ state: "detached" });
});

test("the list is classed for the as-of date", async (t) => {
  const { page } = await open(t);
  const register = "统一社会信用代码,企业名称,登记状态\n91150203MAE0YWCM6D,包头市虚构商贸有限公司,存续\n";
  const penalties =
    "统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关,裁量阶次\n" +
    "91150203MAE0YWCM6D,示例1号,罚款,6,2026-03-12,2026-03-12,包头市市场监督管理局,一般\n";
  await started(page);
  await setAsOf(page, "2026-03-11");
  await chooseFiles(page, [
    { name: "经营主体.csv", text: register },
    { name: "行政处罚.csv", text: penalties },
  ]);
  await page.locator(".rows .badge", { hasText: "信用良好" }).waitFor();
  await setAsOf(page, "2026-03-12");
  await page.locator(".rows .badge", { hasText: "信用风险一般" }).waitFor();
});

test("what is wrong with the as-of date stands right below its field and moves nothing", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2025-09-01")] }, "2026-01-05");
  const places = () =>
    page.locator(".top nav, .tabs, h1, .answer .head, .facts h2").evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
  const before = await places();
  await setAsOf(page, "2025-02-30");
  const fault = await page.locator("#as-of-fault").boundingBox();
  assert.deepEqual(await places(), before);
  const field = await page.locator("#as-of").boundingBox();
  assert.ok(fault.y >= field.y + field.height && fault.y < field.y + field.height + 16, JSON.stringify({ fault, field }));
  assert.ok(fault.x < field.x + field.width && fault.x + fault.width > field.x && fault.x + fault.width <= 1280, "below it, and within the page");
});

for (const width of [1280, 1024, 900, 768, 390]) {
  test(`at ${width} px what is wrong with the as-of date covers no tab of an open record`, async (t) => {
    const { page } = await open(t, { width, height: 700 });
    for (let count = 0; count < 7; count += 1) await openRecord(page, {}, "2026-01-05");
    await becomes(() => page.locator(".tabs a").count(), 7);
    await setAsOf(page, "下个星期一");
    const fault = await page.locator("#as-of-fault").boundingBox();
    assert.ok(fault.x >= 0 && fault.x + fault.width <= width, JSON.stringify(fault));
    const reached = await page.locator(".tabs :is(a, button)").evaluateAll((parts) =>
      parts.map((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const ends = [left + 2, right - 2].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
        return ends.every((end) => part.contains(end)) || part.outerHTML;
      }),
    );
    assert.deepEqual(reached, reached.map(() => true));
  });
}
