// The element in templates of Vue, as the strict checker of templates sees it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import test, { before } from "node:test";
import { fileURLToPath } from "node:url";
import { project } from "./project.mjs";

const MODULES = fileURLToPath(new URL("node_modules/", import.meta.url));
/** The checker stands on the compiler that is written in JavaScript, and would look for another. */
const CHECK = `require(${JSON.stringify(`${MODULES}vue-tsc`)}).run(${JSON.stringify(`${MODULES}typescript5/lib/tsc.js`)})`;

const COMPONENT = `<script setup lang="ts">
import { useTemplateRef } from "vue";
import type {} from "xinheng/vue";
import "xinheng/element";
import type { SavedRecord } from "xinheng/element";

const { name } = defineProps<{ name: string }>();
const emit = defineEmits<{ kept: [record: SavedRecord] }>();
const element = useTemplateRef("element");
const print = () => element.value?.print("notice");
</script>

<template>
  <button @click="print">打印</button>
  <xinheng-assessment
    ref="element"
    class="wide"
    :record="{ enterprise: { uscc: '91350100M000100Y43', name } }"
    as-of="2026-11-21"
    :parameters="{ 'ten_penalties.count': 8 }"
    readonly
    locale="en"
    @xinheng-result="({ detail }) => console.log('errors' in detail ? detail.errors.length : detail.class)"
    @xinheng-change="emit('kept', $event.detail)"
    @xinheng-error="({ detail }) => console.warn(detail.remedy.zh)"
  />
</template>
`;

/** What is wrong, what stands there, and what in its place. */
const WRONG = [
  ["a day that is a number", 'as-of="2026-11-21"', ':as-of="5"'],
  ["a record that is none", "{ enterprise: { uscc: '91350100M000100Y43', name } }", "{ name }"],
  ["a language that there is not", 'locale="en"', 'locale="fr"'],
  ["a property that there is not", "readonly", "reading"],
  ["a class of what may be errors", "'errors' in detail ? detail.errors.length : detail.class", "detail.class"],
  ["a change that is taken for something else", "$event.detail", "$event.detail.enterprise"],
  ["a paper that there is not", 'print("notice")', 'print("both")'],
];

/** What the checker complains of, as lines by the names of the components: all in one run, which takes its time. */
let told;
before(async () => {
  const folder = await project();
  await fs.symlink(path.join(MODULES, "vue"), path.join(folder, "node_modules/vue"));
  const components = { Right: COMPONENT };
  for (const [place, [, right, wrong]] of WRONG.entries()) {
    assert.ok(COMPONENT.includes(right), right);
    components[`Wrong${place}`] = COMPONENT.replace(right, wrong);
  }
  const files = Object.keys(components).map((name) => `${name}.vue`);
  for (const name of files) await fs.writeFile(path.join(folder, name), components[path.parse(name).name]);
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler", types: [] };
  const config = { compilerOptions, vueCompilerOptions: { strictTemplates: true }, files };
  await fs.writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  told = await new Promise((resolve) => {
    execFile(process.execPath, ["-e", CHECK, "vue-tsc", "-p", folder], (_, stdout, stderr) => resolve(stdout + stderr));
  });
});

const complaints = (name) => told.split("\n").filter((line) => line.includes(`${name}.vue(`));

test("a template with the element is right, and the checker complains of nothing else", () => {
  assert.deepEqual(complaints("Right"), [], told);
  assert.doesNotMatch(told, /^error/m);
});

for (const [place, [what]] of WRONG.entries()) {
  test(`${what} is refused`, () => assert.equal(complaints(`Wrong${place}`).length, 1, told));
}
