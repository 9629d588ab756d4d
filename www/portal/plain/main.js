// A portal without a framework and without a bundler: the list by the API, the picked enterprise by the element.
import * as xinheng from "../xinheng/index.js";
import "../xinheng/element.js";
import { entryOf, lineOf, readStore } from "../common/store.js";

const by = (id) => document.getElementById(id);
const assessment = by("assessment");

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
  picked = place;
  drawAll();
  assessment.record = entries[place].record;
}

for (const type of ["xinheng-ready", "xinheng-result", "xinheng-change", "xinheng-error"]) {
  assessment.addEventListener(type, (event) => by("log").prepend(make("li", {}, lineOf(event))));
}

// Facts that a person changed; the answer to them follows, and the list shows it.
let changed = false;
assessment.addEventListener("xinheng-change", ({ detail }) => {
  changed = true;
  entries[picked] = { ...entries[picked], record: detail, saved: false };
});
assessment.addEventListener("xinheng-result", ({ detail }) => {
  if (!changed) return;
  changed = false;
  entries[picked] = entryOf(entries[picked].record, detail, xinheng.explain, false);
  drawAll();
});

by("save").addEventListener("click", () => {
  // Here a portal sends assessment.save() to its server.
  entries[picked] = { ...entries[picked], record: assessment.save(), saved: true };
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
