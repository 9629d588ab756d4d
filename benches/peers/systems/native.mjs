// Our own engine natively: examples/district.rs.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createInterface } from "node:readline";
import { NATIVE } from "../folders.mjs";
import { AS_OF } from "../generate/district.mjs";
import { peakOf, workOf } from "../machine.mjs";

const LOOK_MS = 5;

/** Runs it on a folder, and gives its report, times and peak of memory. */
async function run(folder, more) {
  const child = spawn(NATIVE, [folder, "--as-of", AS_OF, ...more], { stdio: ["ignore", "pipe", "pipe"] });
  let [peak, workMs] = [0, 0];
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    workMs = Math.max(workMs, workOf(child.pid));
  }, LOOK_MS);
  const [output, errors] = [[], []];
  child.stdout.on("data", (piece) => output.push(piece));
  child.stderr.on("data", (piece) => errors.push(piece));
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  clearInterval(look);
  const said = Buffer.concat(errors).toString();
  if (code !== 0) throw new Error(`the native engine failed: ${said}`);
  const [readMs, joinMs, classMs] = said.match(/\d+(?= ms)/g).map(Number);
  return {
    report: JSON.parse(Buffer.concat(output)),
    readMs: readMs + joinMs,
    classMs,
    ms: readMs + joinMs + classMs,
    workMs,
    peak,
  };
}

/** Its figures. */
export const native = (folder) => run(folder, []);

/** What it says of each enterprise: code → class and rules, as the peers tell them. */
export async function verdicts(folder, file) {
  const { report } = await run(folder, ["--assess", file]);
  const classes = new Map();
  for await (const line of createInterface({ input: fs.createReadStream(file) })) {
    const { uscc, class: name, rules } = JSON.parse(line);
    classes.set(uscc, `${name}\t${rules.join(",")}`);
  }
  return { report, classes };
}
