import assert from "node:assert/strict";
import test from "node:test";
import { becomes, chooseFiles, drawn, openSampleEnterprise, setAsOf, speak, started, toStart } from "./flows.mjs";
import { ofSite, open } from "./harness.mjs";
import {
  CODE,
  countPrints,
  inChinese,
  NAME,
  NOTICE,
  openFacts,
  penalties,
  print,
  printed,
  printedPlaces,
  REPAIRABLE,
  REPORT,
  TWELVE,
} from "./papers.mjs";
import { readToml } from "./toml.mjs";

const PACK = readToml("packs/baotou-2024.toml");

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

test("the report on twelve penalties takes five pages at most, none half empty, with nothing folded away", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { registered_on: "2018-05-16", penalties: TWELVE });
  for (const [language, report, rules] of [
    ["zh", REPORT, "规则baotou-2024"],
    ["en", "Print the report", "Rulesbaotou-2024"],
  ]) {
    await speak(page, language);
    await print(page, report);
    assert.equal(await page.locator(".paper details").count(), 0);
    const pages = await printedPlaces(page);
    assert.ok(pages.length <= 5, `${language}: ${pages.length} pages`);
    pages.forEach(({ text, top, lowest }, place) => {
      const foot = top(rules);
      assert.ok(text.indexOf(rules) > text.indexOf(CODE), "the rules stand at the foot");
      // The paper is 297 mm high; the foot of the last page comes where the report ends.
      const isLast = place === pages.length - 1;
      assert.ok(isLast || (foot > 260 && lowest(foot - 1) > 200), `${language}, page ${place + 1}: ${lowest(foot - 1)} mm`);
    });
    await page.locator(".paper").waitFor({ state: "detached" });
  }
});

test("the signatures of a report stand on no page alone", async (t) => {
  const { page } = await open(t);
  const alone = ["本报告由工具根据", "Atoolhasprepared"];
  for (const [language, report] of [
    ["zh", REPORT],
    ["en", "Print the report"],
  ]) {
    if (language === "en") await speak(page, language);
    for (const count of [1, 2, 4, 7, 11]) {
      await openFacts(page, { registered_on: "2018-05-16", penalties: TWELVE.slice(0, count) });
      await print(page, report);
      const text = (await printed(page)).at(-1);
      const before = text.split(alone[language === "en" ? 1 : 0]);
      assert.equal(before.length, 2, `${language}, ${count} penalties: said on the last page`);
      // Behind the number of the page, the name and the day that stand at the head of each.
      const signed = before[0].replace(/^.*?(2026年11月21日|2026-11-21)/, "");
      assert.ok(signed.length > 20, `${language}, ${count} penalties: above the signatures stands “${signed}”`);
      await page.locator(".paper").waitFor({ state: "detached" });
      await toStart(page);
    }
  }
});

test("what cannot be applied for early says so on paper, and no day on which it could have been", async (t) => {
  const { page } = await open(t);
  const again = { ...TWELVE[6], category: TWELVE[0].category };
  await openFacts(page, { penalties: [TWELVE[0], again] });
  for (const paper of [REPORT, NOTICE]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    assert.ok(all.includes("不能提前申请：因同类违法行为又受到处罚，公示期满前不能申请"), paper);
    assert.ok(all.includes("2027年3月10日"), `${paper}: the day on which it stops`);
    // Three months after 10 March.
    assert.ok(!all.includes("2026年6月10日"), paper);
  }
});

test("what cannot be read stands on the report as that", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { penalties: [{ ...REPAIRABLE.penalties[0], fine_yuan: "很多" }] });
  await print(page, REPORT);
  const all = (await printed(page)).join("");
  assert.ok(all.includes("罚款金额：很多（不能识别，未计入）"), all);
});

test("papers write the name of the publicity system in full", async (t) => {
  const { page } = await open(t);
  const serious = [{ listed_on: "2026-02-03", cause: "虚构的列入原因" }];
  await openFacts(page, { ...REPAIRABLE, status: "revoked", serious_listings: serious });
  for (const paper of [REPORT, NOTICE]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    assert.ok(all.includes("国家企业信用信息公示系统") && all.includes("“信用中国”网站"), paper);
    assert.doesNotMatch(all.replaceAll("国家企业信用信息公示系统", ""), /公示系统/, paper);
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
    // The latest is no. 1. The repaired one is of the same day as the first of the twelve, and stands before it.
    "近3年内受到15次行政处罚，均未获准信用修复",
    "依据的事实：行政处罚第1–14、16项",
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
  // The report has the numbers of its tables of facts, the notice numbers of its own.
  for (const [paper, fine, report, waiting] of [
    [REPORT, "行政处罚第3项", "经营异常名录第1项", "行政处罚第2项"],
    [NOTICE, "第2项", "第4项", "第3项"],
  ]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    // The 21st is a Saturday: two working days lead to Tuesday, seven more to Thursday, three more to Tuesday.
    const penalty =
      `${fine}，假设2026年11月21日提出申请：2026年11月24日前受理或者一次性告知补正；` +
      "2026年12月3日前作出决定；2026年12月8日前停止公示或者移出";
    assert.ok(all.includes(penalty), `${paper}: ${penalty}`);
    const listing =
      `${report}，假设2026年11月21日提出申请：2026年11月24日前受理或者一次性告知补正；` +
      "2026年11月26日前作出决定；2026年12月1日前停止公示或者移出";
    assert.ok(all.includes(listing), `${paper}: ${listing}`);
    assert.ok(!all.includes(`${waiting}，假设`), "what cannot be applied for has none");
    assert.ok(!all.includes("只扣除周末"), "that year is known");
  }
});

test("both papers count the deadlines from the day that was chosen, and say where holidays are not known", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE);
  await applyOn(page, "2026-12-01");
  // A Tuesday, on which what another authority decided can be applied for as well: three working days, and seven.
  const others = "假设2026年12月1日提出申请：2026年12月4日前受理或者一次性告知补正；2026年12月15日前作出决定";
  for (const [paper, fine] of [
    [REPORT, "行政处罚第2项"],
    [NOTICE, "第3项"],
  ]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    assert.ok(all.includes(`${fine}，${others}`), `${paper}: ${others}`);
    assert.ok(!all.includes("假设2026年11月21日"), "not from the as-of date");
  }
  // By then no penalty is published any more; nobody knows the holidays of that year.
  await applyOn(page, "2150-01-05");
  for (const [paper, report, fines] of [
    [REPORT, "经营异常名录第1项", "行政处罚第1–3项"],
    [NOTICE, "第4项", "第1–2项"],
  ]) {
    await print(page, paper);
    const all = (await printed(page)).join("");
    const listing = `${report}，假设2150年1月5日提出申请：2150年1月7日前受理或者一次性告知补正；2150年1月9日前作出决定`;
    assert.ok(all.includes(listing), `${paper}: ${listing}`);
    assert.match(all, /没有2150年的放假安排，该年的工作日只扣除周末/);
    assert.ok(all.includes(`2150年1月5日不能申请：${fines}`), all);
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

test("on a page that is printed without a button a blank stands between the as-of date and its name", async (t) => {
  const { page } = await open(t);
  await started(page);
  await page.evaluate(() => (location.hash = "#/rules"));
  await page.locator(".book details").first().waitFor();
  await speak(page, "en");
  await page.emulateMedia({ media: "print" });
  const [name, field] = [await page.locator("label[for=as-of]").boundingBox(), await page.locator("#as-of").boundingBox()];
  assert.ok(field.x - (name.x + name.width) > 3, JSON.stringify({ name, field }));
});

test("of seven penalties no page but the last is half empty, and where they can be repaired each has the number of its list", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { registered_on: "2018-05-16", penalties: TWELVE.slice(0, 7) });
  await print(page, REPORT);
  const pages = await printedPlaces(page);
  assert.ok(pages.length <= 4, `${pages.length} pages`);
  pages.slice(0, -1).forEach(({ top, lowest }, place) => {
    const end = lowest(top("规则baotou-2024") - 1);
    assert.ok(end > 200, `page ${place + 1} ends at ${end} mm`);
  });
  await page.locator(".paper").waitFor({ state: "detached" });
  await toStart(page);
  await openFacts(page, REPAIRABLE);
  await print(page, REPORT);
  const all = (await printed(page)).join("");
  for (const words of ["行政处罚第3项：2026年7月1日罚款6万元未明码标价", "经营异常名录第1项：2026年7月6日"]) {
    assert.ok(all.includes(words), words);
  }
});
