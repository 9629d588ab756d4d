// Puts the frame of a site of Xinheng into a page: for portals that take no scripts from elsewhere. docs/embedding.md.
const VERSION = 1;
/** A site that has not said a word for so long cannot be had, or does not let this page embed it. */
const SILENT_MS = 15000;
const SILENT = {
  code: "frame_silent",
  what: { zh: "信衡网站没有回应", en: "the site of Xinheng does not answer" },
  remedy: {
    zh: "请检查地址，以及网站的 frame-ancestors 和本网页的 frame-src 是否允许",
    en: "look at the address, and at what frame-ancestors of the site and frame-src of this page allow",
  },
};
/** What the frame can be given, and the papers that it prints. */
const OPTIONS = ["record", "asOf", "pack", "parameters", "locale", "theme", "readonly"];
const PAPERS = ["report", "notice"];

/** The options that are one of a few words: how those stand in JSON, and how they are told. */
const WORDS = {
  locale: [/^"((zh|en)(?![a-z]).*)?"$/i, "zh", "en"],
  theme: [/^"(light|dark)?"$/, "light", "dark"],
  readonly: [/^(true|false)$/, "true", "false"],
};

/** Whether one name becomes another by so many letters put in, left out, changed, or exchanged with the next. */
const isNear = (one, other, steps) => {
  if (one[0] === other[0]) return !one || isNear(one.slice(1), other.slice(1), steps);
  const ways = [[1, 0], [0, 1], [1, 1]];
  if (one[0] === other[1] && one[1] === other[0]) ways.push([2, 2]);
  return steps > 0 && ways.some(([a, b]) => isNear(one.slice(a), other.slice(b), steps - 1));
};

/** The known name that was meant by another, where one is written nearly so: `as-of`, `local`. */
export function nearest(name, known) {
  const [met, ...names] = [name, ...known].map((name) => name.toLowerCase().replace(/[-_]/g, ""));
  for (const steps of [0, 1, 2]) {
    const place = names.findIndex((name) => isNear(met, name, Math.min(steps, met.length >> 2)));
    if (place >= 0) return known[place];
  }
}

/** The error for what was given at a place; `known` are the names that there are, where it is one that there is none of. */
function bad(place, given, known) {
  const detail = `${place}: ${given}`;
  const meant = known && nearest(`${given}`, known);
  const usage = `embed(element, "https://…/", {${OPTIONS.join(", ")}})`;
  const [zh, en] = known ? [`请用 ${known.join("、")}`, `use ${known.join(", ")}`] : [`请写 ${usage}`, `write ${usage}`];
  return Object.assign(new Error(`${detail}; ${en}`), {
    code: "bad_frame",
    what: {
      zh: `不能使用 ${detail}${meant ? `，是不是 ${meant}？` : ""}`,
      en: `cannot use ${detail}${meant ? `; did you mean ${meant}?` : ""}`,
    },
    remedy: { zh, en },
    detail,
  });
}

/** Options as a message takes them: a number that JSON cannot say becomes something that is wrong at its place. */
function plain(options) {
  if (Object(options) !== options) throw bad("options", options);
  for (const name in options) {
    if (!OPTIONS.includes(name)) throw bad("options", name, OPTIONS);
    const [fits, ...words] = WORDS[name] ?? [];
    if (fits && options[name] != null && !fits.test(JSON.stringify(options[name]))) throw bad(name, options[name], words);
  }
  try {
    return JSON.parse(
      JSON.stringify(options, (_, value) => (typeof value === "number" && !isFinite(value) ? [[]] : (value ?? null))),
    );
  } catch ({ message }) {
    throw bad("options", message);
  }
}

/**
 * Appends a frame of the site at an address to `place`, as high as what it shows. `options` are the element's; what the
 * element tells comes as events of the frame.
 */
export function embed(place, site, options) {
  if (!place?.append) throw bad("place", place);
  // A name of a server without a scheme would be taken for a folder of the page's own.
  if (!site || /^(?!https?:\/\/.|[^/]*html$)\w[^/]*[.:]/i.test(site)) throw bad("site", site);
  const address = new URL(site, document.baseURI);
  // The folder of a site may be named without its slash, or by its page.
  address.pathname = address.pathname.replace(/\/?((index|embed)\.html)?$/, "/embed.html");
  address.search = new URLSearchParams({ host: location.origin });
  const given = plain(options ?? {});
  let givenRecord = JSON.stringify(given.record ?? null);
  let shown;
  const frame = document.createElement("iframe");
  frame.title = "信衡";
  frame.src = address;
  Object.assign(frame.style, { display: "block", width: "100%", height: "20rem", border: "0" });
  const post = (type, detail) => frame.contentWindow?.postMessage({ xinheng: VERSION, type, detail }, address.origin);
  const tell = (type, detail) =>
    frame.dispatchEvent(new CustomEvent(`xinheng-${type}`, { detail, bubbles: true, composed: true }));
  const silence = setTimeout(tell, SILENT_MS, "error", SILENT);
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin || data?.xinheng !== VERSION) return;
    const { type, detail } = data;
    clearTimeout(silence);
    // A frame that is loaded anew goes on with what it showed.
    if (type === "hello") post("give", { ...given, record: shown ?? given.record });
    else if (type === "height") frame.style.height = `${detail}px`;
    else if (type === "record") shown = detail;
    else tell(type, detail);
  };
  addEventListener("message", hear);
  place.append(frame);
  return {
    frame,
    give(more) {
      const { record, ...changed } = plain(more);
      const text = JSON.stringify(record);
      // What was given before changes nothing: a framework gives all of it anew whenever it renders.
      if (record !== undefined && text !== givenRecord) {
        givenRecord = text;
        changed.record = record;
      }
      Object.assign(given, changed);
      post("give", changed);
    },
    save: () => shown ?? given.record,
    print(paper = "report") {
      if (!PAPERS.includes(paper)) throw bad("print", paper, PAPERS);
      post("print", paper);
    },
    remove() {
      clearTimeout(silence);
      removeEventListener("message", hear);
      frame.remove();
    },
  };
}
