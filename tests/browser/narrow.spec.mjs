import assert from "node:assert/strict";
import test from "node:test";
import { becomes, openRecord, openSample, pickFirst, speak } from "./flows.mjs";
import { open } from "./harness.mjs";
import { screens } from "./screens.mjs";

for (const screen of screens) {
  test(`at 390 px nothing of the screen ${screen.name} lies outside`, async (t) => {
    const { page } = await open(t, { width: 390, height: 844 });
    await screen.show(page, "zh");
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(widths[0] <= widths[1], `${widths[0]} px of ${widths[1]}`);
  });
}

test("at 390 px the answer stands above the facts, and class and as-of date stay at the foot", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSample(page);
  await pickFirst(page);
  const top = async (selector) => (await page.locator(selector).boundingBox()).y;
  assert.ok((await top(".answer")) < (await top(".facts")));
  await page.locator(".facts").scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  for (const selector of [".bar .badge", "#as-of"]) {
    const box = await page.locator(selector).boundingBox();
    assert.ok(box.y > 700 && box.y + box.height <= 844 && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  }
  const bar = await page.locator(".bar").boundingBox();
  const field = await page.locator("#as-of").boundingBox();
  assert.ok(bar.x + bar.width <= field.x, "the class does not cover the date");
});

test("at 390 px the list scrolls by itself, below its search", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSample(page);
  const rows = await page.locator(".rows").evaluate((rows) => [rows.clientHeight, rows.scrollHeight]);
  assert.ok(rows[0] < 844 && rows[1] > rows[0], rows.join(" of "));
  const top = (await page.locator(".rows").boundingBox()).y;
  const first = await page.locator(".rows td.name").first().boundingBox();
  assert.ok(first.y - top < 60, `the first row lies ${first.y - top} px below the list's top`);
  await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
  const inWindow = async () => (await page.locator(".rows td.name").last().boundingBox()).y < 844;
  await becomes(inWindow, true, "the last row is in the window");
  assert.ok(await page.getByLabel("按名称或代码查找").isVisible());
});

test("on a wide screen both columns scroll by themselves and the class stays in view", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await pickFirst(page);
  await page.locator(".answer").evaluate((column) => column.scrollTo(0, column.scrollHeight));
  const badge = await page.locator(".head .badge").boundingBox();
  assert.ok(badge.y > 0 && badge.y < 300, JSON.stringify(badge));
  assert.equal(await page.locator(".facts").evaluate((column) => column.scrollTop), 0);
});

for (const language of ["zh", "en"]) {
  test(`at 390 px the class at the foot and the way back to today stand side by side, ${language}`, async (t) => {
    const { page } = await open(t, { width: 390, height: 800 });
    const court = { court_listings: [{ listed_on: "2026-01-05" }] };
    await openRecord(page, court, "2026-11-20");
    await speak(page, language);
    const boxes = [];
    for (const place of [".bar .badge", ".as-of > button", ".as-of label", "#as-of"]) {
      boxes.push(await page.locator(place).boundingBox());
    }
    const [badge, ...others] = boxes;
    for (const box of others) {
      const apart = badge.x + badge.width <= box.x || box.x + box.width <= badge.x || badge.y + badge.height <= box.y;
      assert.ok(apart, `${JSON.stringify(badge)} covers ${JSON.stringify(box)}`);
    }
    const [back, label] = others;
    assert.ok(label.x + label.width <= back.x, "the label has its room");
    assert.ok(back.height >= 24, `${back.height} px is high enough for a finger`);
  });
}
