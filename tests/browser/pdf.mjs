// What a printed page says, and where.
import { getDocumentProxy } from "unpdf";

const MM_PER_POINT = 25.4 / 72;

/** Radicals that are drawn like letters and have none as their plain form, each with that letter behind it. */
const RADICALS = "⺠民⻅见⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙";

/** Some fonts have one drawing for a letter and for a radical, and a PDF then says that the radical stands there. */
const plain = (text) =>
  text.replace(/[\u2E80-\u2FDF]/gu, (radical) => {
    const place = RADICALS.indexOf(radical);
    return place < 0 ? radical.normalize("NFKC") : RADICALS[place + 1];
  });

/**
 * Reads a PDF.
 *
 * @param bytes what `page.pdf()` gave
 * @returns the text of each page, cell by cell as the browser painted it and without blanks: a PDF sets letters, not
 *   words
 */
export async function readPdf(bytes) {
  return (await readPlaces(bytes)).map(({ text }) => text);
}

/**
 * Reads a PDF with the places of its letters.
 *
 * @param bytes what `page.pdf()` gave
 * @returns for each page its text, as `readPdf` gives it; `top`, which says of words on the page how many millimetres below
 *   the paper's edge the first of them stands; and `lowest`, the same of the lowest letter above a line at so many millimetres
 */
export async function readPlaces(bytes) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    let text = "";
    const tops = [];
    for (const { str, transform } of items) {
      const letters = plain(str.replace(/\s+/g, ""));
      text += letters;
      tops.push(...Array(letters.length).fill((height - transform[5]) * MM_PER_POINT));
    }
    const top = (words) => tops[text.indexOf(words)];
    const lowest = (line) => Math.max(...tops.filter((top) => top < line));
    pages.push({ text, top, lowest });
  }
  return pages;
}
