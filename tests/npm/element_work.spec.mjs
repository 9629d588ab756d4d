// What a person does in the element: fields, steps back, pasted rows, what-if, timeline, papers; and reading only.
import assert from "node:assert/strict";
import test from "node:test";
import { fined, heard, NAME, openElement, openHost, ready, record, write } from "./element.mjs";

const CLIPBOARD = { context: { permissions: ["clipboard-read", "clipboard-write"] } };
const ROWS =
  "处罚决定日期\t处罚类别\t罚款金额（万元）\t行政处罚决定书文号\t公示日期\r\n2026/5/6\t警告、罚款\t0.6\t示例〔2026〕1号\t2026-05-16\r\n";
const TWO =
  '<p><input id="own" aria-label="门户自己的栏目"></p><xinheng-assessment id="a"></xinheng-assessment><xinheng-assessment id="b"></xinheng-assessment>';

/** A page with two elements, and a field of its own. */
async function openTwo(t, more = {}) {
  const script = `a.record = ${JSON.stringify(record({ name: "甲公司" }))}; b.record = ${JSON.stringify(record({ name: "乙公司" }))};`;
  const opened = await openHost(t, {
    body: TWO,
    script: `const [a, b] = [..."ab"].map((id) => document.getElementById(id));\n${script}`,
    ...more,
  });
  await ready(opened.page, "a");
  await ready(opened.page, "b");
  return opened;
}

const title = (page, id) => page.locator(`#${id} h1`).innerText();

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

test("labels, hints and headings hold together inside the element", async (t) => {
  const { page, element } = await openElement(t, record({ penalties: [fined("2026-03-02")] }));
  assert.equal(await element.getByLabel("企业名称（必填）").inputValue(), NAME);
  assert.equal(await element.getByRole("region", { name: "为什么" }).count(), 1);
  await element.getByText("企业名称（必填）").click();
  assert.equal(await page.evaluate(() => document.getElementById("a").shadowRoot.activeElement.id), "basics.name");
  await write(page, "basics.registered_on", "2026-02-30");
  await element.locator('[id="basics.registered_on"][aria-invalid=true]').waitFor();
  const told = await element.getByLabel("成立日期", { exact: true }).evaluate((field) => {
    const ids = field.getAttribute("aria-describedby").split(" ");
    return ids.map((id) => field.getRootNode().getElementById(id).textContent).join(" ");
  });
  assert.match(told, /没有“2026-02-30”这一天/);
});

test("two elements stand side by side, each with its own record, language and steps", async (t) => {
  const { page } = await openTwo(t);
  await page.evaluate(() => (document.getElementById("b").locale = "en"));
  await write(page, "basics.name", "甲之二", "a");
  await page.locator("#a h1", { hasText: "甲之二" }).waitFor();
  assert.deepEqual([await title(page, "a"), await title(page, "b")], ["甲之二", "乙公司"]);
  assert.deepEqual((await heard(page, "change", "b")).length, 0);
  await page.locator("#b").getByRole("button", { name: "Save the record" }).waitFor();
  assert.equal(await page.locator("#a").getByRole("button", { name: "保存记录" }).count(), 1);
  await write(page, "basics.name", "乙之二", "b");
  await page.locator("#b h1", { hasText: "乙之二" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator("#b h1", { hasText: "乙公司" }).waitFor();
  assert.equal(await title(page, "a"), "甲之二");
  const requests = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop()),
  );
  assert.equal(requests.filter((name) => name === "element_bg.wasm").length, 1, "fetched once for both");
  assert.equal(requests.filter((name) => name === "element.css").length, 1);
});

test("steps back by the keys act inside only, and the host keeps its own keys", async (t) => {
  const { page } = await openTwo(t);
  await write(page, "basics.name", "甲之二", "a");
  await page.locator("#a h1", { hasText: "甲之二" }).waitFor();
  await page.evaluate(() => {
    window.keys = [];
    document.addEventListener(
      "keydown",
      ({ key, ctrlKey, defaultPrevented }) => ctrlKey && keys.push([key, defaultPrevented]),
    );
  });
  const own = page.getByLabel("门户自己的栏目");
  await own.focus();
  await page.keyboard.type("自己");
  await page.keyboard.press("Control+z");
  assert.equal(await title(page, "a"), "甲之二");
  assert.deepEqual(
    (await page.evaluate(() => window.keys)).filter(([key]) => key === "z"),
    [["z", false]],
  );
  await page.locator('#a [id="basics.name"]').focus();
  await page.keyboard.press("Control+z");
  await page.locator("#a h1", { hasText: "甲公司" }).waitFor();
  await page.keyboard.press("Control+y");
  await page.locator("#a h1", { hasText: "甲之二" }).waitFor();
  const changes = await heard(page, "change", "a");
  assert.deepEqual(
    changes.map(({ enterprise }) => enterprise.name),
    ["甲之二", "甲公司", "甲之二"],
  );
});

test("rows pasted from a spreadsheet become penalties of that element, and their reader is fetched only then", async (t) => {
  const { page, server } = await openTwo(t, CLIPBOARD);
  const fetched = () =>
    server.log.map(({ path }) => path).filter((name) => /clerk_(bg\.wasm|glue\.js)/.test(name)).length;
  assert.equal(fetched(), 0);
  await page.locator("#b").getByRole("button", { name: "添加 行政处罚" }).focus();
  await paste(page, ROWS);
  await page.locator("#b #pasted-told").getByText("添加1条行政处罚").waitFor();
  assert.equal(fetched(), 2);
  assert.equal(await page.locator("#b #penalties .item").count(), 1);
  assert.equal(await page.locator("#a #penalties .item").count(), 0);
  assert.equal((await heard(page, "change", "b")).at(-1).enterprise.penalties[0].fine_yuan, 6000);
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => !document.getElementById("b").shadowRoot.querySelector("#penalties .item"));
  await page.getByLabel("门户自己的栏目").focus();
  await paste(page, ROWS);
  assert.equal(await page.locator("#penalties .item").count(), 0, "what is pasted into the host is the host's");
});

test("what-if and the day of repair are played with, without a change to the record", async (t) => {
  const { page, element } = await openElement(t, record({ penalties: [fined("2026-03-02")] }));
  const before = await page.evaluate(() => JSON.stringify(document.getElementById("a").record));
  await element.getByText("怎样才会改变").click();
  await element.locator("#what-if[open] li, #what-if[open] p").first().waitFor();
  await element.locator("#apply-on").fill("2027-02-01");
  await element.locator("#apply-on").press("Tab");
  await element.locator("#repair-fact-penalties-0 > summary").click();
  await element.locator("#repair-fact-penalties-0").getByText("2027年").first().waitFor();
  assert.equal(await page.evaluate(() => JSON.stringify(document.getElementById("a").record)), before);
  assert.equal((await heard(page, "change")).length, 0);
});

test("the timeline is gone through by the keys, and leads to the fact", async (t) => {
  const { page, element } = await openElement(t, record({ penalties: [fined("2025-03-02"), fined("2026-03-02")] }));
  await element.locator("#timeline-picture").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    () => document.getElementById("a").shadowRoot.querySelector("#timeline-words").textContent,
  );
  const first = await element.locator("#timeline-words").innerText();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    (first) => document.getElementById("a").shadowRoot.querySelector("#timeline-words").textContent !== first,
    first,
  );
  const shown = await element.locator("#timeline-shown").innerText();
  await page.keyboard.press("+");
  await page.waitForFunction(
    (shown) => document.getElementById("a").shadowRoot.querySelector("#timeline-shown").textContent !== shown,
    shown,
  );
  await page.keyboard.press("-");
  await element.locator("#timeline-shown", { hasText: shown }).waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await element.locator("#fact-penalties-0:focus").waitFor();
});

test("the record is saved as a file that the element opens again", async (t) => {
  const { page, element } = await openElement(t);
  await write(page, "basics.name", "要保存的公司");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    element.getByRole("button", { name: "保存记录" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /要保存的公司.*2026-11-21\.json$/);
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(await download.path(), "utf8");
  assert.deepEqual(JSON.parse(text), await page.evaluate(() => document.getElementById("a").save()));
  await page.evaluate((text) => document.getElementById("a").load(new Blob([text])), text);
  assert.equal(await title(page, "a"), "要保存的公司");
});

/** Has every frame keep what it would have printed. */
const KEEP_PAPERS = () => {
  window.print = () => {
    const papers = (window.top.papers ??= []);
    papers.push([document.title, document.body.innerText, document.documentElement.lang]);
    window.dispatchEvent(new Event("afterprint"));
  };
};

for (const [paper, press, words] of [
  ["report", "打印评估报告", /信用风险一般/],
  ["notice", "打印信用修复告知书", /信用修复/],
]) {
  test(`the ${paper} is printed by itself, by the button and by the page, and the page stays as it is`, async (t) => {
    const { page, element, server } = await openElement(t, record({ penalties: [fined("2026-03-02")] }), {
      init: KEEP_PAPERS,
    });
    const before = await page.evaluate(() => [
      document.title,
      document.body.children.length,
      document.adoptedStyleSheets.length,
    ]);
    assert.ok(!server.log.some(({ path }) => path.endsWith("paper.css")));
    await element.getByRole("button", { name: press }).click();
    await page.waitForFunction(() => window.papers?.length === 1);
    // What is for the printer only is seen as by one.
    await page.emulateMedia({ media: "print" });
    await page.evaluate((paper) => document.getElementById("a").print(paper), paper);
    await page.waitForFunction(() => window.papers.length === 2);
    const [[name, unseen], [again, seen]] = await page.evaluate(() => window.papers);
    assert.match(name, new RegExp(NAME));
    assert.deepEqual([again, unseen], [name, ""]);
    assert.match(seen, new RegExp(NAME));
    assert.match(seen, words);
    assert.ok(!seen.includes("门户"), "nothing of the page around it");
    await page.emulateMedia({ media: "screen" });
    assert.deepEqual(
      await page.evaluate(() => [document.title, document.body.children.length, document.adoptedStyleSheets.length]),
      before,
    );
    assert.deepEqual(await heard(page, "error"), []);
  });
}

test("a record that may only be read cannot be changed by fields, buttons, keys or pasted rows, and unfolds", async (t) => {
  const given = record({ penalties: [fined("2026-03-02")], court_listings: [{ listed_on: "2026-01-05" }] });
  const { page, element } = await openElement(t, given, CLIPBOARD);
  await write(page, "basics.name", "改过的公司");
  await page.locator("#a h1", { hasText: "改过的公司" }).waitFor();
  await page.evaluate(() => (document.getElementById("a").readonly = true));
  await element.getByRole("button", { name: "添加 行政处罚" }).waitFor({ state: "detached" });
  const before = await page.evaluate(() => JSON.stringify(document.getElementById("a").record));
  const left = await element
    .locator(".facts button")
    .evaluateAll((buttons) => buttons.filter((button) => !button.disabled).map((button) => button.textContent));
  assert.deepEqual(
    left.filter((words) => !/^\d{4}年|^[▸▾]/.test(words.trim())),
    [],
  );
  await element.locator("#penalties .line").click();
  const name = element.locator('[id="basics.name"]');
  await name.focus();
  await page.keyboard.type("不该有的");
  await paste(page, "不该有的");
  await paste(page, ROWS);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  assert.equal(await name.inputValue(), "改过的公司");
  const open = await element
    .locator(".facts :is(input, select, textarea)")
    .evaluateAll((fields) => fields.filter((field) => !field.readOnly && !field.disabled).map((field) => field.id));
  assert.deepEqual(open, []);
  assert.equal(await page.evaluate(() => JSON.stringify(document.getElementById("a").record)), before);
  assert.equal(await element.locator("#as-of").count(), 0, "the day is the page's");
  await element.getByText("逐条规则怎样算出").click();
  await element.locator("#trace[open]").waitFor();
  await element.locator("#why-court_list summary").click();
  assert.equal((await element.locator("#why-court_list").getAttribute("open")) !== null, true);
  assert.equal((await heard(page, "change")).length, 1);
  await page.evaluate(() => document.getElementById("a").removeAttribute("readonly"));
  await element.getByRole("button", { name: "添加 行政处罚" }).waitFor();
  await page.keyboard.press("Escape");
  await name.focus();
  await page.keyboard.press("Control+z");
  await page.locator("#a h1", { hasText: NAME }).waitFor();
});

test("a record that may only be read can still be shown another by the page", async (t) => {
  const { page } = await openElement(t, record(), { attributes: "readonly" });
  await page.evaluate((given) => document.getElementById("a").load(given), record({ name: "另一户" }));
  assert.equal(await title(page, "a"), "另一户");
});
