// Where the page cannot go on — the program failed, or a file of it cannot be had after a reload — offers what was entered
// for saving. It lies in this tab's own store, as src/store/draft.rs puts it there; what the browser would not keep is
// remembered here.
(() => {
  "use strict";

  const WORDS = {
    save: (name) => `保存 ${name} Save`,
    unnamed: "未命名的记录",
    rows: "粘贴的行",
    offer: ["填过的内容可以先保存成文件，以后再打开：", "What was entered can be saved as files first, to be opened later:"],
    refused: [
      "这个浏览器没有保留草稿：离开或者刷新本页之前，请先保存。",
      "This browser has kept no draft: save before you leave or reload this page.",
    ],
  };

  const TABS = "xinheng.tabs";
  const refused = new Map();

  /** Remembers what a full store refuses; the page is told all the same that it was refused. */
  function rememberRefused() {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      try {
        setItem.call(this, key, value);
        refused.delete(key);
      } catch (cause) {
        refused.set(key, value);
        throw cause;
      }
    };
  }

  /** Stands in for a store that the browser denies. */
  function standIn() {
    const store = {
      getItem: (key) => (refused.has(key) ? refused.get(key) : null),
      setItem(key, value) {
        refused.set(key, value);
        throw new Error("the browser keeps nothing");
      },
      removeItem: (key) => refused.delete(key),
      clear: () => refused.clear(),
    };
    Object.defineProperty(window, "sessionStorage", { configurable: true, get: () => store });
  }

  function kept(key) {
    return refused.has(key) ? refused.get(key) : sessionStorage.getItem(key);
  }

  /** What was entered, as files: a record as the page saves it, and the rows that wait to be mended beside it. */
  function files() {
    const asOf = kept("xinheng.as_of");
    const head = `{"format":"xinheng-record","version":1,${asOf ? `"as_of":"${asOf}",` : ""}`;
    const found = [];
    for (const id of (kept(TABS) || "").split(",").filter(Boolean)) {
      const text = kept(`xinheng.tab.${id}`);
      if (!text) continue;
      const { enterprise = {} } = JSON.parse(text);
      const name = String(enterprise.name || enterprise.uscc || WORDS.unnamed);
      const plain = name.replace(/[\s/\\:*?"<>|]/g, "_").slice(0, 60);
      // The text itself, so that every amount stays as it was written.
      const record = head + text.replace(/^\{("made_up":true,)?/, "");
      found.push({ name, file: `信衡_${plain}.json`, type: "application/json", text: record });
      const rows = kept(`xinheng.rows.${id}`);
      if (rows) {
        found.push({ name: `${name} ${WORDS.rows}`, file: `信衡_${plain}_${WORDS.rows}.txt`, type: "text/plain", text: rows });
      }
    }
    return found;
  }

  function paragraphs(place, [zh, en]) {
    for (const [text, lang] of [
      [zh, "zh-CN"],
      [en, "en"],
    ]) {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      paragraph.lang = lang;
      place.append(paragraph);
    }
  }

  /** Adds to the words on a failure what can be saved. */
  function offer(words) {
    const found = files();
    if (found.length === 0 || words.querySelector(".rescue")) return;
    const place = document.createElement("div");
    place.className = "rescue";
    if (refused.size > 0) paragraphs(place, WORDS.refused);
    paragraphs(place, WORDS.offer);
    for (const { name, file, type, text } of found) {
      const link = document.createElement("a");
      link.download = file;
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.textContent = WORDS.save(name);
      const line = document.createElement("p");
      line.append(link);
      place.append(line);
    }
    words.append(place);
  }

  /** The words of src/app/fault.rs, or those of www/boot.js. */
  function look() {
    const words = document.querySelector(".fault") || document.querySelector("#start [role=alert]");
    if (words) offer(words);
  }

  try {
    sessionStorage.getItem(TABS);
    rememberRefused();
  } catch {
    standIn();
  }
  look();
  const failures = new MutationObserver(look);
  failures.observe(document.body, { childList: true });
  const start = document.getElementById("start");
  if (start) failures.observe(start, { childList: true });
})();
