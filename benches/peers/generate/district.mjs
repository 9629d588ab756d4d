// One district as the eight files that its offices keep, in GB18030. The same number gives the same bytes.
import fs from "node:fs";
import path from "node:path";
import { Chance } from "./chance.mjs";
import { dayNumber, show } from "./days.mjs";
import { enterprises } from "./enterprises.mjs";
import { CsvFile } from "./gb18030.mjs";
import { OTHER_FILES } from "./others.mjs";
import { PENALTY_COLUMNS, penaltyRows } from "./penalties.mjs";

/** The day for which everything is asked. */
export const AS_OF = "2026-11-21";

const REGISTER_COLUMNS = [
  "统一社会信用代码",
  "企业名称",
  "主体类型",
  "成立日期",
  "登记状态",
  "行政区划",
  "行业代码",
  "监管领域",
  "风险等级",
];

/** How an office writes: its days, and whom a row is about. */
function office(chance) {
  const asOf = dayNumber(AS_OF);
  return {
    chance,
    /** A day of the last `within`, not before `since`. */
    day: (within, since) => Math.max(asOf - chance.whole(0, within), since),
    /** With this likelihood a day up to `within` after another, if it has come. */
    later(day, within, likelihood) {
      if (day === null || !chance.happens(likelihood)) return null;
      const after = day + chance.whole(1, within);
      return after <= asOf ? after : null;
    },
    /** Code and name; now and then the code is left out, and the row joins by the name. */
    who: ({ code, name }) => (chance.happens(0.003) ? ["", name] : [code, name]),
  };
}

/**
 * Writes the district into a folder, which is emptied before.
 * @returns {{files: string[], bytes: number, rows: number}} the paths of the files, their size and rows in all
 */
export function writeDistrict(folder, count) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const chance = new Chance(count);
  const desk = office(chance);
  const all = enterprises(count, chance, dayNumber(AS_OF));
  const files = [];
  let rows = 0;
  const write = (name, columns, fill) => {
    files.push(path.join(folder, `${name}.csv`));
    const file = new CsvFile(files.at(-1), columns);
    fill((row) => {
      file.row(row);
      rows += 1;
    });
    file.close();
  };

  write("经营主体", REGISTER_COLUMNS, (row) => {
    for (const one of all) {
      const { code, name, kind, founded, active, region, industry, sector, grade } = one;
      row([code, name, kind, show(founded, chance), active ? "存续" : "注销", region, industry, sector, grade]);
    }
  });
  write("行政处罚", PENALTY_COLUMNS, (row) => {
    for (const penalty of penaltyRows(all, desk)) row(penalty);
  });
  for (const { name, columns, count: countOf, row: rowOf } of OTHER_FILES) {
    write(name, columns, (row) => {
      for (const one of all) {
        for (let left = countOf(one, chance); left > 0; left -= 1) row([...desk.who(one), ...rowOf(one, desk)]);
      }
    });
  }
  const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  return { files, bytes, rows };
}

/** So many rows of penalties, of enterprises that nobody has registered. */
export function penalties(count) {
  const chance = new Chance(count);
  const desk = { ...office(chance), who: ({ code, name }) => [code, name] };
  const rows = [];
  // Some half of the enterprises have a penalty each.
  for (const row of penaltyRows(enterprises(count * 3, chance, dayNumber(AS_OF)), desk)) {
    rows.push(row);
    if (rows.length === count) break;
  }
  return rows;
}
