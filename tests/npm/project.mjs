// An empty project of an integrator, with the package installed as it would be: packed by npm, without the network.
import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL("../../dist/npm", import.meta.url));
const QUIET = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];

/** Installs the package of dist/npm/ into an empty folder, which goes when this process ends. Gives the folder. */
export async function project() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "xinheng-project-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  return installIn(folder);
}

/**
 * The same in tests/npm/<name>/project/, below the packages of a framework that tests/npm/<name>/package.json names. What
 * was built there stays to be looked at until the next run.
 */
export async function projectOf(name) {
  const folder = fileURLToPath(new URL(`${name}/project`, import.meta.url));
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder);
  return installIn(folder);
}

async function installIn(folder) {
  const { stdout } = await run("npm", ["pack", PACKAGE, "--silent", ...QUIET], { cwd: folder });
  await fs.writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await run("npm", ["install", "--offline", ...QUIET, `./${stdout.trim()}`], { cwd: folder });
  return folder;
}

/** The folder of the package in a project. */
export const installed = (folder) => path.join(folder, "node_modules/xinheng");

/**
 * Runs a script in a project as Node would, in a process of its own. Gives what it wrote as JSON; `tell` is how it does.
 * `given` is what the script finds under that name.
 */
export async function runIn(folder, script, given = null) {
  const file = path.join(folder, `script-${Math.random().toString(36).slice(2)}.mjs`);
  const head = `const given = ${JSON.stringify(given)};\nconst tell = (value) => console.log(JSON.stringify(value));\n`;
  await fs.writeFile(file, head + script);
  try {
    const { stdout } = await run(process.execPath, [file], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout);
  } finally {
    await fs.rm(file);
  }
}

/** The beginning of a script that has the `memory` of the instance made last at hand, to overwrite it. */
export const AT_MEMORY = `
  const instantiate = WebAssembly.instantiate;
  let memory;
  WebAssembly.instantiate = async (...given) => {
    const instance = await instantiate(...given);
    memory = instance.exports.memory;
    return instance;
  };
`;

/** A request for an enterprise of which nothing bad is known; `more` are facts. */
export function request(more = {}) {
  return { as_of: "2026-11-21", enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司", ...more } };
}
