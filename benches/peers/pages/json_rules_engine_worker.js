// json-rules-engine judges enterprises that were read before. What its conditions compare is counted beforehand by the
// classifier written by hand, which is the quickest way to give it facts.
import { Engine } from "json-rules-engine";
import { AT_LEAST, classBy, COMPARED, RULES } from "../judge/rules.js";
import { judgeOfBench, lines, tally, timed } from "./judged.js";
import { readFiles } from "./papa_files.js";
import { answering } from "./thread.js";

const STOP_MS = 120_000;

/** A condition on one fact each; those with a number are counts. */
const rule = (id, place, inOrder) => ({
  conditions: {
    all: [
      AT_LEAST[id]
        ? { fact: id, operator: "greaterThanInclusive", value: AT_LEAST[id] }
        : { fact: id, operator: "equal", value: true },
    ],
  },
  event: { type: id, params: { place } },
  // Rules of a higher priority run first: those that give high risk.
  ...(inOrder && { priority: place < 5 ? 2 : 1 }),
});

let judge;
let enterprises;
let verdicts;

/** Judges as many as the time allows. Gives `{done, rules, classes}`. */
async function run(engine) {
  const rules = new Uint16Array(enterprises.length);
  const classes = new Uint8Array(enterprises.length);
  const end = performance.now() + STOP_MS;
  let done = 0;
  for (const enterprise of enterprises) {
    if (done % 100 === 0 && performance.now() > end) break;
    const { events } = await engine.run(judge.facts(enterprise));
    let held = 0;
    for (const { params } of events) held |= 1 << params.place;
    rules[done] = judge.withGrade(held, enterprise);
    classes[done] = classBy(rules[done]);
    done += 1;
  }
  return { done, rules, classes };
}

answering({
  async prepare() {
    judge = await judgeOfBench();
  },
  async read(files) {
    enterprises = await readFiles(files);
    const engine = new Engine(RULES.slice(0, COMPARED).map((id, place) => rule(id, place, false)));
    const { ms, result } = await timed(() => run(engine));
    verdicts = result;
    return { count: result.done, of: enterprises.length, classes: tally(result.classes.subarray(0, result.done)), classMs: ms };
  },
  async without() {
    const engine = new Engine(RULES.slice(0, COMPARED).map((id, place) => rule(id, place, true)));
    // The first rule that holds settles the class.
    engine.on("success", () => engine.stop());
    const { ms, result } = await timed(() => run(engine));
    const done = Math.min(result.done, verdicts.done);
    for (let place = 0; place < done; place += 1) {
      if (result.classes[place] !== verdicts.classes[place]) throw new Error("the classes without reasons are others");
    }
    return { ms, count: result.done };
  },
  results: ({ from, count }) => lines(enterprises, verdicts, { from, count: Math.min(count, verdicts.done - from) }),
});
