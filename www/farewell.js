// Put in the place of sw.js, it takes the site out of every browser that installed it: what was kept of the program is
// given back, and from the next opening on the page comes from the server again. While the page is developed it always
// stands there (xtask/src/offline.rs), so that no build of yesterday is shown for that of today.
"use strict";

const OURS = `xinheng ${new URL("./", self.location.href).href} `;

async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
