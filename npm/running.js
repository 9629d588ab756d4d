// Instances of the modules that an element runs, each with a glue of its own: so a failure inside is the failure of one
// element, and what is let go goes as a whole.
import { glue as element } from "./element_glue.js";
import { XinhengError } from "./errors.js";
import { forget, moduleNamed } from "./modules.js";
import { VERSION } from "./version.js";

const GLUES = {
  element: async () => element,
  clerk: async () => (await import("./clerk_glue.js")).glue,
};

/** Starts an instance of a module; `Worker` is what it takes for the browser's. */
export async function run(name, Worker) {
  const [module, glue] = await Promise.all([moduleNamed(name), GLUES[name]()]);
  const running = glue(Worker);
  try {
    await running({ module_or_path: module });
  } catch (cause) {
    forget(name);
    throw new XinhengError("wasm_other", { cause });
  }
  if (running.version() !== VERSION) {
    forget(name);
    throw new XinhengError("wasm_other", { detail: `${running.version()} ≠ ${VERSION}` });
  }
  return running;
}
