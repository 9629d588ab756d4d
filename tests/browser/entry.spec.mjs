import assert from "node:assert/strict";
import test from "node:test";
import { becomes, fined, newNamedRecord, newRecord, openRecord, setAsOf, started, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const value = (page, name) => page.locator(`[id="${name}"]`).inputValue();
const badge = (page, words) => page.locator(".head .badge", { hasText: words }).waitFor();

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());

test("whoever begins a record is in its first field, and after each penalty in the next or in the list", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await becomes(() => focused(page), "basics.uscc");
  await page.keyboard.type("91150203MA0N00001T");
  await page.keyboard.press("Tab");
  await page.keyboard.type("包头市示例有限公司");
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  await becomes(async () => /^penalties\.0\./.test(await focused(page)), true, "the first field of the penalty has the focus");
  await write(page, "penalties.0.decided_on", "2026-03-05");
  await page.getByRole("button", { name: "再添加一项" }).click();
  await becomes(async () => /^penalties\.1\./.test(await focused(page)), true, "so has that of the next one");
  assert.equal(await page.locator('[id="penalties.0.decided_on"]').count(), 0, "the one before is folded away");
  await write(page, "penalties.1.decided_on", "2026-04-06");
  await page.getByRole("button", { name: "完成" }).click();
  const isFirst = () => page.evaluate(() => document.activeElement.matches("#penalties li:first-child .line"));
  await becomes(isFirst, true, "the penalty that is done has the focus in its list");
});

/** Presses Tab until something has the focus, and returns how often. */
async function tabsTo(page, matches) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate(matches)) return presses;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never came to ${matches}`);
}

test("the kinds of a penalty are one stop for Tab, and from its amount it is few to the end", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  await becomes(() => focused(page), "penalties.0.decided_on");
  await page.keyboard.type("2026-03-05");
  const kinds = () => document.activeElement.name === "penalties.0.kinds";
  // The button of the calendar stands between.
  assert.equal(await tabsTo(page, kinds), 2);
  const value = () => page.evaluate(() => document.activeElement.value);
  const codes = await page.locator('[name="penalties.0.kinds"]').evaluateAll((boxes) => boxes.map((box) => box.value));
  assert.equal(await value(), codes[0]);
  await page.getByRole("group", { name: /^处罚类别（必填）.*方向键移动，空格键勾选$/ }).waitFor();
  for (const [key, code] of [["ArrowRight", codes[1]], ["End", codes.at(-1)], ["ArrowDown", codes[0]], ["ArrowUp", codes.at(-1)], ["Home", codes[0]]]) {
    await page.keyboard.press(key);
    assert.equal(await value(), code, key);
  }
  await page.keyboard.press("Space");
  await page.locator("#penalties .line", { hasText: "警告" }).waitFor();
  assert.equal(await tabsTo(page, () => document.activeElement.id === "penalties.0.fine_yuan"), 1);
  // Going back one comes to the same box as before.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await value(), codes[0]);
  await page.keyboard.press("Tab");
  const isDone = () => document.activeElement.textContent === "完成";
  const count = await tabsTo(page, isDone);
  assert.ok(count < 10, `${count} Tabs`);
  await assertAccessible(page);
});

test("Enter ends a penalty that is whole, and goes to what is missing or wrong in one that is not", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  await becomes(() => focused(page), "penalties.0.decided_on");
  await page.keyboard.type("2026-03-05");
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.name), "penalties.0.kinds", "the kinds are missing");
  await page.keyboard.press("Tab");
  await page.keyboard.type("很多");
  await page.keyboard.press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.name), "penalties.0.kinds", "and come before what is wrong");
  await page.locator('[id="penalties.0.fine_yuan"]').fill("6万");
  await page.keyboard.press("Enter");
  await page.locator(".fact-form").waitFor({ state: "detached" });
  const line = () => page.evaluate(() => document.activeElement.matches("#penalties .line") && document.activeElement.innerText);
  await becomes(line, /2026年3月5日 罚款6万元/, "the penalty that is done has the focus");
  await badge(page, "信用风险一般");
});

test("what few penalties have is folded away until there is something in it", async (t) => {
  const { page } = await open(t);
  const annulled = fined("2026-01-05", { annulled_on: "2026-02-05" });
  await openRecord(page, { penalties: [fined("2026-03-05"), annulled] }, "2026-11-21");
  const field = (index) => page.locator(`[id="penalties.${index}.annulled_on"]`);
  await page.locator("#penalties .line").first().click();
  await page.locator('[id="penalties.0.discretion"]').waitFor();
  assert.equal(await field(0).isVisible(), false);
  await page.getByText("处罚机关、履行、修复和撤销").click();
  assert.ok(await field(0).isVisible());
  // It stays open for whoever empties what was there.
  await write(page, "penalties.0.annulled_on", "2026-02-05");
  await write(page, "penalties.0.annulled_on", "");
  assert.ok(await field(0).isVisible());
  await page.locator("#penalties .line").nth(1).click();
  await field(1).waitFor();
  assert.ok(await field(1).isVisible(), "here is something in it");
});

test("what the repair of a penalty lacks stands outside the fold, and stays while it is filled in", async (t) => {
  const { page } = await open(t);
  const done = { fulfilled_on: "2026-04-01", harm_eliminated_on: "2026-04-01", commitment_on: "2026-04-01" };
  await openRecord(page, { penalties: [fined("2026-03-05"), fined("2025-12-05", done)] }, "2026-11-21");
  const field = (index, name) => page.locator(`[id="penalties.${index}.${name}"]`);
  const isFolded = (index, name) => field(index, name).evaluate((input) => input.closest(".fact-form details") !== null);
  await page.locator("#penalties .line").first().click();
  for (const name of ["fulfilled_on", "harm_eliminated_on"]) {
    await field(0, name).waitFor();
    assert.equal(await isFolded(0, name), false, name);
  }
  assert.equal(await field(0, "authority").isVisible(), false, "the rest is folded away");
  await field(0, "harm_eliminated_on").focus();
  await page.keyboard.type("2026-4-1");
  await page.keyboard.press("Tab");
  await becomes(() => value(page, "penalties.0.harm_eliminated_on"), "2026年4月1日");
  assert.equal(await isFolded(0, "harm_eliminated_on"), false, "where it was");
  await page.locator("#penalties .line").nth(1).click();
  await field(1, "fulfilled_on").waitFor();
  assert.equal(await isFolded(1, "fulfilled_on"), true, "of one that lacks nothing it is one of the rest");
});

test("Tab goes through a list of facts as the eye does: its heading, its buttons, its facts", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2026-03-05")] }, "2026-11-21");
  await page.locator("#penalties .lid > summary").focus();
  const way = [];
  for (let presses = 0; presses < 4; presses += 1) {
    way.push(await page.evaluate(() => document.activeElement.innerText.replace(/ \d.*$/s, "")));
    const { y } = await page.evaluate(() => document.activeElement.getBoundingClientRect());
    way.at(-1) || assert.fail(`nothing at ${y}`);
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(way.slice(0, 3), ["行政处罚 (1)", "粘贴表格行", "添加"]);
  assert.match(way[3], /^2026年3月5日/);
  // Folded away by its heading, and opened by whatever leads to it.
  await page.locator("#penalties .lid > summary").click();
  await page.locator("#penalties .line").waitFor({ state: "hidden" });
  await page.locator(".reasons summary").first().click();
  await page.locator(".reasons button.link").first().click();
  await page.locator("#penalties .line").waitFor();
});

test("facts stand with the latest first, and keep their order while one is written in", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [fined("2024-02-03"), fined("2026-05-06"), fined("2025-01-02")] }, "2026-11-21");
  const days = () => page.locator("#penalties .line").evaluateAll((lines) => lines.map((line) => line.textContent.match(/\d+年\d+月\d+日/)[0]));
  assert.deepEqual(await days(), ["2026年5月6日", "2025年1月2日", "2024年2月3日"]);
  await page.locator("#penalties .line").nth(2).click();
  await write(page, "penalties.0.decided_on", "2026-10-10");
  await becomes(days, ["2026年5月6日", "2025年1月2日", "2026年10月10日"]);
});

test("the first thing that a keyboard reaches leads past the head of the page to its content", async (t) => {
  const { page } = await open(t);
  await started(page);
  await page.keyboard.press("Tab");
  await becomes(() => focused(page), "跳到内容");
  assert.ok((await page.getByRole("link", { name: "跳到内容" }).boundingBox()).y >= 0, "it is seen");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  assert.equal(new URL(page.url()).hash, "", "the address stays");
});

test("a ten-penalty enterprise is entered by keyboard alone, and becomes a key case with the tenth", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await setAsOf(page, "2026-11-21");
  const tabTo = async (matches) => {
    for (let presses = 0; presses < 120; presses += 1) {
      if (await page.evaluate(matches)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab never came to ${matches}`);
  };
  await tabTo(() => document.activeElement.id === "basics.uscc");
  await page.keyboard.type("91150203MAE0YWCM6D");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ten Penalties Ltd");
  for (let number = 1; number <= 10; number += 1) {
    await tabTo(() => document.activeElement.matches("#penalties > button"));
    await page.keyboard.press("Enter");
    await tabTo(() => /^penalties\.\d+\.decided_on$/.test(document.activeElement.id));
    await page.keyboard.type(`2025.${number}.8`);
    await tabTo(() => document.activeElement.value === "warning");
    await page.keyboard.press("Space");
    if (number === 9) assert.equal(await page.locator(".head .tag", { hasText: "重点案件" }).count(), 0);
    // Back to where the next one is added: the fields are folded away first.
    await tabTo(() => document.activeElement.matches(".fact-form > .done > button"));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
  }
  await badge(page, "违法失信、风险较高");
  await page.locator(".head .tag", { hasText: "重点案件" }).waitFor();
  await page.getByRole("heading", { level: 1, name: "Ten Penalties Ltd" }).waitFor();
  await page.getByText("行政处罚 (10)").waitFor();
});

test("days, amounts and codes are read in every usual form", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await write(page, "basics.uscc", "9115 0203 mae0 ywcm 6d");
  await becomes(() => value(page, "basics.uscc"), "91150203MAE0YWCM6D");
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  for (const day of ["2025-03-02", "2025/3/2", "2025.3.2", "20250302", "2025年3月2日", "２０２５－０３－０２"]) {
    await write(page, "penalties.0.decided_on", "");
    await write(page, "penalties.0.decided_on", day);
    await becomes(() => value(page, "penalties.0.decided_on"), "2025年3月2日", day);
  }
  for (const [typed, yuan] of [["6万", "60000"], ["0.2 万元", "2000"], ["60,000", "60000"], ["1234.5元", "1234.5"], ["5千", "5000"], ["三百", "300"]]) {
    await write(page, "penalties.0.fine_yuan", typed);
    await becomes(() => value(page, "penalties.0.fine_yuan"), yuan, typed);
  }
  // The same amount in another form is no change, and still shown as the page writes it.
  await write(page, "penalties.0.fine_yuan", "1,234.50");
  await becomes(() => value(page, "penalties.0.fine_yuan"), "1234.5");
});

test("a wrong field says in words what is wrong, keeps what was typed, and stops nothing else", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: [{ decided_on: "2026-05-06", kinds: ["fine"], fine_yuan: 80000 }] }, "2026-11-21");
  await badge(page, "信用风险一般");
  await page.locator("#penalties .line").click();
  await write(page, "penalties.0.published_on", "2026-02-30");
  const field = page.locator('[id="penalties.0.published_on"]');
  await page.getByText("没有“2026-02-30”这一天").waitFor();
  await becomes(() => field.inputValue(), "2026-02-30");
  await becomes(() => field.getAttribute("aria-invalid"), "true");
  await badge(page, "信用风险一般");
  await write(page, "penalties.0.fine_yuan", "若干");
  await page.getByText("看不出“若干”是多少钱").waitFor();
  await badge(page, "信用风险一般");
  // Without its day the penalty itself does not count, and that is said.
  await write(page, "penalties.0.decided_on", "去年");
  await page.getByText("还缺处罚决定日期").waitFor();
  await badge(page, "信用良好");
  await page.locator(".head .tag", { hasText: "1项处罚未计入" }).waitFor();
  await write(page, "penalties.0.decided_on", "2026-05-06");
  await badge(page, "信用风险一般");
  await becomes(() => page.getByText("还缺处罚决定日期").count(), 0);
});

test("every step can be undone and done again", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await write(page, "basics.uscc", "91150203MAE0YWCM6D");
  await write(page, "basics.name", "甲公司");
  await page.getByRole("button", { name: "添加 严重违法失信名单" }).click();
  await write(page, "serious_listings.0.listed_on", "2026-01-05");
  await badge(page, "违法失信、风险较高");
  await page.locator("#serious_listings").getByRole("button", { name: "删除" }).click();
  await badge(page, "信用良好");
  await page.keyboard.press("Control+z");
  await badge(page, "违法失信、风险较高");
  await becomes(() => value(page, "serious_listings.0.listed_on"), "2026年1月5日");
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("Control+z");
  await becomes(() => value(page, "basics.name"), "");
  await page.getByRole("button", { name: "撤销" }).and(page.locator(":disabled")).waitFor();
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("Control+y");
  await badge(page, "违法失信、风险较高");
  await becomes(() => value(page, "basics.name"), "甲公司");
  // Text that is being written belongs to the browser's own undoing.
  await page.locator('[id="basics.name"]').focus();
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await becomes(() => value(page, "basics.name"), "甲公司");
  await badge(page, "违法失信、风险较高");
});

test("Chinese typed by pinyin arrives whole", async (t) => {
  const { page, context } = await open(t);
  await newRecord(page);
  await page.locator('[id="basics.name"]').focus();
  const client = await context.newCDPSession(page);
  for (const text of ["b", "bao", "bao'tou", "包头"]) {
    await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await client.send("Input.insertText", { text: "包头" });
  await client.send("Input.imeSetComposition", { text: "shi", selectionStart: 3, selectionEnd: 3 });
  await client.send("Input.insertText", { text: "市" });
  await page.keyboard.press("Tab");
  await page.getByRole("heading", { level: 1, name: "包头市" }).waitFor();
  await becomes(() => value(page, "basics.name"), "包头市");
});

test("sectors, grades, listings, leads, inspections and commitments can be entered", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  await setAsOf(page, "2026-11-21");
  await page.getByText("监管领域和风险等级").click();
  await page.locator('[name="basics.sectors"][value=food]').check();
  await page.locator('[id="basics.risk_grades.food"]').selectOption("D");
  // Grade D raises the class by one step.
  await badge(page, "信用风险一般");
  await page.locator('[id="basics.risk_grades.food"]').selectOption("");
  await badge(page, "信用良好");
  await page.getByRole("button", { name: "添加 经营异常名录" }).click();
  await page.locator('[id="abnormal_listings.0.reason"]').selectOption("annual_report");
  await write(page, "abnormal_listings.0.listed_on", "2026-07-08");
  await badge(page, "信用风险一般");
  await write(page, "abnormal_listings.0.removed_on", "2026-08-01");
  await badge(page, "信用良好");
  await page.getByRole("button", { name: "添加 线索" }).click();
  await page.locator('[id="leads.0.kind"]').selectOption("complaint");
  await write(page, "leads.0.received_on", "2026-11-01");
  await page.locator(".head .tag", { hasText: "线索" }).waitFor();
  await page.getByRole("button", { name: "添加 检查记录" }).click();
  await write(page, "inspections.0.on", "2026-03-04");
  await page.locator('[id="inspections.0.result"]').selectOption("unrectified");
  await badge(page, "信用风险一般");
  await page.getByRole("button", { name: "添加 失信被执行人" }).click();
  await write(page, "court_listings.0.listed_on", "2026-03-04");
  await badge(page, "违法失信、风险较高");
  await page.getByRole("button", { name: "添加 信用承诺" }).click();
  await page.locator('[id="commitments.0.kind"]').selectOption("repair");
  await write(page, "commitments.0.breached_on", "2026-03-04");
  await becomes(() => page.locator(".reasons > li").count(), 3);
  await assertAccessible(page);
});

test("the officer's conclusion is kept, and changes nothing that is computed", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { court_listings: [{ listed_on: "2026-01-05" }] }, "2026-11-21");
  await badge(page, "违法失信、风险较高");
  await page.getByText("人员结论").click();
  await page.locator('[id="judgement.class"]').selectOption("good");
  await page.getByText("还缺").waitFor();
  await write(page, "judgement.reason", "法院已出具履行证明");
  await write(page, "judgement.officer", "张三");
  await page.locator(".judgement", { hasText: "张三" }).waitFor();
  await badge(page, "违法失信、风险较高");
  await page.reload();
  await badge(page, "违法失信、风险较高");
  await becomes(() => value(page, "judgement.reason"), "法院已出具履行证明");
});

test("records stand side by side in tabs, each with its own steps, and survive a reload", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await write(page, "basics.name", "甲公司");
  await newRecord(page);
  await write(page, "basics.name", "乙公司");
  await write(page, "basics.uscc", "写到一半");
  const tabs = page.locator(".tabs a");
  await becomes(() => tabs.allInnerTexts(), ["甲公司", "乙公司"]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await becomes(() => tabs.allInnerTexts(), ["甲公司", "未命名企业"]);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await tabs.first().click();
  await page.getByRole("heading", { level: 1, name: "甲公司" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "甲公司" }).waitFor();
  await tabs.nth(1).click();
  await becomes(() => value(page, "basics.uscc"), "写到一半");
  await page.getByRole("button", { name: "关闭“甲公司”" }).click();
  await becomes(() => tabs.allInnerTexts(), ["乙公司"]);
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("xinheng.tab.")));
  await becomes(kept, ["xinheng.tab.2"]);
});

test("a field that was not read says so when its penalty is folded away; the order follows what was typed", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  await page.getByRole("button", { name: "添加 行政处罚" }).click();
  await write(page, "penalties.0.decided_on", "2026-03-05");
  await page.locator('[name="penalties.0.kinds"][value="fine"]').check();
  await write(page, "penalties.0.fine_yuan", "很多");
  await write(page, "penalties.0.annulled_on", "五月");
  await page.getByRole("button", { name: "再添加一项" }).click();
  await page.locator("#penalties").getByText("没有识别、未计入评估：罚款金额、撤销日期。").waitFor();
  await write(page, "penalties.1.decided_on", "2026-01-05");
  await page.locator('[name="penalties.1.kinds"][value="warning"]').check();
  const lines = () => page.locator("#penalties .line").allInnerTexts();
  assert.match((await lines())[0], /2026年1月5日/, "what is written in stays where it is");
  await page.getByRole("button", { name: "完成" }).click();
  await becomes(async () => (await lines()).map((line) => line.match(/2026年\d+月/)[0]).join(), "2026年3月,2026年1月");
});

test("a step that is on the page outlives a reload, also where the page is left before it has done all else", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await write(page, "basics.name", "甲公司");
  // What the page puts off until it has shown the step, as on a slow machine, comes no more.
  await page.evaluate(() => {
    const later = window.setTimeout;
    let now = Date.now();
    Date.now = () => (now += 1000);
    const isShown = () => document.querySelector("h1").innerText === "甲有限公司";
    window.setTimeout = (act, ms) => later(() => isShown() || act(), ms);
  });
  await page.locator('[id="basics.name"]').fill("甲有限公司");
  await page.locator('[id="basics.name"]').press("Tab");
  await page.getByRole("heading", { level: 1, name: "甲有限公司" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "甲有限公司" }).waitFor();
});

test("a record that was closed by mistake comes back as it was, with its steps, also from the build with all pages", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await write(page, "basics.name", "甲公司");
  await write(page, "basics.name", "甲有限公司");
  await newRecord(page);
  await write(page, "basics.name", "乙公司");
  const tabs = page.locator(".tabs a");
  await page.getByRole("button", { name: "关闭“甲有限公司”" }).click();
  await becomes(() => tabs.allInnerTexts(), ["乙公司"]);
  await page.getByRole("button", { name: "撤销关闭：甲有限公司" }).click();
  await becomes(() => tabs.allInnerTexts(), ["甲有限公司", "乙公司"]);
  await page.getByRole("heading", { level: 1, name: "甲有限公司" }).waitFor();
  await page.keyboard.press("Control+z");
  await becomes(() => tabs.allInnerTexts(), ["甲公司", "乙公司"]);
  // All at once, and from another page, which another build renders.
  await page.getByRole("button", { name: "全部关闭" }).click();
  await becomes(() => tabs.count(), 0);
  await page.getByRole("link", { name: "规则", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "规则" }).waitFor();
  await page.getByRole("button", { name: "撤销关闭：甲公司等2条记录" }).click();
  await becomes(() => tabs.allInnerTexts(), ["甲公司", "乙公司"]);
  await page.getByRole("heading", { level: 1, name: "乙公司" }).waitFor();
  await tabs.first().click();
  await page.getByRole("heading", { level: 1, name: "甲公司" }).waitFor();
  await page.keyboard.press("Control+y");
  await becomes(() => tabs.first().innerText(), "甲有限公司");
  await page.reload();
  await becomes(() => tabs.allInnerTexts(), ["甲有限公司", "乙公司"]);
});
