// Figures of the rules that a register has: read where the pack is named, by which the records are then judged.
import assert from "node:assert/strict";
import test, { before } from "node:test";
import { readToml } from "../browser/toml.mjs";
import { project, runIn } from "./project.mjs";

let folder;
before(async () => void (folder = await project()));

/** A pack in its JSON form with two figures, and a score that rests on one of them. */
const pack = () => {
  const own = readToml("packs/baotou-2024.toml");
  return {
    ...own,
    id: "portal-figures",
    warnings: { ...own.warnings, figure_missing: { zh: "没有填写{text}", en: "{text} is not known" } },
    figures: [
      { id: "hygiene", title: { zh: "卫生评分", en: "Hygiene score" }, unit: { zh: "分", en: "points" }, decimals: 1, most: 100 },
      { id: "area", title: { zh: "经营面积", en: "Floor area" }, unit: { zh: "平方米", en: "m2" }, decimals: 2, most: 1000000 },
    ],
  };
};

const CODE = "91350100M000100Y43";
const REGISTER = `统一社会信用代码,企业名称,登记状态,卫生评分,经营面积（平方米）\n${CODE},示例有限公司,存续,85.5,"1,200平方米"\n`;
const FIGURES = { area: 1200, hygiene: 85.5 };

/** What is told of an import: its records, and of each table the columns. */
const IMPORT = `
  import { assess, assessBatch, importFiles, importRows, init } from "xinheng";
  const file = (text, size = 0) => new File([text + "\\n".repeat(size)], "经营主体.csv");
  const told = ({ records, notices, tables }) => ({
    figures: records.map(({ enterprise }) => enterprise.figures ?? null),
    packs: records.map(({ pack }) => pack?.id ?? pack ?? null),
    notices: notices.map(({ column, value, message }) => [column, value, message.zh]),
    unused: tables.map(({ unused_columns }) => unused_columns),
  });
`;

test("files and rows are read with the figures of the pack that is given, here and in a thread", async () => {
  const results = await runIn(
    folder,
    `${IMPORT}
    const { pack, text } = given;
    const rows = [{ 统一社会信用代码: "${CODE}", 企业名称: "示例有限公司", hygiene: 85.5, "经营面积": "1200" }];
    tell([
      told(await importFiles([file(text)], { pack })),
      told(await importFiles([file(text, 300 * 1024)], { pack, asOf: "2026-11-21" })),
      told(await importRows(rows, "register", { pack })),
      told(await importRows(rows.concat(Array(1200).fill({})), undefined, { pack })),
    ]);`,
    { pack: pack(), text: REGISTER },
  );
  for (const result of results) {
    assert.deepEqual(result, { figures: [FIGURES], packs: ["portal-figures"], notices: [], unused: [[]] });
  }
});

test("a layout can say which column is which figure", async () => {
  const [told, wrong] = await runIn(
    folder,
    `${IMPORT}
    const rows = [{ 统一社会信用代码: "${CODE}", 企业名称: "示例有限公司", score: "85.5分", size: 1200 }];
    const columns = { score: "卫生评分", size: "area" };
    const wrong = await importRows(rows, { kind: "register", columns: { score: "卫生评级" } }, given).catch(({ code, detail }) => [code, detail]);
    tell([told(await importRows(rows, { kind: "register", columns }, given)), wrong]);`,
    { pack: pack() },
  );
  assert.deepEqual(told, { figures: [FIGURES], packs: ["portal-figures"], notices: [], unused: [[]] });
  assert.equal(wrong[0], "bad_layout");
  assert.match(wrong[1], /^columns\.score: 卫生评级 \(.*企业名称.*卫生评分, 经营面积\)$/);
});

test("a number that the figure cannot have is noticed, and the records are judged by the pack as they are", async () => {
  const { told, answers, without } = await runIn(
    folder,
    `${IMPORT}
    const imported = await importFiles([file(given.text.replace("85.5", "101"))], { asOf: "2026-11-21", pack: given.pack });
    const answers = await assessBatch(imported.records);
    const without = assess({ ...imported.records[0], pack: null });
    tell({ told: told(imported), answers: answers.map(({ errors, pack }) => errors ?? pack.id), without: without.errors });`,
    { pack: pack(), text: REGISTER },
  );
  assert.deepEqual(told.figures, [{ area: 1200 }]);
  assert.equal(told.notices.length, 1);
  const [column, value, words] = told.notices[0];
  assert.deepEqual([column, value], ["卫生评分", "101"]);
  assert.match(words, /0–100/);
  assert.deepEqual(answers, ["portal-figures"]);
  assert.deepEqual(without.map(({ path }) => path), ["enterprise.figures.area"]);
});

test("without a pack all is as before, and a built-in one can be named", async () => {
  const [none, nothing, named] = await runIn(
    folder,
    `${IMPORT}
    const all = [];
    for (const options of [undefined, { pack: null }, { pack: "samr-abcd" }]) all.push(told(await importFiles([file(given)], options)));
    tell(all);`,
    REGISTER,
  );
  assert.deepEqual(none, { figures: [null], packs: [null], notices: [], unused: [["卫生评分", "经营面积（平方米）"]] });
  assert.deepEqual(nothing, none);
  assert.deepEqual(named, { ...none, packs: ["samr-abcd"] });
});

test("a pack that cannot be used is told as an answer tells it, and nothing is read", async () => {
  const cycle = "(() => { const own = {}; own.own = own; return own; })()";
  const given = { fault: { ...pack(), figures: [{ id: "hygiene" }] } };
  const told = await runIn(
    folder,
    `${IMPORT}
    await init();
    const all = [];
    for (const pack of ["baotou-2042", given.fault, 5, ${cycle}]) {
      const errors = assess({ as_of: "2026-11-21", pack, enterprise: { uscc: "${CODE}", name: "示例" } }).errors;
      for (const call of [importFiles([file("")], { pack }), importRows([], {}, { pack })]) {
        const fault = await call.then(() => ({}), ({ code, what, remedy, detail }) => ({ code, what, remedy, detail }));
        all.push({ errors, ...fault });
      }
    }
    tell(all);`,
    given,
  );
  assert.equal(told.length, 8);
  for (const { code, what, remedy, detail, errors } of told) {
    assert.equal(code, "bad_rules");
    assert.deepEqual([what.zh, what.en], [errors.map(({ message }) => message.zh).join("；"), errors.map(({ message }) => message.en).join("; ")]);
    assert.equal(detail, errors[0].path);
    assert.match(remedy.zh, /请按提示改正/);
  }
  assert.match(told[0].what.zh, /^pack（“baotou-2042”）：没有这个规则版本/);
  assert.equal(told[2].detail, "pack.figures[0].title");
});
