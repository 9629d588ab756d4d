// The notice that an enterprise is handed: an official paper of its own, with nothing internal in it.
import assert from "node:assert/strict";
import test from "node:test";
import { speak, toStart } from "./flows.mjs";
import { open } from "./harness.mjs";
import {
  CODE,
  inChinese,
  NAME,
  NOTICE,
  openFacts,
  penalties,
  print,
  printed,
  printedPlaces,
  REPAIRABLE,
  TWELVE,
} from "./papers.mjs";
import { readToml } from "./toml.mjs";

const PACK = readToml("packs/baotou-2024.toml");

test("the notice tells the enterprise its days and papers, and nothing that is internal", async (t) => {
  const { page } = await open(t);
  await openFacts(page, REPAIRABLE, { judgement: { class: "general", reason: "内部意见", officer: "王某" } });
  await print(page, NOTICE);
  const pages = await printed(page);
  const all = pages.join("");
  for (const words of [
    "信用修复告知书文号",
    `${NAME}：`,
    "根据截至2026年11月21日的记录，你单位有4项信息正在公示，信用修复事项告知如下。申请信用修复不收费。",
    // Of each list the latest is the first.
    "第2、4项：现在可以申请信用修复。",
    "第1项：补齐所缺条件后，自2027年1月20日起可以申请信用修复。",
    "第3项：条件已经具备，自2026年12月1日起可以申请信用修复。",
    "虚构罚字甲号",
    '发布"虚假"<广告>&宣传',
    // Published on 10 July 2026: three months on it could be applied for, a year on publication stops.
    "一般2026年10月10日2027年7月10日现在可以申请市场监管总局令第107号第九条",
    "一般2027年1月20日2027年10月20日条件尚未具备：履行完毕行政处罚决定规定的义务",
    "履行完毕行政处罚决定规定的义务：缴清罚没款、履行完毕其他义务，取得履行证明",
    // Another authority's runs from the decision of 1 September 2026.
    "一般2026年12月1日2027年9月1日未到可申请之日",
    "二、行政处罚（国家企业信用信息公示系统）",
    "三、行政处罚（“信用中国”网站）",
    "四、经营异常名录（国家企业信用信息公示系统）",
    "补报并公示的年度报告：在国家企业信用信息公示系统补报未报年份的年度报告并公示，无需另交纸质材料。",
    "收到申请后2个工作日内受理或者一次性告知补正；受理后7个工作日内作出决定；决定后3个工作日内停止公示或者移出",
    "收到申请后3个工作日内受理或者一次性告知补正；受理后7个工作日内作出决定",
    "市场监管总局令第107号第十六至十七条",
    "国家发展改革委令第36号第十四条",
    "五、在哪里申请国家企业信用信息公示系统公示的：登录市场监管信用修复全国统一平台（https://shiming.gsxt.gov.cn）提出，",
    "“信用中国”网站公示的：登录“信用中国”网站（https://www.creditchina.gov.cn）提出。",
    "受理地址联系人、电话告知机关（盖章）日期本告知书已收到。签收人（签字）签收日期",
  ]) {
    assert.ok(all.includes(words), words);
  }
  assert.ok(!all.includes("虚构罚字丁号"), "what is repaired asks for nothing");
  const classes = PACK.classes.map(({ word }) => word.zh);
  for (const internal of [...classes, "检查", "重点案件", "抽查", "风险", "线索", "评估", "内部意见", "王某"]) {
    assert.ok(!all.includes(internal), internal);
  }
  for (const text of pages) assert.ok(text.includes(CODE) && text.includes("截至2026年11月21日"));
});

test("the notice of twelve penalties begins as an official paper, says first what can be done, and ends with receipt and rules", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { registered_on: "2018-05-16", penalties: TWELVE });
  await print(page, NOTICE);
  const pages = await printedPlaces(page);
  const [first] = pages;
  const all = pages.map(({ text }) => text).join("");
  assert.ok(pages.length <= 3, `${pages.length} pages`);
  const toDo = [
    // The latest is the first. Those of even number are fulfilled: of these all but no. 2 were published three months ago.
    "第4、6、8、10项：现在可以申请信用修复。",
    "第5、7、9、11项：补齐所缺条件后即可申请信用修复。",
    // No. 3 was published on 6 September.
    "第1、3项：补齐所缺条件后，自表中所列日期（最早为2026年12月6日）起可以申请信用修复。",
    "第2项：条件已经具备，自2026年12月26日起可以申请信用修复。",
    "第12项：不能提前申请，期满自动停止公示。",
  ];
  assert.ok(first.text.includes(`一、你单位可以办理的事项${toDo.join("")}`), first.text);
  // The paper is 297 mm high.
  for (const words of ["申请信用修复不收费", toDo[0]]) assert.ok(first.top(words) < 99, `${words}: ${first.top(words)} mm`);
  assert.match(first.text, /序号事项失信程度最早可申请公示截止情况1/, "the table begins on the first page");
  TWELVE.forEach(({ document_no: number, decided_on: day, category }, place) => {
    const row = `${12 - place}${inChinese(day)}罚款6万元${category}${number}`;
    assert.ok(all.includes(row), row);
    assert.equal(all.split(number).length, 2, `${number} is there once`);
  });
  // A day that is reached already stands there as well, and none where it cannot be applied for early.
  assert.ok(all.includes("一般2026年7月19日2027年4月19日现在可以申请"), "no. 10");
  assert.ok(all.includes("一般—2027年3月10日不能提前申请：因同类违法行为又受到处罚，公示期满前不能申请"), "no. 12");
  for (const { text, top, lowest } of pages) {
    assert.ok(text.includes(NAME) && text.includes(CODE), "whose paper it is stands on every page");
    const digest = top("sha256:");
    assert.ok(digest > top("截至2026年11月21日") + 20 && lowest(digest - 1) < digest, "the rules stand at the foot");
  }
  assert.ok(first.text.indexOf("sha256:") > first.text.indexOf("序号"));
});

test("the notice says in English what it says in Chinese", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { penalties: TWELVE });
  await speak(page, "en");
  await print(page, "Print the repair notice");
  const pages = await printedPlaces(page);
  assert.ok(pages.length <= 4, `${pages.length} pages`);
  const all = pages.map(({ text }) => text).join("");
  for (const words of [
    "NoticeoncreditrepairDocumentno.",
    "Repairisfreeofcharge.",
    "1.WhatyoucandoNo.4,6,8,10:repaircanbeappliedfornow.",
    "No.12:cannotbeappliedforearly;publicationendsbyitself.",
    "2.Penalties(NationalEnterpriseCreditInformationPublicitySystem)",
    "onthenationalplatformforrepairinmarketregulation(https://shiming.gsxt.gov.cn),orinpersonattheauthoritythatdecided",
    "Addressoftheoffice",
    "Receivedby(signature)",
  ]) {
    assert.ok(all.toLowerCase().includes(words.toLowerCase()), words);
  }
  assert.ok(pages[0].top("Repairisfree") < 99);
});

test("where there is nothing to repair the notice says so, in English as well", async (t) => {
  const { page } = await open(t);
  await openFacts(page, { penalties: REPAIRABLE.penalties.slice(3) });
  await print(page, NOTICE);
  const zh = (await printed(page)).join("");
  assert.match(zh, /目前没有可以申请修复的公示信息/);
  assert.doesNotMatch(zh, /不收费|在哪里申请/);
  await speak(page, "en");
  await print(page, "Print the repair notice");
  const all = (await printed(page)).join("");
  assert.match(all, /thereisatpresentnopublishedinformation/i);
  assert.doesNotMatch(all, /risk|inspect|keycase/i);
});

test("what stops by itself is told to need no application, with no papers and no place to apply", async (t) => {
  const { page } = await open(t);
  const lenient = { ...TWELVE[8], fine_yuan: 30000, discretion: "lenient", published_on: "2026-10-01" };
  await openFacts(page, { penalties: [lenient] });
  await print(page, NOTICE);
  const all = (await printed(page)).join("");
  assert.ok(all.includes("第1项：期满自动停止公示，无需申请。"), all);
  assert.ok(all.includes("轻微—2027年1月1日到期自动停止，无需申请"), all);
  assert.doesNotMatch(all, /申请材料|在哪里申请|不收费/);
});

test("a notice of 300 penalties numbers all of them through, with the head of the table on each of its pages", async (t) => {
  const { page } = await open(t);
  const many = penalties(300).map((penalty) => ({ ...penalty, published_on: "2026-06-15" }));
  await openFacts(page, { penalties: many });
  await print(page, NOTICE);
  const pages = await printed(page);
  const all = pages.join("");
  many.forEach(({ document_no: number, decided_on: day }, place) => {
    assert.ok(all.includes(`${300 - place}${inChinese(day)}`) && all.split(number).length === 2, number);
  });
  for (const text of pages.filter((text) => text.includes("虚构罚字"))) {
    assert.match(text, /序号事项失信程度最早可申请公示截止情况/);
  }
});

test("no page of a notice has nothing but the seal", async (t) => {
  const { page } = await open(t);
  for (const count of [1, 2, 4, 7, 12]) {
    await openFacts(page, { penalties: TWELVE.slice(0, count) });
    await print(page, NOTICE);
    const pages = await printed(page);
    assert.match(pages.at(-1), /在哪里申请.*https:.*告知机关（盖章）/, `${count} penalties`);
    await page.locator(".paper").waitFor({ state: "detached" });
    await toStart(page);
  }
});
