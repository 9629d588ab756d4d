// Tables of an office, files or rows, as requests: fetched when it is first called.
import * as tables from "./tables_bg.js";
import * as workbooks from "./workbooks_bg.js";
import { XinhengError } from "./errors.js";
import "./more_errors.js";
import { glueOf, instantiate, leave, moduleNamed } from "./modules.js";
import { listOf } from "./text.js";

const GLUES = { "./tables_bg.js": tables, "./workbooks_bg.js": workbooks };

/** So much of a file is read at a time; in between the page has its turn. */
const PIECE_BYTES = 512 * 1024;
/** So much tells whether a file is a workbook. */
const BEGINNING_BYTES = 16;
/** A module with a vector, as the reader of workbooks has them. */
const VECTOR = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** So many records are taken over at a time. */
const RECORDS = 1000;

/** What runs already: the readers have one instance at a time. */
let running = Promise.resolve();

export function importFiles(files, { asOf, signal } = {}) {
  return inTurn(async () => {
    const all = listOf("files", files).map(named);
    const day = dayOf(asOf);
    stopIfAborted(signal);
    const packed = await workbooksAmong(all);
    const anyPacked = packed.includes(true);
    if (anyPacked && !WebAssembly.validate(VECTOR)) throw new XinhengError("workbooks_unsupported");
    return reading(anyPacked ? "workbooks" : "tables", day, async (reader) => {
      for (const [place, { name, blob }] of all.entries()) {
        if (!reader.open(name)) continue;
        if (packed[place]) reader.workbook(await bytes(blob, 0, blob.size));
        else await feed(reader, blob, signal);
        reader.close();
        stopIfAborted(signal);
      }
    });
  });
}

export function importRows(rows, layout = {}, { asOf } = {}) {
  return inTurn(() => {
    const { kind, columns, words } = typeof layout === "string" ? { kind: layout } : (layout ?? {});
    const day = dayOf(asOf);
    const all = listOf("rows", rows).map(asRow);
    const header = [...new Set(all.flatMap((row) => Object.keys(row)))];
    const cells = (row, place) => header.map((key) => cell(row[key], `rows[${place}].${key}`));
    const text = JSON.stringify({ kind, columns, words, header, rows: all.map(cells) });
    return reading("tables", day, (reader) => {
      const wrong = reader.rows(text);
      if (wrong !== undefined) throw new XinhengError("bad_layout", { detail: wrong || JSON.stringify(layout) });
    });
  });
}

/** Runs one reading after the other. */
function inTurn(read) {
  const done = running.then(read);
  running = done.catch(() => {});
  return done;
}

/** A file, or `{name, bytes}` where there are no files. */
function named(file, place) {
  // A file that comes with a folder has its folders before its name.
  if (file instanceof Blob) return { name: file.webkitRelativePath || (file.name ?? ""), blob: file };
  const bytes = file?.bytes;
  const isBytes = bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes);
  if (!isBytes) throw new XinhengError("bad_files", { detail: `files[${place}]` });
  return { name: String(file.name ?? ""), blob: new Blob([bytes]) };
}

/** A row that there is none of is an empty one. */
function asRow(row, place) {
  if (row !== undefined && row !== null && typeof row !== "object") {
    throw new XinhengError("bad_cell", { detail: `rows[${place}]` });
  }
  return row ?? {};
}

/** The day that records are given: one of the calendar, where there is any. */
function dayOf(asOf) {
  if (asOf === undefined || asOf === null) return undefined;
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asOf)?.slice(1).map(Number) ?? [];
  if (year === undefined || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || month > 12 || month < 1) {
    throw new XinhengError("bad_day", { detail: `asOf: ${asOf}` });
  }
  return asOf;
}

async function bytes(blob, from, to) {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

/** For each file, whether it is a workbook. */
async function workbooksAmong(files) {
  const beginnings = await Promise.all(files.map(({ blob }) => bytes(blob, 0, BEGINNING_BYTES)));
  return withModule("tables", (glue) => beginnings.map((beginning) => glue.is_workbook(beginning)));
}

async function feed(reader, blob, signal) {
  for (let from = 0; from < blob.size; from += PIECE_BYTES) {
    if (!reader.feed(await bytes(blob, from, from + PIECE_BYTES))) return;
    stopIfAborted(signal);
  }
}

function stopIfAborted(signal) {
  if (signal?.aborted) throw signal.reason ?? new DOMException("The import was aborted.", "AbortError");
}

/** What stands in a cell: an empty one for what is not known, the day of a Date where the portal is. */
function cell(value, place) {
  if (value === undefined || value === null) return "";
  if (!(value instanceof Date)) {
    if (["object", "function", "symbol"].includes(typeof value)) throw new XinhengError("bad_cell", { detail: place });
    return String(value);
  }
  if (Number.isNaN(value.getTime())) throw new XinhengError("bad_cell", { detail: place });
  const two = (number) => String(number).padStart(2, "0");
  return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
}

/** Has a fresh instance read, and takes over what it gives. */
function reading(name, asOf, read) {
  return withModule(name, async ({ Reading }) => {
    const reader = new Reading();
    try {
      await read(reader);
      const report = JSON.parse(reader.finish());
      const records = [];
      for (let text; (text = reader.records(RECORDS, asOf)) !== undefined;) records.push(...JSON.parse(text));
      return { records, ...report };
    } finally {
      // Else the glue frees it at some later time, in the instance of another reading.
      free(reader);
    }
  });
}

function free(reader) {
  try {
    reader.free();
  } catch {
    // After a failure inside nothing can be freed; the instance goes as a whole.
  }
}

/** Runs something with a fresh instance of a module, which gives its memory back afterwards. */
async function withModule(name, run) {
  const module = await moduleNamed(name);
  const imports = glueOf(module, GLUES);
  const instance = await instantiate(module, imports);
  try {
    return await run(Object.values(imports)[0]);
  } catch (cause) {
    throw cause instanceof WebAssembly.RuntimeError ? new XinhengError("panicked", { cause }) : cause;
  } finally {
    leave(instance);
  }
}
