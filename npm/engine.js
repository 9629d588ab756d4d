// The engine of this page: one module, one instance of it, a fresh one after a failure inside.
import * as engine from "./engine_bg.js";
import * as rules from "./rules_bg.js";
import { XinhengError } from "./errors.js";
import { compile } from "./load.js";
import { glueOf, instantiate, leave, moduleNamed, use } from "./modules.js";
import { platform } from "./platform.js";

const GLUES = { "./engine_bg.js": engine, "./rules_bg.js": rules };

/** The engine in use: its module, what that imports, its instance; the instance is missing after a failure. */
let running;
/** What `start` waits for, one after the other. */
let starting = Promise.resolve();

/** Sees to an engine. What runs already stays, unless it takes no rules of a request's own and those are asked for. */
export function start({ wasm, ownRules = platform.ownRules } = {}) {
  const done = starting.then(async () => {
    const serves = running && (glue() === rules || !ownRules);
    if (serves && running.instance) return;
    const module = serves ? running.module : await moduleOf(wasm, ownRules);
    const imports = glueOf(module, GLUES);
    running = { module, imports, instance: await instantiate(module, imports) };
  });
  starting = done.catch(() => {});
  return done;
}

/** The module that is in use, to be given to a worker. */
export function moduleInUse() {
  return running.module;
}

async function moduleOf(wasm, ownRules) {
  return wasm === undefined ? moduleNamed(ownRules ? "rules" : "engine") : compile(await wasm);
}

function glue() {
  return Object.values(running.imports)[0];
}

/** Calls a function of the engine. */
export function call(name, ...values) {
  if (!running?.instance) throw new XinhengError("not_ready");
  try {
    return glue()[name](...values);
  } catch (cause) {
    restart();
    throw new XinhengError("panicked", { cause });
  }
}

/** Puts a fresh instance in the place of one that has failed, which must not be called again. */
function restart() {
  leave(running.instance);
  running.instance = undefined;
  try {
    const instance = new WebAssembly.Instance(running.module, running.imports);
    use(instance, glue());
    running.instance = instance;
  } catch {
    // Chrome before 115 makes no instance of this size at once: `init` makes one.
  }
}
