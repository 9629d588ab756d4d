import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { becomes, chooseFiles, creditCode, setAsOf, started, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

const [FIRST, SECOND, OTHER] = [1, 2, 3].map(creditCode);
const register = (...rows) => ["统一社会信用代码,企业名称,登记状态", ...rows, ""].join("\n");
const DISTRICT = [{ name: "经营主体.csv", text: register(`${FIRST},包头市示例一有限公司,存续`, `${SECOND},包头市示例二有限公司,存续`) }];
const OTHERS = [{ name: "另一批.csv", text: register(`${OTHER},包头市另一示例有限公司,存续`) }];

const names = (page) => page.locator(".rows td.name a").allInnerTexts();
const list = (page) => page.getByRole("link", { name: "企业列表" }).click();

async function openDistrict(t) {
  const opened = await open(t);
  const { page } = opened;
  await started(page);
  await setAsOf(page, "2026-11-21");
  await chooseFiles(page, DISTRICT);
  await page.getByText("共 2 户").waitFor();
  return opened;
}

/** Opens files from the page for that, with the district open. */
async function openMore(page, files) {
  await page.locator(".brand").click();
  await chooseFiles(page, files);
}

/** The district is as it was, narrowed as it was. */
async function stays(page) {
  await list(page);
  await page.getByRole("link", { name: "包头市示例二有限公司" }).waitFor();
  await becomes(() => names(page), ["包头市示例二有限公司"]);
}

test("opening what cannot be read costs nothing of what is open, in any way of opening", async (t) => {
  const { page } = await openDistrict(t);
  await page.locator(".rows").getByRole("link", { name: "包头市示例一有限公司" }).click();
  await page.locator(".answer .head").waitFor();
  await list(page);
  await page.getByLabel("按名称或代码查找").fill("示例二");
  await page.getByText("共 1 户").waitFor();

  // Chosen: an empty file, and one that is no table of an office's.
  const told = () => page.getByRole("alert").getByText("没有可用的内容，没有打开；原来的 2 户没有改变").waitFor();
  for (const file of [{ name: "空.csv", text: "" }, { name: "会议.csv", text: "时间,地点\n上午,会议室\n" }]) {
    await openMore(page, [file]);
    await told();
    await page.getByRole("alert").getByText(`“${file.name}”：`).waitFor();
    await stays(page);
  }
  // Dropped.
  await page.evaluate(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([""], "空表.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await page.getByRole("alert").getByText("“空表.csv”：").waitFor();
  await stays(page);
  // Its row is still open in its tab.
  assert.deepEqual(await page.locator(".tabs a").allInnerTexts(), ["包头市示例一有限公司"]);
  await assertAccessible(page);

  // An archive that is damaged, and one whose passphrase nobody knows.
  await page.locator(".keep summary").click();
  await page.getByLabel("口令").fill("包头2026");
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存为文件" }).click();
  const sealed = fs.readFileSync(await (await offered).path());
  const damaged = Buffer.from(sealed);
  damaged[sealed.length >> 1] ^= 1;
  await openMore(page, [{ name: "一月.xinheng", bytes: damaged }]);
  await page.getByRole("alert").getByText("“一月.xinheng”已损坏").waitFor();
  await stays(page);
  await openMore(page, [{ name: "一月.xinheng", bytes: sealed }]);
  await page.getByLabel("“一月.xinheng”有口令").fill("不对");
  await page.keyboard.press("Enter");
  await page.getByText("口令不对").waitFor();
  await page.getByRole("button", { name: "停止读取" }).click();
  await page.getByText("已停止读取，原来打开的数据没有改变。").waitFor();
  await stays(page);
});

test("files that could not be read can be looked at and corrected, and then gone back from", async (t) => {
  const { page } = await openDistrict(t);
  await openMore(page, [{ name: "名单.csv", text: `信用编号,单位,登记状态\n${OTHER},包头市另一示例有限公司,存续\n` }]);
  await page.getByRole("alert").getByText("原来的 2 户没有改变").waitFor();
  await page.getByRole("button", { name: "查看这些文件的读入情况" }).click();
  await page.locator("table.files").getByText("名单.csv").waitFor();
  await page.getByLabel("这张表是").selectOption("经营主体");
  await page.getByLabel("“信用编号”用作").selectOption("统一社会信用代码");
  await page.getByLabel("“单位”用作").selectOption("企业名称");
  await page.getByRole("button", { name: "按更正重新读入" }).click();
  await page.getByText("共 1 户企业").waitFor();
  await list(page);
  await becomes(() => names(page), ["包头市另一示例有限公司"]);
  await page.getByText("之前打开的 2 户还在。").waitFor();
  await page.getByRole("button", { name: "恢复之前的数据" }).click();
  await page.getByText("共 2 户").waitFor();
});

test("other tables offer the way back to those that were open before, with what was changed there", async (t) => {
  const { page } = await openDistrict(t);
  await page.locator(".rows").getByRole("link", { name: "包头市示例一有限公司" }).click();
  await page.locator(".answer .head").waitFor();
  await write(page, "basics.region", "150203");
  await openMore(page, OTHERS);
  await page.getByRole("link", { name: "包头市另一示例有限公司" }).waitFor();
  await becomes(() => names(page), ["包头市另一示例有限公司"]);
  await assertAccessible(page);
  await page.getByRole("button", { name: "恢复之前的数据" }).click();
  await page.getByText("共 2 户").waitFor();
  await page.locator(".rows tr", { hasText: "包头市示例一有限公司" }).getByText("手工修改").waitFor();
  // And forth again; then they are not needed any more.
  await page.getByText("之前打开的 1 户还在。").waitFor();
  await page.getByRole("button", { name: "不再需要" }).click();
  assert.equal(await page.getByRole("button", { name: "恢复之前的数据" }).count(), 0);
});

test("files that are read again as corrected and give nothing, or are gone, leave the district as it is", async (t) => {
  const { page, watch } = await openDistrict(t);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "opening-"));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, "主体.csv");
  fs.writeFileSync(file, DISTRICT[0].text);
  await page.locator(".brand").click();
  await chooseFiles(page, [file]);
  await page.getByText("共 2 户").waitFor();
  await page.getByRole("link", { name: "读入情况", exact: true }).click();
  await page.getByLabel("“统一社会信用代码”用作").selectOption({ label: "不使用" });
  await page.getByRole("button", { name: "按更正重新读入" }).click();
  await page.getByRole("alert").getByText("按更正重新读入后没有可用的内容，仍是更正之前的数据").waitFor();
  await page.getByText("共 2 户企业").waitFor();

  fs.rmSync(file);
  await page.getByRole("button", { name: "按更正重新读入" }).click();
  await page.getByRole("alert").getByText("浏览器没能读取“主体.csv”").waitFor();
  await page.getByText("共 2 户企业").waitFor();
  await list(page);
  await page.getByText("共 2 户").waitFor();
  watch.allow(/主体\.csv/);
});
