// The element in a form of the page: what is sent, what is wrong, switching off, going back.
import assert from "node:assert/strict";
import test from "node:test";
import { becomes, heard, NAME, openElement, openHost, ready, record, write } from "./element.mjs";

const form = (attributes = "", more = "") =>
  `<form id="form"><label for="a">评估</label><fieldset id="part">
  <xinheng-assessment id="a" name="assessment" ${attributes}></xinheng-assessment></fieldset>${more}<button>提交</button></form>`;
const given = (value) => `document.getElementById("a").record = ${JSON.stringify(value)};\n`;
/** A form tells what it would send, and what was sent. */
const SENDING = `
  window.sent = [];
  document.getElementById("form").addEventListener("submit", (event) => {
    event.preventDefault();
    window.sent.push(new FormData(event.target).get("assessment"));
  });
`;

/** A page with the element in a form. */
async function openForm(t, { record: one = record(), attributes = "", script = "", more = "", ...others } = {}) {
  const opened = await openHost(t, { body: form(attributes, more), script: SENDING + (one ? given(one) : "") + script, ...others });
  await ready(opened.page);
  return opened;
}

/** What the form would send, and what the element saves. */
const values = (page) =>
  page.evaluate(() => {
    const value = new FormData(document.getElementById("form")).get("assessment");
    return [value === null ? null : JSON.parse(value), document.getElementById("a").save()];
  });

/** What forms ask of the element. */
const validity = (page) =>
  page.evaluate(() => {
    const { validity, validationMessage } = document.getElementById("a");
    const wrong = ["customError", "valueMissing"].filter((name) => validity[name]);
    return { wrong, message: validationMessage, form: document.getElementById("form").checkValidity() };
  });

const VALID = { wrong: [], message: "", form: true };

test("a form sends the record as it would be saved, with what was entered since", async (t) => {
  const { page } = await openForm(t);
  const [sent, saved] = await values(page);
  assert.equal(sent.format, "xinheng-record");
  assert.deepEqual(sent, saved);
  await write(page, "basics.name", "改名公司");
  await becomes(async () => (await values(page))[0].enterprise.name, "改名公司");
  await page.getByRole("button", { name: "提交" }).click();
  const [told] = await page.evaluate(() => window.sent);
  assert.deepEqual(JSON.parse(told), (await values(page))[1]);
  assert.deepEqual(JSON.parse(told), (await heard(page, "change")).at(-1));
  const element = await page.evaluate(() => {
    const { name, form, labels, willValidate } = document.getElementById("a");
    return [name, form.id, labels.length, willValidate, form.elements.assessment.id, document.getElementById("a").reportValidity()];
  });
  assert.deepEqual(element, ["assessment", "form", 1, true, "a", true]);
  await page.getByText("评估", { exact: true }).click();
  const focused = await page.evaluate(() => [document.activeElement.id, document.getElementById("a").shadowRoot.activeElement?.localName]);
  assert.equal(focused[0], "a", "the label leads into it");
  assert.ok(focused[1]);
});

test("what is given before it stands there is sent as it was given, and nothing where there is none", async (t) => {
  const { page } = await openHost(t, {
    body: form(),
    script: `const element = document.getElementById("a");
      const sent = () => new FormData(document.getElementById("form")).get("assessment");
      const before = sent();
      ${given(record())}
      window.early = [before, sent()];
      const other = document.createElement("xinheng-assessment");
      other.record = ${JSON.stringify(record({ name: "后来的" }))};
      document.getElementById("part").append(Object.assign(other, { name: "later" }));
      window.early.push(new FormData(document.getElementById("form")).get("later"));`,
  });
  const [before, after, later] = await page.evaluate(() => window.early);
  assert.equal(before, null);
  assert.deepEqual([JSON.parse(after).enterprise.name, JSON.parse(later).enterprise.name], [NAME, "后来的"]);
});

test("while a fact cannot be read the form is not sent, and is told the field and why in the language shown", async (t) => {
  const { page } = await openForm(t);
  assert.deepEqual(await validity(page), VALID);
  await write(page, "basics.registered_on", "2026-02-30");
  await becomes(async () => (await validity(page)).form, false);
  const { wrong, message } = await validity(page);
  assert.deepEqual(wrong, ["customError"]);
  assert.match(message, /^成立日期：没有“2026-02-30”这一天/);
  const [sent, saved] = await values(page);
  assert.deepEqual(sent, saved, "what was typed is in the record");
  await page.evaluate(() => document.getElementById("a").addEventListener("invalid", ({ type }) => (window.told = type)));
  await page.getByRole("button", { name: "提交" }).click();
  assert.deepEqual(await page.evaluate(() => [window.told, window.sent]), ["invalid", []]);
  const focused = await page.evaluate(() => document.getElementById("a").shadowRoot.activeElement?.id);
  assert.ok(focused, "the browser leads a person into the element");
  await page.evaluate(() => (document.getElementById("a").locale = "en"));
  await becomes(async () => /^registered on: .*2026-02-30/.test((await validity(page)).message), true);
  await write(page, "basics.registered_on", "2026-02-03");
  await becomes(async () => (await validity(page)).form, true);
  assert.deepEqual(await validity(page), VALID);
  await page.getByRole("button", { name: "提交" }).click();
  assert.equal((await page.evaluate(() => window.sent)).length, 1);
});

test("an empty element is wrong where it is required only, one that lacks its code always", async (t) => {
  const { page } = await openForm(t, { record: null });
  assert.deepEqual(await validity(page), VALID);
  await page.evaluate(() => (document.getElementById("a").required = true));
  const { wrong, message, form: sends } = await validity(page);
  assert.deepEqual([wrong, sends], [["valueMissing"], false]);
  assert.match(message, /^统一社会信用代码.*：请填写$/);
  await page.evaluate(() => (document.getElementById("a").required = false));
  await write(page, "basics.name", "甲公司");
  await becomes(async () => (await validity(page)).wrong.join(), "customError");
  assert.match((await validity(page)).message, /^统一社会信用代码.*：请填写$/);
});

test("a fieldset that is switched off leaves the facts to be read, sends nothing, and gives all of it back", async (t) => {
  const { page } = await openForm(t, { attributes: "required" });
  const isReadonly = () => page.locator('#a [id="basics.name"]').evaluate((field) => field.readOnly);
  const disable = (disabled) => page.evaluate((disabled) => (document.getElementById("part").disabled = disabled), disabled);
  assert.equal(await isReadonly(), false);
  await disable(true);
  await becomes(isReadonly, true);
  assert.equal((await values(page))[0], null);
  assert.equal(await page.evaluate(() => document.getElementById("a").willValidate), false);
  await page.evaluate(() => (document.getElementById("a").readonly = true));
  await disable(false);
  assert.equal((await values(page))[0].enterprise.name, NAME);
  assert.equal(await isReadonly(), true, "the page still wants it to be read only");
  await page.evaluate(() => (document.getElementById("a").readonly = false));
  await becomes(isReadonly, false);
});

test("a form that is reset goes back to the record that was given last, in whatever way", async (t) => {
  const { page } = await openForm(t, { more: '<button type="reset">还原</button>' });
  const name = async () => (await values(page)).map((record) => record.enterprise.name);
  const reset = page.getByRole("button", { name: "还原" });
  await write(page, "basics.name", "改名公司");
  await becomes(async () => (await name()).join(), "改名公司,改名公司");
  await reset.click();
  await becomes(async () => (await name()).join(), [NAME, NAME].join());
  await page.evaluate((given) => document.getElementById("a").load(given), record({ name: "载入公司" }));
  await write(page, "basics.name", "又改公司");
  await reset.click();
  await becomes(async () => (await name()).join(), "载入公司,载入公司");
  assert.equal((await heard(page, "error")).length, 0);
});

test("a form that is reset clears what is being typed, also where nothing else has changed", async (t) => {
  const { page } = await openForm(t);
  const name = page.locator('#a [id="basics.name"]');
  await name.fill("打了一半");
  await page.evaluate(() => document.getElementById("form").reset());
  await becomes(() => name.inputValue(), NAME);
  await page.locator("#a .answer .head").waitFor();
  assert.deepEqual((await values(page)).map(({ enterprise }) => enterprise.name), [NAME, NAME]);
  assert.deepEqual([(await heard(page, "change")).length, (await heard(page, "error")).length], [0, 0]);
});

test("who leaves the page and comes back finds in the form what was entered", async (t) => {
  const { page, server } = await openForm(t, { record: null });
  await write(page, "basics.name", "填了一半");
  await becomes(async () => (await values(page))[0].enterprise.name, "填了一半");
  await page.goto(`${server.url}index.html`);
  await page.goBack();
  await ready(page);
  await becomes(async () => (await values(page))[1].enterprise?.name, "填了一半");
  assert.equal((await values(page))[0].enterprise.name, "填了一半");
});

test("who comes back to a page that gives a record finds that one, and none that was there before", async (t) => {
  const attributes = `record='${JSON.stringify(record())}'`;
  const { page, server } = await openForm(t, { record: null, attributes });
  await write(page, "basics.name", "另一企业");
  await becomes(async () => (await values(page))[0].enterprise.name, "另一企业");
  await page.goto(`${server.url}index.html`);
  await page.goBack();
  await ready(page);
  assert.deepEqual((await values(page)).map(({ enterprise }) => enterprise.name), [NAME, NAME]);
});

test("in a browser that knows no such elements all else works", async (t) => {
  const { page } = await openElement(t, record(), { init: () => delete HTMLElement.prototype.attachInternals });
  await write(page, "basics.name", "改名公司");
  await page.locator("#a h1", { hasText: "改名公司" }).waitFor();
  const told = await page.evaluate(() => {
    const element = document.getElementById("a");
    return [element.form, element.labels.length, element.validity ?? null, element.validationMessage, element.willValidate, element.checkValidity(), element.reportValidity()];
  });
  assert.deepEqual(told, [null, 0, null, "", false, true, true]);
});
