// Chromium as the oldest browsers are: what one of those that docs/browsers.md promises has nothing of is taken away, by
// MDN's data, from pages, workers and the service worker before their scripts run, and the styles are cut down to what each
// of them reads. What is written in newer JavaScript or WebAssembly cannot be taken away; tests/browser/floor.spec.mjs looks
// for that.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { absentFromScripts, FLOOR, styleAsRead } from "../browser/floor.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Takes away what these paths name, where it is there. Run in a page or a worker, before its own scripts. */
function takeAway(paths) {
  const { getPrototypeOf, hasOwn } = Object;
  /** The objects that have no name of their own in every browser. */
  const unnamed = { TypedArray: getPrototypeOf(Int8Array) };
  const remove = (object, name) => {
    const key = name.startsWith("@@") ? Symbol[name.slice(2)] : name;
    if (object && key && hasOwn(object, key)) Reflect.deleteProperty(object, key);
  };
  /** What is global in a worker belongs to one of the prototypes of its scope. */
  const removeGlobal = (name) => {
    for (let holder = self; holder && holder !== Object.prototype; holder = getPrototypeOf(holder)) remove(holder, name);
  };
  for (const path of paths) {
    const [name, ...members] = path.split(".");
    const member = members.pop();
    const object = unnamed[name] ?? self[name];
    if (!member) removeGlobal(name);
    else if (members.length === 0) remove(object, member);
    else {
      remove(object?.prototype, member);
      // Namespaces have no prototype; what belongs to the window or the scope of a worker is its own.
      if (object && !object.prototype) remove(object, member);
      if (object?.prototype?.isPrototypeOf(self)) removeGlobal(member);
    }
  }
}

/** The script that takes it away. */
export function agingScript() {
  return `(${takeAway})(${JSON.stringify(absentFromScripts())});`;
}

/** The same for the single file, which puts the scripts of its workers together itself: they begin with it as well. */
export function agingScriptOfFile() {
  const script = agingScript();
  const inWorkers = (script) => {
    const { Blob } = window;
    window.Blob = class extends Blob {
      constructor(parts, options) {
        super(options?.type === "text/javascript" ? [script, ...parts] : parts, options);
      }
    };
  };
  return `${script}(${inWorkers})(${JSON.stringify(script)});`;
}

/** A copy of a site as the oldest browsers have it, in a folder that goes with this process; its workers age themselves. */
export function ageSite(site) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "xinheng-aged-"));
  process.on("exit", () => fs.rmSync(copy, { recursive: true }));
  fs.cpSync(site, copy, { recursive: true });
  const [folder] = fs.readdirSync(path.join(copy, "v"));
  const change = (name, changed) => {
    const file = path.join(copy, "v", folder, name);
    fs.writeFileSync(file, changed(fs.readFileSync(file, "utf8")));
  };
  for (const script of ["boot_worker.js", "service_worker.js"]) change(script, (text) => agingScript() + text);
  for (const style of ["app.css", "more.css", "offline.css"]) change(style, (text) => styleAsRead(text, FLOOR));
  execFileSync("cargo", ["xtask", "reseal", copy], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  return copy;
}
