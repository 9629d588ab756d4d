import { firefox } from "./engines.mjs";
import { runFlows } from "./run_flows.mjs";

runFlows(await firefox());
