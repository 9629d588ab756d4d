import assert from "node:assert/strict";
import test from "node:test";
import { becomes, chooseFiles, drawn, openSampleEnterprise, setAsOf, speak, started, toStart } from "./flows.mjs";
import { ofSite, open } from "./harness.mjs";
import { readPdf } from "./pdf.mjs";
import { readToml } from "./toml.mjs";

const PACK = readToml("packs/baotou-2024.toml");
const NAME = "包头市虚构商贸有限公司";
const CODE = "91150203MAE0YWCM6D";
const REPORT = "打印评估报告";
const NOTICE = "打印信用修复告知书";

/** Opens a record with these facts, as of 2026-11-21, in a window that only counts how often it is told to print. */
async function openFacts(page, facts, more = {}) {
  await started(page);
  const enterprise = { uscc: CODE, name: NAME, ...facts };
  const text = JSON.stringify({ format: "xinheng-record", version: 1, as_of: "2026-11-21", enterprise, ...more });
  await chooseFiles(page, [{ name: "记录.json", text }]);
  await page.locator(".answer .head").waitFor();
  await countPrints(page);
}

async function countPrints(page) {
  await page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
}

/** Presses a button that prints, and waits until the browser was told to. */
async function print(page, name) {
  const before = await page.evaluate(() => window.prints);
  await page.getByRole("button", { name }).click();
  await page.waitForFunction((before) => window.prints === before + 1, before);
}

/** The text of each page that would leave the printer. */
const printed = async (page) => readPdf(await page.pdf({ preferCSSPageSize: true }));

/** The day so many days after another. */
const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const inChinese = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

/** So many penalties, each with a number of its own at the beginning of its row and a day of its own at the end. */
const penalties = (count) =>
  Array.from({ length: count }, (_, place) => ({
    document_no: `虚构罚字${String(place + 1).padStart(3, "0")}号`,
    decided_on: later("2025-06-01", place),
    published_on: place % 7 ? later("2025-06-10", place) : undefined,
    authority: "包头市昆都仑区市场监督管理局",
    kinds: place % 3 ? ["fine"] : ["warning", "fine", "confiscation_of_gains"],
    fine_yuan: 60000,
    category: ["未明码标价", "发布虚假广告", "生产标签不符合规定的食品"][place % 3],
    discretion: "ordinary",
    fulfilled_on: place % 2 ? later("2025-06-20", place) : undefined,
    commitment_on: later("2025-07-01", place),
  }));

/** The days, worked out by hand, are named where they are asserted. */
const REPAIRABLE = {
  registered_on: "2018-05-16",
  penalties: [
    {
      document_no: "虚构罚字甲号",
      decided_on: "2026-07-01",
      published_on: "2026-07-10",
      authority: "包头市昆都仑区市场监督管理局",
      kinds: ["fine"],
      fine_yuan: 60000,
      category: "未明码标价",
      discretion: "ordinary",
      fulfilled_on: "2026-07-15",
      harm_eliminated_on: "2026-07-15",
    },
    {
      document_no: "虚构罚字乙号",
      decided_on: "2026-10-08",
      published_on: "2026-10-20",
      kinds: ["fine"],
      fine_yuan: 60000,
      category: '发布"虚假"<广告>&宣传',
      discretion: "ordinary",
      harm_eliminated_on: "2026-10-21",
    },
    {
      document_no: "虚构罚字丙号",
      decided_on: "2026-09-01",
      published_on: "2026-09-08",
      authority: "包头市昆都仑区消防救援大队",
      authority_system: "other",
      kinds: ["fine"],
      fine_yuan: 30000,
      category: "消防设施未保持完好有效",
      discretion: "ordinary",
      fulfilled_on: "2026-09-10",
      commitment_on: "2026-09-11",
    },
    {
      document_no: "虚构罚字丁号",
      decided_on: "2025-06-01",
      kinds: ["fine"],
      fine_yuan: 60000,
      category: "短斤少两",
      discretion: "ordinary",
      repaired_on: "2026-06-01",
    },
  ],
  abnormal_listings: [{ reason: "annual_report", listed_on: "2026-07-06", corrected_on: "2026-08-01" }],
  leads: [{ kind: "complaint", received_on: "2026-11-10" }],
};

test("the report of an enterprise without facts fits on two pages, with its class by word and shape", async (t) => {
  const { page } = await open(t);
  await openFacts(page, {});
  await print(page, REPORT);
  assert.equal(await page.locator(".paper").isVisible(), false, "the screen does not show what is laid out");
  await becomes(() => page.title(), `评估报告 ${NAME} – 信衡`);
  const pages = await printed(page);
  assert.ok(pages.length <= 2, `${pages.length} pages`);
  const all = pages.join("");
  assert.match(all, /●信用良好/);
  assert.match(all, /没有记录的：行政处罚、经营异常名录、严重违法失信名单、失信被执行人、线索、检查记录、信用承诺/);
  assert.match(all, /检查人员（签字）.*检查人员（签字）.*审核意见.*审核人员（签字）/);
  assert.equal(all.split("不是信用评级").length, 2, "said once");
  await page.locator(".paper").waitFor({ state: "detached" });
});

test("every page of a report on 200 penalties says whom, when and by which rules, and each penalty is there once", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { penalties: penalties(200) });
  const digest = (await page.locator(".answer .digest").textContent()).match(/sha256:[0-9a-f]{64}/)[0];
  await print(page, REPORT);
  const pages = await printed(page);
  pages.forEach((text, place) => {
    for (const head of [NAME, CODE, "评估日2026年11月21日", `规则baotou-2024第${PACK.version}版`, digest]) {
      assert.ok(text.includes(head), `page ${place + 1} says ${head}`);
    }
    assert.ok(text.includes(`${place + 1}/${pages.length}`), `page ${place + 1} has its number`);
  });
  const places = (words) => pages.flatMap((text, place) => text.split(words).slice(1).map(() => place));
  penalties(200).forEach(({ document_no: number, commitment_on: day }, place) => {
    const begins = places(number);
    assert.equal(begins.length, 1, `${number} is there once`);
    const ends = places(`信用承诺日期：${inChinese(day)}`).filter((page) => page >= begins[0]);
    assert.equal(ends[0], begins[0], `row ${place + 1} is on one page`);
  });
  for (const text of pages.filter((text) => text.includes("决定书文号"))) {
    assert.match(text, /序号事项内容信用修复/, "the head of the table stands on each of its pages");
  }
});

test("the report tells reasons with facts, citations and their validity, the officer's conclusion and what to repair", async (t) => {
  const { page } = await open(t);
  const judgement = { class: "general", reason: "系统误录两项处罚，已核实。", officer: "王某", on: "2026-11-20" };
  await openFacts(page, { ...REPAIRABLE, penalties: [...REPAIRABLE.penalties, ...penalties(12)] }, { judgement });
  await print(page, REPORT);
  const all = (await printed(page)).join("");
  for (const words of [
    "■违法失信、风险较高",
    // The repaired one is no. 4; the twelve follow the other three.
    "近3年内受到15次行政处罚，均未获准信用修复",
    "依据的事实：行政处罚第1–3、5–16项",
    "包府发〔2024〕40号第124条已于2026年5月28日到期",
    "人员结论▲信用风险一般",
    "系统误录两项处罚，已核实。王某2026年11月20日",
    "先按线索检查：线索2026年11月10日投诉举报",
    "重点案件候选（待认定）",
    "失信程度：一般",
    "时间线",
    "今后的变化",
    "没有记录的：严重违法失信名单、失信被执行人、检查记录、信用承诺",
  ]) {
    assert.ok(all.includes(words), words);
  }
  // Nothing of what is pressed or filled in on the screen.
  for (const control of [REPORT, NOTICE, "保存记录", "添加", "重做", "English", "放大", "假设申请日", "新建记录"]) {
    assert.ok(!all.includes(control), control);
  }
});

test("the notice tells the enterprise its days and papers, and nothing that is internal", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE, { judgement: { class: "general", reason: "内部意见", officer: "王某" } });
  await print(page, NOTICE);
  const pages = await printed(page);
  const all = pages.join("");
  for (const words of [
    `${NAME}：`,
    "虚构罚字甲号",
    '发布"虚假"<广告>&宣传',
    // Published on 10 July 2026: three months on it can be applied for, a year on publication stops.
    "现在可以申请；2027年7月10日自动停止公示",
    "条件尚未具备：履行完毕行政处罚决定规定的义务；2027年1月20日起可以申请；2027年10月20日自动停止公示",
    "履行完毕行政处罚决定规定的义务：缴清罚没款、履行完毕其他义务，取得履行证明",
    // Another authority's runs from the decision of 1 September 2026.
    "未到可申请之日；2026年12月1日起可以申请；2027年9月1日自动停止公示",
    "行政处罚·公示系统",
    "行政处罚·信用中国",
    "经营异常名录·公示系统",
    "补报并公示的年度报告：在公示系统补报未报年份的年度报告并公示，无需另交纸质材料。",
    "收到申请后2个工作日内受理或者一次性告知补正；受理后7个工作日内作出决定；决定后3个工作日内停止公示或者移出",
    "收到申请后3个工作日内受理或者一次性告知补正；受理后7个工作日内作出决定",
    "市场监管总局令第107号第十六至十七条",
    "国家发展改革委令第36号第十四条",
    "告知机关（盖章）",
    "联系人、电话",
  ]) {
    assert.ok(all.includes(words), words);
  }
  assert.ok(!all.includes("虚构罚字丁号"), "what is repaired asks for nothing");
  const classes = Object.values(PACK.words.class).map(({ zh }) => zh);
  for (const internal of [...classes, "检查", "重点案件", "抽查", "风险", "线索", "评估", "内部意见", "王某"]) {
    assert.ok(!all.includes(internal), internal);
  }
  for (const text of pages) assert.ok(text.includes(CODE) && text.includes("截至2026年11月21日"));
});

test("where there is nothing to repair the notice says so, in English as well", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { penalties: REPAIRABLE.penalties.slice(3) });
  await print(page, NOTICE);
  assert.match((await printed(page)).join(""), /目前没有可以申请修复的公示信息/);
  await speak(page, "en");
  await print(page, "Print the repair notice");
  const all = (await printed(page)).join("");
  assert.match(all, /thereisatpresentnopublishedinformation/i);
  assert.doesNotMatch(all, /risk|inspect|keycase/i);
});

test("what is made up is marked on every page, and what is left out is told", async (t) => {
  const { page } = await open(t);
  await openSampleEnterprise(page);
  await setAsOf(page, "2026-11-21");
  await countPrints(page);
  await page.getByRole("button", { name: "添加 线索" }).click();
  await print(page, REPORT);
  const pages = await printed(page);
  for (const text of pages) assert.ok(text.includes("虚构示例"));
  assert.match(pages.join(""), /—不完整，未计入评估/);
});

test("a parameter set for the session stands in the report", async (t) => {
  const { page } = await open(t);
  await openFacts(page, {});
  const record = await page.evaluate(() => location.hash);
  await page.evaluate(() => (location.hash = "#/rules/ten_penalties.count"));
  const parameter = page.locator('[id="rules-ten_penalties.count"]');
  await parameter.getByText("修改", { exact: true }).click();
  await parameter.locator("input").first().fill("8");
  await parameter.locator("input").first().press("Enter");
  await page.locator(".changes-banner").waitFor();
  await page.evaluate(() => (location.hash = "#/rules/fine.minor"));
  const amount = page.locator('[id="rules-fine.minor"]');
  await amount.getByText("修改", { exact: true }).click();
  await amount.locator("input").first().fill("6万");
  await amount.locator("input").first().press("Enter");
  await page.locator(".changes-banner", { hasText: "2 项数值" }).waitFor();
  await page.evaluate((record) => (location.hash = record), record);
  await page.locator(".answer .head").waitFor();
  await print(page, REPORT);
  const [count, minor] = ["ten_penalties.count", "fine.minor"].map((id) => PACK.parameters[id].title.zh);
  const all = (await printed(page)).join("");
  assert.ok(all.includes(`临时改动的数值${count}：10次→8次`), "with its unit, and what it was");
  assert.ok(all.includes(`${minor}：5万元→6万元`));
  const digest = all.match(/sha256:[0-9a-f]{64}/)[0];
  assert.ok((await page.locator(".answer .digest").textContent()).includes(digest), "the rules of the session");
});

test("a parameter set beside a pack of one's own stands in the report with the value of that pack", async (t) => {
  const { page } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  const own = structuredClone(PACK);
  own.parameters["ten_penalties.count"].values[0].value = 12;
  await chooseFiles(page, [{ name: "规则.json", text: JSON.stringify(own) }]);
  await page.locator(".changes-banner", { hasText: "规则来自文件“规则.json”" }).waitFor();
  const set = { format: "xinheng-parameters", version: 1, pack: "baotou-2024", parameters: { "ten_penalties.count": 8 } };
  await chooseFiles(page, [{ name: "参数.json", text: JSON.stringify(set) }]);
  await page.locator(".changes-banner", { hasText: "改动了 1 项数值" }).waitFor();
  await toStart(page);
  await openFacts(page, {});
  await print(page, REPORT);
  const all = (await printed(page)).join("");
  assert.ok(all.includes(`${PACK.parameters["ten_penalties.count"].title.zh}：12次→8次`), all);
});

test("the report shows the whole timeline with its days and its key, whatever period is on the screen", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE);
  const shown = page.locator("#timeline-shown");
  const whole = await shown.innerText();
  // The first penalty is of 1 June 2025.
  assert.match(whole, /^2025年1月1日至/);
  const zoom = page.getByRole("button", { name: "放大", exact: true });
  let closer = whole;
  for (let times = 0; times < 3; times++) {
    const before = closer;
    await zoom.click();
    await page.waitForFunction((before) => document.querySelector("#timeline-shown").innerText !== before, before);
    closer = await shown.innerText();
  }
  await print(page, REPORT);
  // 9 points are 12 of the browser's pixels.
  await page.emulateMedia({ media: "print" });
  const sizes = await page.locator(".paper .timeline text").evaluateAll((texts) =>
    texts.map((text) => parseFloat(getComputedStyle(text).fontSize)),
  );
  assert.ok(sizes.length > 10 && sizes.every((size) => size >= 12), `${sizes}`);
  await page.emulateMedia({ media: null });
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, "what is laid out takes no name of the page's own");
  const all = (await printed(page)).join("");
  for (const words of [whole, "虚线：今后。数字：几项合在一起。", "2025年", "2026年", "2027年"]) {
    assert.ok(all.includes(words), words);
  }
  assert.ok(!all.includes(closer), "not the period on the screen");
});

/** Enters the day on which one supposes to apply. */
async function applyOn(page, day) {
  await page.locator("#apply-on").fill(day);
  await page.locator("#apply-on").press("Tab");
  await drawn(page);
}

test("both papers tell the deadlines of what can be applied for on the as-of date", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE);
  for (const paper of [REPORT, NOTICE]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    // The 21st is a Saturday: two working days lead to Tuesday, seven more to Thursday, three more to Tuesday.
    const penalty =
      "行政处罚第1项，假设2026年11月21日提出申请：2026年11月24日前受理或者一次性告知补正；" +
      "2026年12月3日前作出决定；2026年12月8日前停止公示或者移出";
    assert.ok(all.includes(penalty), `${paper}: ${penalty}`);
    const listing =
      "经营异常名录第1项，假设2026年11月21日提出申请：2026年11月24日前受理或者一次性告知补正；" +
      "2026年11月26日前作出决定；2026年12月1日前停止公示或者移出";
    assert.ok(all.includes(listing), `${paper}: ${listing}`);
    assert.ok(!all.includes("行政处罚第3项，假设"), "what cannot be applied for has none");
    assert.ok(!all.includes("只扣除周末"), "that year is known");
  }
});

test("both papers count the deadlines from the day that was chosen, and say where holidays are not known", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE);
  await applyOn(page, "2026-12-01");
  // A Tuesday, on which what another authority decided can be applied for as well: three working days, and seven.
  const others =
    "行政处罚第3项，假设2026年12月1日提出申请：2026年12月4日前受理或者一次性告知补正；2026年12月15日前作出决定";
  for (const paper of [REPORT, NOTICE]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    assert.ok(all.includes(others), `${paper}: ${others}`);
    assert.ok(!all.includes("假设2026年11月21日"), "not from the as-of date");
  }
  // By then no penalty is published any more; nobody knows the holidays of that year.
  await applyOn(page, "2150-01-05");
  for (const paper of [REPORT, NOTICE]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    const listing = "经营异常名录第1项，假设2150年1月5日提出申请：2150年1月7日前受理或者一次性告知补正；2150年1月9日前作出决定";
    assert.ok(all.includes(listing), `${paper}: ${listing}`);
    assert.match(all, /没有2150年的放假安排，该年的工作日只扣除周末/);
    assert.match(all, /2150年1月5日不能申请：行政处罚第1–/);
  }
});

test("pressed again while the browser is at a paper nothing else is printed, and the next one afterwards", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE);
  await print(page, REPORT);
  await page.getByRole("button", { name: REPORT }).click();
  await page.getByRole("button", { name: NOTICE }).click();
  await drawn(page);
  assert.equal(await page.locator(".paper").count(), 1);
  assert.match((await printed(page)).join(""), /评估报告/);
  await page.locator(".paper").waitFor({ state: "detached" });
  await speak(page, "en");
  await print(page, "Print the report");
  assert.equal(await page.evaluate(() => window.prints), 2);
  assert.match((await printed(page)).join(""), /Assessmentreport/);
});

test("both papers are printed where no worker can be had", ofSite(), async (t) => {
  const { page, context } = await open(t);
  await openFacts(page, REPAIRABLE);
  await context.route(/boot_worker\.js/, (route) => route.abort());
  for (const [paper, words] of [
    [REPORT, /评估报告/],
    [NOTICE, /信用修复告知书/],
  ]) {
    await print(page, paper);
    assert.match((await printed(page)).join(""), words);
  }
});

test("without a button the page itself is printed, its facts among it and no controls", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE);
  const all = (await printed(page)).join("");
  assert.ok(all.includes(NAME));
  assert.ok(all.includes("2026年7月1日罚款6万元未明码标价"));
  for (const control of [REPORT, "保存记录", "添加", "English"]) assert.ok(!all.includes(control), control);
});
