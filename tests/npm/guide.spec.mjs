// The code blocks of docs/embedding.md, run as they stand there: those of TypeScript in Node, those of HTML in the browser. That
// they compile strictly is seen in types.spec.mjs; those of docs/embedding/ are run by frameworks, next, nuxt, rows_guide and unit.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { promisify } from "node:util";
import { transformWithOxc } from "vite";
import { SITE } from "../browser/browser.mjs";
import { becomes } from "../browser/flows.mjs";
import { open } from "../browser/harness.mjs";
import { serve } from "../browser/server.mjs";
import { installed, project, request, runIn } from "./project.mjs";
import { filesIn } from "./snippets.mjs";

let folder;
let guide;
let blocks;
before(async () => {
  folder = await project();
  // Pages import the package from a folder beside them.
  await fs.cp(installed(folder), path.join(folder, "xinheng"), { recursive: true });
  guide = await fs.readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  blocks = [...guide.matchAll(/^```(ts|html|css)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, code, met: false }));
});

/** The one block with these words in it. */
function block(language, words) {
  const found = blocks.filter((block) => block.language === language && block.code.includes(words));
  assert.equal(found.length, 1, words);
  found[0].met = true;
  return found[0].code;
}

/** Runs a block in Node, and after it a script that may use what the block declares. Gives what was logged, and what `tell` was given. */
async function run(words, after) {
  const { code } = await transformWithOxc(block("ts", words), "block.ts");
  const listening = "const { log } = console; const said = []; console.log = (...words) => said.push(words);";
  return runIn(folder, `${listening}\n${code}\n${after}\nconsole.log = log;\ntell({ said, gave });`, request());
}

test("the first answer is logged", async () => {
  const { said } = await run("const answer = assess({", "const gave = null;");
  const [[name, advice, sections]] = said;
  assert.equal(name, "general");
  assert.match(advice, /[一-鿿]/);
  assert.ok(sections.length > 3);
});

test("Node's other modules have the first answer as well", async () => {
  const { "first.cjs": code } = await filesIn("embedding.md");
  await fs.writeFile(path.join(folder, "first.cjs"), code);
  const { stdout } = await promisify(execFile)(process.execPath, ["first.cjs"], { cwd: folder });
  assert.equal(stdout.trim(), "good");
});

test("what would change the class is told in lines", async () => {
  const penalty = { decided_on: "2026-03-02", published_on: "2026-03-10", kinds: ["fine"], fine_yuan: 60000 };
  const { gave } = await run("whatIf(request)", `given.enterprise.penalties = [${JSON.stringify(penalty)}]; const gave = await ways(given);`);
  assert.ok(gave.some((line) => /^penalty 0 \w+ .*good/.test(line)), String(gave));
});

test("many enterprises are answered, with progress", async () => {
  const { gave, said } = await run("export async function all", "const gave = await all([given, given], new AbortController().signal);");
  assert.deepEqual(gave.map((answer) => answer.class), ["good", "good"]);
  assert.deepEqual(said.at(-1), ["2 / 2"]);
});

test("rows and files are read and answered", async () => {
  const rows = `[{ company: "示例有限公司", code: "91350100M000100Y43", type: "罚", day: "2026-03-02", fine: 60000 }, { code: "1" }]`;
  const file = `new File(["统一社会信用代码,企业名称,登记状态\\n91350100M000100Y43,示例有限公司,存续\\n"], "经营主体.csv")`;
  const { gave, said } = await run("export async function fromRows", `const gave = [await fromRows(${rows}), await fromFiles([${file}])];`);
  assert.deepEqual(gave.map(([answer]) => answer.class), ["general", "good"]);
  assert.ok(said.some(([row, column]) => row === 2 && column === "code"), JSON.stringify(said));
});

test("rules of one's own are loaded", async () => {
  const asked = 'const { assess } = await import("xinheng"); const gave = assess({ ...given, parameters: { "ten_penalties.count": 8 } }).class;';
  assert.equal((await run("ownRules: true", asked)).gave, "good");
});

/** Opens a page with a block of HTML in it. Gives what is logged there, as it comes. */
async function show(t, code, more = {}) {
  const { head = "", ...options } = more;
  const file = `page-${Math.random().toString(36).slice(2)}.html`;
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">${head}</head><body>`;
  await fs.writeFile(path.join(folder, file), `${page}${code}</body></html>`);
  await fs.writeFile(path.join(folder, "index.html"), `${page}</body></html>`);
  const opened = await open(t, { site: folder, ...options });
  const said = [];
  opened.page.on("console", (message) => said.push(message.text()));
  return { ...opened, said, go: () => opened.page.goto(opened.server.url + file) };
}

test("a page without a bundler imports the functions", async (t) => {
  const code = block("html", "./xinheng/index.js").replace("</script>", "await init(); console.log(typeof assess);\n</script>");
  const { said, go } = await show(t, code);
  await go();
  await becomes(() => said, ["function"]);
});

test("the element of the guide answers and looks as its styles say", async (t) => {
  const head = `<style>${block("css", "--xinheng-accent")}</style>`;
  const { page, said, go } = await show(t, block("html", "<xinheng-assessment id="), { head });
  await go();
  await page.locator("xinheng-assessment h1", { hasText: "示例有限公司" }).waitFor();
  await becomes(() => said, ["good"]);
  const [size, heading] = await page.locator("#xinheng").evaluate(({ shadowRoot }) =>
    [".xinheng", "[part=class]"].map((part) => parseFloat(getComputedStyle(shadowRoot.querySelector(part)).fontSize)),
  );
  assert.deepEqual([size, heading > size], [18, true]);
});

test("the frame of the guide answers", async (t) => {
  const site = await serve(SITE);
  t.after(() => site.close());
  const code = block("html", "./xinheng/iframe.js").replaceAll("https://xinheng.example/", site.url);
  const { page, server, said, go } = await show(t, code, { others: [site.origin] });
  await page.route("**/embed.json", (route) => route.fulfill({ json: { origins: [server.origin] } }));
  await go();
  await page.frameLocator("#place iframe").getByRole("heading", { name: "示例有限公司" }).waitFor();
  await becomes(() => said, ["good"]);
});

test("no block was left out", () => {
  assert.deepEqual(blocks.filter(({ met }) => !met).map(({ code }) => code), []);
});

/** The words in code in the first column of a table, the one whose head has these words. */
function named(head) {
  const [, lines] = guide.split(`\n| ${head} |`)[1].match(/^.*\n\|[-|]+\|\n((?:\|.*\n)+)/);
  const firsts = lines.trim().split("\n").map((line) => line.split("|")[1]);
  return firsts.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, word]) => word)).sort();
}

test("the tables have every code, event, property and part, and no other", async () => {
  const read = (name) => fs.readFile(path.join(installed(folder), name), "utf8");
  const unique = (all) => [...new Set(all)].sort();
  const words = (text, pattern) => unique([...text.matchAll(pattern)].map(([, word]) => word));
  const union = (text, type) => words(new RegExp(`export type ${type} =([\\s\\S]*?";)`).exec(text)[1], /\| "(\w+)"/g);
  assert.deepEqual(named("`code` | what is wrong"), union(await read("types.d.ts"), "ProblemCode"));
  // The frame's script stands alone, and has two of its own.
  const ofFrame = words(await read("iframe.js"), /code:"(\w+)"/g);
  assert.deepEqual(ofFrame, ["bad_frame", "frame_silent"]);
  assert.deepEqual(named("code | what to do"), unique([...union(await read("index.d.ts"), "ErrorCode"), ...ofFrame]));
  const [, options] = /Options are (`[\s\S]*?), as the \[properties/.exec(guide);
  assert.deepEqual(words(options, /`(\w+)`/g), unique(JSON.parse(/\["record"[^\]]*\]/.exec(await read("iframe.js"))[0])));
  const { modules } = JSON.parse(await read("custom-elements.json"));
  const [element] = modules[0].declarations;
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(named("event | `detail` | when"), names(element.events));
  assert.deepEqual(named("`::part(…)` | what"), names(element.cssParts));
  const style = await read("element.css");
  assert.deepEqual(named("`--xinheng-…` | what | light | dark"), words(style, /var\(--xinheng-([\w-]+)/g));
  assert.deepEqual(names(element.cssProperties), words(style, /var\((--xinheng-[\w-]+)/g));
});

test("the versions that the guide to frameworks names are those that were tried", async () => {
  const text = await fs.readFile(new URL("../../docs/embedding/frameworks.md", import.meta.url), "utf8");
  const said = { react: /React in the browser \| ([\d.]+)/, vue: /Vue in the browser \| ([\d.]+)/, next: /Next, .* \| ([\d.]+)/ };
  Object.assign(said, { nuxt: /Nuxt \| ([\d.]+)/, jsdom: /\| jsdom (\d+)/, "happy-dom": /\| happy-dom (\d+)/ });
  for (const place of [".", "next", "nuxt", "unit"]) {
    const json = await fs.readFile(new URL(`${place}/package.json`, import.meta.url), "utf8");
    const { dependencies, devDependencies } = JSON.parse(json);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (said[name]) assert.ok(`${version}.`.startsWith(`${said[name].exec(text)[1]}.`), `${name} ${version} in ${place}`);
    }
  }
});
