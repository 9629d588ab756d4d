import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { becomes, chooseFiles, speak, started, toStart, write } from "./flows.mjs";
import { gb18030 } from "./gb18030.mjs";
import { assertAccessible, open } from "./harness.mjs";

const CODES = ["91150203MAE0YWCM6D", "91350100M000100Y43"];

/** Penalties whose day has a name of the office's own, with a word that nobody knows, and a column nobody needs. */
const PENALTIES = `行政处罚信息公示表,,,,,
统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（元）,作出处罚之日,备用
${CODES[0]},示例1号,罚款,60000,2026-03-12,甲
${CODES[1]},示例2号,罚歀,20000,2026-03-13,乙
${CODES[1]},示例3号,罚歀,20000,2026-04-13,丙
`;
const FILE = { name: "处罚.csv", bytes: gb18030(PENALTIES) };

/** A register that has none of the names of the layout. */
const REGISTER = `名单,,\n代码,单位,状态\n${CODES[0]},包头市虚构商贸有限公司,清算\n${CODES[1]},示例食品店,存续\n`;

const recognised = (page) => page.locator(".recognised");
const again = (page) => page.getByRole("button", { name: "按更正重新读入" });
/** What the column with this name is taken for, as a field to choose from. */
const field = (page, name) => page.getByLabel(`“${name}”用作`);
const told = (page) => page.locator(".problems tbody td:last-child").allInnerTexts();

/** Opens files, whatever becomes of them, and goes to the report. */
async function report(page, files) {
  await started(page);
  await chooseFiles(page, files);
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await recognised(page).waitFor();
}

/** Presses the button that reads the files again, and waits until the report is there anew; what tells so goes as soon as
 * something is corrected, which is what brings the button. */
async function readAgain(page) {
  await again(page).click();
  await page.getByText("已按更正重新读入").waitFor();
}

test("of a table that lacks a column that is said first, with the rows by which it is found, and the button in sight", async (t) => {
  const { page } = await open(t);
  await report(page, [FILE]);
  await page.getByText("还没有找到：处罚决定日期。").waitFor();
  const cells = page.locator(".recognised tr", { has: page.locator("th", { hasText: "作出处罚之日" }) }).locator("td");
  assert.deepEqual((await cells.allInnerTexts()).slice(1), ["2026-03-12", "2026-03-13", "2026-04-13"]);
  // Those that are not used stand first, and stay there when one is chosen.
  const columns = page.locator(".recognised tbody tr th");
  const names = await columns.allInnerTexts();
  assert.equal(names[0], "作出处罚之日");
  await field(page, "作出处罚之日").selectOption({ label: "处罚决定日期" });
  await page.getByText("还没有找到").waitFor({ state: "detached" });
  assert.deepEqual(await columns.allInnerTexts(), names);
  const inSight = async () => {
    const box = await again(page).boundingBox();
    return box.y >= 0 && box.y + box.height <= 900;
  };
  await becomes(inSight, true, "the button is in the window");
});

test("what was recognised of a file is shown with its first rows", async (t) => {
  const { page } = await open(t);
  await report(page, [{ name: "处罚.csv", bytes: gb18030(PENALTIES.replace("作出处罚之日", "处罚决定日期")) }]);
  const words = await recognised(page).innerText();
  for (const part of ["处罚.csv", "GB18030", "“,”", "表头在第2行"]) assert.ok(words.includes(part), `${part} in ${words}`);
  await becomes(() => page.getByLabel("这张表是").inputValue(), "行政处罚");
  const shown = {};
  for (const name of ["统一社会信用代码", "处罚类别", "罚款金额（元）", "处罚决定日期", "备用"]) {
    shown[name] = await field(page, name).locator("option:checked").innerText();
  }
  const expected = { 统一社会信用代码: "统一社会信用代码", 处罚类别: "处罚类别", "罚款金额（元）": "罚款金额（元）" };
  assert.deepEqual(shown, { ...expected, 处罚决定日期: "处罚决定日期", 备用: "不使用" });
  const rows = await page.locator(".recognised tr", { has: page.locator("th", { hasText: "行政处罚决定书文号" }) }).locator("td").allInnerTexts();
  assert.deepEqual(rows.slice(1), ["示例1号", "示例2号", "示例3号"]);
  const unknown = page.locator(".recognised tr", { has: page.locator("th", { hasText: "罚歀" }) });
  assert.match(await unknown.innerText(), /处罚类别\s+罚歀\s+2/);
});

test("a column and a word are corrected, and hold for the next file of that shape until the tab is closed", async (t) => {
  const { page } = await open(t);
  await report(page, [FILE]);
  await becomes(async () => (await told(page)).join(), /处罚决定日期/);
  assert.ok(await again(page).isHidden(), "nothing is corrected yet");
  await field(page, "作出处罚之日").selectOption("处罚决定日期");
  await readAgain(page);
  // Now that its rows are read, the words in them are known or not.
  await page.getByLabel("“罚歀”的意思").selectOption("罚款");
  await readAgain(page);
  await becomes(() => told(page), []);
  await becomes(() => field(page, "作出处罚之日").inputValue(), "处罚决定日期");
  await becomes(() => page.getByLabel("“罚歀”的意思").inputValue(), "罚款");
  await page.getByRole("link", { name: "企业列表" }).click();
  await becomes(async () => (await page.locator(".rows td.number").allInnerTexts()).sort(), ["1", "2"]);

  await page.reload();
  await toStart(page);
  await report(page, [{ ...FILE, name: "下一月.csv" }]);
  await becomes(() => told(page), []);
  await becomes(() => field(page, "作出处罚之日").inputValue(), "处罚决定日期");

  // What was said can be taken back.
  await page.getByRole("button", { name: "取消对这种表的更正" }).click();
  await again(page).click();
  // Nothing of the file can be read without it: that is said, and what is open stays.
  await page.getByRole("alert").getByText(/仍是更正之前的数据.*缺少“处罚决定日期”一列/).waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  await page.locator(".rows td.name a").first().waitFor();
});

test("the header, the kind and the columns of a table that is not recognised are named by the person", async (t) => {
  const { page } = await open(t);
  await started(page);
  await chooseFiles(page, [
    { name: "处罚.csv", bytes: gb18030(PENALTIES.replace("作出处罚之日", "处罚决定日期")) },
    { name: "名单.csv", text: REGISTER },
  ]);
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  // What needs the person is shown first.
  await recognised(page).getByRole("heading", { name: "名单.csv" }).waitFor();
  await page.getByLabel("表头是").selectOption({ label: "第2行：代码、单位、状态" });
  await page.getByLabel("这张表是").selectOption("经营主体");
  await field(page, "代码").selectOption("统一社会信用代码");
  await field(page, "单位").selectOption("企业名称");
  await field(page, "状态").selectOption("登记状态");
  await readAgain(page);
  await page.locator(".files tbody tr", { hasText: "名单.csv" }).getByRole("button").click();
  await page.getByLabel("“清算”的意思").selectOption("存续");
  await readAgain(page);
  const row = page.locator(".files tbody tr", { hasText: "名单.csv" });
  await becomes(() => row.innerText(), /经营主体\s+UTF-8\s+2\s+0/);
  await page.getByRole("link", { name: "企业列表" }).click();
  await page.locator(".rows td.name", { hasText: "包头市虚构商贸有限公司" }).waitFor();
});

test("each sheet of a workbook is shown by its name, and a workbook is read again", async (t) => {
  const { page } = await open(t);
  const bytes = readFileSync(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));
  await report(page, [{ name: "excel.xlsx", bytes }]);
  assert.match(await recognised(page).innerText(), /工作表“.+”/);
  const name = await page.locator(".recognised tbody th").last().innerText();
  await field(page, name).selectOption("不使用");
  await readAgain(page);
  await becomes(() => field(page, name).locator("option:checked").innerText(), "不使用");
});

test("a record that was open shows what the corrected files give, and one that was changed stays", async (t) => {
  const { page } = await open(t);
  const line = (code, name) => `${code},${name},示例1号,罚款,60000,2026-03-12\n`;
  const [first, second] = ["包头市甲示例有限公司", "包头市乙示例有限公司"];
  const head = "统一社会信用代码,企业名称,行政处罚决定书文号,处罚类别,罚款金额,处罚决定日期\n";
  await report(page, [{ name: "处罚.csv", text: head + line(CODES[0], first) + line(CODES[1], second) }]);
  const openRow = async (name) => {
    await page.getByRole("link", { name: "企业列表" }).click();
    await page.locator(".rows").getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
  };
  const fine = page.locator("#penalties .line");
  await openRow(first);
  await becomes(() => fine.innerText(), /罚款60,000万元/, "without a unit it is read in 万元");
  await openRow(second);
  await fine.click();
  await write(page, "penalties.0.annulled_on", "2026-06-01");
  await page.locator(".head .badge", { hasText: "信用良好" }).waitFor();

  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await field(page, "罚款金额").selectOption("罚款金额（元）");
  await readAgain(page);
  await openRow(first);
  await fine.getByText("罚款6万元").waitFor();
  await openRow(second);
  await page.locator(".head .badge", { hasText: "信用良好" }).waitFor();
  await becomes(() => page.getByRole("button", { name: /^关闭“/ }).count(), 2);
});

test("the keyboard alone corrects a column and stays where it is", async (t) => {
  const { page } = await open(t);
  await report(page, [FILE]);
  await field(page, "作出处罚之日").focus();
  for (let presses = 0; presses < 30 && (await field(page, "作出处罚之日").inputValue()) !== "处罚决定日期"; presses++) {
    await page.keyboard.press("ArrowDown");
  }
  await again(page).waitFor();
  await becomes(() => page.evaluate(() => document.activeElement.getAttribute("aria-label")), "“作出处罚之日”用作");
  await becomes(() => field(page, "作出处罚之日").inputValue(), "处罚决定日期");
  await again(page).press("Enter");
  await page.getByText("已按更正重新读入").waitFor();
  await assertAccessible(page);
});

test("at 390 px, and in English, what was recognised stands on the page", async (t) => {
  const { page } = await open(t, { width: 390, height: 844 });
  await report(page, [FILE]);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await speak(page, "en");
  await page.getByLabel("This table is").waitFor();
  await becomes(() => page.getByLabel("“备用” is used as").locator("option:checked").innerText(), "not used");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await assertAccessible(page);
});

/** Files with two refused rows and a notice. */
const BROKEN = [
  { name: "甲.csv", text: `统一社会信用代码,企业名称,登记状态\n${CODES[0]},示例一,存续\n${CODES[0]}X,示例二,存续\n${CODES[1]},示例三,正常\n` },
  { name: "乙.csv", text: `统一社会信用代码,处罚类别,罚款金额,处罚决定日期\n${CODES[0]},罚款,5,2026-02-30\n` },
];

test("the report is narrowed to a file, and to what was refused or noticed", async (t) => {
  const { page } = await open(t);
  await report(page, BROKEN);
  const rows = page.locator(".problems tbody tr");
  const all = await rows.count();
  const refused = await rows.filter({ has: page.locator(".refused") }).count();
  assert.ok(refused >= 2 && refused < all, `${refused} of ${all}`);
  await page.getByLabel("文件", { exact: true }).selectOption({ label: "乙.csv" });
  await page.waitForFunction((all) => document.querySelectorAll(".problems tbody tr").length < all, all);
  for (const text of await rows.allInnerTexts()) assert.ok(text.includes("乙.csv"), text);
  await page.getByLabel("文件", { exact: true }).selectOption({ label: "全部" });
  await page.getByLabel("结果", { exact: true }).selectOption({ label: "未采用" });
  await page.waitForFunction((refused) => document.querySelectorAll(".problems tbody tr").length === refused, refused);
  // By chance there may be as many of the other file.
  await becomes(() => page.locator(".problems .noticed").count(), 0);
  await page.getByLabel("结果", { exact: true }).selectOption({ label: "提示" });
  await page.waitForFunction((noticed) => document.querySelectorAll(".problems tbody tr").length === noticed, all - refused);
  await becomes(() => page.locator(".problems .refused").count(), 0);
});

test("what the report shows is exported as CSV and as a workbook", async (t) => {
  const { page } = await open(t);
  await report(page, BROKEN);
  // There is something to be left out.
  await page.locator(".problems .noticed").first().waitFor();
  await page.getByLabel("结果", { exact: true }).selectOption({ label: "未采用" });
  await page.waitForFunction(() => document.querySelectorAll(".problems .noticed").length === 0);
  const shown = await page.locator(".problems tbody tr").count();
  const words = await told(page);
  const download = async (name) => {
    const offered = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const file = await offered;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const csv = await download("导出 CSV");
  assert.match(csv.name, /^未采用的行和提示_\d{4}-\d\d-\d\d\.csv$/);
  const text = new TextDecoder().decode(csv.bytes);
  assert.equal(text.trimEnd().split("\r\n").filter((line) => /^"[甲乙]\.csv"/.test(line)).length, shown);
  for (const said of words) assert.ok(text.includes(said), said);
  const workbook = await download("导出 XLSX");
  assert.match(workbook.name, /\.xlsx$/);
  assert.equal(workbook.bytes.subarray(0, 4).toString("latin1"), "PK\x03\x04");
});
