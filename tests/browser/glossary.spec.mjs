import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { becomes, setAsOf, speak, started } from "./flows.mjs";
import { ofSite, open } from "./harness.mjs";

const TERMS = JSON.parse(fs.readFileSync(new URL("../../www/help/zh.json", import.meta.url), "utf8"))
  .parts.filter(({ id }) => id === "inspect" || id.startsWith("terms-"))
  .flatMap(({ terms }) => terms);

const names = (page) => page.locator("dl dt").allTextContents();
const search = (page) => page.getByLabel("按词语或者解释查找");

test("the menu leads to every term that the help explains, and a term to its place there and back", async (t) => {
  const { page } = await open(t);
  await started(page);
  await page.getByRole("link", { name: "词语", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "词语" }).waitFor();
  await page.getByText(`共 ${TERMS.length} 个词语`).waitFor();
  assert.deepEqual(await names(page), TERMS.map(({ term }) => term));
  await becomes(() => page.title(), "词语 – 信衡");
  await search(page).fill("较低数额");
  await page.getByRole("link", { name: "较低数额罚款", exact: true }).click();
  await page.locator("#help-lower-fine:focus").waitFor();
  await page.goBack();
  await becomes(() => search(page).inputValue(), "较低数额", "what was looked for is there still");
});

test("words narrow the list at every letter, and where nothing has them it says what to do", async (t) => {
  const { page } = await open(t, { path: "#/glossary" });
  const having = (word) => TERMS.filter(({ term, text }) => (term + text).includes(word)).map(({ term }) => term);
  await search(page).pressSequentially("罚款");
  await becomes(() => names(page), having("罚款"));
  await page.getByText(`共 ${having("罚款").length} 个词语`, { exact: true }).waitFor();
  await search(page).pressSequentially(" 无此词");
  await page.getByText("没有词语含有“罚款 无此词”。请换一个词，或者清空查找框，查看全部词语。").waitFor();
  await search(page).fill("");
  await becomes(async () => (await names(page)).length, TERMS.length);
});

test("Chinese typed by pinyin arrives whole", async (t) => {
  const { page, context } = await open(t, { path: "#/glossary" });
  await search(page).focus();
  const client = await context.newCDPSession(page);
  for (const text of ["x", "xian", "xian'suo", "线索"]) {
    await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await becomes(() => search(page).inputValue(), text);
  }
  await client.send("Input.insertText", { text: "线索" });
  await becomes(async () => (await names(page)).includes("线索"), true);
  assert.equal(await search(page).inputValue(), "线索");
});

test("a term names its documents, marked where they are not in force, as in the help", async (t) => {
  const { page } = await open(t, { path: "#/glossary" });
  const meaning = page.locator("dl > div", { has: page.getByRole("link", { name: "重点案件候选", exact: true }) });
  await meaning.getByRole("link", { name: "包府发〔2024〕40号第124条" }).waitFor();
  const mark = meaning.getByText("已于2026年5月28日到期");
  await setAsOf(page, "2026-05-29");
  await mark.waitFor();
  await setAsOf(page, "2026-05-28");
  await mark.waitFor({ state: "detached" });
});

test("the other language brings its own terms", async (t) => {
  const { page } = await open(t, { path: "#/glossary" });
  await page.getByText(`共 ${TERMS.length} 个词语`).waitFor();
  await speak(page, "en");
  await page.getByText(`Terms: ${TERMS.length}`).waitFor();
  await page.getByLabel("Find in terms and explanations").fill("KEY case");
  await page.getByRole("link", { name: "Key-case candidate 重点案件候选" }).waitFor();
});

test("texts that cannot be fetched are told in words, and can be asked for again", ofSite(), async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/help/zh.json", (route) => route.abort());
  await page.getByRole("link", { name: "词语", exact: true }).click();
  await page.getByRole("alert").getByText(/帮助的内容没有取到（.+）/).waitFor();
  watch.expect(/ERR_FAILED/);
  await page.unroute("**/help/zh.json");
  await page.getByRole("button", { name: "重试" }).click();
  await page.getByText(`共 ${TERMS.length} 个词语`).waitFor();
});
