// What stands in an element while nothing else does: that it is opening, or why it cannot.

const WORDS = {
  opening: { zh: "正在打开…", en: "Opening…" },
  again: { zh: "重试", en: "Try again" },
  save: { zh: "保存已填写的记录", en: "Save what was entered" },
  file: "信衡_记录.json",
};

/** Fills `root`: with "opening", or with an error, what was entered, and what begins anew. */
export function screen(root, what, record, again) {
  const add = (parent, name, text, attributes = {}) => {
    const element = parent.appendChild(document.createElement(name));
    element.textContent = text;
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  if (what === "opening") {
    const opening = add(root, "p", `${WORDS.opening.zh} `, { role: "status", class: "screen" });
    add(opening, "span", WORDS.opening.en, { lang: "en" });
    return;
  }
  const told = add(root, "div", "", { role: "alert", class: "screen" });
  for (const [lang, stop] of [
    ["zh", "。"],
    ["en", "."],
  ]) {
    add(told, "p", sentence(what.what[lang], stop), { lang, class: "what" });
    add(told, "p", sentence(what.remedy[lang], stop), { lang });
  }
  add(told, "p", [what.code, what.detail, what.cause?.message].filter(Boolean).join(" · "), {
    lang: "en",
    class: "quiet",
  });
  const buttons = add(told, "p", "");
  const button = (words, press) => {
    const made = add(buttons, "button", `${words.zh} `, { type: "button" });
    add(made, "span", words.en, { lang: "en" });
    made.addEventListener("click", press);
  };
  button(WORDS.again, again);
  if (record) button(WORDS.save, () => save(record));
}

/** Words as a sentence. */
const sentence = (words, stop) => words[0].toUpperCase() + words.slice(1) + stop;

function save(record) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([record], { type: "application/json" }));
  link.download = WORDS.file;
  link.click();
  URL.revokeObjectURL(link.href);
}
