// Where the office's own site of Xinheng is, for the frame. A portal in use writes its address into the <meta> of its page, and
// its own origin into embed.json of that site, unless both are one; the policy of the page names the site in frame-src.
export const SITE = document.querySelector('meta[name="xinheng-site"]').content;

/** So long after a click elsewhere what was being typed in a frame has come to the portal. */
const LATE_MS = 300;

/** Does what takes a frame away: at once where none stands there, else when what was being typed in it has come. */
export function afterFrame(framed, act) {
  if (framed) setTimeout(act, LATE_MS);
  else act();
}
