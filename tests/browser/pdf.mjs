// What a printed page says.
import { getDocumentProxy } from "unpdf";

/**
 * Reads a PDF.
 *
 * @param bytes what `page.pdf()` gave
 * @returns the text of each page, cell by cell as the browser painted it and without blanks: a PDF sets letters, not
 *   words
 */
export async function readPdf(bytes) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map(({ str }) => str).join("").replace(/\s+/g, ""));
  }
  return pages;
}
