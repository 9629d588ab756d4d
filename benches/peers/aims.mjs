// What the product aims at on two cores, beside what was measured.
import { megabytes, seconds, table, times } from "./report.mjs";

const [HUNDRED_THOUSAND, MILLION] = [100_000, 1_000_000];

/** Each aim with its figure; those whose size was not measured are left out. */
export function aims(districts, workbook) {
  const of = (count) => districts.find((district) => district.count === count);
  const [large, largest] = [of(HUNDRED_THOUSAND), of(MILLION)];
  const rows = [];
  const aim = (what, wanted, figure, isMet) => rows.push([what, wanted, figure, isMet ? "met" : "**missed**"]);
  const atMost = (what, value, most, show) => aim(what, `at most ${show(most)}`, show(value), value <= most);
  const atLeast = (what, value, least) => aim(what, `at least ${times(least)}`, times(value), value >= least);
  if (large) {
    const [own, papa, duckdb] = large.systems;
    const perEnterprise = ({ classMs, classed }) => classMs / classed;
    const [ownJudge, , , nativeJudge, rules] = large.judges.map(perEnterprise);
    atMost("100,000 enterprises from drop to summary", own.ms, 1500, (ms) => `${seconds(ms)} s`);
    atLeast("the best peer, end to end, takes", Math.min(papa.ms, duckdb.ms) / own.ms, 2);
    atLeast("json-rules-engine, judging 100,000, takes", rules / ownJudge, 25);
    atMost("judging 100,000, against native", ownJudge / nativeJudge, 1.5, times);
    if (largest) atMost("a million, against 100,000", largest.systems[0].ms / own.ms, 11, times);
  }
  if (largest) atMost("memory for a million", largest.systems[0].peak, 1.5 * 2 ** 30, megabytes);
  const tasks = districts.map(({ systems }) => systems[0].longestTask);
  if (tasks.length) atMost("longest task of the main thread", Math.max(...tasks), 50, (ms) => `${Math.round(ms)} ms`);
  atLeast("SheetJS, reading a workbook, takes", workbook.sheetjs.ms / workbook.ours.ms, 2.5);
  return table(["aim", "wanted", "measured", "outcome"], rows);
}
