// The browsers that docs/browsers.md promises, held against what the release site uses. Each list below names what some
// of them lack, and why the page does without; what is newer and not listed fails.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { SITE } from "./browser.mjs";
import { FLOOR, newInPage, newInPolicy, newInScript, newInStyle, newInWebAssembly } from "./floor.mjs";
import { open } from "./harness.mjs";
import { screens } from "./screens.mjs";

const STYLES_DO_WITHOUT = {
  "-webkit-text-size-adjust": "phones then enlarge text by themselves",
  "text-size-adjust": "phones then enlarge text by themselves",
  "cursor: pointer": "a finger has no pointer",
  "cursor: default": "a finger has no pointer",
  outline: "Safari before 16.4 draws it with square corners",
  "accent-color": "the bar of progress then has the browser's own colour",
  "paint-order": "for words in a picture, the timeline's, Chrome has had it since 35",
  "overflow-anchor": "only a browser that moves rows by itself has to be told not to",
  "break-after: avoid": "a heading may then stand at the foot of a printed page",
  "break-before: avoid": "the signatures of a report may then stand on a page alone",
  "@page": "the paper and its margins are then chosen when printing, and the browser's own line has the number of the page",
  size: "as for @page",
  ":-webkit-details-marker": "only WebKit draws the marker so",
  resize: "a finger does not drag corners",
  "@container": "an element in a portal's page then has one column, however wide",
  "container-type": "as for @container",
  "-webkit-print-color-adjust": "letters of a key are then darkened on paper, and words stand beside them",
  "print-color-adjust": "as for -webkit-print-color-adjust",
  ":has": "a list on paper then says its day twice, and what is wrong with the as-of date covers a tab",
  zoom: "the timeline of a report is then larger",
  page: "the list is then upright on paper, where nobody turns it when printing",
};

const SCRIPTS_DO_WITHOUT = {
  ".capture": "a property of Yew's own listeners",
  ".detached": "where it is missing, the glue compares buffers",
  ".memory": "the module's memory, not the window's",
  ".connection": "where it is missing, nobody says that data are to be saved",
  ".saveData": "as for .connection",
  ".requestIdleCallback": "where it is missing, a timer does",
  ".showPicker": "where it is missing, the day is typed",
  ".webkitGetAsEntry": "Firefox on Android lacks it, where nothing is dropped; what is dropped elsewhere is then taken as files",
};

const MODULES_DO_WITHOUT = {
  ".adoptedStyleSheets": "where it is missing, the style is linked",
  ".replaceSync": "asked of a sheet only where those can be adopted",
  ".detached": SCRIPTS_DO_WITHOUT[".detached"],
  ".memory": SCRIPTS_DO_WITHOUT[".memory"],
  ".capture": SCRIPTS_DO_WITHOUT[".capture"],
  ".showPicker": SCRIPTS_DO_WITHOUT[".showPicker"],
  ".dispose": "the glue asks for it before it is used",
  ".attachInternals": "where it is missing, the element is in no form, and all else works",
  ".setFormValue": "asked for before it is used, as the rest of what is for forms",
  ".setValidity": "there where setFormValue is",
  ".print": "the element's own, and the window's, which Firefox on Android had not: there nothing is printed",
  ".webkitRelativePath": "where it is missing, a file of a folder has its own name alone",
  ".bytes": "what importFiles is given",
  ".records": "what a reader of the package gives",
  ".format": "what a saved record says of itself",
  ".take": "a method of our own",
  ".show": "a method of our own",
  ".locale": "a property of the element",
  ".opened": "what an error says of a record",
};

/** Whether a file is one of the package's or of the pages for portals, which import each other. */
const isModule = (file) => ["npm", "embed"].includes(path.basename(path.dirname(file)));

const POLICY_DOES_WITHOUT = {
  "script-src 'wasm-unsafe-eval'": "Firefox before 102 lets WebAssembly run under any policy",
};

const PAGES_DO_WITHOUT = {};

/** What a build lets the program files use, each of them and some besides; it fails where wasm-opt finds more in them. */
const { "every module": every, ...besides } = JSON.parse(
  fs.readFileSync(new URL("../../xtask/wasm-opt/features.json", import.meta.url), "utf8"),
);
const MAY_USE = Object.values(every);

const POLICY = /Content-Security-Policy"\s+content="([^"]+)"/;

const hashed = path.join(SITE, "v");
const files = fs
  .readdirSync(hashed)
  .flatMap((folder) =>
    fs.readdirSync(path.join(hashed, folder), { recursive: true }).map((name) => path.join(hashed, folder, name)),
  );
const ending = (end) => files.filter((file) => file.endsWith(end));
const text = (file) => fs.readFileSync(file, "utf8");

/** Asserts that what was found is what is listed: nothing newer, and nothing listed that is no longer there. */
function assertListed(found, listed) {
  const tooNew = Object.entries(found).filter(([name]) => !Object.hasOwn(listed, name));
  assert.deepEqual(tooNew, [], "newer than the floor");
  assert.deepEqual(
    Object.keys(listed).filter((name) => !Object.hasOwn(found, name)),
    [],
    "listed and not used",
  );
}

/** All that is found in some files, together. */
function inAll(found) {
  assert.ok(found.length > 0, "the site has such files");
  return Object.assign({}, ...found);
}

test("styles use what the oldest browsers know", () => {
  assertListed(inAll(ending(".css").map((file) => newInStyle(text(file)))), STYLES_DO_WITHOUT);
});

test("scripts use what the oldest browsers know", () => {
  const scripts = ending(".js").filter((file) => !isModule(file));
  assertListed(inAll(scripts.map((file) => newInScript(text(file)))), SCRIPTS_DO_WITHOUT);
});

test("the scripts for portals use what the oldest browsers know", () => {
  const found = ending(".js")
    .filter(isModule)
    .map((file) => newInScript(text(file), 2022, FLOOR, "module"));
  assertListed(inAll(found), MODULES_DO_WITHOUT);
});

test("the program files may use what the oldest browsers know", () => {
  assertListed(newInWebAssembly(MAY_USE), {});
  assert.deepEqual(Object.keys(besides), ["sheets_bg.wasm", "workbooks_bg.wasm"]);
  for (const reader of Object.values(besides)) {
    assertListed(newInWebAssembly(Object.values(reader)), {
      "fixed-width-SIMD": "Safari has it since 16.4; before, page and package say that they have no reader of workbooks",
    });
  }
});

test("the policy says what the oldest browsers know", () => {
  const [, policy] = text(path.join(SITE, "index.html")).match(POLICY);
  assertListed(newInPolicy(policy), POLICY_DOES_WITHOUT);
});

for (const screen of screens) {
  test(`the screen ${screen.name} is made of what the oldest browsers know`, async (t) => {
    const { page } = await open(t);
    await screen.show(page, "zh");
    const names = await page.evaluate(() => {
      const all = [...document.querySelectorAll("body *")];
      const of = (element) => [...element.attributes].map(({ name }) => `${element.localName} ${name}`);
      return [...new Set(all.flatMap((element) => [element.localName, ...of(element)]))];
    });
    assert.ok(names.includes("main"), names.join(", "));
    assertListed(newInPage(names), PAGES_DO_WITHOUT);
  });
}

test("older browsers lack what docs/browsers.md says", () => {
  const [, policy] = text(path.join(SITE, "index.html")).match(POLICY);
  for (const [browser, version] of Object.entries({ chrome: "96", edge: "96", safari: "15.6" })) {
    assert.deepEqual(
      Object.keys(newInPolicy(policy, { [browser]: version })),
      ["script-src 'wasm-unsafe-eval'"],
      browser,
    );
  }
  const styles = inAll(ending(".css").map((file) => newInStyle(text(file), { firefox: "95" })));
  assert.ok(Object.hasOwn(styles, "color-scheme"));
  assert.deepEqual(Object.keys(newInWebAssembly(MAY_USE, { chrome: "95" })), ["reference-types"]);
});

test("the start, the help and the papers name the versions that are checked here", () => {
  const checked = { Chrome: FLOOR.chrome, Edge: FLOOR.edge, Firefox: FLOOR.firefox, Safari: FLOOR.safari };
  const words = (file) => text(path.join(SITE, "../..", file));
  for (const file of ["www/boot.js", "www/help/zh.json", "www/help/en.json", "README.md"]) {
    const named = [...words(file).matchAll(/(Chrome|Edge|Firefox|Safari) (\d[\d.]*\d|\d)/g)];
    for (const name of ["Chrome", "Firefox", "Safari"])
      assert.ok(
        named.some(([, of]) => of === name),
        `${name} in ${file}`,
      );
    for (const [, name, version] of named) assert.equal(version, checked[name], `${name} in ${file}`);
  }
  for (const [name, version] of Object.entries(checked)) {
    assert.ok(words("docs/browsers.md").includes(`| ${name} ${version} |`), `${name} in docs/browsers.md`);
  }
});

test("what is newer than the floor is noticed", () => {
  const found = (names) => Object.keys(names).sort();
  assert.deepEqual(found(newInStyle("p:has(b) { inset: 0 } @container (width > 9em) { i { color: oklch(1 0 0) } }")), [
    ":has",
    "@container",
    "@media (a < b)",
    "oklch()",
  ]);
  assert.deepEqual(found(newInStyle("p { text-wrap: balance; width: 10cqw; & b { margin: 0 } }")), [
    "&",
    "text-wrap",
    "unit cqw",
  ]);
  assert.deepEqual(found(newInStyle("p { height: 9dvh }")), ["unit dvh"]);
  assert.deepEqual(found(newInStyle("p { height: 9vh; height: 9dvh }")), [], "an older value stands in for it");
  assert.deepEqual(found(newInStyle("p { never-heard-of: 1 }")), ["never-heard-of"]);

  assert.deepEqual(found(newInScript("structuredClone(a); b.toSorted(); Promise.withResolvers(); c.map(String)")), [
    ".toSorted",
    ".withResolvers",
    "structuredClone",
  ]);
  assert.throws(() => newInScript("class A { static { } }"), SyntaxError);

  assert.deepEqual(found(newInPage(["details", "details open", "details name", "search", "p popover", "p class"])), [
    "<details name>",
    "<p popover>",
    "<search>",
  ]);
  assert.deepEqual(found(newInPolicy("default-src 'none'; script-src 'self' 'inline-speculation-rules'")), [
    "script-src 'inline-speculation-rules'",
  ]);

  assert.deepEqual(found(newInWebAssembly(["sign-extension-operations", "fixed-width-SIMD", "unheard-of"])), [
    "fixed-width-SIMD",
    "unheard-of",
  ]);
});
