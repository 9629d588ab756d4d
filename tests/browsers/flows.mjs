// What a person does with Xinheng, step by step, in whatever browser. `FLOWS` names each way; it takes a session
// (session.mjs) whose window stands on the start page, and the server where the page comes from one.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { becomes } from "../browser/flows.mjs";
import { gb18030 } from "../browser/gb18030.mjs";
import { readPdf } from "../browser/pdf.mjs";

const WORKBOOK = fileURLToPath(new URL("../fixtures/workbooks/excel.xlsx", import.meta.url));
const CODE = "91150203MAE0YWCM6D";

/** Two tables as an office exports them; of the second one row is broken. */
const TABLES = {
  "经营主体.csv": `统一社会信用代码,企业名称,登记状态
${CODE},包头市虚构商贸有限公司,存续
91350100M000100Y43,示例食品店,存续
`,
  "行政处罚.csv": `统一社会信用代码,行政处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期,公示日期,处罚机关
${CODE},示例1号,罚款,6,2026-03-12,2026-03-12,包头市市场监督管理局
${CODE},示例2号,罚款,2,2025-02-30,2025-03-12,包头市市场监督管理局
`,
};

const badge = (session, words) => session.find(".head .badge", words);

const toStart = (session) => session.click(".brand");

async function openSampleEnterprise(session) {
  await session.click(".sample button:first-of-type");
  await badge(session, "违法失信、风险较高");
}

/** Opens the made-up district, which takes the worker that reads tables. */
async function openSampleDistrict(session) {
  await session.click(".sample button:nth-of-type(2)");
  await session.find("main", "以下企业和数据均为虚构");
  await session.find(".rows td.name a");
}

/** Opens a workbook, which takes a second worker, and one of its enterprises. */
async function openWorkbook(session) {
  await session.choose("#files", [WORKBOOK]);
  await session.click(".rows td.name a", "示例一有限公司");
  await session.find("h1", "示例一有限公司");
}

async function start(session) {
  await openSampleEnterprise(session);
  await session.find(".tag", "虚构");
  await session.click("button", "English");
  await session.find("h2", "Why");
  await becomes(() => session.read(() => document.documentElement.lang), "en");
  await session.click("button", "中文");
  await session.find("h2", "为什么");
}

async function entry(session) {
  await session.click("button", "新建记录");
  await session.write("#as-of", "2026-11-21");
  await session.write('[id="basics.uscc"]', "9115 0203 mae0 ywcm 6d");
  await session.write('[id="basics.name"]', "包头市新建示例有限公司");
  await session.find("h1", "包头市新建示例有限公司");
  await becomes(() => session.value('[id="basics.uscc"]'), CODE);
  await badge(session, "信用良好");
  await session.click("button", "添加 行政处罚");
  await session.write('[id="penalties.0.decided_on"]', "2026.5.6");
  await becomes(() => session.value('[id="penalties.0.decided_on"]'), "2026年5月6日");
  await session.click('[name="penalties.0.kinds"][value="fine"]');
  await session.write('[id="penalties.0.fine_yuan"]', "8万");
  await becomes(() => session.value('[id="penalties.0.fine_yuan"]'), "80000");
  await badge(session, "信用风险一般");
  await session.click("button", "撤销");
  await becomes(() => session.value('[id="penalties.0.fine_yuan"]'), "");
  await session.click("button", "重做");
  await becomes(() => session.value('[id="penalties.0.fine_yuan"]'), "80000");
  await session.click("#penalties button", "删除");
  await badge(session, "信用良好");
  await session.pressControl("z");
  await badge(session, "信用风险一般");
  // What was entered is still there in the tab when the page is opened anew.
  await session.reload();
  await session.find("h1", "包头市新建示例有限公司");
  await badge(session, "信用风险一般");
}

async function files(session) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "xinheng-browsers-"));
  try {
    const paths = Object.entries(TABLES).map(([name, text]) => {
      fs.writeFileSync(path.join(folder, name), gb18030(text));
      return path.join(folder, name);
    });
    await session.choose("#files", paths);
    await session.find("main", "共 2 户");
    await session.click(".rows td.name a", "包头市虚构商贸有限公司");
    await session.find("h1", "包头市虚构商贸有限公司");
    await session.find("main", "行政处罚 (1)");
    await session.click("a", "读入情况");
    await session.find(".problems tbody tr", "没有这一天");
    await session.find(".files tbody tr", "GB18030");
    assert.equal(await session.count(".files tbody tr"), 2);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function workbook(session) {
  await openWorkbook(session);
  await toStart(session);
  await openWorkbook(session);
}

/** Where an engine cannot write a page to a PDF when it is told to, what stands in the page for the printer is all that is seen. */
async function print(session) {
  await openSampleEnterprise(session);
  const name = await (await session.find("h1")).getText();
  // No browser that nobody sits at opens its window for printing.
  await session.read(() => {
    window.printed = [];
    window.print = () => window.printed.push(document.querySelector(".paper")?.textContent);
  });
  for (const [place, [button, title]] of [["打印评估报告", "评估报告"], ["打印信用修复告知书", "信用修复告知书"]].entries()) {
    await session.click("button", button);
    await becomes(() => session.read(() => window.printed.length), place + 1);
    const [paper] = await session.read(() => window.printed.slice(-1));
    for (const words of [title, name]) assert.ok(paper.includes(words), `${words} on the paper`);
    if (session.prints) {
      const all = (await readPdf(await session.print())).join("");
      for (const words of [title, name.replace(/\s/g, "")]) assert.ok(all.includes(words), `${words} in ${all.slice(0, 200)}`);
      assert.ok(!all.includes("新建记录"), "nothing is printed of what is pressed");
    }
    await session.read(() => dispatchEvent(new Event("afterprint")));
    await becomes(() => session.read(() => document.querySelector(".paper") === null), true, "the paper is gone");
  }
}

async function offline(session, { server }) {
  await session.find("footer.foot", "已可离线使用");
  await server.close();
  // The tab of the first visit: its workers come from what is kept.
  await openSampleDistrict(session);
  await session.reload();
  await toStart(session);
  await openSampleEnterprise(session);
  await toStart(session);
  await openSampleDistrict(session);
  await toStart(session);
  await openWorkbook(session);
  await session.click("a", "帮助");
  await session.find(".help dt");
  await session.find("footer.foot", "离线自");
}

/** Every way by its name; `onlySite` where the single file has no part in it. */
export const FLOWS = [
  { name: "start", way: start },
  { name: "entry", way: entry },
  { name: "files", way: files },
  { name: "a workbook", way: workbook },
  { name: "print", way: print },
  { name: "offline", way: offline, onlySite: true },
];
