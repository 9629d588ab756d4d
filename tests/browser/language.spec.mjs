import assert from "node:assert/strict";
import test from "node:test";
import { becomes, openSample, pickFirst } from "./flows.mjs";
import { open } from "./harness.mjs";
import { screens } from "./screens.mjs";

test("the switch changes every word of the page, its language and its title", async (t) => {
  const { page } = await open(t);
  await openSample(page);
  await pickFirst(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 2, name: "Why" }).waitFor();
  await becomes(() => page.locator("html").getAttribute("lang"), "en");
  await becomes(() => page.title(), / – Xinheng$/);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { level: 2, name: "为什么" }).waitFor();
  await becomes(() => page.locator("html").getAttribute("lang"), "zh-CN");
});

// Licences are written in English, as the names of what they are for.
for (const screen of screens.filter(({ name }) => name !== "licences")) {
  test(`no English word stands on the Chinese screen ${screen.name}`, async (t) => {
    const { page } = await open(t);
    await screen.show(page, "zh");
    // The switch names the other language in that language; names of keys, browsers, files, formats and codes are no
    // words.
    const known =
      /\b(GB|Tab|Shift|Enter|Ctrl|Page ?Up|Page ?Down|Chrome|Edge|Firefox|Safari|Internet Explorer|IE)\b|English|CSV|XLSX|XLS|ZIP|JSON|UTF|SHA|CycloneDX|GB18030|GBK|Excel|sha256|\.(csv|json|xlsx)|\b[0-9A-Z]{18}\b|[0-9a-f]{64}/g;
    const text = (await page.locator("body").innerText()).replace(known, "");
    assert.deepEqual(text.match(/[A-Za-z]{2,}/g) ?? [], []);
  });

  test(`on the English screen ${screen.name} a blank stands behind each sentence and colon`, async (t) => {
    const { page } = await open(t);
    await screen.show(page, "en");
    const text = await page.locator("body").innerText();
    assert.deepEqual(text.match(/\S*[a-z0-9)][.:;][A-Z●▲■◆★✕]\S*/gu) ?? [], []);
  });

  // The help and the glossary tell for each English word which term of the documents it stands for.
  if (["help", "glossary"].includes(screen.name)) continue;
  test(`no Chinese word of the page stands on the English screen ${screen.name}`, async (t) => {
    const { page } = await open(t);
    await screen.show(page, "en");
    // What the facts themselves say stays as it is: names, categories, authorities, regions, and the amounts in 元.
    const own = await page.evaluate(() => {
      const facts = ".facts, .tabs, .rows, .title, button.link, .repairs .message, .answer table, .figure tbody th, #by-region option";
      document.querySelectorAll(`${facts}, .problems, .files, .recognised, #problems-by-file, .kinds td, .language`).forEach((element) => element.remove());
      return document.body.innerText;
    });
    assert.deepEqual(own.replace(/\d 元/g, "").match(/[\u4e00-\u9fff]+/g) ?? [], []);
  });
}
