// How time grows: held by how long one thing takes against another on the same machine, which a slow one changes little.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { openElement, record } from "./element.mjs";
import { project, request, runIn } from "./project.mjs";

let folder;
before(async () => void (folder = await project()));

/** For Node and pages alike: so many penalties, and the shortest of some times that something takes. */
const TIMED = `
  const penalties = (count) => Array.from({ length: count }, (_, place) => ({
    decided_on: "2026-03-" + String(1 + (place % 28)).padStart(2, "0"), published_on: "2026-04-01",
    kinds: ["fine"], fine_yuan: 1000 + (place % 500), category: "类" + (place % 7), document_no: place + "号",
  }));
  const timed = async (act, turns = 3) => {
    const times = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const began = performance.now();
      await act(turn);
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  };
`;

test("a record of 20,000 penalties takes as long a penalty as one of 1,000", async () => {
  const ratio = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    ${TIMED}
    await init();
    const of = (count) => ({ ...given, enterprise: { ...given.enterprise, penalties: penalties(count) } });
    const [few, many] = [of(1000), of(20_000)];
    tell((await timed(() => assess(many))) / (await timed(() => assess(few))));`,
    request(),
  );
  // Twenty times as long; were each compared with each, four hundred times.
  assert.ok(ratio < 80, String(ratio));
});

test("the element shows a record of 20,000 penalties as quickly a penalty as one of 1,000", async (t) => {
  const { page } = await openElement(t);
  const ratio = await page.evaluate(
    `(async () => {
      ${TIMED}
      const element = document.getElementById("a");
      const of = (count, turn) => ({ ...${JSON.stringify(record())}, enterprise: { ...${JSON.stringify(record().enterprise)}, name: String(turn), penalties: penalties(count) } });
      const few = await timed((turn) => element.load(of(1000, turn)));
      return (await timed((turn) => element.load(of(20_000, turn)), 1)) / few;
    })()`,
  );
  assert.ok(ratio < 80, String(ratio));
});

test("requests with the same parameters are answered about as quickly as those without", async () => {
  const ratio = await runIn(
    folder,
    `import { init, assess } from "xinheng";
    ${TIMED}
    await init();
    const ruled = { ...given, parameters: { "ten_penalties.count": 8 } };
    const many = (request) => () => { for (let count = 0; count < 500; count += 1) assess(request); };
    tell((await timed(many(ruled))) / (await timed(many(given))));`,
    request(),
  );
  // Were the pack read anew for each, it would be seventeen times.
  assert.ok(ratio < 6, String(ratio));
});
