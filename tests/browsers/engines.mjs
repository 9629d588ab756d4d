// The browsers that the flows go through; another one is another function here, and a spec that names it. `driver` is the
// program that speaks WebDriver, `prints` whether it writes a page to a PDF, `prepare` what is done before the first page is
// opened, `site` and `file` what is opened.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { command, SITE } from "../browser/browser.mjs";
import { agingScriptOfFile, ageSite } from "./aged.mjs";

/** What `cargo xtask test browsers` has found or installed. */
const {
  FIREFOX = "/usr/bin/firefox-esr",
  GECKODRIVER = "geckodriver",
  WEBKITDRIVER = "WebKitWebDriver",
  CHROMEDRIVER = "chromedriver",
  XVFB = "Xvfb",
} = process.env;

/** Where the release lies: the folder of the site, and the single file. */
const RELEASE = { site: SITE, file: path.join(SITE, "..", "xinheng.html") };

/** A display that nobody sees, for a browser that draws nothing without one. It goes with this process. */
async function display() {
  // It writes its number once it is there.
  const stdio = ["ignore", "ignore", "ignore", "pipe"];
  const server = spawn(XVFB, ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], { stdio });
  process.on("exit", () => server.kill());
  const absent = once(server, "error").then(([error]) => Promise.reject(new Error(`install Xvfb: ${error.message}`)));
  const [number] = await Promise.race([once(server.stdio[3], "data"), absent]);
  for (const held of [server, server.stdio[3]]) held.unref();
  return `:${String(number).trim()}`;
}

export const firefox = () => ({
  ...RELEASE,
  name: "Firefox",
  driver: GECKODRIVER,
  capabilities: {
    browserName: "firefox",
    "moz:firefoxOptions": { binary: FIREFOX, args: ["-headless"], prefs: { "intl.accept_languages": "zh-CN" } },
  },
  prints: true,
});

/** The engine of Safari, in the small browser that comes with it. */
export const webkit = async () => ({
  ...RELEASE,
  name: "WebKitGTK",
  driver: WEBKITDRIVER,
  capabilities: { browserName: "MiniBrowser" },
  environment: { DISPLAY: await display(), GDK_BACKEND: "x11" },
  prints: false,
});

export const oldest = () => {
  const { executablePath: binary, args } = command([], true);
  const source = agingScriptOfFile();
  return {
    ...RELEASE,
    site: ageSite(SITE),
    name: "Chromium as old as the floor",
    driver: CHROMEDRIVER,
    capabilities: { browserName: "chrome", "goog:chromeOptions": { binary, args } },
    prepare: (driver) => driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source }),
    prints: true,
  };
};
