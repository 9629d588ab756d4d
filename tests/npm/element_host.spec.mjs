// The element and the page around it: neither does anything to the other, but what docs/embedding.md says.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../browser/harness.mjs";
import { becomes, fined, heard, openElement, openHost, ready, record, unfoldAll, write } from "./element.mjs";

const FACTS = record({ penalties: [fined("2026-03-02")], court_listings: [{ listed_on: "2026-01-05" }] });

/** What an old portal's style sheet does to everything, and more than that. */
const HOSTILE = `
  html { font-size: 10px; }
  body { text-transform: uppercase; line-height: 3; letter-spacing: 4px; direction: rtl; font: italic 30px serif; color: lime;
    text-align: center; visibility: visible; white-space: pre; word-spacing: 9px; cursor: wait; }
  * { margin: 7px; padding: 7px; border: 3px dotted lime; box-sizing: content-box; }
  button { background: red !important; font-size: 40px !important; border-radius: 20px !important; }
  input, select, textarea, h1, h2, p, a, summary, svg, .badge, .top { display: none !important; color: lime !important; }
  .xinheng, .frame { background: lime !important; }
  xinheng-assessment { direction: rtl; letter-spacing: 5px; }
`;

/** Has the element be as wide as in another page. */
const WIDE = '<link rel="stylesheet" href="wide.css">';

/** The computed style of everything in the element, by place. */
const styles = (page) =>
  page.evaluate(() => {
    const all = [...document.getElementById("a").shadowRoot.querySelectorAll(".xinheng, .xinheng *")];
    const names = [
      "display",
      "color",
      "background-color",
      "font-size",
      "font-family",
      "font-style",
      "line-height",
      "letter-spacing",
      "text-transform",
      "direction",
      "text-align",
      "margin-left",
      "padding-left",
      "border-left-width",
      "white-space",
      "word-spacing",
      "cursor",
      "border-top-left-radius",
    ];
    return all.map((element) => {
      const style = getComputedStyle(element);
      return `${element.localName}.${element.getAttribute("class") ?? ""} ${names.map((name) => style.getPropertyValue(name)).join("|")}`;
    });
  });

test("the styles of the page change nothing inside the element", async (t) => {
  const plain = await openElement(t, FACTS, {
    width: 1400,
    head: WIDE,
    files: { "wide.css": "#a { width: 1100px; }" },
  });
  const hostile = await openElement(t, FACTS, {
    width: 1400,
    head: `${WIDE}<link rel="stylesheet" href="hostile.css">`,
    files: { "hostile.css": HOSTILE },
  });
  const [wanted, found] = [await styles(plain.page), await styles(hostile.page)];
  assert.ok(wanted.length > 300, "everything was looked at");
  assert.equal(
    await hostile.page.evaluate(() => getComputedStyle(document.querySelector("main")).borderLeftWidth),
    "3px",
    "the page's styles are there",
  );
  assert.deepEqual(
    found.filter((line, place) => line !== wanted[place]),
    [],
  );
});

test("the page around the element is left as it is, whatever is done in it", async (t) => {
  const look = () => ({
    stores: [JSON.stringify(sessionStorage), JSON.stringify(localStorage)],
    address: location.href,
    history: history.length,
    title: document.title,
    language: document.documentElement.lang,
    sheets: [document.adoptedStyleSheets.length, document.styleSheets.length],
    attributes: [document.documentElement, document.body].map((element) => element.getAttributeNames()),
    children: [document.head.children.length, document.body.children.length],
    names: Object.getOwnPropertyNames(window).filter((name) => !["heard", "xinheng", "looked"].includes(name)),
    handlers: [window.onerror, window.onbeforeunload, document.onkeydown].filter(Boolean).length,
    cookies: document.cookie,
  });
  const { page } = await openHost(t, {
    body: '<xinheng-assessment id="a"></xinheng-assessment>',
    late: true,
    before: `document.addEventListener("DOMContentLoaded", () => (window.looked = (${look})()));`,
  });
  await ready(page);
  const then = await page.evaluate(() => window.looked);
  await page.evaluate((given) => document.getElementById("a").load(given), FACTS);
  await write(page, "basics.name", "改名公司");
  await page.locator("#penalties .line").click();
  await page.keyboard.press("Control+z");
  await page.evaluate(() =>
    Object.assign(document.getElementById("a"), {
      locale: "en",
      theme: "dark",
      parameters: { "ten_penalties.count": 2 },
    }),
  );
  await page
    .locator("#a")
    .getByText(/2 or more|at least 2|reaches 2|2 times|2 /)
    .first()
    .waitFor();
  await page.evaluate(() => document.getElementById("a").remove());
  const now = await page.evaluate(look);
  assert.deepEqual(now, then);
});

/** Colours as the browser computes them: of the ground and of the words. */
const colours = (page) =>
  page
    .locator("#a .xinheng")
    .evaluate((root) => [
      getComputedStyle(root).backgroundColor,
      getComputedStyle(root).color,
      getComputedStyle(root).colorScheme,
    ]);
const brightness = (colour) =>
  colour
    .match(/\d+/g)
    .slice(0, 3)
    .reduce((sum, part) => sum + Number(part), 0) / 3;

for (const [preferred, theme, dark] of [
  ["light", "", false],
  ["dark", "", true],
  ["light", "dark", true],
  ["dark", "light", false],
  ["dark", "auto", true],
]) {
  test(`a browser set to ${preferred} and the theme "${theme}" show it ${dark ? "dark" : "light"}, legibly`, async (t) => {
    const { page } = await openElement(t, FACTS, {
      attributes: theme && `theme="${theme}"`,
      context: { colorScheme: preferred },
    });
    const [ground, ink] = await colours(page);
    assert.equal(brightness(ground) < 80, dark, ground);
    assert.equal(brightness(ink) > 180, dark, ink);
    const field = await page
      .locator('#a [id="basics.name"]')
      .evaluate((field) => getComputedStyle(field).backgroundColor);
    assert.equal(brightness(field) < 100, dark, `field ${field}`);
    await assertAccessible(page);
  });
}

test("the theme can be changed while it stands there", async (t) => {
  const { page } = await openElement(t, FACTS, { context: { colorScheme: "light" } });
  const light = await colours(page);
  await page.evaluate(() => (document.getElementById("a").theme = "dark"));
  assert.ok(brightness((await colours(page))[0]) < 80);
  await page.evaluate(() => document.getElementById("a").removeAttribute("theme"));
  assert.deepEqual(await colours(page), light);
});

test("custom properties of the page set colours, size and corners", async (t) => {
  const css =
    "xinheng-assessment { --xinheng-accent: rgb(120, 0, 90); --xinheng-ground: rgb(255, 250, 240); --xinheng-font-size: 20px; --xinheng-radius: 12px; }";
  const { page, element } = await openElement(t, FACTS, {
    head: '<link rel="stylesheet" href="own.css">',
    files: { "own.css": css },
  });
  assert.equal((await colours(page))[0], "rgb(255, 250, 240)");
  const root = element.locator(".xinheng");
  assert.equal(await root.evaluate((root) => getComputedStyle(root).fontSize), "20px");
  assert.equal(await root.evaluate((root) => getComputedStyle(root).borderTopLeftRadius), "12px");
  const link = await element.locator("#what-if summary").evaluate((summary) => getComputedStyle(summary).color);
  assert.equal(link, "rgb(120, 0, 90)");
  const small = await openElement(t, FACTS);
  const [large, usual] = await Promise.all(
    [page, small.page].map((page) => page.locator("#a h1").evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize))),
  );
  assert.ok(Math.abs(large / usual - 20 / 16) < 0.02, `${large} and ${usual}`);
});

for (const locale of ["zh", "en"]) {
  test(`everything unfolded is accessible in "${locale}", wide and at 390 px, where nothing scrolls sideways`, async (t) => {
    const { page, element } = await openElement(t, FACTS, { attributes: `locale="${locale}"` });
    await unfoldAll(page, "#a");
    await assertAccessible(page);
    const columns = () =>
      page.evaluate(() =>
        [".facts", ".answer"].map(
          (name) => document.getElementById("a").shadowRoot.querySelector(name).getBoundingClientRect().left,
        ),
      );
    const [facts, answer] = await columns();
    assert.ok(answer > facts + 100, "two columns");
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth);
    const [narrowFacts, narrowAnswer] = await columns();
    assert.ok(Math.abs(narrowFacts - narrowAnswer) < 5, "one column");
    await assertAccessible(page);
    const wide = await element
      .locator(".xinheng *")
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().right > 391 && !one.closest(".scroll, svg, .unseen"))
          .map((one) => one.outerHTML.slice(0, 80)),
      );
    assert.deepEqual(wide, []);
  });
}

test("a page styles the class, the advice, the facts and the answer, and gives the focus to what is within", async (t) => {
  const style = ["class", "advice", "facts", "answer"].map((part, place) => `xinheng-assessment::part(${part}) { outline: ${place + 3}px solid }`);
  const { page } = await openElement(t, record(), {
    head: '<link rel="stylesheet" href="parts.css">',
    files: { "parts.css": style.join("\n") },
  });
  const outline = (selector) => page.locator(selector).evaluate((part) => getComputedStyle(part).outlineWidth);
  await becomes(async () => Promise.all([".head .class", ".advice", ".facts", ".answer"].map(outline)), ["3px", "4px", "5px", "6px"]);
  await page.evaluate(() => document.getElementById("a").focus());
  assert.equal(await page.evaluate(() => document.activeElement.id), "a");
  assert.equal(await page.locator("#a").evaluate((element) => element.shadowRoot.activeElement.id), "as-of");
});

test("its width is what the page gives it, not the window's", async (t) => {
  const { page } = await openElement(t, FACTS, {
    head: '<link rel="stylesheet" href="half.css">',
    files: { "half.css": "main { width: 420px; }" },
  });
  const lefts = await page.evaluate(() =>
    [".facts", ".answer"].map(
      (name) => document.getElementById("a").shadowRoot.querySelector(name).getBoundingClientRect().left,
    ),
  );
  assert.ok(Math.abs(lefts[0] - lefts[1]) < 5, "one column");
  assert.ok((await page.evaluate(() => document.getElementById("a").getBoundingClientRect().width)) <= 420);
});

test("what leads to help and rules leads to a site that the page names, in a tab of its own, and nowhere otherwise", async (t) => {
  const without = await openElement(t, FACTS);
  assert.equal(await without.element.locator("a[href]").count(), 0);
  assert.equal(await without.element.getByText("规定未写明（本工具暂定）").first().isVisible(), true);
  for (const bad of ["javascript:alert(1)", "data:text/html,x"]) {
    const { element } = await openElement(t, FACTS, { attributes: `site="${bad}"` });
    assert.equal(await element.locator("a[href]").count(), 0, bad);
  }
  const { page, element } = await openElement(t, FACTS, { attributes: 'site="https://xinheng.example"' });
  const links = await element
    .locator("a[href]")
    .evaluateAll((links) => links.map(({ href, target, rel }) => [href, target, rel]));
  assert.ok(links.length > 3);
  for (const [href, target, rel] of links) {
    assert.match(href, /^https:\/\/xinheng\.example\/#\/(help|rules)/);
    assert.deepEqual([target, rel], ["_blank", "noopener"]);
  }
  await assertAccessible(page);
});

test("in a shadow of the page's own it works, and what it tells comes out of it", async (t) => {
  const { page } = await openHost(t, {
    body: '<div id="outer"></div>',
    script: `const shadow = document.getElementById("outer").attachShadow({ mode: "open" });
      shadow.append(Object.assign(document.createElement("xinheng-assessment"), { id: "a", record: ${JSON.stringify(FACTS)} }));`,
  });
  await ready(page);
  assert.equal((await heard(page, "result", "outer")).length, 1);
  await write(page, "basics.name", "影子公司");
  await page.locator("#a h1", { hasText: "影子公司" }).waitFor();
  assert.equal((await heard(page, "change", "outer")).length, 1);
});

test("a listener of the page that fails, or changes the element at once, does the element no harm", async (t) => {
  const { page, watch } = await openElement(t, FACTS);
  await page.evaluate(() => {
    const element = document.getElementById("a");
    element.addEventListener("xinheng-change", () => {
      throw new Error("the page's own");
    });
    element.addEventListener("xinheng-result", ({ detail }) => {
      element.locale = detail.class === "good" ? "zh" : "en";
      element.remove();
      document.querySelector("main").append(element);
    });
  });
  await write(page, "basics.name", "改名公司");
  await page.locator("#a h1", { hasText: "改名公司" }).waitFor();
  await page.locator("#a").getByRole("button", { name: "Save the record" }).waitFor();
  watch.expect(/the page's own/);
  assert.deepEqual(await heard(page, "error"), []);
});
