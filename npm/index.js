// 信衡 Xinheng for portals: what a page, a bundler or Node imports. docs/embedding.md tells how.
import { start, call } from "./engine.js";
import { requestText, toText } from "./text.js";
import { XinhengError } from "./errors.js";

export { XinhengError } from "./errors.js";
export { assessBatch } from "./batch.js";
export { VERSION as version } from "./version.js";

export async function init(options = {}) {
  await start(options);
}

export function assess(request) {
  const answer = call("assess", requestText(request));
  if (answer === undefined) throw new XinhengError("rules_not_loaded");
  return JSON.parse(answer);
}

export function explain(response, locale = "zh") {
  if (locale !== "zh" && locale !== "en") throw new XinhengError("unknown_locale", { detail: String(locale) });
  const explanation = call("explain", toText(response), locale === "en");
  if (explanation === undefined) throw new XinhengError("not_an_answer");
  return JSON.parse(explanation);
}

export async function importFiles(...given) {
  return (await import("./import.js")).importFiles(...given);
}

export async function importRows(...given) {
  return (await import("./import.js")).importRows(...given);
}

export function packs() {
  return JSON.parse(call("packs"));
}
