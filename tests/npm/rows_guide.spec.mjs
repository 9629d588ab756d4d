// What docs/embedding/rows.md says of columns, words and days, held to: each line is imported as it stands there, and what it
// names is what the program knows.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import test, { before } from "node:test";
import { installed, project, runIn } from "./project.mjs";

const read = (name) => fs.readFile(new URL(`../../${name}`, import.meta.url), "utf8");

/** The tables of the kinds: kind → its lines, each with the names of the column, an example, what that gives and what absence means. */
let kinds;
/** Pairs of column, word and meaning. */
let words;
let folder;
before(async () => {
  folder = await project();
  const guide = await read("docs/embedding/rows.md");
  const cells = (line) => line.split("|").slice(1, -1).map((cell) => cell.trim());
  kinds = Object.fromEntries(
    [...guide.matchAll(/^### `(\w+)` .*\n\n\|.*\n\|.*\n((?:\|.*\n)+)/gm)].map(([, kind, lines]) => [
      kind,
      lines.trim().split("\n").map((line) => {
        const [column, example, gives, absent] = cells(line);
        const [, name, code] = /^(\S+?)(?: `(\w+)`)?$/.exec(column);
        return { name, code, example: example.replaceAll("`", ""), gives: /^`(".*)`$/.exec(gives)?.[1], absent };
      }),
    ]),
  );
  words = [...guide.matchAll(/^\| ([^|`]+?)(?: of `\w+`|, several.*?)? \| ([^|`]+ `\w+`(?:, [^|`]+ `\w+`)*) \|$/gm)].flatMap(
    ([, column, list]) => list.split(", ").map((pair) => [column, ...pair.replaceAll("`", "").split(" ")]),
  );
});

/** What a row of examples gives of its kind. */
const given = (lines) => JSON.parse(`{${lines.flatMap(({ gives }) => gives ?? []).join(", ")}}`);
const rowOf = (lines, key = "name") => Object.fromEntries(lines.map((line) => [line[key] ?? line.name, line.example]));

/** Imports rows of several kinds, each list by itself. */
const importAll = (lists) =>
  runIn(
    folder,
    `import { importRows } from "xinheng";
    const all = [];
    for (const { rows, kind } of given) {
      all.push(await importRows(rows, kind).catch(({ code, detail }) => ({ records: [], failed: code + " " + detail })));
    }
    tell(all.map(({ records, refusals, notices, failed }) => ({ failed, facts: records.map(({ enterprise }) => enterprise),
      refusals: refusals?.map(({ column, code }) => column + " " + code), notices: notices?.map(({ column, code }) => column + " " + code) })));`,
    lists,
  );

/** The one fact, or the enterprise, of what was imported as a kind. */
const factOf = (kind, { facts: [enterprise] }) => (kind === "register" ? enterprise : enterprise?.[kind]?.[0]);

test("every column stands there, by the name that the program has", async () => {
  const source = await read("crates/import/src/columns.rs");
  const shared = { USCC: "统一社会信用代码", NAME: "企业名称", PARTY: "行政相对人类别" };
  for (const [kind, lines] of Object.entries(kinds)) {
    const [, body] = new RegExp(`const ${kind.toUpperCase()}: &\\[Spec\\] = &\\[\\n([\\s\\S]*?)\\n\\];`).exec(source);
    const names = [...body.matchAll(/^ {4}(USCC|NAME|PARTY),|(?:named|spec)\(\s*Field::\w+,\s*"([^"]+)"/gm)];
    assert.deepEqual(lines.map(({ name }) => name), names.map(([, common, name]) => shared[common] ?? name), kind);
  }
  assert.equal(Object.keys(kinds).length, source.match(/const \w+: &\[Spec\] =/g).length);
});

test("a row of the examples gives what stands beside them, by names and by codes, and nothing else", async () => {
  const lists = Object.entries(kinds);
  const found = await importAll(
    lists.flatMap(([kind, lines]) => ["name", "code"].map((key) => ({ rows: [rowOf(lines, key)], kind }))),
  );
  for (const [place, [kind, lines]] of lists.entries()) {
    for (const told of found.slice(2 * place, 2 * place + 2)) {
      assert.deepEqual([told.failed, told.refusals, told.notices], [undefined, [], []], kind);
      assert.deepEqual(factOf(kind, told), given(lines), kind);
    }
  }
});

test("what is needed refuses a row without it, and nothing else does", async () => {
  const lists = Object.entries(kinds).flatMap(([kind, lines]) =>
    lines.map((left) => ({ kind, left, rows: [rowOf(lines.filter((line) => line !== left))] })),
  );
  // A table of which only the needed columns are left is still one of its kind.
  for (const { kind, rows, left } of lists) rows[0] = { [left.name]: "", ...rows[0] };
  const found = await importAll(lists.map(({ kind, rows }) => ({ kind, rows })));
  for (const [place, { kind, left }] of lists.entries()) {
    const isRefused = found[place].refusals.length > 0;
    // Nobody else in the rows has the name.
    const isNeeded = left.absent === "**needed**" || left.absent === "by name";
    assert.equal(isRefused, isNeeded, `${kind} ${left.name}: ${found[place].refusals}`);
  }
});

test("what a field is when nothing is said of it is what stands there", async () => {
  const least = Object.entries(kinds).map(([kind, lines]) => {
    const needed = lines.filter(({ absent, name }) => absent === "**needed**" || name === "统一社会信用代码");
    return { kind, rows: [rowOf(needed)], lines };
  });
  const found = await importAll(least.map(({ kind, rows }) => ({ kind, rows })));
  for (const [place, { kind, lines }] of least.entries()) {
    const expected = {};
    for (const { gives, absent } of lines) {
      const [[field, value] = []] = Object.entries(JSON.parse(`{${gives ?? ""}}`)).slice(-1);
      if (absent === "**needed**") expected[field] = value;
      else if (/^`\w+`$/.test(absent)) expected[field] = absent.slice(1, -1);
    }
    if (kind === "register") expected.name = expected.uscc;
    assert.deepEqual(factOf(kind, found[place]), expected, kind);
  }
});

test("what a record has though no column says it stands in the guide, and nothing else does", async () => {
  const [, said] = /Some fields a record has though no column says them: ([\s\S]*?)\. Fines/.exec(await read("docs/embedding.md"));
  const parts = said.split(";").map((part) => Object.fromEntries([...part.matchAll(/`(\w+)`\s`(\w+)`/g)].map(([, field, value]) => [field, value])));
  const names = ["register", "penalties", "inspections"];
  const least = Object.entries(kinds).map(([kind, lines]) => {
    const needed = lines.filter(({ absent, name }) => absent === "**needed**" || name === "统一社会信用代码");
    const own = needed.flatMap(({ gives }) => Object.keys(JSON.parse(`{${gives ?? ""}}`)));
    return { kind, rows: [rowOf(needed)], own: kind === "register" ? [...own, "name"] : own };
  });
  const found = await importAll(least.map(({ kind, rows }) => ({ kind, rows })));
  for (const [place, { kind, own }] of least.entries()) {
    const more = Object.entries(factOf(kind, found[place])).filter(([field]) => !own.includes(field));
    assert.deepEqual(Object.fromEntries(more), parts[names.indexOf(kind)] ?? {}, kind);
  }
});

test("each word comes to what stands beside it, and each that the types have stands there", async () => {
  const kindOf = (column) => Object.entries(kinds).find(([, lines]) => lines.some(({ name }) => name === column))[0];
  const lists = words.map(([column, word]) => {
    const kind = kindOf(column);
    return { kind, rows: [{ ...rowOf(kinds[kind]), [column]: word }] };
  });
  const found = await importAll(lists);
  for (const [place, [column, word, meaning]] of words.entries()) {
    const { kind } = lists[place];
    const { gives } = kinds[kind].find(({ name }) => name === column);
    const [field] = Object.keys(JSON.parse(`{${gives}}`));
    const value = factOf(kind, found[place])?.[field];
    const told = Array.isArray(value) ? value[0] : typeof value === "object" ? Object.values(value)[0] : value;
    assert.equal(told, meaning, `${column} ${word}: ${found[place].refusals}`);
  }
  const types = await fs.readFile(`${installed(folder)}/types.d.ts`, "utf8");
  const of = (type) => [...new RegExp(`export type ${type} =([\\s\\S]*?);`).exec(types)[1].matchAll(/\| "(\w+)"/g)].map(([, word]) => word);
  const all = ["EnterpriseKind", "EnterpriseStatus", "Sector", "RiskGrade", "PenaltyKind", "Procedure", "Discretion", "AbnormalReason"];
  all.push("InspectionMode", "InspectionBasis", "InspectionResult", "LeadKind", "CommitmentKind");
  assert.deepEqual(words.map(([, , meaning]) => meaning).sort(), all.flatMap(of).sort());
});

for (const zone of ["Asia/Shanghai", "UTC", "America/New_York", "Asia/Tokyo"]) {
  test(`days in cells are what the table of days says, where the program runs in ${zone}`, async () => {
    const days = await runIn(
      folder,
      `process.env.TZ = "${zone}";
      import { importRows } from "xinheng";
      const row = (day) => ({ 统一社会信用代码: "91350100M000100Y43", 处罚类别: "罚款", 处罚决定日期: day });
      const read = async (day) => (await importRows([row(day)])).records[0]?.enterprise.penalties[0].decided_on ?? "refused";
      const all = [];
      const moments = [new Date("2026-03-03"), new Date("2026-03-03T00:00:00+08:00"), new Date(2026, 2, 3)];
      // What JSON makes of a midnight of China, which it is there only.
      const china = new Date("2026-03-03T00:00:00+08:00");
      for (const day of [...moments, JSON.parse(JSON.stringify(china)), ...given, new Date(NaN)]) all.push(await read(day));
      tell(all);`,
      ["2026-03-03 16:00", "2026-03-03T16:00:00+08:00", 46084, "46084", 20260303, "20260303", "2026/3/3", "2026年3月3日", "2026.3.3", 1772380800000, "03/03/2026", "2026-03"],
    );
    const third = "2026-03-03";
    assert.deepEqual(days, [...Array(13).fill(third), ...Array(4).fill("refused")]);
  });
}

test("what stands for nothing is left out alike", async () => {
  const told = await runIn(
    folder,
    `import { importRows } from "xinheng";
    const row = (nothing) => ({ 统一社会信用代码: "91350100M000100Y43", 处罚类别: "罚款", 处罚决定日期: "2026-03-03", 公示日期: nothing, 处罚程序: nothing });
    const { records, refusals } = await importRows([null, undefined, "", "/", "无", "--"].map(row));
    tell([records[0].enterprise.penalties, refusals]);`,
  );
  const penalty = { decided_on: "2026-03-03", authority_system: "market_regulation", procedure: "ordinary", kinds: ["fine"] };
  assert.deepEqual(told, [Array(6).fill(penalty), []]);
});

test("every code of a problem stands there, and no other", async () => {
  const source = await read("crates/import/src/problem.rs");
  const [, body] = /impl Fault \{[\s\S]*?match self \{([\s\S]*?)\n {4}\}/.exec(source);
  const codes = new Set([...body.matchAll(/=> (?:\{\s*)?"(\w+)"/g)].map(([, code]) => code));
  const [, table] = /^## Problems\n[\s\S]*?\|---\|---\|\n([\s\S]*)$/m.exec(await read("docs/embedding/rows.md"));
  assert.deepEqual([...table.matchAll(/`(\w+)`/g)].map(([, code]) => code).sort(), [...codes].sort());
});
