// The browser as all scripts of this folder use it: Chromium with a fresh profile, as an office in China has it set.
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = new URL("../../", import.meta.url);

/** The folder of the release site, which `cargo xtask dist` writes. */
export const SITE = fileURLToPath(new URL(process.env.SITE ?? "dist/site", root));

/** Where Chromium is, and with what arguments it is started; `more` come behind them. */
export function command(more = []) {
  const { args } = JSON.parse(fs.readFileSync(new URL("webdriver.json", root), "utf8"))["goog:chromeOptions"];
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid() === 0 ? ["--no-sandbox"] : [];
  return { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...args, ...sandbox, ...more] };
}

/** Starts Chromium with a profile folder of its own, which goes when the browser is closed. */
export async function launch(more) {
  return chromium.launch({ ...command(more), headless: true });
}

/**
 * A window of its own, with nothing stored and nothing cached; `more` are options of Playwright's `newContext`. No service
 * worker is let in unless it is asked for: it would answer what a spec lets the server refuse.
 */
export async function newContext(browser, { width, height, ...more }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    serviceWorkers: "block",
    ...more,
  });
  context.setDefaultTimeout(10_000);
  return context;
}
