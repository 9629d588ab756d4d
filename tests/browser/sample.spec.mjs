import assert from "node:assert/strict";
import test from "node:test";
import { becomes, openSample, openSampleEnterprise, pickFirst, setAsOf, tablesAfterwards } from "./flows.mjs";
import { ofSite, open } from "./harness.mjs";

/** The files of the worker among those that were asked for. */
const ofWorker = (server) => server.log.map(({ path }) => path.split("/").at(-1)).filter((name) => name.includes("worker"));

test("the made-up enterprise is assessed without a worker; its files are fetched once tables are opened", ofSite(), async (t) => {
  const { page, server } = await open(t);
  await openSampleEnterprise(page);
  await page.getByRole("heading", { level: 1, name: "虚构" }).waitFor();
  await page.locator(".tag", { hasText: "虚构" }).first().waitFor();
  await page.locator(".head .badge", { hasText: "违法失信、风险较高" }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual([ofWorker(server), page.workers().length], [[], 0]);
  await tablesAfterwards(page);
  assert.deepEqual(ofWorker(server).sort(), ["boot_worker.js", "worker.js", "worker_bg.wasm"]);
});

test("the made-up enterprise is assessed for today, and survives a reload", async (t) => {
  const { page } = await open(t);
  await openSampleEnterprise(page);
  // Where the browser is, whatever day it is where this runs.
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format().split("-").map(Number);
  const shown = (await page.locator("#as-of").inputValue()).match(/\d+/g).map(Number);
  assert.deepEqual(shown, today);
  await page.reload();
  await page.locator(".tag", { hasText: "虚构" }).first().waitFor();
});

test("the sample shows made-up enterprises of all classes, the highest first", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await page.getByText("以下企业和数据均为虚构").waitFor();
  const counts = await page.locator(".choices button").allInnerTexts();
  const [all, ...classes] = counts.map((words) => Number(words.match(/\d+/)[0]));
  assert.ok(classes.length === 3 && classes.every((count) => count > 0), counts.join(" "));
  assert.equal(
    classes.reduce((sum, count) => sum + count, 0),
    all,
  );
  const places = { "■": 0, "▲": 1, "●": 2 };
  const shapes = await page.locator(".rows tbody .badge > span").allInnerTexts();
  assert.deepEqual(
    shapes,
    [...shapes].sort((one, other) => places[one] - places[other]),
  );
});

test("an enterprise of the sample opens from its row, its class and advice first", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  const name = await page.locator(".rows td.name a").first().innerText();
  await pickFirst(page);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.locator(".head .badge", { hasText: "违法失信、风险较高" }).waitFor();
  assert.notEqual(await page.locator(".advice").innerText(), "");
  await becomes(() => page.title(), `${name} – 信衡`);
});

test("a class can be chosen, and the choice narrows the list", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  const good = page.locator(".choices button", { hasText: "信用良好" });
  const count = Number((await good.innerText()).match(/\d+/)[0]);
  await good.click();
  await page.getByText(`共 ${count} 户`).waitFor();
  const rows = page.locator(".rows tbody .badge");
  await becomes(() => rows.count(), count);
  await becomes(() => rows.filter({ hasText: "信用良好" }).count(), count);
});

test("a reason opens into its facts and its article, and a fact leads to its place", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await setAsOf(page, "2026-11-21");
  await pickFirst(page);
  const reason = page.locator(".reasons > li", { hasText: "次行政处罚，均未获准信用修复" });
  await reason.locator("summary").click();
  await reason.getByText("包头市持续打造“包你满意”“包你放心”一流营商环境品牌若干措施").waitFor();
  const fact = reason.locator("button.link").first();
  const words = (await fact.innerText()).replace(/^行政处罚 /, "");
  await fact.click();
  const focused = page.locator(".facts li:focus");
  await focused.waitFor();
  await becomes(async () => (await focused.innerText()).includes(words), true);
});

test("that the local document ran out is said beside the class, from the day after its last", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await setAsOf(page, "2026-05-28");
  await pickFirst(page);
  const warning = page.locator(".answer > .warning", { hasText: "包府发〔2024〕40号" });
  await page.locator("ol.reasons").waitFor();
  assert.equal(await warning.count(), 0);
  await setAsOf(page, "2026-05-29");
  await warning.waitFor();
  await becomes(() => warning.innerText(), /2026年5月28日/);
  await page.locator(".reasons .tag.expired", { hasText: "已于2026年5月28日到期" }).first().waitFor();
});
