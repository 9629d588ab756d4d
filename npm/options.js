// Why options cannot be used, and what was meant by one that there is none of: fetched when some cannot.
import { XinhengError } from "./errors.js";
// It stands alone, so that what it shares with the rest is there.
import { nearest } from "./iframe.js";
import "./more_errors.js";

/** The error for options of the function `of`, which knows those names: they are none, or one of them has another name. */
export function badOptions(of, given, known) {
  const all = known.join(", ");
  const unknown = Object.keys(Object(given)).find((name) => !known.includes(name));
  if (typeof given !== "object" || Object.prototype.toString.call(given) !== "[object Object]") {
    const met = typeof given === "object" ? Object.prototype.toString.call(given) : String(given);
    const words = {
      zh: `${of} 的选项应当写成 {${all}} 这样的对象`,
      en: `the options of ${of} are to be an object such as {${all}}`,
    };
    return new XinhengError("bad_options", { words, detail: `options: ${met}` });
  }
  const meant = nearest(unknown, known);
  const words = {
    zh: `${of} 没有“${unknown}”这个选项${meant ? `，是不是“${meant}”` : ""}`,
    en: `${of} has no option "${unknown}"${meant ? `; did you mean "${meant}"?` : ""}`,
  };
  return new XinhengError("bad_options", { words, detail: `options.${unknown} (${all})` });
}
