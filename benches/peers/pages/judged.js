// What the peers that judge by JavaScript share: enterprises, their verdicts, and how these are told.
import { CLASSES, Judge, RULES } from "../judge/rules.js";

/** A judge for the day and calendar that the bench serves beside the page. */
export async function judgeOfBench() {
  const { asOf, calendar } = await (await fetch("bench.json")).json();
  return new Judge(asOf, { from: calendar.from, worked: Uint8Array.from(calendar.worked) });
}

/** How many enterprises are of each class; `classes` are places in CLASSES. */
export function tally(classes) {
  const counts = [0, 0, 0];
  for (const place of classes) counts[place] += 1;
  return Object.fromEntries(CLASSES.map((name, place) => [name, counts[place]]));
}

/** A line for each of some enterprises: code, class, and the rules that hold. */
export function lines(enterprises, { classes, rules }, { from, count }) {
  const told = enterprises.slice(from, from + count).map(({ uscc }, offset) => {
    const place = from + offset;
    const held = RULES.filter((_, rule) => rules[place] & (1 << rule));
    return `${uscc}\t${CLASSES[classes[place]]}\t${held.join(",")}`;
  });
  return told.join("\n");
}

/** Runs a piece of work and gives what it took, in milliseconds. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
