// The browser is killed, as by a power cut, while it keeps a district or an entry of the ledger: it has kept what was there before or
// what came after.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { chromium } from "playwright-core";
import { command, SITE } from "./browser.mjs";
import { becomes, chooseFiles, newNamedRecord, openSample, toStart } from "./flows.mjs";
import { entries, ledger, note, showLedger } from "./ledger.mjs";
import { serve } from "./server.mjs";
import { PATIENCE_MS, SLOWNESS, slowDown } from "./slowness.mjs";

const FOLDER = new URL("../fixtures/district/", import.meta.url);
/** So long after the button was pressed, in milliseconds; at first before anything can be written, at last once it is told. */
const MOMENTS = [...[0, 2, 5, 10, 20, 40, 80, 160, 320].map((moment) => moment * SLOWNESS), Infinity];

/** Starts Chromium on a profile, so that it can be killed: its page, and what kills it. */
async function start(profile) {
  const { executablePath, args } = command(["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`]);
  const browser = spawn(executablePath, [...args, "about:blank"], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let told = "";
  for await (const piece of browser.stderr) {
    told += piece;
    if (/DevTools listening on (ws:\S+)/.test(told)) break;
  }
  const connection = await chromium.connectOverCDP(told.match(/DevTools listening on (ws:\S+)/)[1]);
  const [context] = connection.contexts();
  context.setDefaultTimeout(PATIENCE_MS);
  await slowDown(context);
  const page = await context.newPage();
  // What keeps a district is one entry of a menu where there is little room.
  await page.setViewportSize({ width: 1280, height: 800 });
  const kill = async () => {
    const gone = once(browser, "exit");
    process.kill(-browser.pid, "SIGKILL");
    await gone;
    await connection.close().catch(() => {});
    fs.rmSync(path.join(profile, "SingletonLock"), { force: true });
  };
  return { page, kill };
}

/** How many enterprises come back with the page. */
async function restored(page, url) {
  await page.goto(`${url}#/list`);
  return Number((await page.getByText(/共 \d+ 户/).innerText()).match(/共 (\d+) 户/)[1]);
}

async function keep(page) {
  await page.locator(".keep summary").click();
  await page.getByRole("button", { name: /保留在本机浏览器中|重新保留/ }).dispatchEvent("click");
}

test("a browser killed at any moment of keeping has kept the district before or the one after", async (t) => {
  const server = await serve(SITE);
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "killed-"));
  let browser = await start(profile);
  t.after(async () => {
    await browser.kill();
    await server.close();
    fs.rmSync(profile, { recursive: true, force: true });
  });
  const names = fs.readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
  const files = names.map((name) => ({ name, bytes: fs.readFileSync(new URL(name, FOLDER)) }));
  const { page } = browser;
  await page.goto(server.url);
  await openSample(page);
  await keep(page);
  await page.getByText("已保留在本机浏览器中：41 户。").waitFor();
  let before = 41;
  for (const moment of MOMENTS) {
    const { page, kill } = browser;
    assert.equal(await restored(page, server.url), before);
    // The other of the two: the sample, or the district of two thousand.
    await toStart(page);
    if (before === 41) await chooseFiles(page, files);
    else await openSample(page);
    await page.getByText(before === 41 ? /共 [12]\d{3} 户/ : "共 41 户").waitFor();
    const after = Number((await page.getByText(/共 \d+ 户/).innerText()).match(/共 (\d+) 户/)[1]);
    await keep(page);
    if (moment === Infinity) await page.getByText("已保留在本机浏览器中").waitFor();
    else await new Promise((resolve) => setTimeout(resolve, moment));
    await kill();
    browser = await start(profile);
    const now = await restored(browser.page, server.url);
    assert.ok(now === before || now === after, `${now} after ${moment} ms, neither ${before} nor ${after}`);
    if (moment === Infinity) assert.equal(now, after, "what was told to be kept was kept");
    before = now;
  }
});

/**
 * Begins the record of an enterprise, always of the same one; its ledger then stands on the page. The address asks for the build
 * with all pages, so that none takes over while a button is pressed.
 */
async function openLedger(page, url) {
  await page.goto(`${url}#/rules`);
  await newNamedRecord(page);
  await showLedger(page);
}

test("a browser killed at any moment of noting something has all entries of before, and the last one whole or not at all", async (t) => {
  const server = await serve(SITE);
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "killed-"));
  let browser = await start(profile);
  t.after(async () => {
    await browser.kill();
    await server.close();
    fs.rmSync(profile, { recursive: true, force: true });
  });
  const rows = (page) =>
    page.evaluate(async () => {
      const asked = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
      const database = await asked(indexedDB.open("xinheng-ledger"));
      const count = await asked(database.transaction("entries").objectStore("entries").count());
      database.close();
      return count;
    });
  await openLedger(browser.page, server.url);
  await note(browser.page, "备注", { text: "第0条" });
  await ledger(browser.page).getByRole("button", { name: "保留在本机浏览器中" }).first().click();
  await ledger(browser.page).getByText("保留在本机浏览器中。").waitFor();
  let before = ["第0条"];
  for (const [place, moment] of MOMENTS.entries()) {
    const { page, kill } = browser;
    const last = `第${place + 1}条`;
    await note(page, "备注", { text: last });
    if (moment === Infinity) await becomes(() => rows(page), before.length + 1);
    else await new Promise((resolve) => setTimeout(resolve, moment));
    await kill();
    browser = await start(profile);
    await openLedger(browser.page, server.url);
    await ledger(browser.page).getByText("保留在本机浏览器中。").waitFor();
    await becomes(async () => (await entries(browser.page)).slice(-before.length), before);
    const now = await entries(browser.page);
    assert.ok(now.length === before.length || (now.length === before.length + 1 && now[0] === last), `${now} after ${moment} ms`);
    if (moment === Infinity) assert.equal(now.length, before.length + 1, "what was kept is kept");
    before = now;
  }
});
