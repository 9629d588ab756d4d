// Markup and formulas in every field of every file: nothing but text on the page, on paper and in the files it saves.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { becomes, chooseFiles, creditCode, setAsOf, started, toStart, unfoldAll } from "./flows.mjs";
import { open } from "./harness.mjs";
import { BEGINS_FORMULA, FORMULAS, MARKUP, assertInert, readCsv, watchMarkup } from "./inert.mjs";
import { readPdf } from "./pdf.mjs";
import { readToml } from "./toml.mjs";

const FOLDER = new URL("../fixtures/district/", import.meta.url);
const TEXTS = [...MARKUP, ...FORMULAS];
const AS_OF = "2026-11-21";

const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows) => rows.map((row) => row.map(quote).join(",")).join("\r\n");

/** The kinds of tables, each with its head and a row of the made-up district. */
const KINDS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => {
    const bytes = readFileSync(new URL(encodeURIComponent(name), FOLDER));
    const utf8 = new TextDecoder("utf-8", { fatal: true });
    const decode = () => {
      try {
        return utf8.decode(bytes);
      } catch {
        return new TextDecoder("gb18030").decode(bytes);
      }
    };
    const [head, ...rows] = readCsv(decode());
    // Some rows of the made-up district are broken on purpose.
    return { name, head, row: rows.find((row) => !row.includes("不详")) };
  });

/**
 * A file of each kind that has a row for each of its columns and each text, with the text in that column; then a row with
 * a text in every column whose words are free, so that some are read as well. Whose row it is changes from row to row.
 */
function files() {
  const free = /名称|原因|机关|部门|法院|文号|事实|依据|内容|证照|类型|来源|单位|备注/;
  return KINDS.map(({ name, head, row }) => {
    const code = head.indexOf("统一社会信用代码");
    let number = 0;
    const rows = [head];
    for (const text of TEXTS) {
      head.forEach((_, column) => {
        const broken = [...row];
        broken[code] = creditCode(number++ % 60);
        broken[column] = text;
        rows.push(broken);
      });
      const whole = row.map((cell, column) => (free.test(head[column]) ? text : cell));
      whole[code] = creditCode(number++ % 60);
      // The kinds that are lists of words are read only by those.
      head.forEach((title, column) => {
        if (/^(列入原因|检查类型|线索类型|承诺类型|主体类型|违法行为类型)$/.test(title)) whole[column] = row[column];
      });
      rows.push(whole);
    }
    return { name: `<img src=x onerror=hacked()>${name}`, text: csv(rows) };
  });
}

/** Opens a page that watches what becomes of texts. */
async function openWatched(t) {
  const opened = await open(t, { prepare: watchMarkup });
  await started(opened.page);
  return opened;
}

const goTo = (page, hash) => page.evaluate((hash) => (location.hash = hash), hash);

/** The text of the file that a button offers. */
async function saved(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Asserts that no field of a saved CSV file would be worked out by a spreadsheet. */
function assertNoFormula({ name, bytes }) {
  const text = new TextDecoder(name.includes("GB") ? "gb18030" : "utf-8").decode(bytes);
  for (const field of readCsv(text).flat()) assert.ok(!BEGINS_FORMULA.test(field), `${name}: ${JSON.stringify(field)}`);
}

/** Looks at the record that stands on the page in every way there is, on the screen and on paper. */
async function lookAtRecord(page) {
  await page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
  await unfoldAll(page);
  await assertInert(page);
  for (const [place, paper] of ["打印评估报告", "打印信用修复告知书"].entries()) {
    await page.getByRole("button", { name: paper }).click();
    await page.waitForFunction((prints) => window.prints === prints, place + 1);
    await assertInert(page);
    const text = (await readPdf(await page.pdf({ preferCSSPageSize: true }))).join("");
    assert.ok(text.includes("hacked()"), `${paper} shows the text as it is`);
  }
  // The words of the first marks of the timeline.
  await page.locator("svg.timeline").focus();
  for (let mark = 0; mark < 5; mark++) {
    await page.keyboard.press("ArrowRight");
    await page.locator("#timeline-words").waitFor();
  }
  await assertInert(page);
}

test("in every field of every table, on every screen, in what is saved and printed", async (t) => {
  const { page } = await openWatched(t);
  await setAsOf(page, AS_OF);
  await chooseFiles(page, files());
  await page.locator(".rows td.name a").first().waitFor();
  await assertInert(page);
  const names = await page.locator(".rows td.name a").allInnerTexts();
  assert.ok(names.some((name) => name.includes("hacked()")), names.join("\n"));

  const exported = async (form) => {
    await page.getByText("导出名单").click();
    return saved(page, page.getByRole("button", { name: form }));
  };
  for (const form of ["CSV（UTF-8）", "CSV（GB18030）"]) assertNoFormula(await exported(form));
  const workbook = await exported("Excel（XLSX）");
  await page.getByRole("button", { name: "统计", exact: true }).click();
  await page.locator(".figure").nth(7).waitFor();
  await assertInert(page);
  // Those that have words of the files in them. The browser lets a page save ten files a second.
  for (const figure of ["各行政区划", "各监管领域", "各项理由"]) {
    assertNoFormula(await saved(page, page.locator(".figure", { hasText: figure }).getByRole("button", { name: "CSV" })));
  }
  await page.getByRole("button", { name: "比较", exact: true }).click();
  await page.getByRole("button", { name: "一年前", exact: true }).click();
  await page.locator(".list-page [role=status]", { hasText: "类别变化" }).waitFor();
  await assertInert(page);
  await page.getByRole("button", { name: "名单", exact: true }).click();
  await page.locator(".list-page [role=status]", { hasText: "评估" }).waitFor();

  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.locator(".problems tbody tr").first().waitFor();
  await unfoldAll(page);
  await assertInert(page);
  const told = await page.locator(".problems").innerText();
  for (const text of ["<script>hacked()</script>", "=HYPERLINK("]) assert.ok(told.includes(text), `${text} is told as it was met`);

  // Of every kind rows were read and rows were refused, so that both ways were gone.
  const counts = await page.locator(".files tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(-2).map((cell) => Number(cell.textContent))));
  assert.equal(counts.length, KINDS.length);
  for (const [rows, refused] of counts) assert.ok(refused > 0 && refused < rows, JSON.stringify(counts));

  await page.getByRole("link", { name: "列表" }).click();
  for (const text of ["<script>", "<svg"]) {
    await page.locator(".rows td.name a", { hasText: text }).first().click();
    await page.locator(".answer .head").waitFor();
    await lookAtRecord(page);
    await page.getByRole("link", { name: "列表" }).click();
  }

  // What the workbook says is read again as the same texts.
  await toStart(page);
  await chooseFiles(page, [workbook]);
  await page.locator(".rows td.name a, .problems tbody tr").first().waitFor();
  await assertInert(page);
});

/** The facts of a record with a text in each field that takes any. */
function facts(text) {
  return {
    uscc: creditCode(1),
    name: text,
    registered_on: "2015-03-02",
    sectors: ["food"],
    penalties: ["2026-03-12", "2025-06-01"].map((day) => ({
      document_no: `${text}${day}`,
      decided_on: day,
      published_on: day,
      kinds: ["fine", "suspension_of_business"],
      fine_yuan: 60000,
      authority: text,
      category: text,
      discretion: "ordinary",
    })),
    abnormal_listings: [{ reason: "annual_report", listed_on: "2026-01-05" }],
    serious_listings: [{ cause: text, listed_on: "2025-05-01" }],
    inspections: [{ on: "2026-05-01", department: text, result: "unrectified" }],
    leads: [{ kind: "complaint", received_on: "2026-10-01" }],
    commitments: [{ kind: "repair", made_on: "2026-01-01", breached_on: "2026-02-01" }],
  };
}

test("in every field of a record, in what is saved of it and on both papers", async (t) => {
  const { page } = await openWatched(t);
  const record = (text) => JSON.stringify({ format: "xinheng-record", version: 1, as_of: AS_OF, enterprise: facts(text) });
  const text = MARKUP.join(" ");
  await chooseFiles(page, [{ name: `${MARKUP[0]}.json`, text: record(text) }]);
  await page.locator(".answer .head").waitFor();
  await lookAtRecord(page);
  await toStart(page);
  // A record that cannot be opened is told with what stands in it.
  const broken = JSON.parse(record(text));
  Object.assign(broken.enterprise, { kind: MARKUP[0], [MARKUP[1]]: MARKUP[3], risk_grades: { [MARKUP[0]]: MARKUP[1] } });
  await chooseFiles(page, [{ name: `${MARKUP[0]}.json`, text: JSON.stringify(broken) }]);
  await page.getByRole("alert").first().waitFor();
  await assertInert(page);
});

/** Each text of a pack that is for people, with markup in front. */
function withMarkup(value) {
  if (Array.isArray(value)) return value.map(withMarkup);
  if (value === null || typeof value !== "object") return value;
  const isText = typeof value.zh === "string" && typeof value.en === "string";
  if (isText) return { ...value, zh: MARKUP[0] + value.zh, en: MARKUP[0] + value.en };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withMarkup(inner)]));
}

test("in every word of a file of rules, in the rules, the answer and on paper", async (t) => {
  const { page } = await openWatched(t);
  const pack = withMarkup(readToml("packs/baotou-2024.toml"));
  await chooseFiles(page, [{ name: `${MARKUP[0]}.json`, text: JSON.stringify(pack) }]);
  await page.locator("main").getByText("规则来自文件").first().waitFor();
  await assertInert(page);
  await goTo(page, "#/rules");
  await page.locator(".book details").first().waitFor();
  await unfoldAll(page);
  await assertInert(page);
  await toStart(page);
  const text = JSON.stringify({ format: "xinheng-record", version: 1, as_of: AS_OF, enterprise: facts(MARKUP[0]) });
  await chooseFiles(page, [{ name: "记录.json", text }]);
  await page.locator(".answer .head").waitFor();
  await lookAtRecord(page);
});
