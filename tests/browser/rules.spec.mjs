import assert from "node:assert/strict";
import fs from "node:fs/promises";
import test from "node:test";
import { becomes, chooseFiles, openRecord, openSample, speak, started, toStart, unfoldAll } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { readToml } from "./toml.mjs";

const PACK = readToml("packs/baotou-2024.toml");
const COUNT = "ten_penalties.count";

/** A penalty that gives no class by itself: decided long enough ago, and of a kind of its own. */
const penalties = (count) =>
  Array.from({ length: count }, (_, place) => ({
    document_no: `示例${place}号`,
    decided_on: `2024-0${place + 1}-10`,
    published_on: `2024-0${place + 1}-10`,
    kinds: ["fine"],
    fine_yuan: 60000,
    discretion: "ordinary",
    category: `违法行为${place}`,
  }));

/** The entry of the rules with this id. */
const entry = (page, id) => page.locator(`[id="rules-${id}"]`);

async function toRules(page, id) {
  const to = id ? `#/rules/${id}` : "#/rules";
  await page.evaluate((to) => (location.hash = to), to);
  await page.locator(".book details").first().waitFor();
  if (id) await page.locator(`[id="rules-${id}"]:focus`).waitFor();
}

/** Folds out the fields of a parameter, enters a text and sends it. */
async function setParameter(page, id, text) {
  const of = entry(page, id);
  if (!(await of.locator("input").first().isVisible())) await of.getByText("修改", { exact: true }).click();
  await of.locator("input").first().fill(text);
  await of.locator("input").first().press("Enter");
}

const changed = (page) => page.locator(".changes-banner");

test("every class rule, parameter, source and condition of the pack is on the page, by its own title", async (t) => {
  const { page } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  const shown = new Map(
    await page.locator(".rule").evaluateAll((entries) =>
      entries.map((entry) => [entry.id.replace(/^rules-/, ""), entry.textContent]),
    ),
  );
  const expected = [
    ...PACK.rules.map((rule) => [rule.id, rule.title.zh]),
    ...PACK.key_case.rules.map((rule) => [`key_case.${rule.id}`, rule.title.zh]),
    ...PACK.measures.map((measure) => [`measures.${measure.id}`, measure.title.zh]),
    ...Object.entries(PACK.parameters).map(([id, { title }]) => [id, title.zh]),
    ...Object.entries(PACK.sources).map(([id, { title }]) => [id, title.zh]),
    ...Object.entries(PACK.definitions).map(([id, { title }]) => [`definitions.${id}`, title.zh]),
    ...Object.entries(PACK.conditions).map(([id, { title }]) => [`conditions.${id}`, title.zh]),
    ...PACK.presets.map((preset) => [`presets.${preset.id}`, preset.title.zh]),
    ...Object.entries(PACK.materials.words).map(([id, { title }]) => [`materials.${id}`, title.zh]),
  ];
  assert.ok(PACK.rules.length >= 10 && Object.keys(PACK.parameters).length >= 40, "the pack was read");
  for (const [id, title] of expected) assert.ok(shown.get(id)?.includes(title), `${id}: ${shown.get(id)}`);
  // Each value is cited by the words of its document.
  for (const [id, { values }] of Object.entries(PACK.parameters)) {
    for (const { source } of values) assert.ok(shown.get(id).includes(PACK.sources[source.id].short.zh), id);
  }
});

test("an address leads to a rule, a parameter or a source, and words lead on", async (t) => {
  const { page } = await open(t, { path: `#/rules/${COUNT}` });
  await page.locator(`[id="rules-${COUNT}"]:focus`).waitFor();
  await entry(page, COUNT).getByRole("link", { name: "包府发〔2024〕40号第124条" }).click();
  await page.locator('[id="rules-baotou-2024-40"]:focus').waitFor();
  await becomes(() => entry(page, "baotou-2024-40").innerText(), /2024年5月28日至2026年5月28日（已于2026年5月28日到期）/);
  await page.goBack();
  await page.locator(`[id="rules-${COUNT}"]:focus`).waitFor();
});

test("a reason leads to its rule and a citation to its source", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: penalties(8), court_listings: [{ listed_on: "2026-01-05" }] }, "2026-11-22");
  const reason = page.locator(".reasons li", { hasText: "失信被执行人" }).first();
  await reason.locator("summary").first().click();
  await reason.getByRole("link", { name: "规则：列入失信被执行人名单" }).click();
  await page.locator('[id="rules-court_list"]:focus').waitFor();
  await page.goBack();
  await reason.getByRole("link", { name: "法释〔2017〕7号" }).first().click();
  await page.locator('[id="rules-spc-2017-7"]:focus').waitFor();
});

test("eight penalties make a key case where the count is set to eight, and everything says so", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: penalties(8) }, "2026-11-22");
  const badge = page.locator(".head .badge");
  await becomes(() => badge.innerText(), /信用良好/);
  const record = new URL(page.url()).hash;
  await toRules(page, COUNT);
  await setParameter(page, COUNT, "８次");
  await changed(page).getByText("临时改动了 1 项数值，关闭页面即失效；结果不是按原规则得出。").waitFor();
  await entry(page, COUNT).getByText("8次，各日期均按此计算").waitFor();
  const told = () => entry(page, COUNT).innerText();
  await becomes(told, /临时改动/);
  await becomes(told, /10次。依据：包府发/);
  await becomes(() => entry(page, "ten_penalties").textContent(), /临时改动[\s\S]*达到8次以上/);
  await becomes(() => entry(page, COUNT).locator("input").inputValue(), "8", "as it was understood");
  await page.evaluate((hash) => (location.hash = hash), record);
  await page.locator(".head .badge", { hasText: "违法失信、风险较高" }).waitFor();
  await changed(page).waitFor();
  const reason = page.locator(".reasons li", { hasText: "近3年内受到8次行政处罚" }).first();
  await reason.locator(".cite .tag", { hasText: "临时改动" }).first().waitFor();
  await reason.locator("summary").first().click();
  const rule = reason.getByRole("link", { name: "规则：" }).locator("..");
  await rule.locator(".tag", { hasText: "临时改动" }).waitFor();
  // On paper it is marked as well.
  await page.emulateMedia({ media: "print" });
  assert.ok(await changed(page).isVisible());
  await page.emulateMedia({ media: "screen" });
  await changed(page).getByRole("link").click();
  await page.locator('[id="rules-pack"]:focus').waitFor();
  await becomes(() => entry(page, "pack").innerText(), /临时改动的数值\s*重点案件的处罚次数/);
  await page.getByRole("button", { name: "全部数值恢复原值" }).click();
  await changed(page).waitFor({ state: "detached" });
  await page.evaluate((hash) => (location.hash = hash), record);
  await page.locator(".head .badge", { hasText: "信用良好" }).waitFor();
});

test("a citation says whether its value was changed for the session or is our own reading, each by itself", async (t) => {
  const { page } = await open(t);
  const facts = { penalties: penalties(8), commitments: [{ kind: "repair", breached_on: "2026-05-05" }] };
  await openRecord(page, facts, "2026-11-22");
  const record = new URL(page.url()).hash;
  await toRules(page, COUNT);
  await setParameter(page, COUNT, "8");
  await changed(page).waitFor();
  await page.evaluate((hash) => (location.hash = hash), record);
  const tags = async (words) => {
    const reason = page.locator(".reasons > li", { hasText: words });
    return new Set(await reason.locator(".cite .tag").allTextContents());
  };
  await page.locator(".reasons > li", { hasText: "8次行政处罚" }).waitFor();
  // Of the article both rest on, the one applies what it says with another number, the other reads something into it.
  const [count, breach] = [await tags("8次行政处罚"), await tags("承诺")];
  assert.ok(count.has("临时改动") && !count.has("规定未写明（本工具暂定）"), [...count].join());
  assert.ok(breach.has("规定未写明（本工具暂定）") && !breach.has("临时改动"), [...breach].join());
  // What is our own reading and was changed besides is both.
  await toRules(page, "breached_commitment.months");
  await setParameter(page, "breached_commitment.months", "13");
  await changed(page).getByText("2 项数值").waitFor();
  await page.evaluate((hash) => (location.hash = hash), record);
  await page.locator(".reasons > li", { hasText: "承诺" }).waitFor();
  const both = await tags("承诺");
  assert.ok(both.has("规定未写明（本工具暂定）") && both.has("临时改动"), [...both].join());
});

test("what is typed while the answer to what was sent is still to come stays as it was typed", async (t) => {
  const { page, context } = await open(t, { path: `#/rules/${COUNT}` });
  await page.locator(`[id="rules-${COUNT}"]:focus`).waitFor();
  await entry(page, COUNT).getByText("修改", { exact: true }).click();
  const field = entry(page, COUNT).locator("input").first();
  await field.fill("８次");
  await field.focus();
  // The next number is typed at once, before the worker can have told of the first.
  await field.evaluate((input) => {
    input.form.requestSubmit();
    input.value = "12";
  });
  await changed(page).waitFor();
  await entry(page, COUNT).getByText("8次，各日期均按此计算").waitFor();
  assert.equal(await field.inputValue(), "12");
  assert.ok(await field.evaluate((input) => input === document.activeElement), "the focus stays where one types");
  // It is sent like any other, and what is brought back afterwards is shown.
  await field.press("Enter");
  await entry(page, COUNT).getByText("12次，各日期均按此计算").waitFor();
  const restore = entry(page, COUNT).getByRole("button", { name: "恢复原值" });
  await restore.click();
  await restore.waitFor({ state: "detached" });
  await becomes(() => field.inputValue(), "10");
});

test("letters typed into the search while the rules are being narrowed are not lost", async (t) => {
  const { page } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  const search = page.locator("#find-rules");
  await search.evaluate((input) => {
    for (const text of ["屡", "屡禁"]) {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    input.value = "屡禁不";
  });
  await page.locator('[id="rules-samr-45"]').waitFor({ state: "detached" });
  await page.locator('[id="rules-repeat_offence"]').waitFor();
  assert.equal(await search.inputValue(), "屡禁不");
});

test("the list is judged by the changed rules too, also one that is opened afterwards", async (t) => {
  const { page } = await open(t);
  const highRisk = async () => Number((await page.locator(".choices button").nth(1).innerText()).match(/\d+/)[0]);
  await openSample(page);
  const before = await highRisk();
  await toRules(page, COUNT);
  await setParameter(page, COUNT, "1");
  await changed(page).waitFor();
  await page.evaluate(() => (location.hash = "#/list"));
  await page.waitForFunction(
    (before) => Number(document.querySelectorAll(".choices button")[1]?.innerText.match(/\d+/)[0]) > before,
    before,
  );
  const after = await highRisk();
  await changed(page).waitFor();
  await toStart(page);
  await openSample(page);
  assert.equal(await highRisk(), after, "a fresh worker gets the rules first");
});

test("a value that cannot be used is refused in words at its field, and nothing changes", async (t) => {
  const { page } = await open(t, { path: `#/rules/${COUNT}` });
  await page.locator(`[id="rules-${COUNT}"]:focus`).waitFor();
  const fault = (id) => entry(page, id).getByRole("alert");
  for (const [typed, words] of [
    ["0", "“0”不能用，应为1至100000的整数"],
    ["2.5", "“2.5”不能用"],
    ["好多次", "“好多次”不能用"],
    ["", "没有填写，应为1至100000的整数"],
  ]) {
    await setParameter(page, COUNT, typed);
    await fault(COUNT).getByText(words).waitFor();
    assert.equal(await entry(page, COUNT).locator("input").inputValue(), typed, "what was typed stays");
  }
  const field = entry(page, COUNT).locator("input");
  await becomes(() => field.getAttribute("aria-invalid"), "true");
  assert.equal(await changed(page).count(), 0);
  await toRules(page, "visits.good");
  const visits = entry(page, "visits.good");
  await visits.getByText("修改", { exact: true }).click();
  await visits.getByLabel("最少").fill("3");
  await visits.getByLabel("最多").fill("1");
  await visits.getByLabel("最多").press("Enter");
  await fault("visits.good").getByText("“3 – 1”不能用，应为两个0至366的整数，前一个不大于后一个").waitFor();
  await visits.getByLabel("最多").fill("4");
  await visits.getByLabel("最多").press("Enter");
  await fault("visits.good").waitFor({ state: "detached" });
  await visits.getByText("每年3至4次，各日期均按此计算").waitFor();
});

test("words are chosen, days are read in every form, and one parameter alone is restored", async (t) => {
  const { page } = await open(t, { path: "#/rules/risk.raise_grades" });
  const grades = entry(page, "risk.raise_grades");
  await grades.getByText("修改", { exact: true }).click();
  const ticked = () => grades.locator("input").evaluateAll((inputs) => inputs.map((input) => input.checked));
  await becomes(ticked, [false, false, false, true]);
  await grades.getByLabel("C级").check();
  await grades.getByRole("button", { name: "改用这个值" }).click();
  await grades.getByText("C级、D级，各日期均按此计算").waitFor();
  await toRules(page, "gsxt.from");
  await setParameter(page, "gsxt.from", "2022年1月5日");
  await entry(page, "gsxt.from").getByText("2022年1月5日，各日期均按此计算").waitFor();
  await toRules(page, "ten_penalties.scope");
  const scope = entry(page, "ten_penalties.scope");
  await scope.getByText("修改", { exact: true }).click();
  await scope.getByLabel("仅市场监管部门").check();
  await scope.getByRole("button", { name: "改用这个值" }).click();
  await changed(page).getByText("改动了 3 项数值").waitFor();
  await grades.getByRole("button", { name: "恢复原值" }).click();
  await changed(page).getByText("改动了 2 项数值").waitFor();
  await grades.locator("input[value=C]:not(:checked)").waitFor();
});

test("saved parameters are the same in a fresh tab, and a file for other rules is refused", async (t) => {
  const { page, context, server } = await open(t, { path: `#/rules/${COUNT}` });
  await page.locator(`[id="rules-${COUNT}"]:focus`).waitFor();
  await setParameter(page, COUNT, "8");
  await changed(page).waitFor();
  await toRules(page, "fine.minor");
  await setParameter(page, "fine.minor", "6万元");
  await changed(page).getByText("改动了 2 项数值").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存数值" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "信衡_数值_baotou-2024.json");
  const text = await fs.readFile(await download.path(), "utf8");
  assert.deepEqual(JSON.parse(text), {
    format: "xinheng-parameters",
    version: 1,
    pack: "baotou-2024",
    parameters: { "fine.minor": 60000, [COUNT]: 8 },
  });
  const other = await context.newPage();
  await other.goto(server.url);
  await started(other);
  await chooseFiles(other, [{ name: "参数.json", text }]);
  await other.getByRole("status").getByText("已采用“参数.json”").waitFor();
  await changed(other).getByText("改动了 2 项数值").waitFor();
  await becomes(() => entry(other, "fine.minor").textContent(), /6万元，各日期均按此计算/);
  const foreign = text.replace("baotou-2024", "hohhot-2027");
  await chooseFiles(other, [{ name: "外地.json", text: foreign }]);
  await other.getByRole("alert").getByText("“外地.json”没有采用").waitFor();
  await other.getByText("是按规则“hohhot-2027”保存的，现在用的是“baotou-2024”").waitFor();
  await changed(other).getByText("改动了 2 项数值").waitFor();
});

test("a file of rules replaces the built-in ones; one with a fault is refused with its place", async (t) => {
  const { page } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  const broken = structuredClone(PACK);
  broken.rules[4].source.id = "spc-2019-7";
  await chooseFiles(page, [{ name: "坏规则.json", text: JSON.stringify(broken) }]);
  await page.getByRole("alert").getByText("“坏规则.json”没有采用，有 1 处需要改正").waitFor();
  await page.getByText("rules[4].source.id：“spc-2019-7”依据不在 sources 中，请补录或改正").waitFor();
  assert.equal(await changed(page).count(), 0);
  const newer = structuredClone(PACK);
  newer.version = "2027.1";
  newer.parameters[COUNT].values[0].value = 12;
  await chooseFiles(page, [{ name: "新规则.json", text: JSON.stringify(newer) }]);
  await changed(page).getByText("规则来自文件“新规则.json”。").waitFor();
  await entry(page, COUNT).getByText("12次。依据").waitFor({ state: "attached" });
  await becomes(() => entry(page, "pack").textContent(), /2027\.1/);
  await page.getByRole("button", { name: "改回内置规则" }).click();
  await changed(page).waitFor({ state: "detached" });
  await entry(page, COUNT).getByText("10次。依据").waitFor({ state: "attached" });
});

test("the holidays of 2027 move a deadline, and take the warning away", async (t) => {
  const { page } = await open(t);
  const repaired = { ...penalties(1)[0], decided_on: "2026-03-12", published_on: "2026-03-12" };
  Object.assign(repaired, { fulfilled_on: "2026-04-01", harm_eliminated_on: "2026-04-01" });
  await openRecord(page, { penalties: [repaired] }, "2027-02-01");
  const record = new URL(page.url()).hash;
  const repair = page.locator(".repairs > li").first();
  await repair.locator("summary").first().click();
  // Monday 1 February 2027: two working days to accept, seven to decide.
  await repair.getByText("2027年2月12日前作出决定").waitFor();
  const warning = page.getByText("没有2027年的放假安排");
  await warning.first().waitFor();
  // Made up: the holidays of 2027 have not been announced.
  const off = ["05", "06", "07", "08", "09", "10", "11"].map((day) => `2027-02-${day}`);
  await toRules(page);
  await chooseFiles(page, [{ name: "2027.json", text: JSON.stringify({ 2027: { off, workdays: [] } }) }]);
  await changed(page).getByText("工作日按文件“2027.json”补充。").waitFor();
  await entry(page, "calendar").getByText("2014年至2027年").waitFor({ state: "attached" });
  await page.evaluate((hash) => (location.hash = hash), record);
  const fold = repair.locator("details").first();
  await fold.waitFor();
  if (!(await fold.evaluate((fold) => fold.open))) await fold.locator("summary").first().click();
  await repair.getByText("2027年2月19日前作出决定").waitFor();
  await becomes(() => warning.count(), 0);
  await toRules(page);
  await chooseFiles(page, [{ name: "坏.json", text: JSON.stringify({ 2027: { off: ["2026-10-01"] } }) }]);
  await page.getByText("2027.off[0]：应为这一年的日期").waitFor();
  await page.getByRole("button", { name: "改回内置日历" }).click();
  await changed(page).waitFor({ state: "detached" });
});

test("a preset sets what was published elsewhere, says what it leaves out, and is taken back", async (t) => {
  const { page } = await open(t);
  const visits = ["routine", "special", "special"].map((basis, day) => ({ on: `2026-03-1${day}`, basis }));
  await openRecord(page, { inspections: visits }, "2026-11-22");
  const record = new URL(page.url()).hash;
  const used = page.locator("section[aria-labelledby=inspect]");
  await used.getByText("2 次，今年已用 1 次，还剩 1 次").waitFor();
  // From the parameter one is led to the presets that set it.
  await toRules(page, "visits.annual_cap");
  await entry(page, "visits.annual_cap").getByRole("link", { name: "山西省太原市2025年频次上限" }).click();
  const taiyuan = entry(page, "presets.taiyuan-2025");
  await page.locator('[id="rules-presets.taiyuan-2025"]:focus').waitFor();
  await taiyuan.getByText("每年现场检查的上限：4次/年").waitFor();
  await taiyuan.getByText("年度上限按检查频次的上限计").waitFor();
  await taiyuan.getByRole("button", { name: "采用这组数值" }).click();
  await changed(page).getByText("临时改动了 2 项数值").waitFor();
  await taiyuan.locator(".tag", { hasText: "现用" }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), record);
  await used.getByText("4 次，今年已用 3 次，还剩 1 次").waitFor();
  await used.getByText("哪些检查计入年度上限：日常检查、双随机抽查、专项检查").waitFor();
  // Another cap takes the place of the first, and what the pack says itself is no change.
  await toRules(page, "presets.rudong-2025");
  await entry(page, "presets.rudong-2025").getByRole("button", { name: "采用这组数值" }).click();
  await changed(page).getByText("临时改动了 1 项数值").waitFor();
  await becomes(() => taiyuan.locator(".tag", { hasText: "现用" }).count(), 0);
  await toRules(page, "presets.henan-2021");
  const henan = entry(page, "presets.henan-2021");
  await henan.getByText("10%没有对应的类别").waitFor();
  await henan.getByRole("button", { name: "采用这组数值" }).click();
  await changed(page).getByText("临时改动了 4 项数值").waitFor();
  await entry(page, "sampling.high_risk").getByText("30%，各日期均按此计算").waitFor({ state: "attached" });
  // The bands of the pack itself bring back what it says.
  await toRules(page, "presets.bayannur-2022");
  const bayannur = entry(page, "presets.bayannur-2022");
  await bayannur.getByText("一次专项抽查，不是当地全部抽查的比例").waitFor();
  await bayannur.getByRole("button", { name: "采用这组数值" }).click();
  await changed(page).getByText("临时改动了 1 项数值").waitFor();
  await bayannur.locator(".tag", { hasText: "现用" }).waitFor();
  await assertAccessible(page);
});

test("a document whose day of force is not known says so, on the rules and in the help", async (t) => {
  const { page } = await open(t);
  await started(page);
  await toRules(page, "baotou-inspection-2025");
  const told = await entry(page, "baotou-inspection-2025").innerText();
  assert.match(told, /有效期\s*施行日期不详/);
  assert.match(told, /只读到部分原文[\s\S]*成文日期\s*2025年7月9日/);
  await page.evaluate(() => (location.hash = "#/help/inspection-rules"));
  const cited = page.locator("#help-inspection-rules + dd .cite", { hasText: "包头市涉企行政检查实施办法" });
  await cited.locator(".tag", { hasText: "施行日期不详" }).waitFor();
});

test("a calendar is kept for other sessions when asked, is shown as in use, and can be taken out", async (t) => {
  const { page, context, server } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  const file = { name: "2027.json", text: JSON.stringify({ 2027: { off: ["2027-01-01"], workdays: [] } }) };
  await chooseFiles(page, [file]);
  await changed(page).getByText("工作日按文件“2027.json”补充。").waitFor();
  // Not asked to keep it, the browser has it in this tab alone.
  const fresh = async () => {
    const tab = await context.newPage();
    await tab.goto(`${server.url}#/rules`);
    await tab.locator(".book details").first().waitFor();
    return tab;
  };
  const before = await fresh();
  assert.equal(await changed(before).count(), 0);
  await entry(before, "calendar").getByText("2014年至2026年").waitFor({ state: "attached" });
  await before.close();
  await page.getByRole("button", { name: "在本浏览器中保留这份日历" }).click();
  await page.getByRole("status").getByText("日历“2027.json”已保留在本浏览器中").waitFor();
  await changed(page).getByText("工作日按本浏览器中保留的文件“2027.json”补充。").waitFor();
  const after = await fresh();
  await changed(after).getByText("工作日按本浏览器中保留的文件“2027.json”补充。").waitFor();
  await entry(after, "calendar").getByText("2014年至2027年").waitFor({ state: "attached" });
  await after.reload();
  await changed(after).getByText("工作日按本浏览器中保留的文件“2027.json”补充。").waitFor();
  await after.getByRole("button", { name: "改回内置日历，不再保留" }).click();
  await changed(after).waitFor({ state: "detached" });
  await entry(after, "calendar").getByText("2014年至2026年").waitFor({ state: "attached" });
  // The other tab, too, has it no longer once it is loaded anew.
  await page.reload();
  await entry(page, "calendar").getByText("2014年至2026年").waitFor({ state: "attached" });
  assert.equal(await changed(page).count(), 0);
});

test("a reload keeps the changed rules, and a saved record names the parameters", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: penalties(8) }, "2026-11-22");
  const record = new URL(page.url()).hash;
  await toRules(page, COUNT);
  await setParameter(page, COUNT, "8");
  await changed(page).waitFor();
  await page.evaluate((hash) => (location.hash = hash), record);
  await page.locator(".head .badge", { hasText: "违法失信、风险较高" }).waitFor();
  await page.reload();
  // What stands there first is never an assessment by other rules.
  const first = await page.waitForFunction(() => document.querySelector(".head .badge")?.textContent);
  assert.match(await first.jsonValue(), /违法失信、风险较高/);
  await changed(page).getByText("改动了 1 项数值").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "保存记录" }).click(),
  ]);
  const saved = JSON.parse(await fs.readFile(await download.path(), "utf8"));
  assert.deepEqual(saved.parameters, { [COUNT]: 8 });
});

test("the rules are found by their words", async (t) => {
  const { page } = await open(t, { path: "#/rules" });
  await page.getByLabel("在规则中查找").fill("屡禁不止");
  await entry(page, "repeat_offence").waitFor();
  await becomes(() => entry(page, "repeat_offence").isVisible(), true, "its part is open");
  await becomes(() => entry(page, "samr-45").count(), 0);
  // What a word leads to is shown, though the search would hide it.
  await entry(page, "repeat_offence").getByRole("link", { name: "包府发〔2024〕40号第124条" }).click();
  await entry(page, "samr-45").waitFor({ state: "attached" });
  await page.locator('[id="rules-baotou-2024-40"]:focus').waitFor();
  await becomes(() => page.getByLabel("在规则中查找").inputValue(), "");
  await page.getByLabel("在规则中查找").fill("没有这样的话");
  await page.getByRole("status").getByText("规则中没有“没有这样的话”。").waitFor();
});

test("what was found stays while its value is changed, until something else is looked for", async (t) => {
  const { page } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  const words = page.getByRole("searchbox");
  const found = () => page.locator(".rule").evaluateAll((entries) => entries.map((entry) => entry.id));
  await words.fill("10次");
  await becomes(async () => (await found()).includes(`rules-${COUNT}`) && (await found()).length < 20, true);
  const before = await found();
  await setParameter(page, COUNT, "8");
  await changed(page).waitFor();
  await becomes(() => entry(page, COUNT).locator("input").first().inputValue(), "8");
  assert.deepEqual(await found(), before);
  await entry(page, COUNT).getByRole("button", { name: "恢复" }).click();
  await changed(page).waitFor({ state: "detached" });
  assert.deepEqual(await found(), before);
  await words.fill("没有这样的词");
  await becomes(found, []);
});

test("axe finds nothing on the rules when all is open and a value was refused", async (t) => {
  const { page } = await open(t, { path: `#/rules/${COUNT}`, width: 390, height: 844 });
  await page.locator(`[id="rules-${COUNT}"]:focus`).waitFor();
  await setParameter(page, COUNT, "8");
  await entry(page, COUNT).getByText("8次，各日期均按此计算").waitFor();
  await setParameter(page, COUNT, "0");
  await entry(page, COUNT).getByRole("alert").waitFor();
  await unfoldAll(page);
  await assertAccessible(page);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(widths[0] <= widths[1], widths.join(" of "));
  await speak(page, "en");
  await entry(page, COUNT).getByText("temporary change").first().waitFor();
  await assertAccessible(page);
});
