// One window of a browser, as a person has it: what is looked for is waited for, and what is pressed is in sight. Every
// engine is spoken to by WebDriver, through the program that comes with it.
import { Builder, Key } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { findFreePort } from "selenium-webdriver/net/portprober.js";
import { becomes } from "../browser/flows.mjs";
import { PATIENCE_MS } from "../browser/slowness.mjs";

/** The elements that a person sees and whose words, or name for who cannot see them, hold these. Run in the page. */
function inSight(selector, words) {
  const says = (element) => `${element.textContent}\n${element.getAttribute("aria-label") ?? ""}`.includes(words);
  return [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0 && says(element));
}

export class Session {
  /** Whether the engine writes a page to a PDF. */
  prints;
  #driver;
  #service;

  /**
   * Opens a window of an engine (engines.mjs), with nothing stored.
   *
   * @throws Error naming the program that does not start
   */
  static async start(engine) {
    const { driver: program, capabilities, environment = {} } = engine;
    const port = await findFreePort("127.0.0.1");
    const env = { ...process.env, ...environment, TZ: "Asia/Shanghai" };
    const service = new DriverService(program, { port, args: [`--port=${port}`], env, loopback: true });
    const session = new Session();
    session.#service = service;
    session.prints = engine.prints;
    try {
      const url = await service.start();
      session.#driver = await new Builder().disableEnvironmentOverrides().usingServer(url).withCapabilities(capabilities).build();
      await session.#driver.manage().window().setRect({ width: 1280, height: 900 });
      await engine.prepare?.(session.#driver);
    } catch (failure) {
      await session.close();
      throw new Error(`${engine.name}: ${program} opens no window: ${failure.message}`, { cause: failure });
    }
    return session;
  }

  async close() {
    // A browser that answers no more ends with its driver.
    const late = new Promise((later) => setTimeout(later, PATIENCE_MS).unref());
    await Promise.race([this.#driver?.quit().catch(() => {}), late]);
    await this.#service.kill();
  }

  async open(url) {
    await this.#driver.get(url);
  }

  /** As its button does: Firefox's driver would ask the server past everything that the browser keeps. */
  async reload() {
    await this.read(() => {
      window.isLeft = true;
      location.reload();
    });
    await becomes(() => this.read(() => !window.isLeft && document.readyState === "complete"), true, "the page is there anew");
  }

  /** What a function gives that is run in the page. */
  read(question, ...given) {
    return this.#driver.executeScript(question, ...given);
  }

  /** How many elements are in sight that this selector names and that say so. */
  async count(selector, words = "") {
    return (await this.read(inSight, selector, words)).length;
  }

  /** Waits for the first such element. */
  async find(selector, words = "") {
    let found;
    const look = async () => {
      [found] = await this.read(inSight, selector, words);
      return found !== undefined;
    };
    await becomes(look, true, `in sight: ${selector} ${words}`);
    return found;
  }

  /** Waits until there is no such element. */
  async gone(selector, words = "") {
    await becomes(() => this.count(selector, words), 0, `${selector} ${words} is gone`);
  }

  /** Does something with an element; the page may have drawn another in its place just then, which is taken as well. */
  async #act(selector, words, act) {
    await becomes(async () => {
      await act(await this.find(selector, words));
      return true;
    }, true);
  }

  /** Presses an element once it stands still: what was written just before may still change what stands above it. */
  async click(selector, words) {
    await this.#act(selector, words, async (element) => {
      let before;
      const stands = async () => {
        const place = JSON.stringify(await element.getRect());
        const isStill = place === before;
        before = place;
        return isStill;
      };
      await becomes(stands, true, `stands still: ${selector} ${words ?? ""}`);
      await element.click();
    });
  }

  /** Writes into a field in the place of what stands there, and leaves it. */
  async write(selector, text) {
    await this.#act(selector, "", async (element) => {
      // Not by Control and A: what WebKit's driver is given after a chord it takes for a part of it.
      await this.read((element) => (element.focus(), element.select()), element);
      await element.sendKeys(text, Key.TAB);
    });
  }

  /** Presses a key together with Control, wherever the page is. */
  async pressControl(key) {
    await this.#driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  async value(selector) {
    return this.read((selector) => document.querySelector(selector)?.value, selector);
  }

  /** Chooses files of the disk in a field for files, which a person sees as a button. */
  async choose(selector, paths) {
    await becomes(async () => {
      const field = await this.read((selector) => document.querySelector(selector), selector);
      await field.sendKeys(paths.join("\n"));
      return true;
    }, true);
  }

  /** The page on paper, as the bytes of a PDF. */
  async print() {
    return Buffer.from(await this.#driver.printPage(), "base64");
  }
}
