// The same in Node, where the module lies on the disk and costs no download: so that it is the one which takes rules of
// a request's own as well.
import { readFile } from "node:fs/promises";
import { platform } from "./platform.js";

platform.ownRules = true;
platform.open = (address) => (address.protocol === "file:" ? readFile(address) : fetch(address));
// A batch goes in slices: it holds nothing, and is answered before a thread has started.
platform.worker = async (name) => (name === "import" ? (await import("./threads.js")).importThread() : undefined);

export * from "./index.js";
