// Figures as tables in Markdown.

const seconds = (ms) => (ms === undefined ? "–" : (ms / 1000).toFixed(ms < 99.5 ? 3 : 2));
const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
const times = (ratio) => (Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 9.95 ? 2 : 1)}×` : "–");
const rate = (count, ms) => Math.round(count / (ms / 1000)).toLocaleString("en");

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, place) => (place ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

/** From the files to the summary: of each system its parts, rows a second, memory, and how many times ours it took. */
export function endToEnd({ rows }, systems) {
  const [first] = systems;
  return table(
    ["system", "read s", "class s", "without reasons s", "whole s", "at work s", "rows/s", "peak", "ratio to ours"],
    systems.map(({ name, readMs, classMs, withoutMs, ms, workMs, peak }) => [
      name,
      seconds(readMs),
      seconds(classMs),
      seconds(withoutMs),
      seconds(ms),
      seconds(workMs),
      rate(rows, ms),
      megabytes(peak),
      times(ms / first.ms),
    ]),
  );
}

/** Judging alone: enterprises a second, with and without reasons, and how many times ours it took. */
export function judging(systems) {
  const [first] = systems;
  const perEnterprise = ({ classMs, classed }) => classMs / classed;
  return table(
    ["system", "enterprises", "with reasons s", "enterprises/s", "without reasons s", "peak", "ratio to ours"],
    systems.map((system) => [
      system.name,
      system.classed.toLocaleString("en") + (system.stopped ? " (stopped)" : ""),
      seconds(system.classMs),
      rate(system.classed, system.classMs),
      seconds(system.withoutMs),
      megabytes(system.peak),
      times(perEnterprise(system) / perEnterprise(first)),
    ]),
  );
}

/** How the whole grows from one size to the next. */
export function growth(sizes) {
  const steps = sizes.slice(1).map((size, place) => [sizes[place], size]);
  const names = sizes[0]?.systems.map(({ name }) => name) ?? [];
  const of = (size, name) => size.systems.find((system) => system.name === name)?.ms;
  return table(
    ["system", ...steps.map(([from, to]) => `${from.count.toLocaleString("en")} → ${to.count.toLocaleString("en")}`)],
    names.map((name) => [name, ...steps.map(([from, to]) => times(of(to, name) / of(from, name)))]),
  );
}

export { megabytes, seconds, times };
