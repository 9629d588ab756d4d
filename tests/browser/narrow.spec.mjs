import assert from "node:assert/strict";
import test from "node:test";
import { becomes, newRecord, openRecord, openSample, pickFirst, speak, started, write } from "./flows.mjs";
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

test("at 390 px the page scrolls through the list to its last row, and is there again on the way back", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSample(page);
  const rows = page.locator(".rows");
  assert.ok(await rows.evaluate((rows) => rows.scrollHeight <= rows.clientHeight), "the list is no box of its own");
  const count = Number(await page.locator(".rows table").getAttribute("aria-rowcount"));
  const last = page.locator(".rows tbody:not(.room) tr").last();
  const toTheEnd = async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return Number(await last.getAttribute("aria-rowindex"));
  };
  await becomes(toTheEnd, count);
  const inWindow = async () => {
    const { y, height } = await last.boundingBox();
    return y > 0 && y + height <= 844 - (await page.locator(".as-of").boundingBox()).height;
  };
  await becomes(inWindow, true, "the last row stands above the bar");
  const name = await last.locator("td.name a").innerText();
  await last.locator("td.name a").click();
  await page.locator(".answer .head").waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0, "an enterprise begins at its top");
  await page.goBack();
  const again = page.locator(".rows").getByRole("link", { name, exact: true });
  await becomes(async () => (await again.boundingBox())?.y < 844, true, "the row that was left is in sight");
});

test("at 390 px the order of the list is a field, and what is chosen in it holds", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSample(page);
  await page.getByLabel("排序").selectOption("penalties");
  const penalties = async () => {
    const cells = await page.locator(".rows td.number").allInnerTexts();
    return cells.map((cell) => Number(cell.match(/\d+/)[0]));
  };
  const sorted = (way) => async () => {
    const numbers = await penalties();
    return numbers.length > 1 && numbers.every((number, index) => index === 0 || way * (number - numbers[index - 1]) >= 0);
  };
  await becomes(sorted(-1), true, "the most penalties come first");
  await page.getByRole("button", { name: "降序" }).click();
  await becomes(sorted(1), true, "the fewest penalties come first");
});

test("at 390 px a record that is begun has its form first, as long as it is entered", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await started(page);
  await newRecord(page);
  const field = page.getByLabel("企业名称");
  const box = await field.boundingBox();
  assert.ok(box.y > 0 && box.y + box.height < 700, `the first field lies at ${box.y} px`);
  await write(page, "basics.name", "包头市示例有限公司");
  await write(page, "basics.uscc", "91150203MA0N00001T");
  await becomes(() => page.locator(".head .badge").innerText(), "●信用良好");
  assert.ok((await page.locator(".facts").boundingBox()).y < (await page.locator(".answer").boundingBox()).y, "nothing moved");
  await page.locator(".bar").getByRole("button", { name: "结论" }).click();
  await becomes(async () => Math.round((await page.locator(".answer").boundingBox()).y) < 100, true, "the answer is in view");
  await page.locator(".bar").getByRole("button", { name: "情况" }).click();
  await becomes(async () => Math.round((await page.locator(".facts").boundingBox()).y) >= 0, true, "the facts are in view");
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
