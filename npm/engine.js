// The engine of this page: one module, one instance of it, a fresh one after a failure inside.
import * as engine from "./engine_bg.js";
import * as rules from "./rules_bg.js";
import { XinhengError } from "./errors.js";
import { compile } from "./load.js";
import { platform } from "./platform.js";
import { VERSION } from "./version.js";

/** By the name of its module, what each engine imports and how it is called. */
const GLUES = { "./engine_bg.js": engine, "./rules_bg.js": rules };

/** Where the modules lie. Bundlers look for exactly this form, and take the files along. */
const ADDRESSES = {
  engine: () => new URL("./engine_bg.wasm", import.meta.url),
  rules: () => new URL("./rules_bg.wasm", import.meta.url),
};

/** What was compiled on this page, by copies of this script too: a module is fetched once. */
const compiled = (globalThis[Symbol.for(`xinheng ${VERSION}`)] ??= new Map());

/** The engine in use: its module, its glue, its instance; the instance is missing after a failure. */
let running;
/** What `start` waits for, one after the other. */
let starting = Promise.resolve();

/** Sees to an engine. What runs already stays, unless it takes no rules of a request's own and those are asked for. */
export function start({ wasm, ownRules = platform.ownRules } = {}) {
  const done = starting.then(async () => {
    if (running?.instance && (running.glue === rules || !ownRules)) return;
    const module = running && (running.glue === rules || !ownRules) ? running.module : await moduleOf(wasm, ownRules);
    running = await instantiate(module);
  });
  starting = done.catch(() => {});
  return done;
}

/** The module that is in use, to be given to a worker. */
export function moduleInUse() {
  return running.module;
}

async function moduleOf(wasm, ownRules) {
  if (wasm !== undefined) return compile(await wasm);
  const name = ownRules ? "rules" : "engine";
  if (!compiled.has(name)) {
    const module = compile(ADDRESSES[name]());
    compiled.set(name, module);
    // What failed is tried anew when it is asked for again.
    module.catch(() => compiled.delete(name));
  }
  return compiled.get(name);
}

function glueOf(module) {
  const glue = GLUES[WebAssembly.Module.imports(module)[0]?.module];
  if (!glue) throw new XinhengError("wasm_other");
  return glue;
}

function importsOf(glue) {
  const [name] = Object.entries(GLUES).find(([, known]) => known === glue);
  return { [name]: glue };
}

async function instantiate(module) {
  const glue = glueOf(module);
  let instance;
  try {
    instance = await WebAssembly.instantiate(module, importsOf(glue));
  } catch (cause) {
    throw new XinhengError("wasm_other", { cause });
  }
  use(glue, instance);
  if (glue.version() !== VERSION) {
    throw new XinhengError("wasm_other", { detail: `${glue.version()} ≠ ${VERSION}` });
  }
  return { module, glue, instance };
}

function use(glue, instance) {
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Calls a function of the engine. */
export function call(name, ...values) {
  if (!running?.instance) throw new XinhengError("not_ready");
  try {
    return running.glue[name](...values);
  } catch (cause) {
    restart();
    throw new XinhengError("panicked", { cause });
  }
}

/** Puts a fresh instance in the place of one that has failed, which must not be called again. */
function restart() {
  const { module, glue, instance: failed } = running;
  // The glue keeps a view of the memory before: growing that by nothing tells it that the view is void.
  failed.exports.memory.grow(0);
  try {
    const instance = new WebAssembly.Instance(module, importsOf(glue));
    use(glue, instance);
    running = { module, glue, instance };
  } catch {
    // Chrome before 115 makes no instance of this size at once: `init` makes one.
    running = { module, glue };
  }
}
