import assert from "node:assert/strict";
import test from "node:test";
import { becomes, chooseFiles, setAsOf, started, toStart, write } from "./flows.mjs";
import { open } from "./harness.mjs";

const REGISTER = `统一社会信用代码,企业名称,登记状态
91150203MAE0YWCM6D,包头市受罚示例有限公司,存续
91350100M000100Y43,包头市良好示例有限公司,存续
91150203MAE83FQEFU,包头市守信示例有限公司,存续
`;
const PENALTIES = `统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关
91150203MAE0YWCM6D,示例1号,罚款,8,2026-05-06,2026-05-06,包头市市场监督管理局
`;
const FINED = "包头市受罚示例有限公司";

/** Opens a district of three enterprises, one of which was fined; its list then stands on the page. */
async function openDistrict(t) {
  const { page } = await open(t);
  await started(page);
  await setAsOf(page, "2026-11-21");
  await chooseFiles(page, [
    { name: "经营主体.csv", text: REGISTER },
    { name: "行政处罚.csv", text: PENALTIES },
  ]);
  await page.locator(".rows td.name a").nth(2).waitFor();
  return page;
}

/** Waits until so many enterprises are counted: in all, of high risk, general, good. */
const totals = (page, ...expected) =>
  page.waitForFunction((expected) => {
    const shown = [...document.querySelectorAll(".choices button")].map((button) => button.textContent.match(/\d+$/)?.[0]);
    return shown.join() === expected;
  }, expected.join());

const row = (page, name) => page.locator(".rows tr", { hasText: name });

async function openRow(page, name) {
  await row(page, name).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

const badge = (page, words) => page.locator(".head .badge", { hasText: words }).waitFor();
const list = (page) => page.getByRole("link", { name: "企业列表" }).click();

async function annul(page) {
  await page.locator("#penalties .line").click();
  await write(page, "penalties.0.annulled_on", "2026-06-01");
  await badge(page, "信用良好");
}

test("a changed record changes its row, the totals and the figures, and undone they are as before", async (t) => {
  const page = await openDistrict(t);
  await totals(page, 3, 0, 1, 2);
  await row(page, FINED).getByText("信用风险一般").waitFor();
  await openRow(page, FINED);
  await badge(page, "信用风险一般");
  await annul(page);
  await list(page);
  await totals(page, 3, 0, 0, 3);
  await row(page, FINED).getByText("信用良好").waitFor();

  await page.getByRole("button", { name: "统计", exact: true }).click();
  const classes = page.locator(".figure", { hasText: "各类企业数量" }).locator("tbody td:nth-child(3)");
  await classes.first().waitFor();
  await becomes(() => classes.allInnerTexts(), ["3", "0", "0", "3"]);
  await page.getByRole("button", { name: "名单", exact: true }).click();

  // The same record is shown for its row, with the way back through its steps.
  await openRow(page, FINED);
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await badge(page, "信用风险一般");
  await list(page);
  await totals(page, 3, 0, 1, 2);
  await row(page, FINED).getByText("信用风险一般").waitFor();
});

test("a changed record that is closed is again as the files gave it", async (t) => {
  const page = await openDistrict(t);
  await openRow(page, FINED);
  await annul(page);
  await list(page);
  await totals(page, 3, 0, 0, 3);
  await page.getByRole("button", { name: `关闭“${FINED}”` }).click();
  await totals(page, 3, 0, 1, 2);
  await openRow(page, FINED);
  await badge(page, "信用风险一般");
});

test("what can be read of a changed record counts, its row stays its own, and records from elsewhere stay outside", async (t) => {
  const page = await openDistrict(t);
  await openRow(page, FINED);
  // Without its day a penalty does not count; the code is now that of nobody.
  await page.locator("#penalties .line").click();
  await write(page, "penalties.0.decided_on", "去年");
  await badge(page, "信用良好");
  await page.locator(".head .tag", { hasText: "1项处罚未计入" }).waitFor();
  await list(page);
  await totals(page, 3, 0, 0, 3);
  await row(page, FINED).locator(".tag", { hasText: "1项处罚未计入" }).waitFor();
  await row(page, FINED).getByRole("link").click();
  // Without its code there is no class, on its page and in its row.
  await write(page, "basics.uscc", "");
  await badge(page, "资料不全，暂不评估");
  await list(page);
  await totals(page, 3, 0, 0, 2, 1);
  await row(page, FINED).getByText("资料不全，暂不评估").waitFor();
  await page.locator(".choices button", { hasText: "不评估 1" }).click();
  await totals(page, 3, 0, 0, 2, 1);
  await becomes(() => page.locator(".rows td.name a").allInnerTexts(), [FINED]);
  await page.locator(".choices button", { hasText: "不评估 1" }).click();
  await page.locator(".choices button").first().click();
  await page.locator(".rows td.name a").nth(2).waitFor();
  const tabs = page.getByRole("button", { name: /^关闭“/ });
  const open = await tabs.count();
  await row(page, FINED).getByRole("link").click();
  await badge(page, "资料不全，暂不评估");
  assert.equal(await tabs.count(), open, "the row leads to the record that is open");

  const enterprise = { uscc: "91150205MAEQEY9X0F", name: "包头市外来示例有限公司", court_listings: [{ listed_on: "2025-01-05" }] };
  await page.getByRole("link", { name: "打开文件" }).click();
  await chooseFiles(page, [{ name: "记录.json", text: JSON.stringify({ as_of: "2026-11-21", enterprise }) }]);
  await badge(page, "违法失信、风险较高");
  await write(page, "basics.name", "包头市外来示例二有限公司");
  await list(page);
  await totals(page, 3, 0, 0, 2, 1);
});

test("a record that is still open from other files does not stand in for the row of these", async (t) => {
  const page = await openDistrict(t);
  await openRow(page, FINED);
  await annul(page);
  await toStart(page);
  const later = "包头市改制后示例有限公司";
  await chooseFiles(page, [{ name: "经营主体.csv", text: REGISTER.replace(FINED, later) }]);
  await row(page, later).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: later }).waitFor();
  assert.equal(await page.locator("#penalties .line").count(), 0);
});

test("after a reload a row leads to its record where that is still open as it was", async (t) => {
  const page = await openDistrict(t);
  await page.locator(".keep summary").click();
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByText("已保留在本机浏览器中").waitFor();
  await page.keyboard.press("Escape");
  await openRow(page, FINED);
  await list(page);
  await page.reload();
  await openRow(page, FINED);
  assert.equal(await page.locator(".tabs a").count(), 1);
});
