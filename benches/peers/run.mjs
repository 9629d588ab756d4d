// Measures ours against what an office could use instead, on one made-up district: `node run.mjs [--sizes 10000,100000]`.
// Prepared by `cargo xtask bench`. No figure is printed before the classes of all systems were found to be the same.
import path from "node:path";
import { launch } from "../../tests/browser/browser.mjs";
import { bundle } from "./bundle.mjs";
import { measureDistrict } from "./district.mjs";
import { WORK } from "./folders.mjs";
import { machine } from "./machine.mjs";
import { growth } from "./report.mjs";
import { measureWorkbook } from "./workbook.mjs";

const PEERS = ["papaparse", "duckdb", "json_rules_engine", "sheetjs"];
const ALL_SIZES = [10_000, 100_000, 1_000_000];

/** What the command line asks for: sizes, how often, and whether the workbook is measured too. */
function asked(words) {
  const given = Object.fromEntries(
    words.map((word, place) => (word.startsWith("--") ? [word, words[place + 1]] : [])).filter(([name]) => name),
  );
  for (const name of Object.keys(given)) if (!["--sizes", "--runs"].includes(name)) throw new Error(`what is ${name}?`);
  const sizes = given["--sizes"] === undefined ? ALL_SIZES : given["--sizes"].split(",").map(Number);
  const runs = Number(given["--runs"] ?? 3);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0) || !(runs >= 1)) {
    throw new Error("--sizes takes numbers of enterprises like 10000,100000, and --runs how often each is measured");
  }
  return { sizes, runs };
}

const { sizes, runs } = asked(process.argv.slice(2));
const browser = await launch();
const version = `Chromium ${browser.version()}`;
await browser.close();
console.log(
  `${machine(version)
    .map((line) => `- ${line}`)
    .join("\n")}\n`,
);
const site = await bundle(PEERS);
const measured = [];
for (const size of sizes) measured.push(await measureDistrict(site, size, runs));
if (measured.length > 1) console.log(`## Growth\n\n${growth(measured)}\n`);
await measureWorkbook(site, path.join(WORK, "workbook"), runs);
