// One district of a size, by every system.
import path from "node:path";
import { sameAs } from "./compare.mjs";
import { WORK } from "./folders.mjs";
import { writeDistrict } from "./generate/district.mjs";
import { endToEnd, judging, megabytes } from "./report.mjs";
import { native, verdicts } from "./systems/native.mjs";
import { ours } from "./systems/ours.mjs";
import { peer } from "./systems/peer.mjs";

/** From this size on each system is measured once. */
const ONCE = 1_000_000;

/** The run in the middle, by its time; with the most memory of all. */
export function middle(runs) {
  const sorted = [...runs].sort((one, other) => one.ms - other.ms);
  return { ...sorted[Math.floor((runs.length - 1) / 2)], peak: Math.max(...runs.map(({ peak }) => peak)) };
}

/** Runs something so often, one after the other; says on standard error what is under way. */
export async function repeat(name, times, act) {
  const runs = [];
  for (let run = 0; run < times; run += 1) {
    process.stderr.write(`${name}, run ${run + 1} of ${times}\n`);
    runs.push(await act());
  }
  return middle(runs);
}

/** Measures all systems on a district of so many enterprises, and prints the tables. */
export async function measureDistrict(site, count, most) {
  const folder = path.join(WORK, `district-${count}`);
  process.stderr.write(`making a district of ${count}\n`);
  const { files, bytes, rows } = writeDistrict(folder, count);
  const { classes } = await verdicts(folder, path.join(WORK, `classes-${count}.jsonl`));
  const times = count >= ONCE ? 1 : most;
  const same = (name, all) => sameAs(name, classes, all);

  const own = await repeat(`ours, ${count}`, times, () => ours(files, same("ours")));
  const natively = await repeat(`native, ${count}`, times, () => native(folder));
  const papa = await repeat(`PapaParse, ${count}`, times, () => peer(site, "papaparse", files, same("PapaParse")));
  const duckdb = await repeat(`DuckDB-wasm, ${count}`, times, () => peer(site, "duckdb", files, same("DuckDB-wasm")));
  const rules = await repeat(`json-rules-engine, ${count}`, 1, () =>
    peer(site, "json_rules_engine", files, same("json-rules-engine", false)),
  );

  const whole = duckdb.ms - duckdb.transcodeMs;
  const systems = [
    { name: "ours", ...own },
    { name: "PapaParse, JavaScript", ...papa, withoutMs: papa.without.ms },
    { name: "DuckDB-wasm, SQL", ...duckdb, ms: whole, withoutMs: duckdb.without.ms },
    { name: "ours, natively", ...natively },
  ];
  const judges = systems.map((system) => ({ ...system, classed: count }));
  const ofRules = { name: "json-rules-engine", ...rules, classed: rules.count, stopped: rules.count < count };
  judges.push({ ...ofRules, withoutMs: rules.without.ms });

  console.log(`## ${count.toLocaleString("en")} enterprises, ${rows.toLocaleString("en")} rows, ${megabytes(bytes)}\n`);
  console.log(`${endToEnd({ rows }, systems)}\n`);
  console.log(`- transcoding for DuckDB-wasm, not counted: ${(duckdb.transcodeMs / 1000).toFixed(2)} s`);
  console.log(`- starting DuckDB-wasm, not counted: ${(duckdb.readyMs / 1000).toFixed(2)} s`);
  const task = own.longestTask ? `${Math.round(own.longestTask)} ms` : "none over 50 ms";
  console.log(`- longest task of the main thread during ours: ${task}; longest frame ${Math.round(own.longestFrame)} ms\n`);
  console.log(`Judging alone:\n\n${judging(judges)}\n`);
  return { count, systems, judges };
}
