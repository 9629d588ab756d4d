import assert from "node:assert/strict";
import fs from "node:fs/promises";
import test from "node:test";
import { becomes, chooseFiles, creditCode, newRecord, started } from "./flows.mjs";
import { gb18030 } from "./gb18030.mjs";
import { open } from "./harness.mjs";

const PENALTIES = `行政处罚信息公示表,,,,,,
统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关
91150203MAE0YWCM6D,示例1号,罚款,6,2026-03-12,2026-03-12,包头市市场监督管理局
91150203MAE0YWCM6D,示例2号,罚款,2,2025-02-30,2025-03-12,包头市市场监督管理局
91150203MAE0YWCM6X,示例3号,警告、罚款,1,2025-04-01,2025-04-02,包头市市场监督管理局
91150203MAE0YWCM6D,示例4号,口头教育,,2025-05-01,2025-05-02,包头市市场监督管理局
91150203MAE0YWCM6D,示例5号,罚款,若干,2025-06-01,2025-06-02,包头市市场监督管理局
`;

/** The rows of the report: file, row as a spreadsheet shows it, result, words. */
const problems = (page) =>
  page
    .locator(".problems tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test("a GB18030 file of penalties is read, and each broken row told with its place and what to do", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [{ name: "处罚2025.csv", bytes: gb18030(PENALTIES) }]);
  await page.locator(".rows td.code", { hasText: "91150203MAE0YWCM6D" }).waitFor();
  assert.equal(await page.locator(".rows td.number").first().innerText(), "1");
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.locator(".problems tbody tr").first().waitFor();
  const told = await problems(page);
  assert.deepEqual(
    told.map(([file, row, result]) => [file, row, result]),
    [4, 5, 6, 7].map((row) => ["处罚2025.csv", String(row), "未采用"]),
  );
  const words = [
    /“处罚决定日期”写的是“2025-02-30”.*没有这一天.*请改正/,
    /“统一社会信用代码”写的是“91150203MAE0YWCM6X”.*校验码.*请/,
    /“处罚类别”写的是“口头教育”.*请改为/,
    /“罚款金额（万元）”写的是“若干”.*不是数字.*请/,
  ];
  told.forEach(([, , , said], place) => assert.match(said, words[place]));
  const [file] = await page.locator(".files tbody tr").allInnerTexts();
  assert.match(file, /行政处罚\s+GB18030\s+5\s+4/);
});

test("files of all kinds together give their enterprises", async (t) => {
  const { page } = await open(t);
  const inside = new URL("../fixtures/district/", import.meta.url);
  const names = (await fs.readdir(inside)).filter((name) => name.endsWith(".csv"));
  assert.equal(names.length, 8);
  const files = names.map(async (name) => ({ name, bytes: await fs.readFile(new URL(encodeURIComponent(name), inside)) }));
  await started(page);
  await chooseFiles(page, await Promise.all(files));
  await page.locator(".rows td.name a").first().waitFor();
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.locator(".files tbody tr").nth(7).waitFor();
  const kinds = await page.locator(".files tbody td:nth-child(2)").allInnerTexts();
  const known = ["严重违法失信名单", "信用承诺", "失信被执行人", "检查记录", "线索", "经营主体", "经营异常名录", "行政处罚"];
  assert.deepEqual(kinds.sort(), known.sort());
});

test("an empty file and one without a known header are told in words", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [
    { name: "空.csv", text: "" },
    { name: "通讯录.csv", text: "姓名,电话\n甲,1\n" },
  ]);
  await page.locator(".problems tr", { hasText: "空.csv" }).getByText("文件是空的").waitFor();
  await page.locator(".problems tr", { hasText: "通讯录.csv" }).getByText("没有找到表头").waitFor();
});

test("files can be dropped anywhere on the page", async (t) => {
  const { page } = await open(t);
  await started(page);
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "经营主体.csv"));
    document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, "统一社会信用代码,企业名称,登记状态\n91150203MAE0YWCM6D,包头市虚构商贸有限公司,存续\n");
  await page.locator(".rows td.name", { hasText: "包头市虚构商贸有限公司" }).waitFor();
});

test("a name or part of a code finds an enterprise", async (t) => {
  const { page } = await open(t);
  await started(page);
  const text =
    "统一社会信用代码,企业名称,登记状态\n" +
    "91150203MAE0YWCM6D,包头市虚构商贸有限公司,存续\n91350100M000100Y43,示例ＡＢ食品店,存续\n";
  await chooseFiles(page, [{ name: "经营主体.csv", text }]);
  const names = page.locator(".rows td.name");
  await names.nth(1).waitFor();
  for (const [words, name] of [
    ["虚构", "包头市虚构商贸有限公司"],
    ["ab", "示例AB食品店"],
    ["100y43", "示例AB食品店"],
  ]) {
    await page.getByLabel("按名称或代码查找").fill(words);
    await becomes(() => names.allInnerTexts(), [name]);
    await page.getByText("共 1 户").waitFor();
  }
  await page.getByLabel("按名称或代码查找").fill("没有这一户");
  await page.getByText("没有符合条件的企业").waitFor();
  // Enter opens the only one, be it pressed before the list has followed, and of several none.
  const search = page.getByLabel("按名称或代码查找");
  await search.fill("店");
  await search.press("Enter");
  await page.getByRole("heading", { level: 1, name: "示例AB食品店" }).waitFor();
  await page.goBack();
  await search.fill("9");
  await search.press("Enter");
  await becomes(() => names.count(), 2);
  await search.waitFor();
});

/** Every character of two bytes, some of four, and bytes that are no character, in names of forty; more than is read at a time. */
function everyCharacter() {
  const [leads, trails] = [Array.from({ length: 126 }, (_, place) => 0x81 + place), [...Array(191).keys()]];
  const pairs = leads.flatMap((lead) => trails.map((trail) => [lead, 0x40 + trail])).filter(([, trail]) => trail !== 0x7f);
  const rare = [
    [0x81, 0x39, 0xee, 0x39],
    [0x95, 0x32, 0x82, 0x36],
    [0xe3, 0x32, 0x9a, 0x35],
    [0xfe, 0x39, 0xfe, 0x39],
    [0x84, 0x31, 0x95, 0x33],
    [0x80],
    [0xff],
    [0x81, 0x20],
    [0x81, 0x30, 0x41],
    [0x81, 0x30, 0x81, 0x41],
    [0x81, 0x30, 0x81, 0xff],
  ];
  const bytes = [...gb18030("统一社会信用代码,企业名称,登记状态\n")];
  const [begin, end] = ["甲", "乙,存续\n"].map((text) => [...gb18030(text)]);
  for (let row = 0, next = 0; bytes.length < 2.3 * 2 ** 20; row += 1, next = (next + 40) % pairs.length) {
    const name = pairs.slice(next, next + 40).flat();
    // Every eighth name has some rare ones, at other places each time.
    if (row % 8 === 0) name.splice((row % 39) * 2, 0, ...rare[(row / 8) % rare.length]);
    bytes.push(...Buffer.from(creditCode(row)), 0x2c, ...begin, ...name, ...end);
  }
  return Uint8Array.from(bytes);
}

test("GB18030 is read as the browser itself reads it, character by character", async (t) => {
  const { page } = await open(t);
  await started(page);
  const bytes = everyCharacter();
  const text = await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new TextDecoder("gb18030").decode(bytes);
  }, Buffer.from(bytes).toString("base64"));
  // In names wide letters and digits are made plain, and what cannot be seen is left out.
  const clean = (name) =>
    name.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCodePoint(wide.codePointAt(0) - 0xfee0)).replace(/\p{Cf}/gu, "");
  const wanted = text.trim().split("\n").slice(1).map((line) => line.split(",").slice(0, 2).map(clean).join("\t"));
  assert.ok(wanted.length > 15_000 && wanted.some((line) => line.includes("\u{fffd}")) && wanted.some((line) => line.includes("\u{20000}")));

  await chooseFiles(page, [{ name: "a.csv", bytes }]);
  await page.locator(".rows td.name a").first().waitFor();
  await page.getByText("导出名单").click();
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV（UTF-8）" }).click();
  const list = await fs.readFile(await (await offered).path(), "utf8");
  const rows = list.split(/\r?\n/).map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
  const head = rows.findIndex((cells) => cells.includes("统一社会信用代码"));
  const [code, name] = ["统一社会信用代码", "企业名称"].map((column) => rows[head].indexOf(column));
  const listed = rows.slice(head + 1).filter((cells) => cells[code]?.startsWith("91150203M"));
  const read = new Map(listed.map((cells) => [cells[code], cells[name]]));
  assert.equal(read.size, wanted.length);
  const other = wanted.map((line) => line.split("\t")).filter(([code, name]) => read.get(code) !== name);
  assert.deepEqual(other.slice(0, 5), []);
});

const ofWorker = ({ log }) => log.map(({ path }) => path.split("/").at(-1)).filter((name) => name.includes("worker"));

test("a page with nothing else to do has the worker and all pages ready, and takes those for the files that come", async (t) => {
  const { page, server } = await open(t, { context: { prepares: true } });
  await started(page);
  const names = () => server.log.map(({ path }) => path.split("/").at(-1));
  await becomes(() => ofWorker(server).sort(), ["boot_worker.js", "worker.js", "worker_bg.wasm"]);
  await becomes(() => names().filter((name) => name.startsWith("office")).sort(), ["office.js", "office_bg.wasm"]);
  await chooseFiles(page, [{ name: "处罚.csv", bytes: gb18030(PENALTIES) }]);
  await page.locator(".rows td.name a").first().waitFor();
  assert.equal(ofWorker(server).length, 3, "nothing is fetched again");
  assert.equal(names().filter((name) => name.startsWith("office")).length, 2, "nor are the pages");
  assert.equal(page.workers().length, 1, "it is the one that reads");
});

/**
 * Opens the start page, which has nothing else to do once `idle` is called; gives with the page whether the build that it
 * began with is there still.
 */
async function busy(t) {
  const idles = (context) => context.addInitScript(() => (window.requestIdleCallback = (act) => (window.idle = act)));
  const { page } = await open(t, { context: { prepares: true }, prepare: idles });
  await started(page);
  await page.waitForFunction(() => window.idle);
  const build = await page.evaluateHandle(() => document.getElementById("page"));
  const isThere = () => build.evaluate((build) => build.isConnected);
  // What comes of it by itself has come of it once a task of the page has gone by.
  const prepared = () => xinheng.prepared().then(() => new Promise((done) => setTimeout(done)));
  const idle = () => page.evaluate("idle()").then(() => page.evaluate(prepared));
  return { page, isThere, idle };
}

test("all pages take the place of a start page that is left alone, and the focus stays where it was", async (t) => {
  const { page, isThere, idle } = await busy(t);
  // Asked for early: the browser is told so only after a while.
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择文件", exact: true }).focus();
  await idle();
  await becomes(isThere, false);
  await becomes(() => page.evaluate(() => document.activeElement.textContent), "选择文件");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "处罚.csv", mimeType: "text/csv", buffer: Buffer.from(gb18030(PENALTIES)) });
  await page.locator(".rows td.name a").first().waitFor();
});

test("who is writing in a field of the start page goes on, and what was written holds afterwards", async (t) => {
  const { page, isThere, idle } = await busy(t);
  await page.locator("#as-of").fill("2026-05-01");
  await idle();
  assert.equal(await isThere(), true);
  assert.equal(await page.locator("#as-of").inputValue(), "2026-05-01");
  await page.locator("#as-of").press("Tab");
  await becomes(isThere, false);
  await becomes(() => page.locator("#as-of").inputValue(), "2026年5月1日");
});

test("a record that is begun, and a page that was scrolled, stay with the build that shows them", async (t) => {
  const { page, isThere, idle } = await busy(t);
  await newRecord(page);
  await idle();
  assert.equal(await isThere(), true);
  const narrow = await busy(t);
  await narrow.page.setViewportSize({ width: 390, height: 500 });
  await narrow.page.evaluate(() => scrollTo(0, 200));
  await narrow.idle();
  assert.equal(await narrow.isThere(), true);
  assert.equal(await narrow.page.evaluate(() => scrollY), 200);
});

test("within a frame nothing is fetched that nobody asked for", async (t) => {
  const { page, server } = await open(t, { context: { prepares: true } });
  await started(page);
  await becomes(() => ofWorker(server).length, 3);
  server.log.splice(0);
  // The same page once more, within itself.
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = location.href;
    document.body.append(frame);
  });
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "选择文件", exact: true }).waitFor();
  // It has been idle by then: what is asked of it when it is comes after what it would do when it is.
  const within = page.frames().find((frame) => frame.parentFrame());
  await within.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
  assert.deepEqual(ofWorker(server), []);
});

test("where data are to be saved, a worker is ready once files are dragged over the page or are asked for, and no sooner", async (t) => {
  for (const come of [
    (page) => page.evaluate(() => document.querySelector("h1").dispatchEvent(new DragEvent("dragenter", { bubbles: true }))),
    async (page) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "选择文件", exact: true }).click();
      await chooser;
    },
  ]) {
    const { page, server } = await open(t);
    await started(page);
    await page.getByRole("link", { name: "帮助" }).click();
    await page.getByRole("heading", { level: 1, name: "帮助" }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
    assert.deepEqual(ofWorker(server), []);
    await come(page);
    const itsFiles = ["boot_worker.js", "worker.js", "worker_bg.wasm"];
    await becomes(() => ofWorker(server).sort(), itsFiles);
    await chooseFiles(page, [{ name: "处罚.csv", bytes: gb18030(PENALTIES) }]);
    await page.locator(".rows td.name a").first().waitFor();
    assert.deepEqual(ofWorker(server).sort(), itsFiles, "nothing is fetched again");
    assert.equal(page.workers().length, 1, "it is the one that reads");
  }
});
