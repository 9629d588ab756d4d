// The screens that `cargo xtask pictures` photographs: a name for the file, and the way there from the start page in
// the language asked for, "zh" or "en".
import { asChosen, chooseFiles, creditCode, openSample, openSampleEnterprise, pickFirst, showActions, speak, started, unfoldAll } from "./flows.mjs";

/** Opens the first enterprise of a class in the sample. */
const ofClass = (place) => async (page, language) => {
  await openSample(page);
  await speak(page, language);
  await page.locator(".choices button").nth(place).click();
  await page.locator(`.choices button:nth-child(${place + 1})[aria-pressed=true]`).waitFor();
  await page.waitForFunction((count) => document.querySelectorAll(".rows .badge").length === count, await count(page));
  await pickFirst(page);
};

async function count(page) {
  return Number((await page.locator(".choices [aria-pressed=true]").innerText()).match(/\d+/)[0]);
}

export const screens = [
  {
    name: "start",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
    },
  },
  {
    name: "sample",
    show: async (page, language) => {
      await openSampleEnterprise(page);
      await speak(page, language);
    },
  },
  {
    name: "pasted",
    show: async (page, language) => {
      await openSampleEnterprise(page);
      await speak(page, language);
      await page.locator(".paste > summary").click();
      await page.locator("#pasted").fill("2026-03-02 警告、罚款 6万元 未按规定明码标价\n2026-02-30 罚歀");
      await page.locator(".paste .done button").click();
      await page.locator("#pasted-told.alarm").waitFor();
    },
  },
  {
    name: "list",
    show: async (page, language) => {
      await openSample(page);
      await speak(page, language);
    },
  },
  {
    name: "figures",
    show: async (page, language) => {
      await openSample(page);
      await speak(page, language);
      await page.getByRole("button", { name: language === "en" ? "Figures" : "统计", exact: true }).click();
      await page.locator(".figure").first().waitFor();
    },
  },
  {
    name: "compare",
    show: async (page, language) => {
      await openSample(page);
      await speak(page, language);
      await page.getByRole("button", { name: language === "en" ? "Compare" : "比较", exact: true }).click();
      await page.getByRole("button", { name: language === "en" ? "a year before" : "一年前", exact: true }).click();
      // The name stands third, behind the classes of both days.
      await page.locator(".rows tbody:not(.room) td:nth-child(3) a").first().waitFor();
    },
  },
  {
    name: "later",
    show: async (page, language) => {
      await openSample(page);
      await speak(page, language);
      await showActions(page);
      await page.locator("details.later > summary").click();
      const register = `统一社会信用代码,企业名称,登记状态\n${creditCode(1)},包头市新设示例有限公司,存续\n`;
      await page.locator("#additions").setInputFiles(asChosen({ name: "经营主体.csv", text: register }));
      await page.locator("div.later button").first().click();
      await page.locator(".rows tbody:not(.room) tr .tag").first().waitFor();
    },
  },
  { name: "high-risk", show: ofClass(1) },
  { name: "general", show: ofClass(2) },
  { name: "good", show: ofClass(3) },
  {
    name: "unfolded",
    show: async (page, language) => {
      await ofClass(1)(page, language);
      await unfoldAll(page);
    },
  },
  {
    name: "report",
    show: async (page, language) => {
      await openSample(page);
      await speak(page, language);
      await page.locator("nav a").nth(2).click();
      await page.locator(".problems tr").first().waitFor({ state: "attached" });
    },
  },
  {
    name: "rules",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
      await page.evaluate(() => (location.hash = "#/rules/ten_penalties"));
      await page.locator('[id="rules-ten_penalties"]:focus').waitFor();
    },
  },
  {
    name: "rules-changed",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
      await page.evaluate(() => (location.hash = "#/rules/ten_penalties.count"));
      const entry = page.locator('[id="rules-ten_penalties.count"]');
      await entry.locator("summary").click();
      await entry.locator("input").fill("8");
      await entry.locator("input").press("Enter");
      await entry.locator(".tag").waitFor();
      await entry.locator("input").fill("0");
      await entry.locator("input").press("Enter");
      await entry.getByRole("alert").waitFor();
    },
  },
  {
    name: "refused",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
      await chooseFiles(page, [{ name: "企业.xlsx", bytes: [0x50, 0x4b, 3, 4, 0, 0, 0, 0] }]);
      await page.locator(".problems tr").first().waitFor({ state: "attached" });
    },
  },
  {
    name: "glossary",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
      await page.evaluate(() => (location.hash = "#/glossary"));
      await page.locator(".help dt").first().waitFor();
    },
  },
  {
    name: "help",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
      await page.locator("nav a").last().click();
      await page.locator(".help dt").first().waitFor();
    },
  },
  {
    name: "licences",
    show: async (page, language) => {
      await started(page);
      await speak(page, language);
      await page.evaluate(() => (location.hash = "#/help/licences"));
      await page.locator(".help dt").first().waitFor();
    },
  },
];
