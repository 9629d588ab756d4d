// The page is built twice: what one enterprise takes is fetched first, and the build with all pages takes its place when
// something else is asked for. Nobody is to notice, but where it cannot be had.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes, chooseFiles, denyStorage, newNamedRecord, openSample, started, toStart, write } from "./flows.mjs";
import { open } from "./harness.mjs";
import { countPrints, print, printed, REPORT } from "./papers.mjs";

const isFetched = (server) => server.log.some(({ path }) => path.endsWith("/office_bg.wasm"));

const REGISTER = [
  { name: "经营主体.csv", text: "统一社会信用代码,企业名称,成立日期,登记状态\n91150203MAE0YWCM6D,示例一有限公司,2018-05-16,存续\n" },
];

const toRules = (page) => page.getByRole("link", { name: "规则", exact: true }).click();
const onRules = (page) => page.getByRole("heading", { level: 1, name: "规则" });
const back = (page) => page.getByRole("link", { name: "评估", exact: true }).click();

test("an enterprise and the help take the first build only", async (t) => {
  const { page, server } = await open(t);
  await newNamedRecord(page);
  await page.getByRole("link", { name: "帮助", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
  assert.ok(!isFetched(server), "the other was not asked for");
});

test("the first build names what lies near, beside its code and on paper; other names come with the build that has all pages", async (t) => {
  const { page, server } = await open(t);
  await newNamedRecord(page);
  await countPrints(page);
  const field = page.locator(".entry", { has: page.locator("#basics\\.region") });
  await write(page, "basics.region", "150204001");
  await becomes(() => field.locator(".unit").innerText(), "青山区");
  await print(page, REPORT);
  assert.match((await printed(page)).join(""), /行政区划150204001青山区/);
  await write(page, "basics.region", "110101");
  await field.locator(".unit").waitFor({ state: "detached" });
  assert.ok(!isFetched(server), "the other was not asked for");
  await toRules(page);
  await onRules(page).waitFor();
  await back(page);
  await becomes(() => field.locator(".unit").innerText(), "东城区");
});

test("a look at the rules costs no step, no open fold and no text that was being typed", async (t) => {
  const { page, server } = await open(t);
  await newNamedRecord(page);
  await write(page, "basics.region", "昆都仑区");
  await page.locator("#basics\\.industry").fill("F5");
  const fold = page.locator(".answer details").first();
  await fold.locator("summary").first().click();
  const unfolded = await fold.getAttribute("id");
  // By the address: a click elsewhere would take the text in.
  await page.evaluate(() => (location.hash = "#/rules"));
  await onRules(page).waitFor();
  assert.ok(isFetched(server));
  await back(page);
  await becomes(() => page.locator("#basics\\.industry").inputValue(), "F5");
  assert.ok(await page.locator(`[id="${unfolded}"]`).evaluate((fold) => fold.open), "it is open still");
  for (const [field, before] of [["industry", ""], ["region", ""]]) {
    await page.getByRole("button", { name: "撤销" }).click();
    await becomes(() => page.locator(`#basics\\.${field}`).inputValue(), before);
  }
  await page.getByRole("button", { name: "重做" }).click();
  await becomes(() => page.locator("#basics\\.region").inputValue(), "昆都仑区");
});

test("where the browser keeps nothing, open records go along all the same", async (t) => {
  const { page } = await open(t, { prepare: (context) => context.addInitScript(denyStorage) });
  await newNamedRecord(page);
  await toRules(page);
  await onRules(page).waitFor();
  await back(page);
  await page.getByRole("heading", { level: 1, name: "包头市新建示例有限公司" }).waitFor();
});

test("the build that cannot be had is told in words, costs nothing, and is asked for again", async (t) => {
  const { page, watch } = await open(t);
  await newNamedRecord(page);
  let asked = 0;
  await page.route("**/office_bg.wasm", (route) => (asked++ < 2 ? route.abort("connectionreset") : route.continue()));
  watch.expect(/office_bg|Failed to fetch|RESET/);
  await toRules(page);
  await page.getByRole("alert").getByText("信衡的其余程序没有取到").waitFor();
  await page.getByRole("button", { name: "重试" }).waitFor();
  await back(page);
  await page.getByRole("heading", { level: 1, name: "包头市新建示例有限公司" }).waitFor();
  await toStart(page);
  await chooseFiles(page, REGISTER);
  await becomes(() => asked, 2);
  await page.getByRole("alert").getByText("信衡的其余程序没有取到").waitFor();
  await chooseFiles(page, REGISTER);
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0, "the words are gone with their cause");
  assert.equal(asked, 3);
});

/** Holds back the build with all pages until it is let go; `arrived` waits until the page has it. */
async function holdBack(page) {
  let letGo;
  const held = new Promise((go) => (letGo = go));
  await page.route("**/office_bg.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const arrived = page.waitForResponse("**/office.js");
  return { letGo, arrived };
}

/** Writes in a field of the record while the build arrives, and goes on writing there; returns the field. */
async function writeMeanwhile(page, { letGo, arrived }) {
  await back(page);
  const field = page.locator("[id='basics.industry']");
  await field.pressSequentially("F5");
  letGo();
  await arrived;
  await field.pressSequentially("1");
  await page.locator("[id='basics.industry']:focus").waitFor();
  return field;
}

test("nobody who has come back from the rules before they were there is taken out of a field", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  const held = await holdBack(page);
  await toRules(page);
  await page.getByRole("status").getByText("正在打开…").waitFor();
  const field = await writeMeanwhile(page, held);
  assert.equal(await field.inputValue(), "F51");
  await toRules(page);
  await onRules(page).waitFor();
});

test("files that wait for the build are opened once a field is left, with what was written in it", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  const held = await holdBack(page);
  await toStart(page);
  await chooseFiles(page, REGISTER);
  await page.getByRole("status").getByText("正在打开…").waitFor();
  const field = await writeMeanwhile(page, held);
  await field.press("Tab");
  await page.getByRole("link", { name: "示例一有限公司" }).waitFor();
  await back(page);
  await becomes(() => field.inputValue(), "F51");
});

test("the sample is opened beside a record, and the record is kept for a reload", async (t) => {
  const { page } = await open(t);
  await newNamedRecord(page);
  await toStart(page);
  await openSample(page);
  assert.equal(await page.locator(".tabs a").count(), 1, "the record is beside it");
  await page.reload();
  await started(page);
  assert.equal(await page.locator(".tabs a").count(), 1, "and is kept for a reload");
});

test("an address of another page than the first build has is answered by the other at once", async (t) => {
  const { page, server } = await open(t, { path: "#/rules" });
  await page.locator(".book details").first().waitFor();
  assert.ok(isFetched(server));
  await page.goBack().catch(() => {});
  await page.goto(`${server.url}#/help`);
  await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
});
