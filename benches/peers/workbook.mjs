// A workbook of 100,000 rows and 27 columns, by ours and by SheetJS.
import fs from "node:fs";
import path from "node:path";
import { repeat } from "./district.mjs";
import { penalties } from "./generate/district.mjs";
import { PENALTY_COLUMNS } from "./generate/penalties.mjs";
import { writeWorkbook } from "./generate/workbook.mjs";
import { megabytes, seconds, table, times } from "./report.mjs";
import { verdicts } from "./systems/native.mjs";
import { ours } from "./systems/ours.mjs";
import { peer } from "./systems/peer.mjs";

const ROWS = 100_000;

/** A check that the rows that were read are those that were written. */
function sameRows(rows) {
  return async (lines) => {
    let place = 0;
    for await (const line of lines) {
      const written = rows[place]?.join("\t");
      if (line !== written) throw new Error(`SheetJS reads row ${place + 1} as ${line} instead of ${written}`);
      place += 1;
    }
    if (place !== rows.length) throw new Error(`SheetJS reads ${place} rows of ${rows.length}`);
  };
}

/** Measures both on a workbook that is written into a folder, and prints the table. */
export async function measureWorkbook(site, folder, runs) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const rows = penalties(ROWS);
  const file = path.join(folder, "行政处罚.xlsx");
  process.stderr.write("making a workbook\n");
  writeWorkbook(file, [PENALTY_COLUMNS, ...rows]);
  const { report, classes } = await verdicts(folder, `${folder}.jsonl`);
  if (report.rows["行政处罚.xlsx"] !== ROWS) throw new Error(`of the workbook ${report.rows["行政处罚.xlsx"]} rows were read`);

  const own = await repeat("ours, workbook", runs, async () => {
    const measured = await ours([file]);
    if (measured.count !== classes.size) throw new Error(`ours finds ${measured.count} of ${classes.size} enterprises`);
    return measured;
  });
  const sheets = await repeat("SheetJS", runs, () => peer(site, "sheetjs", [file], sameRows(rows)));
  const bytes = fs.statSync(file).size;
  console.log(`## A workbook: ${ROWS.toLocaleString("en")} rows × ${PENALTY_COLUMNS.length} columns, ${megabytes(bytes)}\n`);
  const line = (name, { ms, workMs, peak }) => [
    name,
    seconds(ms),
    seconds(workMs),
    Math.round(ROWS / (ms / 1000)).toLocaleString("en"),
    megabytes(peak),
    times(ms / own.ms),
  ];
  const lines = [line("ours: read, joined, judged, listed", own), line("SheetJS: read into rows", sheets)];
  console.log(`${table(["system", "whole s", "at work s", "rows/s", "peak", "ratio to ours"], lines)}\n`);
  return { ours: own, sheetjs: sheets };
}
