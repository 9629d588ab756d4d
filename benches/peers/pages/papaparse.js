import { show } from "./page.js";
import { inThread } from "./thread.js";

show(inThread("papaparse_worker.js"));
