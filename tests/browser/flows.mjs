// Ways through the page that specs, pictures and the size report share.

/** Waits until the application has taken the place of the words shown while it loads. */
export async function started(page) {
  await page.locator("#start").waitFor({ state: "detached" });
}

/** A first visit's way from the empty cache to the first result. */
export async function firstLoad(page) {
  await started(page);
}
