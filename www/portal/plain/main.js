// A portal without a framework and without a bundler: the list by the API, the picked enterprise by the element or,
// where it is so wished, by a frame of the office's own site of Xinheng.
import * as xinheng from "../xinheng/index.js";
import "../xinheng/element.js";
import { embed } from "../xinheng/iframe.js";
import { AS_OF } from "../common/rows.js";
import { afterFrame, SITE } from "../common/site.js";
import { entryOf, lineOf, readStore } from "../common/store.js";

const by = (id) => document.getElementById(id);
const assessment = by("assessment");
/** The frame, while one stands there. */
let frame = null;

/** The list, and the place of the picked one in it. */
let entries = [];
let picked = -1;

/** An element with words or children in it. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

/** Draws a row of the list in its place. */
function draw(place) {
  const { uscc, name, count, saved, words, class: class_ } = entries[place];
  const row = by("list").rows[place] ?? by("list").insertRow();
  row.className = place === picked ? "picked" : "";
  // The button stays the same, so that the keyboard stays where it is.
  const button = row.querySelector("button") ?? make("button", { type: "button" });
  button.textContent = name;
  button.onclick = () => pick(place);
  if (place === picked) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  if (!row.cells.length) row.append(make("td", {}, button), ...Array.from({ length: 3 }, () => make("td", {})));
  row.cells[1].className = "code";
  row.cells[1].textContent = uscc;
  row.cells[2].textContent = String(count);
  row.cells[3].replaceChildren(make("span", { class: `class ${class_}` }, words), saved ? "" : "（未保存）");
}

function drawAll() {
  entries.forEach((_, place) => draw(place));
  const entry = entries[picked];
  by("picked").hidden = !entry;
  if (!entry) return;
  by("picked-title").textContent = entry.name;
  by("save").disabled = entry.saved;
  by("saved").textContent = entry.saved ? "与门户一致" : "有未保存的更改";
}

function pick(place) {
  if (place === picked) return;
  afterFrame(frame, () => {
    picked = place;
    drawAll();
    show();
  });
}

/** Shows the picked one in the way that is chosen, with what was entered in whichever way. */
function show() {
  const { record } = entries[picked];
  // Every enterprise has a frame of its own: what the one before tells late is not taken for its.
  frame?.remove();
  frame = by("framed").checked ? embed(by("frame"), SITE, { record, asOf: AS_OF }) : null;
  assessment.hidden = frame !== null;
  if (!frame) assessment.record = record;
}

by("ways").addEventListener("change", () => afterFrame(frame, show));

// The events bubble, and those of the frame are as the element's.
for (const type of ["xinheng-ready", "xinheng-result", "xinheng-change", "xinheng-error"]) {
  by("picked").addEventListener(type, (event) => by("log").prepend(make("li", {}, lineOf(event))));
}

// Facts that a person changed; the answer to them follows, and the list shows it.
by("picked").addEventListener("xinheng-change", ({ detail }) => {
  entries[picked] = { ...entries[picked], record: detail, saved: false };
});
by("picked").addEventListener("xinheng-result", ({ detail }) => {
  // Of what was not changed by a person the list has the answer already.
  if (entries[picked]?.saved !== false) return;
  entries[picked] = entryOf(entries[picked].record, detail, xinheng.explain, false);
  drawAll();
});

by("save").addEventListener("click", () => {
  // Here a portal sends what save() gives to its server.
  entries[picked] = { ...entries[picked], record: (frame ?? assessment).save(), saved: true };
  drawAll();
});

try {
  const store = await readStore(xinheng);
  entries = store.entries;
  by("list-state").textContent = `${entries.length} 户，数据截至 2026年11月21日；类别是内部监管参考，不对外公布`;
  by("refused").replaceChildren(...store.refusals.map(({ message }) => make("li", {}, message.zh)));
  drawAll();
} catch (error) {
  by("list-state").textContent = error.what ? `${error.what.zh}：${error.remedy.zh}` : String(error);
}
