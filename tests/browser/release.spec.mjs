// What a release says of itself: its version and licences in the help, its checksums, its bill of materials.
import assert from "node:assert/strict";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { SITE } from "./browser.mjs";
import { speak, started } from "./flows.mjs";
import { open } from "./harness.mjs";

const VERSION = fs.readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8").match(/^version = "(.+)"$/m)[1];

/** The names of all files below a folder. */
const below = (folder) =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

test("the help leads from the version to licences, checksums and the bill of materials", async (t) => {
  const { page, context, watch } = await open(t, { path: "#/help/about" });
  await page.locator("#help-about:focus").waitFor();
  await page.getByText(`版本 ${VERSION}。`).waitFor();
  for (const [name, found] of [["校验和", /index\.html/], ["软件物料清单", /"CycloneDX"/]]) {
    const [tab] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name }).click()]);
    await tab.waitForLoadState();
    assert.match(await tab.locator("body").innerText(), found);
    await tab.close();
  }
  // For a tab that shows a file and no page the browser asks the server for its picture.
  watch.allow(/404/);
  await page.getByRole("link", { name: "软件许可" }).click();
  await page.locator("#help-licences:focus").waitFor();
  await page.getByRole("navigation", { name: "目录" }).getByRole("link", { name: "MIT", exact: true }).click();
  await page.locator("#help-licences-mit:focus").waitFor();
  await page.getByText("Permission is hereby granted, free of charge").first().waitFor();
  await page.getByRole("link", { name: "帮助", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
});

test("every package of the bill is in the list of licences, in both languages", async (t) => {
  const { page } = await open(t, { path: "#/help/licences" });
  const { components } = JSON.parse(fs.readFileSync(path.join(SITE, "bom.json"), "utf8"));
  const listed = async () => (await page.locator(".help dt").allTextContents()).filter((name) => !/^Xinheng|^Rust/.test(name));
  const packages = components.filter(({ purl }) => purl).map(({ name, version }) => `${name} ${version}`);
  assert.ok(packages.length > 50, `${packages.length}`);
  await page.getByRole("heading", { level: 2, name: "软件许可" }).waitFor();
  assert.deepEqual(await listed(), packages);
  await speak(page, "en");
  await page.getByRole("heading", { level: 2, name: "Software licences" }).waitFor();
  assert.deepEqual(await listed(), packages);
});

test("licences that cannot be fetched are told in words, and the help stands all the same", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/help/licences.zh.json", (route) => route.abort());
  await page.evaluate(() => (location.hash = "#/help/licences"));
  await page.getByRole("alert").getByText(/帮助的内容没有取到（.+）/).waitFor();
  watch.expect(/ERR_FAILED/);
  await page.getByRole("link", { name: "帮助", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: "怎么用" }).waitFor();
});

test("the checksums are those of every file of the site but their own", () => {
  const lines = fs.readFileSync(path.join(SITE, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  const sums = new Map(lines.map((line) => line.split("  ").reverse()));
  const files = below(SITE).filter((name) => name !== "SHA256SUMS");
  assert.deepEqual([...sums.keys()].sort(), files.sort());
  for (const name of files) {
    const sum = crypto.createHash("sha256").update(fs.readFileSync(path.join(SITE, name))).digest("hex");
    assert.equal(sums.get(name), sum, name);
  }
});

test("the bill of materials is one by the strict schema of CycloneDX, and every use leads to a part of it", async () => {
  const text = fs.readFileSync(path.join(SITE, "bom.json"), "utf8");
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  assert.equal(await validator.validate(text), null);
  const { metadata, components, dependencies } = JSON.parse(text);
  assert.equal(metadata.component.version, VERSION);
  const parts = new Set([metadata.component, ...components].map((part) => part["bom-ref"]));
  assert.deepEqual(new Set(dependencies.map(({ ref }) => ref)), parts);
  for (const { dependsOn = [] } of dependencies) for (const part of dependsOn) assert.ok(parts.has(part), part);
});
