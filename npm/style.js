// The styles of an element, and of what it prints: as sheets that no policy of the page stands against, or where the browser
// has none of those, as a link, which `style-src` must allow.
import { XinhengError } from "./errors.js";

/** Where the styles lie. Bundlers look for exactly this form. */
const ADDRESSES = {
  element: () => new URL("./element.css", import.meta.url),
  paper: () => new URL("./paper.css", import.meta.url),
};

/** What is said where there is nothing to be had. */
const NO_STYLES = "CSS.supports(): there are no styles in this document";

/** The texts that were fetched. */
const texts = new Map();

/** Gives a shadow or a document its style, and resolves once it holds. */
export async function dress(root, name = "element") {
  const view = (root.ownerDocument ?? root).defaultView;
  const address = ADDRESSES[name]();
  if (!("adoptedStyleSheets" in root)) {
    // A document without styles, as jsdom has it, fetches none and says nothing of that, and it would be waited for without end.
    if (!globalThis.CSS?.supports?.("color", "red")) throw new XinhengError("style_missing", { detail: NO_STYLES });
    return link(root, address);
  }
  if (!texts.has(name)) {
    const text = fetchText(address);
    texts.set(name, text);
    text.catch(() => texts.delete(name));
  }
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(await texts.get(name));
  root.adoptedStyleSheets = [sheet];
}

async function fetchText(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    // Some servers give their start page for whatever they lack.
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/html")) throw new Error(type);
    return await response.text();
  } catch (cause) {
    throw new XinhengError("style_missing", { detail: address.href, cause });
  }
}

async function link(root, address) {
  if (root.querySelector("link")) return;
  const link = (root.ownerDocument ?? root).createElement("link");
  link.rel = "stylesheet";
  link.href = address.href;
  await new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new XinhengError("style_missing", { detail: address.href }));
    (root.head ?? root).append(link);
  });
}
