// The ledger below the answer of an enterprise: what is noted, what is owed and by when, where it is kept, how colleagues' come together.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { becomes, chooseFiles, creditCode, openRecord, openSample, pickFirst, started, toStart, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { button, entries, ledger, note, openShop, showLedger } from "./ledger.mjs";

/** A Saturday: what is late goes by it, and not by the as-of date. */
const TODAY = new Date("2026-11-21T10:15:00+08:00");
const atToday = { prepare: (context) => context.clock.setFixedTime(TODAY), context: { timezoneId: "Asia/Shanghai" } };

/** Opens what is behind the button on keeping, and presses one there. */
async function menu(page, name) {
  await ledger(page).locator(".ledger-menu").evaluate((fold) => (fold.open = true));
  await button(page, name).click();
}

async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), menu(page, "保存为文件")]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), "utf8") };
}

test("what was done is noted below the answer with its day and who noted it, and changes no answer", async (t) => {
  const { page } = await open(t, atToday);
  await openShop(page);
  const answer = await page.locator(".answer .head").innerText();
  await page.getByText("还没有记录。").waitFor();
  await note(page, "已通知");
  await becomes(() => entries(page), ["已通知（2026年11月21日）"]);
  assert.match(await ledger(page).locator(".entries .quiet").first().innerText(), /^2026年11月21日 10:15 张三$/);
  await note(page, "自定义标记", { text: "约谈", on: "2026/11/20" });
  await note(page, "备注", { text: "<b>承诺书</b>未盖章" });
  await note(page, "信用承诺", { promise: "信用修复型", until: "2026年12月31日", on: "20261119" });
  await becomes(() => entries(page), [
    "信用承诺：信用修复型，2026年11月19日；期限2026年12月31日",
    "<b>承诺书</b>未盖章",
    "约谈（2026年11月20日）",
    "已通知（2026年11月21日）",
  ]);
  assert.equal(await page.locator(".answer .head").innerText(), answer);
  await button(page, "记为违诺").click();
  await becomes(async () => (await entries(page))[0], /2026年11月21日违诺$/);
  assert.equal(await button(page, "记为已履行").count(), 0, "it was broken");
  await button(page, "记下本次评估").click();
  await becomes(async () => (await entries(page))[0], /^2026年10月30日的评估：/);
  await assertAccessible(page);
});

test("what is wrong with an entry is told at its field and nothing typed is lost", async (t) => {
  const { page } = await open(t, atToday);
  await openShop(page);
  await page.locator("#ledger-kind").selectOption({ label: "备注" });
  await button(page, "记入台账").click();
  await becomes(() => page.locator("#ledger-text-fault").innerText(), "请填写");
  assert.equal(await page.locator("#ledger-author-fault").innerText(), "请填写");
  await page.locator("#ledger-kind").selectOption({ label: "自定义标记" });
  await write(page, "ledger-text", "约谈");
  await write(page, "ledger-author", "张三");
  for (const [day, words] of [
    ["2026-11-22", /还没有到，做过以后再记/],
    ["2026-02-30", /没有“2026-02-30”这一天/],
  ]) {
    await write(page, "ledger-on", day);
    await button(page, "记入台账").click();
    await becomes(() => page.locator("#ledger-on-fault").innerText(), words);
  }
  assert.equal(await page.locator("#ledger-text").inputValue(), "约谈");
  assert.deepEqual(await entries(page), []);
  await write(page, "ledger-on", "2026-11-20");
  await button(page, "记入台账").click();
  await becomes(() => entries(page), ["约谈（2026年11月20日）"]);
  assert.equal(await page.locator("#ledger-author").inputValue(), "张三", "asked once");
});

test("of a repair that is under way it says what is owed by which day, late by today and not by the as-of date", async (t) => {
  const { page } = await open(t, atToday);
  await openShop(page);
  const due = () => ledger(page).locator(".deadlines li").allInnerTexts();
  const late = () => ledger(page).locator(".deadlines .overdue").allInnerTexts();
  await note(page, "修复办理步骤", { act: "提出申请", on: "2026-11-16" });
  // samr-107 art. 16 and 17, working days: two to accept, seven to decide, three to end publication.
  await becomes(due, [
    "受理或者告知补正：最迟2026年11月18日（已逾期 3 天）",
    "作出决定：最迟2026年11月27日（还有 6 天）",
    "停止公示或者移出：最迟2026年12月2日（还有 11 天）",
  ]);
  assert.equal((await late()).length, 1);
  await ledger(page).getByText("是否逾期按今天（2026年11月21日）算。").waitFor();
  await note(page, "修复办理步骤", { act: "受理", on: "2026-11-18" });
  await becomes(due, [
    "受理或者告知补正：2026年11月18日",
    "作出决定：最迟2026年11月27日（还有 6 天）",
    "停止公示或者移出：最迟2026年12月2日（还有 11 天）",
  ]);
  assert.deepEqual(await late(), []);
  // Complex cases take ten working days more.
  await note(page, "修复办理步骤", { act: "延长办理期限", on: "2026-11-20" });
  await becomes(async () => (await due())[1], "作出决定：最迟2026年12月11日（还有 20 天）");
  await note(page, "修复办理步骤", { act: "不予修复", on: "2026-11-20" });
  await becomes(async () => (await due())[0], "已办结");
});

test("an entry is corrected or withdrawn, and what stood there before stays readable", async (t) => {
  const { page } = await open(t, atToday);
  await openShop(page);
  await note(page, "备注", { text: "已电话联系" });
  await button(page, "更正").click();
  assert.equal(await page.locator("#ledger-text").inputValue(), "已电话联系");
  await write(page, "ledger-text", "已电话联系法定代表人");
  await button(page, "保存更正").click();
  await becomes(() => entries(page), ["已电话联系法定代表人"]);
  await button(page, "更正").click();
  await button(page, "不更正了").click();
  await becomes(() => button(page, "记入台账").count(), 1);
  await button(page, "撤回").click();
  await becomes(() => entries(page), []);
  await ledger(page).getByText("更正、撤回以前的记录（3条）").click();
  const former = await ledger(page).locator(".former .message").allInnerTexts();
  assert.deepEqual(former, ["（撤回）", "已电话联系法定代表人", "已电话联系"]);
});

test("the ledger outlives a reload in its tab, and the tab where it is to be kept, for a record and for a row of a list alike", async (t) => {
  const { page, context, server } = await open(t);
  await openSample(page);
  await pickFirst(page);
  await ledger(page).waitFor();
  const name = await page.locator(".enterprise h1").innerText();
  const uscc = await page.locator('[id="basics.uscc"]').inputValue();
  await note(page, "待复核");
  await becomes(async () => (await entries(page)).length, 1);
  await page.getByText("只保留到这个页签关闭为止。").waitFor();
  await page.reload();
  await becomes(async () => (await entries(page)).length, 1);
  await ledger(page).getByRole("button", { name: "保留在本机浏览器中" }).first().click();
  await ledger(page).getByText("保留在本机浏览器中。").waitFor();
  await page.close();

  const later = await context.newPage();
  await later.goto(server.url);
  await openRecord(later, { uscc, name }, "2026-11-21");
  await ledger(later).waitFor();
  await becomes(async () => (await entries(later)).join(), /^待复核（/);
  assert.equal(await later.locator("#ledger-author").inputValue(), "张三", "asked once");
  await menu(later, "不再保留");
  await ledger(later).getByText("只保留到这个页签关闭为止。").waitFor();
  assert.equal((await entries(later)).length, 1, "here it stays");
  await later.close();

  const last = await context.newPage();
  await last.goto(server.url);
  await openRecord(last, { uscc, name }, "2026-11-21");
  await showLedger(last);
  await last.getByText("还没有记录。").waitFor();
});

test("two tabs write into one ledger, and each has what the other wrote", async (t) => {
  const { page, context, server } = await open(t);
  await openShop(page);
  await note(page, "备注", { text: "第一条" });
  await ledger(page).getByRole("button", { name: "保留在本机浏览器中" }).first().click();
  await ledger(page).getByText("保留在本机浏览器中。").waitFor();
  const other = await context.newPage();
  await other.goto(server.url);
  await openShop(other);
  await becomes(() => entries(other), ["第一条"]);
  await note(other, "备注", { text: "第二条", author: "李四" });
  await becomes(() => entries(page), ["第二条", "第一条"]);
  await note(page, "备注", { text: "第三条", author: "张三" });
  await becomes(() => entries(other), ["第三条", "第二条", "第一条"]);
  await other.reload();
  await becomes(() => entries(other), ["第三条", "第二条", "第一条"]);
});

test("ledgers of colleagues come together as files: nothing twice, what contradicts is shown", async (t) => {
  const mine = await open(t, atToday);
  await openShop(mine.page);
  await note(mine.page, "修复办理步骤", { act: "提出申请", on: "2026-11-16" });
  const shared = await saved(mine.page);
  assert.equal(shared.name, "信衡台账_2026-11-21.json");
  await mine.page.getByRole("status").getByText("已保存为“信衡台账_2026-11-21.json”。").waitFor();

  const hers = await open(t, atToday);
  await openShop(hers.page);
  const merge = async (page, file, words) => {
    await page.locator("#ledger-file").setInputFiles({ name: "台账.json", mimeType: "application/json", buffer: Buffer.from(file) });
    await page.locator("main > .notice").getByText(words).waitFor();
  };
  await merge(hers.page, shared.text, "“台账.json”：新增 1 条，原来就有 0 条。");
  await note(hers.page, "修复办理步骤", { act: "受理", on: "2026-11-17", author: "李四" });
  await note(mine.page, "修复办理步骤", { act: "受理", on: "2026-11-18" });
  await merge(mine.page, (await saved(hers.page)).text, "“台账.json”：新增 1 条，原来就有 1 条。");
  const alarm = ledger(mine.page).getByRole("alert");
  await alarm.getByText("记录互相矛盾").waitFor();
  const [one, other] = await alarm.locator("li").allInnerTexts();
  assert.match(one, /受理，2026年11月1[78]日 (张三|李四)$/);
  assert.match(other, /受理，2026年11月1[78]日 (张三|李四)$/);
  assert.notEqual(one, other);
  // The one that is wrong is withdrawn.
  const wrong = ledger(mine.page).locator(".entry", { hasText: "李四" });
  await wrong.getByRole("button", { name: "撤回" }).click();
  await becomes(() => alarm.count(), 0);
  for (const [file, words] of [
    ["{}", "“台账.json”不是信衡台账"],
    ["没有", "“台账.json”不是信衡台账"],
    [shared.text.replace(/"version": ?\d+/, '"version":99'), "“台账.json”是较新版本的信衡保存的"],
  ]) {
    await merge(mine.page, file, words);
  }
  assert.equal((await entries(mine.page)).length, 2);
});

test("a full disk and a denied storage are told, and what was noted is still there", async (t) => {
  const { page, context } = await open(t);
  await openShop(page);
  await note(page, "备注", { text: "已电话联系" });
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1 });
  await ledger(page).getByRole("button", { name: "保留在本机浏览器中" }).first().click();
  await ledger(page).getByRole("alert").getByText("浏览器没有保留刚才记的内容").waitFor();
  await becomes(() => entries(page), ["已电话联系"]);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin });
  await button(page, "再试一次").click();
  await ledger(page).getByText("保留在本机浏览器中。").waitFor();
  await becomes(() => ledger(page).getByRole("alert").count(), 0);
});

test("the ledger goes with everything else that the browser keeps", async (t) => {
  const { page, context, server } = await open(t);
  await openShop(page);
  await note(page, "备注", { text: "已电话联系" });
  await ledger(page).getByRole("button", { name: "保留在本机浏览器中" }).first().click();
  await ledger(page).getByText("保留在本机浏览器中。").waitFor();
  await toStart(page);
  await page.getByRole("button", { name: "清除本机浏览器保留的全部内容" }).click();
  await page.getByText("台账").first().waitFor();
  await page.getByRole("button", { name: "清除", exact: true }).click();
  await becomes(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  const later = await context.newPage();
  await later.goto(server.url);
  await openShop(later);
  await later.getByText("还没有记录。").waitFor();
});

test("marks stand in the list, which is narrowed to one of them, and those that were selected are given one", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  const total = await page.locator(".rows td.name").count();
  const names = (await page.locator(".rows td.name a").allInnerTexts()).slice(0, 2);
  for (const row of [0, 1]) await page.locator(".rows tbody .select-one input").nth(row).check();
  assert.equal(await page.locator("#by-ledger-mark").count(), 0, "there is no mark to choose");
  await page.locator(".mark-menu > summary").click();
  await page.locator(".mark-menu").getByRole("button", { name: "待复核" }).click();
  await page.getByRole("alert").getByText("请先填写记录人").waitFor();
  await write(page, "mark-author", "张三");
  await page.locator(".mark-menu").getByRole("button", { name: "待复核" }).click();
  await page.getByRole("status").getByText("已给 2 户记上“待复核”。").waitFor();
  await becomes(() => page.locator(".rows td.name", { hasText: "待复核" }).locator("a").allInnerTexts(), names);
  await page.locator("#by-ledger-mark").selectOption({ label: "待复核（2户）" });
  await becomes(() => page.locator(".rows td.name a").allInnerTexts(), names);
  // What one of them is relieved of, the list is too.
  await page.locator(".rows td.name a").first().click();
  await ledger(page).waitFor();
  await button(page, "撤回").click();
  await becomes(() => entries(page), []);
  await page.goBack();
  await becomes(() => page.locator(".rows td.name a").allInnerTexts(), names.slice(1));
  await page.getByRole("button", { name: "清除筛选" }).click();
  await becomes(() => page.locator(".rows td.name").count(), total);
  assert.equal(await page.locator("#by-ledger-mark").inputValue(), "");
});

test("a ledger is opened like any other file, and goes along in the archive of a district", async (t) => {
  const one = await open(t);
  await openSample(one.page);
  await pickFirst(one.page);
  await note(one.page, "备注", { text: "已电话联系" });
  const file = await saved(one.page);
  await one.page.goBack();
  await one.page.locator(".keep > summary").click();
  const [download] = await Promise.all([one.page.waitForEvent("download"), one.page.locator(".keep").getByRole("button", { name: "保存为文件" }).click()]);
  const archive = { name: "存档.xinheng", bytes: fs.readFileSync(await download.path()) };

  const other = await open(t);
  await started(other.page);
  await chooseFiles(other.page, [file]);
  await other.page.getByRole("status").getByText(`“${file.name}”：新增 1 条，原来就有 0 条。`).waitFor();
  await chooseFiles(other.page, [archive]);
  await other.page.getByRole("status").getByText("“存档.xinheng”：新增 0 条，原来就有 1 条。").waitFor();

  const third = await open(t);
  await started(third.page);
  await chooseFiles(third.page, [archive]);
  await third.page.getByRole("status").getByText("“存档.xinheng”：新增 1 条，原来就有 0 条。").waitFor();
  await pickFirst(third.page);
  await becomes(() => entries(third.page), ["已电话联系"]);
});

const REGISTER = ["统一社会信用代码,企业名称,登记状态", `${creditCode(1)},包头市台账示例有限公司,存续`, ""].join("\n");
const penalties = (fine) =>
  ["统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关", `${creditCode(1)},示例1号,罚款,${fine},2026-05-06,2026-05-06,包头市市场监督管理局`, ""].join("\n");
const month = (fine) => [
  { name: "经营主体.csv", text: REGISTER },
  { name: "行政处罚.csv", text: penalties(fine) },
];

test("what was changed by hand is noted, and laid over the files of another month as far as they say nothing else", async (t) => {
  const { page } = await open(t);
  const openMonth = async (fine) => {
    await toStart(page);
    await chooseFiles(page, month(fine));
    await page.getByText("共 1 户").waitFor();
    await pickFirst(page);
    await ledger(page).waitFor();
  };
  const told = ledger(page).locator(".by-hand");
  const fulfilled = page.locator('[id="penalties.0.fulfilled_on"]');
  const fine = page.locator('[id="penalties.0.fine_yuan"]');
  const unfold = () => page.locator("#penalties .line").first().click();
  await started(page);
  await openMonth("8");
  assert.equal(await told.count(), 0, "nothing was changed by hand");
  await unfold();
  await write(page, "penalties.0.fulfilled_on", "2026-06-01");
  await write(page, "penalties.0.fine_yuan", "9万");
  await told.getByText("本户有 2 处手工修改还没有记入台账").waitFor();
  await write(page, "ledger-author", "张三");
  await told.getByRole("button", { name: "记入台账" }).click();
  await becomes(() => told.count(), 0);
  assert.equal((await entries(page)).length, 2);

  // The next month says the same: what was changed is offered, and taken over as one step.
  await openMonth("8");
  await told.getByText("台账里有 2 处手工修改，现在的事实里没有").waitFor();
  await told.getByRole("button", { name: "采用台账的修改" }).click();
  await becomes(() => told.count(), 0);
  await unfold();
  await becomes(() => fulfilled.inputValue(), "2026年6月1日");
  assert.equal(await fine.inputValue(), "90000");

  // Another says of one something else: a person is asked.
  await openMonth("10");
  await told.getByText("表格现在写的是“10万元”").waitFor();
  await told.locator("li", { hasText: "10万元”" }).getByRole("button", { name: "以现在的事实为准" }).click();
  await told.getByText("台账里有 1 处手工修改，现在的事实里没有").waitFor();
  await told.getByRole("button", { name: "采用台账的修改" }).click();
  await becomes(() => told.count(), 0);
  await unfold();
  await becomes(() => fulfilled.inputValue(), "2026年6月1日");
  assert.equal(await fine.inputValue(), "100000");
});

test("on a phone the ledger is filled in without scrolling sideways", async (t) => {
  const { page } = await open(t, { ...atToday, width: 390, height: 844 });
  await openShop(page);
  await note(page, "修复办理步骤", { act: "提出申请", on: "2026-11-16" });
  await becomes(async () => (await entries(page)).length, 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 390));
  const outside = await ledger(page).evaluate((part) =>
    [...part.querySelectorAll("*")].filter((item) => item.getBoundingClientRect().right > 390.5).map((item) => item.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(outside, []);
});
