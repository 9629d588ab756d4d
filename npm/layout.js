// What a portal says of its rows, looked at by its form: which columns and words there are, the reader knows.
import { XinhengError } from "./errors.js";
import { textOf } from "./text.js";

/** What fits at the places of a layout. */
const LAYOUT = "kind, columns, words";
const COLUMNS = '{"column": "text"}';
const WORDS = '{"column": {"word": "text"}}';

/** A layout that may be a kind alone, or left out, as an object. What has another form is thrown with its place. */
export function layoutOf(given) {
  if (given === undefined || given === null) return {};
  if (typeof given === "string") return { kind: given };
  const { kind, columns, words, ...others } = objectAt("layout", given, LAYOUT);
  for (const key of Object.keys(others)) refuse(key, others[key], LAYOUT);
  textsAt("columns", columns, COLUMNS);
  for (const [column, meanings] of Object.entries(objectAt("words", words, WORDS))) {
    textsAt(`words.${column}`, meanings, WORDS);
  }
  return { kind, columns, words };
}

function textsAt(place, given, fits) {
  for (const [key, text] of Object.entries(objectAt(place, given, fits))) {
    if (typeof text !== "string") refuse(`${place}.${key}`, text, fits);
  }
}

/** What stands at a place, where that is an object as it is written down; an empty one where nothing does. */
function objectAt(place, given, fits) {
  if (given === undefined || given === null) return {};
  const isPlain = typeof given === "object" && typeof given[Symbol.iterator] !== "function";
  return isPlain ? given : refuse(place, given, fits);
}

function refuse(place, given, fits) {
  throw new XinhengError("bad_layout", { detail: `${place}: ${shown(given)} (${fits})` });
}

/** What was given, in short. */
function shown(given) {
  try {
    return String(textOf(given)).slice(0, 80);
  } catch {
    return String(given);
  }
}
