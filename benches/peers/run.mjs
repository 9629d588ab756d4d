// Measures ours against what an office could use instead, on one made-up district: `node run.mjs [--sizes 10000,100000]`.
// Prepared by `cargo xtask bench`. No figure is printed before the classes of all systems were found to be the same.
import path from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../../tests/browser/browser.mjs";
import { aims } from "./aims.mjs";
import { bundle } from "./bundle.mjs";
import { measureDistrict } from "./district.mjs";
import { WORK } from "./folders.mjs";
import { machine } from "./machine.mjs";
import { growth } from "./report.mjs";
import { measureWorkbook } from "./workbook.mjs";

const PEERS = ["papaparse", "duckdb", "json_rules_engine", "sheetjs"];
const ALL_SIZES = [10_000, 100_000, 1_000_000];

/** What the command line asks for: sizes, and how often each is measured. */
function asked() {
  const options = { sizes: { type: "string", default: ALL_SIZES.join() }, runs: { type: "string", default: "3" } };
  const { values } = parseArgs({ options });
  const sizes = values.sizes.split(",").map(Number);
  const runs = Number(values.runs);
  if (![...sizes, runs].every((number) => Number.isInteger(number) && number > 0)) {
    throw new Error("--sizes takes numbers of enterprises like 10000,100000, and --runs how often each is measured");
  }
  return { sizes, runs };
}

const { sizes, runs } = asked();
const browser = await launch();
const version = `Chromium ${browser.version()}`;
await browser.close();
for (const line of machine(version)) console.log(`- ${line}`);
console.log();
const site = await bundle(PEERS);
const measured = [];
for (const size of sizes) measured.push(await measureDistrict(site, size, runs));
if (measured.length > 1) console.log(`## Growth\n\n${growth(measured)}\n`);
const workbook = await measureWorkbook(site, path.join(WORK, "workbook"), runs);
console.log(`## Aims\n\n${aims(measured, workbook)}`);
