// What a page may say to an element, as attribute and as property, and what comes of it.
import { isEnglish } from "./text.js";

/** As texts: the property that each attribute has. */
export const TEXTS = { "as-of": "asOf", locale: "locale", theme: "theme", site: "site" };
/** As objects, or as their JSON. */
export const OBJECTS = ["record", "pack", "parameters"];

/** Gives the class of an element the properties of its texts, which say what the attributes do. */
export function textProperties(prototype) {
  for (const [attribute, property] of Object.entries(TEXTS)) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute) ?? "";
      },
      set(value) {
        if (value === undefined || value === null || value === "") this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** The address of a site, with a slash at its end; nothing for what is none. */
export function address(text) {
  try {
    const { protocol, href } = new URL(text, document.baseURI);
    return text && protocol.startsWith("http") ? href.replace(/[#?].*$/, "") : "";
  } catch {
    return "";
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
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
  root.lang = isEnglish(given.get("locale")) ? "en" : "zh-CN";
}

/** The rules that were given, as one text: each as its own text, which is read where all that is wrong with it can be told. */
export function rulesText(given) {
  return JSON.stringify({ pack: given.get("pack"), parameters: given.get("parameters") });
}
