// What happens where the worker's answers come late, or the page draws slowly, as on an old machine or with a large
// district: a person goes on choosing meanwhile, and nothing that is late undoes that.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes, chooseFiles, drawn, openSample, started, toStart } from "./flows.mjs";
import { open } from "./harness.mjs";

/** So many ms late the page hears of its worker. */
const LATE_MS = 400;

/**
 * Makes the answers of workers late that are started from now on; what was under way then comes at once. `window.unanswered`
 * is how many requests wait for their answer.
 */
const late = (page) =>
  page.evaluate((ms) => {
    window.unanswered = 0;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...more) {
      if (message?.request) window.unanswered += 1;
      postMessage.call(this, message, ...more);
    };
    const { set } = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
    Object.defineProperty(Worker.prototype, "onmessage", {
      set(hear) {
        this.hears = hear;
        const heard = (event) => {
          // A worker that was let go is heard of no more.
          if (this.hears !== hear) return;
          hear(event);
          if (event.data?.Answer) window.unanswered -= 1;
        };
        set.call(this, hear && ((event) => setTimeout(heard, ms, event)));
      },
    });
  }, LATE_MS);

/** Waits until every request has its answer, and the page has drawn what came of it. */
async function answered(page) {
  await page.waitForFunction(() => window.unanswered === 0);
  await drawn(page);
}

/**
 * Makes the page as slow to draw as can be: between drawing and what follows it there is always room for events.
 * `window.meanwhile`, where it is set, is called there; `window.toFollow` counts what is still to follow.
 */
const drawSlowly = (page) =>
  page.evaluate((ms) => {
    const { now } = Date;
    const { setTimeout } = window;
    let passed = 0;
    Date.now = () => now() + (passed += 20);
    window.toFollow = 0;
    window.setTimeout = (does, after, ...values) => {
      if (after) return setTimeout(does, after, ...values);
      window.toFollow += 1;
      return setTimeout(() => {
        window.meanwhile?.();
        does();
        window.toFollow -= 1;
      }, ms);
    };
  }, LATE_MS / 4);

/** Writes down from now on what a field holds whenever something is drawn. */
async function watch(field) {
  const watched = await field.evaluateHandle((field) => {
    const held = [field.value];
    const hold = () => held.at(-1) !== field.value && held.push(field.value);
    field.addEventListener("input", hold);
    const frame = () => {
      hold();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return held;
  });
  return { held: () => watched.jsonValue() };
}

/** Goes so many entries down by the keyboard; gives those gone through, that of the beginning among them. */
async function goDown(page, field, presses) {
  const options = await field.locator("option").evaluateAll((options) => options.map((option) => option.value));
  const first = options.indexOf(await field.inputValue());
  await field.focus();
  for (let press = 0; press < presses; press++) await page.keyboard.press("ArrowDown");
  return options.slice(first, first + presses + 1);
}

const CODE = "91150203MAE0YWCM6D";
const PENALTIES = `统一社会信用代码,处罚类别,罚款金额（元）,作出处罚之日\n${CODE},罚款,60000,2026-03-12\n`;

/** The report on a file whose column of days has a name of the office's own; the field that says what it is. */
async function report(t) {
  const { page } = await open(t);
  await started(page);
  await late(page);
  await chooseFiles(page, [{ name: "处罚.csv", text: PENALTIES }]);
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  const column = page.getByLabel("“作出处罚之日”用作");
  await column.waitFor();
  return { page, column };
}

test("entries gone through by the keyboard stay as chosen, and the last one holds", async (t) => {
  const { page, column } = await report(t);
  const { held } = await watch(column);
  const gone = await goDown(page, column, 3);
  await answered(page);
  assert.deepEqual(await held(), gone, "it goes on and never back");
  assert.equal(await column.inputValue(), gone[3]);
});

test("the field that says what a table is keeps the focus when its columns change", async (t) => {
  const { page } = await report(t);
  const kind = page.getByLabel("这张表是");
  const { held } = await watch(kind);
  const gone = await goDown(page, kind, 1);
  await page.getByText("更正还没有用上，重新读入后生效。").waitFor();
  await answered(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "file-kind");
  assert.deepEqual(await held(), gone);
});

test("what is asked while the files are read again shows nothing of a district that is not there", async (t) => {
  const { page, column } = await report(t);
  await column.selectOption("处罚决定日期");
  const again = page.getByRole("button", { name: "按更正重新读入" });
  await again.waitFor();
  await page.evaluate(() => {
    window.seen = [];
    const watch = () => document.body.innerText.includes("共 0 户企业") && window.seen.push(location.hash);
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  // Both within a moment, before the page has heard that the files are being read again.
  await again.evaluate((button) => {
    button.click();
    document.querySelector("#problems-by-level").dispatchEvent(new Event("change", { bubbles: true }));
    button.click();
  });
  await page.getByText("已按更正重新读入").waitFor();
  await column.waitFor();
  assert.deepEqual(await page.evaluate(() => window.seen), []);
  await becomes(() => column.inputValue(), "处罚决定日期");
});

test("words that were deleted again do not come back, and cleared filters are clear", async (t) => {
  const { page } = await open(t);
  await started(page);
  await late(page);
  await openSample(page);
  const words = page.getByLabel("按名称或代码查找");
  const ofWords = await watch(words);
  for (const key of ["Z", "Backspace"]) {
    await words.press(key);
    // Both are asked: what is typed while the page draws is asked once.
    await drawn(page);
  }
  await answered(page);
  assert.deepEqual(await ofWords.held(), ["", "Z", ""]);

  const sector = page.getByRole("combobox", { name: "监管领域", exact: true });
  const ofSector = await watch(sector);
  const gone = await goDown(page, sector, 3);
  await drawn(page);
  await answered(page);
  assert.deepEqual(await ofSector.held(), gone);
  await words.fill("示例");
  await drawn(page);
  await sector.selectOption(gone[1]);
  await drawn(page);
  await page.getByRole("button", { name: "清除筛选" }).click();
  await drawn(page);
  await answered(page);
  assert.deepEqual(await ofWords.held(), ["", "Z", "", "示例", ""]);
  assert.deepEqual(await ofSector.held(), [...gone, gone[1], ""]);
});

test("of two pages asked for one soon after the other the last is shown", async (t) => {
  // The build that has both is there.
  const { page } = await open(t, { path: "#/rules" });
  await page.getByRole("heading", { level: 1, name: "规则" }).waitFor();
  await toStart(page);
  await drawSlowly(page);
  await page.evaluate(() => {
    window.meanwhile = () => {
      if (document.querySelector("h1").textContent !== "规则") return;
      location.hash = "#/help";
      delete window.meanwhile;
    };
    location.hash = "#/rules";
  });
  await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
  await page.waitForFunction(() => window.toFollow === 0);
  assert.equal(new URL(page.url()).hash, "#/help");
  await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
});

test("where drawing is slow, files that are soon read again are shown all the same", async (t) => {
  const { page, column } = await report(t);
  await drawSlowly(page);
  const again = async (field, chosen) => {
    await field.selectOption(chosen);
    await page.getByRole("button", { name: "按更正重新读入" }).click();
    await page.getByText("已按更正重新读入").waitFor();
    await becomes(() => field.inputValue(), chosen);
  };
  await again(column, "处罚决定日期");
  const fine = page.getByLabel("“罚款金额（元）”用作");
  const own = await fine.inputValue();
  for (const chosen of ["-", own, "-"]) await again(fine, chosen);
});
