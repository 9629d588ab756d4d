// What a person sees whose browser is too old, or is told to be: words, readable, that say what to do.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import vm from "node:vm";
import * as acorn from "acorn";
import { SITE } from "./browser.mjs";
import { styleAsRead } from "./floor.mjs";
import { assertAccessible, open } from "./harness.mjs";

const INTERNET_EXPLORER = { ie: "11" };
const TOO_OLD =
  /浏览器太旧、处于 Internet Explorer 模式，或者关闭了 WebAssembly[\s\S]*Edge 或 Chrome 97[\s\S]*This browser is too old/;
const FORBIDDEN = /不让本网站运行 WebAssembly[\s\S]*lets the site run no WebAssembly/;

/** The globals of the language in 2009, but for the rarest. */
const ES5 = [
  ...["Object", "Function", "Array", "String", "Boolean", "Number", "Date", "RegExp", "Math", "JSON", "Error"],
  ...["TypeError", "undefined", "NaN", "Infinity", "parseInt", "parseFloat", "isNaN", "isFinite"],
];

const [hashed] = fs.readdirSync(path.join(SITE, "v"));
const file = (name) => fs.readFileSync(path.join(SITE, "v", hashed, name), "utf8");

/** Opens the page once more, in a browser from which `take` has taken something away before any script runs. */
async function reopenWithout(page, take) {
  await page.addInitScript(take);
  await page.reload();
  const words = page.getByRole("alert");
  await words.waitFor();
  return words;
}

for (const [name, take] of Object.entries({
  WebAssembly: () => delete window.WebAssembly,
  fetch: () => delete window.fetch,
  Promise: () => delete window.Promise,
  "document.currentScript": () => delete Document.prototype.currentScript,
  "the features that the program is compiled to": () => (WebAssembly.validate = () => false),
})) {
  test(`a browser without ${name} says that it is too old`, async (t) => {
    const { page, watch } = await open(t);
    const words = await reopenWithout(page, take);
    assert.match(await words.innerText(), TOO_OLD);
    // The glue of the program, which such a browser need not understand, looks for its own address.
    if (name === "document.currentScript") watch.expect(/reading 'src'/);
    await page.getByText("正在打开").waitFor({ state: "detached" });
  });
}

test("a policy that forbids WebAssembly is told, with the browser's own words", async (t) => {
  const { page } = await open(t);
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": "script-src 'self'" },
    });
  });
  await page.reload();
  const words = page.getByRole("alert");
  assert.match(await words.innerText(), FORBIDDEN);
  assert.match(await words.innerText(), /CompileError/);
  await assertAccessible(page);
});

test("Internet Explorer, which reads neither the program's script nor half of the style, shows the notice legibly", async (t) => {
  const { page, watch } = await open(t, { width: 1024, height: 700, context: { colorScheme: "dark" } });
  const style = styleAsRead(file("app.css"), INTERNET_EXPLORER);
  assert.ok(!/var\(|prefers-color-scheme|:focus-visible/.test(style) && /#start/.test(style), "the style is cut down");
  // What it does not know it draws as if it were text.
  await page.route("**/app.css", (route) =>
    route.fulfill({ contentType: "text/css", body: `main { display: inline } ${style}` }),
  );
  await page.route("**/app.js", (route) => route.fulfill({ contentType: "text/javascript", body: "let` =>" }));
  const words = await reopenWithout(page, () => {
    for (const name of ["WebAssembly", "fetch", "Promise", "Symbol", "Proxy", "Reflect", "Map", "Set"])
      delete window[name];
    delete Document.prototype.currentScript;
  });
  assert.match(await words.innerText(), TOO_OLD);
  const box = await words.boundingBox();
  assert.ok(
    box.x >= 12 && box.x + box.width <= 1024 - 12 && box.y > 0 && box.y + box.height < 700,
    JSON.stringify(box),
  );
  watch.expect(/SyntaxError/);
});

test("the page asks Internet Explorer for its newest mode before anything else", () => {
  const page = fs.readFileSync(path.join(SITE, "index.html"), "utf8");
  const [, head] = page.match(/<head>([\s\S]*)<\/head>/);
  const elements = [...head.matchAll(/<(\w+)[^>]*>/g)].map(([element]) => element);
  const asked = elements.findIndex((element) => /http-equiv="X-UA-Compatible"\s+content="IE=edge"/.test(element));
  assert.ok(asked >= 0, head);
  for (const before of elements.slice(0, asked)) assert.match(before, /^<(meta|title)/);
});

test("the start script is understood, and speaks, in a browser of 2009", () => {
  const script = file("boot.js");
  acorn.parse(script, { ecmaVersion: 5 });
  const main = element("main");
  const document = {
    body: element("body"),
    getElementById: (id) => (id === "start" ? main : null),
    createElement: element,
    createTextNode: (text) => ({ text }),
  };
  const context = vm.createContext({});
  const names = vm.runInContext("Object.getOwnPropertyNames(this)", context);
  for (const name of names.filter((name) => !ES5.includes(name))) vm.runInContext(`delete this.${name}`, context);
  Object.assign(context, { document });
  context.window = context;
  vm.runInContext(script, context);
  assert.match(said(main), /^信衡\n/);
  assert.match(said(main), TOO_OLD);
});

/** An element with what the DOM of 2009 can do, as far as the notice needs it. */
function element(name) {
  return {
    name,
    children: [],
    get firstChild() {
      return this.children[0] ?? null;
    },
    appendChild(child) {
      this.children.push(child);
      return child;
    },
    removeChild(child) {
      this.children.splice(this.children.indexOf(child), 1);
    },
    setAttribute(attribute, value) {
      this[attribute] = value;
    },
  };
}

function said(node) {
  return node.text ?? node.children.map(said).join("\n");
}
