import assert from "node:assert/strict";
import test from "node:test";
import { becomes, drawn, fined as aFine, openRecord, setAsOf, speak } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

/** A fine that is published for a year. */
const fined = (decided_on, more = {}) => aFine(decided_on, { category: `违法行为${decided_on}`, ...more });

/** Penalties spread evenly over the five years before November 2026. */
const many = (count) =>
  Array.from({ length: count }, (_, place) => {
    const day = new Date(Date.UTC(2026, 10, 1) - ((place * 1826) / count) * 86_400_000);
    return fined(day.toISOString().slice(0, 10), place % 3 ? {} : { kinds: ["suspension_of_business"] });
  });

/** What stands in every lane, past, current and to come. */
const full = {
  registered_on: "2018-03-01",
  penalties: [fined("2019-05-06"), fined("2025-06-07"), fined("2026-03-02"), fined("2026-10-12")],
  abnormal_listings: [
    { reason: "unreachable", listed_on: "2020-02-03", removed_on: "2020-09-01" },
    { reason: "annual_report", listed_on: "2026-07-08" },
  ],
  inspections: [{ on: "2026-05-06", result: "clean" }],
};

const lane = (page, name) =>
  page.locator(".timeline .lane", { has: page.locator(":scope > text", { hasText: new RegExp(`^${name}$`) }) });
const marks = (page, name) => lane(page, name).locator(".mark");
const press = (page, name) => page.locator("#timeline-tools").getByRole("button", { name, exact: true }).click();
const shown = (page) => page.locator("#timeline-shown").innerText();
const words = (page) => page.locator("#timeline-words").innerText();

/** Waits until the period in words is another than before, and gives it. */
async function changed(page, before) {
  await page.waitForFunction((before) => document.querySelector("#timeline-shown").innerText !== before, before);
  return shown(page);
}

/** How many stretches the marks stand for: a mark with a number for so many, any other for one. */
const stretches = (page) =>
  page.locator("svg.timeline .mark").evaluateAll((marks) => {
    const numbers = marks.map((mark) => mark.querySelector("text")?.textContent.match(/^\d+$/)?.[0] ?? 1);
    return numbers.reduce((sum, number) => sum + Number(number), 0);
  });

test("at first everything is in view, and a period leaves out what is older or later", async (t) => {
  const { page } = await open(t);
  await openRecord(page, full, "2026-11-21");
  assert.match(await shown(page), /^2019年1月1日至20\d\d年1月1日$/);
  await becomes(() => marks(page, "处罚").count(), 4);
  assert.equal(await page.locator(".timeline .today text").innerHTML(), "评估日 2026年11月21日");
  await press(page, "近3年");
  await page.locator("#timeline-shown", { hasText: "更早的" }).waitFor();
  await becomes(() => marks(page, "处罚").count(), 3);
  await becomes(() => marks(page, "名录").count(), 1);
  await press(page, "今后");
  await page.waitForFunction(() => document.querySelector("[aria-pressed=true]").textContent === "今后");
  await becomes(() => marks(page, "处罚").count(), 1, "that of some weeks ago");
  const coming = page.locator(".mark.coming[aria-label^='2027年1月12日，可申请信用修复']");
  assert.equal(await coming.count(), 1);
  assert.equal(await page.locator(".timeline .today").count(), 1);
});

test("zooming and moving by the buttons ends where everything ends", async (t) => {
  const { page } = await open(t);
  await openRecord(page, full, "2026-11-21");
  const whole = await shown(page);
  const button = (name) => page.locator("#timeline-tools").getByRole("button", { name, exact: true });
  for (const name of ["缩小", "更早", "更晚"]) {
    assert.equal(await button(name).getAttribute("aria-disabled"), "true", `${name}: all of it is in view`);
  }
  await press(page, "放大");
  const half = await changed(page, whole);
  assert.equal(await page.locator(".timeline .today").count(), 1, "the as-of date stays in view");
  await press(page, "更早");
  const earlier = await changed(page, half);
  assert.ok(earlier < half, `${earlier} begins before ${half}`);
  await press(page, "缩小");
  assert.equal(await changed(page, earlier), whole);
  let before = whole;
  for (let presses = 0; (await button("放大").getAttribute("aria-disabled")) === "false"; presses++) {
    assert.ok(presses < 12, "zooming in comes to an end");
    await press(page, "放大");
    before = await changed(page, before);
  }
  await button("放大").focus();
  await page.keyboard.press("Enter");
  await drawn(page);
  assert.equal(await shown(page), before);
  assert.equal(await button("放大").evaluate((button) => button === document.activeElement), true);
});

test("the arrow keys lead to a mark, whose words are shown, and Enter to its fact", async (t) => {
  const { page } = await open(t);
  await openRecord(page, full, "2026-11-21");
  await page.locator("#timeline-tools button").last().focus();
  await page.keyboard.press("Tab");
  await page.locator("svg.timeline:focus").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await becomes(() => words(page), "行政处罚 2025年6月7日 罚款6万元 违法行为2025-06-07");
  assert.equal(await page.locator(".mark:focus").getAttribute("aria-label"), await words(page));
  await page.keyboard.press("ArrowDown");
  await becomes(
    () => words(page),
    "2025年6月7日至2026年6月7日，公示期（2025年6月7日 罚款6万元 违法行为2025-06-07）",
  );
  await page.keyboard.press("End");
  await becomes(() => words(page), /，信用风险一般$/);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.locator("#fact-penalties-0:focus").waitFor();
});

test("the picture is one stop of the Tab key", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: many(200) }, "2026-11-21");
  await page.locator("svg.timeline").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("svg")), null);
  await page.locator("summary:focus", { hasText: "时间线列表" }).waitFor();
});

test("pointing says the same words, which stay, and a press leads to the fact", async (t) => {
  const { page } = await open(t);
  const penalties = [fined("2026-03-02", { category: "<b>甲</b>" }), fined("2025-06-07")];
  await openRecord(page, { penalties }, "2026-11-21");
  const mark = marks(page, "处罚").last();
  await mark.hover();
  await becomes(() => words(page), "行政处罚 2026年3月2日 罚款6万元 <b>甲</b>");
  assert.equal(await mark.getAttribute("aria-label"), await words(page));
  await page.mouse.move(2, 2);
  assert.notEqual(await words(page), "");
  await marks(page, "公示").last().click();
  await page.locator("#fact-penalties-0:focus").waitFor();
});

test("a mark without a fact leads to the section it comes from", async (t) => {
  const { page } = await open(t, { height: 500 });
  await openRecord(page, full, "2026-11-21");
  await marks(page, "类别").first().locator("rect").click();
  const inWindow = async () => {
    const { y } = await page.locator("#forecast").boundingBox();
    return y >= 0 && y < 500;
  };
  await becomes(inWindow, true, "the section is in the window");
});

test("plus, minus and the page keys zoom and move, and the picture keeps the focus", async (t) => {
  const { page } = await open(t);
  await openRecord(page, full, "2026-11-21");
  const whole = await shown(page);
  await page.locator("svg.timeline").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("+");
  const half = await changed(page, whole);
  await page.locator("svg.timeline:focus").waitFor();
  await becomes(() => words(page), "", "words of a mark that may be gone are gone");
  await page.keyboard.press("PageUp");
  const earlier = await changed(page, half);
  assert.ok(earlier < half, `${earlier} begins before ${half}`);
  await page.keyboard.press("PageDown");
  assert.equal((await changed(page, earlier)) > earlier, true);
  await page.keyboard.press("-");
  await page.waitForFunction((whole) => document.querySelector("#timeline-shown").innerText === whole, whole);
});

test("the chosen period goes along with the as-of date", async (t) => {
  const { page } = await open(t);
  await openRecord(page, full, "2026-11-21");
  await press(page, "前后1年");
  await page.locator("#timeline-shown", { hasText: "2025年11月20日至2027年11月22日" }).waitFor();
  await setAsOf(page, "2025-11-21");
  await page.locator("#timeline-shown", { hasText: "2024年11月20日至2026年11月22日" }).waitFor();
  const year = await shown(page);
  await press(page, "放大");
  await changed(page, year);
  await setAsOf(page, "2025-12-21");
  await page.locator(".timeline .today text", { hasText: "2025年12月21日" }).waitFor();
  await page.locator("#timeline-shown", { hasText: "2025年6月21日至2026年6月22日" }).waitFor();
});

for (const count of [1, 12, 200]) {
  test(`with ${count} penalties the table has as many rows as stretches are drawn`, async (t) => {
    const { page } = await open(t);
    await openRecord(page, { ...full, penalties: many(count) }, "2026-11-21");
    const table = page.locator("#timeline-table");
    assert.equal(await table.locator("tr").count(), 0, "nothing is drawn while it is folded");
    await table.locator("summary").click();
    await table.locator("tbody tr").first().waitFor();
    const rows = await table.locator("tbody tr").count();
    assert.ok(rows > count * 2, `${rows} rows`);
    await becomes(() => stretches(page), rows);
    assert.ok((await table.locator("summary").innerText()).includes(`${rows}`));
    const height = (await page.locator("svg.timeline").boundingBox()).height;
    assert.ok(height < 700, `the picture is ${height} px high`);
    await table.locator("tbody tr button").first().click();
    await page.locator("#fact-penalties-0:focus").waitFor();
  });
}

test("a number tells how many it stands for, and comes apart when it is pressed", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { penalties: many(200) }, "2026-11-21");
  const number = lane(page, "处罚").locator(".mark", { has: page.locator("text") }).first();
  const count = Number(await number.locator("text").innerHTML());
  assert.ok(count > 1);
  await number.hover();
  await becomes(() => words(page), /\n行政处罚/);
  const lines = (await words(page)).split("\n");
  assert.match(lines[0], new RegExp(`^处罚：${count}项，2021年`));
  assert.match(lines[1], /^行政处罚 2021年/);
  assert.equal(await number.getAttribute("aria-label"), lines[0]);
  const before = await shown(page);
  await number.click();
  await changed(page, before);
  await becomes(async () => (await marks(page, "处罚").count()) > 5, true, "there is more to be seen now");
});

test("marks of a lane do not cover each other, however many", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await openRecord(page, { ...full, penalties: many(200) }, "2026-11-21");
  for (const period of ["全部", "近3年", "前后1年", "今后"]) {
    await press(page, period);
    await page.locator("#timeline-tools [aria-pressed=true]", { hasText: period }).waitFor();
    const covered = await page.locator(".timeline .lane").evaluateAll((lanes) => {
      const boxes = (mark) => [...mark.children].map((shape) => shape.getBoundingClientRect());
      const over = (a, b) => a.left < b.right - 1.5 && b.left < a.right - 1.5 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      return lanes.flatMap((lane) => {
        const marks = [...lane.querySelectorAll(".mark")];
        return marks.flatMap((mark, place) =>
          marks
            .slice(place + 1)
            .filter((other) => boxes(mark).some((a) => boxes(other).some((b) => over(a, b))))
            .map((other) => `${mark.getAttribute("aria-label")} | ${other.getAttribute("aria-label")}`),
        );
      });
    });
    assert.deepEqual(covered, [], period);
  }
});

for (const [language, width] of [["zh", 390], ["en", 390], ["zh", 620], ["zh", 900]]) {
  test(`names along the top keep apart and within the screen, ${language}, ${width} px`, async (t) => {
    const { page } = await open(t, { width, height: 844 });
    await openRecord(page, full, "2026-11-21");
    await speak(page, language);
    const buttons = page.locator("#timeline-tools button");
    // All, three years, a year either side, to come, and closer and closer from there.
    for (const press of [0, 1, 2, 3, 0, 4, 4, 4, 4, 4, 4]) {
      await buttons.nth(press).click();
      await drawn(page);
      const boxes = await page.locator(".tick text").evaluateAll((names) =>
        names.map((name) => name.getBoundingClientRect()).filter((box) => box.width > 0).map(({ left, right }) => [left, right]),
      );
      boxes.sort(([one], [other]) => one - other);
      const period = await shown(page);
      assert.ok(boxes.length >= 2, `${period}: ${boxes.length} names`);
      for (const [place, [, right]] of boxes.entries()) {
        const next = boxes[place + 1]?.[0] ?? width;
        assert.ok(right < next, `${period}: name ${place} ends at ${right}, the next begins at ${next}`);
      }
    }
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    assert.ok(widths[0] <= widths[1], widths.join(" of "));
  });
}

test("what is to come is dashed and empty, what was is neither", async (t) => {
  const { page } = await open(t);
  await openRecord(page, full, "2026-11-21");
  const look = (locator) =>
    locator.evaluate((shape) => [getComputedStyle(shape).strokeDasharray, getComputedStyle(shape).fill]);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [pastDash, pastFill] = await look(marks(page, "处罚").first().locator("circle"));
  assert.equal(pastDash, "none");
  assert.notEqual(pastFill, ground);
  // The listing of July runs on: solid up to the as-of date, dashed after it.
  const running = marks(page, "名录").last().locator("rect");
  assert.equal((await look(running.first()))[0], "none");
  const [dash, fill] = await look(running.last());
  assert.notEqual(dash, "none");
  assert.equal(fill, ground);
  const [solid, rest] = [await running.first().boundingBox(), await running.last().boundingBox()];
  const today = await page.locator(".today line").boundingBox();
  assert.ok(Math.abs(solid.x + solid.width - today.x) < 3 && Math.abs(rest.x - today.x) < 3);
});

test("on paper there is the whole picture with its names, and no button", async (t) => {
  const { page } = await open(t);
  await openRecord(page, { ...full, penalties: many(12) }, "2026-11-21");
  await marks(page, "处罚").first().hover();
  await page.emulateMedia({ media: "print" });
  // The width of A4 between margins of a centimetre and a half.
  await page.setViewportSize({ width: 680, height: 1000 });
  const picture = await page.locator("svg.timeline").boundingBox();
  assert.ok(picture.width > 500 && picture.x + picture.width <= 680, JSON.stringify(picture));
  for (const name of ["处罚", "公示", "名录", "检查", "修复", "类别"]) {
    assert.ok(await lane(page, name).locator("> text").isVisible(), name);
  }
  assert.ok(await page.locator(".tick text").first().isVisible());
  assert.ok(await page.locator(".today text").isVisible());
  assert.ok(await page.locator("#timeline-shown").isVisible(), "which period it is");
  for (const gone of ["#timeline-tools button", "#timeline-words", "#timeline-hint", "#timeline-table summary"]) {
    assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  }
});

for (const [language, width, colorScheme] of [["zh", 390, "dark"], ["en", 1280, "light"]]) {
  test(`axe finds nothing on the timeline with its table open, ${language}, ${width} px, ${colorScheme}`, async (t) => {
    const { page } = await open(t, { width, height: 844, context: { colorScheme } });
    // Enough for marks that stand for several: what axe takes grows with the square of the elements.
    await openRecord(page, { ...full, penalties: many(60) }, "2026-11-21");
    await speak(page, language);
    await page.locator(".timeline .mark", { has: page.locator("text") }).first().waitFor();
    await page.locator("#timeline-table summary").click();
    await page.locator("#timeline-table tbody tr").first().waitFor();
    await page.locator(".timeline .mark").first().hover();
    await assertAccessible(page);
  });
}
