// Many requests at once in Node, where there is no worker: in slices on the same thread.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { AT_MEMORY, project, request, runIn } from "./project.mjs";

let folder;
before(async () => void (folder = await project()));

test("a batch gives the answers of single requests in their order, errors among them, and tells how far it is", async () => {
  const told = await runIn(
    folder,
    `import { init, assess, assessBatch } from "xinheng";
    const requests = Array.from({ length: 3000 }, (_, place) => ({
      as_of: place === 7 ? "never" : "2026-11-21",
      parameters: place === 8 ? { "ten_penalties.count": 2 } : undefined,
      enterprise: { ...given.enterprise, name: "第" + place + "户", court_listings: place % 3 ? [] : [{ listed_on: "2026-01-05" }] },
    }));
    const progress = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const answers = await assessBatch(new Set(requests), { onProgress: (told) => progress.push(told) });
    clearInterval(timer);
    await init();
    const wrong = requests.filter((request, place) => JSON.stringify(answers[place]) !== JSON.stringify(assess(request)));
    tell({ count: answers.length, wrong: wrong.length, error: answers[7].errors?.[0].code, progress, turns });`,
    request(),
  );
  assert.deepEqual([told.count, told.wrong, told.error], [3000, 0, "not_a_date"]);
  assert.ok(told.progress.length > 3, "it was told often");
  assert.deepEqual(told.progress.at(-1), { done: 3000, total: 3000 });
  const done = told.progress.map(({ done }) => done);
  assert.deepEqual(done, [...new Set(done)].sort((one, other) => one - other));
  assert.ok(told.turns > 3, "others had their turns meanwhile");
});

test("a batch of nothing is answered with nothing", async () => {
  assert.deepEqual(await runIn(folder, 'import { assessBatch } from "xinheng"; tell(await assessBatch([]));'), []);
});

test("a batch that is aborted stops at once, with the reason of who aborted it", async () => {
  const told = await runIn(
    folder,
    `import { assessBatch } from "xinheng";
    const requests = Array(100000).fill(given);
    const outcome = async (signal, onProgress) =>
      assessBatch(requests, { signal, onProgress }).then(() => "all", (reason) => reason.name ?? reason);
    const before = await outcome(AbortSignal.abort("not wanted"));
    const controller = new AbortController();
    let last;
    const during = await outcome(controller.signal, ({ done }) => { last = done; controller.abort(); });
    const failed = await outcome(undefined, () => { throw "no more"; });
    tell({ before, during, early: last < 50000, failed });`,
    request(),
  );
  assert.deepEqual(told, { before: "not wanted", during: "AbortError", early: true, failed: "no more" });
});

test("a failure inside names the request, and the next batch is answered", async () => {
  const told = await runIn(
    folder,
    `import { assessBatch } from "xinheng";
    ${AT_MEMORY}
    const broken = { get as_of() { new Uint8Array(memory.buffer).fill(255); return "2026-11-21"; }, enterprise: given.enterprise };
    const error = await assessBatch([given, given, broken, given]).catch(({ code, index, remedy }) => ({ code, index, remedy }));
    const [answer] = await assessBatch([given]);
    tell({ ...error, after: answer.class });`,
    request(),
  );
  assert.deepEqual([told.code, told.index, told.after], ["panicked", 2, "good"]);
  assert.match(told.remedy.zh, /重新开始/);
});

test("a record as it was saved is a request: by itself and in a batch", async () => {
  const told = await runIn(
    folder,
    `import { init, assess, assessBatch } from "xinheng";
    await init();
    const saved = { format: "xinheng-record", version: 1, ...given, judgement: { class: "general", reason: "核实" } };
    const [batched] = await assessBatch([saved]);
    const other = assess({ ...saved, version: 3 });
    tell([assess(saved), batched, assess(given), other.errors]);`,
    request({ court_listings: [{ listed_on: "2026-01-05" }] }),
  );
  const [single, batched, asked, other] = told;
  assert.equal(asked.class, "high_risk");
  assert.deepEqual([single, batched], [asked, asked]);
  assert.deepEqual(other.map(({ path, code }) => [path, code]), [["version", "unknown_value"]]);
  assert.match(other[0].message.zh, /较新的版本保存/);
});

test("rules of requests' own are those of each request, however they follow on each other", async () => {
  const told = await runIn(
    folder,
    `import { assessBatch } from "xinheng";
    const penalties = Array.from({ length: 3 }, (_, place) => ({ decided_on: "2026-0" + (place + 1) + "-03", kinds: ["fine"], fine_yuan: 60000 }));
    const request = { ...given, enterprise: { ...given.enterprise, penalties } };
    const asked = [2, 2, 5, 2, undefined, 5].map((count) => ({ ...request, parameters: count && { "ten_penalties.count": count } }));
    tell((await assessBatch(asked)).map(({ key_case }) => key_case.flagged));`,
    request(),
  );
  assert.deepEqual(told, [true, true, false, true, false, false]);
});
