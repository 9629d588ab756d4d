// The element in a page of somebody else's: what it is given, and what it tells.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes, drawn, fined, heard, NAME, openElement, openHost, ready, record, write } from "./element.mjs";

const ELEMENT = '<xinheng-assessment id="a"></xinheng-assessment>';
const title = (page, id = "a") => page.locator(`#${id}`).getByRole("heading", { level: 1 }).innerText();
const badge = (page, words) => page.locator(".head .badge", { hasText: words });

/** A record with a fact of every kind, one of them a list of its own. */
const FULL = record({
  registered_on: "2018-03-01",
  kind: "company",
  penalties: [
    fined("2025-06-07", { category: "未明码标价" }),
    fined("2026-03-02", { kinds: ["warning", "fine"], sector: "food" }),
  ],
  abnormal_listings: [{ reason: "annual_report", listed_on: "2026-07-08" }],
  serious_listings: [{ listed_on: "2024-02-03", removed_on: "2025-02-03" }],
  court_listings: [{ listed_on: "2026-01-05" }],
  leads: [{ kind: "complaint", received_on: "2026-11-01" }],
  inspections: [{ on: "2026-05-06", result: "clean" }],
  commitments: [{ kind: "repair", made_on: "2026-02-03" }],
});

test("what the element tells is what the package answers for the record it would save", async (t) => {
  const { page } = await openElement(t, FULL);
  const [saved, answer] = await page.evaluate(async () => {
    const { init, assess } = await import("./node_modules/xinheng/index.js");
    await init();
    const saved = document.getElementById("a").save();
    return [saved, assess(saved)];
  });
  assert.equal(saved.format, "xinheng-record");
  assert.equal(saved.as_of, "2026-11-21");
  for (const [name, given] of Object.entries(FULL.enterprise)) assert.deepEqual(saved.enterprise[name], given, name);
  assert.equal(answer.class, "high_risk");
  assert.deepEqual(await heard(page, "result"), [answer]);
  assert.deepEqual(await heard(page, "ready"), [null]);
  assert.deepEqual([await heard(page, "change"), await heard(page, "error")], [[], []]);
  const all = await page.evaluate(() => window.heard.map(([, , , outwards]) => outwards));
  assert.deepEqual(all, [true, true], "what is told bubbles out of every shadow");
});

for (const [name, attributes, script] of [
  ["as an attribute", `record='${JSON.stringify(record())}'`, ""],
  ["as JSON text", "", `document.getElementById("a").record = ${JSON.stringify(JSON.stringify(record()))};`],
  ["as an object", "", `document.getElementById("a").record = ${JSON.stringify(record())};`],
  [
    "as a request with null for what is not known",
    "",
    `document.getElementById("a").record = ${JSON.stringify(record({ registered_on: null }))};`,
  ],
  [
    "by an element made in a script",
    null,
    `const made = Object.assign(document.createElement("xinheng-assessment"), { id: "a", record: ${JSON.stringify(record())} }); document.querySelector("main").append(made);`,
  ],
]) {
  test(`a record can be given ${name}`, async (t) => {
    const body = attributes === null ? "" : `<xinheng-assessment id="a" ${attributes}></xinheng-assessment>`;
    const { page } = await openHost(t, { body, script });
    await ready(page);
    assert.equal(await title(page), NAME);
    assert.equal((await heard(page, "result")).length, 1);
  });
}

test("what was set on the element before its script came is taken over", async (t) => {
  const { page } = await openHost(t, {
    body: ELEMENT,
    before: `document.addEventListener("DOMContentLoaded", () => Object.assign(document.getElementById("a"), {
      record: ${JSON.stringify(record())}, asOf: "2026-03-02", locale: "en", readonly: true }));`,
    late: true,
  });
  await ready(page);
  assert.equal(await page.getByLabel("Name").inputValue(), NAME);
  assert.equal((await heard(page, "result")).at(-1).as_of, "2026-03-02");
  assert.deepEqual(
    await page.evaluate(() => [
      document.getElementById("a").getAttribute("locale"),
      document.getElementById("a").hasAttribute("readonly"),
    ]),
    ["en", true],
  );
});

test("without a record there is an empty one to be filled in", async (t) => {
  const { page } = await openHost(t, { body: ELEMENT });
  await ready(page);
  await write(page, "basics.name", "新填公司");
  await page.locator("#a h1", { hasText: "新填公司" }).waitFor();
  assert.equal((await heard(page, "change")).at(-1).enterprise.name, "新填公司");
  assert.deepEqual([await heard(page, "error"), (await heard(page, "ready")).length], [[], 1], "what is empty is not wrong");
  assert.equal(await page.locator("#a [role=alert]").count(), 0);
});

test("what is no record is told as that also where nothing stands yet", async (t) => {
  const { page } = await openHost(t, { body: ELEMENT });
  await ready(page);
  const codes = await page.evaluate(async () => {
    const element = document.getElementById("a");
    const code = (given) => element.load(given).then(() => "shown", ({ code }) => code);
    return [await code({ nonsense: 1 }), await code({ records: [] }), await code({ enterprise: {} })];
  });
  assert.deepEqual(codes, ["bad_record", "bad_record", "shown"]);
  await page.evaluate(() => (document.getElementById("a").record = { nonsense: 2 }));
  await becomes(async () => (await heard(page, "error")).map(({ code }) => code), ["bad_record", "bad_record", "bad_record"]);
});

test("what is being typed does not go into the record that takes the place of its own", async (t) => {
  const of = (fine_yuan, more = {}) => record({ ...more, penalties: [fined("2026-05-06", { fine_yuan })] });
  const { page } = await openElement(t, of(100000));
  await page.locator("#a #penalties .line").click();
  const amount = page.locator('#a [id="penalties.0.fine_yuan"]');
  await amount.fill("1");
  const name = "另一户有限公司";
  await page.evaluate((given) => document.getElementById("a").load(given), of(200000, { name }));
  await page.locator("#a h1", { hasText: name }).waitFor();
  await drawn(page);
  const saved = await page.evaluate(() => document.getElementById("a").save().enterprise);
  assert.deepEqual([saved.name, saved.penalties[0].fine_yuan], [name, 200000]);
});

test("a file is loaded, and load resolves once it stands there", async (t) => {
  const { page } = await openElement(t);
  const shown = await page.evaluate(
    async (text) => {
      const element = document.getElementById("a");
      await element.load(new File([text], "记录.json"));
      return [element.shadowRoot.querySelector("h1").textContent, element.record.enterprise.name];
    },
    JSON.stringify(record({ name: "文件公司" })),
  );
  assert.deepEqual(shown, ["文件公司", "文件公司"]);
  const again = await page.evaluate(
    async (given) => {
      const element = document.getElementById("a");
      await element.load(given);
      await element.load(given);
      return element.shadowRoot.querySelector("h1").textContent;
    },
    record({ name: "对象公司" }),
  );
  assert.equal(again, "对象公司");
});

test("load before the element stands in the page, and twice at once, ends with the last", async (t) => {
  const { page } = await openHost(t);
  const shown = await page.evaluate(
    async ([first, second]) => {
      const element = document.createElement("xinheng-assessment");
      element.id = "a";
      const both = Promise.all([element.load(first), element.load(second)]);
      document.querySelector("main").append(element);
      await both;
      return element.shadowRoot.querySelector("h1").textContent;
    },
    [record({ name: "先" }), record({ name: "后" })],
  );
  assert.equal(shown, "后");
});

test("a record that cannot be opened is told with each place, in both languages, and load rejects", async (t) => {
  const { page } = await openElement(t);
  const bad = record({ penalties: [{ decided_on: "2025-02-30", kinds: ["罚款"], fine_yuan: -1 }] });
  for (const given of [bad, "{", { enterprise: 5 }, [1, 2]]) {
    const failed = await page.evaluate(
      (given) =>
        document
          .getElementById("a")
          .load(given)
          .then(
            () => "nothing failed",
            ({ code, what }) => ({ code, what }),
          ),
      given,
    );
    assert.equal(failed.code, "bad_record", JSON.stringify(given));
    assert.ok(failed.what.zh && failed.what.en);
  }
  assert.equal(await title(page), NAME, "what stood there stays");
  const words = (await heard(page, "error"))[0];
  assert.match(words.what.zh, /处罚类别第1项（“罚款”）/);
  assert.match(words.what.en, /fine/i);
  assert.match(words.remedy.en, /mend the record/);
  await page.evaluate((given) => document.getElementById("a").load(given), record({ name: "改正后" }));
  assert.equal(await title(page), "改正后");
});

test("a change by a person is told once with the facts, and once with the answer", async (t) => {
  const { page, element } = await openElement(t);
  assert.equal((await heard(page, "result"))[0].class, "good");
  await element.getByRole("button", { name: "添加 失信被执行人" }).click();
  await write(page, "court_listings.0.listed_on", "2026-01-05");
  await badge(page, "违法失信").waitFor();
  const changes = await heard(page, "change");
  assert.deepEqual(changes.at(-1).enterprise.court_listings, [{ listed_on: "2026-01-05" }]);
  assert.equal(changes.length, 2, "one for the line, one for the day");
  const results = await heard(page, "result");
  assert.equal(results.at(-1).class, "high_risk");
  assert.equal(results.length, 3);
  assert.deepEqual(await page.evaluate(() => document.getElementById("a").record), changes.at(-1));
});

test("facts that cannot be read are told as errors by the answer, as the package tells them, while the element goes on", async (t) => {
  const { page, element } = await openElement(t);
  await write(page, "basics.registered_on", "2026-02-30");
  await element.locator('[id="basics.registered_on"][aria-invalid=true]').waitFor();
  const answer = await page.evaluate(async () => {
    const { init, assess } = await import("./node_modules/xinheng/index.js");
    await init();
    return assess(document.getElementById("a").save());
  });
  assert.deepEqual(
    answer.errors.map(({ path }) => path),
    ["enterprise.registered_on"],
  );
  assert.deepEqual((await heard(page, "result")).at(-1), answer);
  assert.equal((await heard(page, "change")).at(-1).enterprise.registered_on, "2026-02-30", "what was typed is kept");
  assert.equal(await element.locator(".answer .head .badge").count(), 1);
});

test("a field that is left as it was, and a fold that is opened, tell nothing", async (t) => {
  const { page, element } = await openElement(t);
  await write(page, "basics.name", NAME);
  await element.getByText("逐条规则怎样算出").click();
  await element.getByText("监管领域和风险等级").click();
  // What is told next is of what is changed next.
  await write(page, "basics.region", "150203");
  await becomes(async () => (await heard(page, "result")).length, 2);
  const changes = await heard(page, "change");
  assert.deepEqual(changes.map(({ enterprise }) => [enterprise.name, enterprise.region]), [[NAME, "150203"]]);
});

test("the record that is shown, given back, disturbs neither what is being typed nor the steps back", async (t) => {
  const { page } = await openElement(t);
  await page.evaluate(() => {
    const element = document.getElementById("a");
    element.addEventListener("xinheng-change", ({ detail }) => {
      element.record = structuredClone(detail);
      setTimeout(() => {
        element.record = structuredClone(detail);
        window.givenBack = true;
      }, 20);
    });
  });
  await write(page, "basics.name", "改名公司");
  await page.locator("#a h1", { hasText: "改名公司" }).waitFor();
  const region = page.locator('#a [id="basics.region"]');
  await region.focus();
  await page.keyboard.type("15020");
  await page.evaluate(() => (document.getElementById("a").record = document.getElementById("a").record));
  await page.waitForFunction(() => window.givenBack);
  await drawn(page);
  await page.keyboard.type("3");
  assert.equal(await region.inputValue(), "150203");
  assert.ok(await region.evaluate((field) => field.getRootNode().activeElement === field));
  await region.press("Tab");
  const changes = await heard(page, "change");
  assert.equal(changes.length, 2);
  assert.equal(changes[1].enterprise.name, "改名公司");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.locator("#a h1", { hasText: NAME }).waitFor();
});

test("a record given back late takes nothing away that was entered meanwhile; load goes back", async (t) => {
  const { page, element } = await openElement(t);
  await write(page, "basics.name", "改名公司");
  await write(page, "basics.region", "150203");
  const [first] = await heard(page, "change");
  assert.deepEqual([first.enterprise.name, first.enterprise.region], ["改名公司", undefined]);
  const give = (given) => page.evaluate((given) => void (document.getElementById("a").record = given), given);
  await give(first);
  await drawn(page);
  assert.equal(await page.locator('#a [id="basics.region"]').inputValue(), "150203");
  assert.equal(await page.evaluate(() => document.getElementById("a").record.enterprise.region), "150203");
  await element.getByRole("button", { name: "撤销" }).click();
  await give(first);
  await page.keyboard.press("Control+y");
  await page.waitForFunction(() => document.getElementById("a").record.enterprise.region === "150203");
  await page.evaluate((given) => document.getElementById("a").load(given), first);
  assert.equal(await page.locator('#a [id="basics.region"]').inputValue(), "");
});

test("a record that a framework gives again whenever it renders takes nothing away that was entered", async (t) => {
  const { page } = await openElement(t);
  const give = (given) => page.evaluate((given) => void (document.getElementById("a").record = given), given);
  await write(page, "basics.name", "改名公司");
  for (const given of [record(), JSON.stringify(record())]) {
    await give(given);
    await drawn(page);
    assert.equal(await title(page), "改名公司");
  }
  assert.equal((await heard(page, "change")).length, 1);
  await page.evaluate((given) => document.getElementById("a").load(given), record());
  assert.equal(await title(page), NAME, "load goes back to it");
  await write(page, "basics.name", "又一公司");
  await give(record({ name: "另一户" }));
  await page.locator("#a h1", { hasText: "另一户" }).waitFor();
});

test("another record takes the place of the first, and its steps back are its own", async (t) => {
  const { page, element } = await openElement(t);
  await write(page, "basics.name", "改名公司");
  await page.evaluate((given) => document.getElementById("a").load(given), record({ name: "另一户" }));
  assert.equal(await title(page), "另一户");
  assert.equal(await element.getByRole("button", { name: "撤销" }).isDisabled(), true);
  assert.equal((await heard(page, "change")).length, 1, "what the page gives is no change by a person");
});

test("the day that the page gives goes before the record's own, and gives way to it again", async (t) => {
  const facts = { penalties: [fined("2026-03-02")] };
  const { page } = await openElement(t, record(facts), { attributes: 'as-of="2026-02-01"' });
  const results = await heard(page, "result");
  assert.equal(results.at(-1).as_of, "2026-02-01");
  assert.equal(results.length, 1, "asked once, for the right day");
  assert.equal(await page.getByLabel("评估日", { exact: true }).inputValue(), "2026年2月1日");
  await page.evaluate((given) => document.getElementById("a").load(given), record(facts, "2026-05-05"));
  assert.equal((await heard(page, "result")).at(-1).as_of, "2026-02-01");
  await page.evaluate(() => (document.getElementById("a").asOf = "2026年4月5日"));
  await page.waitForFunction(() => window.heard.at(-1)[2]?.as_of === "2026-04-05");
});

test("the day that a server has written as React does is read as the property", async (t) => {
  const { page } = await openElement(t, record({ penalties: [fined("2026-03-02")] }), { attributes: 'asOf="2026-02-01"' });
  const read = () => page.evaluate(() => document.getElementById("a").asOf);
  assert.deepEqual([await read(), (await heard(page, "result")).at(-1).as_of], ["2026-02-01", "2026-02-01"]);
  await page.evaluate(() => (document.getElementById("a").asOf = "2026-04-05"));
  await page.waitForFunction(() => window.heard.at(-1)[2]?.as_of === "2026-04-05");
  assert.equal(await read(), "2026-04-05");
  await page.evaluate(() => (document.getElementById("a").asOf = ""));
  await page.waitForFunction(() => window.heard.at(-1)[2]?.as_of === "2026-11-21");
  assert.equal(await read(), "");
});

test("a day that is none is told, and the one before stays", async (t) => {
  const { page } = await openElement(t);
  await page.evaluate(() => document.getElementById("a").setAttribute("as-of", "2026-02-30"));
  await page.waitForFunction(() => window.heard.some(([, name]) => name === "error"));
  const [{ code, what }] = await heard(page, "error");
  assert.equal(code, "bad_day");
  assert.match(what.zh, /2026-02-30/);
  assert.equal((await heard(page, "result")).at(-1).as_of, "2026-11-21");
});

test("the day that a person sets is told by the answer", async (t) => {
  const { page } = await openElement(t, record({ penalties: [fined("2026-03-02")] }));
  await write(page, "as-of", "2025-12-31");
  await page.waitForFunction(() => window.heard.at(-1)[2]?.as_of === "2025-12-31");
  assert.equal(await page.evaluate(() => document.getElementById("a").save().as_of), "2025-12-31");
  const [change] = await heard(page, "change");
  assert.deepEqual(change, await page.evaluate(() => document.getElementById("a").save()), "what is saved is another");
});

test("a record that is loaded into an element outside the page is refused, and shown once it stands there", async (t) => {
  const { page } = await openHost(t);
  const code = await page.evaluate(async (given) => {
    window.made = Object.assign(document.createElement("xinheng-assessment"), { id: "a" });
    return made.load(given).then(() => "shown", (error) => error.code);
  }, record());
  assert.equal(code, "not_connected");
  await page.evaluate(() => document.querySelector("main").append(made));
  await ready(page);
  assert.equal(await title(page), NAME);
});

test("what is wrong is told as often as it is given, also of an object that contains itself", async (t) => {
  const { page } = await openElement(t);
  const codes = await page.evaluate(async () => {
    const element = document.getElementById("a");
    const code = (given) => element.load(given).then(() => "shown", ({ code }) => code);
    const cycle = {};
    cycle.enterprise = cycle;
    const codes = [await code({ enterprise: 5 }), await code({ enterprise: 5 }), await code(cycle)];
    element.record = cycle;
    return codes;
  });
  assert.deepEqual(codes, ["bad_record", "bad_record", "bad_record"]);
  const errors = await heard(page, "error");
  assert.deepEqual(errors.map(({ code }) => code), ["bad_record", "bad_record", "bad_record", "bad_record"]);
  assert.match(errors[3].detail, /contains itself/);
  assert.equal(await title(page), NAME);
});

test("what JSON cannot say in a record is told with its place", async (t) => {
  const { page } = await openElement(t);
  await page.evaluate((record) => {
    record.enterprise.penalties = [{ decided_on: "2026-03-02", kinds: ["fine"], fine_yuan: NaN }];
    document.getElementById("a").record = record;
  }, record());
  await page.waitForFunction(() => window.heard.some(([, name]) => name === "error"));
  const [{ path: place, code }] = (await heard(page, "result")).at(-1).errors;
  assert.deepEqual([place, code], ["enterprise.penalties[0].fine_yuan", "wrong_type"]);
  assert.equal((await heard(page, "error"))[0].code, "bad_record");
});

test("an error of a record says whether it is shown all the same, as the event and as what load rejects with", async (t) => {
  const { page } = await openElement(t);
  const fates = await page.evaluate(
    async (all) => {
      const element = document.getElementById("a");
      const fate = (given) => element.load(given).then(() => "shown", ({ code, opened }) => [code, opened]);
      const name = () => element.shadowRoot.querySelector("h1").textContent;
      const fates = [];
      for (const given of all) fates.push([await fate(given), await new Promise((drawn) => setTimeout(() => drawn(name()), 100))]);
      return fates;
    },
    [{}, { as_of: "2026-11-21" }, 5, "{", { enterprise: 5 }, { enterprise: { ...record().enterprise, name: "有误", fines: 1 } },
      record({ name: "待改", penalties: [{ decided_on: "2026-03-02", kinds: ["fine"], fine_yuan: -1 }] })],
  );
  const stays = [["bad_record", false], NAME];
  assert.deepEqual(fates, [...Array(6).fill(stays), [["bad_record", true], "待改"]]);
  const errors = await heard(page, "error");
  assert.deepEqual(errors.map(({ opened }) => opened), [...Array(6).fill(false), true]);
  assert.equal(errors[2].what.zh, "record 不是企业的记录，给出的是：5。应当是含有 enterprise 的对象、它的 JSON，或者信衡保存的记录文件。");
  assert.match(errors[2].what.en, /^record is no record of an enterprise; what was given: 5\. It is to be an object with enterprise/);
});

test("what is no record, given first, leaves an empty one to be filled in", async (t) => {
  const { page } = await openHost(t, { body: '<xinheng-assessment id="a" record="5"></xinheng-assessment>' });
  await ready(page);
  await write(page, "basics.name", "新填公司");
  await page.locator("#a h1", { hasText: "新填公司" }).waitFor();
  assert.deepEqual((await heard(page, "error")).map(({ code, opened }) => [code, opened]), [["bad_record", false]]);
});

test("a site without a scheme, or what is no address, is told, and its links stay words", async (t) => {
  const { page, server } = await openElement(t);
  const links = () => page.locator('#a a[target="_blank"]').count();
  for (const site of ["xinheng.example", "localhost:8080", "http://", "mailto:a@b.example"]) {
    await page.evaluate((site) => (document.getElementById("a").site = site), site);
    const { code, detail, remedy } = (await heard(page, "error")).at(-1);
    assert.deepEqual([code, detail], ["bad_site", `site: ${site}`]);
    assert.ok(remedy.zh.includes("https://") && remedy.en.includes("https://"));
  }
  assert.equal(await links(), 0);
  for (const site of ["./xinheng/", "/xinheng", server.url, "xinheng/index.html"]) {
    await page.evaluate((site) => (document.getElementById("a").site = site), site);
    await becomes(async () => (await links()) > 0, true);
  }
  assert.equal((await heard(page, "error")).length, 4);
});

test("the language can be set and taken back, and what a locale of nobody's says is Chinese", async (t) => {
  const { page } = await openElement(t, record(), { attributes: 'locale="en"' });
  await badge(page, "good").waitFor();
  assert.equal(await page.locator("#a .xinheng").getAttribute("lang"), "en");
  await page.evaluate(() => document.getElementById("a").removeAttribute("locale"));
  await badge(page, "信用良好").waitFor();
  assert.equal(await page.locator("#a .xinheng").getAttribute("lang"), "zh-CN");
  await page.evaluate(() => (document.getElementById("a").locale = "en"));
  await page.getByRole("button", { name: "Save the record" }).waitFor();
  await page.evaluate(() => (document.getElementById("a").locale = "zh-CN"));
  await badge(page, "信用良好").waitFor();
  await page.evaluate(() => (document.getElementById("a").locale = "en-US"));
  await page.getByRole("button", { name: "Save the record" }).waitFor();
  await page.evaluate(() => (document.getElementById("a").locale = "fr"));
  await badge(page, "信用良好").waitFor();
  assert.equal((await heard(page, "result")).length, 1, "words are no other answer");
});
