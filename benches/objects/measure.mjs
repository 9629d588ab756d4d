// Whether the package does well to hand its module JSON text: the package as it is, against itself with a module that takes
// objects by serde-wasm-bindgen, in Node and in Chromium. `cargo xtask bench objects` builds what it needs and calls it.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import zlib from "node:zlib";
import { launch, newContext } from "../../tests/browser/browser.mjs";
import { serve } from "../../tests/browser/server.mjs";
import { machine, workOf } from "../peers/machine.mjs";

/** The package as it is comes first: the others are held against it. */
const TEXT = "text";
const WAYS = {
  [TEXT]: "text in, text out: the package as it is",
  in: "object in, text out",
  both: "object in, object out",
};
const MINUTES = 60_000;
const here = fileURLToPath(new URL("./", import.meta.url));
const root = path.join(here, "../..");
const npm = path.join(root, "dist/npm");
const module = path.join(root, "target/objects");
/** How often all requests are answered by each way. */
const runs = Number(process.argv[2] ?? 3);

/** Writes the package once for each way, and the scripts that time it, into a folder. */
function lay(folder) {
  for (const way of Object.keys(WAYS)) {
    const to = path.join(folder, way);
    fs.cpSync(npm, to, { recursive: true });
    if (way === TEXT) continue;
    fs.copyFileSync(path.join(module, "rules_bg.wasm"), path.join(to, "rules_bg.wasm"));
    fs.copyFileSync(path.join(module, "rules_bg.js"), path.join(to, "rules_ways.js"));
    fs.writeFileSync(
      path.join(to, "rules_bg.js"),
      `export * from "./rules_ways.js";\nexport { assess_${way} as assess } from "./rules_ways.js";\n`,
    );
    // Requests go to the engine, and to the worker of a batch, as they are.
    fs.renameSync(path.join(to, "text.js"), path.join(to, "text_as_it_is.js"));
    fs.writeFileSync(
      path.join(to, "text.js"),
      `export { toText } from "./text_as_it_is.js";
export function requestText(given) {
  if (given?.format !== "xinheng-record" || given.version !== 1) return given;
  const { format, version, judgement, ...request } = given;
  return request;
}
`,
    );
    if (way === "in") continue;
    // Answers are objects already.
    for (const name of ["index.js", "batch.js"]) {
      const file = path.join(to, name);
      fs.writeFileSync(file, `const JSON = { parse: (answer) => answer };\n${fs.readFileSync(file, "utf8")}`);
    }
  }
  for (const name of ["timed.mjs", "records.mjs", "../peers/generate/chance.mjs"]) {
    fs.copyFileSync(path.join(here, name), path.join(folder, path.basename(name)));
  }
  fs.writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>objects</title>");
}

async function inNode(folder) {
  const { timed } = await import(pathToFileURL(path.join(folder, "timed.mjs")));
  const open = async (way) => {
    const started = await import(pathToFileURL(path.join(folder, way, "node.js")));
    await started.init({ wasm: pathToFileURL(path.join(folder, way, "rules_bg.wasm")) });
    return started;
  };
  const work = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  return timed(Object.keys(WAYS), runs, open, work);
}

async function inChromium(folder) {
  const server = await serve(folder);
  const browser = await launch(["--js-flags=--expose-gc"]);
  try {
    const page = await (await newContext(browser, { width: 1280, height: 900 })).newPage();
    page.setDefaultTimeout(20 * MINUTES);
    await page.goto(server.url);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    await page.exposeFunction("work", () => pids.reduce((sum, pid) => sum + workOf(pid), 0));
    const told = await page.evaluate(
      async ([ways, runs]) => {
        const { timed } = await import("/timed.mjs");
        const open = async (way) => {
          const started = await import(`/${way}/index.js`);
          await started.init({ wasm: new URL(`/${way}/rules_bg.wasm`, location.href) });
          return started;
        };
        return timed(ways, runs, open, globalThis.work);
      },
      [Object.keys(WAYS), runs],
    );
    return { told, version: browser.version() };
  } finally {
    await browser.close();
    await server.close();
  }
}

const median = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];

const sum = (turns, place) => turns.reduce((all, turn) => all + turn[place], 0) / runs;

/** The rows of a table: by the clock and at work, for the whole set, and the median of what each turn took of the text way. */
function rows(place, told) {
  return told.flatMap(({ count, penalties, name, times }) =>
    Object.entries(times).map(([way, turns]) => {
      const of = (measure) => median(turns.map((turn, number) => turn[measure] / times[TEXT][number][measure])).toFixed(2);
      const whole = (measure) => (sum(turns, measure) / sum(times[TEXT], measure)).toFixed(2);
      const cells = [0, 1].map((measure) => `${sum(turns, measure).toFixed(0)} | ${whole(measure)}× | ${of(measure)}×`);
      return `| ${place} | \`${name}\` | ${count} × ${penalties} | ${way} | ${cells.join(" | ")} |`;
    }),
  );
}

const size = (file) => {
  const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 };
  return zlib.brotliCompressSync(fs.readFileSync(file), { params: quality }).length;
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "xinheng-objects-"));
try {
  lay(folder);
  const node = await inNode(folder);
  console.log(rows("Node", node).join("\n"), "\n");
  const { told, version } = await inChromium(folder);
  console.log(machine(`Chromium ${version}`).map((line) => `- ${line}`).join("\n"));
  console.log(`- ${runs} runs after one to get warm, the ways in turns; all gave the same answers\n`);
  console.log("| in | function | requests × penalties | way | ms | of text | median of turns | at work ms | of text | median of turns |");
  console.log("| --- | --- | --- | --- | --: | --: | --: | --: | --: | --: |");
  console.log([...rows("Node", node), ...rows("Chromium", told)].join("\n"));
  console.log(`\n${Object.entries(WAYS).map(([way, words]) => `${way}: ${words}`).join("; ")}.`);
  for (const file of ["rules_bg.wasm", "rules_bg.js"]) {
    const [as, both] = [path.join(npm, file), path.join(module, file)].map(size);
    console.log(`${file}, brotli: ${as} bytes as it is, ${both} with both ways, ${both - as} more`);
  }
} finally {
  fs.rmSync(folder, { recursive: true });
}
