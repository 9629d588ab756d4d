import assert from "node:assert/strict";
import test from "node:test";
import { becomes, creditCode, longestTask, slowness, started } from "./flows.mjs";
import { open } from "./harness.mjs";

function district(count) {
  const register = ["统一社会信用代码,企业名称,成立日期,登记状态"];
  const penalties = ["统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关,裁量阶次"];
  for (let number = 0; number < count; number++) {
    const code = creditCode(number);
    register.push(`${code},包头市虚构${number}号商贸有限公司,2018-05-16,存续`);
    if (number % 4 === 0) penalties.push(`${code},示例${number}号,罚款,6,2026-03-12,2026-03-12,包头市市场监督管理局,一般`);
  }
  return [
    { name: "经营主体.csv", text: register.join("\n") },
    { name: "行政处罚.csv", text: penalties.join("\n") },
  ];
}

/** Drops files on the page. They are made there beforehand, so that what is timed is the page's work alone. */
async function makeFiles(page, files) {
  await page.evaluate((files) => {
    window.made = new DataTransfer();
    for (const { name, text } of files) window.made.items.add(new File([text], name));
  }, files);
  return () =>
    page.evaluate(() => {
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: window.made, bubbles: true, cancelable: true }));
    });
}

// A page that reads 100,000 rows by itself stands still for seconds.
const FROZEN_MS = 1000 * slowness;

test("100,000 enterprises do not freeze the page", async (t) => {
  const { page } = await open(t);
  await started(page);
  const drop = await makeFiles(page, district(100_000));
  const reading = await longestTask(page, async () => {
    await drop();
    await page.getByText("共 100000 户").waitFor();
  });
  assert.ok(reading < FROZEN_MS, `while reading, the page drew nothing for ${reading} ms`);
  assert.match(await page.locator(".choices").innerText(), /信用风险一般 25000[\s\S]*信用良好 75000/);

  const searching = await longestTask(page, async () => {
    await page.getByLabel("按名称或代码查找").fill("虚构99999号");
    await page.getByText("共 1 户").waitFor();
  });
  assert.ok(searching < FROZEN_MS, `while searching, the page drew nothing for ${searching} ms`);
  await page.getByLabel("按名称或代码查找").fill("");
  await page.getByText("共 100000 户").waitFor();

  const scrolling = await longestTask(page, async () => {
    await page.locator(".rows").evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
    await page.locator(".rows td.name", { hasText: "虚构99999号" }).waitFor();
  });
  assert.ok(scrolling < FROZEN_MS, `while scrolling, the page drew nothing for ${scrolling} ms`);
  assert.ok((await page.locator(".rows tbody tr").count()) < 300, "only the rows about in sight are drawn");
  const inSight = async () => {
    const { y } = await page.locator(".rows td.name").last().boundingBox();
    return y > 0 && y < 900;
  };
  await becomes(inSight, true, "the last row is in sight");

  await page.locator(".rows td.name a", { hasText: "虚构99999号" }).click();
  await page.getByRole("heading", { level: 1, name: "包头市虚构99999号商贸有限公司" }).waitFor();
  await page.goBack();
  await page.locator(".rows td.name", { hasText: "虚构99999号" }).waitFor();
});

test("reading shows how far it is and can be stopped", async (t) => {
  const { page } = await open(t);
  await started(page);
  const drop = await makeFiles(page, district(100_000));
  // Looked for and pressed by the page itself: reading does not take long, and the test may be the slower of the two.
  const pressed = page.evaluate(
    () =>
      new Promise((pressed) => {
        const watch = new MutationObserver(() => {
          const told = document.querySelector(".reading")?.innerText ?? "";
          if (!/已读 .+，共 .+ MB；\d+ 行；约剩 \d+ 秒/.test(told) || !document.querySelector("progress")) return;
          watch.disconnect();
          [...document.querySelectorAll(".reading button")].find((button) => button.innerText === "停止读取").click();
          pressed(told);
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
      }),
  );
  await drop();
  await pressed;
  await page.getByText("已停止读取").waitFor();
  await page.getByRole("button", { name: "选择文件", exact: true }).waitFor();
});
