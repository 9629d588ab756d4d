// A press is on what is there when it begins: what leaving a field changes of the page moves nothing until the button is up.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes, drawn, newRecord } from "./flows.mjs";
import { open } from "./harness.mjs";

/** Presses a real button of the mouse on an element, and gives where it stood before and while the button was down. */
async function press(page, element) {
  const middle = async () => {
    const { x, y, width, height } = await element.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const before = await middle();
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await drawn(page);
  const during = await middle();
  await page.mouse.up();
  return [before, during];
}

test("words about a field that is left move nothing away from under the pointer, and the press counts", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  for (const [field, text, words] of [
    ["basics.registered_on", "昨天", "看不出“昨天”是哪一天"],
    ["basics.uscc", "123", "统一社会信用代码“123”不符合编码规则"],
  ]) {
    const add = page.locator(".list", { hasText: "经营异常名录" }).getByRole("button", { name: "添加" });
    const facts = page.locator('[id^="abnormal_listings."][id$=".reason"]');
    const count = await facts.count();
    await page.locator(`[id="${field}"]`).fill(text);
    const [before, during] = await press(page, add);
    assert.deepEqual(during, before);
    await page.locator(".facts").getByText(words).first().waitFor();
    await facts.first().waitFor();
    assert.equal(count, 0);
    await page.getByRole("button", { name: "撤销" }).click();
    await becomes(() => facts.count(), 0);
  }
});

test("a notice that another as-of date takes away stays until the button is up", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  await page.getByRole("button", { name: "打印评估报告" }).click();
  const notice = page.locator(".notice");
  await notice.waitFor();
  await page.locator("#as-of").fill("2026-11-20");
  const add = page.locator(".list", { hasText: "经营异常名录" }).getByRole("button", { name: "添加" });
  const [before, during] = await press(page, add);
  assert.deepEqual(during, before);
  await page.locator('[id="abnormal_listings.0.reason"]').waitFor();
  assert.equal(await notice.count(), 0);
  await becomes(() => page.locator("#as-of").inputValue(), "2026年11月20日");
});

test("a code that cannot be stands below its field", async (t) => {
  const { page } = await open(t);
  await newRecord(page);
  const code = page.locator('[id="basics.uscc"]');
  await code.fill("123");
  await code.press("Tab");
  const words = page.locator(".entry", { has: code }).getByText("不符合编码规则");
  await words.waitFor();
  const [field, note] = await Promise.all([code.boundingBox(), words.boundingBox()]);
  const gap = note.y - (field.y + field.height);
  assert.ok(gap >= 0 && gap < 40, `${gap} px below its field`);
});
