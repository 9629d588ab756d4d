// The element coming and going: moved, taken out, put in again, a hundred times over, and beside a second copy of itself.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { becomes, drawn, fined, folder, heard, openElement, openHost, ready, record, write } from "./element.mjs";

const FACTS = record({ penalties: [fined("2026-03-02")] });

/** Counts the memories of instances that were made and are not let go; runs before everything. */
const COUNT_MEMORIES = () => {
  window.memories = new Set();
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const { memory } = (made.instance ?? made).exports;
    if (memory) window.memories.add(new WeakRef(memory));
    return made;
  };
};

/** What is alive on the page when what could go by now has gone. */
async function alive(page, session) {
  for (let round = 0; round < 4; round++) {
    await session.send("HeapProfiler.collectGarbage");
    await drawn(page);
  }
  const { metrics } = await session.send("Performance.getMetrics");
  const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  const memories = await page.evaluate(() => [...window.memories].filter((memory) => memory.deref()).length);
  return { heap: of.JSHeapUsedSize, nodes: of.Nodes, listeners: of.JSEventListeners, frames: of.Frames, memories };
}

/** Waits until no more is alive than before, but for what a page may keep; the browser lets go when it likes. */
async function letGo(t, page, devtools, before, memories) {
  const over = async () => {
    const after = await alive(page, devtools);
    const more = (name, allowed) => (after[name] - before[name] > allowed ? [`${after[name] - before[name]} more ${name}`] : []);
    return [
      ...(after.memories > memories ? [`${after.memories} memories`] : []),
      ...more("nodes", 500),
      ...more("listeners", 100),
      ...more("heap", 1_500_000),
      ...more("frames", 0),
    ];
  };
  await becomes(over, []);
  t.diagnostic(JSON.stringify({ before, after: await alive(page, devtools) }));
}

async function session(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.enable");
  return session;
}

test("taken out and put in again a hundred times, it leaves nothing behind and keeps what was entered", async (t) => {
  const { page } = await openElement(t, FACTS, { init: COUNT_MEMORIES });
  const devtools = await session(page);
  await write(page, "basics.name", "改名公司");
  await page.locator("#a h1", { hasText: "改名公司" }).waitFor();
  const rounds = (count) =>
    page.evaluate(async (count) => {
      const element = document.getElementById("a");
      for (let round = 0; round < count; round++) {
        const answered = new Promise((resolve) => element.addEventListener("xinheng-result", resolve, { once: true }));
        element.remove();
        // In a task of its own it goes.
        for (let task = 0; task < 1000 && element.shadowRoot.querySelector(".xinheng"); task++) {
          await new Promise((gone) => setTimeout(gone));
        }
        if (element.shadowRoot.querySelector(".xinheng")) throw new Error("it did not go");
        document.querySelector("main").append(element);
        await answered;
      }
      window.heard.length = 0;
    }, count);
  await rounds(10);
  const before = await alive(page, devtools);
  await rounds(100);
  await letGo(t, page, devtools, before, 2);
  assert.equal(await page.locator("#a h1").innerText(), "改名公司");
});

test("a hundred elements made and thrown away are let go", async (t) => {
  const { page } = await openElement(t, FACTS, { init: COUNT_MEMORIES });
  const devtools = await session(page);
  const rounds = (count) =>
    page.evaluate(
      async ([count, given]) => {
        for (let round = 0; round < count; round++) {
          const element = document.createElement("xinheng-assessment");
          element.record = given;
          const answered = new Promise((resolve) =>
            element.addEventListener("xinheng-result", resolve, { once: true }),
          );
          document.querySelector("main").append(element);
          // Every third goes before it is there.
          if (round % 3) await answered;
          element.remove();
        }
        await scheduler.postTask(() => {}, { priority: "background" });
        window.heard.length = 0;
      },
      [count, FACTS],
    );
  await rounds(10);
  const before = await alive(page, devtools);
  await rounds(100);
  await letGo(t, page, devtools, before, 3);
  assert.equal(await page.locator("#a h1").innerText(), FACTS.enterprise.name, "the one that stayed is unharmed");
});

test("printing often leaves nothing behind", async (t) => {
  const { page } = await openElement(t, FACTS, {
    init: () => {
      window.print = () => {
        window.top.printed = (window.top.printed ?? 0) + 1;
        window.dispatchEvent(new Event("afterprint"));
      };
    },
  });
  for (let round = 1; round <= 10; round++) {
    await page.evaluate(() => document.getElementById("a").print());
    await page.waitForFunction((round) => window.printed === round, round);
    await page.waitForFunction(() => document.querySelectorAll("iframe").length === 0);
  }
  assert.deepEqual(await heard(page, "error"), []);
});

test("moved within the page it stays what it is: nothing is loaded anew, unfolded things stay so, steps back work", async (t) => {
  const { page, element } = await openElement(t, FACTS, { init: COUNT_MEMORIES });
  await write(page, "basics.name", "改名公司");
  await element.locator("#penalties .line").click();
  await element.locator('[id="penalties.0.fine_yuan"]').waitFor();
  await page.evaluate(() => {
    const place = document.body.appendChild(document.createElement("section"));
    const element = document.getElementById("a");
    for (let round = 0; round < 100; round++) (round % 2 ? place : document.querySelector("main")).append(element);
  });
  await drawn(page);
  assert.equal(await element.locator("h1").innerText(), "改名公司");
  assert.equal(await element.locator('[id="penalties.0.fine_yuan"]').isVisible(), true);
  assert.equal(await page.evaluate(() => window.memories.size), 1, "one instance for all of it");
  await element.locator('[id="basics.region"]').focus();
  await page.keyboard.type("150203");
  await page.keyboard.press("Tab");
  // Steps that follow on each other at once are told as one.
  const changes = async () => (await heard(page, "change")).length;
  await becomes(changes, 2);
  await page.keyboard.press("Control+z");
  await becomes(changes, 3);
  await page.keyboard.press("Control+z");
  await element.locator("h1", { hasText: FACTS.enterprise.name }).waitFor();
  await becomes(changes, 4);
});

test("what is given, asked or entered while it is out of the page is there when it comes back", async (t) => {
  const { page } = await openElement(t, FACTS);
  await write(page, "basics.name", "改名公司");
  await page.locator("#a h1", { hasText: "改名公司" }).waitFor();
  const out = await page.evaluate(async () => {
    const element = (window.element = document.getElementById("a"));
    element.remove();
    await scheduler.postTask(() => {}, { priority: "background" });
    const name = element.save().enterprise.name;
    element.print();
    element.asOf = "2026-06-01";
    element.locale = "en";
    return name;
  });
  assert.equal(out, "改名公司");
  await page.evaluate(() => document.querySelector("main").append(window.element));
  await ready(page);
  assert.equal((await heard(page, "result")).at(-1).as_of, "2026-06-01");
  await page.locator("#a").getByRole("button", { name: "Save the record" }).waitFor();
  assert.equal(await page.locator("#a h1").innerText(), "改名公司");
  await page.evaluate(
    (given) => {
      window.element.remove();
      window.element.record = given;
    },
    record({ name: "另一户" }),
  );
  await drawn(page);
  await page.evaluate(() => document.querySelector("main").append(window.element));
  await ready(page);
  assert.equal(await page.locator("#a h1").innerText(), "另一户");
});

test("taken out while it opens, it does not come to life, and opens when it is put in again", async (t) => {
  const { page } = await openHost(t, { init: COUNT_MEMORIES });
  // A quick machine has it open within some of these moments, which is a life of its own and no fault.
  const [before, stray] = await page.evaluate(async (given) => {
    const element = Object.assign(document.createElement("xinheng-assessment"), { id: "a", record: given });
    const main = document.querySelector("main");
    const lives = () => window.heard.filter(([, name]) => name === "ready").length;
    let stray = 0;
    for (let round = 0; round < 5; round++) {
      main.append(element);
      await new Promise((soon) => setTimeout(soon, round * 3));
      const before = lives();
      element.remove();
      await new Promise((soon) => setTimeout(soon));
      stray += lives() - before;
    }
    const before = lives();
    main.append(element);
    return [before, stray];
  }, FACTS);
  assert.equal(stray, 0, "out of the page it does not come to life");
  await ready(page);
  // What is given later stands there later than whatever an earlier round might bring.
  await page.evaluate((given) => document.getElementById("a").load(given), record({ name: "另一户" }));
  await page.locator("#a h1", { hasText: "另一户" }).waitFor();
  await drawn(page);
  assert.equal((await heard(page, "ready")).length, before + 1);
  assert.equal(
    await page.evaluate(() => document.getElementById("a").shadowRoot.querySelectorAll(".xinheng").length),
    1,
  );
});

test("a copy made by the page is an element of its own", async (t) => {
  const { page } = await openElement(t, FACTS, { attributes: 'as-of="2026-05-05"' });
  await page.evaluate(() => {
    const copy = document.getElementById("a").cloneNode(true);
    copy.id = "b";
    document.querySelector("main").append(copy);
  });
  await ready(page, "b");
  assert.equal((await page.locator("#b h1").innerText()) === FACTS.enterprise.name, false, "a property is not copied");
  await write(page, "basics.name", "副本", "b");
  assert.equal(await page.locator("#a h1").innerText(), FACTS.enterprise.name);
});

test("a second copy of the script warns once and stays out of the way", async (t) => {
  const site = await folder();
  await fs.cp(path.join(site, "node_modules/xinheng"), path.join(site, "node_modules/second"), { recursive: true });
  const { page, context, watch } = await openElement(t, FACTS, {
    script: 'window.load = () => import("./node_modules/second/element.js");',
  });
  const warned = [];
  context.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
  const [first, second] = await page.evaluate(async () => {
    const first = customElements.get("xinheng-assessment");
    const second = await window.load();
    return [customElements.get("xinheng-assessment") === first, second.XinhengAssessment === first];
  });
  assert.deepEqual([first, second], [true, true], "the second gives the class that is used");
  assert.equal(warned.length, 1);
  assert.match(warned[0], /已由另一份脚本定义.*defined by another copy/s);
  await write(page, "basics.name", "照常工作");
  await page.locator("#a h1", { hasText: "照常工作" }).waitFor();
  await page.evaluate(() =>
    document.querySelector("main").append(Object.assign(document.createElement("xinheng-assessment"), { id: "b" })),
  );
  await ready(page, "b");
  assert.deepEqual(watch.problems, []);
});
