import assert from "node:assert/strict";
import test from "node:test";
import { becomes, fined, openRecord, speak, unfoldAll } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const done = { fulfilled_on: "2026-04-01", harm_eliminated_on: "2026-04-01" };

/** Twelve penalties of different kinds within three years of 2026-11-22; only the last four are still published. */
const twelve = () => {
  const ended = ["2024-01-10", "2024-03-10", "2024-05-10", "2024-07-10", "2024-09-10", "2024-11-10", "2025-02-10"];
  const days = [...ended, "2025-06-10", "2026-01-15", "2026-03-10", "2026-09-10", "2026-10-12"];
  return days.map((day, place) => {
    const after = day > "2026-04-01" ? { fulfilled_on: day, harm_eliminated_on: day } : done;
    return fined(day, { category: `违法行为${place}`, ...after });
  });
};

/** Opens a fold of the answer by its id. */
async function unfold(page, id) {
  await page.locator(`#${id} > summary`).click();
  return page.locator(`#${id}[open]`);
}

/** The lines of a list of things that can be done, each without the days that follow. */
const steps = async (list) => (await list.allInnerTexts()).map((words) => words.replace(/\s+/g, " ").trim());

test("an opened reason marks its facts, and a fact pressed there comes into view", async (t) => {
  const { page } = await open(t);
  const penalties = [fined("2026-03-12"), fined("2024-03-12"), fined("2026-05-12")];
  const abnormal_listings = [{ reason: "unreachable", listed_on: "2026-05-01" }];
  await openRecord(page, { penalties, abnormal_listings }, "2026-06-01");
  const marked = async () => (await page.locator(".facts .marked").evaluateAll((all) => all.map(({ id }) => id))).sort();
  await becomes(marked, []);
  const live = await unfold(page, "why-live_penalty");
  await live.getByText("依据的事实").waitFor();
  // The publication of the one of 2024 has stopped.
  await becomes(marked, ["fact-penalties-0", "fact-penalties-2"]);
  const listed = await unfold(page, "why-abnormal_list");
  await page.locator(".facts #fact-abnormal_listings-0.marked").waitFor();
  await becomes(marked, ["fact-abnormal_listings-0"]);
  await listed.locator("summary").click();
  await page.locator(".facts #fact-penalties-2.marked").waitFor();
  await becomes(marked, ["fact-penalties-0", "fact-penalties-2"]);
  await live.getByRole("button", { name: "行政处罚 2026年5月12日" }).click();
  await page.locator("#fact-penalties-2.marked:focus").waitFor();
});

test("a reason says what was counted, against what number and over which days", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: twelve() }, "2026-11-22");
  const reason = await unfold(page, "why-ten_penalties");
  await reason.getByText("2023年11月22日至2026年11月22日，计入行政处罚 12 项，达到 10 项即成立。").waitFor();
  await reason.getByText("本地文件；已于2026年5月28日到期").waitFor();
  const trace = await unfold(page, "trace");
  const line = (title) => trace.locator("li", { hasText: title });
  await line("多次受到行政处罚且未获准信用修复").locator(".tag", { hasText: /^成立$/ }).waitFor();
  await line("屡禁不止、屡罚不改").locator(".tag", { hasText: /^不成立$/ }).waitFor();
  // Of 24 months: those from 2025-02-10 on, all of different kinds.
  await line("屡禁不止、屡罚不改").getByText("计入行政处罚 6 项，同类违法行为最多的一类 1 项，达到 3 项即成立").waitFor();
  await line("列入失信被执行人名单").getByText("截至2026年11月22日，计入失信被执行人 0 项，达到 1 项即成立").waitFor();
});

test("the repair of the one published penalty makes a general class good", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2026-03-12", done)] }, "2026-05-01");
  await page.locator(".head .badge.amber").waitFor();
  const found = await unfold(page, "what-if");
  // A year of publication ends it by itself; three months have to pass before the application.
  await found.getByText(/什么都不做，2027年3月12日起变为.*信用良好/).waitFor();
  const lines = await steps(found.locator(".steps > li"));
  assert.equal(lines.length, 1);
  assert.match(lines[0], /^行政处罚 2026年3月12日 罚款6万元 获准信用修复： ●\s*信用良好 未到可申请之日；2026年6月12日起可以申请/);
  assert.equal(await found.getByText("要办成几项").count(), 0);
});

test("of twelve penalties three have to be repaired, those first that can be applied for first", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: twelve() }, "2026-11-22");
  await page.locator(".head .badge.red").waitFor();
  const found = await unfold(page, "what-if");
  // Twelve become nine on the day after the third, of 2024-05-10, is three years old; that of 2026-09-10 is then published.
  await found.getByText(/什么都不做，2027年5月11日起变为.*信用风险一般/).waitFor();
  await found.getByText("类别都不变的：12 项").waitFor();
  await found.getByText(/下列 3 项都办成后（先可以办的在前），变为.*信用风险一般/).waitFor();
  await found.locator(".tag", { hasText: "不再是重点案件候选" }).waitFor();
  await found.locator("ol.steps > li").first().waitFor();
  const lines = await steps(found.locator("ol.steps > li"));
  assert.equal(lines.length, 3);
  assert.match(lines[0], /2026年1月15日 .*获准信用修复 现在可以申请/);
  assert.match(lines[1], /2026年3月10日 .*获准信用修复 现在可以申请/);
  assert.match(lines[2], /2026年9月10日 .*获准信用修复 未到可申请之日；2026年12月10日起可以申请/);
  // What is no longer published cannot be repaired, only annulled.
  const idle = await unfold(page, "what-if-idle");
  await idle.getByText("处罚被撤销（不能申请修复）").first().waitFor();
  await becomes(() => idle.getByText("处罚被撤销（不能申请修复）").count(), 8);
});

test("what can be done first but is not needed is left out", async (t) => {
  const { page } = await open(t);
  const stopped = (day) => fined(day, { kinds: ["suspension_of_business"], fine_yuan: null, ...done });
  const penalties = [fined("2026-03-10", done), stopped("2026-01-10"), stopped("2026-02-10")];
  await openRecord(page, { penalties }, "2026-11-22");
  const found = await unfold(page, "what-if");
  // Only the two that stopped the business make it high risk; the fine, repaired today, would leave them.
  await found.locator("ol.steps > li").first().waitFor();
  const lines = await steps(found.locator("ol.steps > li"));
  assert.equal(lines.length, 2);
  assert.match(lines[0], /2026年1月10日 责令停产停业 .*2027年1月10日起可以申请/);
  assert.match(lines[1], /2026年2月10日 责令停产停业 .*2027年2月10日起可以申请/);
});

test("where no repair is open it says that nothing in the enterprise's hands helps", async (t) => {
  const { page } = await open(t);
  const revoked = fined("2026-03-02", { kinds: ["revocation_of_licence"], fine_yuan: null });
  await openRecord(page, { penalties: [revoked] }, "2026-11-22");
  const found = await unfold(page, "what-if");
  await found.getByText(/什么都不做，2029年3月2日起变为.*信用良好/).waitFor();
  const [line] = await steps(found.locator(".steps > li"));
  assert.match(line, /处罚被撤销（不能申请修复）： ●\s*信用良好 ?不再是重点案件候选 不予提前修复/);
  await found.getByText("企业自己可以申请、纠正的都办成，类别仍然不变").waitFor();
});

test("a new inspection, a better grade and a removal count among what would change the class", async (t) => {
  const { page } = await open(t);
  const facts = {
    sectors: ["drug"],
    risk_grades: { drug: "D" },
    abnormal_listings: [{ reason: "annual_report", listed_on: "2026-07-10", corrected_on: "2026-11-01" }],
    inspections: [{ on: "2026-06-01", result: "unrectified" }],
  };
  await openRecord(page, facts, "2026-11-22");
  // General by listing and inspection, raised to high risk by the grade.
  await page.locator(".head .badge.red").waitFor();
  const found = await unfold(page, "what-if");
  await found.locator("ul.steps > li").first().waitFor();
  const lines = await steps(found.locator("ul.steps > li"));
  assert.equal(lines.length, 1);
  assert.match(lines[0], /^药品：D级 风险等级重新评为C级： ▲\s*信用风险一般$/);
  const idle = await unfold(page, "what-if-idle");
  await idle.getByText("移出名录").waitFor();
  await idle.getByText("复查认定已整改").waitFor();
});

test("what alone changes nothing is found where together it does", async (t) => {
  const { page } = await open(t);
  const stopped = { kinds: ["suspension_of_business"], fine_yuan: null };
  const facts = {
    sectors: ["fire"],
    risk_grades: { fire: "D" },
    penalties: [fined("2025-06-10", { ...stopped, fulfilled_on: "2025-08-01", harm_eliminated_on: "2025-08-01" })],
    abnormal_listings: [{ reason: "annual_report", listed_on: "2026-07-10", corrected_on: "2026-11-01" }],
  };
  await openRecord(page, facts, "2026-11-22");
  const found = await unfold(page, "what-if");
  // Repaired alone it is general by the listing and raised by the grade; a better grade alone leaves the penalty.
  await found.getByText(/下列 2 项都办成后.*变为.*信用风险一般/).waitFor();
  await found.locator("ol.steps > li").first().waitFor();
  const lines = await steps(found.locator("ol.steps > li"));
  assert.deepEqual(lines.slice(0, 1), ["消防：D级 风险等级重新评为C级"]);
  assert.match(lines[1], /^行政处罚 2025年6月10日 责令停产停业 获准信用修复 现在可以申请/);
  assert.equal(lines.length, 2);
});

test("a class that is good has nothing to be changed", async (t) => {
  const { page } = await open(t);
  await openRecord(page, {}, "2026-11-22");
  await page.getByText("没有查到不良记录，按信用良好对待").waitFor();
  assert.equal(await page.locator("#what-if").count(), 0);
  // What is on record and counts no more is not told as nothing.
  const ended = { decided_on: "2022-03-02", published_on: "2022-03-10", kinds: ["fine"], fine_yuan: 5000, repaired_on: "2023-06-01" };
  await openRecord(page, { penalties: [ended] }, "2026-11-22");
  await page.getByText("查到的记录都不影响类别，按信用良好对待").waitFor();
});

for (const [language, width] of [
  ["zh", 1280],
  ["en", 390],
]) {
  test(`axe finds nothing on all that unfolds, ${language}, ${width} px`, async (t) => {
    const { page } = await open(t, { width, height: 844 });
    const penalties = [...twelve(), fined("2025-10-10", { authority_system: "other" })];
    const more = { leads: [{ kind: "complaint", received_on: "2026-05-01" }], court_listings: [{ listed_on: "2026-01-10" }] };
    const inspections = [{ on: "2026-03-10" }, { on: "2026-05-10", result: "unrectified" }];
    await openRecord(page, { penalties, inspections, ...more }, "2026-05-20");
    await speak(page, language);
    await unfoldAll(page);
    await page.locator("#apply-on").fill("2026-02-30");
    await page.locator("#apply-on").press("Tab");
    await page.locator("#apply-fault").waitFor();
    await assertAccessible(page);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(widths[0] <= widths[1], `${widths[0]} px of ${widths[1]}`);
  });
}

test("a key case by a heavier penalty names the penalty, which is one click away", async (t) => {
  const { page } = await open(t);
  const heavier = fined("2026-03-02", { discretion: "aggravated", document_no: "从重1号" });
  await openRecord(page, { penalties: [fined("2026-04-03"), heavier] }, "2026-11-21");
  const key = page.locator("section[aria-labelledby=key-case]");
  await key.getByText("受到市场监管部门较重行政处罚").waitFor();
  await key.getByRole("button", { name: /2026年3月2日/ }).click();
  await becomes(() => page.evaluate(() => document.activeElement.id), "fact-penalties-1");
  assert.equal(await key.locator("button.link").count(), 1, "the other penalty is none of it");
});
