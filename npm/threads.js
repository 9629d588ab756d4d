// Threads of Node as workers of a browser: fetched when one is first wanted.
import { Worker } from "node:worker_threads";

export function importThread() {
  // What the program was started with, such as a loader of other languages, is not for these scripts.
  const thread = new Worker(new URL("./import_thread.js", import.meta.url), { name: "xinheng", execArgv: [] });
  const worker = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer) => thread.postMessage(message, transfer),
    terminate: () => thread.terminate(),
  };
  thread.on("message", (data) => worker.onmessage?.({ data }));
  for (const end of ["error", "exit"]) thread.on(end, () => worker.onerror?.());
  return worker;
}
