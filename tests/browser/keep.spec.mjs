import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { launch, newContext, SITE } from "./browser.mjs";
import { becomes, chooseFiles, creditCode, openSample, started, toStart, write } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";
import { serve } from "./server.mjs";

/** Unfolds what is said of keeping, above the list. */
async function unfold(page) {
  await page.locator(".keep summary").click();
  await page.getByText("公用电脑请不要保留").waitFor();
}

/** Has the browser keep the sample, and waits until it does. */
async function keep(page) {
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByText("已保留在本机浏览器中：41 户。").waitFor();
}

const listed = (page) => page.getByText("共 41 户").waitFor();

/** Nothing of a district is left in the browser, and no worker was fetched to look for it. */
async function assertNothingKept(page) {
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  assert.equal(page.workers().length, 0, "nothing was there to look for");
}

/** Saves the district to a file, sealed where there is a passphrase. */
async function save(page, passphrase = "") {
  await page.getByLabel("口令").fill(passphrase);
  const offered = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存为文件" }).click();
  const file = await offered;
  assert.match(file.suggestedFilename(), /^信衡存档_\d{4}-\d\d-\d\d\.xinheng$/);
  await page.getByText(passphrase === "" ? "未加密" : "没有口令无法打开").waitFor();
  return fs.readFileSync(await file.path());
}

const archive = (bytes, name = "一月.xinheng") => [{ name, bytes }];

test("nothing is kept until it is asked for; what is kept comes back with the page, until it is not to be", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await page.reload();
  await page.getByRole("link", { name: "去打开文件" }).waitFor();
  assert.equal(await page.getByText("共 41 户").count(), 0, "nothing came back");
  await assertNothingKept(page);
  await toStart(page);

  await openSample(page);
  await unfold(page);
  await assertAccessible(page);
  await keep(page);
  await page.getByText(/本机浏览器已保留：41 户/).waitFor();
  const names = await page.locator(".rows td.name a").allInnerTexts();

  await page.reload();
  await listed(page);
  await becomes(() => page.locator(".rows td.name a").allInnerTexts(), names);
  await page.getByText("以下企业和数据均为虚构").waitFor();

  await unfold(page);
  await page.getByRole("button", { name: "不再保留" }).click();
  await page.getByText("本机浏览器不再保留。").waitFor();
  await page.getByRole("button", { name: "保留在本机浏览器中" }).waitFor();
  await page.reload();
  await started(page);
  await page.getByRole("link", { name: "去打开文件" }).waitFor();
  await assertNothingKept(page);
});

test("what comes back leads nobody away from an open record", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await unfold(page);
  await keep(page);
  await page.keyboard.press("Escape");
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
  await page.reload();
  await page.locator(".answer .head").waitFor();
  await page.getByRole("link", { name: "企业列表" }).click();
  await listed(page);
});

test("one button clears everything that the browser keeps", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await unfold(page);
  await keep(page);
  await page.keyboard.press("Escape");
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
  await toStart(page);
  // It asks first, and nothing goes that was not said to go.
  await page.getByRole("button", { name: "清除本机浏览器保留的全部内容" }).click();
  await page.getByRole("button", { name: "不清除", exact: true }).click();
  assert.equal(await page.evaluate(async () => (await indexedDB.databases()).length), 1);
  await page.getByRole("button", { name: "清除本机浏览器保留的全部内容" }).click();
  await page.getByRole("button", { name: "清除", exact: true }).click();
  await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
  await becomes(() => page.evaluate(() => [localStorage.length, sessionStorage.getItem("xinheng.tabs") ?? ""]), [0, ""]);
  await page.reload();
  await started(page);
  assert.equal(await page.getByRole("link", { name: "企业列表" }).count(), 0);
});

test("a list that nothing keeps is not left without a question, one that is kept is", async (t) => {
  const { page } = await open(t);
  const questions = [];
  page.on("dialog", (dialog) => {
    questions.push(dialog.type());
    dialog.accept();
  });
  await started(page);
  await chooseFiles(page, [{ name: "经营主体.csv", bytes: Buffer.from(`统一社会信用代码,企业名称,登记状态\n${creditCode(1)},包头市示例有限公司,存续\n`) }]);
  await page.locator(".rows td.name a").first().waitFor();
  await page.reload();
  await toStart(page);
  assert.deepEqual(questions, ["beforeunload"]);
  await chooseFiles(page, [{ name: "经营主体.csv", bytes: Buffer.from(`统一社会信用代码,企业名称,登记状态\n${creditCode(1)},包头市示例有限公司,存续\n`) }]);
  await page.locator(".rows td.name a").first().waitFor();
  await unfold(page);
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByText("已保留在本机浏览器中：1 户。").waitFor();
  await page.reload();
  await page.getByRole("link", { name: "企业列表" }).waitFor();
  assert.deepEqual(questions, ["beforeunload"], "what is kept comes again by itself");
});

test("a passphrase is shown when asked, and how easily it is guessed is said", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await unfold(page);
  const field = page.getByLabel("口令（不填则不加密）");
  const said = () => page.locator("#passphrase-strength").innerText();
  await field.fill("abc");
  await becomes(async () => /太简单/.test(await said()), true);
  await field.fill("昆都仑区 market 2026");
  await becomes(async () => /较强/.test(await said()), true);
  assert.equal(await field.getAttribute("type"), "password");
  await page.getByRole("checkbox", { name: "显示所填内容" }).check();
  await becomes(() => field.getAttribute("type"), "text");
  assert.equal(await field.inputValue(), "昆都仑区 market 2026", "what was written stays");
});

test("a district is saved to a file and opened elsewhere; a file that is not what was saved says what it is", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await unfold(page);
  const bytes = await save(page);

  const elsewhere = await open(t);
  await started(elsewhere.page);
  await chooseFiles(elsewhere.page, archive(bytes));
  await listed(elsewhere.page);

  // Each by a name of its own: what was said of the one before stands there until then.
  const refused = async (bytes, name, words) => {
    await toStart(page);
    await chooseFiles(page, archive(bytes, name));
    await page.getByRole("alert").getByText(words).waitFor();
    await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
  };
  const damaged = Buffer.from(bytes);
  damaged[bytes.length >> 1] ^= 1;
  await refused(damaged, "坏.xinheng", "“坏.xinheng”已损坏");
  await refused(bytes.subarray(0, bytes.length - 1), "断.xinheng", "“断.xinheng”已损坏");
  const newer = Buffer.from(bytes);
  newer[8] = 9;
  await refused(newer, "新.xinheng", "较新版本的信衡保存的（格式 9）");
});

test("a sealed file opens with its passphrase alone", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await unfold(page);
  const [bytes, again] = [await save(page, "包头 café 2026"), await save(page, "包头 café 2026")];
  assert.notDeepEqual(bytes, again, "salt and nonce are drawn anew");

  const elsewhere = await open(t);
  await started(elsewhere.page);
  await chooseFiles(elsewhere.page, archive(bytes));
  await elsewhere.page.getByLabel("“一月.xinheng”有口令").fill("包头 cafe 2026");
  await elsewhere.page.keyboard.press("Enter");
  await elsewhere.page.getByText("口令不对").waitFor();
  await assertAccessible(elsewhere.page);
  // The same letters, written in another way.
  await elsewhere.page.getByLabel("“一月.xinheng”有口令").fill("包头 cafe\u0301 2026");
  await elsewhere.page.getByRole("button", { name: "打开", exact: true }).click();
  await listed(elsewhere.page);

  await toStart(page);
  await chooseFiles(page, archive(bytes));
  await page.getByLabel("“一月.xinheng”有口令").waitFor();
  await page.getByRole("button", { name: "停止读取" }).click();
  await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
});

test("where the browser has no cryptography no passphrase is offered, and a sealed file says where it can be opened", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await unfold(page);
  const sealed = await save(page, "口令");

  const server = await serve(SITE);
  const browser = await launch(["--host-resolver-rules=MAP office.test 127.0.0.1"]);
  t.after(async () => {
    await browser.close();
    await server.close();
  });
  const plain = await (await newContext(browser, { width: 1280, height: 900 })).newPage();
  await plain.goto(server.url.replace("127.0.0.1", "office.test"));
  await openSample(plain);
  await unfold(plain);
  await plain.getByText("只在 https 或者本机网址下提供加密").waitFor();
  assert.equal(await plain.getByLabel("口令").count(), 0);
  await toStart(plain);
  await chooseFiles(plain, archive(sealed));
  await plain.getByRole("alert").getByText("须为 https 或者本机地址").waitFor();
});

test("a full disk and a denied storage are told in words, and nothing is lost", async (t) => {
  const { page, context } = await open(t);
  await openSample(page);
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1 });
  await unfold(page);
  await page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await page.getByRole("alert").getByText("浏览器没有保留").waitFor();
  await listed(page);
  await page.reload();
  await page.getByRole("link", { name: "去打开文件" }).waitFor();
  // The database that was begun goes when the page has looked into it.
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
  // The worker that has looked is gone, and begins no other.
  await becomes(() => page.workers().length, 0);
  await page.reload();
  await page.getByRole("link", { name: "去打开文件" }).waitFor();
  await assertNothingKept(page);

  const denied = await open(t);
  await denied.context.route("**/boot_worker.js", async (route) => {
    const script = await (await route.fetch()).text();
    const deny = 'Object.defineProperty(self, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } });';
    await route.fulfill({ body: deny + script, contentType: "text/javascript" });
  });
  await openSample(denied.page);
  await unfold(denied.page);
  await denied.page.getByRole("button", { name: "保留在本机浏览器中" }).click();
  await denied.page.getByRole("alert").getByText("浏览器没有保留").waitFor();
  await listed(denied.page);
});

test("every tab tells the same of what the browser keeps, in one sentence", async (t) => {
  const { page, context, server } = await open(t);
  await openSample(page);
  await unfold(page);
  await keep(page);
  const second = await context.newPage();
  await second.goto(server.url);
  await listed(second);
  await unfold(second);
  await second.getByText("本机浏览器已保留：41 户").waitFor();

  // Another tab keeps a record that was changed: what this one shows is not what is kept any more.
  await page.keyboard.press("Escape");
  await page.locator(".rows td.name a").first().click();
  await page.locator(".answer .head").waitFor();
  await write(page, "basics.region", "150204");
  await page.getByRole("link", { name: "企业列表" }).click();
  const kept = (shown) => shown.locator(".keep");
  await kept(page).getByText("保留与存档（保留的不是现在的数据）").waitFor();
  assert.equal(await kept(page).getByText("本机浏览器已保留").count(), 0);
  await page.locator(".keep summary").click();
  await page.getByRole("button", { name: "以现在的数据重新保留" }).click();
  await kept(page).getByText("本机浏览器已保留：41 户").waitFor();
  await kept(second).getByText("本机浏览器保留的不是现在显示的数据").waitFor();
  assert.equal(await kept(second).getByText("本机浏览器已保留").count(), 0);

  await page.getByRole("button", { name: "不再保留" }).click();
  await second.getByRole("button", { name: "保留在本机浏览器中" }).waitFor();
  assert.equal(await kept(second).getByText(/本机浏览器(已保留|保留的)/).count(), 0);
});
