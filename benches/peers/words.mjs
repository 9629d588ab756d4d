// The words of the list back into codes, by the words of the pack.
import { readToml } from "../../tests/browser/toml.mjs";

const SEPARATOR = "；";
const HOLE = /\{[^}]*\}/;

/** The message of a rule as a pattern. */
function pattern(message) {
  const parts = message.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}

/** Tells a row of the list as the peers tell an enterprise: `code\tclass\trules`. */
export function teller() {
  const pack = readToml("packs/baotou-2024.toml");
  const classes = new Map(Object.entries(pack.words.class).map(([id, { zh }]) => [zh, id]));
  const all = [...pack.rules, { id: "risk_grade", message: pack.risk_grade.message }];
  const rules = all.map(({ id, message }) => ({ id, is: pattern(message.zh) }));
  const known = new Map();
  const ruleOf = (reason) => {
    if (!known.has(reason)) {
      const rule = rules.find(({ is }) => is.test(reason));
      if (!rule) throw new Error(`no rule of the pack says ${reason}`);
      known.set(reason, rule.id);
    }
    return known.get(reason);
  };
  return (row, columns) => {
    const cell = (name) => row[columns.indexOf(name)];
    const reasons = cell("理由") ? cell("理由").split(SEPARATOR) : [];
    // Where a cell could be taken for a number an apostrophe stands in front.
    const code = cell("统一社会信用代码").replace("'", "");
    return `${code}\t${classes.get(cell("信用风险类别"))}\t${reasons.map(ruleOf).join(",")}`;
  };
}
