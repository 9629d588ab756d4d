// The modules of the package: where they lie, compiled once on a page, and turned into instances.
import { XinhengError } from "./errors.js";
import { compile } from "./load.js";
import { VERSION } from "./version.js";

/**
 * Where the modules lie. Bundlers look for exactly this form, and take the files along; what gathers the files of a server
 * (Nitro, Next's standalone output) finds it where it is returned, and not as the body of an arrow function.
 */
const ADDRESSES = {
  engine() {
    return new URL("./engine_bg.wasm", import.meta.url);
  },
  rules() {
    return new URL("./rules_bg.wasm", import.meta.url);
  },
  tables() {
    return new URL("./tables_bg.wasm", import.meta.url);
  },
  workbooks() {
    return new URL("./workbooks_bg.wasm", import.meta.url);
  },
  element() {
    return new URL("./element_bg.wasm", import.meta.url);
  },
  clerk() {
    return new URL("./clerk_bg.wasm", import.meta.url);
  },
};

/** What was compiled on this page, by copies of this script too: a module is fetched once. */
const compiled = (globalThis[Symbol.for(`xinheng ${VERSION}`)] ??= new Map());

/** The module with a name. */
export function moduleNamed(name) {
  if (!compiled.has(name)) {
    const module = compile(ADDRESSES[name]());
    compiled.set(name, module);
    // What failed is tried anew when it is asked for again.
    module.catch(() => compiled.delete(name));
  }
  return compiled.get(name);
}

/** Has a module that turned out to be of no use fetched anew when it is asked for again. */
export function forget(name) {
  compiled.delete(name);
}

/** Which of some glues, by the names that their modules import them by, a module needs: name and glue. */
export function glueOf(module, glues) {
  const name = WebAssembly.Module.imports(module)[0]?.module;
  if (!Object.hasOwn(glues, name)) throw new XinhengError("wasm_other");
  return { [name]: glues[name] };
}

/** A running instance of a module, of the version of these scripts. */
export async function instantiate(module, imports) {
  let instance;
  try {
    instance = await WebAssembly.instantiate(module, imports);
  } catch (cause) {
    throw new XinhengError("wasm_other", { cause });
  }
  const [glue] = Object.values(imports);
  use(instance, glue);
  if (glue.version() !== VERSION) {
    throw new XinhengError("wasm_other", { detail: `${glue.version()} ≠ ${VERSION}` });
  }
  return instance;
}

/** Has a glue call this instance from now on. */
export function use(instance, glue) {
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** Tells a glue that what it knows of an instance's memory is void: growing it by nothing does. */
export function leave(instance) {
  instance.exports.memory.grow(0);
}
