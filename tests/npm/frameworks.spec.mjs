// React and Vue with Vite, from docs/embedding/frameworks.md: the element in a page, and the frame on an origin of its own.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { SITE } from "../browser/browser.mjs";
import { becomes } from "../browser/flows.mjs";
import { open } from "../browser/harness.mjs";
import { serve } from "../browser/server.mjs";
import { project } from "./project.mjs";
import { use } from "./rendered.mjs";
import { filesIn, writeFiles } from "./snippets.mjs";

const MODULES = fileURLToPath(new URL("node_modules", import.meta.url));
const EXPECTED = {
  react: ["frame.jsx", "index.html", "main.jsx"],
  vue: ["App.vue", "Frame.vue", "index.html", "main.js", "vite.config.js"],
};
/** A page with the frame of the guide, whose record is another after a button is pressed. */
const RECORDS = `[{ enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" } }, { enterprise: { uscc: "91350100M000100Y43", name: "另一公司" } }]`;
const PAGES = {
  react: {
    "main.jsx": `import { useState } from "react";
      import { createRoot } from "react-dom/client";
      import { Frame } from "./frame.jsx";
      const records = ${RECORDS};
      function Page() {
        const [which, choose] = useState(0);
        const [saved, save] = useState();
        return <><button onClick={() => choose(1)}>换</button><Frame given={{ ...records[which] }} onChange={save} /><pre>{saved?.enterprise.name}</pre></>;
      }
      createRoot(document.getElementById("root")).render(<Page />);`,
  },
  vue: {
    "App.vue": `<script setup>
      import { reactive, ref } from "vue";
      import Frame from "./Frame.vue";
      const [first, second] = ${RECORDS}.map((record) => reactive(record));
      const given = ref(first);
      const saved = ref();
      </script>
      <template><button @click="given = second">换</button><Frame :given="given" @change="saved = $event" /><pre>{{ saved?.enterprise.name }}</pre></template>`,
  },
};

let shown;
before(async () => void (shown = await filesIn("embedding/frameworks.md")));

/** Builds the project that the guide shows for a framework, some of its files replaced; gives the folder to be served. */
async function built(name, instead = {}) {
  const own = Object.entries(shown).filter(([file]) => file.startsWith(`${name}/`));
  const files = Object.fromEntries(own.map(([file, code]) => [file.slice(name.length + 1), code]));
  assert.deepEqual(Object.keys(files).sort(), EXPECTED[name]);
  const root = await project();
  await writeFiles(root, { ...files, ...instead });
  for (const made of ["react", "react-dom", "vue", "vite", "@vitejs"]) {
    await fs.symlink(path.join(MODULES, made), path.join(root, "node_modules", made));
  }
  const config = files["vite.config.js"] ? (await import(pathToFileURL(path.join(root, "vite.config.js")).href)).default : {};
  await build({ ...config, root, configFile: false, logLevel: "error" });
  // A browser asks for a picture of the page, which the guide has no word about.
  const page = path.join(root, "dist/index.html");
  await fs.writeFile(page, (await fs.readFile(page, "utf8")).replace("</head>", '<link rel="icon" href="data:,"></head>'));
  return path.join(root, "dist");
}

for (const name of ["react", "vue"]) {
  test(`${name} with Vite: the element has its record, and what was entered outlives rendering`, async (t) => {
    const served = await serve(await built(name));
    t.after(() => served.close());
    const { day } = await use(t, served);
    assert.equal(day, "2026-11-21");
  });

  test(`${name}: the frame of a site on another origin follows the record, and tells what was entered`, async (t) => {
    const site = await serve(SITE);
    t.after(() => site.close());
    const address = (code) => code.replaceAll("https://xinheng.example/", site.url);
    const frame = Object.entries(shown).find(([file]) => file.startsWith(`${name}/`) && /frame\./i.test(file));
    const folder = await built(name, { ...PAGES[name], [path.basename(frame[0])]: address(frame[1]) });
    const served = await serve(folder);
    t.after(() => served.close());
    const { page, watch } = await open(t, { served, others: [site.origin] });
    await page.route("**/embed.json", (route) => route.fulfill({ json: { origins: [served.origin] } }));
    // The first page goes before its frame has opened.
    watch.allow(/ERR_ABORTED/);
    await page.reload();
    const inner = page.frameLocator("iframe");
    await inner.getByRole("heading", { name: "示例有限公司" }).waitFor();
    await inner.getByLabel("企业名称").fill("改名公司");
    await inner.getByLabel("企业名称").press("Tab");
    await becomes(() => page.locator("pre").innerText(), "改名公司");
    assert.equal(await inner.getByLabel("企业名称").inputValue(), "改名公司", "rendering anew gives the same record again");
    await page.getByRole("button", { name: "换" }).click();
    await inner.getByRole("heading", { name: "另一公司" }).waitFor();
  });
}
