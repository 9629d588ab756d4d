import assert from "node:assert/strict";
import test from "node:test";
import { becomes, drawn, fined, openRecord, setAsOf, speak } from "./flows.mjs";
import { open } from "./harness.mjs";

const done = (day) => ({ fulfilled_on: day, harm_eliminated_on: day });

/** Unfolds the entry of a target, and gives it. */
async function entry(page, target) {
  await page.locator(`#repair-fact-${target} > summary`).click();
  return page.locator(`#repair-fact-${target}[open]`);
}

/** Types another supposed day of application and leaves the field. */
async function applyOn(page, text) {
  await page.locator("#apply-on").fill(text);
  await page.locator("#apply-on").press("Tab");
  await drawn(page);
}

/** What a fold says under one of its words. */
const said = (fold, word) => fold.locator(":scope > dl > dt", { hasText: word }).locator("xpath=following-sibling::dd[1]").innerText();

test("what can be applied for stands first, then the soonest, and what is settled is folded away", async (t) => {
  const { page } = await open(t);
  const penalties = [
    fined("2026-10-12", done("2026-11-01")),
    fined("2026-09-10", done("2026-11-01")),
    fined("2026-03-10", done("2026-11-01")),
    fined("2025-01-10", { repaired_on: "2025-09-01" }),
    fined("2024-05-10"),
    fined("2026-06-10", { authority_system: "other", fulfilled_on: "2026-07-01" }),
  ];
  await openRecord(page, { penalties }, "2026-11-22");
  const lists = page.locator("section[aria-labelledby=repair] > ul.repairs");
  const titles = await lists.nth(0).locator(".message").allInnerTexts();
  assert.deepEqual(
    titles.map((title) => title.slice(0, 10)),
    ["2026年3月10日", "2026年9月10日", "2026年10月12"],
  );
  await page.getByText("待办 3 项，其中现在可以申请 1 项").waitFor();
  // 22 November to 10 March, and to the days of the others a year later; each count stands beside its own day.
  assert.deepEqual(await lists.nth(0).locator(".status").allInnerTexts(), [
    "现在可以申请；2027年3月10日自动停止公示（还有 108 天）",
    "未到可申请之日；2026年12月10日起可以申请（还有 18 天）；2027年9月10日自动停止公示（还有 292 天）",
    "未到可申请之日；2027年1月12日起可以申请（还有 51 天）；2027年10月12日自动停止公示（还有 324 天）",
  ]);
  await page.getByRole("heading", { name: "在信用中国申请" }).waitFor();
  await lists.nth(1).getByText("条件尚未具备：已公开作出信用承诺").waitFor();
  assert.equal(await page.locator(".repairs .message").count(), 4);
  await page.getByText("已经了结的 2 项").click();
  await page.locator("#settled-gsxt .status").last().waitFor();
  await becomes(() => page.locator("#settled-gsxt .status").allInnerTexts(), ["已修复", "已停止公示"]);
});

test("each track says what of the penalty led to it, and how long its periods are", async (t) => {
  const { page } = await open(t);
  const penalties = [
    fined("2026-10-12", { fine_yuan: 30000, discretion: "lenient" }),
    fined("2026-09-10", { kinds: ["fine", "suspension_of_business"], restriction_ends_on: "2028-01-01" }),
    fined("2026-08-10", { sector: "food" }),
    fined("2026-07-10"),
  ];
  await openRecord(page, { penalties }, "2026-11-22");
  const first = await entry(page, "penalties-0");
  assert.equal(await said(first, "处理类型"), "到期自动停止公示：警告、通报批评或者较低数额罚款");
  assert.equal(await said(first, "失信程度"), "轻微");
  const second = await entry(page, "penalties-1");
  assert.equal(await said(second, "处理类型"), "限制、停业类：处罚中有责令停产停业");
  assert.match(await said(second, "期间"), /满 12 个月可以申请；满 36 个月自动停止公示；都不早于处罚有效期2028年1月1日/);
  // A year after publication is 2027-09-10: before the restriction ends. 405 days: 2027 has 365, and 40 remain of 2026.
  assert.equal(await said(second, "最早可申请"), "2028年1月1日；还有 405 天");
  const third = await entry(page, "penalties-2");
  assert.equal(await said(third, "处理类型"), "食品药品等重点领域：属于食品领域");
  // What the measure calls serious weighs less for the class, and that is said wherever either is told.
  assert.equal(
    await said(third, "失信程度"),
    "严重（食品药品等重点领域的处罚例外：评定类别时按“信用风险一般”计）",
  );
  assert.equal(await said(second, "失信程度"), "严重");
  const serious = page.locator(".reasons li", { hasText: "有1项严重失信的行政处罚尚在公示期内" });
  await serious.getByText("另有 1 项失信程度为严重，因属于食品药品等重点领域，评定类别时按“信用风险一般”计，不计入这里。").first().waitFor();
  const general = page.locator(".reasons li", { hasText: "有2项按一般失信计的行政处罚尚在公示期内" });
  await general.getByText("其中 1 项失信程度为严重，因属于食品药品等重点领域，评定类别时按“信用风险一般”计。").first().waitFor();
  const fourth = await entry(page, "penalties-3");
  assert.equal(await said(fourth, "处理类型"), "一般失信：不属于前面各类特殊情形");
  assert.match(await said(fourth, "期间"), /从公示日期算起；满 3 个月可以申请；满 12 个月自动停止公示/);
});

test("in English each system is named as it is called", async (t) => {
  const { page } = await open(t);
  const fire = { ...fined("2026-03-15"), authority_system: "other" };
  await openRecord(page, { penalties: [fined("2026-03-05"), fire] }, "2026-11-21");
  await speak(page, "en");
  await becomes(() => page.locator("section[aria-labelledby=repair] h3").allInnerTexts(), ["Apply on: publicity system (gsxt)", "Apply on: Credit China"]);
});

test("a missing condition says how it is met and what is entered then", async (t) => {
  const { page } = await open(t);
  const penalties = [fined("2026-03-10", { harm_eliminated_on: "2026-04-01" })];
  await openRecord(page, { penalties }, "2026-11-22");
  const conditions = (await entry(page, "penalties-0")).locator(".conditions > li");
  const [fulfilled, harm] = [conditions.nth(0), conditions.nth(1)];
  await fulfilled.locator(".tag", { hasText: "未具备" }).waitFor();
  await fulfilled.getByText("缴清罚没款、履行完毕其他义务，取得履行证明").waitFor();
  await fulfilled.getByText("办好后在企业情况中填写“履行完毕日期”").waitFor();
  await harm.locator(".tag", { hasText: "已具备" }).waitFor();
  assert.equal(await harm.getByText("办好后").count(), 0);
});

test("a condition that nothing can meet any more says so, and not what would have been asked for", async (t) => {
  const { page } = await open(t);
  const same = { category: "虚假宣传", ...done("2026-09-01") };
  await openRecord(page, { penalties: [fined("2026-03-10", same), fined("2026-07-10", same)] }, "2026-11-22");
  const conditions = (await entry(page, "penalties-0")).locator(".conditions > li");
  const again = conditions.filter({ hasText: "因同类违法行为又受到处罚，公示期满前不能申请" });
  await again.locator(".tag", { hasText: "未具备" }).waitFor();
  assert.equal(await page.getByText("未因同类违法行为再次受到").count(), 0);
  const later = (await entry(page, "penalties-1")).locator(".conditions > li", { hasText: "未因同类违法行为再次受到" });
  await later.locator(".tag", { hasText: "已具备" }).waitFor();
});

test("what cannot be applied for early says so, and names no day but that on which it stops", async (t) => {
  const { page } = await open(t);
  const same = { category: "虚假宣传", ...done("2026-09-01") };
  await openRecord(page, { penalties: [fined("2026-03-10", same), fined("2026-07-10", same)] }, "2026-11-22");
  // What can be applied for stands first.
  await becomes(() => page.locator(".repairs .status").allInnerTexts(), [
    "现在可以申请；2027年7月10日自动停止公示（还有 230 天）",
    "不能提前申请：因同类违法行为又受到处罚，公示期满前不能申请；2027年3月10日自动停止公示（还有 108 天）",
  ]);
  const lost = await entry(page, "penalties-0");
  assert.equal(await said(lost, "最早可申请"), "不能提前申请");
  assert.equal(await said(lost, "公示截止"), "2027年3月10日；还有 108 天");
  assert.equal(await said(lost, "期间"), "从公示日期算起；满 12 个月自动停止公示");
  assert.equal(await lost.getByText("材料", { exact: true }).count(), 0, "no papers are asked for");
  // Three months after publication it could have been applied for.
  assert.equal(await lost.getByText("2026年6月10日").count(), 0);
  await applyOn(page, "2026-12-01");
  await lost.getByText("2026年12月1日：不能提前申请：因同类违法行为又受到处罚").waitFor();
  await page.locator("#timeline-table > summary").click();
  const openings = page.locator("#timeline-table tbody tr", { hasText: "可申请信用修复" });
  await openings.first().waitFor();
  assert.equal(await openings.count(), 1, "the other one alone");
  await openings.getByText("2026年7月10日").waitFor();
  await speak(page, "en");
  await page.locator(".repairs .status", { hasText: /^cannot be applied for early: penalised again/ }).waitFor();
});

test("deadlines are counted from the day on which one supposes to apply, holidays left out", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2026-06-28", done("2026-07-10"))] }, "2026-09-20");
  const one = await entry(page, "penalties-0");
  assert.equal(await one.getByText("办理期限").count(), 0);
  await applyOn(page, "2026-09-27");
  await one.getByText("2026年9月27日：未到可申请之日；2026年9月28日起可以申请").waitFor();
  await applyOn(page, "2026/9/28");
  await one.getByText("假设2026年9月28日提出申请").waitFor();
  await becomes(() => page.locator("#apply-on").inputValue(), "2026年9月28日");
  // 1 to 7 October are off, Saturday the 10th is made up for: seven days after 30 September end on the 15th.
  await one.getByText("2026年9月30日前受理").waitFor();
  await one.getByText("2026年10月15日前作出决定").waitFor();
  await one.getByText("2026年10月20日前停止公示").waitFor();
  // The status itself stays that of the as-of date.
  await one.locator(".status", { hasText: "未到可申请之日" }).waitFor();
});

test("a day of application that is none is told in words; an empty field is the as-of date", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2026-03-10", done("2026-04-01"))] }, "2026-06-12");
  const one = await entry(page, "penalties-0");
  await one.getByText("假设2026年6月12日提出申请").waitFor();
  await applyOn(page, "2026-02-30");
  await page.locator("#apply-fault", { hasText: "没有“2026-02-30”这一天" }).waitFor();
  await becomes(() => page.locator("#apply-on").getAttribute("aria-invalid"), "true");
  await one.getByText("假设2026年6月12日提出申请").waitFor();
  await applyOn(page, "2026-06-15");
  await one.getByText("假设2026年6月15日提出申请").waitFor();
  await becomes(() => page.locator("#apply-fault").count(), 0);
  await applyOn(page, "");
  await one.getByText("假设2026年6月12日提出申请").waitFor();
  await becomes(() => page.locator("#apply-on").inputValue(), "2026年6月12日");
});

test("a penalty from before the change says what the former measure gave, unfolded for half a year", async (t) => {
  const { page } = await open(t);
  const penalties = [fined("2025-09-01", done("2025-09-10")), fined("2025-12-29")];
  await openRecord(page, { penalties }, "2026-06-23");
  const one = await entry(page, "penalties-0");
  const former = one.locator("#former-fact-penalties-0");
  await former.getByText("按原办法（2025年12月24日以前）").waitFor();
  // Six months and three years instead of three months and one year; the open fold is seen at once.
  assert.equal(await said(former, "最早可申请"), "2026年3月1日");
  assert.equal(await said(former, "公示截止"), "2028年9月1日");
  await former.getByText("2025年12月24日：未到可申请之日").waitFor();
  await former.getByText("国市监信规〔2021〕3号").waitFor();
  assert.equal(await said(one, "最早可申请"), "2025年12月1日");
  const two = await entry(page, "penalties-1");
  await two.getByText("条件").first().waitFor();
  assert.equal(await two.getByText("按原办法").count(), 0);
  await setAsOf(page, "2026-06-24");
  await page.locator("#former-fact-penalties-0:not([open])").waitFor();
  await page.locator("#former-fact-penalties-0 > summary").click();
  await former.getByText("2025年12月24日：未到可申请之日").waitFor();
});

test("what was unfolded goes with its fact, and not on to its neighbour when a fact is removed", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2026-05-06"), fined("2026-06-07")] }, "2026-11-22");
  await (await entry(page, "penalties-0")).locator("dl").first().waitFor();
  await page.getByRole("button", { name: /^删除.*2026年5月6日/ }).click();
  await page.waitForFunction(() => document.querySelectorAll(".repairs > li").length === 1);
  await becomes(() => page.locator(".repairs details[open]").count(), 0);
  // The step back brings the first one back to its place.
  const opened = await entry(page, "penalties-0");
  await opened.locator("dl").first().waitFor();
  await page.keyboard.press("Control+z");
  await page.locator("#repair-fact-penalties-1").waitFor();
  await becomes(() => page.locator(".repairs > li > details[open]").count(), 0);
  // Another fact behind it leaves what is unfolded as it is.
  await entry(page, "penalties-0");
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  await page.locator("#penalties li").nth(2).waitFor();
  assert.equal(await page.locator("#repair-fact-penalties-0[open]").count(), 1);
});

test("of a rule that counts no serious penalty it is said where the serious one weighs", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2026-08-10", { sector: "food" })] }, "2026-11-22");
  await page.getByText("逐条规则怎样算出").click();
  const rule = page.locator(".conditions > li", { hasText: "严重失信的行政处罚尚在公示期" });
  await rule.getByText(/计入行政处罚 0 项，达到 1 项即成立。另有 1 项失信程度为严重，因属于食品药品等重点领域/).waitFor();
});

test("why penalties of a deregistered enterprise still count is said once", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { status: "deregistered", penalties: [fined("2026-08-10"), fined("2026-09-10")] }, "2026-11-22");
  await page.locator(".head .badge", { hasText: "信用风险一般" }).waitFor();
  const told = page.getByText("注销不缩短公示期：评定类别时，处罚仍按原公示期计入，期满为止；时间轴也照此画出");
  await told.waitFor();
  assert.equal(await told.count(), 1);
  await page.locator(".brand").click();
  await openRecord(page, { penalties: [fined("2026-08-10")] }, "2026-11-22");
  await page.locator(".repairs .status", { hasText: "2027年8月10日自动停止公示" }).waitFor();
  assert.equal(await told.count(), 0);
});
