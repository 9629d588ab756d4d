// What the figures were measured on.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { ROOT } from "./folders.mjs";

/** Lines that say what machine this is, how busy, and of which commit the product is. */
export function machine(browserVersion) {
  const [{ model }] = os.cpus();
  const git = (...words) => execFileSync("git", ["-C", ROOT, ...words], { encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", "src", "packs", "build", "www", "Cargo.lock") ? ", with changes" : "";
  return [
    `processor: ${model}, ${os.availableParallelism()} cores`,
    `memory: ${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    `browser: ${browserVersion}; Node ${process.version}`,
    `commit: ${git("rev-parse", "--short", "HEAD")}${changed}`,
    `busy (load average of the last minute, before): ${os.loadavg()[0].toFixed(1)}`,
    `on ${new Date().toISOString().slice(0, 10)}`,
  ];
}

/** The most memory that a process has had in use, in bytes; 0 for one that is gone. */
export function peakOf(pid) {
  try {
    const [, kilobytes] = fs.readFileSync(`/proc/${pid}/status`, "utf8").match(/^VmHWM:\s+(\d+) kB/m) ?? [0, 0];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

const TICKS_A_SECOND = 100;

/** How long the threads of a process have worked, in milliseconds; 0 for one that is gone. */
export function workOf(pid) {
  try {
    // Behind the name of the program, which may have blanks in it, stand the times as twelfth and thirteenth.
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1000;
  } catch {
    return 0;
  }
}
