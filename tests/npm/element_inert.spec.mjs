// Markup in what an element is given stays text, also on a page whose policy would let it run.
import assert from "node:assert/strict";
import test from "node:test";
import { MARKUP } from "../browser/inert.mjs";
import { fined, openElement, record } from "./element.mjs";

/** A portal that allows what it should not: here nothing but the element itself keeps texts from running. */
const LAX =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:";

/** What must not come to be within the shadow, however it is unfolded. */
const intruders = (page) =>
  page.evaluate(() => {
    const inside = [...document.getElementById("a").shadowRoot.querySelectorAll("*")];
    const foreign = /^(img|script|style|iframe|object|embed|meta|base|video|audio|source|foreignObject|animate|set)$/i;
    const leads = ["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"];
    const runs = ({ name, value }) =>
      /^on/i.test(name) || (leads.includes(name) && /^\s*(javascript|data|vbscript):/i.test(value));
    return inside
      .filter((element) => foreign.test(element.localName) || [...element.attributes].some(runs))
      .map((element) => element.outerHTML);
  });

const WATCH = () => (window.hacked = () => (window.wasHacked = true));

for (const text of MARKUP) {
  test(`a text is a text in every field: ${text}`, async (t) => {
    const facts = {
      name: text,
      region: text,
      industry: text,
      penalties: [fined("2026-03-02", { document_no: text, authority: text, category: text })],
      inspections: [{ on: "2026-04-01", basis: "routine", result: "clean", department: text }],
    };
    const given = { ...record(), enterprise: { ...record().enterprise, ...facts } };
    const { page } = await openElement(t, given, { policy: LAX, init: WATCH });
    await page.evaluate(() => {
      for (const fold of document.getElementById("a").shadowRoot.querySelectorAll("details")) fold.open = true;
    });
    await page.locator("#a #penalties .line").click();
    await page.locator("#a h1", { hasText: text.trim() }).waitFor();
    assert.equal(await page.locator('#a [id="penalties.0.document_no"]').inputValue(), text);
    assert.deepEqual(await intruders(page), []);
    assert.equal(await page.evaluate(() => window.wasHacked), undefined);
  });
}

test("markup in what cannot be read is told as text", async (t) => {
  const { page } = await openElement(t, record(), { policy: LAX, init: WATCH });
  for (const given of [{ enterprise: { ...record().enterprise, status: MARKUP[0] } }, MARKUP[1]]) {
    await page.evaluate(
      (given) =>
        document
          .getElementById("a")
          .load(given)
          .catch(() => {}),
      given,
    );
    await page.locator("#a").getByRole("alert").first().waitFor();
    assert.deepEqual(await intruders(page), []);
  }
  await page.evaluate((markup) => document.getElementById("a").setAttribute("parameters", markup), MARKUP[0]);
  await page.locator("#a").getByRole("alert").getByText(MARKUP[0]).first().waitFor();
  assert.deepEqual(await intruders(page), []);
  assert.equal(await page.evaluate(() => window.wasHacked), undefined);
});

test("markup in a record is text on the paper that is printed of it", async (t) => {
  const given = {
    ...record(),
    enterprise: { ...record().enterprise, name: MARKUP[0], penalties: [fined("2026-03-02", { category: MARKUP[1] })] },
  };
  const { page } = await openElement(t, given, {
    policy: LAX,
    init: () => {
      window.hacked = () => (top.wasHacked = true);
      window.print = () => {
        const found = document.querySelectorAll("img, script, svg[onload], iframe").length;
        top.printed = { text: document.body.textContent, found };
      };
    },
  });
  await page.evaluate(() => document.getElementById("a").print("report"));
  await page.waitForFunction(() => window.printed);
  const { text, found } = await page.evaluate(() => window.printed);
  assert.ok(text.includes(MARKUP[0]), text.slice(0, 200));
  assert.equal(found, 0);
  assert.equal(await page.evaluate(() => window.wasHacked), undefined);
});
