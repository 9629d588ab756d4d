// The element in the unit tests of an integrator's page, in the two documents without a browser that such tests have: what
// docs/embedding/frameworks.md shows and says of them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { projectOf } from "./project.mjs";
import { filesIn, writeFiles } from "./snippets.mjs";

const VITEST = fileURLToPath(new URL("unit/node_modules/vitest/vitest.mjs", import.meta.url));
const run = promisify(execFile);

/** What the table says: without a browser the element keeps what it is given, and draws nothing. */
const KEEPS = `
import { expect, test } from "vitest";
import { XinhengAssessment } from "xinheng/element";

const record = { enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" } };
const nextTask = () => new Promise((next) => setTimeout(next));

test("it keeps what it is given, in the document and out of it", async () => {
  const element = document.createElement("xinheng-assessment");
  expect(element).toBeInstanceOf(XinhengAssessment);
  Object.assign(element, { record, asOf: "2026-11-21", readonly: true, locale: "en-US", parameters: { "ten_penalties.count": 8 } });
  document.body.append(element);
  document.body.prepend(element);
  await nextTask();
  element.remove();
  await nextTask();
  expect(element.save()).toEqual(record);
  expect([element.asOf, element.getAttribute("as-of"), element.readonly]).toEqual(["2026-11-21", "2026-11-21", true]);
  expect(element.parameters).toEqual({ "ten_penalties.count": 8 });
  element.record = JSON.stringify({ enterprise: {} });
  expect(element.record).toEqual({ enterprise: {} });
  element.print("notice");
  element.focus();
});

test("it answers nothing by itself, says why, and loading is refused", async () => {
  const element = document.createElement("xinheng-assessment");
  const heard = [];
  const errors = [];
  element.addEventListener("xinheng-error", ({ detail }) => errors.push(detail.code));
  for (const name of ["ready", "result", "change"]) element.addEventListener("xinheng-" + name, () => heard.push(name));
  document.body.append(element);
  const loading = element.load(record).catch(({ code }) => code);
  expect(await loading).toBe("style_missing");
  await nextTask();
  expect(errors).toEqual(["style_missing"]);
  expect(element.shadowRoot.textContent).toContain("样式");
  expect(heard).toEqual([]);
  expect(element.record).toEqual(record);
});
`;

let folder;
before(async () => {
  folder = await projectOf("unit");
  const { "assessment.test.js": shown } = await filesIn("embedding/frameworks.md");
  assert.ok(shown);
  await writeFiles(folder, { "assessment.test.js": shown, "keeps.test.js": KEEPS });
});

for (const environment of ["jsdom", "happy-dom"]) {
  test(`a page's unit tests have the element in ${environment}`, async () => {
    const given = ["run", "--environment", environment, "--reporter", "json"];
    const { stdout } = await run(process.execPath, [VITEST, ...given], { cwd: folder }).catch((failure) => failure);
    const { numPassedTests, numFailedTests } = JSON.parse(stdout.slice(stdout.indexOf("{")));
    assert.deepEqual([numPassedTests, numFailedTests], [3, 0], stdout);
  });
}
