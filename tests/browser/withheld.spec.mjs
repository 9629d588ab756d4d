// Who is not assessed: a record without code or name, and a day before the registration. Nobody of them is called good.
import assert from "node:assert/strict";
import test from "node:test";
import { chooseFiles, newRecord, openRecord, setAsOf, speak, started, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const says = (page, words) => page.locator(".head .badge", { hasText: words }).waitFor();

/** Has the page count how often it is told to print, instead of printing. */
const countPrints = (page) =>
  page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });

test("a new record has no class before code and name stand, and says what is missing", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await says(page, "资料不全，暂不评估");
  await page.locator(".advice", { hasText: "还缺：统一社会信用代码、企业名称" }).waitFor();
  assert.equal(await page.locator(".answer").getByText("信用良好").count(), 0);
  for (const section of ["why", "inspect", "repair", "forecast", "measures"]) {
    assert.equal(await page.locator(`section[aria-labelledby=${section}]`).count(), 0, section);
  }
  await assertAccessible(page);
  await speak(page, "en");
  await says(page, "Incomplete: not assessed yet");
  await page.locator(".advice", { hasText: "Missing: credit code, name" }).waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  // A code that is none is a warning, as ever.
  await write(page, "basics.uscc", "123");
  await page.locator(".advice", { hasText: "还缺：企业名称" }).waitFor();
  await write(page, "basics.name", "包头市虚构商贸有限公司");
  await says(page, "信用良好");
  await page.getByText("统一社会信用代码“123”不符合编码规则").waitFor();
  await write(page, "basics.name", " ");
  await says(page, "资料不全，暂不评估");
});

test("no paper is printed before code and name stand", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await countPrints(page);
  await write(page, "basics.uscc", "91150203MAE0YWCM6D");
  for (const paper of ["打印评估报告", "打印信用修复告知书"]) {
    await page.getByRole("button", { name: paper }).click();
    await page.getByRole("alert").getByText("还不能打印：缺少企业名称。请先填写。").waitFor();
    await page.getByRole("alert").getByRole("button").click();
    await page.getByRole("alert").waitFor({ state: "detached" });
  }
  await write(page, "basics.name", "包头市虚构商贸有限公司");
  await page.getByRole("button", { name: "打印评估报告" }).click();
  // The one paper that is printed is the one that was asked for last.
  await page.waitForFunction(() => window.prints > 0);
  assert.equal(await page.evaluate(() => window.prints), 1);
});

test("a penalty that does not count is named beside the class", async (t) => {
  const { page } = await open(t);
  const penalties = [{ decided_on: "2026-05-06", kinds: ["warning"] }, { decided_on: "2026-05-07" }, { kinds: ["fine"] }];
  await openRecord(page, { penalties }, "2026-11-21");
  await says(page, "信用良好");
  await page.locator(".head .tag", { hasText: "2项处罚未计入" }).waitFor();
  // The one without a day stands first, then the latest.
  await page.locator("#penalties .line").nth(1).click();
  await page.locator('[name="penalties.1.kinds"][value=warning]').check();
  await page.locator(".head .tag", { hasText: "1项处罚未计入" }).waitFor();
  await page.locator("#penalties").getByRole("button", { name: "删除" }).first().click();
  await page.locator(".head .tag").waitFor({ state: "detached" });
});

test("before its registration an enterprise is not assessed, on its page and on paper", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { registered_on: "2020-03-02", court_listings: [{ listed_on: "2021-01-05" }] }, "1995-01-01");
  await says(page, "评估日早于成立日期，不评估");
  await page.locator(".advice", { hasText: "成立日期为2020年3月2日" }).waitFor();
  await setAsOf(page, "2020-03-01");
  await says(page, "评估日早于成立日期，不评估");
  await countPrints(page);
  for (const [number, paper] of ["打印评估报告", "打印信用修复告知书"].entries()) {
    await page.getByRole("button", { name: paper }).click();
    await page.waitForFunction((number) => window.prints === number + 1, number);
    const text = await page.locator(".paper").evaluate((paper) => paper.textContent);
    assert.match(text, /评估日早于成立日期，不评估/);
    assert.doesNotMatch(text, /信用良好|风险较高/);
    // What a browser says when it is done with a paper.
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await page.locator(".paper").waitFor({ state: "detached" });
  }
  await setAsOf(page, "2020-03-02");
  await says(page, "信用良好");
});

test("in the list they stand apart from the good", async (t) => {
  const { page } = await open(t);
  await started(page);
  await setAsOf(page, "2026-11-21");
  const text = `统一社会信用代码,企业名称,成立日期
91150203MAE0YWCM6D,包头市早成立示例有限公司,2020-01-02
91350100M000100Y43,包头市晚成立示例有限公司,2026-12-01
`;
  await chooseFiles(page, [{ name: "经营主体.csv", text }]);
  const row = (name) => page.locator(".rows tr", { hasText: name });
  await row("晚成立").getByText("评估日早于成立日期，不评估").waitFor();
  await row("早成立").getByText("信用良好").waitFor();
  await page.locator(".choices button", { hasText: "信用良好 1" }).click();
  await row("晚成立").waitFor({ state: "detached" });
  await page.locator(".choices button", { hasText: "不评估 1" }).click();
  await row("晚成立").waitFor();
  await row("早成立").waitFor({ state: "detached" });
});
