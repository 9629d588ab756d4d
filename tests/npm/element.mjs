// A page of somebody else's with the element in it, by a bare module script, under the policy that docs/embedding.md asks for.
import fs from "node:fs/promises";
import path from "node:path";
import { drawn } from "../browser/flows.mjs";
import { open } from "../browser/harness.mjs";
import { project } from "./project.mjs";

export { becomes, drawn, fined, unfoldAll } from "../browser/flows.mjs";

/** What the page of an integrator allows: no inline style, no inline script, no worker, no frame. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:";

export const NAME = "示例有限公司";

/** A record; `more` are facts of the enterprise. */
export const record = (more = {}, asOf = "2026-11-21") => ({
  as_of: asOf,
  enterprise: { uscc: "91350100M000100Y43", name: NAME, ...more },
});

let installing;
/** The folder of a project that has the package, one for all tests of a file. */
export const folder = () => (installing ??= project());

/**
 * Opens a page. `body` is its markup, `script` what its module does after it has imported the element (`late`: a moment
 * after the page is there), `before` a script that runs before, `head` more for its head, `files` more files of the site, by
 * name; `route` is called with the page before it opens, `init` runs before any script. All `xinheng-` events are kept in `window.heard`, as `[id of the element, name, detail]`.
 */
export async function openHost(
  t,
  {
    body = "",
    script = "",
    before = "",
    late = false,
    head = "",
    files = {},
    policy = POLICY,
    route,
    init,
    ...more
  } = {},
) {
  const site = await folder();
  const name = `host-${Math.random().toString(36).slice(2)}`;
  const write = (file, text) => fs.writeFile(path.join(site, file), text);
  await write(
    `${name}.html`,
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta http-equiv="Content-Security-Policy" content="${policy}"><title>门户</title><link rel="icon" href="data:,">
    <script src="${name}-before.js"></script><script type="module" src="${name}.js"></script>${head}</head>
    <body><main><h1>门户</h1>${body}</main></body></html>`,
  );
  await write(`${name}-before.js`, HEARING + before);
  const imports = late
    ? 'if (document.readyState !== "complete") await new Promise((late) => addEventListener("load", late, { once: true }));\nwindow.xinheng = await import("./node_modules/xinheng/element.js");\n'
    : 'import * as xinheng from "./node_modules/xinheng/element.js";\nwindow.xinheng = xinheng;\n';
  await write(`${name}.js`, imports + script);
  await write("index.html", "<!doctype html><title>-</title><link rel=icon href=data:,>");
  for (const [file, text] of Object.entries(files)) await write(file, text);
  const opened = await open(t, { site, ...more });
  const { page, server } = opened;
  if (init) await page.addInitScript(init);
  if (route) await route(page);
  await page.goto(`${server.url}${name}.html`);
  return opened;
}

/** The page's own listener: at the document, where what bubbles out of the elements arrives. */
const HEARING = `
  window.heard = [];
  for (const name of ["ready", "result", "change", "error"]) {
    document.addEventListener("xinheng-" + name, ({ target, detail, bubbles, composed }) => {
      const told = detail instanceof Error ? { ...detail, name: detail.name, message: detail.message } : detail;
      window.heard.push([target.id, name, structuredClone(told), bubbles && composed]);
    });
  }
`;

/** A page with one element, with id `a`, that has a record; resolves once its answer stands there. */
export async function openElement(t, given = record(), { attributes = "", ...more } = {}) {
  const script = `document.getElementById("a").record = ${JSON.stringify(given)};\n${more.script ?? ""}`;
  const opened = await openHost(t, {
    body: `<xinheng-assessment id="a" ${attributes}></xinheng-assessment>`,
    ...more,
    script,
  });
  await ready(opened.page);
  return { ...opened, element: opened.page.locator("#a") };
}

/** Waits until an element shows an answer. */
export async function ready(page, id = "a") {
  await page.locator(`#${id} .answer .head`).waitFor();
}

/** What was heard of an element, by name: the details in their order. */
export async function heard(page, name, id = "a") {
  const all = await page.evaluate(() => window.heard);
  return all.filter(([from, what]) => from === id && what === name).map(([, , detail]) => detail);
}

/** Writes into the field of an element with this name, and leaves it. */
export async function write(page, name, text, id = "a") {
  const field = page.locator(`#${id} [id="${name}"]`);
  await field.fill(text);
  await field.press("Tab");
  await drawn(page);
}
