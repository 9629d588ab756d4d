// The site of the peers: a page and a script each, put together by esbuild, and what they fetch.
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { readToml } from "../../tests/browser/toml.mjs";
import { PEERS, WORK } from "./folders.mjs";
import { AS_OF } from "./generate/district.mjs";
import { dayNumber } from "./generate/days.mjs";

const DUCKDB = ["duckdb-mvp.wasm", "duckdb-eh.wasm", "duckdb-browser-mvp.worker.js", "duckdb-browser-eh.worker.js"];
const FIRST_YEAR = 2014;
const LAST_YEAR = 2027;

/** The working days of the pack's calendar, in the forms in which the peers take them. */
function calendar() {
  const years = readToml("packs/calendar.toml");
  const from = dayNumber(`${FIRST_YEAR}-01-01`);
  const worked = [];
  const workdays = [];
  for (let day = from; day <= dayNumber(`${LAST_YEAR}-12-31`); day += 1) {
    const date = new Date(day * 86_400_000);
    const text = date.toISOString().slice(0, 10);
    const { off = [], workdays: madeUp = [] } = years[date.getUTCFullYear()] ?? {};
    const isWeekday = date.getUTCDay() % 6 !== 0;
    const isWorked = (isWeekday && !off.includes(text)) || madeUp.includes(text);
    worked.push(isWorked ? 1 : 0);
    if (isWorked) workdays.push(text);
  }
  return { calendar: { from, worked }, workdays };
}

/** Builds the site of the peers and gives its folder, which has a folder a peer. */
export async function bundle(peers) {
  const site = path.join(WORK, "site");
  fs.rmSync(site, { recursive: true, force: true });
  const bench = JSON.stringify({ asOf: dayNumber(AS_OF), asOfText: AS_OF, ...calendar() });
  for (const peer of peers) {
    const folder = path.join(site, peer);
    const worker = path.join(PEERS, `pages/${peer}_worker.js`);
    await build({
      entryPoints: { peer: path.join(PEERS, `pages/${peer}.js`), ...(fs.existsSync(worker) && { [`${peer}_worker`]: worker }) },
      outdir: folder,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      loader: { ".sql": "text" },
      logLevel: "warning",
    });
    fs.copyFileSync(path.join(PEERS, "pages/peer.html"), path.join(folder, "index.html"));
    fs.writeFileSync(path.join(folder, "bench.json"), bench);
    if (peer === "duckdb") {
      const packaged = path.join(PEERS, "node_modules/@duckdb/duckdb-wasm/dist");
      for (const file of DUCKDB) fs.copyFileSync(path.join(packaged, file), path.join(folder, file));
    }
  }
  return site;
}
