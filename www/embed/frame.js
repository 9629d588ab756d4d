// The page within the frame: an element, and messages to the page around it. Both sides look at who says something and
// from where, and nothing is said to whoever it may be.
import { XinhengError } from "../npm/element.js";
import { unfit } from "../npm/more_errors.js";

const VERSION = 1;
/** What the element may be given by messages, and the papers that it may be asked to print. */
const GIVEN = ["asOf", "pack", "parameters", "locale", "theme", "readonly", "record"];
const PAPERS = ["report", "notice"];

const WORDS = {
  product: { zh: "信衡", en: "Xinheng" },
  alone: {
    zh: ["这个页面供其他系统嵌入使用。", "去看怎样嵌入"],
    en: ["This page is for being embedded in other systems.", "See how"],
  },
  forbidden: { zh: (host) => `信衡没有允许 ${host} 嵌入`, en: (host) => `this site of Xinheng does not let ${host} embed it` },
  unknown: { zh: "来源不明的网页", en: "a page that does not say where it is" },
};

const main = document.querySelector("main");

function line(parent, name, text, lang) {
  const element = parent.appendChild(document.createElement(name));
  element.textContent = text;
  element.lang = lang;
  return element;
}

/** The origins that may embed, besides the site's own, and what is wrong with the file that names them. */
async function allowed() {
  let origins;
  try {
    const response = await fetch("embed.json", { cache: "no-cache" });
    if (!response.ok) return { origins: [], faults: [`embed.json: ${response.status}`] };
    ({ origins } = await response.json());
  } catch (fault) {
    return { origins: [], faults: [`embed.json: ${fault.message}`] };
  }
  if (!Array.isArray(origins)) return { origins: [], faults: [`embed.json: origins: ${JSON.stringify(origins)}`] };
  const read = origins.map((entry) => [entry, originOf(entry)]);
  const faults = read.filter(([, origin]) => !origin).map(([entry]) => `embed.json: ${JSON.stringify(entry)}`);
  return { origins: read.map(([, origin]) => origin), faults };
}

/** The origin of an address, as browsers write it: one without a scheme is one of https. */
function originOf(entry) {
  // A star stands for nothing here, though a browser would take it for a name.
  if (typeof entry !== "string" || entry.includes("*")) return null;
  try {
    const { protocol, origin } = new URL(/^[a-z]+:\/\//i.test(entry) ? entry : `https://${entry}`);
    return protocol.startsWith("http") ? origin : null;
  } catch {
    return null;
  }
}

/** The origin that the page around says it has: a message to it reaches nobody else. */
function hostOrigin() {
  try {
    return new URL(new URLSearchParams(location.search).get("host")).origin;
  } catch {
    return null;
  }
}

/** Begins the page anew, with its name: words stand there and no element. */
function begin() {
  main.replaceChildren();
  line(main, "h1", `${WORDS.product.zh} `, "zh-CN").append(line(main, "span", WORDS.product.en, "en"));
}

/** Says that a page may not embed this one, here and to the page itself. */
function forbid(host, faults) {
  const of = (lang) => WORDS.forbidden[lang](host ?? WORDS.unknown[lang]);
  const error = new XinhengError("frame_forbidden", { words: { zh: of("zh"), en: of("en") }, detail: faults.join("; ") });
  begin();
  main.setAttribute("role", "alert");
  for (const [lang, stop] of [["zh", "。"], ["en", "."]]) {
    for (const words of [error.what[lang], error.remedy[lang]]) line(main, "p", words + stop, lang);
  }
  for (const words of [error.code, ...faults]) line(main, "p", words, "en").className = "quiet";
  if (host) window.parent.postMessage({ xinheng: VERSION, type: "error", detail: plain(error) }, host);
}

function alone() {
  begin();
  for (const lang of ["zh", "en"]) {
    const [words, link] = WORDS.alone[lang];
    const paragraph = line(main, "p", `${words} `, lang);
    line(paragraph, "a", link, lang).href = "embedding.html";
  }
}

function plain({ code, what, remedy, detail, opened }) {
  return { code, what, remedy, detail, opened };
}

function start(host) {
  const element = document.createElement("xinheng-assessment");
  element.site = new URL(".", document.baseURI).href;
  const tell = (type, detail) => window.parent.postMessage({ xinheng: VERSION, type, detail }, host);
  for (const type of ["ready", "result", "change", "error"]) {
    element.addEventListener(`xinheng-${type}`, ({ detail }) => {
      // Whoever hears of it may ask at once what is shown.
      tell("record", element.save());
      tell(type, type === "error" ? plain(detail) : detail);
    });
  }
  let begun = false;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || origin !== host || typeof data?.xinheng !== "number") return;
    if (data.xinheng !== VERSION) return tell("error", plain(new XinhengError("frame_version")));
    const refuse = (place, met, fits) => tell("error", plain(unfit(place, met, fits)));
    if (data.type === "print") {
      if (PAPERS.includes(data.detail ?? PAPERS[0])) element.print(data.detail ?? PAPERS[0]);
      else refuse("print", data.detail, PAPERS);
      return;
    }
    if (data.type !== "give") return refuse("type", data.type, ["give", "print"]);
    // What else is given with one that there is none of is taken all the same: it is meant.
    for (const name of Object.keys(Object(data.detail))) if (!GIVEN.includes(name)) refuse("give", name, GIVEN);
    for (const name of GIVEN) {
      if (data.detail === null || !Object.hasOwn(data.detail ?? {}, name)) continue;
      // What is given by a message is meant; of what is wrong with it the element tells.
      if (name === "record") element.load(data.detail.record).catch(() => {});
      else element[name] = data.detail[name];
    }
    document.documentElement.lang = element.locale === "en" ? "en" : "zh-CN";
    // What it is given before it stands there, it begins with.
    if (!begun) main.replaceChildren(element);
    begun = true;
  });
  new ResizeObserver(() => tell("height", Math.ceil(main.getBoundingClientRect().height))).observe(main);
  tell("hello");
}

async function open(host) {
  if (host === location.origin) return start(host);
  const { origins, faults } = await allowed();
  if (host !== null && origins.includes(host)) start(host);
  else forbid(host, faults);
}

if (window.parent === window) alone();
else open(hostOrigin());
