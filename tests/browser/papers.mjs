// What the specs on papers share: a record with these facts, a window that only counts what it is told to print, and the pages
// that would leave the printer.
import { chooseFiles, started } from "./flows.mjs";
import { readPdf, readPlaces } from "./pdf.mjs";

export const NAME = "包头市虚构商贸有限公司";
export const CODE = "91150203MAE0YWCM6D";
export const REPORT = "打印评估报告";
export const NOTICE = "打印信用修复告知书";

/** Opens a record with these facts, as of 2026-11-21, in a window that only counts how often it is told to print. */
export async function openFacts(page, facts, more = {}) {
  await started(page);
  const enterprise = { uscc: CODE, name: NAME, ...facts };
  const text = JSON.stringify({ format: "xinheng-record", version: 1, as_of: "2026-11-21", enterprise, ...more });
  await chooseFiles(page, [{ name: "记录.json", text }]);
  await page.locator(".answer .head").waitFor();
  await countPrints(page);
}

export async function countPrints(page) {
  await page.evaluate(() => {
    window.prints = 0;
    window.print = () => (window.prints += 1);
  });
}

/** Presses a button that prints, and waits until the browser was told to. */
export async function print(page, name) {
  const before = await page.evaluate(() => window.prints);
  await page.getByRole("button", { name }).click();
  await page.waitForFunction((before) => window.prints === before + 1, before);
}

const pdf = (page) => page.pdf({ preferCSSPageSize: true });

/** The text of each page that would leave the printer. */
export const printed = async (page) => readPdf(await pdf(page));

/** The same with the places of the words. */
export const printedPlaces = async (page) => readPlaces(await pdf(page));

/** The day so many days after another. */
export const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const inChinese = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

/** So many penalties, each with a number of its own at the beginning of its row and a day of its own at the end. */
export const penalties = (count) =>
  Array.from({ length: count }, (_, place) => ({
    document_no: `虚构罚字${String(place + 1).padStart(3, "0")}号`,
    decided_on: later("2025-06-01", place),
    published_on: place % 7 ? later("2025-06-10", place) : undefined,
    authority: "包头市昆都仑区市场监督管理局",
    kinds: place % 3 ? ["fine"] : ["warning", "fine", "confiscation_of_gains"],
    fine_yuan: 60000,
    category: ["未明码标价", "发布虚假广告", "生产标签不符合规定的食品"][place % 3],
    discretion: "ordinary",
    fulfilled_on: place % 2 ? later("2025-06-20", place) : undefined,
    commitment_on: later("2025-07-01", place),
  }));

/**
 * Twelve penalties that are still published as of 2026-11-21, decided from 2 March 2026 on every twenty days and published eight
 * days later; the first, third, fifth and so on are fulfilled and made good for. The sixth is for a violation of the first's kind.
 */
export const TWELVE = Array.from({ length: 12 }, (_, place) => {
  const decided_on = later("2026-03-02", 20 * place);
  const done = place % 2 ? undefined : later(decided_on, 15);
  return {
    document_no: `包昆市监罚〔2026〕${101 + place}号`,
    decided_on,
    published_on: later(decided_on, 8),
    authority: "包头市昆都仑区市场监督管理局",
    kinds: ["fine"],
    fine_yuan: 60000,
    category: `虚构违法行为${"甲乙丙丁戊甲庚辛壬癸子丑"[place]}`,
    discretion: "ordinary",
    fulfilled_on: done,
    harm_eliminated_on: done,
  };
});

/** The days, worked out by hand, are named where they are asserted. */
export const REPAIRABLE = {
  registered_on: "2018-05-16",
  penalties: [
    {
      document_no: "虚构罚字甲号",
      decided_on: "2026-07-01",
      published_on: "2026-07-10",
      authority: "包头市昆都仑区市场监督管理局",
      kinds: ["fine"],
      fine_yuan: 60000,
      category: "未明码标价",
      discretion: "ordinary",
      fulfilled_on: "2026-07-15",
      harm_eliminated_on: "2026-07-15",
    },
    {
      document_no: "虚构罚字乙号",
      decided_on: "2026-10-08",
      published_on: "2026-10-20",
      kinds: ["fine"],
      fine_yuan: 60000,
      category: '发布"虚假"<广告>&宣传',
      discretion: "ordinary",
      harm_eliminated_on: "2026-10-21",
    },
    {
      document_no: "虚构罚字丙号",
      decided_on: "2026-09-01",
      published_on: "2026-09-08",
      authority: "包头市昆都仑区消防救援大队",
      authority_system: "other",
      kinds: ["fine"],
      fine_yuan: 30000,
      category: "消防设施未保持完好有效",
      discretion: "ordinary",
      fulfilled_on: "2026-09-10",
      commitment_on: "2026-09-11",
    },
    {
      document_no: "虚构罚字丁号",
      decided_on: "2025-06-01",
      kinds: ["fine"],
      fine_yuan: 60000,
      category: "短斤少两",
      discretion: "ordinary",
      repaired_on: "2026-06-01",
    },
  ],
  abnormal_listings: [{ reason: "annual_report", listed_on: "2026-07-06", corrected_on: "2026-08-01" }],
  leads: [{ kind: "complaint", received_on: "2026-11-10" }],
};
