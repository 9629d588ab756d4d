// After one visit the page needs no server: the server is closed, the network cut off, and everything still works.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { SITE } from "./browser.mjs";
import { becomes, chooseFiles, openRecord, openSample, openSampleEnterprise, pickFirst, speak, started, toStart } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { readToml } from "./toml.mjs";

const WORKBOOK = fs.readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));
const PACK = readToml("packs/baotou-2024.toml");
const RULES = `规则版本：包头市市场监管信用风险规则（2024），第${PACK.version}版`;

const foot = (page) => page.locator("footer.foot");

/** Opens the page in a browser that keeps it, and waits until it does. */
async function visit(t, options = {}) {
  const opened = await open(t, { ...options, context: { serviceWorkers: "allow", ...options.context } });
  await started(opened.page);
  await foot(opened.page).getByText("已可离线使用").waitFor();
  // What the browser has stored by itself, as of every site, shall not stand in for what the service worker keeps.
  await (await opened.context.newCDPSession(opened.page)).send("Network.clearBrowserCache");
  return opened;
}

/** Waits until the page answers a question, whose answer takes it a while, with yes. */
const until = (page, question) => becomes(() => page.evaluate(question), true);

/** What fails is the asking whether the server is there: every other file comes from the browser. */
function expectOnlyAsking(watch) {
  // It goes on asking until the page is closed.
  watch.allow(/sw\.js|net::ERR_(INTERNET|CONNECTION|FAILED)|status of (404|50\d)/);
  assert.deepEqual(watch.problems, []);
}

const GONE = {
  "the server is dead": async ({ server }) => server.close(),
  "the network is gone": async ({ context }) => context.setOffline(true),
};

for (const [name, leave] of Object.entries(GONE)) {
  test(`after one visit everything works when ${name}`, async (t) => {
    const opened = await visit(t);
    const { page, context, watch } = opened;
    await leave(opened);
    await page.close();
    // Nothing but the start page has been looked at so far.
    const again = await context.newPage();
    await again.goto(opened.server.url);
    await openSampleEnterprise(again);
    await toStart(again);
    await openSample(again);
    await pickFirst(again);
    await toStart(again);
    await chooseFiles(again, [{ name: "excel.xlsx", bytes: WORKBOOK }]);
    await again.getByRole("link", { name: "示例一有限公司" }).waitFor();
    await again.getByRole("link", { name: "帮助" }).click();
    await again.locator(".help dt").first().waitFor();
    await again.getByRole("link", { name: "规则", exact: true }).click();
    await again.locator("#rules-ten_penalties").waitFor({ state: "attached" });
    await foot(again).getByText(/离线自 \d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d 起 · 其间规则可能已有变化/).waitFor();
    expectOnlyAsking(watch);
  });
}

test("the tab of the first visit itself goes on without a server: workers come from what is kept", async (t) => {
  const { page, server, watch } = await visit(t);
  await becomes(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), true, "it was taken over");
  await server.close();
  await openSample(page);
  expectOnlyAsking(watch);
});

test("every file of the build is kept, and each was fetched once", async (t) => {
  const { page, server } = await visit(t);
  const [folder] = fs.readdirSync(path.join(SITE, "v"));
  const files = fs.readdirSync(path.join(SITE, "v", folder), { recursive: true, withFileTypes: true });
  const all = files.filter((file) => file.isFile()).map((file) => path.relative(SITE, path.join(file.parentPath, file.name)));
  // What no page asks for: what the root and the single file are made of.
  const made = /(service_worker|farewell|single|whole)\.js$|\.webmanifest$/;
  const portals = fs.readdirSync(SITE).filter((name) => name.endsWith(".html") && name !== "index.html");
  const expected = ["", ...portals, ...all.filter((file) => !made.test(file))].map((file) => server.url + file);
  const kept = await page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => !name.endsWith("times"));
    return (await (await caches.open(name)).keys()).map(({ url }) => url);
  });
  assert.deepEqual(kept.sort(), expected.sort());
  const paths = server.log.map((answer) => answer.path).filter((path) => path.startsWith("/v/"));
  assert.deepEqual([...new Set(paths)].sort(), paths.sort());
});

for (const [name, answer] of Object.entries({
  "404": { status: 404, body: "not found" },
  "the page of a network that wants a log-in": { status: 200, body: "<h1>请登录</h1>" },
  "502": { status: 502, body: "bad gateway" },
})) {
  test(`a server that answers everything with ${name} breaks nothing, and counts as none`, async (t) => {
    const { page, server, watch } = await visit(t);
    server.answer(answer);
    await page.reload();
    await openSample(page);
    await foot(page).getByText("离线自").waitFor();
    server.answer(null);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await foot(page).getByText("离线自").waitFor({ state: "detached" });
    await foot(page).getByText("已可离线使用").waitFor();
    watch.allow(/sw\.js|status of|MIME/);
  });
}

test("since when it has been offline outlives a reload, and is over when the server is back", async (t) => {
  const { page, context, watch } = await visit(t);
  await page.clock.setFixedTime(new Date("2026-11-22T09:14:30+08:00"));
  await context.setOffline(true);
  await foot(page).getByText("离线自 2026年11月22日 09:14 起 · 其间规则可能已有变化").waitFor();
  await foot(page).getByText(RULES).waitFor();
  await page.clock.setFixedTime(new Date("2026-11-23T17:40:00+08:00"));
  await page.reload();
  await foot(page).getByText("离线自 2026年11月22日 09:14 起").waitFor();
  await speak(page, "en");
  await foot(page).getByText("Offline since 2026-11-22 09:14 · rules may have changed since").waitFor();
  await foot(page).getByText(`version ${PACK.version}`).waitFor();
  await context.setOffline(false);
  await foot(page).getByText("Works offline").waitFor();
  expectOnlyAsking(watch);
});

test("who opens the page without a server is told when there last was one", async (t) => {
  const { page, context, server, watch } = await visit(t);
  await page.clock.setFixedTime(new Date("2026-11-20T08:05:00+08:00"));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await until(page, async () => {
    const name = (await caches.keys()).find((name) => name.endsWith("times"));
    return JSON.stringify(await (await (await caches.open(name)).matchAll())[0].json()).includes(String(Date.now()));
  });
  await page.close();
  await server.close();
  const again = await context.newPage();
  await again.goto(server.url);
  await foot(again).getByText("离线自 2026年11月20日 08:05 起").waitFor();
  expectOnlyAsking(watch);
});

test("the foot names the rules in use, in both languages, also those of a person's own file", async (t) => {
  const { page } = await open(t);
  await started(page);
  await foot(page).getByText(RULES).waitFor();
  const own = { ...structuredClone(PACK), version: "2027.1", title: { zh: "外地规则", en: "Rules of elsewhere" } };
  await chooseFiles(page, [{ name: "外地.json", text: JSON.stringify(own) }]);
  await foot(page).getByText("规则版本：外地规则，第2027.1版").waitFor();
  await speak(page, "en");
  await foot(page).getByText("Rules: Rules of elsewhere, version 2027.1").waitFor();
  await page.getByRole("button", { name: "Back to the built-in rules" }).click();
  await foot(page).getByText(new RegExp(`^Rules: Baotou .* \\(2024\\), version ${PACK.version}$`)).waitFor();
});

test("without a service worker — plain http, or a browser that has none — nothing is promised and nothing is wrong", async (t) => {
  const { page } = await open(t, { context: { serviceWorkers: "block" } });
  await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  await started(page);
  await page.reload();
  await started(page);
  await foot(page).getByText(RULES).waitFor();
  assert.equal(await page.getByText("离线").count(), 0);
});

test("a browser that keeps nothing says nothing of it, and works", async (t) => {
  const { page } = await open(t, { context: { serviceWorkers: "allow" } });
  await page.addInitScript(() => {
    const denied = () => Promise.reject(new DOMException("denied", "SecurityError"));
    caches.open = denied;
    caches.match = denied;
    navigator.serviceWorker.register = denied;
    navigator.locks.request = denied;
  });
  // A reload before would cut off the program, which the watch takes for an error.
  await started(page);
  await page.reload();
  await openSample(page);
  await foot(page).getByText(RULES).waitFor();
});

for (const [language, width, colorScheme] of [
  ["zh", 1280, "light"],
  ["en", 1280, "dark"],
  ["zh", 390, "dark"],
  ["en", 390, "light"],
]) {
  test(`the foot is accessible and within the page, ${language}, ${width} px, ${colorScheme}`, async (t) => {
    const { page, context, watch } = await visit(t, { width, height: 844, context: { colorScheme } });
    await openRecord(page, {}, "2026-11-20");
    await speak(page, language);
    await context.setOffline(true);
    await foot(page).getByText(language === "en" ? "Offline since" : "离线自").waitFor();
    await assertAccessible(page);
    await foot(page).scrollIntoViewIfNeeded();
    const box = await foot(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 845, JSON.stringify(box));
    const [scrolled, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(scrolled <= inner, `${scrolled} px of ${inner}`);
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/foot-${language}-${width}-${colorScheme}.png` });
    expectOnlyAsking(watch);
  });
}

test("the browser takes the site for one that can be installed", async (t) => {
  const { page, context } = await visit(t);
  const session = await context.newCDPSession(page);
  const { errors, manifest } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(manifest.name ?? JSON.parse((await session.send("Page.getAppManifest")).data).name, "信衡");
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A private window, as every spec has it, is the only thing in the way.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
});

test("while the page is developed, a browser that kept a release is freed of it", async (t) => {
  const { page, server } = await visit(t);
  const [folder] = fs.readdirSync(path.join(SITE, "v"));
  const farewell = fs.readFileSync(path.join(SITE, "v", folder, "farewell.js"));
  server.answer({ path: "/sw.js", status: 200, body: farewell, type: "text/javascript" });
  await page.reload();
  await until(page, async () => {
    const left = await navigator.serviceWorker.getRegistrations();
    return left.length === 0 && (await caches.keys()).filter((name) => !name.endsWith("times")).length === 0;
  });
  const before = server.log.length;
  await page.reload();
  await openSample(page);
  assert.ok(server.log.slice(before).some((answer) => answer.path === "/"), "the page comes from the server again");
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});
