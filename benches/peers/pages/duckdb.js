// DuckDB-wasm reads the files, transcoded for it, and judges by SQL.
import { AsyncDuckDB, selectBundle, VoidLogger } from "@duckdb/duckdb-wasm";
import calendar from "../sql/calendar.sql";
import counts from "../sql/counts.sql";
import facts from "../sql/facts.sql";
import macros from "../sql/macros.sql";
import verdicts from "../sql/verdicts.sql";
import { timed } from "./judged.js";
import { show } from "./page.js";

const BUNDLES = {
  mvp: { mainModule: "duckdb-mvp.wasm", mainWorker: "duckdb-browser-mvp.worker.js" },
  eh: { mainModule: "duckdb-eh.wasm", mainWorker: "duckdb-browser-eh.worker.js" },
};

let database;
let connection;
let asOf;

/** Runs the statements of a file one after the other. */
async function run(script) {
  for (const statement of script.replaceAll("$AS_OF", `DATE '${asOf}'`).split(/;\s*\n/)) {
    if (statement.trim()) await connection.query(statement);
  }
}

/** A file in UTF-8. DuckDB-wasm brings no reader of GB18030 along. */
async function transcoded(file) {
  const text = new TextDecoder("gb18030").decode(await file.arrayBuffer());
  return new TextEncoder().encode(text);
}

show({
  async prepare() {
    // The addresses are wanted in full, because the worker asks for the module.
    const full = (path) => new URL(path, location.href).href;
    const chosen = await selectBundle(
      Object.fromEntries(
        Object.entries(BUNDLES).map(([name, { mainModule, mainWorker }]) => [
          name,
          { mainModule: full(mainModule), mainWorker: full(mainWorker) },
        ]),
      ),
    );
    database = new AsyncDuckDB(new VoidLogger(), new Worker(chosen.mainWorker));
    await database.instantiate(chosen.mainModule, chosen.pthreadWorker);
    connection = await database.connect();
    const bench = await (await fetch("bench.json")).json();
    asOf = bench.asOfText;
    await database.registerFileText("workdays.csv", ["day", ...bench.workdays].join("\n"));
    await run(macros);
    await run(calendar);
  },
  async read(files) {
    let transcodeMs = 0;
    for (const file of files) {
      const { ms, result } = await timed(() => transcoded(file));
      transcodeMs += ms;
      await database.registerFileBuffer(file.name, result);
    }
    const reading = await timed(() => run(facts));
    const counting = await timed(() => run(counts));
    const judging = await timed(() => run(verdicts));
    const tallies = await connection.query("SELECT class, count(*)::INTEGER AS count FROM verdicts GROUP BY class");
    const classes = Object.fromEntries(tallies.toArray().map((row) => [row.class, row.count]));
    const count = Object.values(classes).reduce((sum, one) => sum + one, 0);
    return { count, classes, transcodeMs, readMs: reading.ms, classMs: counting.ms + judging.ms };
  },
  async without() {
    const { ms } = await timed(async () => {
      await run(counts);
      await connection.query("CREATE OR REPLACE TABLE classes AS SELECT uscc, class FROM judged");
    });
    const other = await connection.query(
      "SELECT count(*)::INTEGER AS count FROM classes JOIN verdicts USING (uscc) WHERE classes.class <> verdicts.class",
    );
    if (other.toArray()[0].count) throw new Error("the classes without reasons are others");
    return { ms };
  },
  async results({ from, count }) {
    const rows = await connection.query(
      `SELECT uscc || '\t' || class || '\t' || rules AS line FROM verdicts LIMIT ${count} OFFSET ${from}`,
    );
    return rows
      .toArray()
      .map((row) => row.line)
      .join("\n");
  },
});
