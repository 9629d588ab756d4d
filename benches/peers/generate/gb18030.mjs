// Writes text as GB18030, as much of it as a district of many enterprises has. No encoder is built into Node, so its
// decoder is asked what every pair of bytes means.
import fs from "node:fs";

const PIECE_CHARACTERS = 1 << 20;

let pairs;

/** For each character of the two-byte range its two bytes as one number, 0 for none. */
function table() {
  if (pairs) return pairs;
  pairs = new Uint16Array(0x10000);
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1) pairs[text.charCodeAt(0)] ||= (lead << 8) | trail;
    }
  }
  return pairs;
}

/** A CSV file in GB18030, written row after row. */
export class CsvFile {
  #file;
  #text = "";
  #bytes = Buffer.allocUnsafe(PIECE_CHARACTERS * 4);

  constructor(path, columns) {
    this.#file = fs.openSync(path, "w");
    this.row(columns);
  }

  /** Adds a row; its cells are texts. */
  row(cells) {
    for (let place = 0; place < cells.length; place += 1) {
      const cell = cells[place];
      const quoted = cell.includes(",") ? `"${cell}"` : cell;
      this.#text += place ? `,${quoted}` : quoted;
    }
    this.#text += "\r\n";
    if (this.#text.length >= PIECE_CHARACTERS) this.#write();
  }

  close() {
    this.#write();
    fs.closeSync(this.#file);
  }

  #write() {
    const [text, bytes, pairs] = [this.#text, this.#bytes, table()];
    let length = 0;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code < 0x80) {
        bytes[length++] = code;
      } else {
        const pair = pairs[code];
        if (!pair) throw new Error(`no two bytes of GB18030 are ${text[place]}`);
        bytes[length++] = pair >> 8;
        bytes[length++] = pair & 0xff;
      }
    }
    fs.writeSync(this.#file, bytes, 0, length);
    this.#text = "";
  }
}
