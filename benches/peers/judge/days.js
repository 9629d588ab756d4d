// Days as whole numbers since 1970, for comparing without making an object of each.

const DAY_MS = 86_400_000;

/** The number of a day, months counted from 1. */
export const dayOf = (year, month, day) => Date.UTC(year, month - 1, day) / DAY_MS;

const digit = (text, place) => text.charCodeAt(place) - 48;
const two = (text, place) => digit(text, place) * 10 + digit(text, place + 1);
const four = (text, place) => two(text, place) * 100 + two(text, place + 2);

/** The number of a day as an office writes it, 0 for an empty cell; none of the days that are read is that old. */
export function readDay(text) {
  if (text === "") return 0;
  if (text.length === 10 && text[4] === "-" && text[7] === "-") return dayOf(four(text, 0), two(text, 5), two(text, 8));
  if (text.length === 8 && text[4] >= "0" && text[4] <= "9" && text[6] >= "0" && text[6] <= "9") {
    return dayOf(four(text, 0), two(text, 4), two(text, 6));
  }
  const parts = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/.exec(text);
  return parts ? dayOf(+parts[1], +parts[2], +parts[3]) : 0;
}

/** The day so many months away; the last of its month where that is shorter. */
export function addMonths(day, months) {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY_MS;
}

/**
 * The working days after a day.
 * @param calendar `{from, worked}`: the number of the first day, and of each day from there on whether it is worked
 */
export function addWorkingDays(calendar, day, count) {
  let [place, left] = [day - calendar.from, count];
  while (left > 0) left -= calendar.worked[(place += 1)];
  return calendar.from + place;
}
