// Where things are.
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The root of the project. */
export const ROOT = at("../..");
/** What the bench makes: districts, the peers' site, classes. */
export const WORK = at("../../target/bench");
/** The folder of the peers' own sources. */
export const PEERS = at(".");
/** Our own engine natively, built by `cargo xtask bench`. */
export const NATIVE = at("../../target/release/examples/district");
