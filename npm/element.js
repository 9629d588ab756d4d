// <xinheng-assessment>: the assessment of one enterprise as an element of a page. docs/embedding.md tells how it is used.
import { clerkTelling } from "./clerk.js";
import { XinhengError } from "./errors.js";
import { Failures } from "./failures.js";
import { inForm, tellValidity, tellValue } from "./form.js";
import { OBJECTS, TEXTS, address, mark, read, rulesText, takeOver, textProperties, unfitText, written } from "./given.js";
import { unfit } from "./more_errors.js";
import { print } from "./paper.js";
import { run } from "./running.js";
import { screen } from "./screen.js";
import { dress } from "./style.js";
import { isEnglish } from "./text.js";

export { XinhengError } from "./errors.js";
export { VERSION as version } from "./version.js";

const NAME = "xinheng-assessment";
const READONLY = "readonly";
const PAPERS = ["report", "notice"];
/** What a form wants to know of an element that is empty. */
const REQUIRED = "required";

/** In Node, where a page may be rendered, there is nothing to show: the class is there, and is no element. */
const Base = globalThis.HTMLElement ?? class {};

class Assessment extends inForm(Base) {
  static observedAttributes = [...Object.keys(TEXTS), ...OBJECTS, READONLY, REQUIRED];

  /** What the page has given, as texts by their attributes' names; of the record what became of it since. */
  #given = new Map();
  /** The record that the page gave last, as text. A framework gives it anew whenever it renders. */
  #givenRecord;
  /** The record to which a form goes back: the last that was given in any way. */
  #first = "";
  /** Whether the form, or a part of it, is switched off. */
  #disabled = false;
  /** The last answer. */
  #answer;
  /** The frame that container queries ask, within the shadow. */
  #frame;
  /** The instance that draws, or the promise of one. */
  #running;
  /** Counts beginnings: what comes of an earlier one is void. */
  #turn = 0;
  /** Who waits for a record to be shown. */
  #waiting = [];
  #failures = new Failures();
  #shown = false;
  /** Why it has stopped, where it has. */
  #stop;
  /** What is wrong with a clerk's module the page is told here; a person by the instance, which asked it. */
  #Clerk = clerkTelling((error) => this.#emit("error", error));

  constructor() {
    super();
    if (!this.attachShadow) return;
    const shadow = this.attachShadow({ mode: "open", delegatesFocus: true });
    this.#frame = shadow.appendChild(document.createElement("div"));
    this.#frame.className = "frame";
  }

  connectedCallback() {
    takeOver(this, [...Object.values(TEXTS), ...OBJECTS, READONLY, REQUIRED, "name", "disabled"]);
    // So React writes `asOf` into a page that a server renders. It stays as it is: React would miss what it wrote.
    if (!this.hasAttribute("as-of") && this.hasAttribute("asof")) this.#give("as-of", this.getAttribute("asof"));
    // A browser without shadows shows what the page has put into the element.
    if (this.#frame && !this.#running) this.#begin();
  }

  disconnectedCallback() {
    // Whoever moves an element takes it out and puts it in again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    // A record that was set as a property has no attribute; taking an attribute away takes back what it said.
    if (name === "record") this.#giveRecord(value ?? "");
    else if (name === REQUIRED) this.#tellForm();
    else this.#give(name, name === READONLY ? value !== null && "yes" : value);
  }

  formAssociatedCallback() {
    this.#tellForm();
  }

  formResetCallback() {
    this.#give("record", this.#first, "reset");
  }

  /** What may not be changed can still be read. */
  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    this.#tell(READONLY, this.#locked());
  }

  /** The browser brings back what was entered before the page was left; a page that gives a record means that one. */
  formStateRestoreCallback(state) {
    if (typeof state === "string" && !this.#first) this.#give("record", state, "load");
  }

  get record() {
    const text = this.#record();
    return text === undefined ? undefined : JSON.parse(text);
  }

  set record(value) {
    this.#giveRecord(this.#read(() => written("record", value)));
  }

  /** The rules, as they were given: the id of a pack or the pack, and values of parameters. */
  get pack() {
    return read(this.#given.get("pack"));
  }

  set pack(value) {
    this.#give("pack", this.#read(() => written("pack", value)));
  }

  get parameters() {
    return read(this.#given.get("parameters"));
  }

  set parameters(value) {
    this.#give("parameters", this.#read(() => written("parameters", value)));
  }

  get readonly() {
    return this.hasAttribute(READONLY);
  }

  set readonly(value) {
    this.toggleAttribute(READONLY, Boolean(value));
  }

  /** Shows a record: an object, its JSON text, or a file of it. Resolves once it stands there. */
  async load(record) {
    const given = record instanceof Blob ? await record.text() : record;
    const shown = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    const text = this.#read(() => written("record", given));
    if (text === undefined) return shown;
    this.#first = text;
    this.#give("record", text, "load");
    if (this.#stop) this.#begin();
    // Whoever makes an element and puts it into the page at once has done so by then.
    if (!this.isConnected) setTimeout(() => this.isConnected || this.#refuse(new XinhengError("not_connected")));
    return shown;
  }

  /** The record as it is saved, with everything that was entered. */
  save() {
    return this.record;
  }

  /** Prints the report for the office, or with "notice" the notice for the enterprise. */
  print(paper = "report") {
    if (!PAPERS.includes(paper)) throw unfit("print", paper, PAPERS);
    this.#tell("print", paper);
  }

  #record() {
    const { glue } = this.#running ?? {};
    try {
      const text = glue?.record();
      if (text !== undefined) this.#given.set("record", text);
    } catch {
      // It has failed; what it told last is kept.
    }
    return this.#given.get("record");
  }

  /** Takes a record that the page gives, unless it is the one that it gave before: what came of that since stays. */
  #giveRecord(text) {
    if (text === undefined || text === this.#givenRecord) return;
    this.#givenRecord = text;
    this.#first = text;
    this.#give("record", text);
  }

  /** What comes of reading what was given; nothing where it cannot be read, which is told. */
  #read(reading) {
    try {
      return reading();
    } catch (error) {
      this.#error(error);
      return undefined;
    }
  }

  /** Keeps what was given, and hands it on where there is an instance: by another name where that says how to take it. */
  #give(name, value, by = name) {
    if (value === undefined) return;
    const text = name === "site" ? (this.#read(() => address(value)) ?? "") : value || "";
    const wrong = text && unfitText(name, text);
    if (wrong) this.#emit("error", wrong);
    const before = this.#given.get(name);
    if (text) this.#given.set(name, text);
    else this.#given.delete(name);
    if (name === "theme" || name === "locale") this.#mark();
    if (name === "theme") return;
    if (name === "record" && !this.#running?.glue) this.#tellForm();
    // Once it is drawn in it.
    if (name === "locale") setTimeout(() => this.#tellForm());
    if (name === READONLY) this.#tell(name, this.#locked());
    else if (name === "pack" || name === "parameters") this.#tell("rules", rulesText(this.#given));
    else this.#tell(by, text);
    // Another record may do where one did not; the same again would only fail again.
    if (name === "record" && this.#stop && text !== before) this.#begin();
  }

  /** Whether nothing may be changed, as it is told. */
  #locked() {
    return this.#disabled ? "yes" : (this.#given.get(READONLY) ?? "");
  }

  /** Tells a form around what would be saved, and what is wrong with it. */
  #tellForm() {
    const text = this.form ? this.#record() : this.#given.get("record");
    tellValue(this, text);
    tellValidity(this, this.#answer, Object.keys(read(text)?.enterprise ?? {}).length === 0);
  }

  #tell(name, text) {
    const { glue } = this.#running ?? {};
    if (!glue || text === undefined) return;
    try {
      glue.give(name, name === "locale" && isEnglish(text) ? "en" : text);
    } catch (cause) {
      this.#failed(cause);
    }
  }

  /** Says colours and language at the root of all that is shown. */
  #mark() {
    mark(this.#frame?.firstElementChild, this.#given);
  }

  /** An empty root in the place of everything that was shown. */
  #freshRoot() {
    const root = document.createElement("div");
    root.className = "xinheng";
    this.#frame.replaceChildren(root);
    this.#mark();
    return root;
  }

  async #begin() {
    const turn = ++this.#turn;
    this.#stop = undefined;
    const root = this.#freshRoot();
    screen(root, "opening");
    this.#running = {};
    try {
      await dress(this.shadowRoot);
      const glue = await run("element", this.#Clerk);
      if (turn !== this.#turn) return;
      root.replaceChildren();
      this.#running = { glue, root };
      glue.mount(root, (name, text, paper) => turn === this.#turn && this.#hear(name, text, paper));
    } catch (error) {
      if (turn === this.#turn) this.#stopped(error instanceof XinhengError ? error : panicked(error));
    }
  }

  /** Lets the instance go; what was entered is kept for when the element comes back. */
  #end() {
    this.#record();
    this.#leave();
    this.#stop = undefined;
    this.#frame.replaceChildren();
  }

  /** Takes leave of the instance. */
  #leave() {
    const { glue } = this.#running ?? {};
    this.#turn += 1;
    this.#running = undefined;
    this.#shown = false;
    // It may be in the midst of telling something.
    queueMicrotask(() => {
      try {
        glue?.unmount();
      } catch {
        // It goes as a whole.
      }
    });
  }

  #hear(name, text, paper) {
    if (name === "mounted") {
      for (const given of ["site", "locale"]) this.#tell(given, this.#given.get(given) ?? "");
      this.#tell(READONLY, this.#locked());
      const rules = rulesText(this.#given);
      if (rules !== "{}") this.#tell("rules", rules);
      if (this.#given.has("as-of")) this.#tell("as-of", this.#given.get("as-of"));
      this.#tell("record", this.#given.get("record") ?? "");
    } else if (name === "result") {
      this.#answer = JSON.parse(text);
      this.#tellForm();
      this.#emit("result", this.#answer);
      if (!this.#shown) {
        this.#shown = true;
        this.#emit("ready");
      }
      for (const { resolve } of this.#waiting.splice(0)) resolve();
    } else if (name === "same") {
      // What was given may be older than what is shown.
      this.#given.set("record", text);
      this.#tellForm();
      for (const { resolve } of this.#waiting.splice(0)) resolve();
    } else if (name === "change") {
      this.#given.set("record", text);
      this.#tellForm();
      this.#emit("change", JSON.parse(text));
    } else if (name === "print") {
      print(text, paper).then(
        () => this.#tell("printed", ""),
        (error) => {
          this.#tell("printed", "");
          this.#error(error);
        },
      );
    } else if (name === "error") {
      const [code, zh, en, opened] = JSON.parse(text);
      const error = new XinhengError(code, { words: { zh, en } });
      if (code === "bad_record") error.opened = opened === "opened";
      this.#error(error);
    } else if (name === "panic") {
      // The instance is still on its way out of its failure.
      queueMicrotask(() => this.#failed(new Error(text)));
    }
  }

  /** A failure inside: begins anew with what was entered, unless that fails again and again. */
  #failed(cause) {
    if (!this.#running) return;
    const error = panicked(cause);
    this.#running = undefined;
    this.#shown = false;
    this.#turn += 1;
    if (this.#failures.mayGoOn()) {
      this.#error(error);
      this.#begin();
    } else {
      this.#stopped(error);
    }
  }

  /** Shows what is wrong in the place of everything, with the way to try again, and what was entered to be saved. */
  #stopped(error) {
    this.#record();
    this.#leave();
    this.#stop = error;
    this.#error(error);
    screen(this.#freshRoot(), error, this.#given.get("record"), () => {
      this.#failures = new Failures();
      this.#begin();
    });
  }

  #error(error) {
    this.#refuse(error);
    this.#emit("error", error);
  }

  /** Tells whoever waits for a record that it does not stand there. */
  #refuse(error) {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`xinheng-${name}`, { detail, bubbles: true, composed: true }));
  }
}

function panicked(cause) {
  return new XinhengError("panicked", { cause });
}

textProperties(Assessment.prototype);

const before = globalThis.customElements?.get(NAME);
if (before) {
  console.warn(
    `信衡：<${NAME}> 已由另一份脚本定义，这一份不再使用。Xinheng: <${NAME}> is defined by another copy of this script; this one stays unused.`,
  );
} else {
  globalThis.customElements?.define(NAME, Assessment);
}

/** The class of the elements of this page, whichever copy of the script it is of. */
export const XinhengAssessment = before ?? Assessment;
