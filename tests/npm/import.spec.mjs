// Tables of an office, and rows of a portal, as records: the made-up district against the list of what is broken in it.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { fileURLToPath } from "node:url";
import test, { before } from "node:test";
import { open } from "../browser/harness.mjs";
import { pack } from "../browser/zip.mjs";
import { AT_MEMORY, project, runIn } from "./project.mjs";

const DISTRICT = fileURLToPath(new URL("../fixtures/district/", import.meta.url));
const WORKBOOKS = fileURLToPath(new URL("../fixtures/workbooks/", import.meta.url));

let folder;
before(async () => void (folder = await project()));

/** What scripts read fixtures with: Files of a folder, by their names. */
const FILES = `
  import fs from "node:fs";
  const files = (folder, names) => names.map((name) => new File([fs.readFileSync(folder + name)], name));
`;

/** One penalty of the double publicity, by the codes of its columns; `more` are other cells. */
const row = (more = {}) => ({
  CF_XDR_MC: "示例有限公司",
  CF_XDR_SHXYM: "91350100M000100Y43",
  CF_XDR_ZJHM: "152801199001011234",
  CF_WSH: "包市监处罚〔2025〕1号",
  CF_CFLB: "罚款",
  CF_NR_FK: 0.5,
  CF_JDRQ: "2025/3/2",
  ...more,
});

test("the district is read as its list of broken cells says, and each record is a request", async () => {
  const manifest = JSON.parse(await fs.readFile(`${DISTRICT}manifest.json`, "utf8"));
  const names = Object.keys(manifest.rows);
  const told = await runIn(
    folder,
    `import { assessBatch, importFiles } from "xinheng";
    ${FILES}
    const { records, ...report } = await importFiles(files(given.folder, given.names), { asOf: "2026-11-21" });
    const answers = await assessBatch(records);
    const wrong = answers.filter((answer) => "errors" in answer).length;
    tell({ ...report, count: records.length, first: records[0], wrong });`,
    { folder: DISTRICT, names },
  );
  const shown = ({ file, row, column = "", value, code }) => [file, row, column, value, code].join(" | ");
  const broken = manifest.broken.filter(({ level }) => level === "refused").map(shown);
  const refused = told.refusals.map((problem) => shown({ ...problem, file: names[problem.file] }));
  assert.deepEqual(refused.sort(), broken.sort());
  assert.equal(told.refused, broken.length);
  assert.equal(told.noticed, told.notices.length);
  for (const { message } of [...told.refusals, ...told.notices]) assert.ok(message.zh && message.en);
  assert.equal(told.natural_persons, manifest.natural_persons);
  assert.deepEqual(told.tables.map(({ name }) => name), names);
  assert.equal(told.tables.find(({ kind }) => kind === "penalties").rows, manifest.rows["行政处罚.csv"]);
  assert.ok(told.count > 1900, String(told.count));
  assert.equal(told.first.as_of, "2026-11-21");
  assert.equal(told.wrong, 0);
});

test("workbooks are read beside text, new ones and old ones", async () => {
  const told = await runIn(
    folder,
    `import { importFiles } from "xinheng";
    ${FILES}
    const [text] = files(given.district, ["经营主体.csv"]);
    for (const [name, firm] of [["excel.xlsx", "示例一有限公司"], ["excel.xls", "示例1号有限公司"]]) {
      const { records, tables } = await importFiles([text, ...files(given.workbooks, [name])]);
      const found = records.find(({ enterprise }) => enterprise.name === firm);
      given[name] = { count: records.length, found, sheets: tables.map(({ sheet }) => sheet ?? null) };
    }
    tell([given["excel.xlsx"], given["excel.xls"]]);`,
    { district: DISTRICT, workbooks: WORKBOOKS },
  );
  for (const { count, found, sheets } of told) {
    assert.ok(count > 1900, String(count));
    assert.equal(found.enterprise.registered_on, "2024-05-28");
    assert.equal("as_of" in found, false);
    assert.deepEqual(sheets.slice(0, 2), [null, "经营主体"]);
  }
});

test("rows of the double publicity become penalties, and what cannot be read is told by row and column", async () => {
  const told = await runIn(
    folder,
    `import { init, assess, importRows } from "xinheng";
    given[0]["公示日期"] = new Date(2025, 2, 12);
    const { records, refusals, notices, tables } = await importRows(given, "penalties", { asOf: "2026-11-21" });
    await init();
    tell({ records, refusals, notices, tables, answer: assess(records[0]) });`,
    [row(), row({ CF_WSH: "2号", CF_JDRQ: "2025-02-30" }), row({ CF_WSH: "3号", CF_NR_WFFF: "很多" })],
  );
  assert.equal(told.records.length, 1);
  const [first, second] = told.records[0].enterprise.penalties;
  assert.deepEqual(
    [first.document_no, first.decided_on, first.published_on, first.kinds, first.fine_yuan],
    ["包市监处罚〔2025〕1号", "2025-03-02", "2025-03-12", ["fine"], 5000],
  );
  assert.deepEqual([second.document_no, second.fine_yuan, "confiscated_yuan" in second], ["3号", 5000, false]);
  const place = ({ row, column, code }) => [row, column, code].join(" ");
  assert.deepEqual(told.refusals.map(place), ["2 CF_JDRQ not_a_date"]);
  assert.match(told.refusals[0].message.zh, /^第 2 行“.*2025-02-30/, "a portal's rows have no sheet and no header above");
  assert.match(told.refusals[0].message.en, /^Row 2 of those given, .*2025-02-30/);
  assert.deepEqual(told.notices.map(place), ["3 CF_NR_WFFF not_a_number"]);
  assert.equal(told.tables[0].kind, "penalties");
  assert.ok(!JSON.stringify(told).includes("152801199001011234"), "what is about persons goes nowhere");
  assert.equal(told.answer.repair.length, 2);
});

test("columns and words of a portal's own are read as its layout says", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const rows = [{ code: "91350100M000100Y43", who: "示例有限公司", state: "正常", fine: 1 }];
    const layout = {
      kind: "register",
      columns: { code: "统一社会信用代码", who: "企业名称", state: "登记状态", fine: "" },
      words: { 登记状态: { 正常: "存续" } },
    };
    const unsaid = await importRows(rows, "register");
    const { records, notices, tables } = await importRows(rows, layout);
    tell({ unsaid: unsaid.records.length, records, notices, unused: tables[0].unused_columns });`,
  );
  assert.equal(told.unsaid, 0);
  const enterprise = { uscc: "91350100M000100Y43", name: "示例有限公司", kind: "company", status: "active" };
  assert.deepEqual(told.records, [{ enterprise }]);
  assert.deepEqual([told.notices, told.unused], [[], ["fine"]]);
});

test("an amount is told in the unit that the layout says", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const row = (fine) => ({ code: "91350100M000100Y43", type: "罚款", day: "2026-03-02", no: fine, fine });
    const read = (meant) => importRows([row("若干"), row("5000")], { kind: "penalties", columns: { code: "统一社会信用代码",
      type: "处罚类别", day: "处罚决定日期", no: "行政处罚决定书文号", fine: meant } });
    const all = [];
    for (const meant of ["罚款金额（元）", "罚款金额（万元）", "CF_NR_FK"]) {
      const { tables, refusals, notices, records } = await read(meant);
      all.push([tables[0].columns.find(({ name }) => name === "fine").read_as, refusals[0].message.zh,
        records[0].enterprise.penalties[0].fine_yuan, notices.map(({ code }) => code)]);
    }
    tell(all);`,
  );
  assert.deepEqual(told.slice(0, 2).map(([as]) => as), ["罚款金额（元）", "罚款金额（万元）"]);
  assert.match(told[0][1], /“fine”（罚款金额（元））写的是“若干”/);
  assert.match(told[1][1], /“fine”（罚款金额（万元））/);
  assert.deepEqual(told.map(([, , fine]) => fine), [5000, 50_000_000, 50_000_000]);
  assert.deepEqual(told.map(([, , , notices]) => notices), [[], [], []]);
});

/** What may be said of a column of penalties. */
const PENALTIES =
  "统一社会信用代码, 行政相对人名称, 行政相对人类别, 行政处罚决定书文号, 违法行为类型, 处罚类别, 罚款金额（元）, 罚款金额（万元）, " +
  "没收违法所得、没收非法财物的金额（元）, 没收违法所得、没收非法财物的金额（万元）, 处罚决定日期, 处罚有效期, 处罚机关, 公示日期, 处罚程序, 监管领域, " +
  "裁量阶次, 履行完毕日期, 消除危害日期, 信用承诺日期, 信用修复日期, 撤销日期, CF_XDR_SHXYM, CF_XDR_MC, CF_XDR_LB, CF_WSH, CF_WFXW, CF_CFLB, " +
  "CF_NR_FK, CF_NR_WFFF, CF_JDRQ, CF_YXQ, CF_CFJG";

test("an amount of which the layout says no unit is refused with both, and all that is named as fitting is taken", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const row = { code: "91350100M000100Y43", type: "罚", day: "2026-03-02", a: 6 };
    const columns = { code: "CF_XDR_SHXYM", type: "CF_CFLB", day: "CF_JDRQ" };
    const read = async (a, words = { CF_CFLB: { 罚: "罚款" } }) => {
      try {
        const { records } = await importRows([row], { kind: "penalties", columns: { ...columns, a }, words });
        // A 6 is no day, and refuses its row: the column is taken all the same.
        return records[0]?.enterprise.penalties[0] ?? "row refused";
      } catch ({ code, detail }) {
        return [code, detail];
      }
    };
    const refused = [];
    for (const a of ["罚款金额", "罚款金额（块）", "没收违法所得、没收非法财物的金额", "罚金"]) refused.push(await read(a));
    refused.push(await read("", { 处罚类型: { 罚: "罚款" } }));
    const [, fits] = refused[3][1].split(" (");
    const taken = [];
    for (const a of fits.slice(0, -1).split(", ")) if (!Object.values(columns).includes(a)) taken.push([a, await read(a)]);
    tell({ refused, taken });`,
  );
  const both = (name) => `${name}（元）, ${name}（万元）`;
  const seized = "没收违法所得、没收非法财物的金额";
  assert.deepEqual(told.refused, [
    ["bad_layout", `columns.a: 罚款金额 (${both("罚款金额")})`],
    ["bad_layout", `columns.a: 罚款金额（块） (${both("罚款金额")})`],
    ["bad_layout", `columns.a: ${seized} (${both(seized)})`],
    ["bad_layout", `columns.a: 罚金 (${PENALTIES})`],
    ["bad_layout", "words.处罚类型 (处罚类别, 处罚程序, 监管领域, 裁量阶次, CF_CFLB)"],
  ]);
  const taken = Object.fromEntries(told.taken);
  const yuan = [taken["罚款金额（元）"], taken["罚款金额（万元）"], taken.CF_NR_FK].map(({ fine_yuan }) => fine_yuan);
  assert.deepEqual([...yuan, taken.CF_NR_WFFF.confiscated_yuan], [6, 60_000, 60_000, 60_000]);
  // Three are said of other columns already: to say them twice is refused as that.
  const doubled = Object.entries(taken).filter(([, found]) => Array.isArray(found)).map(([name]) => name);
  assert.deepEqual(doubled, ["统一社会信用代码", "处罚类别", "处罚决定日期"]);
});

/** The columns of a register. */
const REGISTER = "统一社会信用代码, 企业名称, 主体类型, 成立日期, 登记状态, 行政区划, 行业代码, 监管领域, 风险等级";

test("what is no layout is told with its place and what fits there", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const detail = (layout) => importRows([{ a: 1 }], layout).then(() => "taken", ({ code, detail }) => [code, detail].join(" "));
    tell(await Promise.all([
      5, ["penalties"], () => {}, { kind: 5 }, { kind: "fines" }, { colums: {} }, { columns: ["a"] }, { columns: new Map() },
      { columns: { a: 1 } }, { words: "a" }, { words: { 登记状态: "存续" } }, { words: { 登记状态: { 正常: null } } }, null,
    ].map(detail)));`,
  );
  const kinds = "(register, penalties, abnormal_listings, serious_listings, court_listings, inspections, leads, commitments)";
  const [layout, columns, words] = ["(kind, columns, words)", '({"column": "text"})', '({"column": {"word": "text"}})'];
  assert.deepEqual(told, [
    `bad_layout layout: 5 ${layout}`,
    `bad_layout layout: ["penalties"] ${layout}`,
    `bad_layout layout: [[]] ${layout}`,
    `bad_layout kind: 5 ${kinds}`,
    `bad_layout kind: "fines" ${kinds}`,
    `bad_layout colums: {} ${layout}`,
    `bad_layout columns: ["a"] ${columns}`,
    `bad_layout columns: {} ${columns}`,
    `bad_layout columns.a: 1 ${columns}`,
    `bad_layout words: "a" ${words}`,
    `bad_layout words.登记状态: "存续" ${words}`,
    `bad_layout words.登记状态.正常: null ${words}`,
    "taken",
  ]);
});

test("two columns that a layout says are the same are refused, and one that it leaves without a meaning is noticed", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const row = { code: "91350100M000100Y43", type: "罚款", day: "2026-03-02", fine: 5, paid: 6 };
    const columns = { code: "统一社会信用代码", type: "处罚类别", day: "处罚决定日期", fine: "罚款金额（元）", paid: "罚款金额（万元）" };
    const refused = await importRows([row], { kind: "penalties", columns }).catch(({ code, detail }) => [code, detail]);
    const { paid, ...rest } = columns;
    const unsaid = { ...row, paid: undefined, 罚款金额: 7 };
    const said = async (columns, one) => {
      const { records, notices, noticed } = await importRows([one], { kind: "penalties", columns });
      return [records[0].enterprise.penalties[0].fine_yuan, noticed, notices.map(({ code, column, value, message }) => [code, column, value, message])];
    };
    const absent = { ...row };
    delete absent.paid;
    tell([refused, await said(rest, unsaid), await said({ ...rest, 罚款金额: "" }, unsaid), await said(columns, absent)]);`,
  );
  const [refused, [fine, noticed, [[code, column, value, message]]], ...silent] = told;
  assert.deepEqual(refused, ["bad_layout", "columns.fine, columns.paid: 罚款金额"]);
  assert.deepEqual([fine, noticed, code, column, value], [5, 1, "column_ambiguous", "罚款金额", "fine"]);
  assert.match(message.zh, /“罚款金额”.*“fine”.*columns/);
  assert.match(message.en, /“罚款金额”.*“fine”.*columns/);
  for (const taken of silent) assert.deepEqual(taken, [5, 0, []]);
});

test("no rows and no files give nothing, and what is no layout is told", async () => {
  const told = await runIn(
    folder,
    `import { importFiles, importRows } from "xinheng";
    const code = (promise) => promise.then(({ records }) => records.length, (error) => [error.code, error.remedy.zh]);
    const empty = [await code(importRows([])), await code(importFiles([])), await code(importRows([{}], "penalties"))];
    const bad = ["fines", { kind: 5 }, { columns: { a: 1 } }, { words: { a: "b" } }, { kind: "penalties", colums: {} }];
    tell({ empty, bad: await Promise.all(bad.map((layout) => code(importRows([{ a: 1 }], layout)))) });`,
  );
  assert.deepEqual(told.empty, [0, 0, 0]);
  for (const [code, remedy] of told.bad) {
    assert.equal(code, "bad_layout");
    assert.match(remedy, /penalties/);
  }
});

test("what is no list, no file, no cell, no day and no column of the layout is told with its place", async () => {
  const told = await runIn(
    folder,
    `import { assessBatch, importFiles, importRows } from "xinheng";
    const told = (promise) => promise.then(() => "taken", ({ code, detail, what }) => [code, detail, what.zh !== ""]);
    const rows = [{ name: "甲" }, { name: { zh: "乙" } }];
    const imported = await importRows([{ 统一社会信用代码: "91350100M000100Y43", 企业名称: "甲" }], "register");
    const file = new Blob(["x"]);
    tell(await Promise.all([
      told(assessBatch(5)), told(assessBatch(imported)), told(assessBatch("{}")), told(importFiles(file)),
      told(importFiles([file, "经营主体.csv"])), told(importFiles([{ name: "a" }])), told(importRows({})), told(importRows([{}, 5])),
      told(importRows(rows)), told(importRows([{ f: () => 1 }])),
      told(importRows([], "register", { asOf: "2026-02-30" })), told(importFiles([], { asOf: "明天" })),
      told(importRows([{ n: "甲" }], { kind: "register", columns: { n: "企业名" } })),
      told(importRows([{ n: "甲" }], { kind: "register", words: { 状态: { 正常: "存续" } } })),
      told(importRows([{ n: "甲" }], { kind: "register", words: { 登记状态: { 正常: "在" } } })),
      told(importRows([{ n: "甲" }], { kind: "penalties", columns: { n: "罚款金额（元）" }, words: { 处罚类别: { 罚: "罚款" } } })),
    ]));`,
  );
  const [, words] = told.at(-2)[1].match(/ \((.*)\)$/);
  for (const word of ["存续", "吊销", "注销"]) assert.ok(words.split(", ").includes(word), words);
  told.at(-2)[1] = told.at(-2)[1].replace(` (${words})`, "");
  assert.deepEqual(told, [
    ["not_a_list", "requests", true],
    ["not_a_list", "requests.records", true],
    ["not_a_list", "requests", true],
    ["not_a_list", "files", true],
    ["bad_files", "files[1]", true],
    ["bad_files", "files[0]", true],
    ["not_a_list", "rows", true],
    ["bad_cell", "rows[1]", true],
    ["bad_cell", "rows[1].name", true],
    ["bad_cell", "rows[0].f", true],
    ["bad_day", "asOf: 2026-02-30", true],
    ["bad_day", "asOf: 明天", true],
    ["bad_layout", `columns.n: 企业名 (${REGISTER})`, true],
    ["bad_layout", "words.状态 (主体类型, 登记状态, 监管领域, 风险等级)", true],
    ["bad_layout", "words.登记状态.正常: 在", true],
    "taken",
  ]);
});

/** Days as programs have them, each with the day that it is. */
const DATES = {
  "new Date('2026-03-10T00:00:00+08:00')": "2026-03-10",
  "new Date('2026-03-10T23:59:59+08:00')": "2026-03-10",
  "new Date('2026-03-10T09:30:00+08:00')": "2026-03-10",
  "new Date('2026-03-10')": "2026-03-10",
  "new Date(2026, 2, 10)": "2026-03-10",
};

for (const zone of ["UTC", "Asia/Shanghai", "America/New_York", "Asia/Tokyo", "Pacific/Auckland"]) {
  test(`a Date is its day in China, or the day that begins with it, where the program runs in ${zone}`, async () => {
    const found = await runIn(
      folder,
      `process.env.TZ = ${JSON.stringify(zone)};
      import { importRows } from "xinheng";
      const row = (day, at) => ({ 统一社会信用代码: "91350100M000100Y43", CF_WSH: at, 处罚类别: "罚款", 处罚决定日期: day });
      const { records } = await importRows([${Object.keys(DATES).join()}].map(row));
      tell(records[0].enterprise.penalties.map(({ decided_on }) => decided_on));`,
    );
    assert.deepEqual(found, Object.values(DATES));
  });
}

test("a Date that is none refuses its row, and no other", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const row = (day) => ({ 统一社会信用代码: "91350100M000100Y43", 处罚类别: "罚款", 处罚决定日期: day });
    const { records, refusals } = await importRows([row(new Date(2026, 2, 10)), row(new Date(NaN))]);
    tell([records[0].enterprise.penalties.length, refusals.map(({ row, code, value }) => [row, code, value])]);`,
  );
  assert.deepEqual(told, [1, [[2, "not_a_date", "Invalid Date"]]]);
});

test("a browser that cannot run the reader of workbooks reads text, and says so of workbooks", async () => {
  const told = await runIn(
    folder,
    `import { importFiles } from "xinheng";
    ${FILES}
    const { validate } = WebAssembly;
    // Of the modules that are asked about, the one with a vector is longer than the one with a reference.
    WebAssembly.validate = (bytes) => bytes.length < 20 && validate(bytes);
    const { records } = await importFiles(files(given.district, ["经营主体.csv"]));
    const failure = await importFiles(files(given.workbooks, ["excel.xlsx"])).catch(({ code, remedy }) => [code, remedy]);
    tell([records.length > 1900, ...failure]);`,
    { district: DISTRICT, workbooks: WORKBOOKS },
  );
  assert.deepEqual(told.slice(0, 2), [true, "workbooks_unsupported"]);
  assert.match(told[2].zh, /CSV/);
  assert.match(told[2].en, /CSV/);
});

test("several readings at once do not mix, an aborted one stops, and after a failure inside the next reads", async () => {
  const told = await runIn(
    folder,
    `import { importFiles, importRows } from "xinheng";
    ${FILES}
    const register = files(given.district, ["经营主体.csv"]);
    const [one, two] = await Promise.all([importFiles(register), importRows(given.rows)]);
    const stopped = await importFiles(register, { signal: AbortSignal.abort("enough") }).catch((reason) => reason);
    ${AT_MEMORY}
    class Breaking extends Blob {
      slice(from, to) {
        if (from > 0) new Uint8Array(memory.buffer).fill(255);
        return super.slice(from, to);
      }
    }
    const broken = await importFiles([new Breaking([(await register[0].arrayBuffer()).slice(0, 200_000)])]).catch(({ code }) => code);
    const after = await importRows(given.rows);
    tell([one.records.length > 1900, two.records.length, stopped, broken, after.records.length]);`,
    { district: DISTRICT, rows: [row()] },
  );
  assert.deepEqual(told, [true, 1, "enough", "panicked", 1]);
});

test("a page fetches the reader of tables with the first rows, and that of workbooks with the first workbook", async (t) => {
  await fs.writeFile(`${folder}/index.html`, "<!doctype html><title>-</title><link rel=icon href=data:,>");
  const { page, server } = await open(t, { site: folder });
  const use = (name, given) =>
    page.evaluate(
      async ([name, given]) => {
        const { init, importFiles, importRows } = await import("/node_modules/xinheng/index.js");
        await init();
        if (name === "") return 0;
        if (name === "rows") return (await importRows(given)).records.length;
        return (await importFiles([new File([Uint8Array.from(given)], name)])).records.length;
      },
      [name, given],
    );
  const fetched = () => server.log.splice(0).map(({ path }) => path.split("/").pop()).filter((name) => /import|wasm/.test(name));
  await use("", null);
  assert.deepEqual(fetched(), ["engine_bg.wasm"]);
  assert.equal(await use("rows", [row()]), 1);
  assert.deepEqual(fetched(), ["import.js", "tables_bg.wasm"]);
  assert.ok((await use("表.xlsx", [...(await fs.readFile(`${WORKBOOKS}excel.xlsx`))])) > 0);
  assert.deepEqual(fetched(), ["workbooks_bg.wasm", "import_worker.js"]);
});

test("the tables of an archive are read, and of a folder what is a table", async () => {
  const [register, docx] = ["统一社会信用代码,企业名称,登记状态\n91350100M000100Y43,示例有限公司,存续\n", "x"].map((text) => Buffer.from(text));
  const archive = pack([
    { name: "五月/经营主体.csv", bytes: register },
    { name: "五月/说明.docx", bytes: docx },
  ]);
  const told = await runIn(
    folder,
    `import { importFiles } from "xinheng";
    const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64"));
    const [archive, register] = given.map(bytes);
    const packed = await importFiles([{ name: "五月.zip", bytes: archive }]);
    const folder = await importFiles([
      { name: "五月/经营主体.csv", bytes: register },
      { name: "五月/.DS_Store", bytes: register },
    ]);
    tell([packed, folder]);`,
    [archive, register].map((bytes) => bytes.toString("base64")),
  );
  const names = ["五月.zip/五月/经营主体.csv", "五月/经营主体.csv"];
  for (const [place, { records, tables, notices, refusals }] of told.entries()) {
    assert.deepEqual([records.length, tables.map(({ name }) => name), refusals], [1, [names[place]], []]);
    assert.deepEqual(notices.map(({ code }) => code), ["not_tables"]);
    assert.match(notices[0].message.zh, place === 0 ? /五月\/说明\.docx/ : /\.DS_Store/);
  }
});
