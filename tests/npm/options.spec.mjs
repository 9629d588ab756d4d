// Options that a function does not know, or that cannot be what they are given, which would be ignored in silence: each is told with
// its name, what was meant and what there is, in both languages.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { heard, openElement, openHost } from "./element.mjs";
import { project, runIn } from "./project.mjs";

let folder;
before(async () => void (folder = await project()));

/** The errors of calls in Node, each an expression that rejects. */
const errorsOf = (calls) =>
  runIn(
    folder,
    `import { init, assessBatch, importFiles, importRows } from "xinheng";
    const told = [];
    for (const call of [${calls.map((call) => `() => ${call}`).join()}]) {
      const of = ({ name, code, what, remedy, detail, message }) => told.push({ name, code, what, remedy, detail, message });
      await call().then(() => told.push({ code: "taken" }), of);
    }
    tell(told);`,
  );

const IMPORTS = "asOf, pack, signal";

/** For each call: the option that there is none of, the one that was meant, and all. */
const UNKNOWN = [
  ["init({ wasn: undefined })", "init", "wasn", "wasm", "wasm, ownRules"],
  ["init({ own_rules: true })", "init", "own_rules", "ownRules", "wasm, ownRules"],
  ["init({ ownRules: true, url: 1 })", "init", "url", undefined, "wasm, ownRules"],
  ["assessBatch([], { onprogress() {} })", "assessBatch", "onprogress", "onProgress", "onProgress, signal"],
  ["assessBatch([], { asOf: '2026-11-21' })", "assessBatch", "asOf", undefined, "onProgress, signal"],
  ["importFiles([], { asof: '2026-11-21' })", "importFiles", "asof", "asOf", IMPORTS],
  ["importFiles([], { 'as-of': null })", "importFiles", "as-of", "asOf", IMPORTS],
  ["importRows([], 'register', { sginal: null })", "importRows", "sginal", "signal", IMPORTS],
  ["importRows([], {}, { 日期: '2026-11-21' })", "importRows", "日期", undefined, IMPORTS],
];

test("an option that a function does not know is told with what was meant and what there is", async () => {
  const told = await errorsOf(UNKNOWN.map(([call]) => call));
  for (const [place, [call, of, name, meant, all]] of UNKNOWN.entries()) {
    const { code, what, remedy, detail, message } = told[place];
    assert.deepEqual([told[place].name, code], ["XinhengError", "bad_options"], call);
    assert.equal(detail, `options.${name} (${all})`);
    const [zh, en] = [`；可用的有 ${all.replaceAll(", ", "、")}`, `; there are ${all}`];
    assert.equal(what.zh, `${of} 没有“${name}”这个选项${meant ? `，是不是“${meant}”` : ""}${zh}`);
    assert.equal(what.en, `${of} has no option "${name}"${meant ? `; did you mean "${meant}"?` : ""}${en}`);
    assert.match(remedy.zh, /改正，或者删去/);
    assert.match(remedy.en, /mend it/);
    for (const words of [detail, what.zh, what.en, remedy.zh, remedy.en]) assert.ok(message.includes(words), message);
  }
});

test("what stands where options are wanted and is none is told, and none at all is taken", async () => {
  const none = {
    'init("engine_bg.wasm")': "engine_bg.wasm",
    'init(new URL("https://portal.example/engine_bg.wasm"))': "[object URL]",
    "assessBatch([], () => {})": "() => {}",
    "importFiles([], AbortSignal.timeout(9))": "[object AbortSignal]",
    'importRows([], "register", "2026-11-21")': "2026-11-21",
    "importRows([], {}, [])": "[object Array]",
  };
  const told = await errorsOf(Object.keys(none));
  assert.deepEqual(
    told.map(({ code, detail }) => [code, detail]),
    Object.values(none).map((met) => ["bad_options", `options: ${met}`]),
  );
  assert.match(told[0].what.zh, /^init 的选项应当写成 \{wasm, ownRules\} 这样的对象$/);
  assert.match(told[0].what.en, /^the options of init are to be an object such as \{wasm, ownRules\}$/);
  const taken = ["init(null)", "init({})", "assessBatch([], undefined)", "importFiles([], null)", "importRows([], null, null)"];
  for (const { code } of await errorsOf(taken)) assert.equal(code, "taken");
});

test("in a browser as well, where what tells it is fetched then only", async (t) => {
  const fetched = [];
  const { page } = await openHost(t, {
    script: 'import * as api from "./node_modules/xinheng/index.js"; window.api = api;',
    route: (page) => page.on("request", (request) => void fetched.push(new URL(request.url()).pathname.split("/").pop())),
  });
  await page.waitForFunction(() => window.api);
  const told = await page.evaluate(async () => {
    await api.init();
    return api.init({ Wasm: 5 }).catch(({ code, detail }) => [code, detail]);
  });
  assert.deepEqual(told, ["bad_options", "options.Wasm (wasm, ownRules)"]);
  assert.ok(fetched.indexOf("options.js") > fetched.indexOf("engine_bg.wasm"), fetched.join());
});

/** Calls with an option that has its name and cannot be what is given: the option, what was met, what fits. */
const UNFIT = [
  ["assessBatch([], { signal: new AbortController() })", "signal", "[object AbortController]", "an AbortSignal"],
  ["assessBatch([], { signal: {} })", "signal", "[object Object]", "an AbortSignal"],
  ["assessBatch([], { signal: 5 })", "signal", "5", "an AbortSignal"],
  ["assessBatch([], { signal: 'x' })", "signal", '"x"', "an AbortSignal"],
  ["assessBatch([{}], { onProgress: 5 })", "onProgress", "5", "a function"],
  ["importRows([{ a: 1 }], undefined, { signal: {} })", "signal", "[object Object]", "an AbortSignal"],
  ["importFiles([], { signal: true })", "signal", "true", "an AbortSignal"],
  ["init({ ownRules: 'yes' })", "ownRules", '"yes"', "true or false"],
];

test("an option that cannot be what it is given is told with what was met and what fits", async () => {
  const told = await errorsOf(UNFIT.map(([call]) => call));
  for (const [place, [call, name, met, fits]] of UNFIT.entries()) {
    const { code, what, detail } = told[place];
    assert.deepEqual([told[place].name, code, detail], ["XinhengError", "bad_options", `options.${name}: ${met} (${fits})`], call);
    const of = call.split("(")[0];
    assert.ok(what.zh.startsWith(`${of} 的选项 ${name} 应当是 `) && what.zh.includes(`给出的是 ${met}`), what.zh);
    assert.ok(what.en.startsWith(`the option ${name} of ${of} is to be ${fits}; ${met} was given`), what.en);
  }
  assert.match(told[0].what.zh, /是不是它的 signal/);
  assert.match(told[0].what.en, /did you mean its signal\?/);
  const taken = ["assessBatch([], { signal: null, onProgress: undefined })", "importFiles([], { signal: new AbortController().signal })", "init({ ownRules: true })"];
  for (const { code } of await errorsOf(taken)) assert.equal(code, "taken");
});

test("a day that an import is not given as one is told as its option", async () => {
  const told = await errorsOf(["importFiles([], { asOf: '明天' })", "importRows([], 'register', { asOf: 5 })"]);
  assert.deepEqual(told.map(({ code, what }) => [code, what.zh]), [
    ["bad_day", "importFiles 的选项 asOf 不是日期：明天"],
    ["bad_day", "importRows 的选项 asOf 不是日期：5"],
  ]);
  assert.equal(told[0].what.en, "the option asOf of importFiles is no date: 明天");
});

test("explain knows the languages as browsers and portals write them", async () => {
  const told = await runIn(
    folder,
    `import { init, assess, explain } from "xinheng";
    await init();
    const title = (locale) => { try { return explain(assess({}), locale).title; } catch ({ code, detail }) { return [code, detail]; } };
    tell(["zh", "en", "zh_CN", "en-US", "de", "english"].map(title));`,
  );
  const [zh, en] = told;
  assert.deepEqual(told, [zh, en, zh, en, ["unknown_locale", "de"], ["unknown_locale", "english"]]);
});

const FRAME = "record, asOf, pack, parameters, locale, theme, readonly";

test("a frame takes no option and prints no paper that there is none of, and stays as it was", async (t) => {
  const { page, watch } = await openHost(t, {
    body: '<div id="place"></div>',
    script: 'import { embed } from "./node_modules/xinheng/iframe.js"; window.embed = embed;',
    policy: "default-src 'self'; img-src data:",
    files: { "embed.html": '<!doctype html><link rel="icon" href="data:,"><script src="embed.js"></script>', "embed.js": EMBEDDED },
  });
  await page.waitForFunction(() => window.embed);
  const told = await page.evaluate(() => {
    const place = document.getElementById("place");
    const frame = embed(place, "./", { locale: "en" });
    window.frame = frame;
    const acts = [
      () => embed(place, "./", { local: "en" }),
      () => frame.give({ asof: "2026-11-21", theme: "dark" }),
      () => frame.give({ language: undefined }),
      () => frame.print("reprot"),
      () => frame.print("both"),
      () => embed(place, "./", { locale: "de" }),
      () => frame.give({ theme: "dunkel" }),
      () => frame.give({ readonly: "yes" }),
      () => frame.give({ locale: 5 }),
    ];
    return acts.map((act) => {
      try {
        return act() ?? "taken";
      } catch ({ code, what, remedy, detail }) {
        return { code, what, remedy, detail };
      }
    });
  });
  const expected = [
    ["options: local", "locale", FRAME],
    ["options: asof", "asOf", FRAME],
    ["options: language", undefined, FRAME],
    ["print: reprot", "report", "report, notice"],
    ["print: both", undefined, "report, notice"],
    ["locale: de", undefined, "zh, en"],
    ["theme: dunkel", undefined, "light, dark"],
    ["readonly: yes", undefined, "true, false"],
    ["locale: 5", undefined, "zh, en"],
  ];
  for (const [place, [detail, meant, all]] of expected.entries()) {
    const { code, what, remedy } = told[place];
    assert.deepEqual([code, told[place].detail], ["bad_frame", detail]);
    assert.equal(what.zh, `不能使用 ${detail}${meant ? `，是不是 ${meant}？` : ""}`);
    assert.equal(what.en, `cannot use ${detail}${meant ? `; did you mean ${meant}?` : ""}`);
    assert.deepEqual(remedy, { zh: `请用 ${all.replaceAll(", ", "、")}`, en: `use ${all}` });
  }
  assert.equal(await page.locator("iframe").count(), 1);
  // They are gone before they are there.
  watch.allow(/ERR_ABORTED/);
  const addresses = await page.evaluate(() =>
    ["./", "./index.html", "./embed.html", "/site/embed.html"].map((site) => {
      const { frame, remove } = embed(document.getElementById("place"), site);
      remove();
      return new URL(frame.src).pathname;
    }),
  );
  assert.deepEqual(addresses, ["/embed.html", "/embed.html", "/embed.html", "/site/embed.html"]);
  // What it was given before it said hello comes first; what is to be printed before then is not heard.
  await page.waitForFunction(() => document.querySelector("iframe").contentWindow.got?.length > 0);
  await page.evaluate(() => (frame.give({ theme: "light", locale: "en_US", readonly: null }), frame.print(), frame.print("notice")));
  await page.waitForFunction(() => document.querySelector("iframe").contentWindow.got?.at(-1)?.detail === "notice");
  const got = await page.evaluate(() => document.querySelector("iframe").contentWindow.got);
  const given = got.filter(({ type }) => type === "give").map(({ detail }) => detail);
  assert.ok(given.every(({ theme, asof }) => theme !== "dark" && asof === undefined), JSON.stringify(got));
  assert.deepEqual(got.filter(({ type }) => type === "print").map(({ detail }) => detail), ["report", "notice"]);
});

/** A frame that keeps what it is told. */
const EMBEDDED = `
  window.got = [];
  addEventListener("message", ({ data }) => got.push(data));
  parent.postMessage({ xinheng: 1, type: "hello" }, location.origin);
`;

test("an element prints no paper that there is none of", async (t) => {
  const { page } = await openHost(t, { body: '<xinheng-assessment id="a"></xinheng-assessment>' });
  await page.waitForFunction(() => window.xinheng);
  const told = await page.evaluate(() => {
    try {
      document.getElementById("a").print("both");
      return "taken";
    } catch (error) {
      return [error instanceof xinheng.XinhengError, error.code, error.detail, error.what.zh];
    }
  });
  assert.deepEqual(told, [true, "bad_options", "print: both (report, notice)", "print 不能是“both”，可用的有 report、notice"]);
});

test("an element tells of a language and of colours that there are none of, and goes on without", async (t) => {
  const { page } = await openElement(t, undefined, { attributes: 'locale="de" theme="dunkel"' });
  await page.evaluate(() => Object.assign(document.getElementById("a"), { theme: "", locale: "en", record: { enterprise: {} } }));
  await page.evaluate(() => document.getElementById("a").load({ enterprise: { name: "甲" } }).catch(() => {}));
  const told = (await heard(page, "error")).filter(({ code }) => code !== "bad_record");
  assert.deepEqual(
    told.map(({ code, detail, what }) => [code, detail, what.zh]),
    [
      ["unknown_locale", "locale: de (zh, en)", "locale 不能是“de”，可用的有 zh、en"],
      ["bad_options", "theme: dunkel (light, dark)", "theme 不能是“dunkel”，可用的有 light、dark"],
    ],
  );
  assert.match(told[1].what.en, /^theme cannot be "dunkel"; there are light, dark$/);
});
