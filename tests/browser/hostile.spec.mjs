// Files that are broken on purpose: each gets words, and the page goes on.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { chooseFiles, creditCode, longestTask, openSample, slowness, started } from "./flows.mjs";
import { gb18030 } from "./gb18030.mjs";
import { open } from "./harness.mjs";
import { bomb, pack } from "./zip.mjs";

const HEADER = "统一社会信用代码,企业名称,登记状态\n";
const FIRM = "91150203MAE0YWCM6D,包头市虚构商贸有限公司,存续\n";
const GIGABYTE = 2 ** 30;

/** A folder of files that lie on the disk, and go with the test: what is chosen there is not held in memory here. */
function folder(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hostile-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return {
    /** A file with these bytes, followed by zeros that take no place on the disk. */
    file(name, bytes, size = bytes.length) {
      const file = path.join(folder, name);
      fs.writeFileSync(file, bytes);
      fs.truncateSync(file, size);
      return file;
    },
  };
}

/** Waits until the report says these words of a file. */
const told = (page, name, words) =>
  page.locator(".problems tbody tr", { hasText: name }).getByText(words).first().waitFor();

/** Chooses files and waits for their words, while the page goes on drawing; then the made-up district opens as always. */
async function meets(page, files, words) {
  const longest = await longestTask(page, async () => {
    await chooseFiles(page, files);
    await page.locator(".problems tbody tr, .rows td.name").first().waitFor();
    // Where rows were read as well, the list is shown first.
    if (await page.locator(".rows").count()) await page.getByRole("link", { name: "读入情况", exact: true }).click();
    for (const [name, said] of words) await told(page, name, said);
  });
  assert.ok(longest < 1000 * slowness, `the page drew nothing for ${longest} ms`);
  await page.getByRole("link", { name: "打开文件" }).click();
  await openSample(page);
}

test("workbooks that are bombs, cut off or something else", async (t) => {
  const { page } = await open(t);
  const { file } = folder(t);
  const whole = fs.readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));
  await started(page);
  await meets(
    page,
    [
      file("炸弹.xlsx", bomb("<row/>", 2 * GIGABYTE)),
      file("照片.xlsx", pack([{ name: "DCIM/1.jpg", bytes: Buffer.alloc(1000, 255) }])),
      file("断.xlsx", whole.subarray(0, whole.length - 30)),
      file("断.xls", fs.readFileSync(new URL("../fixtures/workbooks/excel.xls", import.meta.url)).subarray(0, 20_000)),
    ],
    [
      ["炸弹.xlsx", /解压后是原来的 250 倍以上/],
      ["照片.xlsx", /其中没有表格/],
      ["断.xlsx", /已损坏或不完整/],
      ["断.xls", /已损坏或不完整/],
    ],
  );
});

test("texts of NULs, of a million columns, and one that ends within a character", async (t) => {
  const { page } = await open(t);
  const { file } = folder(t);
  await started(page);
  await meets(
    page,
    [
      file("空.csv", Buffer.alloc(100_000)),
      file("宽.csv", HEADER + FIRM + ",".repeat(1_000_000)),
      file("全宽.csv", ",".repeat(1_000_000)),
      file("半.csv", Buffer.concat([gb18030(HEADER + FIRM), Buffer.from("91350100M000100Y43,"), Buffer.from([0x82])])),
    ],
    [
      ["空.csv", /文件不是表格/],
      ["宽.csv", /过长，不像表格中的一行/],
      ["全宽.csv", /没有找到表头/],
      ["半.csv", /有 1 处字符无法辨认/],
    ],
  );
});

test("characters of GB18030 on both sides of where the page cuts a file are read", async (t) => {
  const { page } = await open(t);
  const { file } = folder(t);
  // The page reads two megabytes at a time. Most characters have two bytes, the rare ones of names four.
  const cut = 2 * 2 ** 20;
  const rare = Buffer.from([0x81, 0x39, 0xef, 0x39]);
  const rareOne = new TextDecoder("gb18030").decode(rare);
  assert.equal([...rareOne].length, 1);
  const files = [
    ["示", gb18030("示"), 1],
    [rareOne, rare, 1],
    [rareOne, rare, 2],
    [rareOne, rare, 3],
  ].map(([character, bytes, before], number) => {
    const head = gb18030(`${HEADER}合计：`);
    const row = Buffer.from(`\n${creditCode(number)},`);
    const blanks = Buffer.alloc(200_000, " ").fill("\n", 199_999);
    const filler = Buffer.concat([head, ...Array(11).fill(blanks)]).subarray(0, cut - before - row.length);
    const name = Buffer.concat([bytes, gb18030(`例${number}号`)]);
    const content = Buffer.concat([filler, row, name, gb18030(",存续\n")]);
    return { path: file(`切${number}.csv`, content), name: `${character}例${number}号` };
  });
  await started(page);
  await chooseFiles(page, files.map(({ path }) => path));
  for (const { name } of files) await page.getByRole("link", { name }).waitFor();
});

test("names with markup stay text", async (t) => {
  const { page } = await open(t);
  const { file } = folder(t);
  const markup = "<img src=x onerror='window.hacked = true'>";
  await started(page);
  await chooseFiles(page, [file(`${markup}.csv`, `${HEADER}91150203MAE0YWCM6D,${markup},存续\n,${markup},存续\n`)]);
  await page.getByRole("link", { name: markup }).waitFor();
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.locator(".problems tbody tr", { hasText: `${markup}.csv` }).first().waitFor();
  await page.locator(".files tbody tr", { hasText: `${markup}.csv` }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: markup }).click();
  await page.getByRole("heading", { level: 1, name: markup }).waitFor();
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
});

test("5 GB are refused at their beginning, whatever they are called", async (t) => {
  const { page } = await open(t);
  const { file } = folder(t);
  const size = 5 * GIGABYTE;
  await started(page);
  await meets(
    page,
    [
      file("零.csv", Buffer.alloc(0), size),
      file("零.xlsx", Buffer.alloc(0), size),
      file("包.xlsx", Buffer.from("PK\x03\x04"), size),
      file("表头.csv", Buffer.from(HEADER + FIRM), size),
    ],
    [
      ["零.csv", /文件不是表格/],
      ["零.xlsx", /文件不是表格/],
      ["包.xlsx", /工作簿超过 256 MB/],
      ["表头.csv", /文件不是表格/],
    ],
  );
  await page.getByRole("link", { name: "打开文件" }).click();
  await chooseFiles(page, [file("零.json", Buffer.alloc(0), size)]);
  await page.getByText("“零.json”太大，不会是一户企业的记录").waitFor();
});
