// Photographs every screen: `node pictures.mjs FOLDER`, called by `cargo xtask pictures`.
import fs from "node:fs/promises";
import path from "node:path";
import { launch, newContext, SITE } from "./browser.mjs";
import { screens } from "./screens.mjs";
import { serve } from "./server.mjs";

const VIEWS = [
  { name: "wide", width: 1280, height: 900, language: "zh" },
  { name: "390", width: 390, height: 844, language: "zh" },
  { name: "wide", width: 1280, height: 900, language: "en" },
];

const folder = process.argv[2];
await fs.rm(folder, { recursive: true, force: true });
await fs.mkdir(folder, { recursive: true });
const server = await serve(SITE);
const browser = await launch();
try {
  for (const screen of screens) {
    for (const view of VIEWS) {
      const { width, height, language } = view;
      const context = await newContext(browser, { width, height });
      const page = await context.newPage();
      await page.goto(server.url);
      await screen.show(page, language);
      const file = path.join(folder, `${screen.name}.${view.name}.${language}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
