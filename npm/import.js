// Tables of an office, files or rows, as requests: fetched when it is first called. What is large is read in a worker, where
// there is one; all else on the page's own thread, in slices between which the page gets its turn.
import { call, start } from "./engine.js";
import { XinhengError } from "./errors.js";
import { layoutOf } from "./layout.js";
import "./more_errors.js";
import { moduleNamed } from "./modules.js";
import { startReading } from "./reading.js";
import { listOf, optionsOf, toText } from "./text.js";
import { Slices, reasonOf, stopIfAborted, unlessAborted } from "./turns.js";
import { LOST, startWorker } from "./workers.js";

/** So much of a file is read at a time. */
const PIECE_BYTES = 128 * 1024;
/** So many rows are given at a time. */
const PIECE_ROWS = 500;
/** What has no more than this, and is no workbook, is read before a worker has started. */
const SMALL_BYTES = 2 * PIECE_BYTES;
const SMALL_ROWS = 2 * PIECE_ROWS;
/** So much tells whether a file is a workbook. */
const BEGINNING_BYTES = 16;
/** A module with a vector, as the reader of workbooks has them. */
const VECTOR = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** So many problems are taken over at a time. */
const PROBLEMS = 1000;
/** So much text of records is taken over at a time, as far as what came last lets it be known. */
const RECORDS_TEXT = 128 * 1024;

/** What both may be given besides. */
const OPTIONS = ["asOf", "pack", "signal"];

/** What runs already: the readers have one instance at a time. */
let running = Promise.resolve();

export async function importFiles(files, options) {
  const { asOf, pack, signal } = await optionsOf("importFiles", options, OPTIONS);
  return inTurn(signal, async () => {
    const all = listOf("files", files).map(named);
    const day = dayOf("importFiles", asOf);
    const figures = await figuresOf(pack, signal);
    const packed = await workbooksAmong(all, signal);
    const anyPacked = packed.includes(true);
    if (anyPacked && !WebAssembly.validate(VECTOR)) throw new XinhengError("workbooks_unsupported");
    const isLarge = anyPacked || all.reduce((sum, { blob }) => sum + blob.size, 0) > SMALL_BYTES;
    return reading(anyPacked ? "workbooks" : "tables", { isLarge, day, pack, figures, signal }, async (reader) => {
      for (const [place, { name, blob }] of all.entries()) {
        if (!(await reader.call("open", [name]))) continue;
        if (packed[place]) await give(reader, "workbook", await bytes(blob, 0, blob.size, signal));
        else await feed(reader, blob, signal);
        await reader.call("close");
      }
    });
  });
}

export async function importRows(rows, layout, options) {
  const { asOf, pack, signal } = await optionsOf("importRows", options, OPTIONS);
  return inTurn(signal, async () => {
    const { kind, columns, words } = layoutOf(layout);
    const day = dayOf("importRows", asOf);
    const all = listOf("rows", rows);
    const figures = await figuresOf(pack, signal);
    const isLarge = all.length > SMALL_ROWS;
    return reading("tables", { isLarge, day, pack, figures, signal }, async (reader) => {
      const header = new Set();
      for (let from = 0; from < all.length; from += PIECE_ROWS) {
        await reader.call("keep", [rowsText(all.slice(from, from + PIECE_ROWS), from, header)]);
      }
      const wrong = await reader.call("rows", [{ kind, columns, words, header: [...header] }]);
      if (wrong !== undefined) throw new XinhengError("bad_layout", { detail: wrong });
      while (await reader.call("moreRows"));
      await reader.call("close");
    });
  });
}

/** Runs one reading after the other. One that is aborted is told at once, and ends as soon as it can. */
function inTurn(signal, read) {
  const done = running.then(() => {
    stopIfAborted(signal);
    return read();
  });
  running = done.catch(() => {});
  return unlessAborted(signal, done);
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

/** Some rows as JSON text: a list of cells for each, in the order of a header that grows with the columns that are met. */
function rowsText(rows, from, header) {
  const texts = rows.map((row, place) => {
    const at = `rows[${from + place}]`;
    // A row that there is none of is an empty one.
    const cells = row ?? {};
    if (typeof cells !== "object") throw new XinhengError("bad_cell", { detail: at });
    for (const key of Object.keys(cells)) header.add(key);
    return JSON.stringify([...header].map((key) => cell(cells[key], `${at}.${key}`)));
  });
  return `[${texts.join()}]`;
}

/** The day that records are given: one of the calendar, where there is any. */
function dayOf(of, asOf) {
  if (asOf === undefined || asOf === null) return undefined;
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asOf)?.slice(1).map(Number) ?? [];
  if (year === undefined || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || month > 12 || month < 1) {
    const words = { zh: `${of} 的选项 asOf 不是日期：${asOf}`, en: `the option asOf of ${of} is no date: ${asOf}` };
    throw new XinhengError("bad_day", { words, detail: `asOf: ${asOf}` });
  }
  return asOf;
}

/** The figures of a pack, as a reader takes them; nothing without one. What cannot be used is told as an answer tells it. */
async function figuresOf(pack, signal) {
  if (pack === undefined || pack === null) return undefined;
  await unlessAborted(signal, start({ ownRules: true }));
  const request = toText({ pack });
  const figures = call("figures", request);
  if (figures) return figures;
  // Of the request that this is none, all else is missing as well.
  const faults = JSON.parse(call("assess", request)).errors.filter(({ path }) => /^(pack\b|$)/.test(path));
  const all = (language) => faults.map(({ message }) => message[language]).join(language === "zh" ? "；" : "; ");
  const [{ path }] = faults;
  throw new XinhengError("bad_rules", { words: { zh: all("zh"), en: all("en") }, detail: path });
}

async function bytes(blob, from, to, signal) {
  return new Uint8Array(await unlessAborted(signal, blob.slice(from, to).arrayBuffer()));
}

/** For each file, whether it is a workbook. */
async function workbooksAmong(files, signal) {
  const beginnings = await Promise.all(files.map(({ blob }) => bytes(blob, 0, BEGINNING_BYTES, signal)));
  const reader = new Here(await startReading(await unlessAborted(signal, moduleNamed("tables"))));
  try {
    const packed = [];
    for (const beginning of beginnings) packed.push(await reader.call("isWorkbook", [beginning]));
    return packed;
  } finally {
    reader.end();
  }
}

/** Hands bytes over to a reader. */
function give(reader, name, given) {
  return reader.call(name, [given], [given.buffer]);
}

async function feed(reader, blob, signal) {
  for (let from = 0; from < blob.size; from += PIECE_BYTES) {
    if (!(await give(reader, "feed", await bytes(blob, from, from + PIECE_BYTES, signal)))) return;
  }
}

/** What stands in a cell: an empty one for what is not known, the day of a Date. */
function cell(value, place) {
  if (value === undefined || value === null) return "";
  if (!(value instanceof Date)) {
    if (["object", "function", "symbol"].includes(typeof value)) throw new XinhengError("bad_cell", { detail: place });
    return String(value);
  }
  // What is no day is told as any other that cannot be read, of its row.
  return Number.isNaN(value.getTime()) ? String(value) : dayWritten(value);
}

/** China has one time, and no other in summer. */
const CHINA_MS = 8 * 3_600_000;

/**
 * The day of a Date: that in China, so that it is the same wherever the program runs, and midnight in China is the day that begins
 * there. A program that has nothing but days makes midnights of its own zone of them: east of China that is another day there.
 */
function dayWritten(date) {
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0 && date.getMilliseconds() === 0;
  const [year, month, day] = isMidnight ? [date.getFullYear(), date.getMonth(), date.getDate()] : inChina(date);
  const two = (number) => String(number).padStart(2, "0");
  return `${year}-${two(month + 1)}-${two(day)}`;
}

function inChina(date) {
  const there = new Date(date.getTime() + CHINA_MS);
  return [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
}

/** Has a fresh instance read, in a worker where it is much; where that does not start or dies, on this thread from the start. */
async function reading(name, { isLarge, ...given }, read) {
  const { signal } = given;
  const module = await unlessAborted(signal, moduleNamed(name));
  const worker = isLarge && (await startWorker("import", module));
  if (worker) {
    try {
      return await carriedOut(worker, read, given);
    } catch (error) {
      if (error !== LOST) throw error;
    }
  }
  return carriedOut(new Here(await startReading(module)), read, given);
}

/** Has a reader read, and takes over what it gives. */
async function carriedOut(reader, read, { day, pack, figures, signal }) {
  const stop = () => reader.end(reasonOf(signal));
  signal?.addEventListener("abort", stop);
  try {
    stopIfAborted(signal);
    if (figures) await reader.call("figures", [figures]);
    await read(reader);
    const report = await reader.call("finish");
    for (const level of ["refusals", "notices"]) {
      for (let more; (more = await reader.call("problems", [level, PROBLEMS])).length > 0; ) report[level].push(...more);
    }
    const records = [];
    let most = 1;
    for (let text; (text = await reader.call("records", [most, day])) !== undefined; ) {
      const more = JSON.parse(text);
      if (figures) for (const record of more) record.pack = pack;
      records.push(...more);
      most = Math.max(1, Math.min(2 * most, Math.floor((most * RECORDS_TEXT) / text.length)));
    }
    return { records, ...report };
  } finally {
    signal?.removeEventListener("abort", stop);
    reader.end();
  }
}

/** A reading on the page's own thread, called as one in a worker is. */
class Here {
  #reading;
  #slices = new Slices();
  /** Why it goes on no more. */
  #ended;

  constructor(reading) {
    this.#reading = reading;
  }

  async call(name, values = []) {
    await this.#slices.next();
    if (this.#ended) throw this.#ended.reason;
    try {
      return this.#reading[name](...values);
    } catch (cause) {
      throw cause instanceof WebAssembly.RuntimeError ? new XinhengError("panicked", { cause }) : cause;
    }
  }

  end(reason) {
    if (this.#ended) return;
    this.#ended = { reason };
    this.#reading.end();
  }
}
