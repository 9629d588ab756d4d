// A failure inside the element: what was entered is kept, and the element starts afresh by itself.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import test from "node:test";
import { assertAccessible, useWholeBrowser } from "../browser/harness.mjs";
import { fined, heard, openHost, ready, record, write } from "./element.mjs";

// Programs write over their memory here.
useWholeBrowser();

const FACTS = record({ penalties: [fined("2026-03-02")] });

/** Keeps the memories of all instances at hand, in their order, to overwrite one. */
const KEEP_MEMORIES = () => {
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    window.memories.push((made.instance ?? made).exports.memory);
    return made;
  };
};

/** Opens two elements; `break_` has the next thing that the first draws fail. */
async function openTwo(t) {
  const opened = await openHost(t, {
    body: '<xinheng-assessment id="a"></xinheng-assessment><xinheng-assessment id="b"></xinheng-assessment>',
    script: `for (const id of ["a", "b"]) document.getElementById(id).record = ${JSON.stringify(FACTS)};`,
    init: KEEP_MEMORIES,
  });
  const { page, watch } = opened;
  await ready(page, "a");
  await ready(page, "b");
  await write(page, "basics.name", "甲之二", "a");
  await write(page, "basics.name", "乙之二", "b");
  await page.locator("#b h1", { hasText: "乙之二" }).waitFor();
  t.after(() => watch.allow(/refused on purpose|unreachable|can't create element|memory access|RuntimeError/));
  return opened;
}

/** Presses what draws something new, while the browser refuses the program an element, once. */
async function breakOnce(page, id = "a") {
  await page.evaluate(() => {
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function () {
      Node.prototype.cloneNode = clone;
      throw new Error("refused on purpose");
    };
  });
  await page.locator(`#${id}`).getByRole("button", { name: "添加 失信被执行人" }).click();
}

test("after a failure the element starts afresh by itself, with what was entered, and another goes on unharmed", async (t) => {
  const { page, watch } = await openTwo(t);
  const results = (await heard(page, "result")).length;
  await breakOnce(page);
  await page.waitForFunction(
    (count) => window.heard.filter(([id, name]) => id === "a" && name === "result").length > count,
    results,
  );
  await ready(page, "a");
  const [error, ...more] = await heard(page, "error");
  assert.equal(error.code, "panicked");
  assert.deepEqual(more, []);
  assert.equal(await page.locator("#a h1").innerText(), "甲之二");
  assert.equal(await page.evaluate(() => document.getElementById("a").save().enterprise.name), "甲之二");
  await write(page, "basics.name", "甲之三", "a");
  await page.locator("#a h1", { hasText: "甲之三" }).waitFor();
  assert.equal((await heard(page, "change")).at(-1).enterprise.name, "甲之三");
  assert.equal(await page.locator("#b h1").innerText(), "乙之二");
  assert.deepEqual(await heard(page, "error", "b"), []);
  await page.locator('#b [id="basics.name"]').focus();
  await page.keyboard.press("Control+z");
  await page.locator("#b h1", { hasText: FACTS.enterprise.name }).waitFor();
  watch.expect(/refused on purpose|unreachable|can't create element/);
});

test("a program whose memory is overwritten is replaced, and what was entered stays", async (t) => {
  const { page, watch } = await openTwo(t);
  await page.evaluate(() => new Uint8Array(window.memories[0].buffer).fill(255));
  await page.evaluate(() => {
    // Which of both was first to be made is not said: the one that fails is told.
    for (const id of ["a", "b"])
      document.getElementById(id).record = {
        as_of: "2026-11-21",
        enterprise: { uscc: "91350100M000100Y43", name: "又一户" },
      };
  });
  const told = await page.waitForFunction(() => window.heard.find(([, name]) => name === "error")?.[0]);
  const id = await told.jsonValue();
  await page.locator(`#${id} h1`, { hasText: "又一户" }).waitFor();
  assert.deepEqual(
    (await heard(page, "error", id)).map(({ code }) => code),
    ["panicked"],
  );
  watch.allow(/RuntimeError|memory|unreachable|out of bounds/);
});

/** Has the first element fail as often as it begins anew by itself, each time once it has. */
async function breakThrice(page) {
  for (let failures = 1; failures <= 3; failures++) {
    await ready(page, "a");
    await breakOnce(page);
    await page.waitForFunction(
      (count) => window.heard.filter(([, name]) => name === "error").length === count,
      failures,
    );
  }
}

test("failing again and again ends with a screen that tells it, tries again, and saves what was entered", async (t) => {
  const { page, watch } = await openTwo(t);
  await breakThrice(page);
  const screen = page.locator("#a").getByRole("alert");
  await screen.waitFor();
  const words = await screen.innerText();
  assert.match(words, /信衡的程序出错/);
  assert.match(words, /has failed/);
  assert.match(words, /panicked/);
  await assertAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    screen.getByRole("button", { name: /保存已填写的记录/ }).click(),
  ]);
  const saved = JSON.parse(await fs.readFile(await download.path(), "utf8"));
  assert.equal(saved.enterprise.name, "甲之二");
  assert.deepEqual(await page.evaluate(() => document.getElementById("a").save()), saved);
  await screen.getByRole("button", { name: /重试/ }).click();
  await ready(page, "a");
  assert.equal(await page.locator("#a h1").innerText(), "甲之二");
  assert.equal(await page.locator("#b h1").innerText(), "乙之二");
  await breakOnce(page);
  await page.waitForFunction(() => window.heard.filter(([, name]) => name === "error").length === 4);
  await ready(page, "a");
  watch.expect(/refused on purpose|unreachable|can't create element/);
});

test("a screen that says why can be left by giving another record", async (t) => {
  const { page, watch } = await openTwo(t);
  await breakThrice(page);
  await page.locator("#a").getByRole("alert").waitFor();
  await page.evaluate((given) => document.getElementById("a").load(given), record({ name: "另一户" }));
  assert.equal(await page.locator("#a h1").innerText(), "另一户");
  watch.expect(/refused on purpose|unreachable|can't create element/);
});
