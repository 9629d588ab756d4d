// What stands around the page once it has started: the line at its foot, which tells by which rules it judges, since when
// it has been without its server, and that rules may have changed since; the service worker, which keeps the site for
// that; and the word that a new version waits for. www/boot.js adds this script when the page has started, so that
// nothing here is waited for.
(() => {
  "use strict";

  const WORDS = {
    zh: {
      rules: (title, version) => `规则版本：${title}，第${version}版`,
      offline: (since) => `离线自 ${since} 起`,
      stale: "其间规则可能已有变化",
      installed: "已可离线使用",
      single: "单文件版，不会自行更新：规则可能已有变化",
      ready: "新版本已就绪",
      about: "更新时本页重新打开：企业记录会保留，没有保存的企业列表要重新打开文件。",
      update: "更新",
      later: "稍后",
    },
    en: {
      rules: (title, version) => `Rules: ${title}, version ${version}`,
      offline: (since) => `Offline since ${since}`,
      stale: "rules may have changed since",
      installed: "Works offline",
      single: "Single file, which does not update itself: rules may have changed",
      ready: "A new version is ready",
      about: "Updating opens this page anew: records stay open; files of a list that was not saved have to be opened again.",
      update: "Update",
      later: "Later",
    },
  };

  /** How long a server may take to answer, and how often it is asked: seldom while it does. In milliseconds. */
  const PATIENCE = 10_000;
  const ASK_AGAIN = { online: 300_000, offline: 5_000 };
  const LOOK_FOR_VERSIONS = 3_600_000;

  const { at, single } = window.xinheng;
  const { documentElement: root, body } = document;
  const framed = window.top !== window;
  /** The folder of the site, and the name of the build that this page runs. */
  const [, site, build] = (single ? "" : at("")).match(/^(.*\/)v\/([^/]+)\/$/) || [];
  /** As in www/service_worker.js. */
  const ours = `xinheng ${site} `;

  /** Since when the server has not answered, or 0; and whether the site is kept whole in this browser. */
  let since = 0;
  let installed = false;
  /** The worker of another version, which was heard of and not put off. */
  let newer = null;
  let putOff = "";
  let registration;
  let agreed = false;

  // ── What is seen ────────────────────────────────────────────────────────────────────────────────────────────────

  function element(parent, name, className = "") {
    const child = document.createElement(name);
    child.className = className;
    return parent.appendChild(child);
  }

  const foot = document.createElement("footer");
  foot.className = "foot";
  const line = element(foot, "p");
  const state = element(line, "span");
  state.setAttribute("role", "status");
  const rules = element(line, "span");
  const news = element(foot, "div", "news");
  news.setAttribute("role", "status");

  /** A moment, as it is written in the language of the page. */
  function moment(time, english) {
    const date = new Date(time);
    const two = (number) => String(number).padStart(2, "0");
    const [month, day] = [date.getMonth() + 1, date.getDate()];
    const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
    const year = date.getFullYear();
    return english ? `${year}-${two(month)}-${two(day)} ${clock}` : `${year}年${month}月${day}日 ${clock}`;
  }

  /** Writes a text only where it is another: what a screen reader is told is told once. */
  function write(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  function draw() {
    const english = root.lang === "en";
    const words = WORDS[english ? "en" : "zh"];
    const [version, title] = (root.dataset.rules || "").split("\n");
    const said = single
      ? [words.single]
      : since
        ? [words.offline(moment(since, english)), words.stale]
        : [installed && !framed ? words.installed : ""];
    write(state, said.filter(Boolean).join(" · "));
    write(rules, title && (!framed || since) ? words.rules(title, version) : "");
    line.hidden = !line.textContent;
    foot.toggleAttribute("data-offline", since > 0);
    drawNews(words);
  }

  function drawNews(words) {
    const language = newer && words.ready;
    if (news.dataset.said === String(language)) return;
    news.dataset.said = language;
    news.textContent = "";
    if (!newer) return;
    element(news, "strong").textContent = words.ready;
    element(news, "p").textContent = words.about;
    for (const [className, text, act] of [
      ["primary", words.update, update],
      ["", words.later, putItOff],
    ]) {
      const button = element(news, "button", className);
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", act);
    }
  }

  /** Stands last on the page, whatever the application draws. */
  function stand() {
    if (body.lastElementChild !== foot) body.append(foot);
  }

  // ── The server ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Remembers when the server last answered, and since when it has not: for the next opening, which may have none. The
   * service worker's own store is taken, for it is there wherever the page can be opened without a server. */
  async function note(times) {
    const cache = await caches.open(`${ours}times`);
    await cache.put(site, new Response(JSON.stringify(times)));
  }

  async function noted() {
    const kept = await caches.match(site, { cacheName: `${ours}times` });
    return kept ? kept.json() : {};
  }

  /** The script of the service worker as the server has it, or "" where no server of this site answers. */
  async function ask() {
    const patience = new AbortController();
    const over = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const response = await fetch(`${site}sw.js`, { cache: "no-cache", signal: patience.signal });
      const text = response.ok ? await response.text() : "";
      // Whoever asks a person to log in to the network answers everything.
      return text.includes("xinheng") ? text : "";
    } catch {
      return "";
    } finally {
      clearTimeout(over);
    }
  }

  let again;
  let looked = 0;
  /** How often was asked: an answer that is overtaken by a later question tells how it was. */
  let asked = 0;

  /** Asks whether the server is there, and again after a while. */
  async function contact() {
    clearTimeout(again);
    const mine = ++asked;
    const script = await ask();
    if (mine !== asked) return script;
    const now = Date.now();
    if (script) {
      since = 0;
      note({ contact: now }).catch(() => {});
      if (registration && now - looked > LOOK_FOR_VERSIONS) {
        looked = now;
        registration.update().catch(() => {});
      }
    } else if (!since) {
      const before = await noted().catch(() => ({}));
      // Opened without a server, the page knows only when there was one.
      since = before.since || (looked ? now : before.contact) || now;
      note({ since }).catch(() => {});
    }
    looked = looked || now;
    draw();
    clearTimeout(again);
    again = setTimeout(contact, since ? ASK_AGAIN.offline : ASK_AGAIN.online);
    return script;
  }

  // ── Versions ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The build that a service worker keeps. */
  function buildOf(worker) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage("build", [port2]);
    });
  }

  /** Looks for another version than the one of this page: one that waits, or one that another tab has gone over to. */
  async function look() {
    const { waiting, active, installing } = registration;
    const { controller } = navigator.serviceWorker;
    const candidate = waiting || (!installing && controller === active ? active : null);
    const found = candidate && (await buildOf(candidate));
    newer = found && found !== build && found !== putOff ? { found, waits: candidate === waiting } : null;
    installed = Boolean(active);
    draw();
  }

  function update() {
    agreed = true;
    // The page is opened anew once that version has taken over.
    if (newer.waits && registration.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  }

  function putItOff() {
    putOff = newer.found;
    newer = null;
    draw();
  }

  /** Has the browser keep the site. In a frame it is the portal's matter what is kept and when a version is old. */
  async function keep(script) {
    const workers = navigator.serviceWorker;
    if (!workers || framed) return;
    // While the page is developed, and where the site is taken back, the server has another script there.
    registration = script.includes("BUILD")
      ? await workers.register(`${site}sw.js`, { scope: site })
      : await workers.getRegistration(site);
    if (!registration) return;
    const follow = (worker) => worker && worker.addEventListener("statechange", look);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    workers.addEventListener("controllerchange", () => (agreed ? location.reload() : look()));
    await look();
    if (registration.active) registration.active.postMessage("tidy");
  }

  /** As long as this tab is open, the files of its build are kept: it may not have fetched them all yet. */
  function hold() {
    if (navigator.locks) navigator.locks.request(ours + build, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  }

  // ── From here on ────────────────────────────────────────────────────────────────────────────────────────────────

  function begin() {
    stand();
    new MutationObserver(stand).observe(body, { childList: true });
    new MutationObserver(draw).observe(root, { attributeFilter: ["lang", "data-rules"] });
    draw();
    if (single) return;
    hold();
    // Where the browser keeps nothing, the page works as long as there is a server.
    contact().then(keep).catch(() => {});
    addEventListener("online", contact);
    addEventListener("offline", contact);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) contact();
    });
  }

  if (single) {
    begin();
    return;
  }
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = at("offline.css");
  // Without its style it stands there all the same.
  style.addEventListener("load", begin);
  style.addEventListener("error", begin);
  document.head.append(style);
})();
