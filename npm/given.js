// What a page may say to an element, as attribute and as property, and what comes of it.
import { XinhengError } from "./errors.js";
import { unfit } from "./more_errors.js";
import { isEnglish, isKnown, textOf } from "./text.js";

/** What is said of an object that JSON cannot say. */
const CYCLE = "it contains itself";

/** As texts: the property that each attribute has. */
export const TEXTS = { "as-of": "asOf", locale: "locale", theme: "theme", site: "site" };
/** The colours that there are. */
const THEMES = ["light", "dark"];
/** As objects, or as their JSON. */
export const OBJECTS = ["record", "pack", "parameters"];

/** Gives the class of an element the properties of its texts, which say what the attributes do. */
export function textProperties(prototype) {
  for (const [attribute, property] of Object.entries(TEXTS)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        // React has a server write `asOf` by the property's name, and so it counts where the other is not there.
        return this.getAttribute(attribute) ?? this.getAttribute(property) ?? "";
      },
      set(value) {
        if (value !== undefined && value !== null && value !== "") return this.setAttribute(attribute, value);
        this.removeAttribute(attribute);
        this.removeAttribute(property);
      },
    });
  }
}

/** What is wrong with a text that says one of a few things; what is given so is as if it were not there. */
export function unfitText(name, text) {
  if (name === "theme" && !THEMES.includes(text)) return unfit(name, text, THEMES);
  if (name === "locale" && !isKnown(text)) return unfit(name, text, ["zh", "en"], "unknown_locale");
}

/** Sets properties anew that were set before the script was there: they hide the accessors. */
export function takeOver(element, names) {
  for (const name of names.filter((name) => Object.hasOwn(element, name))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/** The address of a site, with a slash at its end; an empty one where there is none. */
export function address(text) {
  if (!text) return "";
  let read;
  try {
    read = new URL(text, document.baseURI);
  } catch {
    // It is told below.
  }
  // A name of a server without a scheme would be taken for a folder of the page's own.
  if (!read?.protocol.startsWith("http") || /^\w[^/]*\.(?!html)\w/.test(text)) {
    throw new XinhengError("bad_site", { detail: `site: ${text}` });
  }
  return read.href.replace(/[#?].*$/, "");
}

/** An object as JSON, so that nothing of it is lost in silence, and a text as it is. */
export function written(name, value) {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  try {
    return textOf(value);
  } catch (cause) {
    const error = new XinhengError(name === "record" ? "bad_record" : "bad_rules", { detail: `${name}: ${CYCLE}`, cause });
    if (name === "record") error.opened = false;
    throw error;
  }
}

/** What a text that was given says: an object, or the text where it is none. */
export function read(text) {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Gives the root of what an element shows the colours and the language that were given. */
export function mark(root, given) {
  if (!root) return;
  const theme = given.get("theme");
  if (THEMES.includes(theme)) root.dataset.theme = theme;
  else delete root.dataset.theme;
  root.lang = isEnglish(given.get("locale")) ? "en" : "zh-CN";
}

/** The rules that were given, as one text: each as its own text, which is read where all that is wrong with it can be told. */
export function rulesText(given) {
  return JSON.stringify({ pack: given.get("pack"), parameters: given.get("parameters") });
}
