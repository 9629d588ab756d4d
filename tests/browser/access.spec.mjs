import assert from "node:assert/strict";
import test from "node:test";
import { openSample } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { screens } from "./screens.mjs";

for (const screen of screens) {
  for (const [language, width] of [
    ["zh", 1280],
    ["en", 1280],
    ["zh", 390],
  ]) {
    test(`axe finds nothing on ${screen.name}, light and dark, ${language}, ${width} px`, async (t) => {
      const { page } = await open(t, { width, height: 844 });
      await screen.show(page, language);
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const seen = new Set();
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        seen.add(await background());
        await assertAccessible(page);
      }
      assert.equal(seen.size, 2, "the colours are others");
    });
  }
}

test("from the start to a fact behind a reason by the keyboard alone", async (t) => {
  const { page } = await open(t);
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const tabTo = async (pattern) => {
    for (let presses = 0; presses < 60; presses++) {
      if (pattern.test(await focused())) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not lead to ${pattern}`);
  };
  await page.locator(".sample button").first().waitFor();
  await tabTo(/^看一批虚构企业$/);
  await page.keyboard.press("Enter");
  await page.locator(".rows td.name a").first().waitFor();
  await tabTo(/有限公司$/);
  await page.keyboard.press("Enter");
  await page.locator(".reasons summary").first().waitFor();
  await tabTo(/^近3年内受到/);
  await page.keyboard.press("Enter");
  await page.locator(".reasons button.link").first().waitFor();
  await tabTo(/^行政处罚 \d{4}年/);
  await page.keyboard.press("Enter");
  await page.locator(".facts li:focus").waitFor();
});

test("a row of the list is one link as wide as the list", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  const name = await page.locator(".rows td.name a").first().innerText();
  const { x, y } = await page.locator(".rows td.number").first().boundingBox();
  await page.mouse.click(x + 2, y + 2);
  await page.getByRole("heading", { level: 1, name }).waitFor();
});
