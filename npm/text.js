// Objects of JavaScript as JSON text, so that nothing of them is lost in silence: what JSON leaves out, or would write as
// null, becomes something that is wrong wherever it stands, and is told with its place.

import { XinhengError } from "./errors.js";

/** Stands for what JSON cannot say: an empty list in a list is no value of any field. */
const NO_VALUE = [[]];

function sayable(key, value) {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : NO_VALUE;
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : NO_VALUE;
    case "function":
    case "symbol":
      return NO_VALUE;
    case "object":
      if (value instanceof Map) return Object.fromEntries(value);
      if (value instanceof Set) return [...value];
      return value;
    default:
      return value;
  }
}

/** What an argument of this name lists. */
export function listOf(name, given) {
  const isList = typeof given === "object" && typeof given?.[Symbol.iterator] === "function";
  if (!isList) throw new XinhengError("not_a_list", { detail: given?.records ? `${name}.records` : name });
  return Array.from(given);
}

/** What an option may be; of the others it is told where they are used. A signal may be one of another page, so that its class says nothing. */
const FITS = {
  onProgress: (value) => typeof value === "function",
  ownRules: (value) => typeof value === "boolean",
  signal: (value) => typeof value.aborted === "boolean" && !!value.addEventListener,
};

/**
 * What a function of this name was given as options: an object, of which it knows every name, and every value may be what it is.
 * Else what was meant is thrown.
 */
export async function optionsOf(of, given, known) {
  const options = given ?? {};
  const isObject = Object.prototype.toString.call(options) === "[object Object]";
  const unfit = (name) => !known.includes(name) || (options[name] != null && FITS[name]?.(options[name]) === false);
  if (isObject && !Object.keys(options).some(unfit)) return options;
  throw (await import("./options.js")).badOptions(of, options, known, unfit);
}

/** The JSON text of a value, in which what JSON cannot say is something wrong at its place; a cycle is thrown. */
export function textOf(value) {
  return JSON.stringify(value, sayable);
}

/** The same; that of null for what has no text: a cycle, nothing at all, an object that fails when it is read. */
export function toText(value) {
  try {
    return textOf(value) ?? "null";
  } catch {
    return "null";
  }
}

/** The text of a request, which may be a record as it was saved: that it is one, what a person concluded and what was typed for papers is no fact. */
export function requestText(given) {
  if (given?.format !== "xinheng-record" || ![1, 2].includes(given.version)) return toText(given);
  const { format, version, judgement, desk, ...request } = given;
  return toText(request);
}

/** Whether a locale, as browsers and portals write them, is one of the two languages. */
export function isKnown(locale) {
  return /^(zh|en)(?![a-z])/i.test(locale);
}

/** Whether it is one of English. */
export function isEnglish(locale) {
  return /^en(?![a-z])/i.test(locale);
}
