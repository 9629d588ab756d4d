import assert from "node:assert/strict";
import test from "node:test";
import { becomes, newRecord, openRecord, openSample, openSampleEnterprise, pickFirst, speak, started, toStart, write } from "./flows.mjs";
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

test("at 390 px the first enterprise of the list is in the upper part of the screen, its actions behind a button", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSample(page);
  const { y } = await page.locator(".rows td.name a").first().boundingBox();
  assert.ok(y < 570, `the first name lies at ${y} px`);
  const print = page.getByRole("button", { name: "打印名单" });
  assert.equal(await print.count(), 0);
  const more = page.getByRole("button", { name: "打印、导出、更新、保留…" });
  await more.click();
  await print.waitFor();
  await becomes(() => more.getAttribute("aria-expanded"), "true");
  await more.click();
  await print.waitFor({ state: "hidden" });
  // Whoever selects is about to do something with the selection.
  await page.locator(".rows .select-one input").first().check();
  await page.getByRole("button", { name: "打印所选" }).waitFor();
});

test("at 390 px no table of numbers is wider than the screen, and each number has its word", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSample(page);
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.locator(".figure").first().waitFor();
  const cut = () =>
    page.locator(".scroll").evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.innerText));
  assert.deepEqual(await cut(), []);
  const number = page.locator(".figure", { hasText: "各行政区划" }).locator("td.green").first();
  assert.equal(await number.evaluate((cell) => getComputedStyle(cell, "::before").content), '"信用良好"');
  await page.getByRole("button", { name: "名单", exact: true }).click();
  await pickFirst(page);
  await page.locator(".dues tr").first().waitFor({ state: "attached" });
  assert.deepEqual(await cut(), []);
});

test("at 390 px the bar at the foot says whole, in either language, that there is no assessment", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  const words = page.locator(".bar .badge");
  const isWhole = () => words.evaluate((words) => words.scrollWidth <= words.clientWidth);
  await newRecord(page);
  await becomes(() => words.innerText(), "不评估");
  assert.ok(await isWhole());
  await toStart(page);
  await openRecord(page, { registered_on: "2026-12-01" }, "2026-11-21");
  await becomes(() => words.innerText(), "不评估");
  assert.ok(await isWhole());
  await speak(page, "en");
  await becomes(() => words.innerText(), "not assessed");
  assert.ok(await isWhole());
});

test("at 390 px a penalty in the list of publication deadlines begins at the edge of its line", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openSampleEnterprise(page);
  const blanks = await page.locator(".dues td:first-child").evaluateAll((cells) =>
    cells.map((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return Math.round(words.getClientRects()[0].left - cell.getBoundingClientRect().left);
    }),
  );
  assert.ok(blanks.length > 1);
  assert.deepEqual(blanks, blanks.map(() => 0));
});

test("at 390 px a paper can be printed below the answer as well as above it", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openRecord(page, { court_listings: [{ listed_on: "2026-01-05" }] }, "2026-11-20");
  await page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
  const buttons = page.getByRole("button", { name: "打印评估报告" });
  await becomes(() => buttons.count(), 2);
  await buttons.last().click();
  await page.waitForFunction(() => window.prints === 1);
  assert.ok((await buttons.last().boundingBox()).y > (await page.locator(".reasons").boundingBox()).y);
});

test("a telephone is told nothing of keys", async (t) => {
  const { page } = await open(t, { width: 390, height: 844, path: "#/help", context: { hasTouch: true, isMobile: true } });
  await page.locator(".help h2").first().waitFor();
  assert.equal(await page.getByRole("heading", { name: "键盘" }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "键盘" }).count(), 0);
  await page.getByRole("heading", { name: "浏览器" }).waitFor();
});

test("at 390 px a penalty that is added has its first field above the bar at the foot", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openRecord(page, { court_listings: [{ listed_on: "2026-01-05" }] }, "2026-11-20");
  for (const name of ["添加 行政处罚", "添加 信用承诺"]) {
    await page.getByRole("button", { name }).click();
    const place = async () => {
      const bar = (await page.locator(".as-of").boundingBox()).y;
      return page.evaluate((bar) => {
        const { activeElement: field } = document;
        const { top, bottom } = field.getBoundingClientRect();
        return field.closest(".fact-form") !== null && top >= 0 && bottom <= bar;
      }, bar);
    };
    await becomes(place, true, `${name}: the field that has the focus is in sight`);
  }
});
