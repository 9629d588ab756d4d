// Why options cannot be used, and what was meant by one that there is none of: fetched when some cannot.
import { XinhengError } from "./errors.js";
// It stands alone, so that what it shares with the rest is there.
import { nearest } from "./iframe.js";
import "./more_errors.js";

/** What fits where an option has its name and another value than it can have. */
const FITS = {
  onProgress: { zh: "函数", en: "a function" },
  ownRules: { zh: "true 或者 false", en: "true or false" },
  signal: { zh: "AbortSignal", en: "an AbortSignal" },
};

/** The error for an option that `of` does not have. */
function unknown(of, name, known) {
  const meant = nearest(name, known);
  const words = {
    zh: `${of} 没有“${name}”这个选项${meant ? `，是不是“${meant}”` : ""}；可用的有 ${known.join("、")}`,
    en: `${of} has no option "${name}"${meant ? `; did you mean "${meant}"?` : ""}; there are ${known.join(", ")}`,
  };
  return new XinhengError("bad_options", { words, detail: `options.${name} (${known.join(", ")})` });
}

/** What was given, in short: an object by its class, for what is in it says less. */
function shown(value) {
  if (typeof value === "string") return `"${value}"`;
  return typeof value === "object" ? Object.prototype.toString.call(value) : String(value);
}

/**
 * The error for options of the function `of`, which knows those names: they are none, or one of them, which is `unfit`, has another
 * name or cannot be what it is.
 */
export function badOptions(of, given, known, unfit) {
  const all = known.join(", ");
  if (typeof given !== "object" || Object.prototype.toString.call(given) !== "[object Object]") {
    const met = typeof given === "string" ? given : shown(given);
    const words = {
      zh: `${of} 的选项应当写成 {${all}} 这样的对象`,
      en: `the options of ${of} are to be an object such as {${all}}`,
    };
    return new XinhengError("bad_options", { words, detail: `options: ${met}` });
  }
  const name = Object.keys(given).find(unfit);
  if (!known.includes(name)) return unknown(of, name, known);
  const [met, fits] = [shown(given[name]), FITS[name]];
  // What aborts is given for what tells of it.
  const meant = name === "signal" && given[name].signal?.aborted !== undefined;
  const words = {
    zh: `${of} 的选项 ${name} 应当是 ${fits.zh}，给出的是 ${met}${meant ? "，是不是它的 signal" : ""}`,
    en: `the option ${name} of ${of} is to be ${fits.en}; ${met} was given${meant ? "; did you mean its signal?" : ""}`,
  };
  return new XinhengError("bad_options", { words, detail: `options.${name}: ${met} (${fits.en})` });
}
