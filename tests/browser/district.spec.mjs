import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { inflateRawSync } from "node:zlib";
import { all, AS_OF, FOLDER, hits, openDistrict, printedPages } from "./district.mjs";
import { becomes, chooseFiles, showActions, toStart } from "./flows.mjs";
import { open } from "./harness.mjs";
import { readPdf } from "./pdf.mjs";

/** The texts of a column of the rows that are drawn; before the first stands the box by which a row is selected. */
const column = (page, place) =>
  page.locator(`.rows tbody:not(.room) td:nth-child(${place + 1})`).evaluateAll((cells) => cells.map((cell) => cell.textContent));

test("filters narrow the list, are counted, and go again", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.getByRole("combobox", { name: "理由", exact: true }).selectOption({ label: await page.locator("#by-reason option[value=abnormal_list]").innerText() });
  const listed = await hits(page, count);
  assert.ok(listed > 0 && listed < count, `${listed} of ${count}`);
  await page.getByRole("combobox", { name: "监管领域", exact: true }).selectOption("food");
  const food = await hits(page, listed);
  assert.ok(food > 0 && food < listed, `${food} of ${listed}`);
  await becomes(() => page.locator(".filters h2").innerText(), "筛选（2项）");
  await becomes(() => page.locator(".choices button").first().innerText(), `全部 ${food}`);
  await page.getByRole("button", { name: "清除筛选" }).click();
  assert.equal(await hits(page, food), count);
  await becomes(() => page.getByRole("combobox", { name: "理由", exact: true }).inputValue(), "");
});

test("overdue inspections and possible repairs are found, and say so in their rows", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.getByRole("combobox", { name: "检查", exact: true }).selectOption("overdue");
  const overdue = await hits(page, count);
  for (const cell of await column(page, 6)) assert.match(cell, /逾期/);
  for (const cell of await column(page, 6)) assert.doesNotMatch(cell, /无检查记录/);
  await page.getByRole("combobox", { name: "检查", exact: true }).selectOption("never");
  const never = await hits(page, overdue);
  assert.ok(never > 0 && never < count, `${never} of ${count}`);
  // Who was never visited is not late with the next visit.
  for (const cell of await column(page, 6)) {
    assert.match(cell, /无检查记录/);
    assert.doesNotMatch(cell, /逾期/);
  }
  await page.getByRole("combobox", { name: "检查", exact: true }).selectOption("");
  assert.equal(await hits(page, never), count);
  await page.getByRole("button", { name: "现在可申请修复" }).click();
  const now = await hits(page, count);
  assert.ok(now > 0);
  for (const cell of await column(page, 7)) assert.equal(cell, "现在");
  // The list of its own and the filter are the same choice.
  await becomes(() => page.getByRole("combobox", { name: "信用修复", exact: true }).inputValue(), "now");
  await page.getByRole("button", { name: "现在可申请修复" }).click();
  assert.equal(await hits(page, now), count);
});

test("the key cases are a list of their own", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.getByRole("button", { name: "重点案件候选" }).click();
  const cases = await hits(page, count);
  assert.ok(cases > 0 && cases < count);
  for (const cell of await column(page, 1)) assert.match(cell, /重点案件候选/);
});

test("a column orders the rows, and the other way round when pressed again", async (t) => {
  const page = await openDistrict(t);
  await all(page);
  const head = (name) => page.locator(".rows th", { hasText: name });
  const ordered = async (name, sort) => {
    await head(name).getByRole("button").click();
    await page.locator(`.rows th[aria-sort=${sort}]`, { hasText: name }).waitFor();
    await page.locator(".rows tbody:not(.room) tr").first().waitFor();
  };
  await ordered("行政处罚", "descending");
  const most = (await column(page, 5)).map(Number);
  assert.deepEqual(most, [...most].sort((one, other) => other - one));
  assert.ok(most[0] > most.at(-1));
  await ordered("行政处罚", "ascending");
  assert.equal(Number((await column(page, 5))[0]), 0);
  await ordered("统一社会信用代码", "ascending");
  const codes = await column(page, 3);
  assert.deepEqual(codes, [...codes].sort());
});

test("a row opens its enterprise, and the way back leads to the same place of the same list", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.locator(".choices button", { hasText: "信用风险一般" }).click();
  const general = await hits(page, count);
  await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, 6000));
  await page.waitForFunction(() => {
    const sight = document.querySelector(".rows").getBoundingClientRect();
    return [...document.querySelectorAll(".rows td.name")].some((cell) => cell.getBoundingClientRect().top > sight.top + 200);
  });
  const name = await page.locator(".rows").evaluate((rows) => {
    const top = rows.getBoundingClientRect().top + 200;
    return [...rows.querySelectorAll("td.name a")].find((link) => link.getBoundingClientRect().top > top).textContent;
  });
  await page.locator(".rows td.name a", { hasText: name }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.goBack();
  const row = page.locator(".rows td.name a", { hasText: name }).first();
  await row.waitFor();
  const inSight = async () => {
    const [sight, place] = [await page.locator(".rows").boundingBox(), await row.boundingBox()];
    return place.y > sight.y && place.y < sight.y + sight.height;
  };
  await becomes(inSight, true, "the row is in sight");
  assert.equal(await all(page), general);
});

test("at 390 px the filters are a sheet over the rows, which closes with what it found", async (t) => {
  const page = await openDistrict(t, { width: 390, height: 844 });
  const count = await all(page);
  const opener = page.locator(".filters > button");
  assert.equal(await page.getByRole("combobox", { name: "信用修复", exact: true }).isVisible(), false);
  await opener.click();
  await page.getByRole("combobox", { name: "信用修复", exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  const sheet = await page.locator(".filter-fields").boundingBox();
  assert.deepEqual([sheet.x, sheet.y, sheet.width, sheet.height], [0, 0, 390, 844]);
  await page.getByRole("combobox", { name: "监管领域", exact: true }).selectOption("food");
  const food = await hits(page, count);
  await page.getByRole("button", { name: `显示 ${food} 户` }).click();
  assert.equal(await page.getByRole("combobox", { name: "信用修复", exact: true }).isVisible(), false);
  assert.equal(await opener.innerText(), "筛选（1项）");
  assert.ok(await opener.evaluate((button) => button === document.activeElement), "the focus is where it was");
  await opener.click();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("combobox", { name: "信用修复", exact: true }).isVisible(), false);
});

test("filters stand in a column of their own and are as they were after an enterprise was looked at", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  const sector = page.getByRole("combobox", { name: "监管领域", exact: true });
  const before = await sector.boundingBox();
  await sector.selectOption("food");
  await hits(page, count);
  assert.deepEqual(await sector.boundingBox(), before, "nothing moves when something is chosen");
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
  await page.goBack();
  await page.locator(".rows td.name a").first().waitFor();
  assert.equal(await sector.inputValue(), "food");
  assert.ok(await sector.isVisible());
});

test("enterprises that are selected one by one are exported and printed alone", async (t) => {
  const page = await openDistrict(t);
  const names = await page.locator(".rows td.name a").allInnerTexts();
  for (const name of [names[0], names[2]]) await page.getByRole("checkbox", { name: `选择${name}` }).check();
  await page.getByText("已选 2 户").waitFor();
  // What is selected stays so whatever the list is narrowed to.
  const count = await all(page);
  await page.getByRole("combobox", { name: "监管领域", exact: true }).selectOption("food");
  await hits(page, count);
  await page.getByText("导出所选").click();
  const { bytes } = await download(page, "CSV（UTF-8）");
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  const head = lines.findIndex((line) => line.startsWith('"统一社会信用代码"'));
  assert.deepEqual(lines.slice(head + 1).map((line) => line.split('","')[1]).sort(), [names[0], names[2]].sort());
  assert.ok(lines.slice(0, head).some((line) => line.includes("所选的2户")));
  const text = (await printedPages(page, "打印所选")).join("");
  for (const name of [names[0], names[2]]) assert.ok(text.includes(name.replace(/\s+/g, "")), name);
  assert.ok(!text.includes(names[1].replace(/\s+/g, "")));
  await page.getByRole("button", { name: "取消选择" }).click();
  await page.getByText("已选 2 户").waitFor({ state: "detached" });
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 0);
});

test("columns are left out and added, for the screen and for paper, and stay so after a reload", async (t) => {
  const page = await openDistrict(t);
  const heads = () => page.locator(".rows thead th:not(.select-one)").allInnerTexts();
  assert.ok(!(await heads()).includes("行政区划"));
  await page.getByText("栏目", { exact: true }).click();
  await page.getByRole("checkbox", { name: "行政区划" }).check();
  await page.getByRole("checkbox", { name: "统一社会信用代码" }).uncheck();
  await page.keyboard.press("Escape");
  const chosen = ["信用类别", "企业名称", "行政区划", "主要理由", "行政处罚", "最迟检查日", "可申请修复"];
  assert.deepEqual(await heads(), chosen);
  assert.match((await column(page, 3)).join("，"), /昆都仑区|青山区|东河区|九原区/);
  const count = await all(page);
  await page.getByRole("button", { name: "重点案件候选" }).click();
  await hits(page, count);
  const text = (await printedPages(page, "打印名单")).join("");
  assert.ok(text.includes("行政区划") && !text.includes("统一社会信用代码"));
  page.on("dialog", (question) => question.accept());
  await page.reload();
  await toStart(page);
  await chooseFiles(page, [{ name: "经营主体.csv", bytes: readFileSync(new URL("经营主体.csv", FOLDER)) }]);
  await page.locator(".rows td.name a").first().waitFor();
  assert.deepEqual(await heads(), chosen);
});

test("on a screen of 1280 px all columns of the list stand side by side, and the whole reason of a key case is there", async (t) => {
  const page = await openDistrict(t);
  const [inside, whole] = await page.locator(".rows").evaluate((rows) => [rows.clientWidth, rows.scrollWidth]);
  assert.ok(whole <= inside, `${whole} px of ${inside}`);
  const room = await page.locator(".rows td.reason").first().evaluate((cell) => cell.clientWidth);
  assert.ok(room >= 230, `${room} px for the reason`);
});

for (const width of [1280, 390]) {
  test(`what can be done with the list drops down over it and within the page, ${width} px`, async (t) => {
    const page = await openDistrict(t, { width });
    await showActions(page);
    const place = () => page.locator(".rows table").evaluate((table) => table.getBoundingClientRect().top);
    const before = await place();
    const menus = await page.locator(".list-actions .menu").all();
    assert.ok(menus.length >= 3);
    for (const menu of menus) {
      await menu.locator("summary").click();
      const { x, width: wide } = await menu.locator(".menu-content").boundingBox();
      const name = await menu.locator("summary").innerText();
      assert.ok(x >= 0 && x + wide <= width, `${name}: from ${x} to ${x + wide}`);
      assert.equal(await place(), before, `${name} moves nothing`);
      await page.keyboard.press("Escape");
    }
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
  });
}

test("figures have their title and their rules on paper, and their numbers beside their bars on a telephone", async (t) => {
  const page = await openDistrict(t, { width: 390, height: 844 });
  await page.getByRole("button", { name: "统计", exact: true }).click();
  const first = page.locator(".figure .scroll").first();
  await first.waitFor();
  const [inside, whole] = await first.evaluate((box) => [box.clientWidth, box.scrollWidth]);
  assert.ok(whole <= inside, `${whole} px of ${inside}`);
  assert.equal(await page.locator(".on-paper").isVisible(), false);
  await page.emulateMedia({ media: "print" });
  await page.locator(".on-paper h1", { hasText: "统计" }).waitFor();
  assert.match(await page.locator(".on-paper").innerText(), /baotou-2024/);
  const fills = await page.locator(".figure rect:not([class=green]):not([class=amber]):not([class=red])").evaluateAll((rects) => [
    ...new Set(rects.map((rect) => getComputedStyle(rect).fill)),
  ]);
  assert.ok(fills.every((fill) => fill !== "rgb(0, 0, 0)"), fills.join());
});

test("the list is printed whole, as a table with its title, day, rules and numbered rows", async (t) => {
  const page = await openDistrict(t);
  const everyone = await all(page);
  await page.getByRole("button", { name: "信用风险一般" }).click();
  const count = await hits(page, everyone);
  assert.ok(count > 200, `${count} are more than are drawn`);
  const text = (await printedPages(page, "打印名单")).join("");
  assert.match(text, /企业列表/);
  assert.match(text, /2026年11月21日/);
  assert.match(text, /sha256:[0-9a-f]{64}/);
  assert.ok(text.includes(`共${count}户`));
  const last = await lastName(page);
  assert.ok(text.includes(last.replace(/\s+/g, "")), `${last}, the last of the list, is printed`);
  // The page itself is there again.
  await page.locator(".rows td.name a").first().waitFor();
  assert.equal(await page.locator(".list-paper").count(), 0);
});

test("regions are called by their names", async (t) => {
  const page = await openDistrict(t);
  const options = await page.locator("#by-region option").allInnerTexts();
  assert.ok(options.includes("昆都仑区"), options.join("，"));
  assert.ok(!options.some((words) => /^\d+$/.test(words)), options.join("，"));
  await page.getByRole("button", { name: "统计", exact: true }).click();
  const regions = page.locator(".figure", { hasText: "各行政区划" }).locator("tbody th");
  await regions.first().waitFor();
  assert.ok((await regions.allInnerTexts()).includes("昆都仑区"));
});

test("whose key case rests on something else than its class says so in its row", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.getByRole("button", { name: "重点案件候选" }).click();
  await hits(page, count);
  for (const row of await page.locator(".rows tbody:not(.room) tr").all()) {
    const titles = await row.locator("td.reason").innerText();
    assert.match(titles, /处罚|严重违法|线索|案件/, titles);
  }
});

/** The name of the last enterprise of the list. */
async function lastName(page) {
  await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
  const last = page.locator(".rows tbody:not(.room) tr").last();
  const count = Number(await page.locator(".rows table").getAttribute("aria-rowcount"));
  await becomes(async () => Number(await last.getAttribute("aria-rowindex")), count);
  return last.locator("td.name a").innerText();
}

/** The bytes of the file that a button offers, and its name. */
async function download(page, button) {
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await offered;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("what is shown is exported as CSV and as a workbook, by the same rows in the same order", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.getByRole("button", { name: "重点案件候选" }).click();
  const cases = await hits(page, count);
  const names = await page.locator(".rows td.name a").allInnerTexts();

  const exported = async (form) => {
    await page.getByText("导出名单").click();
    return download(page, form);
  };
  const utf8 = await exported("CSV（UTF-8）");
  assert.equal(utf8.name, `企业名单_${AS_OF}.csv`);
  assert.deepEqual([...utf8.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(utf8.bytes);
  const lines = text.trimEnd().split("\r\n");
  const head = lines.findIndex((line) => line.startsWith('"统一社会信用代码"'));
  const above = lines.slice(0, head).join("\n");
  assert.match(above, /评估日：2026年11月21日　共\d+行[\s\S]*sha256:[0-9a-f]{64}[\s\S]*重点案件候选/);
  assert.equal(lines.length - head - 1, cases);
  assert.deepEqual(
    lines.slice(head + 1, head + 1 + names.length).map((line) => line.split('","')[1]),
    names,
  );

  const gb18030 = await exported("CSV（GB18030）");
  assert.equal(new TextDecoder("gb18030", { fatal: true }).decode(gb18030.bytes), text);

  const workbook = await exported("Excel（XLSX）");
  assert.equal(workbook.name, `企业名单_${AS_OF}.xlsx`);
  assert.equal(workbook.bytes.subarray(0, 4).toString("latin1"), "PK\x03\x04");
  assert.ok(workbook.bytes.length > 1000 && workbook.bytes.length < utf8.bytes.length * 2);
});

test("the figures stand as tables with bars, follow the filters, and are files of their own", async (t) => {
  const page = await openDistrict(t);
  const count = await all(page);
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.locator(".figure").first().waitFor();
  const titles = await page.locator(".figure h2").allInnerTexts();
  assert.equal(titles.length, 8, titles.join("，"));
  const numbers = (title, place) =>
    page
      .locator(".figure", { hasText: title })
      .locator("tbody tr")
      .evaluateAll((rows, place) => rows.map((row) => Number(row.cells[place].textContent)), place);
  // Name, bar, then the numbers.
  const classes = await numbers("各类企业数量", 2);
  assert.equal(classes[0] + classes[1] + classes[2], classes[3]);
  assert.ok(classes[3] > 0 && classes[3] < count, `${classes[3]} of ${count} are neither revoked nor deregistered`);
  const months = await numbers("今后十二个月类别预测", 2);
  assert.equal(months.length, 13);
  assert.equal(months[0], classes[0]);
  // As long as the number: the bars of one table are shares of the greatest.
  const bars = await page
    .locator(".figure", { hasText: "各类企业数量" })
    .locator("tbody svg")
    .evaluateAll((bars) => bars.map((bar) => [...bar.children].reduce((sum, part) => sum + Number(part.getAttribute("width")), 0)));
  assert.deepEqual(
    bars,
    classes.map((number) => Math.floor((number * 1000) / classes[3])),
  );
  await page.getByRole("combobox", { name: "登记状态", exact: true }).selectOption("deregistered");
  await page.getByText(/^统计 \d+ 户。$/).waitFor();
  const gone = await numbers("各类企业数量", 2);
  assert.equal(gone[3] + classes[3], count);
  await page.getByRole("combobox", { name: "登记状态", exact: true }).selectOption("");
  await page.getByText("不含已吊销、已注销").waitFor();

  const offered = page.waitForEvent("download");
  await page.locator(".figure", { hasText: "各类企业数量" }).getByRole("button", { name: "CSV" }).click();
  const file = await offered;
  assert.equal(file.suggestedFilename(), `各类企业数量_${AS_OF}.csv`);
  const text = readFileSync(await file.path(), "utf8");
  for (const number of classes) assert.ok(text.includes(`,${number},`), text);
  assert.match(text, /sha256:[0-9a-f]{64}/);
  await page.getByRole("button", { name: "名单", exact: true }).click();
  await page.locator(".rows td.name a").first().waitFor();
});

test("figures are printed whole, with what they were narrowed to; of the list the rows in sight", async (t) => {
  const page = await openDistrict(t);
  const printed = async () => readPdf(await page.pdf({ preferCSSPageSize: true }));
  await page.getByRole("combobox", { name: "监管领域", exact: true }).selectOption("food");
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.locator(".figure").first().waitFor();
  await page.getByText(/^统计 \d+ 户/).waitFor();
  const titles = await page.locator(".figure h2").allInnerTexts();
  const text = (await printed()).join("");
  for (const title of titles) assert.ok(text.includes(title), `${title} is printed`);
  assert.ok(text.includes("监管领域：食品"), "what the figures were narrowed to is printed");
  assert.ok(!text.includes("导出"), "no control is printed");
  const last = await page.locator(".figure").last().locator("tbody tr").last().innerText();
  assert.ok(text.includes(last.replace(/\s+/g, "")), `${last} is printed`);

  await page.getByRole("button", { name: "名单", exact: true }).click();
  await page.locator(".rows td.name a").first().waitFor();
  const codes = await page.locator(".rows td.code").allInnerTexts();
  const pages = await printed();
  const paper = pages.join("");
  for (const code of codes) assert.ok(paper.includes(code.trim()), `${code} is printed`);
  assert.ok(paper.includes("只印出屏幕上附近的行"), "that it is not all is printed");
  assert.ok(pages.length < 40, `${pages.length} pages: no room is printed for rows that are not drawn`);
});

test("a parameter that was changed is marked, with both values, in every file, in the tables and on paper", async (t) => {
  const page = await openDistrict(t);
  await all(page);
  await page.evaluate(() => (location.hash = "#/rules/ten_penalties.count"));
  const parameter = page.locator('[id="rules-ten_penalties.count"]');
  await parameter.getByText("修改", { exact: true }).click();
  await parameter.locator("input").first().fill("8");
  await parameter.locator("input").first().press("Enter");
  await page.locator(".changes-banner").waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  await page.locator(".rows td.name a").first().waitFor();
  await page.getByText("导出名单").click();
  const marked = /数值已改动——[^\n]*：规则中为10次，现按8次/;
  const list = await download(page, "CSV（UTF-8）");
  assert.match(list.bytes.toString("utf8"), marked);
  await page.getByText("导出名单").click();
  const workbook = await download(page, "Excel（XLSX）");
  assert.match(wordsOf(workbook.bytes), marked);
  await page.emulateMedia({ media: "print" });
  await page.locator(".on-paper", { hasText: "规则中为10次，现按8次" }).waitFor();
  await page.emulateMedia({ media: "screen" });

  await page.getByRole("button", { name: "统计", exact: true }).click();
  const figure = page.locator(".figure", { hasText: "各类企业数量" });
  await figure.waitFor();
  await page.getByText(marked).waitFor();
  const offered = page.waitForEvent("download");
  await figure.getByRole("button", { name: "导出此表（CSV）" }).click();
  assert.match(readFileSync(await (await offered).path(), "utf8"), marked);
});

/** All the text in the parts of a workbook. */
function wordsOf(bytes) {
  let words = "";
  for (let at = 0; (at = bytes.indexOf("PK\x03\x04", at, "latin1")) >= 0; at += 4) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      // What follows the part is not looked at: the part says itself where it ends.
      words += inflateRawSync(bytes.subarray(from)).toString("utf8");
    } catch {
      // Bytes that only look like the head of a part.
    }
  }
  return words;
}
