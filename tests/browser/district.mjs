// What the specs on a whole district share: the made-up one of two thousand enterprises, what is found in it and printed of it.
import { readdirSync, readFileSync } from "node:fs";
import { chooseFiles, setAsOf, started } from "./flows.mjs";
import { open } from "./harness.mjs";
import { readPdf } from "./pdf.mjs";

export const FOLDER = new URL("../fixtures/district/", import.meta.url);
export const AS_OF = "2026-11-21";

/** Opens the made-up district of two thousand enterprises; its list then stands on the page. */
export async function openDistrict(t, more) {
  const { page } = await open(t, more);
  await started(page);
  await setAsOf(page, AS_OF);
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".csv"));
  await chooseFiles(
    page,
    names.map((name) => ({ name, bytes: readFileSync(new URL(name, FOLDER)) })),
  );
  await page.locator(".rows td.name a").first().waitFor();
  return page;
}

/** How many enterprises are shown, once that has changed from a number before. */
export async function hits(page, before) {
  await page.waitForFunction((before) => {
    const found = document.querySelector(".list-head p[role=status]")?.textContent.match(/共 (\d+) 户|没有符合/);
    return found && found[1] !== before;
  }, `${before}`);
  return Number((await page.locator(".list-head p[role=status]").innerText()).match(/\d+/)?.[0] ?? 0);
}

/** How many enterprises are shown. */
export const all = (page) => hits(page, "");

/** The text of the list as it is printed by a button, without blanks. */
export async function printedPages(page, button) {
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole("button", { name: button }).click();
  await page.locator(".list-paper tbody tr").first().waitFor({ state: "attached" });
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  // The browser says that it is done.
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.locator(".list-paper").waitFor({ state: "detached" });
  return pages;
}
