// A workbook as spreadsheets write it: one sheet, its texts shared.
import fs from "node:fs";
import { zipSync } from "fflate";

const NAMESPACE = "http://schemas.openxmlformats.org/";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = `${NAMESPACE.slice(0, -1)}/officeDocument/2006/relationships`;
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const PARTS = {
  "[Content_Types].xml": `<Types xmlns="${NAMESPACE}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${NAMESPACE}package/2006/relationships"><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${NAMESPACE}spreadsheetml/2006/main" xmlns:r="${TYPE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${NAMESPACE}package/2006/relationships"><Relationship Id="rId1" Type="${TYPE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${TYPE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
};

const letters = (place) =>
  (place < 26 ? "" : String.fromCharCode(64 + Math.floor(place / 26))) + String.fromCharCode(65 + (place % 26));

/** Writes rows of texts as a workbook. None of the made-up texts has a character that XML escapes. */
export function writeWorkbook(path, rows) {
  const shared = new Map();
  const columns = rows[0].map((_, place) => letters(place));
  const pieces = [];
  let used = 0;
  rows.forEach((row, number) => {
    let line = `<row r="${number + 1}">`;
    row.forEach((cell, place) => {
      if (cell === "") return;
      if (!shared.has(cell)) shared.set(cell, shared.size);
      line += `<c r="${columns[place]}${number + 1}" t="s"><v>${shared.get(cell)}</v></c>`;
      used += 1;
    });
    pieces.push(`${line}</row>`);
  });
  const texts = [...shared.keys()].map((text) => `<si><t>${text}</t></si>`).join("");
  const main = `xmlns="${NAMESPACE}spreadsheetml/2006/main"`;
  const parts = {
    ...PARTS,
    "xl/sharedStrings.xml": `<sst ${main} count="${used}" uniqueCount="${shared.size}">${texts}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${pieces.join("")}</sheetData></worksheet>`,
  };
  const encoder = new TextEncoder();
  const packed = Object.entries(parts).map(([name, text]) => [name, encoder.encode(HEAD + text)]);
  fs.writeFileSync(path, zipSync(Object.fromEntries(packed), { level: 6, mtime: "2026-01-01" }));
}
