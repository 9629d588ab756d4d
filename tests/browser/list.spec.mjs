// The list of a district and its figures, as a person looks at them, prints them and saves them.
import assert from "node:assert/strict";
import test from "node:test";
import { all, hits, openDistrict, printedPages } from "./district.mjs";
import { becomes, chooseFiles, started } from "./flows.mjs";
import { open } from "./harness.mjs";
import { readPdf } from "./pdf.mjs";

test("a file that was saved is named, in sight, and the menu it came from is closed", async (t) => {
  const page = await openDistrict(t);
  await page.getByText("导出名单", { exact: true }).click();
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV（UTF-8）", exact: true }).click();
  const name = (await offered).suggestedFilename();
  const said = page.getByText(`已保存为“${name}”。`);
  await said.waitFor();
  assert.equal(await page.locator("details.export").getAttribute("open"), null);
  await becomes(() => page.evaluate(() => document.activeElement.innerText), "导出名单");
  // From far below as well.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "统计", exact: true }).click();
  const table = page.waitForEvent("download");
  await page.locator(".figure button").last().click();
  const figure = page.getByText(`已保存为“${(await table).suggestedFilename()}”。`);
  await figure.waitFor();
  const { y } = await figure.boundingBox();
  assert.ok(y >= 0 && y < 844, `${y} px`);
});

test("names are found whatever their brackets, in either width and any order of their parts", async (t) => {
  const { page } = await open(t);
  await started(page);
  const names = ["包头市甲乙（测试）有限公司", "测试甲乙(包头)有限公司", "包头市丙丁有限公司"];
  const codes = ["91150203MAE0YWCM6D", "91350100M000100Y43", "91150203MAE83FQEFU"];
  const text = `统一社会信用代码,企业名称,登记状态\n${names.map((name, place) => `${codes[place]},${name},存续\n`).join("")}`;
  await chooseFiles(page, [{ name: "经营主体.csv", text }]);
  await page.locator(".rows td.name a").nth(2).waitFor();
  const found = async () => (await page.locator(".rows td.name a").allInnerTexts()).sort();
  const both = names.slice(0, 2).sort();
  for (const words of ["甲乙（测试）", "甲乙(测试)", "（测试）甲乙", "测试 甲乙"]) {
    await page.locator("#search").fill("丙丁");
    await becomes(found, [names[2]]);
    await page.locator("#search").fill(words);
    await becomes(found, both, words);
  }
  await page.locator("#search").fill("甲乙测试有限");
  await becomes(found, [names[0]], "written without the brackets");
});

test("the class of an enterprise breaks at its comma only", async (t) => {
  const page = await openDistrict(t);
  await page.getByRole("button", { name: "信用风险一般" }).click();
  const badge = page.locator(".rows .badge.amber").first();
  await badge.waitFor();
  const lines = await badge.evaluate((badge) => {
    const range = document.createRange();
    range.selectNodeContents(badge);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
  });
  assert.equal(lines, 1);
});

test("bars have the colours of their classes, and a key of the same colour", async (t) => {
  const page = await openDistrict(t);
  await page.getByRole("button", { name: "统计", exact: true }).click();
  const regions = page.locator(".figure", { hasText: "各行政区划" });
  await regions.waitFor();
  const colours = {};
  for (const code of ["green", "amber", "red"]) {
    const bar = await regions.locator(`.bars rect.${code}`).first().evaluate((rect) => getComputedStyle(rect).fill);
    assert.equal(await regions.locator(`thead .key.${code}`).evaluate((key) => getComputedStyle(key).color), bar, code);
    assert.equal(await page.locator(`.choices .badge.${code}`).evaluate((badge) => getComputedStyle(badge).color), bar, code);
    colours[bar] = code;
  }
  assert.equal(Object.keys(colours).length, 3, "each another");
});

test("the shares of the classes are a hundred per cent together", async (t) => {
  const page = await openDistrict(t);
  await page.getByRole("button", { name: "统计", exact: true }).click();
  const rows = page.locator(".figure").first().locator("tbody tr td:last-child");
  await rows.first().waitFor();
  const shares = (await rows.allInnerTexts()).map((share) => Math.round(parseFloat(share) * 10));
  assert.equal(shares.at(-1), 1000);
  assert.equal(shares.slice(0, -1).reduce((sum, share) => sum + share), 1000);
});

test("the button of the figures prints them: their title first, no head broken within a word", async (t) => {
  const page = await openDistrict(t);
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.locator(".figure").first().waitFor();
  await page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
  await page.getByRole("button", { name: "打印统计" }).click();
  await page.waitForFunction(() => window.prints === 1);
  const [first] = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  assert.doesNotMatch(first, /评估日2026年/, "the day stands below the title, and not alone above it");
  assert.match(first, /按2026年11月21日评估/);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 900 });
  const broken = await page.locator(".figure thead th").evaluateAll((heads) =>
    heads.flatMap((head) => {
      const range = document.createRange();
      const letters = [];
      for (const walk = document.createTreeWalker(head, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
        for (let place = 0; place < walk.currentNode.length; place += 1) {
          range.setStart(walk.currentNode, place);
          range.setEnd(walk.currentNode, place + 1);
          letters.push({ letter: range.toString(), top: range.getBoundingClientRect().top });
        }
      }
      // A word goes on in another line only behind a comma or before a bracket.
      const isBroken = ({ letter, top }, place) =>
        place > 0 && top > letters[place - 1].top + 4 && !/[、，]/.test(letters[place - 1].letter) && letter !== "（";
      return letters.some(isBroken) ? [head.textContent] : [];
    }),
  );
  assert.deepEqual(broken, []);
});

test("the list on paper lies on its side, with fourteen rows or more a page, each whole and its day in one line", async (t) => {
  const page = await openDistrict(t);
  const everyone = await all(page);
  await page.getByRole("button", { name: "信用风险一般" }).click();
  await hits(page, everyone);
  const pages = await printedPages(page, "打印名单");
  const numbers = pages.map((text) => [...text.matchAll(/(?<=^|[^\d])91150\w{13}|(?<=^|[^\d])9[23]150\w{13}/g)].length);
  assert.ok(numbers.slice(0, -1).every((count) => count >= 14), numbers.join());
});

test("an enterprise of the list has the name of its region beside the code, on its page and on paper", async (t) => {
  const page = await openDistrict(t);
  await page.locator("#by-region").selectOption({ label: "昆都仑区" });
  await becomes(() => page.locator(".filters h2").innerText(), "筛选（1项）");
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
  const field = page.locator(".entry", { has: page.locator('[id="basics.region"]') });
  await becomes(() => field.locator("input").inputValue(), "150203");
  assert.equal(await field.locator(".unit").innerText(), "昆都仑区");
  await page.locator('[id="basics.region"]').fill("150204");
  await page.keyboard.press("Tab");
  await becomes(() => field.locator(".unit").innerText(), "青山区");
  await page.evaluate(() => (window.print = () => {}));
  await page.getByRole("button", { name: "打印评估报告" }).click();
  await page.locator(".paper").waitFor({ state: "attached" });
  assert.match((await readPdf(await page.pdf({ preferCSSPageSize: true }))).join(""), /行政区划150204青山区/);
});

test("a key case is called a candidate that is still to be decided, wherever it is told", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  const decided = async () => (await page.locator("body").innerText()).match(/重点案件(?!候选|的处罚次数|的统计年限)/g) ?? [];
  await page.getByRole("button", { name: "重点案件候选" }).click();
  await hits(page, count);
  assert.deepEqual(await decided(), [], "in the list");
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head .tag", { hasText: "重点案件候选" }).waitFor();
  await page.getByText("重点案件候选（待认定）").first().waitFor();
  assert.deepEqual(await decided(), [], "on its page");
  await page.evaluate(() => (window.print = () => {}));
  await page.getByRole("button", { name: "打印评估报告" }).click();
  await page.locator(".paper").waitFor({ state: "attached" });
  const paper = (await readPdf(await page.pdf({ preferCSSPageSize: true }))).join("");
  assert.ok(paper.includes("重点案件候选（待认定）"));
  assert.deepEqual(paper.match(/重点案件(?!候选)/g), null, "on paper");
});
