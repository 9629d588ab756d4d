// The frame for other portals: a host page on an origin of its own, with the loader of the npm package and nothing else, and
// the site in its frame.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { SITE } from "./browser.mjs";
import { becomes } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { serve } from "./server.mjs";

const LOADER = fileURLToPath(new URL("../../dist/npm/iframe.js", import.meta.url));
const RECORD = { enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" } };

let site;
let host;
before(async () => {
  site = await serve(SITE);
  host = await fs.mkdtemp(path.join(os.tmpdir(), "xinheng-host-"));
  await fs.copyFile(LOADER, path.join(host, "iframe.js"));
  const policy = `default-src 'none'; script-src 'self'; frame-src ${site.origin}; img-src data:`;
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>门户</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script></head>
    <body><main><h1>门户</h1><div id="place"></div></main></body></html>`;
  await fs.writeFile(path.join(host, "index.html"), page);
  await fs.writeFile(
    path.join(host, "main.js"),
    `import { embed } from "./iframe.js";
    window.heard = [];
    for (const name of ["ready", "result", "change", "error"]) {
      document.addEventListener("xinheng-" + name, ({ detail }) => heard.push({ name, detail }));
    }
    window.messages = [];
    addEventListener("message", ({ data }) => messages.push(data), true);
    window.put = (site, options) => (window.frame = embed(document.getElementById("place"), site, options));`,
  );
});
after(async () => {
  await site?.close();
  await fs.rm(host, { recursive: true, force: true });
});

/** Opens the host page with the site in its frame; `origins` are those that the site lets embed it. */
async function embedded(t, { origins, options = { record: RECORD, asOf: "2026-11-21" }, ...more } = {}) {
  const opened = await open(t, { site: host, others: [site.origin], ...more });
  const { page, server } = opened;
  await page.route("**/embed.json", (route) => route.fulfill({ json: { origins: origins ?? [server.origin] } }));
  await page.waitForFunction(() => window.put);
  await page.evaluate(([site, options]) => void put(site, options), [site.url, options]);
  return { ...opened, inner: page.frameLocator("iframe") };
}

/** The events of a name that the host page was told, once there are so many. */
async function heard(page, name, count = 1) {
  await page.waitForFunction(
    ([name, count]) => heard.filter((event) => event.name === name).length >= count,
    [name, count],
  );
  return page.evaluate((name) => heard.filter((event) => event.name === name).map(({ detail }) => detail), name);
}

test("a portal is told the result, and the frame is as high as what it shows", async (t) => {
  const { page, inner } = await embedded(t);
  await heard(page, "ready");
  const [result] = await heard(page, "result");
  assert.equal(result.class, "good");
  assert.equal(result.as_of, "2026-11-21");
  await inner.getByRole("heading", { name: "示例有限公司" }).waitFor();
  await inner.locator(".answer .head").getByText("信用良好").waitFor();
  const shown = () => inner.locator("main").evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
  const high = () => page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);
  await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height > 600);
  const fits = async () => (await high()) === (await shown());
  await becomes(fits, true, "the frame is as high as what it shows");
  const before = await high();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.waitForFunction(
    (before) => document.querySelector("iframe").getBoundingClientRect().height > before,
    before,
  );
  await becomes(fits, true, "the frame is as high as what it shows");
  const [scrolled, wide] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(scrolled <= wide, `${scrolled} px of ${wide}`);
});

test("what is entered in the frame comes back, and outlives a reload of the frame", async (t) => {
  const { page, inner } = await embedded(t);
  await heard(page, "ready");
  const name = inner.getByLabel("企业名称");
  await name.fill("改名有限公司");
  await name.press("Tab");
  const [change] = await heard(page, "change");
  assert.equal(change.enterprise.name, "改名有限公司");
  assert.equal(await page.evaluate(() => frame.save().enterprise.name), "改名有限公司");
  await page.evaluate(() => (frame.frame.src = frame.frame.src));
  await heard(page, "ready", 2);
  await inner.getByRole("heading", { name: "改名有限公司" }).waitFor();
});

test("a portal gives another record, language and day, and takes the frame away", async (t) => {
  const { page, inner } = await embedded(t);
  await heard(page, "ready");
  const court = { ...RECORD.enterprise, name: "第二户", court_listings: [{ listed_on: "2026-01-05" }] };
  await page.evaluate((enterprise) => frame.give({ record: { enterprise }, locale: "en", readonly: true }), court);
  await inner.getByRole("heading", { name: "第二户" }).waitFor();
  await inner.getByText("As-of date").first().waitFor();
  await becomes(async () => (await heard(page, "result", 2)).at(-1).class, "high_risk");
  await becomes(() => inner.getByRole("button", { name: "Undo" }).count(), 0);
  await page.evaluate(() => frame.give({ asOf: "2025-12-31", locale: "zh", readonly: false }));
  await inner.getByRole("button", { name: "撤销" }).waitFor();
  await page.waitForFunction(() => heard.at(-1).detail?.as_of === "2025-12-31");
  await page.evaluate(() => frame.remove());
  assert.equal(await page.locator("iframe").count(), 0);
});

test("a record given again whenever a framework renders takes nothing away, and what is saved is what the frame shows", async (t) => {
  const { page, inner } = await embedded(t);
  await heard(page, "ready");
  const name = inner.getByLabel("企业名称");
  await name.fill("改名有限公司");
  await name.press("Tab");
  await heard(page, "change");
  const bad = { enterprise: { ...RECORD.enterprise, penalties: [{ decided_on: "2025-02-30", kinds: ["罚款"] }] } };
  await page.evaluate(([record, bad]) => {
    frame.give({ record, asOf: "2026-11-20" });
    frame.give({ record: bad });
  }, [RECORD, bad]);
  await heard(page, "error");
  const { as_of, enterprise } = await page.evaluate(() => frame.save());
  assert.deepEqual([as_of, enterprise.name, enterprise.penalties], ["2026-11-20", "改名有限公司", undefined]);
  await inner.getByRole("heading", { name: "改名有限公司" }).waitFor();
  assert.equal((await heard(page, "change", 2)).at(-1).as_of, "2026-11-20");
});

test("without a record the frame has an empty one, and nothing is wrong with that", async (t) => {
  const { page } = await embedded(t, { options: {} });
  await heard(page, "ready");
  assert.deepEqual(await page.evaluate(() => heard.filter(({ name }) => name === "error")), []);
});

test("origins are compared as origins, and a site is found without its last slash", async (t) => {
  for (const of of [(url) => `${url.origin}/`, (url) => url.href + "portal/index.html", (url) => url.origin.toUpperCase()]) {
    const opened = await open(t, { site: host, others: [site.origin] });
    const { page, server } = opened;
    await page.route("**/embed.json", (route) => route.fulfill({ json: { origins: [of(new URL(server.url))] } }));
    await page.waitForFunction(() => window.put);
    await page.evaluate(([site, options]) => void put(site, options), [site.origin, { record: RECORD }]);
    await heard(page, "ready");
  }
});

for (const [name, body, met] of [
  ["is no JSON", "{", /^embed\.json: /],
  ["has no list", '{ "origins": "https://portal.example" }', /^embed\.json: origins: "https:\/\/portal\.example"$/],
  ["names what is no origin", '{ "origins": ["*", "https://portal.example"] }', /^embed\.json: "\*"$/],
]) {
  test(`of an embed.json that ${name} frame and page are told what is wrong`, async (t) => {
    const { page, server } = await open(t, { site: host, others: [site.origin] });
    await page.route("**/embed.json", (route) => route.fulfill({ body, contentType: "application/json" }));
    await page.waitForFunction(() => window.put);
    await page.evaluate(([site, options]) => void put(site, options), [site.url, { record: RECORD }]);
    const [{ code, what, detail }] = await heard(page, "error");
    assert.equal(code, "frame_forbidden");
    assert.match(what.zh, new RegExp(`没有允许 ${server.origin} 嵌入`));
    assert.match(detail, met);
    await page.frameLocator("iframe").getByRole("alert").getByText(detail).waitFor();
  });
}

test("whoever is not named may not embed: the frame says so in both languages, and sends nothing else", async (t) => {
  const { page, inner, server } = await embedded(t, { origins: ["https://other.example"] });
  const told = inner.getByRole("alert");
  await told.getByText(`信衡没有允许 ${server.origin} 嵌入`).waitFor();
  await told.getByText(`does not let ${server.origin} embed it`).waitFor();
  await told.getByText("embed.json").first().waitFor();
  const [error] = await heard(page, "error");
  assert.deepEqual([error.code, error.detail], ["frame_forbidden", ""]);
  assert.match(error.remedy.en, /embed\.json/);
  assert.equal(await page.evaluate(() => messages.length), 1);
});

test("a page that says it is another gets nothing, though that other may embed", async (t) => {
  const { page, inner } = await embedded(t, { origins: ["https://other.example"] });
  await inner.getByRole("alert").waitFor();
  await heard(page, "error");
  await page.evaluate(() => {
    messages.length = 0;
    const address = new URL(frame.frame.src);
    address.searchParams.set("host", "https://other.example");
    frame.frame.src = address;
  });
  // The frame waits for the page that was named; what it says reaches no other, and this one is not listened to.
  await inner.getByText("正在打开").waitFor();
  await inner.locator("body").evaluate(() => {
    addEventListener("message", ({ data }) => data === "later" && parent.postMessage("later", "*"));
  });
  await page.evaluate((record) => frame.give({ record }), RECORD);
  // What is asked after it is answered, by the frame's own window: whatever it had to say of the record has come by then.
  await page.evaluate((origin) => frame.frame.contentWindow.postMessage("later", origin), site.origin);
  await page.waitForFunction(() => messages.includes("later"));
  assert.deepEqual(await page.evaluate(() => messages), ["later"]);
  assert.equal(await inner.locator("xinheng-assessment").count(), 0);
});

test("messages of other windows and of other versions change nothing", async (t) => {
  const { page, inner } = await embedded(t);
  await heard(page, "ready");
  const forged = await page.evaluate(async () => {
    const before = heard.length;
    // From this window, not from the frame.
    window.postMessage({ xinheng: 1, type: "result", detail: { class: "forged" } }, location.origin);
    // Messages of a window arrive in their order.
    const later = new Promise((arrived) => addEventListener("message", ({ data }) => data === "later" && arrived()));
    window.postMessage("later", location.origin);
    await later;
    return heard.length - before;
  });
  assert.equal(forged, 0);
  await page.evaluate(
    (origin) => frame.frame.contentWindow.postMessage({ xinheng: 2, type: "give", detail: {} }, origin),
    site.origin,
  );
  const [error] = await heard(page, "error");
  assert.equal(error.code, "frame_version");
  assert.match(error.remedy.zh, /一起更新/);
  await inner.getByRole("heading", { name: "示例有限公司" }).waitFor();
});

test("a message that the frame does not know is told the page, and what else came with it is taken", async (t) => {
  const { page, inner } = await embedded(t);
  await heard(page, "ready");
  await page.evaluate((origin) => {
    const post = (type, detail) => frame.frame.contentWindow.postMessage({ xinheng: 1, type, detail }, origin);
    post("show", {});
    post("print", "both");
    post("give", { as_of: "2026-11-20", locale: "en" });
  }, site.origin);
  const errors = await heard(page, "error", 3);
  assert.deepEqual(errors.map(({ code }) => code), Array(3).fill("bad_options"));
  assert.deepEqual(
    errors.map(({ detail }) => detail),
    [
      "type: show (give, print)",
      "print: both (report, notice)",
      "give: as_of (asOf, pack, parameters, locale, theme, readonly, record)",
    ],
  );
  assert.match(errors[0].what.zh, /^type 不能是“show”，可用的有 give、print$/);
  await inner.locator("html[lang=en] xinheng-assessment").waitFor();
});

test("what cannot be given to a frame is an error in both languages that names the place", async (t) => {
  const { page, watch } = await embedded(t);
  // Those that are taken are other folders, which the policy of this page knows nothing of.
  watch.allow(/frame-src|ERR_ABORTED/);
  await heard(page, "ready");
  const told = await page.evaluate(async (url) => {
    const { embed } = await import("./iframe.js");
    const place = document.getElementById("place");
    const cycle = {};
    cycle.record = cycle;
    const code = (act) => {
      try {
        act();
        return "taken";
      } catch ({ code, detail, what, remedy, message }) {
        return [code, detail.split("\n")[0], what.zh.includes(detail) && what.en.includes(detail) && remedy.zh !== remedy.en && message.includes(detail)];
      }
    };
    const sites = [undefined, "", "xinheng.example", "localhost:8080/xinheng/", "10.0.0.1"].map((site) => code(() => embed(place, site)));
    const gives = [undefined, null, "record"].map((given) => code(() => frame.give(given)));
    const taken = ["./index.html", "./embed.html", "/xinheng", "xinheng/", url].map((site) => code(() => embed(place, site, null).remove()));
    return [code(() => embed(null, url)), ...sites, code(() => embed(place, url, 5)), ...gives, code(() => frame.give(cycle))[0], ...taken];
  }, site.url);
  const bad = (detail) => ["bad_frame", detail, true];
  assert.deepEqual(told, [
    bad("place: null"),
    ...["undefined", "", "xinheng.example", "localhost:8080/xinheng/", "10.0.0.1"].map((site) => bad(`site: ${site}`)),
    bad("options: 5"),
    ...["undefined", "null", "record"].map((options) => bad(`options: ${options}`)),
    "bad_frame",
    ...Array(5).fill("taken"),
  ]);
});

test("a frame without a record stays what was typed when it is given none again", async (t) => {
  const { page, inner } = await embedded(t, { options: {} });
  await heard(page, "ready");
  await inner.getByLabel("企业名称").fill("填写中");
  await inner.getByLabel("企业名称").press("Tab");
  await heard(page, "change");
  await page.evaluate(() => frame.give({ record: undefined, locale: "en" }));
  await inner.getByRole("button", { name: "Save the record" }).waitFor();
  assert.equal(await page.evaluate(() => frame.save().enterprise.name), "填写中");
});

test("a site that cannot be had is told after a while", async (t) => {
  const opened = await open(t, { site: host, others: ["http://127.0.0.1:9"] });
  const { page, watch } = opened;
  await page.clock.install();
  await page.waitForFunction(() => window.put);
  await page.evaluate((record) => void put("http://127.0.0.1:9/", { record }), RECORD);
  await page.clock.fastForward(16_000);
  const [error] = await heard(page, "error");
  assert.equal(error.code, "frame_silent");
  assert.match(error.remedy.zh, /检查地址/);
  watch.allow(/127\.0\.0\.1:9|frame-src|ERR_/);
});

test("a frame that was taken away while it was opening is missed by nobody", async (t) => {
  const { page, watch } = await open(t, { site: host, others: [site.origin] });
  await page.clock.install();
  await page.waitForFunction(() => window.put);
  await page.evaluate((site) => {
    window.told = [];
    put(site, {});
    // What is out of the page bubbles nowhere; a framework hears the frame itself.
    frame.frame.addEventListener("xinheng-error", ({ detail }) => told.push(detail.code));
    frame.remove();
  }, site.url);
  await page.clock.fastForward(16_000);
  assert.deepEqual(await page.evaluate(() => told), []);
  watch.allow(/ERR_ABORTED/);
});

test("opened by itself the frame's page leads to how one embeds it", async (t) => {
  const { page } = await open(t, { path: "embed.html" });
  await page.getByText("这个页面供其他系统嵌入使用").waitFor();
  await assertAccessible(page);
  await page.getByRole("link", { name: "去看怎样嵌入" }).click();
  await page.getByRole("heading", { name: "嵌入其他系统" }).waitFor();
});

test("the loader weighs less than 1.5 KB as servers send it", async () => {
  const size = brotliCompressSync(await fs.readFile(LOADER)).length;
  assert.ok(size > 0 && size < 1.5 * 1024, `${size} bytes`);
});
