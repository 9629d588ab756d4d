// The browser as all scripts of this folder use it: Chromium with a fresh profile, as an office in China has it set.
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { PATIENCE_MS, slowDown } from "./slowness.mjs";

const root = new URL("../../", import.meta.url);

/** The folder of the release site, which `cargo xtask dist` writes. */
export const SITE = fileURLToPath(new URL(process.env.SITE ?? "dist/site", root));

/**
 * What Chromium does without. The first three draw parts of its own window as pages, in processes of their own, for every
 * window that is opened, though nobody sees one: more than half of what opening a page costs. The others are what Playwright
 * switches off: of two such lists a browser takes the last.
 */
const SWITCHED_OFF = [
  ...["PreloadTopChromeWebUI", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay", "MediaRouter"],
  ...["HttpsFirstBalancedModeAutoEnable", "PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints", "AimEnabled"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "NetworkTimeServiceQuerying", "PreconnectToSearch"],
];

/**
 * Where Chromium is, and with what arguments it is started; `more` come behind them. The specs take its headless shell where
 * there is one: the same engine without a window around it, in which the specs take a quarter less time. It ends where a program
 * has written over its own memory and goes on, which the whole browser survives: specs of that ask for the `whole` one.
 */
export function command(more = [], whole = false) {
  const { args } = JSON.parse(fs.readFileSync(new URL("webdriver.json", root), "utf8"))["goog:chromeOptions"];
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid() === 0 ? ["--no-sandbox"] : [];
  const { CHROMIUM = "/usr/bin/chromium", CHROMIUM_SHELL } = process.env;
  const executablePath = whole ? CHROMIUM : (CHROMIUM_SHELL ?? CHROMIUM);
  return { executablePath, args: [...args, `--disable-features=${SWITCHED_OFF}`, ...sandbox, ...more] };
}

/** Starts Chromium with a profile folder of its own, which goes when the browser is closed. */
export async function launch(more, whole) {
  return chromium.launch({ ...command(more, whole), headless: true });
}

/** Runs in the page: the person has the browser save data, so that nothing is fetched before it is asked for. */
function saveData() {
  Object.defineProperty(Navigator.prototype, "connection", { configurable: true, get: () => ({ saveData: true }) });
}

/**
 * A window of its own, with nothing stored and nothing cached; `more` are options of Playwright's `newContext`. No service
 * worker is let in unless it is asked for: it would answer what a spec lets the server refuse.
 */
export async function newContext(browser, { width, height, prepares = false, ...more }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    serviceWorkers: "block",
    ...more,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (!prepares) await context.addInitScript(saveData);
  await slowDown(context);
  return context;
}
