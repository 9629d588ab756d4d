// Puts the frame of a site of Xinheng into a page: for portals that take no scripts from elsewhere. docs/embedding.md.
const VERSION = 1;
/** A site that has not said a word for so long cannot be had, or does not let this page embed it. */
const SILENT_MS = 15000;

/**
 * Appends a frame of the site at an address to `place`, as high as what it shows. `options` are the element's; what the
 * element tells comes as events of the frame.
 */
export function embed(place, site, options = {}) {
  const address = new URL("embed.html", new URL(site, document.baseURI));
  address.searchParams.set("host", location.origin);
  const given = { ...options };
  const frame = document.createElement("iframe");
  frame.title = "信衡";
  frame.src = address;
  Object.assign(frame.style, { display: "block", width: "100%", height: "20rem", border: "0" });
  const post = (type, detail) => frame.contentWindow?.postMessage({ xinheng: VERSION, type, detail }, address.origin);
  const tell = (type, detail) =>
    frame.dispatchEvent(new CustomEvent(`xinheng-${type}`, { detail, bubbles: true, composed: true }));
  const silence = setTimeout(tell, SILENT_MS, "error", { code: "frame_silent" });
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin || data?.xinheng !== VERSION) return;
    const { type, detail } = data;
    clearTimeout(silence);
    if (type === "hello") return post("give", given);
    if (type === "height") return void (frame.style.height = `${detail}px`);
    // A frame that is loaded anew goes on with what was entered.
    if (type === "change") given.record = detail;
    tell(type, detail);
  };
  addEventListener("message", hear);
  place.append(frame);
  return {
    frame,
    give: (more) => post("give", Object.assign(given, more) && more),
    save: () => given.record,
    print: (paper) => post("print", paper),
    remove() {
      clearTimeout(silence);
      removeEventListener("message", hear);
      frame.remove();
    },
  };
}
