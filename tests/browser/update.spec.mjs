// Two builds of the site, one after the other on the same server, and tabs that have either open.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { SITE } from "./browser.mjs";
import { becomes, drawn, newRecord, openSample, restingPage, speak, started, toStart, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const work = fs.mkdtempSync(path.join(os.tmpdir(), "xinheng-update-"));
after(() => fs.rmSync(work, { recursive: true }));

/** Another build: the site with a line changed here and there, its files named anew as every build names them. */
function built(mark) {
  const site = path.join(work, mark);
  fs.cpSync(SITE, site, { recursive: true });
  const [folder] = fs.readdirSync(path.join(site, "v"));
  for (const script of ["app.js", "boot_worker.js", "worker.js", "offline.js"]) {
    fs.appendFileSync(path.join(site, "v", folder, script), `\n(self.ran=self.ran||[]).push("${mark}")`);
  }
  const root = fileURLToPath(new URL("../../", import.meta.url));
  execFileSync("cargo", ["xtask", "reseal", site], { cwd: root });
  return { site, name: fs.readdirSync(path.join(site, "v"))[0] };
}

const [A, B] = [built("A"), built("B")];

const news = (page) => page.locator(".news", { hasText: "新版本已就绪" });

/** Opens A, keeps it in the browser. */
async function visit(t, options = {}) {
  const opened = await open(t, { site: A.site, ...options, context: { serviceWorkers: "allow", ...options.context } });
  await kept(opened.page);
  return opened;
}

async function kept(page) {
  await started(page);
  await page.locator("footer").getByText(/已可离线使用|Works offline/).waitFor();
}

/** Has the browser look for another version, as it does by itself with each opening and every hour. */
const lookForVersions = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).update());

/** The builds whose scripts a tab has run, each once: two would be a mixture. */
const ran = (page) => page.evaluate(() => [...new Set(window.ran)].join());

async function ranInWorker(page) {
  const [worker] = page.workers();
  return worker.evaluate(() => [...new Set(self.ran)].join());
}

const caches_ = (page) =>
  page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").pop()).filter((name) => name !== "times"));

test("the two builds have other names and other workers", () => {
  assert.notEqual(A.name, B.name);
  const worker = ({ site }) => fs.readFileSync(path.join(site, "sw.js"), "utf8");
  assert.notEqual(worker(A), worker(B));
});

test("a new version waits for a word; until then every tab, also a new one, has the old one whole", async (t) => {
  const { page, context, server } = await visit(t);
  await newRecord(page);
  await write(page, "basics.name", "包头市未存示例有限公司");
  server.move(B.site);
  await lookForVersions(page);
  await news(page).waitFor();
  await news(page).getByText("企业记录会保留").waitFor();

  // The server has none of A's files any more.
  const other = await context.newPage();
  await other.goto(server.url);
  await openSample(other);
  assert.deepEqual([await ran(other), await ranInWorker(other)], ["A", "A"]);
  await news(other).waitFor();

  await news(page).getByRole("button", { name: "更新" }).click();
  await becomes(() => ran(page).catch(() => ""), "B");
  await page.getByRole("heading", { level: 1, name: "包头市未存示例有限公司" }).waitFor();
  await becomes(() => news(page).count(), 0);

  // The other tab still runs A, also with what it has not asked for before; it is told again.
  await news(other).waitFor();
  await toStart(other);
  await openSample(other);
  assert.deepEqual([await ran(other), await ranInWorker(other)], ["A", "A"]);
  await other.getByRole("link", { name: "帮助" }).click();
  await other.locator(".help dt").first().waitFor();
  assert.deepEqual((await caches_(other)).sort(), [A.name, B.name].sort());

  await news(other).getByRole("button", { name: "更新" }).click();
  await becomes(() => ran(other).catch(() => ""), "B");
  await kept(other);
  await toStart(other);
  await openSample(other);
  assert.equal(await ranInWorker(other), "B");
  // Now nobody runs A.
  await becomes(() => caches_(other), [B.name]);
});

test("the other way round: both builds run side by side without a server", async (t) => {
  const { page, context, server, watch } = await visit(t);
  server.move(B.site);
  await lookForVersions(page);
  await news(page).waitFor();
  const other = await context.newPage();
  await other.goto(server.url);
  await started(other);
  await news(other).getByRole("button", { name: "更新" }).click();
  await becomes(() => ran(other).catch(() => ""), "B");
  await server.close();
  for (const [tab, mark] of [
    [page, "A"],
    [other, "B"],
  ]) {
    await openSample(tab);
    assert.deepEqual([await ran(tab), await ranInWorker(tab)], [mark, mark]);
  }
  watch.allow(/sw\.js|ERR_CONNECTION_REFUSED/);
});

test("put off, it says nothing more in this tab; it comes when all tabs were closed", async (t) => {
  const { page, context, server } = await visit(t);
  server.move(B.site);
  await lookForVersions(page);
  await news(page).getByRole("button", { name: "稍后" }).click();
  await news(page).waitFor({ state: "detached" });
  await page.evaluate(async () => {
    navigator.serviceWorker.dispatchEvent(new Event("controllerchange"));
    // The page asks the version that waits for its name; what it is asked afterwards it answers afterwards.
    const { waiting } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise((answered) => (port1.onmessage = answered));
    waiting.postMessage("build", [port2]);
    await answered;
  });
  await drawn(page);
  assert.equal(await news(page).count(), 0);
  await page.reload();
  await started(page);
  assert.equal(await ran(page), "A", "a reload alone is no word");
  await news(page).waitFor();
  const blank = await context.newPage();
  const session = await context.newCDPSession(blank);
  const versions = new Map();
  session.on("ServiceWorker.workerVersionUpdated", (told) => {
    for (const { versionId, status } of told.versions) versions.set(versionId, status);
  });
  await session.send("ServiceWorker.enable");
  await becomes(() => [...versions.values()].includes("installed"), true, "it waits");
  await page.close();
  await becomes(() => [...versions.values()].includes("installed"), false, "it has taken over");
  await blank.goto(server.url);
  await kept(blank);
  assert.equal(await ran(blank), "B");
  await becomes(() => caches_(blank), [B.name]);
});

test("a version whose files are not all there, or are others, is not taken; nothing is said and A goes on", async (t) => {
  const { page, server, watch } = await visit(t);
  const half = path.join(work, "half");
  fs.cpSync(B.site, half, { recursive: true });
  fs.copyFileSync(path.join(A.site, "index.html"), path.join(half, "index.html"));
  server.move(half);
  await lookForVersions(page).catch(() => {});
  await becomes(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).installing)), false);
  assert.equal(await news(page).count(), 0);
  await page.reload();
  await openSample(page);
  assert.deepEqual([await ran(page), await ranInWorker(page)], ["A", "A"]);
  // What was missing comes: then it is taken.
  server.move(B.site);
  await lookForVersions(page);
  await news(page).waitFor();
  watch.allow(/integrity|digest/i);
});

test("an older version that is put back is a new one as well", async (t) => {
  const { page, server } = await visit(t, { site: B.site });
  server.move(A.site);
  await lookForVersions(page);
  await news(page).getByRole("button", { name: "更新" }).click();
  await becomes(() => ran(page).catch(() => ""), "A");
});

test("in a frame nothing is said, and the frame goes on with what it has", async (t) => {
  const { page, server } = await visit(t);
  const portal = path.join(work, "portal.html");
  const frames = "<iframe src='/' title='信衡' width='900' height='700'></iframe>";
  fs.writeFileSync(portal, `<!doctype html><title>门户</title><link rel='icon' href='data:,'>${frames}`);
  fs.copyFileSync(portal, path.join(A.site, "portal.html"));
  fs.copyFileSync(portal, path.join(B.site, "portal.html"));
  await page.goto(`${server.url}portal.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator("#start").waitFor({ state: "detached" });
  server.move(B.site);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/")).update());
  await becomes(
    () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/")).waiting?.state),
    "installed",
  );
  const asked = () => server.log.filter(({ path }) => path === "/sw.js").length;
  const before = asked();
  // The frame asks the server whether it is there, and draws what it knows by then.
  await page.frames()[1].evaluate(() => dispatchEvent(new Event("online")));
  await becomes(() => asked() > before, true);
  await page.frames()[1].evaluate(restingPage);
  assert.equal(await frame.locator(".news button").count(), 0);
  assert.equal(await frame.getByText("离线").count(), 0);
  await frame.locator(".sample button").nth(1).click();
  await frame.locator(".rows td.name a").first().waitFor();
  assert.equal(await page.frames()[1].evaluate(() => [...new Set(window.ran)].join()), "A");
});

for (const [language, width, colorScheme] of [
  ["zh", 1280, "light"],
  ["en", 390, "dark"],
]) {
  test(`the word can be read and pressed, ${language}, ${width} px, ${colorScheme}`, async (t) => {
    const { page, server } = await visit(t, { width, height: 844, context: { colorScheme } });
    await speak(page, language);
    server.move(B.site);
    await lookForVersions(page);
    const word = page.locator(".news");
    await word.getByText(language === "en" ? "A new version is ready" : "新版本已就绪").waitFor();
    await assertAccessible(page);
    const box = await word.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y > 0 && box.y + box.height <= 844, JSON.stringify(box));
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/news-${language}-${width}.png` });
    await page.locator(".language").click();
    await word.getByText(language === "en" ? "新版本已就绪" : "A new version is ready").waitFor();
  });
}
