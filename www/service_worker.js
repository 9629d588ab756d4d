// Keeps one build of the site in this browser, whole, and answers from it: with the network gone or the server dead the
// page opens as ever. `cargo xtask` (xtask/src/offline.rs) writes it as sw.js, with `BUILD` before it: the name of the
// build, and its files with their digests. So the script of each build is another, by which the browser notices one.
"use strict";

/** The folder of the site. */
const ROOT = new URL("./", self.location.href).href;

/** Before the name of each cache and lock of this site: others of the same origin have their own. */
const OURS = `xinheng ${ROOT} `;

/** Takes a file into the cache unless it is there. A file of another build, a broken one, and what a portal or a proxy
 * answers in its place all have another digest: then nothing is taken, and the build is not installed. */
async function take(cache, file, integrity) {
  const address = ROOT + file;
  if (await cache.match(address, { ignoreVary: true })) return;
  // Files below a hashed folder are mostly there already, in the browser's own store; the page itself changes.
  const response = await fetch(address, { cache: file.startsWith("v/") ? "default" : "reload", integrity }).catch(() =>
    fetch(address, { cache: "reload", integrity }),
  );
  // A browser shows no page that came by a redirection.
  const { headers } = response;
  await cache.put(address, response.redirected ? new Response(await response.blob(), { headers }) : response);
}

async function install() {
  const cache = await caches.open(OURS + BUILD.name);
  await Promise.all(Object.entries(BUILD.files).map(([file, integrity]) => take(cache, file, integrity)));
}

/** Whether an address is that of the page. */
function isPage(address) {
  const { origin, pathname } = new URL(address);
  return [ROOT, `${ROOT}index.html`].includes(origin + pathname);
}

/** Which page of this build an address is, by its name among the files: "" the application; nothing for what is none. */
function pageAt(address) {
  if (isPage(address)) return "";
  const { origin, pathname } = new URL(address);
  const name = (origin + pathname).slice(ROOT.length);
  return !name.startsWith("v/") && Object.hasOwn(BUILD.files, name) ? name : undefined;
}

/** A page of this build; a file of whichever build is kept, for a tab goes on with the files it began with. */
async function answer(request, page) {
  const isAPage = page !== undefined;
  const address = isAPage ? ROOT + page : request.url;
  const own = await caches.match(address, { cacheName: OURS + BUILD.name, ignoreVary: true });
  if (own || isAPage) return own || fetch(request);
  for (const cacheName of await caches.keys()) {
    const kept = cacheName.startsWith(OURS) && (await caches.match(request.url, { cacheName, ignoreVary: true }));
    if (kept) return kept;
  }
  return fetch(request);
}

/** Gives back the room of builds that no tab runs. Each tab holds a lock with the name of its build (www/offline.js). */
async function tidy() {
  const { waiting, installing } = self.registration;
  if (waiting || installing) return;
  const { held } = await navigator.locks.query();
  const running = held.map(({ name }) => name).filter((name) => name.startsWith(OURS));
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  // One that is only just starting holds none yet, and the pages for portals never do: then another time.
  if (tabs.filter(({ url }) => pageAt(url) !== undefined).length > running.length) return;
  const needed = [...running, OURS + BUILD.name, `${OURS}times`];
  const left = (await caches.keys()).filter((name) => name.startsWith(OURS) && !needed.includes(name));
  await Promise.all(left.map((name) => caches.delete(name)));
}

self.addEventListener("install", (event) => event.waitUntil(install()));

// The first build takes over the page that brought it; a later one gets so far only when a person has said so, or when
// no tab is open any more.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(tidy)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const page = request.mode === "navigate" ? pageAt(request.url) : undefined;
  if (request.method !== "GET" || !(page !== undefined || request.url.startsWith(`${ROOT}v/`))) return;
  event.respondWith(answer(request, page).catch(() => fetch(request)));
});

self.addEventListener("message", (event) => {
  const { data, ports } = event;
  if (data === "build") ports[0].postMessage(BUILD.name);
  if (data === "take over") self.skipWaiting();
  if (data === "tidy") event.waitUntil(tidy());
});
