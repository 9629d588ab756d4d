import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { becomes, openSample, pickFirst, setAsOf, speak, started } from "./flows.mjs";
import { ofSite, open } from "./harness.mjs";

const help = (language) =>
  JSON.parse(fs.readFileSync(new URL(`../../www/help/${language}.json`, import.meta.url), "utf8")).parts;
const entries = (parts) => parts.flatMap(({ id, terms = [] }) => [id, ...terms.map((term) => term.id)]);

const INTERNAL = "评估结果是内部监管参考，不是信用评级，不对外公布。";

async function openHelp(page) {
  await started(page);
  await page.getByRole("link", { name: "帮助", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
}

/** Waits until the entry with this id has the focus and lies in the window. */
async function arrived(page, id) {
  await page.locator(`#help-${id}:focus`).waitFor();
  const inWindow = async () => {
    const { y } = await page.locator(`#help-${id}`).boundingBox();
    return y >= 0 && y < page.viewportSize().height;
  };
  await becomes(inWindow, true, `${id} lies in the window`);
}

test("the menu leads to the help, whose texts are fetched then and not before", ofSite(), async (t) => {
  const { page, server } = await open(t);
  const fetched = () => server.log.map(({ path }) => path).filter((path) => path.includes("/help/"));
  await openSample(page);
  assert.deepEqual(fetched(), []);
  await openHelp(page);
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
  await page.getByRole("link", { name: "打开文件" }).click();
  await openHelp(page);
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
  assert.equal(fetched().length, 1, fetched().join(" "));
  await becomes(() => page.title(), "帮助 – 信衡");
});

test("what is ours, what is left out and what we do not know are said", async (t) => {
  const { page } = await open(t, { path: "#/help" });
  for (const name of ["规定未写明、由本工具暂定的", "没有计入的情形", "我们还不知道的", "结论依据什么", "键盘"]) {
    await page.getByRole("heading", { level: 2, name }).waitFor();
  }
});

test("the contents lead to each part, by the keyboard too", async (t) => {
  const { page } = await open(t);
  await openHelp(page);
  const links = page.getByRole("navigation", { name: "目录" }).getByRole("link");
  await links.first().waitFor();
  await becomes(async () => (await links.count()) - (await page.locator("main h2").count()), 0);
  await links.last().focus();
  await page.keyboard.press("Enter");
  await arrived(page, help("zh").at(-1).id);
  await page.goBack();
  await page.locator("nav a[aria-current]", { hasText: "帮助" }).waitFor();
});

test("at 390 px, where the contents are one column, they stand below each other", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openHelp(page);
  const lefts = await page.locator(".help nav a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().left));
  assert.ok(lefts.length > 5);
  assert.deepEqual(new Set(lefts).size, 1, lefts.join(", "));
});

test("an address leads to a term, with its meaning and its document", async (t) => {
  const { page } = await open(t, { path: "#/help/lower-fine" });
  await arrived(page, "lower-fine");
  const meaning = page.locator("#help-lower-fine + dd");
  assert.match(await meaning.innerText(), /不超过5万元[\s\S]*依据：市场监管总局令第107号第七条$/);
});

test("an address of a term that is not there opens the help", async (t) => {
  const { page } = await open(t, { path: "#/help/%3Cb%3E" });
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
});

test("the other language brings its own texts, at the same term", async (t) => {
  const { page } = await open(t, { path: "#/help/key-case" });
  await arrived(page, "key-case");
  await speak(page, "en");
  await page.getByText("Whom to look at first").waitFor();
  await arrived(page, "key-case");
  assert.match(await page.locator("#help-key-case + dd").innerText(), /Source: Baofufa \[2024\] No\. 40 item 124/);
});

test("a document that is not in force on the as-of date is marked", async (t) => {
  const { page } = await open(t, { path: "#/help/key-case" });
  await arrived(page, "key-case");
  const mark = page.locator("#help-key-case + dd").getByText("已于2026年5月28日到期");
  await setAsOf(page, "2026-05-28");
  await mark.waitFor({ state: "detached" });
  await setAsOf(page, "2026-05-29");
  await mark.waitFor();
  await setAsOf(page, "2025-12-24");
  await page.locator("#help-lower-fine + dd").getByText("自2025年12月25日起施行，评估日尚未生效").waitFor();
});

test("a document leads to what the rules say of it", async (t) => {
  const { page } = await open(t, { path: "#/help/key-case" });
  await arrived(page, "key-case");
  await page.locator("#help-key-case + dd").getByRole("link", { name: "包府发〔2024〕40号第124条" }).click();
  await page.waitForURL(/#\/rules\/baotou-2024-40$/);
  await page.getByText("若干措施（包府发〔2024〕40号）").first().waitFor();
});

test("a document that was not read is told from those that were", async (t) => {
  const { page } = await open(t, { path: "#/help/court-list" });
  await page.locator("#help-court-list + dd").getByText("仅知文号，未读原文").waitFor();
  assert.equal(await page.locator("#help-lower-fine + dd .tag").count(), 0);
});

test("texts that cannot be fetched are told in words, and can be asked for again", ofSite(), async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/help/zh.json", (route) => route.abort());
  await openHelp(page);
  await page.getByRole("alert").getByText(/帮助的内容没有取到（.+）/).waitFor();
  watch.expect(/ERR_FAILED/);
  await page.unroute("**/help/zh.json");
  await page.getByRole("button", { name: "重试" }).click();
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

test("an answer that is no help is told in words", ofSite(), async (t) => {
  const { page } = await open(t);
  await started(page);
  for (const body of ["<!doctype html><p>登录</p>", "[]", '{"parts": 1}']) {
    await page.route("**/help/zh.json", (route) => route.fulfill({ body }));
    await openHelp(page);
    await page.getByRole("alert").getByText("帮助的内容没有取到（文件不完整）").waitFor();
    await page.reload();
  }
});

test("markup in a text is a text", ofSite(), async (t) => {
  const { page } = await open(t);
  await started(page);
  const parts = [{ id: "steps", title: "<b>怎么用</b>", text: ["<img src=x onerror=alert(1)>"] }];
  await page.route("**/help/zh.json", (route) => route.fulfill({ body: JSON.stringify({ parts }) }));
  await openHelp(page);
  await page.getByRole("heading", { level: 2, name: "<b>怎么用</b>" }).waitFor();
  await page.getByText("<img src=x onerror=alert(1)>").waitFor();
  assert.equal(await page.locator("main img, main b").count(), 0);
});

test("beside each heading of the answer a small link leads to what the help says of it", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await pickFirst(page);
  const links = page.locator(".answer .heading a.term");
  const targets = await links.evaluateAll((links) =>
    links.map((link) => link.getAttribute("href").replace("#/help/", "")),
  );
  assert.ok(targets.includes("why") && targets.includes("repair"), targets.join(" "));
  for (const language of ["zh", "en"]) {
    assert.deepEqual(
      targets.filter((target) => !entries(help(language)).includes(target)),
      [],
      language,
    );
  }
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("link", { name: "“信用修复”的解释" }).click();
  await arrived(page, "repair");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name }).waitFor();
});

test("that an assessment is no credit rating stands once wherever one is shown, and in the help", async (t) => {
  const { page } = await open(t);
  const times = async () => (await page.locator("body").innerText()).split(INTERNAL).length - 1;
  await started(page);
  await becomes(times, 1, "on the start page");
  await openSample(page);
  await becomes(times, 1, "above the list");
  await pickFirst(page);
  await becomes(times, 1, "beside the class");
  await openHelp(page);
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
  await becomes(times, 1, "in the help");
});
