// Days as whole numbers since 1970, and the four forms in which offices write them.

const DAY_MS = 86_400_000;

/** The number of a day that is written 2026-11-21. */
export const dayNumber = (text) => Date.parse(text) / DAY_MS;

const written = new Map();

/** A day as an office may write it: of twelve cells nine as 2024-05-28, one each in the other three forms. */
export function show(day, chance) {
  if (day === null) return "";
  const form = chance.whole(0, 12);
  let forms = written.get(day);
  if (!forms) {
    const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
    const [year, month, date] = iso.split("-").map(Number);
    forms = [`${year}年${month}月${date}日`, `${year}/${month}/${date}`, iso.replaceAll("-", ""), iso];
    written.set(day, forms);
  }
  return forms[Math.min(form, 3)];
}

/** The year of a day. */
export const yearOf = (day) => new Date(day * DAY_MS).getUTCFullYear();
