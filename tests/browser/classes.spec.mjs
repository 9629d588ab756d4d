// Rules with other classes than the three, and with a scorecard: the page, its lists, figures and files follow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fs from "node:fs/promises";
import test from "node:test";
import { becomes, chooseFiles, creditCode, newNamedRecord, openRecord, setAsOf, started, toStart, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const pack = (id) => JSON.parse(readFileSync(new URL(`../../dist/packs/${id}.json`, import.meta.url), "utf8"));

/** Opens a pack in the place of the one that the product brings along. */
async function openPack(page, form) {
  await chooseFiles(page, [{ name: "规则.json", text: JSON.stringify(form) }]);
  await page.locator(".changes-banner").waitFor();
  await toStart(page);
}

/** A table of the register and one of penalties: one enterprise of each of the four classes. */
function tables() {
  const [good, live, listed, closed] = [1, 2, 3, 4].map(creditCode);
  return [
    {
      name: "经营主体.csv",
      text: `统一社会信用代码,企业名称,登记状态\n${[good, live, listed, closed].map((code, place) => `${code},示例${place + 1},存续`).join("\n")}\n`,
    },
    {
      name: "行政处罚.csv",
      text: `统一社会信用代码,处罚类别,罚款金额（元）,处罚决定日期,公示日期\n${live},罚款,60000,2026-09-01,2026-09-10\n`,
    },
    { name: "经营异常名录.csv", text: `统一社会信用代码,企业名称,列入原因,列入日期,纠正日期\n${listed},示例3,通过登记的住所无法联系,2026-02-01,\n` },
    { name: "严重违法失信名单.csv", text: `统一社会信用代码,企业名称,列入日期,管理措施截止日期\n${closed},示例4,2026-02-01,\n` },
  ];
}

test("a district is classed, counted, narrowed and saved by the four classes of its rules", async (t) => {
  const { page } = await open(t);
  await started(page);
  await setAsOf(page, "2026-11-21");
  await openPack(page, pack("samr-abcd"));
  await chooseFiles(page, tables());
  await page.locator(".rows td.name a").first().waitFor();
  const badges = page.locator(".rows tbody:not(.room) .badge");
  await becomes(() => badges.allInnerTexts(), ["■信用风险高（D类）", "▲信用风险较高（C类）", "◆信用风险一般（B类）", "●信用风险低（A类）"]);
  const classes = page.getByRole("group", { name: "信用类别" }).locator(".badge");
  assert.deepEqual(await classes.allInnerTexts(), await badges.allInnerTexts());
  const blue = await badges.nth(2).evaluate((badge) => getComputedStyle(badge).color);
  assert.notEqual(blue, await badges.nth(3).evaluate((badge) => getComputedStyle(badge).color));
  await assertAccessible(page);
  await classes.nth(1).click();
  await becomes(() => page.locator(".rows tbody:not(.room) td.name").allInnerTexts(), ["示例3"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    (async () => {
      await page.getByText("导出名单").click();
      await page.getByRole("button", { name: "CSV（UTF-8）" }).click();
    })(),
  ]);
  assert.match(await fs.readFile(await download.path(), "utf8"), /信用风险较高（C类）/);
});

test("an enterprise is of a class of its rules on the page, in its course and for its future", async (t) => {
  const { page } = await open(t);
  await started(page);
  await openPack(page, pack("samr-abcd"));
  await openRecord(page, { penalties: [{ decided_on: "2026-09-01", published_on: "2026-09-10", kinds: ["fine"], fine_yuan: 60000, discretion: "ordinary" }] }, "2026-11-21");
  await becomes(() => page.locator(".head .badge").innerText(), "◆信用风险一般（B类）");
  await page.locator(".answer", { hasText: "2027年9月10日起" }).locator(".badge", { hasText: "信用风险低（A类）" }).first().waitFor();
  assert.ok((await page.locator(".timeline .mark.blue").count()) > 0, "the course has the tone of the class");
});

/** Baotou's rules with a scorecard of two figures, whose grade is that of food. */
function withCard() {
  const form = pack("baotou-2024");
  const words = (zh) => ({ zh, en: zh });
  form.id = "card";
  form.figures = [
    { id: "hygiene", title: words("卫生评分"), unit: words("分"), decimals: 1, most: 100 },
    { id: "area", title: words("经营面积"), unit: words("平方米"), most: 100000 },
  ];
  form.warnings.figure_missing = words("没有填写{text}");
  form.scores = [
    {
      id: "card",
      title: words("综合评分"),
      source: { id: "default" },
      starts_at: 100,
      sector: "food",
      parts: [
        { title: words("卫生"), figure: "hygiene", bands: [{ below: 60, points: -50 }, { points: 0 }] },
        { title: words("面积"), figure: "area", times: -0.01, missing: 0 },
      ],
      grades: [{ grade: "A", from: 90 }, { grade: "B", from: 60 }, { grade: "D" }],
    },
  ];
  return form;
}

test("figures are entered on the page, and their score, its grade and what follows are told", async (t) => {
  const { page } = await open(t);
  await started(page);
  await openPack(page, withCard());
  await newNamedRecord(page);
  await becomes(() => page.locator(".head .badge").innerText(), "●信用良好");
  await becomes(() => page.locator(".score strong").innerText(), "综合评分：缺少指标，不能评分");
  await write(page, "basics.figures.hygiene", "55.5");
  await write(page, "basics.figures.area", "1,000");
  await becomes(() => page.locator(".score strong").innerText(), "综合评分：40分，D级");
  // Grade D raises the class by a step.
  await becomes(() => page.locator(".head .badge").innerText(), "▲信用风险一般");
  assert.deepEqual(await page.locator(".score tbody tr").allInnerTexts(), ["卫生\t55.5分\t-50", "面积\t1000平方米\t-10"]);
  await write(page, "basics.figures.hygiene", "101");
  await page.getByText("“101”不能用，应为0至100的数，最多1位小数。").waitFor();
  await becomes(() => page.locator(".score strong").innerText(), "综合评分：缺少指标，不能评分");
  await assertAccessible(page);
});

test("a column of the register gives a figure", async (t) => {
  const { page } = await open(t);
  await started(page);
  await openPack(page, withCard());
  const text = `统一社会信用代码,企业名称,监管领域,卫生评分（分）\n${creditCode(1)},示例一,食品,30\n${creditCode(2)},示例二,食品,95\n`;
  await chooseFiles(page, [{ name: "经营主体.csv", text }]);
  await page.locator(".rows td.name a").first().waitFor();
  await becomes(() => page.locator(".rows tbody:not(.room) .badge").allInnerTexts(), ["▲信用风险一般", "●信用良好"]);
  await page.getByRole("link", { name: "示例一" }).click();
  await becomes(() => page.locator('[id="basics.figures.hygiene"]').inputValue(), "30");
});
