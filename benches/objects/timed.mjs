// Times the ways in turns; runs in Node and in a page.
import { requests } from "./records.mjs";

/** What is answered by each way: how many requests, with how many penalties, so many of them in a turn. */
const SETS = [
  { count: 10_000, least: 0, most: 10, turn: 1000 },
  { count: 200, least: 200, most: 200, turn: 50 },
];

/**
 * What each way took, by set and function: for each turn `[ms, work]`, the time by the clock and, where the machine is busy with
 * other things a better measure, how long the threads of the process worked. A first turn of each, to get warm, is not told.
 * @param open gives the started package of a way
 * @param work gives how long the threads of the process have worked, in milliseconds
 */
export async function timed(ways, runs, open, work) {
  const packages = new Map();
  for (const way of ways) packages.set(way, await open(way));
  const told = [];
  for (const { count, least, most, turn } of SETS) {
    const all = requests(count, least, most);
    const parts = Array.from({ length: count / turn }, (_, place) => all.slice(place * turn, (place + 1) * turn));
    for (const [name, act, whole] of [
      ["assess", async ({ assess }, given) => given.map((request) => assess(request))],
      ["assessBatch", ({ assessBatch }, given) => assessBatch(given), true],
    ]) {
      // A batch starts a worker, which has to get warm each time: it is measured as a whole.
      const turns = whole ? [all] : parts;
      const times = Object.fromEntries(ways.map((way) => [way, []]));
      for (const [number, given] of [turns[0], ...Array(runs).fill(turns).flat()].entries()) {
        let expected;
        // Each is the first of a turn as often as the others.
        for (let place = 0; place < ways.length; place += 1) {
          const way = ways[(place + number) % ways.length];
          globalThis.gc?.();
          const [start, worked] = [performance.now(), await work()];
          const answers = await act(packages.get(way), given);
          const ms = performance.now() - start;
          if (number > 0) {
            times[way].push([ms, (await work()) - worked]);
            continue;
          }
          const text = JSON.stringify(answers);
          expected ??= text;
          if (text !== expected) throw new Error(`${way} answers otherwise: ${difference(text, expected)}`);
          if (text.includes('"errors"')) throw new Error(`a request is wrong: ${text.slice(0, 500)}`);
        }
      }
      told.push({ count, penalties: least === most ? `${most}` : `${least} to ${most}`, name, times });
    }
  }
  return told;
}

function difference(one, other) {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return `${one.slice(Math.max(0, at - 80), at + 80)} ≠ ${other.slice(Math.max(0, at - 80), at + 80)}`;
}
