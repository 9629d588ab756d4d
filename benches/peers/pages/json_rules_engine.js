import { show } from "./page.js";
import { inThread } from "./thread.js";

show(inThread("json_rules_engine_worker.js"));
