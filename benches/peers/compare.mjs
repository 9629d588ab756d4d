// Whether a system says of every enterprise what our own engine says natively.

const SHOWN = 5;

/**
 * A check of the lines `code\tclass\trules` of a system against the native engine's.
 * @param classes code → class and rules
 * @param all whether the system must tell all enterprises, and not only some
 */
export function sameAs(name, classes, all = true) {
  return async (lines, count) => {
    const wrong = [];
    const seen = new Set();
    for await (const line of lines) {
      const code = line.slice(0, 18);
      if (classes.get(code) !== line.slice(19) || seen.has(code)) wrong.push({ line, native: classes.get(code) });
      seen.add(code);
    }
    if (seen.size !== count || (all && count !== classes.size)) {
      throw new Error(`${name} tells ${seen.size} of ${classes.size} enterprises, and says that there are ${count}`);
    }
    if (wrong.length) {
      const shown = wrong.slice(0, SHOWN).map(({ line, native }) => `${line} instead of ${native}`);
      throw new Error(`${name} judges ${wrong.length} enterprises otherwise:\n${shown.join("\n")}`);
    }
  };
}
