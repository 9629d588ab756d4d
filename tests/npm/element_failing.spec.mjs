// The element where something goes wrong: each cause is told by an event with a code, and on the element's own screen in both
// languages with what to do; and once the cause is gone, it goes on.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { assertAccessible } from "../browser/harness.mjs";
import { installed } from "./project.mjs";
import { fined, folder, heard, NAME, openHost, POLICY, ready, record } from "./element.mjs";

const FACTS = record({ penalties: [fined("2026-03-02")] });
const ELEMENT = `<xinheng-assessment id="a" record='${JSON.stringify(FACTS)}'><p>此处需要较新的浏览器。</p></xinheng-assessment>`;

/** The screen of an element that has stopped. */
const screen = (page, id = "a") => page.locator(`#${id}`).getByRole("alert");

/** Waits for the screen; asserts its words and the event, and gives the error. */
async function stopped(page, code, zh, en, id = "a") {
  await screen(page, id).waitFor();
  const errors = await heard(page, "error", id);
  assert.deepEqual(
    errors.map((error) => error.code),
    [code],
  );
  const [error] = errors;
  const words = await screen(page, id).innerText();
  for (const part of [error.what.zh, error.remedy.zh, error.what.en, error.remedy.en, code])
    assert.ok(words.toLowerCase().includes(part.toLowerCase()), `${part} in ${words}`);
  assert.match(error.remedy.zh, zh);
  assert.match(error.remedy.en, en);
  assert.equal(await screen(page, id).locator('[lang="en"]').first().isVisible(), true);
  await assertAccessible(page);
  return error;
}

/** Presses the button that tries again, by the keyboard, and waits for the answer. */
async function again(page, id = "a") {
  await screen(page, id).getByRole("button", { name: /重试/ }).focus();
  await page.keyboard.press("Enter");
  await ready(page, id);
  assert.equal(await page.locator(`#${id} h1`).innerText(), NAME);
  assert.equal(await screen(page, id).count(), 0);
}

const whole = async (name) => fs.readFile(path.join(installed(await folder()), name));
/** The answer of a request for one of the files, from now on. */
const answered = (page, name, give) => page.route(`**/${name}`, give);

for (const [name, give, code, zh, en, problem] of [
  [
    "cut off",
    async (route) =>
      route.fulfill({ contentType: "application/wasm", body: (await whole("element_bg.wasm")).subarray(0, 90_000) }),
    "wasm_damaged",
    /重新安装/,
    /install the package anew/,
    null,
  ],
  [
    "replaced by a web page",
    (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    "wasm_damaged",
    /而不是网页/,
    /no web page/,
    null,
  ],
  [
    "missing",
    (route) => route.fulfill({ status: 404, body: "" }),
    "wasm_missing",
    /同一目录/,
    /beside its scripts/,
    /404/,
  ],
  ["not to be reached", (route) => route.abort(), "wasm_missing", /同一目录/, /beside its scripts/, /ERR_FAILED/],
  [
    "of another version",
    async (route) => route.fulfill({ contentType: "application/wasm", body: await whole("engine_bg.wasm") }),
    "wasm_other",
    /一起更新/,
    /update all files/,
    null,
  ],
]) {
  test(`a program that is ${name} is told, and can be tried again`, async (t) => {
    const { page, watch } = await openHost(t, {
      body: ELEMENT,
      route: (page) => answered(page, "element_bg.wasm", give),
    });
    const error = await stopped(page, code, zh, en);
    if (code !== "wasm_other") assert.match(error.detail, /element_bg\.wasm/);
    if (problem) watch.expect(problem);
    watch.allow(/ERR_ABORTED/);
    await page.unroute("**/element_bg.wasm");
    await again(page);
    assert.equal((await heard(page, "ready")).length, 1);
  });
}

for (const type of ["text/plain", "application/octet-stream", ""]) {
  test(`a server that gives the program as "${type}" is put up with`, async (t) => {
    const { page } = await openHost(t, {
      body: ELEMENT,
      route: (page) =>
        answered(page, "*.wasm", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), "content-type": type } });
        }),
    });
    await ready(page);
    assert.deepEqual(await heard(page, "error"), []);
  });
}

test("a style that comes as another type is worn all the same", async (t) => {
  const { page } = await openHost(t, {
    body: ELEMENT,
    route: (page) =>
      answered(page, "element.css", async (route) =>
        route.fulfill({ contentType: "text/plain", body: await whole("element.css") }),
      ),
  });
  await ready(page);
  assert.equal(await page.locator("#a .xinheng").evaluate((root) => getComputedStyle(root).borderTopWidth), "1px");
});

for (const [name, give, problem] of [
  ["missing", (route) => route.fulfill({ status: 404, body: "" }), /404/],
  [
    "replaced by a web page",
    (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>404</title>" }),
    null,
  ],
]) {
  test(`a style that is ${name} is told, legibly without it, and can be tried again`, async (t) => {
    const { page, watch } = await openHost(t, { body: ELEMENT, route: (page) => answered(page, "element.css", give) });
    await stopped(page, "style_missing", /\.css/, /\.css files/);
    if (problem) watch.expect(problem);
    watch.allow(/ERR_ABORTED/);
    await page.unroute("**/element.css");
    await again(page);
    assert.equal(await page.locator("#a .xinheng").evaluate((root) => getComputedStyle(root).borderTopWidth), "1px");
  });
}

test("a policy without wasm-unsafe-eval is told with what to add to it", async (t) => {
  const { page, watch } = await openHost(t, { body: ELEMENT, policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
  await stopped(page, "wasm_forbidden", /'wasm-unsafe-eval'/, /'wasm-unsafe-eval'/);
  watch.allow(/Content Security Policy/);
});

for (const [name, init] of [
  ["WebAssembly", () => delete window.WebAssembly],
  ["what the program is compiled to", () => (WebAssembly.validate = () => false)],
]) {
  test(`a browser without ${name} is told what to take`, async (t) => {
    const { page } = await openHost(t, { body: ELEMENT, init });
    await stopped(page, "wasm_unsupported", /Edge 或 Chrome 97/, /Edge or Chrome 97/);
  });
}

test("a browser without sheets that can be adopted takes the styles as files", async (t) => {
  const { page } = await openHost(t, {
    body: ELEMENT,
    init: () => {
      delete ShadowRoot.prototype.adoptedStyleSheets;
      delete Document.prototype.adoptedStyleSheets;
    },
  });
  await ready(page);
  assert.equal(await page.locator("#a .xinheng").evaluate((root) => getComputedStyle(root).borderTopWidth), "1px");
});

for (const [name, init] of [
  ["elements of a page's own", () => delete window.customElements],
  ["shadows", () => delete Element.prototype.attachShadow],
]) {
  test(`a browser without ${name} shows what the page has put into the element`, async (t) => {
    const { page } = await openHost(t, { body: ELEMENT, init });
    await page.waitForFunction(() => window.xinheng);
    assert.equal(await page.getByText("此处需要较新的浏览器").isVisible(), true);
    assert.deepEqual(await heard(page, "result"), []);
  });
}

test("where there are no modules either, what the page has put into the element stands there", async (t) => {
  const { page, watch } = await openHost(t, {
    body: ELEMENT,
    route: (page) =>
      page.route("**/element.js", (route) => route.fulfill({ contentType: "text/javascript", body: "let` =>" })),
  });
  assert.equal(await page.getByText("此处需要较新的浏览器").isVisible(), true);
  watch.expect(/SyntaxError/);
});

test("what the page has put into the element is not seen beside it", async (t) => {
  const { page } = await openHost(t, { body: ELEMENT });
  await ready(page);
  assert.equal(await page.getByText("此处需要较新的浏览器").isVisible(), false);
});

test("a paper whose style is missing is told, and the element goes on", async (t) => {
  const { page, watch } = await openHost(t, {
    body: ELEMENT,
    init: () => (window.print = () => (window.top.printed = (window.top.printed ?? 0) + 1)),
    route: (page) => answered(page, "paper.css", (route) => route.fulfill({ status: 404, body: "" })),
  });
  await ready(page);
  await page.locator("#a").getByRole("button", { name: "打印评估报告" }).click();
  await page.waitForFunction(() => window.heard.some(([, name]) => name === "error"));
  assert.equal((await heard(page, "error"))[0].code, "style_missing");
  assert.equal(await page.locator("iframe").count(), 0);
  watch.expect(/404/);
  watch.allow(/ERR_ABORTED/);
  await page.unroute("**/paper.css");
  await page.locator("#a").getByRole("button", { name: "打印评估报告" }).click();
  await page.waitForFunction(() => window.printed === 1);
});

test("where the reader of pasted rows cannot be had, that is told, and the rows are not lost", async (t) => {
  const { page, watch } = await openHost(t, {
    body: ELEMENT,
    context: { permissions: ["clipboard-read", "clipboard-write"] },
    route: (page) => answered(page, "clerk_bg.wasm", (route) => route.fulfill({ status: 404, body: "" })),
  });
  await ready(page);
  await page.locator("#a").getByText("粘贴表格行").click();
  const box = page.locator("#a #pasted");
  await box.fill("处罚决定日期\t处罚类别\n2026/5/6\t警告");
  await page.locator("#a details.paste button").first().click();
  await page.waitForFunction(() => window.heard.some(([, name]) => name === "error"));
  assert.equal((await heard(page, "error"))[0].code, "wasm_missing");
  assert.match(await page.locator("#a .xinheng").innerText(), /找不到信衡的程序文件/);
  assert.match(await box.inputValue(), /2026\/5\/6/);
  watch.expect(/404/);
  watch.allow(/ERR_ABORTED/);
});
