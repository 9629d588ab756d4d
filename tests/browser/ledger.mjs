// What specs do with the ledger below the answer of an enterprise.
import { drawn, fined, openRecord, write } from "./flows.mjs";

const SHOP = { name: "包头市台账示例有限公司", penalties: [fined("2025-03-05", { document_no: "包市监罚〔2025〕8号" })] };

/** Opens the shop; the build with all pages then shows its ledger. */
export async function openShop(page, facts = SHOP) {
  await openRecord(page, facts, "2026-10-30");
  await showLedger(page);
}

export async function showLedger(page) {
  const offer = page.locator("p.ledger").getByRole("button", { name: "台账" });
  await offer.or(ledger(page)).first().waitFor();
  if (await offer.isVisible()) await offer.click();
  await ledger(page).waitFor();
}

export const ledger = (page) => page.locator("#ledger-part");
export const entries = (page) => ledger(page).locator(".entries .entry:not(.former) .message").allInnerTexts();
export const button = (page, name) => ledger(page).getByRole("button", { name, exact: true });

/** Notes something: its kind by the word in the choice, then fields by their ids behind `ledger-`, choices by their words. */
export async function note(page, kind, fields = {}) {
  await page.locator("#ledger-kind").selectOption({ label: kind });
  for (const [name, text] of Object.entries({ author: "张三", ...fields })) {
    const field = page.locator(`#ledger-${name}`);
    if (await field.evaluate((field) => field.tagName === "SELECT")) await field.selectOption(text);
    else await write(page, `ledger-${name}`, text);
  }
  await button(page, "记入台账").click();
  await drawn(page);
}

