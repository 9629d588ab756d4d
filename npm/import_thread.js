// The worker of an import in Node.
import { parentPort } from "node:worker_threads";
import { startReading } from "./reading.js";
import { serve } from "./serve.js";

parentPort.on("message", serve(startReading, (told) => parentPort.postMessage(told)));
