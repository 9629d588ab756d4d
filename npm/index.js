// 信衡 Xinheng for portals: what a page, a bundler or Node imports. docs/embedding.md tells how.
import { start, call } from "./engine.js";
import { isEnglish, isKnown, optionsOf, requestText, toText } from "./text.js";
import { XinhengError } from "./errors.js";

export { XinhengError } from "./errors.js";
export { VERSION as version } from "./version.js";

export async function init(options) {
  await start(await optionsOf("init", options, ["wasm", "ownRules"]));
}

export function assess(request) {
  return answer("assess", request);
}

export function whatIf(request) {
  return answer("what_if", request);
}

/** What a function of the engine answers to a request. */
function answer(name, request) {
  const text = call(name, requestText(request));
  if (text === undefined) throw new XinhengError("rules_not_loaded");
  return JSON.parse(text);
}

export function explain(response, locale = "zh") {
  if (!isKnown(locale)) throw new XinhengError("unknown_locale", { detail: String(locale) });
  const explanation = call("explain", toText(response), isEnglish(locale));
  if (explanation === undefined) throw new XinhengError("not_an_answer");
  return JSON.parse(explanation);
}

export async function assessBatch(...given) {
  return (await import("./batch.js")).assessBatch(...given);
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
