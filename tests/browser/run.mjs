// Runs specs, each in a process of its own, several at a time, and says how many seconds each took: `node run.mjs SPEC…`,
// called by `cargo xtask test browser`. Those that took longest when seconds.json was written are begun first, so that no
// long one is left over at the end. RECORD has it written anew.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const RECORDED = new URL("seconds.json", import.meta.url);
const TESTS = fileURLToPath(new URL("..", import.meta.url));
/** Tests wait for their browser now and then: one spec more than there are cores keeps them all at work. */
const AT_ONCE = os.availableParallelism() + 1;

const name = (file) => path.relative(TESTS, file);
const recorded = JSON.parse(fs.readFileSync(RECORDED, "utf8"));
// What is not known yet may be long.
const expected = (file) => recorded[name(file)] ?? Infinity;
const longer = (one, other) => Math.sign(expected(other) - expected(one)) || 0;
const waiting = process.argv.slice(2).map((file) => path.resolve(file)).sort(longer);
const took = [];

/** Runs a spec to its end, then passes on all that it told, so that no two are mixed. */
async function run(file) {
  const began = Date.now();
  const spec = spawn(process.execPath, ["--test-reporter=spec", file], { stdio: ["ignore", "pipe", "pipe"] });
  const told = [];
  for (const output of [spec.stdout, spec.stderr]) output.on("data", (piece) => told.push(piece));
  const code = await new Promise((ended) => spec.on("close", ended));
  const seconds = (Date.now() - began) / 1000;
  took.push([name(file), seconds]);
  console.log(`${name(file)}, ${seconds.toFixed(1)} s\n${Buffer.concat(told)}`);
  if (code !== 0) process.exitCode = 1;
}

const began = Date.now();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (waiting.length > 0) await run(waiting.shift());
  }),
);
took.sort(([, one], [, other]) => other - one);
console.log(`seconds of each spec, ${AT_ONCE} at once; ${((Date.now() - began) / 1000).toFixed(0)} by the clock for all`);
for (const [spec, seconds] of took) console.log(`${seconds.toFixed(1).padStart(7)}  ${spec}`);
if (process.env.RECORD) {
  const all = { ...recorded, ...Object.fromEntries(took.map(([spec, seconds]) => [spec, Math.round(seconds)])) };
  const sorted = Object.entries(all).sort(([, one], [, other]) => other - one);
  fs.writeFileSync(RECORDED, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}
