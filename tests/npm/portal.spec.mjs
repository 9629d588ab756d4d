// The pages of www/portal/ that an integrator would copy from: plain, with React and with Vue, each used as an officer would.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { SITE } from "../browser/browser.mjs";
import { becomes } from "../browser/flows.mjs";
import { assertAccessible, open } from "../browser/harness.mjs";
import { serve } from "../browser/server.mjs";
import { installed, project } from "./project.mjs";

const PORTALS = fileURLToPath(new URL("../../www/portal", import.meta.url));
const MODULES = fileURLToPath(new URL("node_modules", import.meta.url));
/** What the pages with a framework stand on besides the package. */
const FRAMEWORKS = ["react", "react-dom", "vue", "vite", "@vitejs"];

let folder;
before(async () => {
  folder = await project();
  await fs.cp(PORTALS, path.join(folder, "portal"), { recursive: true });
  // The plain page has the folder of the package beside its own.
  await fs.cp(installed(folder), path.join(folder, "portal/xinheng"), { recursive: true });
  // The site of Xinheng stands on the portal's server, where its pages say.
  for (const place of ["xinheng-site", "react/public/xinheng-site", "vue/public/xinheng-site"]) {
    await fs.cp(SITE, path.join(folder, "portal", place), { recursive: true });
  }
  for (const name of FRAMEWORKS) await fs.symlink(path.join(MODULES, name), path.join(folder, "node_modules", name));
});

/** Where a portal is served from, built where it has to be. */
const SITES = {
  plain: async () => ["portal", "plain/index.html"],
  react: async () => built("react", []),
  vue: async () => built("vue"),
};

async function built(name) {
  const root = path.join(folder, "portal", name);
  const config = path.join(root, "vite.config.js");
  const own = await fs.access(config).then(
    () => import(pathToFileURL(config).href),
    () => ({ default: {} }),
  );
  const outDir = path.join(folder, "built", name);
  await build({
    ...own.default,
    root,
    configFile: false,
    base: "./",
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  return [`built/${name}`, ""];
}

const opening = {};
/** Opens a portal; its list then stands there. */
async function openPortal(t, name, options = {}) {
  const [site, page] = await (opening[name] ??= SITES[name]());
  const opened = await open(t, { site: path.join(folder, site), path: page, ...options });
  await opened.page.locator("#list tr").first().waitFor();
  return opened;
}

const list = (page) =>
  page
    .locator("#list tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
const line = (page, name) => page.locator("#list tr", { hasText: name });
const log = (page) => page.locator("#log li").allInnerTexts();

/** Picks an enterprise, by the keyboard; its assessment then stands there. */
async function pick(page, name) {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#assessment h1", { hasText: name }).waitFor();
  await page.locator("#assessment .answer .head").waitFor();
}

async function write(page, name, text) {
  const field = page.locator(`#assessment [id="${name}"]`);
  await field.fill(text);
  await field.press("Tab");
}

/** Chooses the way in which the picked enterprise is shown, by the keyboard. */
async function choose(page, way) {
  const radio = page.getByRole("group", { name: "显示方式" }).getByRole("radio", { name: way });
  await radio.focus();
  await page.keyboard.press("Space");
  await page.waitForFunction((radio) => radio.checked, await radio.elementHandle());
}

const inner = (page) => page.frameLocator("#frame iframe");

/** Waits until an enterprise stands in the frame; gives its inside. */
async function framed(page, name) {
  await inner(page).getByRole("heading", { name }).waitFor();
  await inner(page).locator(".answer .head").waitFor();
  return inner(page);
}

/** How far a page could be scrolled sideways to. */
const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/** By the rules: fines of the last year that are published count; a small one stops by itself, a warning is not published. */
const CLASSES = [
  ["虚构商贸有限公司", "2", "信用风险一般"],
  ["示例食品加工厂", "1", "信用风险一般"],
  ["样本机电设备有限公司", "1", "信用良好"],
  ["乌有餐饮管理有限公司", "1", "信用良好"],
];

for (const name of Object.keys(SITES)) {
  test(`${name}: the list has every enterprise with its class, and says which row was left out and why`, async (t) => {
    const { page } = await openPortal(t, name);
    const rows = await list(page);
    for (const [enterprise, count, words] of CLASSES) {
      const row = rows.find(([first]) => first === enterprise);
      assert.ok(row, enterprise);
      assert.deepEqual([row[2], row[3]], [count, words], enterprise);
    }
    await page
      .getByText(/2026\/2\/30.*没有这一天|没有这一天/)
      .first()
      .waitFor();
    await assertAccessible(page);
  });

  test(`${name}: what is changed in the element is in the list at once, and saved into the portal's store`, async (t) => {
    const { page } = await openPortal(t, name);
    await pick(page, "样本机电设备有限公司");
    assert.ok((await log(page)).some((words) => words.startsWith("xinheng-result 结果：good")));
    const save = page.getByRole("button", { name: "保存到门户" });
    assert.equal(await save.isDisabled(), true);
    await page.locator("#assessment").getByRole("button", { name: "添加 失信被执行人" }).click();
    await write(page, "court_listings.0.listed_on", "2026-01-05");
    await line(page, "样本机电设备有限公司").getByText("违法失信、风险较高").waitFor();
    await page.getByText("有未保存的更改").waitFor();
    await becomes(() => line(page, "样本机电设备有限公司").innerText(), /未保存/);
    await assertAccessible(page);
    await save.click();
    await page.getByText("与门户一致").waitFor();
    await becomes(async () => /未保存/.test(await line(page, "样本机电设备有限公司").innerText()), false);
    await pick(page, "示例食品加工厂");
    assert.equal(await page.locator("#assessment #court_listings .item").count(), 0);
    await pick(page, "样本机电设备有限公司");
    assert.equal(await page.locator("#assessment #court_listings .item").count(), 1, "what was saved is there again");
    await line(page, "样本机电设备有限公司").getByText("违法失信、风险较高").waitFor();
  });

  test(`${name}: what is being typed stays while the page draws itself anew, and so do the steps back`, async (t) => {
    const { page } = await openPortal(t, name);
    await pick(page, "虚构商贸有限公司");
    const told = (await log(page)).length;
    await page.locator("#assessment #fact-penalties-0 .line").click();
    await write(page, "penalties.0.category", "未明码标价");
    await page.getByText("有未保存的更改").waitFor();
    const field = page.locator('#assessment [id="basics.region"]');
    await field.focus();
    await page.keyboard.type("1502");
    await page.evaluate(() => document.querySelector(".bar button").click());
    await page.getByText("与门户一致").waitFor();
    await page.keyboard.type("03");
    assert.equal(await field.inputValue(), "150203");
    assert.ok(await field.evaluate((field) => field.getRootNode().activeElement === field));
    assert.equal(
      await page.locator('#assessment [id="penalties.0.category"]').isVisible(),
      true,
      "what was unfolded stays so",
    );
    await page.keyboard.press("Tab");
    await page.getByText("有未保存的更改").waitFor();
    await page.keyboard.press("Control+z");
    // Two steps that are drawn together are told together.
    await becomes(() => field.inputValue(), "");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(
      () => document.getElementById("assessment").shadowRoot.getElementById("penalties.0.category")?.value === "",
    );
    const events = async () =>
      (await log(page))
        .slice(0, -told)
        .map((words) => words.split(" ")[0])
        .reverse();
    const once = ["xinheng-change", "xinheng-result"];
    await becomes(events, [...once, ...once, ...once, ...once], "each step is told once, and answered once");
  });

  test(`${name}: at 390 px nothing scrolls sideways, dark or light`, async (t) => {
    const { page } = await openPortal(t, name, { width: 390, height: 800, context: { colorScheme: "dark" } });
    await pick(page, "乌有餐饮管理有限公司");
    assert.ok((await wide(page)) <= 390);
    await assertAccessible(page);
  });

  test(`${name}: what is changed in the frame is in the list at once, and saved into the portal's store`, async (t) => {
    const { page, server } = await openPortal(t, name);
    await pick(page, "样本机电设备有限公司");
    assert.ok(!server.log.some(({ path }) => path.endsWith("embed.html")), "of the site nothing is asked before");
    await choose(page, "框架");
    const frame = await framed(page, "样本机电设备有限公司");
    assert.equal(await page.locator("xinheng-assessment").filter({ visible: true }).count(), 0);
    assert.equal(await page.getByRole("button", { name: "保存到门户" }).isDisabled(), true);
    await frame.getByRole("button", { name: "添加 失信被执行人" }).click();
    await frame.locator('[id="court_listings.0.listed_on"]').fill("2026-01-05");
    await page.keyboard.press("Tab");
    await line(page, "样本机电设备有限公司").getByText("违法失信、风险较高").waitFor();
    await frame.locator(".answer .badge", { hasText: "违法失信、风险较高" }).first().waitFor();
    await page.getByText("有未保存的更改").waitFor();
    await becomes(() => line(page, "样本机电设备有限公司").innerText(), /未保存/);
    assert.ok((await log(page)).some((words) => words.startsWith("xinheng-result 结果：high_risk（评估日 2026-11-21）")));
    await assertAccessible(page);
    await page.getByRole("button", { name: "保存到门户" }).click();
    await page.getByText("与门户一致").waitFor();
    await becomes(async () => /未保存/.test(await line(page, "样本机电设备有限公司").innerText()), false);
    await page.getByRole("button", { name: "示例食品加工厂" }).click();
    assert.equal(await (await framed(page, "示例食品加工厂")).locator("#court_listings .item").count(), 0);
    await page.getByRole("button", { name: "样本机电设备有限公司" }).click();
    const again = await framed(page, "样本机电设备有限公司");
    assert.equal(await again.locator("#court_listings .item").count(), 1, "what was saved is there again");
    await line(page, "样本机电设备有限公司").getByText("违法失信、风险较高").waitFor();
    await page.getByText("与门户一致").waitFor();
  });

  test(`${name}: from element to frame and back, what was entered stays`, async (t) => {
    const { page } = await openPortal(t, name);
    await pick(page, "乌有餐饮管理有限公司");
    await write(page, "basics.region", "150203");
    await page.getByText("有未保存的更改").waitFor();
    await choose(page, "框架");
    const frame = await framed(page, "乌有餐饮管理有限公司");
    const region = frame.locator('[id="basics.region"]');
    assert.equal(await region.inputValue(), "150203");
    await region.fill("150204");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.querySelector("#log li").innerText.startsWith("xinheng-result"));
    await choose(page, "组件");
    await page.locator("#assessment .answer .head").waitFor();
    await page.locator("iframe").waitFor({ state: "detached" });
    assert.equal(await page.locator('#assessment [id="basics.region"]').inputValue(), "150204");
    await becomes(() => line(page, "乌有餐饮管理有限公司").innerText(), /信用良好\s*（未保存）/);
  });

  test(`${name}: what is being typed in a frame when another enterprise is picked belongs to the first`, async (t) => {
    const { page } = await openPortal(t, name);
    await pick(page, "虚构商贸有限公司");
    await choose(page, "框架");
    await (await framed(page, "虚构商贸有限公司")).locator('[id="basics.region"]').focus();
    await page.keyboard.type("150203");
    await page.getByRole("button", { name: "示例食品加工厂" }).click();
    const other = await framed(page, "示例食品加工厂");
    assert.equal(await other.locator('[id="basics.region"]').inputValue(), "");
    await becomes(() => line(page, "虚构商贸有限公司").innerText(), /未保存/);
    await becomes(async () => /未保存/.test(await line(page, "示例食品加工厂").innerText()), false);
    await page.getByRole("button", { name: "虚构商贸有限公司" }).click();
    assert.equal(await (await framed(page, "虚构商贸有限公司")).locator('[id="basics.region"]').inputValue(), "150203");
  });

  test(`${name}: the frame at 390 px scrolls nothing sideways, dark or light`, async (t) => {
    const { page } = await openPortal(t, name, { width: 390, height: 800, context: { colorScheme: "dark" } });
    await pick(page, "乌有餐饮管理有限公司");
    await choose(page, "框架");
    const frame = await framed(page, "乌有餐饮管理有限公司");
    await page.waitForFunction(() => document.querySelector("iframe").getBoundingClientRect().height > 800);
    assert.ok((await wide(page)) <= 390);
    assert.ok(await frame.locator("html").evaluate((html) => html.scrollWidth <= html.clientWidth), "nor does the frame");
    await assertAccessible(page);
  });
}

test("the site may be on a server of its own: its address stands in the page, and in its policy", async (t) => {
  const site = await serve(SITE);
  t.after(() => site.close());
  const written = path.join(folder, "portal/plain");
  const page = await fs.readFile(path.join(written, "index.html"), "utf8");
  const changed = page
    .replace('content="/xinheng-site/"', `content="${site.url}"`)
    .replace("frame-src 'self'", `frame-src ${site.origin}`);
  await fs.writeFile(path.join(written, "other.html"), changed);
  const opened = await openPortal(t, "plain", { others: [site.origin] });
  await opened.page.route("**/embed.json", (route) => route.fulfill({ json: { origins: [opened.server.origin] } }));
  await opened.page.goto(`${opened.server.url}plain/other.html`);
  await pick(opened.page, "虚构商贸有限公司");
  await choose(opened.page, "框架");
  const frame = await framed(opened.page, "虚构商贸有限公司");
  await frame.locator(".answer .badge", { hasText: "信用风险一般" }).first().waitFor();
  assert.ok(site.log.some(({ path }) => path === "/embed.html"));
});

test("of a site that says nothing the portal says so, and shows the enterprise by the element", async (t) => {
  const { page, watch } = await openPortal(t, "plain");
  await page.route("**/embed.html*", (route) => route.fulfill({ status: 503, body: "" }));
  await pick(page, "虚构商贸有限公司");
  await page.clock.install();
  await choose(page, "框架");
  await page.clock.fastForward(16_000);
  await page.locator("#log").getByText("frame_silent：信衡网站没有回应").waitFor();
  await choose(page, "组件");
  await page.locator("#assessment .answer .head").waitFor();
  watch.expect(/503/);
});


test("the versions that the pages name are those that were tried", async () => {
  const read = async (file) => JSON.parse(await fs.readFile(file, "utf8"));
  const { devDependencies: tried } = await read(new URL("package.json", import.meta.url));
  for (const name of ["react", "vue"]) {
    const { dependencies, devDependencies } = await read(path.join(PORTALS, name, "package.json"));
    for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (dependency !== "xinheng") assert.equal(version, tried[dependency], dependency);
    }
  }
});
