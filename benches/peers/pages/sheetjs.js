import { show } from "./page.js";
import { inThread } from "./thread.js";

show(inThread("sheetjs_worker.js"));
