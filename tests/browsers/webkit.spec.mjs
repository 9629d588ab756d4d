import { webkit } from "./engines.mjs";
import { runFlows } from "./run_flows.mjs";

runFlows(await webkit());
