// Reads the TOML that packs are written in: tables, arrays of tables, inline tables, arrays, strings, whole numbers and
// booleans. Nothing else stands in them.
import fs from "node:fs";

/** The value of a TOML file below the root of the project. */
export function readToml(path) {
  const text = fs.readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  let at = 0;
  const blanks = () => (at += text.slice(at).match(/^(?:\s|#[^\n]*)*/)[0].length);
  const take = (pattern) => {
    const [found] = text.slice(at).match(pattern) ?? assertNothing();
    at += found.length;
    return found;
  };
  const assertNothing = () => {
    throw new Error(`${path}: not understood: ${text.slice(at, at + 40)}`);
  };
  const key = () => {
    const names = [];
    do {
      names.push(text[at] === '"' ? JSON.parse(take(/^"(?:[^"\\]|\\.)*"/)) : take(/^[\w-]+/));
    } while (text[at] === "." && ++at);
    return names;
  };
  const list = (end, item) => {
    at += 1;
    for (blanks(); text[at] !== end; blanks()) {
      item();
      blanks();
      if (text[at] === ",") at += 1;
    }
    at += 1;
  };
  const value = () => {
    if (text[at] === '"') return JSON.parse(take(/^"(?:[^"\\]|\\.)*"/));
    if (text[at] === "[") {
      const items = [];
      list("]", () => items.push(value()));
      return items;
    }
    if (text[at] === "{") {
      const table = {};
      list("}", () => pair(table));
      return table;
    }
    return JSON.parse(take(/^[\w.-]+/));
  };
  const pair = (table) => {
    const names = key();
    take(/^ *= */);
    within(table, names.slice(0, -1))[names.at(-1)] = value();
  };
  /** The table with a name of parts; of an array of tables its last. */
  const within = (table, names) => {
    for (const name of names) {
      table[name] ??= {};
      table = Array.isArray(table[name]) ? table[name].at(-1) : table[name];
    }
    return table;
  };
  const whole = {};
  let table = whole;
  for (blanks(); at < text.length; blanks()) {
    if (text[at] !== "[") {
      pair(table);
      continue;
    }
    const several = text[at + 1] === "[";
    at += several ? 2 : 1;
    const names = key();
    take(several ? /^\]\]/ : /^\]/);
    const parent = within(whole, names.slice(0, -1));
    if (several) {
      parent[names.at(-1)] ??= [];
      parent[names.at(-1)].push({});
    }
    table = within(whole, names);
  }
  return whole;
}
