// What every spec stands on: the release site on a server of its own, Chromium with a fresh profile, and a watch over
// everything the page complains of or asks for.
import assert from "node:assert/strict";
import http from "node:http";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { launch, newContext, SITE } from "./browser.mjs";
import { becomes } from "./flows.mjs";
import { serve } from "./server.mjs";

/** What a page did that a person would not see. */
class Watch {
  /** Console errors, uncaught errors, failed requests and answers of 400 and above, each as a line. */
  problems = [];
  /** The origins of all requests, `data:` and `blob:` left out. */
  origins = new Set();

  constructor(context) {
    context.on("console", (message) => {
      if (message.type() === "error") this.#note(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.#note(`uncaught: ${error.error()}`));
    context.on("requestfailed", (request) => {
      // What the page asks for without waiting is cut off where a spec goes on to another page; so is what a worker asks
      // for that the page lets go before it has begun.
      const { errorText } = request.failure() ?? {};
      const unawaited = /\/((sw|offline|rescue|more)\.(js|css)|boot_worker\.js|(app|office|worker|sheets)(\.js|_bg\.wasm))$/;
      const harmless = errorText === "net::ERR_ABORTED" && unawaited.test(request.url());
      this.#note(`failed: ${request.url()} ${errorText}`, harmless ? this.#cutOff : this.problems);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.#note(`${response.status()}: ${response.url()}`);
    });
    context.on("request", (request) => {
      const { origin } = new URL(request.url());
      if (origin !== "null") this.origins.add(origin);
    });
  }

  /**
   * Takes the problems that match out of the record, from the first to the last of the test: those the spec has brought about
   * itself. The browser may report them later than the page has drawn what comes of them; by the end there has to be one.
   */
  expect(pattern) {
    this.#broughtAbout.push({ pattern, met: false });
    this.#sortOut();
  }

  /** The same for problems that the browser may report or not. */
  allow(pattern) {
    this.#broughtAbout.push({ pattern, met: true });
    this.#sortOut();
  }

  /** Waits until each problem that is expected was reported. */
  async met() {
    const missing = () => this.#broughtAbout.filter(({ met }) => !met).map(({ pattern }) => String(pattern));
    await becomes(missing, [], `not reported among ${JSON.stringify(this.problems)}`);
  }

  #broughtAbout = [];
  /** Failures that are none, unless a spec has brought them about. */
  #cutOff = [];

  #note(problem, among = this.problems) {
    among.push(problem);
    this.#sortOut();
  }

  #sortOut() {
    const isLeft = (problem) => {
      const matching = this.#broughtAbout.filter(({ pattern }) => pattern.test(problem));
      const taken = matching.find(({ met }) => !met) ?? matching[0];
      if (taken) taken.met = true;
      return !taken;
    };
    this.problems = this.problems.filter(isLeft);
    this.#cutOff = this.#cutOff.filter(isLeft);
  }
}

/** Whom Chromium itself asks about the forms it meets, by a number for their kind; the page has no part in it. */
const OF_THE_BROWSER = ["content-autofill.googleapis.com:443"];

/**
 * Stands where a request to any machine but this one would leave it, of whatever part of the browser: pages, workers, and
 * what it fetches by itself. Remembers where each was to go, and lets none through.
 */
class Border {
  /** The hosts or addresses that were asked for since the last look. */
  asked = [];

  async open() {
    const turnBack = (request, socket) => {
      if (!OF_THE_BROWSER.includes(request.url)) this.asked.push(request.url);
      // Whoever is turned back may have left already.
      socket.on("error", () => {});
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    };
    const server = http.createServer((request) => turnBack(request, request.socket));
    server.on("connect", turnBack).on("upgrade", turnBack);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    server.unref();
    return `http://127.0.0.1:${server.address().port}`;
  }

  /** Where requests were to go since the last look. */
  look() {
    return this.asked.splice(0);
  }
}

let browser;
let isWhole = false;
const border = new Border();
let proxy;
after(async () => browser?.close());

/** Has the tests of a spec run in the whole browser, see `command`. */
export function useWholeBrowser() {
  isWhole = true;
}

/** A test of what is fetched, or cannot be: the single file has everything in itself, and leaves such a test out. */
export const ofSite = () => ({ skip: process.env.FILE ? "the single file fetches nothing" : false });

/**
 * Opens the site in a fresh browser context, for the length of one test. When the test ends, it fails if the page
 * reported an error that was not expected or asked any other origin for anything.
 *
 * @param t the test's context
 * @param options `width` and `height` of the window, `path` to open, `site` folder to serve, or `served` by another
 *   server that is like it, `context` options of Playwright's `newContext`, `others` origins that may be asked as well,
 *   `prepare` what is to be done with the context before the page is opened
 * With FILE set, to dist/xinheng.html for one, every page is that file instead, opened from the disk: so the same specs
 * hold for it (single.spec.mjs).
 *
 * @returns `page`, `context`, `server`, `watch`, and the `border` that requests to other machines come to
 */
export async function open(t, { width = 1280, height = 900, path = "", site = SITE, served, context: more = {}, others = [], prepare } = {}) {
  browser ??= await launch([], isWhole);
  proxy ??= await border.open();
  const { FILE } = process.env;
  const file = FILE && { url: pathToFileURL(FILE).href, log: [], close() {} };
  const server = served ?? file ?? (await serve(site));
  const context = await newContext(browser, {
    width,
    height,
    proxy: { server: proxy, bypass: new URL(server.url).hostname || "localhost" },
    ...more,
  });
  const watch = new Watch(context);
  await prepare?.(context);
  const page = await context.newPage();
  t.after(async () => {
    await watch.met();
    await context.close();
    await server.close();
    assert.deepEqual(watch.problems, [], "the page reported no error");
    const own = [...(FILE ? [] : [server.origin]), ...others];
    const foreign = [...watch.origins].filter((origin) => !own.includes(origin));
    assert.deepEqual(foreign, [], "the page asked its own origin only");
    assert.deepEqual(border.look(), [], "nothing was asked of another machine");
  });
  await page.goto(server.url + path);
  return { page, context, server, watch, border };
}

/** Asserts that axe finds nothing to object to on the page as it stands. */
export async function assertAccessible(page) {
  // Without a frame there is nothing to be put together from several, for which axe would open a page of its own.
  const alone = page.frames().length === 1;
  // Of what a rule finds nothing to object to one element is enough to be told: that halves the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(alone).options({ resultTypes: ["violations"] });
  const { violations, passes } = await axe.analyze();
  assert.ok(passes.length > 0, "axe looked at something");
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
  assert.deepEqual(found, []);
}
