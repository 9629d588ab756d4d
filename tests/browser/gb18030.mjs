// GB18030 for tests: no encoder is built into Node, so its decoder is asked what every pair of bytes means.
let bytesOf;

/** The text in GB18030; it may have any character of GBK. */
export function gb18030(text) {
  bytesOf ??= table();
  const bytes = [];
  for (const character of text) {
    const code = character.codePointAt(0);
    const pair = code < 0x80 ? [code] : bytesOf.get(character);
    if (!pair) throw new Error(`no two bytes of GB18030 are ${character}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

function table() {
  const decoder = new TextDecoder("gb18030");
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return table;
}
