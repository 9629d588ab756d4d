// Rules that a page gives to the element: a pack of its own, or values of parameters.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../browser/harness.mjs";
import { readToml } from "../browser/toml.mjs";
import { fined, heard, openElement, openHost, ready, record, write } from "./element.mjs";

const COUNT = "ten_penalties.count";
const TWO = record({ penalties: [fined("2026-03-02"), fined("2026-05-06")] });
const ELEMENT = '<xinheng-assessment id="a"></xinheng-assessment>';

/** A pack in its JSON form, by which two penalties are many. */
const pack = () => {
  const own = readToml("packs/baotou-2024.toml");
  own.id = "portal-2026";
  own.version = "1";
  own.parameters[COUNT].values[0].value = 2;
  return own;
};

/** What the package answers for the record that the element would save, with these rules. */
const asked = (page, rules = {}) =>
  page.evaluate(async (rules) => {
    const { init, assess } = await import("./node_modules/xinheng/index.js");
    await init({ ownRules: true });
    return assess({ ...document.getElementById("a").save(), ...rules });
  }, rules);

/** Sets properties of the element, and waits for so many results in all. */
async function set(page, properties, results) {
  await page.evaluate((properties) => Object.assign(document.getElementById("a"), properties), properties);
  await page.waitForFunction((count) => window.heard.filter(([, name]) => name === "result").length >= count, results);
}

const failed = (page) => page.waitForFunction(() => window.heard.some(([, name]) => name === "error"));

test("values of parameters are judged by from the first answer on, saved along, and taken back", async (t) => {
  const { page, element } = await openElement(t, TWO, { attributes: `parameters='{"${COUNT}": 2}'` });
  await element.getByText("满 2 次即为重点案件候选").waitFor();
  const results = await heard(page, "result");
  assert.equal(results.length, 1, "nothing was answered by other rules before");
  assert.deepEqual(await page.evaluate(() => document.getElementById("a").save().parameters), { [COUNT]: 2 });
  assert.deepEqual(results[0], await asked(page));
  await assertAccessible(page);
  await set(page, { parameters: { [COUNT]: 7 } }, 2);
  await element.getByText("满 7 次即为重点案件候选").waitFor();
  await set(page, { parameters: null }, 3);
  await element.getByText("满 10 次即为重点案件候选").waitFor();
  assert.equal("parameters" in (await page.evaluate(() => document.getElementById("a").save())), false);
  assert.deepEqual((await heard(page, "result"))[2], await asked(page));
});

test("a pack as an object is judged by, and what is changed is judged by it as well", async (t) => {
  const own = pack();
  const { page, element } = await openHost(t, {
    body: ELEMENT,
    script: `Object.assign(document.getElementById("a"), ${JSON.stringify({ pack: own, record: TWO })});`,
  });
  await ready(page);
  await element_text(page, "满 2 次即为重点案件候选");
  const [first] = await heard(page, "result");
  assert.deepEqual([first.pack.id, first.pack.version], ["portal-2026", "1"]);
  assert.deepEqual(first, await asked(page, { pack: own }));
  await page.locator("#fact-penalties-0 .line").click();
  await write(page, "penalties.0.fine_yuan", "100");
  const answer = (await heard(page, "result")).at(-1);
  assert.deepEqual(answer, await asked(page, { pack: own }));
  assert.deepEqual(await page.evaluate(() => document.getElementById("a").pack.id), "portal-2026");
});

const element_text = (page, text) => page.locator("#a").getByText(text).waitFor();

test("the built-in pack can be named, and as an attribute a pack can be given as JSON", async (t) => {
  const { page } = await openElement(t, TWO, { attributes: 'pack="baotou-2024"' });
  assert.deepEqual((await heard(page, "result"))[0], await asked(page));
  await page.evaluate((text) => document.getElementById("a").setAttribute("pack", text), JSON.stringify(pack()));
  await element_text(page, "满 2 次即为重点案件候选");
  await page.evaluate(() => document.getElementById("a").removeAttribute("pack"));
  await element_text(page, "满 10 次即为重点案件候选");
});

for (const [name, properties, place] of [
  ["a parameter that there is none of", { parameters: { "no.such": 1 } }, /no\.such/],
  ["a value that cannot be", { parameters: { [COUNT]: "many" } }, /ten_penalties\.count|many/],
  ["parameters that are no JSON", { parameters: "{" }, /parameters/],
  ["parameters that are no object", { parameters: "5" }, /parameters/],
  ["a pack with a fault", { pack: { ...pack(), rules: 5 } }, /rules/],
  ["a pack that is not built in", { pack: "hohhot-2027" }, /没有“hohhot-2027”这个规则版本，请改用 baotou-2024、samr-abcd/],
]) {
  test(`${name} is told with its place, and nothing is assessed by other rules`, async (t) => {
    const { page } = await openHost(t, {
      body: ELEMENT,
      script: `Object.assign(document.getElementById("a"), ${JSON.stringify({ ...properties, record: TWO })});`,
    });
    await failed(page);
    const [{ code, message, what, remedy }] = await heard(page, "error");
    assert.equal(code, "bad_rules");
    assert.match(message, place);
    assert.ok(what.zh && what.en && /没有可用的规则/.test(remedy.zh));
    assert.deepEqual(await heard(page, "result"), []);
    assert.equal(await page.locator("#a .answer").count(), 0);
    assert.match(await page.locator("#a").getByRole("alert").innerText(), place, "a person is told as well");
    await set(page, { pack: null, parameters: null }, 1);
    assert.deepEqual((await heard(page, "result"))[0], await asked(page));
    assert.equal(await page.locator("#a").getByRole("alert").count(), 0);
  });
}

test("rules that cannot be used, given while an answer stands there, take it away", async (t) => {
  const { page } = await openElement(t, TWO);
  await page.evaluate(() => (document.getElementById("a").parameters = { "no.such": 1 }));
  await failed(page);
  await page.locator("#a .answer").waitFor({ state: "detached" });
  await set(page, { parameters: {} }, 2);
  await ready(page);
});

test("rules that cannot be used leave the facts where they are, to be read, written and saved", async (t) => {
  const { page } = await openElement(t, TWO);
  const name = page.locator('#a [id="basics.name"]');
  await name.fill("改了一半");
  const errors = async () => (await heard(page, "error")).map(({ code }) => code);
  for (const [count, rules] of [{ pack: "nix" }, { pack: null, parameters: "{" }].entries()) {
    await page.evaluate((rules) => Object.assign(document.getElementById("a"), rules), rules);
    await page.waitForFunction((count) => window.heard.filter(([, name]) => name === "error").length > count, count);
    await page.locator("#a .answer").waitFor({ state: "detached" });
    await page.locator("#a").getByRole("alert").getByText(rules.pack ? "不能使用 pack: " : "不能使用 parameters: {").waitFor();
    assert.equal(await name.inputValue(), "改了一半", "what is being typed stays");
    assert.equal(await page.locator("#a .warning").count(), 0, "nothing is said of facts by other rules");
    assert.deepEqual(await errors(), Array(count + 1).fill("bad_rules"));
  }
  assert.equal((await heard(page, "result")).length, 1);
  await name.press("Tab");
  await page.waitForFunction(() => window.heard.some(([, name]) => name === "change"));
  assert.equal(await page.evaluate(() => document.getElementById("a").save().enterprise.name), "改了一半");
  await assertAccessible(page);
  await set(page, { parameters: null }, 2);
  await page.locator("#a h1", { hasText: "改了一半" }).waitFor();
  await ready(page);
});

test("where the module that reads rules cannot be had, that is told, and it is tried again", async (t) => {
  let missing = true;
  const { page, watch } = await openHost(t, {
    body: ELEMENT,
    script: `Object.assign(document.getElementById("a"), ${JSON.stringify({ parameters: { [COUNT]: 2 }, record: TWO })});`,
    route: (page) =>
      page.route("**/clerk_bg.wasm", (route) =>
        missing ? route.fulfill({ status: 404, body: "" }) : route.continue(),
      ),
  });
  await failed(page);
  assert.equal((await heard(page, "result")).length, 0);
  assert.equal((await heard(page, "error"))[0].code, "wasm_missing");
  assert.match(await page.locator("#a .xinheng").innerText(), /找不到信衡的程序文件/);
  watch.expect(/404/);
  watch.allow(/ERR_ABORTED/);
  missing = false;
  await set(page, { parameters: { [COUNT]: 3 } }, 1);
  await element_text(page, "满 3 次即为重点案件候选");
});
