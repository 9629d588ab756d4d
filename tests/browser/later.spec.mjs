import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { asChosen, becomes, chooseFiles, creditCode, setAsOf, started, toStart, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const [STAYS, FINED, GONE, NEW] = [1, 2, 3, 4].map(creditCode);
const register = (...rows) => ["统一社会信用代码,企业名称,登记状态", ...rows, ""].join("\n");
const penalties = (...rows) =>
  ["统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关", ...rows, ""].join("\n");
const court = (...rows) => ["统一社会信用代码,企业名称,发布日期,执行法院,移除日期", ...rows, ""].join("\n");
const fine = (code, number, day) => `${code},示例${number}号,罚款,8,${day},${day},包头市市场监督管理局`;

const NAMES = { [STAYS]: "包头市守信示例有限公司", [FINED]: "包头市受罚示例有限公司", [GONE]: "包头市注销示例有限公司", [NEW]: "包头市新设示例有限公司" };
const active = (code) => `${code},${NAMES[code]},存续`;

const JANUARY = [
  { name: "经营主体.csv", text: register(active(STAYS), active(FINED), active(GONE)) },
  { name: "行政处罚.csv", text: penalties(fine(FINED, 1, "2026-05-06")) },
];
const FEBRUARY = [
  { name: "经营主体.csv", text: register(active(STAYS), active(FINED), active(NEW)) },
  { name: "失信被执行人.csv", text: court(`${FINED},${NAMES[FINED]},2026-10-08,示例法院,`) },
];

const payload = (files) => files.map(asChosen);

async function openJanuary(t, more) {
  const { page } = await open(t, more);
  await started(page);
  await setAsOf(page, "2026-11-21");
  await chooseFiles(page, JANUARY);
  await page.getByText("共 3 户").waitFor();
  return page;
}

/** Lays files over the district, by one of the two ways that are offered. */
async function layOver(page, way, files) {
  await page.getByText("更新到新一期", { exact: true }).click();
  await page.getByLabel(way).setInputFiles(payload(files));
}

const WHOLE = "全部重报";
const ADDITIONS = "只报增量";
const told = (page, added, changed, gone) =>
  page.getByText(`已更新到新一期：新增 ${added} 户，有变化 ${changed} 户，消失 ${gone} 户。`).waitFor();

/** What the rows say: name, class before and after, way, what begins and ceases to hold, what has changed. */
const rows = (page) =>
  page.locator(".rows tbody:not(.room) tr").evaluateAll((rows) =>
    rows.map((row) => {
      const of = [...row.cells].map((cell) => cell.textContent.replace(/^[●▲■◆★✕\s]+/u, ""));
      return [of[2], of[0], of[1], of[4], of[5], of[6], of[7]];
    }),
  );

async function download(page, press) {
  const offered = page.waitForEvent("download");
  await press();
  const file = await offered;
  return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), "utf8").replaceAll('"', "") };
}

test("another month's whole tables tell who is new, changed and gone, which class that gives, and why", async (t) => {
  const page = await openJanuary(t);
  await page.getByText("更新到新一期", { exact: true }).click();
  await assertAccessible(page);
  await page.getByLabel(WHOLE).setInputFiles(payload(FEBRUARY));
  await told(page, 1, 1, 1);
  await page.getByText("共 3 户").waitFor();
  await page.getByRole("button", { name: "查看变化和理由" }).click();
  await page.getByText("2 户中有 1 户类别变化，其中加重 1 户、减轻 0 户。").waitFor();
  const [fined, added, ...more] = await rows(page);
  assert.deepEqual(more, []);
  assert.equal(fined[0], NAMES[FINED]);
  assert.match(fined[2], /违法失信、风险较高/);
  assert.equal(fined[3], "加重");
  assert.match(fined[4], /失信被执行人/);
  assert.equal(fined[6], "失信被执行人 0→1（新增2026年10月8日）");
  assert.deepEqual([added[0], added[1], added[3]], [NAMES[NEW], "新增", "新增"]);
  assert.match(added[2], /信用良好/);
  await assertAccessible(page);

  await page.getByText("变化数量和理由", { exact: true }).click();
  const gone = page.getByRole("region", { name: /^已消失的企业/ });
  assert.match(await gone.innerText(), new RegExp(`${NAMES[GONE]}\\s+${GONE}`));
  await page.getByText("导出名单", { exact: true }).click();
  const list = await download(page, () => page.getByRole("button", { name: "CSV（UTF-8）", exact: true }).click());
  assert.match(list.name, /^新一期数据变化名单_2026-11-21\.csv$/);
  assert.match(list.text, new RegExp(`${NAMES[FINED]},.*加重.*失信被执行人.*失信被执行人 0→1（新增2026年10月8日）`));
  assert.match(list.text, new RegExp(`${NAMES[NEW]},,.*新增`));
  const file = await download(page, () =>
    page.locator("section.figure", { hasText: "已消失的企业" }).getByRole("button", { name: "导出此表（CSV）" }).click(),
  );
  assert.match(file.text, new RegExp(`${NAMES[GONE]},.?${GONE}`));

  // Another day can be compared all the same, and the files before again.
  await page.getByRole("button", { name: "一年前", exact: true }).click();
  await page.getByText("从 2025年11月21日 到 2026年11月21日").waitFor();
  await page.getByRole("button", { name: "上期数据", exact: true }).click();
  await page.getByText("从上期数据到新一期数据").waitFor();

  await page.getByRole("button", { name: "恢复到更新之前" }).click();
  await page.getByRole("link", { name: NAMES[GONE] }).waitFor();
  await becomes(() => page.getByRole("link", { name: NAMES[NEW] }).count(), 0);
  await becomes(() => page.getByText("已更新到新一期").count(), 0);
});

test("tables of additions take nothing away", async (t) => {
  const page = await openJanuary(t);
  await layOver(page, ADDITIONS, [
    { name: "经营主体.csv", text: register(active(NEW)) },
    { name: "行政处罚.csv", text: penalties(fine(STAYS, 2, "2026-11-02")) },
  ]);
  await told(page, 1, 1, 0);
  await page.getByText("共 4 户").waitFor();
  const count = (name) => page.locator(".rows tbody:not(.room) tr", { hasText: name }).locator("td.number").innerText();
  await becomes(() => Promise.all([count(NAMES[STAYS]), count(NAMES[FINED])]), ["1", "1"]);
});

test("what of the files cannot be used is told, and where nothing can be the district stays", async (t) => {
  const page = await openJanuary(t);
  await layOver(page, WHOLE, [{ name: "会议记录.csv", text: "时间,地点\n上午,会议室\n" }]);
  await page.getByRole("alert").getByText("新一期的表没有可用的内容，已打开的数据没有改变").waitFor();
  await page.getByText("共 3 户").waitFor();
  await page.getByLabel(WHOLE).setInputFiles(payload([{ name: "失信被执行人.csv", text: court(`${FINED},,2026-10-08,,`, `${STAYS},,昨天,,`) }]));
  await told(page, 0, 1, 0);
  await page.getByText("有 1 行没有采用：失信被执行人 1 行。").waitFor();
  await page.getByRole("link", { name: "查看读入情况" }).click();
  await page.getByText("昨天").first().waitFor();
});

test("the reading of another month can be stopped, and until then the district can be looked at", async (t) => {
  const page = await openJanuary(t);
  // More than is read at a time; from the second piece on the disk does not answer until it is let go.
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    const held = new Promise((free) => (self.free = free));
    let pieces = 0;
    Blob.prototype.arrayBuffer = async function () {
      if ((pieces += 1) > 1) await held;
      return read.call(this);
    };
  });
  t.after(() => worker.evaluate(() => self.free()).catch(() => {}));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "later-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const many = path.join(folder, "经营主体.csv");
  const rows = Array.from({ length: 50_000 }, (_, place) => `${creditCode(place + 10)},包头市某某示例有限公司,存续`).join("\n");
  fs.writeFileSync(many, `统一社会信用代码,企业名称,登记状态\n${`${rows}\n`.repeat(2)}`);
  await page.getByText("更新到新一期", { exact: true }).click();
  await page.getByLabel(WHOLE).setInputFiles(many);
  await page.getByText("正在读取“经营主体.csv”").waitFor();
  await page.getByLabel("按名称或代码查找").fill("守信");
  await page.getByText("共 1 户").waitFor();
  await page.getByRole("button", { name: "停止更新" }).click();
  await page.getByText("已停止更新，已打开的数据没有改变。").waitFor();
  await worker.evaluate(() => self.free());
  await page.getByLabel("按名称或代码查找").fill("");
  await page.getByText("共 3 户").waitFor();
  await page.getByLabel(WHOLE).setInputFiles(payload(FEBRUARY));
  await told(page, 1, 1, 1);
});

test("laid over what the browser keeps, it says that the browser keeps what was before", async (t) => {
  const page = await openJanuary(t);
  await page.locator(".keep summary").click();
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByText("已保留在本机浏览器中：3 户。").waitFor();
  await page.reload();
  await page.getByText("共 3 户").waitFor();
  await layOver(page, WHOLE, FEBRUARY);
  await told(page, 1, 1, 1);
  const keeping = page.locator(".keep");
  await keeping.getByText("保留与存档（保留的不是现在的数据）").click();
  await keeping.getByText("本机浏览器保留的不是现在显示的数据，是另外 3 户").waitFor();
  assert.equal(await page.getByText(/已保留/).count(), 0, "one sentence says what is kept");
  await page.reload();
  await page.getByRole("link", { name: NAMES[GONE] }).waitFor();
});

test("records of rows close with their month, and what was changed by hand stays marked, or gives way", async (t) => {
  const page = await openJanuary(t);
  await page.getByRole("link", { name: NAMES[STAYS] }).click();
  await page.locator(".answer .head").waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  await page.locator(".rows").getByRole("link", { name: NAMES[FINED] }).click();
  await page.locator("#penalties .line").click();
  await write(page, "penalties.0.annulled_on", "2026-06-01");
  await page.locator(".head .badge", { hasText: "信用良好" }).waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  const marked = page.locator(".rows tr", { hasText: NAMES[FINED] }).getByText("手工修改");
  await marked.waitFor();
  await page.getByText("更新到新一期", { exact: true }).click();
  // What becomes of it is asked before files can be chosen.
  await page.getByText("有 1 户的内容经手工修改").waitFor();
  assert.equal(await page.getByLabel(WHOLE).count(), 0);
  await page.getByRole("button", { name: "保留手工修改" }).click();
  await page.getByLabel(WHOLE).setInputFiles(payload([...FEBRUARY, { name: "行政处罚.csv", text: penalties(fine(FINED, 1, "2026-05-06"), fine(FINED, 2, "2026-06-07")) }]));
  await told(page, 1, 1, 1);
  await page.getByText("更新前有 1 户经手工修改，其中 1 户保留了手工修改。").waitFor();
  await becomes(() => page.locator(".tabs a").allInnerTexts(), []);
  await page.getByText(`名单的内容已更换，这些企业的页签已关闭，可从列表重新打开：${NAMES[STAYS]}、${NAMES[FINED]}。`).waitFor();
  await marked.waitFor();
  await page.getByRole("button", { name: "查看变化和理由" }).click();
  const changes = page.locator(".rows tr", { hasText: NAMES[FINED] }).locator("td").last();
  await changes.getByText("手工修改（保留）").waitFor();
  assert.match(await changes.innerText(), /行政处罚 1→2（新增.+）/, "which penalty is new");
  const asList = page.getByRole("button", { name: "名单", exact: true });
  await asList.click();
  // What stands above the rows is another one once they are there.
  await becomes(() => asList.getAttribute("aria-pressed"), "true");
  await page.getByText("导出名单", { exact: true }).click();
  const list = await download(page, () => page.getByRole("button", { name: "CSV（UTF-8）", exact: true }).click());
  assert.match(list.text, /手工修改/);
  await page.locator(".rows").getByRole("link", { name: NAMES[FINED] }).click();
  await page.locator(".beside").getByText("手工修改：行政处罚").waitFor();
  // What was told above the list is not for this page.
  await becomes(() => page.locator(".notice").count(), 0);
  await page.getByRole("link", { name: "企业列表" }).click();

  await page.getByRole("button", { name: "恢复到更新之前" }).click();
  await page.getByText("已更新到新一期").waitFor({ state: "detached" });
  await marked.waitFor();
  await page.getByText("更新到新一期", { exact: true }).click();
  await page.getByRole("button", { name: "以新一期的表为准" }).click();
  await page.getByLabel(WHOLE).setInputFiles(payload([{ name: "行政处罚.csv", text: penalties(fine(FINED, 1, "2026-05-06")) }]));
  await page.getByText("更新前有 1 户经手工修改，其中 0 户保留了手工修改。").waitFor();
  await marked.waitFor({ state: "detached" });
  await toStart(page);
  await page.getByText("新一期的表请在企业列表中选“更新到新一期”").waitFor();
});
