// Projects whose pages a server renders: built for production from what docs/embedding/frameworks.md shows, started, and used
// in the browser.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { after } from "node:test";
import { promisify } from "node:util";
import { becomes } from "../browser/flows.mjs";
import { open } from "../browser/harness.mjs";
import { request } from "./project.mjs";

const run = promisify(execFile);
const ENVIRONMENT = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1" };

/** The servers that were started: they end with the spec. */
const running = [];
after(async () => {
  for (const server of running) if (server.exitCode === null && server.kill()) await once(server, "exit");
});

/** Runs a script of a framework in a project, to its end. */
export async function build(folder, ...script) {
  await run(process.execPath, script, { cwd: folder, env: ENVIRONMENT, maxBuffer: 64 * 1024 * 1024 });
}

/** A port of this machine that nobody listens at. */
async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return String(port);
}

/** Starts the server that a project was built to, until the spec ends; as `open` takes it. What it says is in `said`. */
export async function start(folder, ...script) {
  const port = await freePort();
  const env = { ...ENVIRONMENT, PORT: port, HOST: "127.0.0.1", HOSTNAME: "127.0.0.1" };
  const server = spawn(process.execPath, script, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const output of [server.stdout, server.stderr]) output.on("data", (piece) => said.push(String(piece)));
  running.push(server);
  const origin = `http://127.0.0.1:${port}`;
  await becomes(async () => (await fetch(origin)).status, 200, said.join(""));
  return { origin, url: `${origin}/`, log: [], said, close() {} };
}

/** What the server itself gives for a page: its HTML. */
export async function htmlOf({ url }, path = "") {
  const response = await fetch(url + path);
  assert.equal(response.status, 200);
  return response.text();
}

/** What a route of the server answers to something that it is sent. */
async function answerOf({ url }, route, body) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}api/${route}`, { method: "POST", headers, body: JSON.stringify(body) });
  assert.equal(response.status, 200);
  return response.json();
}

/** The class that a route of the server answers. */
export const classBy = async (served) => (await answerOf(served, "assess", request())).class;

/** How many rows a route of the server is given, and how many it says that it has imported. */
export const ROWS_GIVEN = 1500;
export async function importedBy(served) {
  const row = (_, place) => ({ CF_XDR_SHXYM: "91350100M000100Y43", CF_WSH: `${place}号`, CF_CFLB: "警告", CF_JDRQ: "2026-03-02" });
  return answerOf(served, "rows", Array.from({ length: ROWS_GIVEN }, row));
}

/**
 * Opens a page with the element as a person does, types, and asserts that the record given is what is shown, that what the
 * element tells arrives in the page's state, and that what was typed stays when that draws the page anew. The page has what was
 * answered as its status, and in <pre> what would be saved.
 */
export async function use(t, served, path = "") {
  const { page } = await open(t, { served, path });
  await page.locator("xinheng-assessment h1", { hasText: "示例有限公司" }).waitFor();
  await becomes(() => page.locator("xinheng-assessment + p").innerText(), "good");
  const field = page.locator('xinheng-assessment [id="basics.region"]');
  await field.fill("150203");
  await field.press("Tab");
  await becomes(async () => JSON.parse(await page.locator("pre").innerText()).enterprise.region, "150203");
  await field.fill("150204");
  await field.press("Tab");
  await becomes(async () => JSON.parse(await page.locator("pre").innerText()).enterprise.region, "150204");
  assert.equal(await field.inputValue(), "150204");
  const { record, day } = await page.locator("xinheng-assessment").evaluate(({ record, asOf }) => ({ record, day: asOf }));
  assert.deepEqual([record.as_of, record.enterprise.name, record.enterprise.region], ["2026-11-21", "示例有限公司", "150204"]);
  return { page, day };
}
