// The page on embedding: builds the code for the options that are chosen, and shows what comes of it.
import { assess, explain, init } from "../npm/index.js";
import { embed } from "../npm/iframe.js";
import "../npm/element.js";
import { snippet } from "./snippet.js";
import { WORDS } from "./words.js";

const page = document.querySelector(".page");
const site = new URL(".", document.baseURI).href;
const sample = fetch(new URL("../sample/enterprise.json", import.meta.url)).then((response) => response.json());

const options = { way: "element", locale: "zh", theme: "auto", asOf: "", parameters: null, readonly: false };
/** What was typed and cannot be read. */
const faults = {};
const typed = { asOf: "", parameters: "" };
let english = keptLocale() === "en";
let framed;
/** Counts previews: what comes of an earlier one is not shown. */
let turn = 0;

/** The language in which the application was left in this tab. */
function keptLocale() {
  try {
    return sessionStorage.getItem("xinheng.locale");
  } catch {
    return null;
  }
}

const say = (name, value) => WORDS[name][english ? 1 : 0].replace("{0}", value);

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) element.addEventListener(attribute.slice(2), value);
    else if (value === true) element.setAttribute(attribute, "");
    else if (value !== false && value !== undefined) element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function choose(change) {
  Object.assign(options, change);
  refresh();
}

function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
}

function takeDay(text) {
  typed.asOf = text;
  faults.asOf = text !== "" && !isDay(text);
  if (!faults.asOf) options.asOf = text;
  refresh();
}

function takeParameters(text) {
  typed.parameters = text;
  faults.parameters = false;
  try {
    const value = text.trim() ? JSON.parse(text) : null;
    if (value !== null && (typeof value !== "object" || Array.isArray(value))) throw new TypeError();
    options.parameters = value && Object.keys(value).length > 0 ? value : null;
  } catch {
    faults.parameters = true;
  }
  refresh();
}

function ways() {
  const way = (name) =>
    make(
      "label",
      {},
      make("input", {
        type: "radio",
        name: "way",
        value: name,
        checked: options.way === name,
        onchange: () => choose({ way: name }),
      }),
      say(name),
    );
  return make("fieldset", {}, make("legend", {}, say("way")), ...["element", "frame", "api"].map(way));
}

function select(name, values) {
  const list = make("select", { id: name, onchange: ({ target }) => choose({ [name]: target.value }) });
  for (const value of values) list.append(make("option", { value, selected: options[name] === value }, say(value)));
  return make("div", {}, make("label", { for: name }, say(name)), list);
}

function field(name, take, input, example) {
  const fault = make("p", { class: "fault", id: `${name}-fault`, role: "alert" });
  const made = make(input, {
    id: name,
    autocomplete: "off",
    spellcheck: "false",
    rows: input === "textarea" && "2",
    "aria-describedby": `${name}-fault`,
    onchange: ({ target }) => take(target.value.trim()),
  });
  made.value = typed[name];
  return {
    box: make("div", {}, make("label", { for: name }, say(name)), made, fault),
    show() {
      fault.textContent = faults[name] ? say(`${name}Fault`, example) : "";
      made.setAttribute("aria-invalid", String(Boolean(faults[name])));
    },
  };
}

let parts;

/** Draws everything, in the language that is chosen. */
function draw() {
  document.documentElement.lang = english ? "en" : "zh-CN";
  document.title = `${say("title")} – ${say("product")}`;
  const other = make(
    "button",
    { type: "button", lang: english ? "zh-CN" : "en", onclick: () => ((english = !english), draw()) },
    say("other"),
  );
  const asOf = field("asOf", takeDay, "input", "");
  const parameters = field("parameters", takeParameters, "textarea", '{"ten_penalties.count": 8}');
  const tick = make(
    "label",
    { class: "tick" },
    make("input", {
      type: "checkbox",
      id: "readonly",
      checked: options.readonly,
      onchange: ({ target }) => choose({ readonly: target.checked }),
    }),
    say("readonly"),
  );
  const code = make("code");
  const told = make("span", { role: "status" });
  const copy = make("button", { type: "button", onclick: () => copyCode(code, told) }, say("copy"));
  const preview = make("div", { id: "preview" });
  const heard = make("pre", { id: "heard", tabindex: "0", "aria-label": say("heard") }, say("nothing"));
  parts = { asOf, parameters, code, told, preview, heard, tick, note: make("p", { class: "quiet" }) };
  page.replaceChildren(
    make(
      "header",
      {},
      make("h1", {}, say("title")),
      make("span", {}, make("a", { href: "./" }, say("back")), " ", other),
    ),
    make("p", {}, say("lead")),
    make(
      "div",
      { class: "options" },
      ways(),
      select("locale", ["zh", "en"]),
      select("theme", ["auto", "light", "dark"]),
      asOf.box,
      parameters.box,
      tick,
    ),
    make("h2", {}, say("snippet")),
    make("pre", { tabindex: "0", "aria-label": say("snippet") }, code),
    make("p", {}, copy, " ", told),
    parts.note,
    make("p", { class: "quiet" }, say("more")),
    make("h2", {}, say("preview")),
    preview,
    make("h2", {}, say("heard")),
    heard,
  );
  refresh();
}

/** Shows the code for what is chosen, and what comes of it. */
function refresh() {
  const { asOf, parameters, code, told, note, tick } = parts;
  asOf.show();
  parameters.show();
  code.textContent = snippet(options, site, today());
  told.textContent = "";
  note.textContent = say(options.way === "frame" ? "allow" : "files");
  tick.hidden = options.way === "api";
  page.querySelector("#theme").parentElement.hidden = options.way === "api";
  show(++turn);
}

async function show(now) {
  const { preview, heard } = parts;
  framed?.remove();
  framed = undefined;
  preview.replaceChildren();
  heard.textContent = say("nothing");
  const record = await sample.catch(() => ({ enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" } }));
  if (now !== turn) return;
  const { way, locale, theme, asOf, parameters, readonly } = options;
  const given = { locale, asOf, parameters, readonly, theme: theme === "auto" ? "" : theme, record };
  const hear = ({ detail }) => now === turn && (heard.textContent = JSON.stringify(detail, null, 2));
  if (way === "api") return answer(record, hear, preview);
  let told;
  if (way === "frame") {
    framed = embed(preview, site, given);
    told = framed.frame;
  } else {
    told = Object.assign(document.createElement("xinheng-assessment"), given, { site });
    preview.append(told);
  }
  told.addEventListener("xinheng-result", hear);
  told.addEventListener("xinheng-error", hear);
}

async function answer({ enterprise, as_of }, hear, preview) {
  const { asOf, parameters, locale } = options;
  try {
    await init({ ownRules: parameters ? true : undefined });
    const detail = assess({ as_of: asOf || as_of || today(), enterprise, ...(parameters && { parameters }) });
    hear({ detail });
    preview.replaceChildren(make("p", { lang: locale === "en" ? "en" : "zh-CN" }, explain(detail, locale).title));
  } catch (error) {
    preview.replaceChildren(
      make(
        "p",
        { class: "fault", role: "alert" },
        say("failed"),
        error.remedy?.[english ? "en" : "zh"] ?? String(error),
      ),
    );
  }
}

/** Copies the code, or selects it where the browser lets no page copy: over plain http. */
async function copyCode(code, told) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    told.textContent = say("copied");
  } catch {
    getSelection().selectAllChildren(code);
    told.textContent = say("selected");
  }
}

draw();
