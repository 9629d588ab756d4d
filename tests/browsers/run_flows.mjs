// Goes every way of flows.mjs through one engine, with the release site from a server and with the single file from the disk.
import assert from "node:assert/strict";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../browser/server.mjs";
import { PATIENCE_MS } from "../browser/slowness.mjs";
import { FLOWS } from "./flows.mjs";
import { Session } from "./session.mjs";

/** A browser that answers no more is not waited for for ever. */
const timeout = 20 * PATIENCE_MS;

/** Opens the address in a window of its own, for the length of one test; it ends by asking whether the program failed. */
export async function open(t, engine, url, act) {
  const session = await Session.start(engine);
  t.after(() => session.close());
  await session.open(url);
  await session.gone("#start");
  await act(session);
  assert.equal(await session.count(".fault"), 0, "the program did not fail");
}

/** Registers a test for each flow, of an engine of engines.mjs. */
export function runFlows(engine) {
  for (const { name, way } of FLOWS) {
    test(`${engine.name}, the site: ${name}`, { timeout }, async (t) => {
      // What the browser keeps of a server's answers by itself shall not stand in for what the page has it keep.
      const server = await serve(engine.site, { isKept: false });
      t.after(() => server.close());
      await open(t, engine, server.url, (session) => way(session, { server }));
    });
  }
  for (const { name, way } of FLOWS.filter(({ onlySite }) => !onlySite)) {
    test(`${engine.name}, the single file: ${name}`, { timeout }, async (t) => {
      await open(t, engine, pathToFileURL(engine.file).href, way);
    });
  }
}
