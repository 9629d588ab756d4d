// The screens that `cargo xtask pictures` photographs: a name for the file, and the way there from the start page in
// the language asked for, "zh" or "en".
import { started } from "./flows.mjs";

export const screens = [{ name: "start", show: (page) => started(page) }];
