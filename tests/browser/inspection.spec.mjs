import assert from "node:assert/strict";
import test from "node:test";
import { openRecord } from "./flows.mjs";
import { open } from "./harness.mjs";

/** High risk, and nothing else: at least one visit a year, at most two. */
const listed = { court_listings: [{ listed_on: "2026-01-10" }] };

/** The section, and what stands in it under a word. */
const plan = (page) => page.locator("section[aria-labelledby=inspect]");
const under = (page, word) => plan(page).locator("dt", { hasText: word }).locator("xpath=following-sibling::dd[1]");

test("open leads stand first, and only those that are open", async (t) => {
  const { page } = await open(t);
  const leads = [
    { kind: "media", received_on: "2026-10-01", closed_on: "2026-10-20" },
    { kind: "complaint", received_on: "2026-11-01" },
    { kind: "transfer", received_on: "2026-11-02", closed_on: "2026-11-30" },
  ];
  await openRecord(page, { leads }, "2026-11-22");
  assert.equal(await plan(page).locator("dt").first().innerText(), "未办结线索");
  // That which is closed next week is open today.
  const open_ = await under(page, "未办结线索").locator("li").allInnerTexts();
  assert.deepEqual(open_, ["线索 2026年11月1日 投诉举报", "线索 2026年11月2日 转办"]);
});

test("the visits that used up the cap are named, and from which the next is counted", async (t) => {
  const { page } = await open(t);
  const inspections = [
    { on: "2025-12-30", basis: "routine" },
    { on: "2026-03-10", basis: "routine" },
    { on: "2026-04-01", basis: "routine", authority_system: "other" },
    { on: "2026-05-20", basis: "double_random" },
    { on: "2026-06-01", basis: "special" },
    { on: "2026-07-01", basis: "triggered" },
    { on: "2026-08-01", basis: "routine", mode: "off_site" },
  ];
  await openRecord(page, { ...listed, inspections }, "2026-11-22");
  const cap = under(page, "年度上限");
  await cap.getByText("2 次，今年已用 2 次，还剩 0 次").waitFor();
  await cap.locator(".tag", { hasText: "已用完" }).waitFor();
  const used = await cap.locator("li").allInnerTexts();
  assert.deepEqual(used, ["检查 2026年3月10日 日常检查", "检查 2026年5月20日 双随机抽查"]);
  await cap.getByText("有线索的检查不计入").waitFor();
  await cap.getByText("哪些检查计入年度上限：日常检查、双随机抽查").waitFor();
  await cap.getByText("专项检查是否计入，各地规定不同").waitFor();
  const due = under(page, "最迟检查日");
  // A year after the last visit on site, of whatever basis: 221 days from 22 November.
  await due.getByText("2027年7月1日").waitFor();
  await due.locator(".tag", { hasText: "还有 221 天" }).waitFor();
  await due.getByText("上次检查是2026年7月1日；每年至少 1 次，即最长隔 12 个月").waitFor();
});

test("without a visit the next is counted from the registration, and is not called late", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { ...listed, registered_on: "2025-03-02" }, "2026-11-22");
  const due = under(page, "最迟检查日");
  await due.getByText("2026年3月2日").waitFor();
  await due.locator(".tag", { hasText: "无检查记录" }).waitFor();
  assert.equal(await due.locator(".tag").count(), 1, "nothing is late that never was");
  await due.getByText("没有检查记录，从成立日期2025年3月2日算起").waitFor();
  assert.equal(await under(page, "年度上限").locator("li").count(), 0);
});

test("without a visit and a registration it is due now", async (t) => {
  const { page } = await open(t);
  await openRecord(page, listed, "2026-11-22");
  await under(page, "最迟检查日").getByText("也没有填写成立日期，因此现在就该安排").waitFor();
});

test("each line has its source, and says where it is our own choice", async (t) => {
  const { page } = await open(t);
  await openRecord(page, listed, "2026-11-22");
  const cite = (word) => under(page, word).locator(".cite").innerText();
  assert.match(await cite("方式"), /^包府发〔2024〕40号第117条\s*已于2026年5月28日到期$/);
  assert.match(await cite("抽查比例"), /^巴彦淖尔市2022年三新企业专项抽查\s*规定未写明（本工具暂定）$/);
  assert.equal(await cite("检查频次"), "规定未写明（本工具暂定）");
  assert.equal(await cite("年度上限"), "规定未写明（本工具暂定）");
});

test("how late a penalty was published is told with its unit", async (t) => {
  const { page } = await open(t);
  // Twenty working days after Monday 28 September 2026 is 30 October, over the holiday; Tuesday 3 November is two later.
  const fined = (published_on) => ({ decided_on: "2026-09-28", published_on, kinds: ["fine"], fine_yuan: 60000 });
  const penalties = [fined("2026-11-03"), fined("2026-10-30"), fined(null)];
  await openRecord(page, { penalties }, "2026-11-22");
  const late = page.locator("section[aria-labelledby=disclosure] tbody td.number");
  assert.deepEqual(await late.allInnerTexts(), ["2 个工作日", "未迟延", "—"]);
});

test("a visit that was made and is due again is told by how many days it is late", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { ...listed, inspections: [{ on: "2025-03-02" }] }, "2026-11-22");
  // From 2 March to 22 November: 29 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 22.
  await under(page, "最迟检查日").locator(".tag", { hasText: "已超期 265 天" }).waitFor();
});

test("advice, measures and visits say the same", async (t) => {
  const { page } = await open(t);
  const measures = page.locator("section[aria-labelledby=measures] li");
  // Of the best class, but its food grade asks for two to three visits a year.
  await openRecord(page, { sectors: ["food"], risk_grades: { food: "C" } }, "2026-11-22");
  await page.locator(".advice", { hasText: "按常规比例和频次抽查" }).waitFor();
  await page.getByText("每年2至3次").first().waitFor();
  const told = await measures.allInnerTexts();
  assert.equal(told[0], "检查：常规抽查，每年2至3次");
  assert.match(told[1], /除规定了最低检查频次的外，原则上不主动开展检查/);
  // Of the worst class without being on the list of serious violations.
  await page.locator(".brand").click();
  await openRecord(page, listed, "2026-11-22");
  await page.locator(".head .badge", { hasText: "违法失信、风险较高" }).waitFor();
  assert.deepEqual(await measures.allInnerTexts(), ["检查：提高比例和频次，每年1至2次"]);
  assert.equal(await page.getByText("没有相应措施").count(), 0);
});
