import assert from "node:assert/strict";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { oldest } from "./engines.mjs";
import { open, runFlows } from "./run_flows.mjs";

const engine = await oldest();

test("what is younger than the floor is gone from the page and from its workers, and what is not is there", async (t) => {
  await open(t, engine, pathToFileURL(engine.file).href, async (session) => {
    // Chromium has them since 98, 94, 110 and 92; the last one every browser of the floor has.
    const asked = () => [typeof structuredClone, typeof scheduler, typeof [].toSorted, typeof [].at].join();
    const expected = "undefined,undefined,undefined,function";
    assert.equal(await session.read(asked), expected);
    const inWorker = await session.read(async (asked) => {
      const script = new Blob([`postMessage((${asked})())`], { type: "text/javascript" });
      const worker = new Worker(URL.createObjectURL(script));
      return new Promise((told) => (worker.onmessage = ({ data }) => told(data)));
    }, String(asked));
    assert.equal(inWorker, expected);
  });
});

runFlows(engine);
