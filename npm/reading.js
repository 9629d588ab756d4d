// One reading of tables: an instance of a reader, in a worker or on the page's own thread. Everything here is done at once.
import * as tables from "./tables_bg.js";
import * as workbooks from "./workbooks_bg.js";
import { glueOf, instantiate, leave } from "./modules.js";

const GLUES = { "./tables_bg.js": tables, "./workbooks_bg.js": workbooks };

/** Runs something with a fresh instance of a reader's module, which gives its memory back afterwards. */
export async function startReading(module) {
  const imports = glueOf(module, GLUES);
  return new Reading(await instantiate(module, imports), Object.values(imports)[0]);
}

class Reading {
  #instance;
  #glue;
  #reader;
  #rows = [];
  #problems = {};

  constructor(instance, glue) {
    this.#instance = instance;
    this.#glue = glue;
    this.#reader = new glue.Reading();
  }

  isWorkbook(beginning) {
    return this.#glue.is_workbook(beginning);
  }

  /** Takes the figures of a pack, of which a register may then have columns. */
  figures(bytes) {
    this.#reader.figures(bytes);
  }

  /** Begins a file; gives whether it is to be read. */
  open(name) {
    return this.#reader.open(name);
  }

  /** Takes the next of it; gives whether there should be more. */
  feed(bytes) {
    return this.#reader.feed(bytes);
  }

  workbook(bytes) {
    this.#reader.workbook(bytes);
  }

  close() {
    this.#reader.close();
  }

  /** Keeps rows, as the JSON text of a list of them, until their header is known. */
  keep(text) {
    this.#rows.push(text);
  }

  /** Begins to read the rows that were kept, below a header and by a layout; gives what is wrong with that. */
  rows(said) {
    return this.#reader.rows(JSON.stringify(said));
  }

  /** Reads the next of them; gives whether there are more. */
  moreRows() {
    if (this.#rows.length > 0) this.#reader.more_rows(this.#rows.shift());
    return this.#rows.length > 0;
  }

  /** Joins what was read; gives the report, without problems. */
  finish() {
    const { refusals, notices, ...rest } = JSON.parse(this.#reader.finish());
    this.#problems = { refusals, notices };
    return { refusals: [], notices: [], ...rest };
  }

  /** The next so many refusals or notices. */
  problems(level, most) {
    return this.#problems[level].splice(0, most);
  }

  /** The next so many records, as a text; nothing when there are no more. */
  records(most, asOf) {
    return this.#reader.records(most, asOf);
  }

  end() {
    try {
      // Else the glue frees it at some later time, in the instance of another reading.
      this.#reader.free();
    } catch {
      // After a failure inside nothing can be freed; the instance goes as a whole.
    }
    leave(this.#instance);
  }
}
