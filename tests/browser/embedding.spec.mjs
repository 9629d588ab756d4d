// The page on embedding: it builds the code for the options that are chosen, and shows what comes of it.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

/** Opens the page and waits for its first preview. */
async function opened(t, options = {}) {
  const all = await open(t, { path: "embedding.html", ...options });
  await all.page.locator("xinheng-assessment").getByRole("heading", { level: 1 }).waitFor();
  return all;
}

const code = (page) => page.locator("pre code").innerText();

test("the element's code says what was chosen and no more, and the preview obeys", async (t) => {
  const { page } = await opened(t);
  const element = page.locator("xinheng-assessment");
  await becomes(() => code(page), /<xinheng-assessment id="xinheng"><\/xinheng-assessment>/);
  await page.getByLabel("语言").selectOption("英文");
  await page.getByLabel("外观").selectOption("深色");
  await page.getByLabel("评估日（").fill("2026-03-01");
  await page.getByLabel("只读").check();
  await becomes(
    () => code(page),
    /<xinheng-assessment id="xinheng" as-of="2026-03-01" locale="en" theme="dark" readonly><\/xinheng-assessment>/,
  );
  await element.getByText("As-of date 2026-03-01").first().waitFor();
  await becomes(() => element.getByRole("button", { name: "Undo" }).count(), 0);
  await page.waitForFunction(() => document.getElementById("heard").textContent.includes('"as_of": "2026-03-01"'));
  assert.notEqual(await element.getAttribute("theme"), null);
});

test("the frame's code names this site, and its preview is this site's frame", async (t) => {
  const { page, server } = await opened(t);
  await page.getByLabel("框架：").check();
  const embeds = `embed(document.getElementById("place"), "${server.url}", {`;
  await becomes(async () => (await code(page)).includes(embeds), true);
  await page.frameLocator("#preview iframe").locator(".answer .badge", { hasText: "违法失信、风险较高" }).first().waitFor();
  await page.getByText("embed.json").waitFor();
  await page.waitForFunction(() => document.getElementById("heard").textContent.includes('"class"'));
});

test("the interface's code runs, also with parameters of its own", async (t) => {
  const { page } = await opened(t);
  await page.getByLabel("接口：").check();
  await page.locator("#preview").getByText("违法失信、风险较高").waitFor();
  await page.getByLabel("另设的数值").fill('{"forecast.years": 2}');
  await page.getByLabel("方式").or(page.getByLabel("接口：")).first().focus();
  await becomes(() => code(page), /await init\(\{ ownRules: true \}\);/);
  await becomes(() => code(page), /parameters: \{"forecast.years":2\}/);
  await page.waitForFunction(() => document.getElementById("heard").textContent.includes("forecast"));
});

test("what cannot be read is told at its field, and the code stays as it was", async (t) => {
  const { page } = await opened(t);
  const before = await code(page);
  await page.getByLabel("评估日（").fill("2026-02-30");
  await page.getByLabel("另设的数值").fill("{8}");
  await page.getByLabel("只读").focus();
  await page.getByText("请写成 2026-11-21 这样的日期").waitFor();
  await page.getByText('请写成 {"ten_penalties.count": 8} 这样的 JSON').waitFor();
  assert.equal(await code(page), before);
  assert.equal(await page.getByLabel("评估日（").inputValue(), "2026-02-30");
});

test("the code is copied, or selected where the browser lets no page copy", async (t) => {
  const { page, context } = await opened(t);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "复制代码" }).click();
  await page.getByText("已复制").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("pre code").textContent());
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await page.getByRole("button", { name: "复制代码" }).click();
  await page.getByText("请按 Ctrl+C 复制").waitFor();
  await becomes(() => page.evaluate(() => getSelection().toString().trim()), (await code(page)).trim());
});

test("the page is for everybody: accessible, in either language, at 390 px", async (t) => {
  const { page } = await opened(t, { width: 390, height: 800 });
  await assertAccessible(page);
  const [scrolled, wide] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(scrolled <= wide, `${scrolled} px of ${wide}`);
  const own = page.locator(".page > header, .page > p, .options, .page > h2");
  assert.deepEqual(
    (await own.allInnerTexts())
      .join(" ")
      .match(/[A-Za-z]{4,}(?![^\s]*[./])/g)
      ?.filter((word) => !["JSON", "English", "xinheng", "docs", "Ctrl"].includes(word)) ?? [],
    [],
  );
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Embedding in other systems" }).waitFor();
  await becomes(() => page.evaluate(() => document.documentElement.lang), "en");
  assert.doesNotMatch((await own.allInnerTexts()).join(" ").replace("中文", ""), /\p{Script=Han}/u);
  await assertAccessible(page);
  await page.getByRole("link", { name: "Back to Xinheng" }).click();
  await page
    .getByRole("link", { name: "打开文件" })
    .or(page.getByRole("link", { name: "Open files" }))
    .first()
    .waitFor();
});
