// Printing a paper without the page around it: from a frame that nobody sees.
import { dress } from "./style.js";

/** A browser that tells no end of printing has printed by then. */
const PRINTED_MS = 60_000;

/** Prints an element of the page as it is now; resolves once the browser has taken over. */
export async function print(title, element) {
  const copy = element.cloneNode(true);
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0" });
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  try {
    const { contentDocument: paper, contentWindow: view } = frame;
    paper.title = title;
    paper.documentElement.lang = document.documentElement.lang;
    paper.body.append(copy);
    await dress(paper, "paper");
    view.addEventListener("afterprint", () => frame.remove());
    setTimeout(() => frame.remove(), PRINTED_MS);
    view.focus();
    view.print();
  } catch (error) {
    frame.remove();
    throw error;
  }
}
