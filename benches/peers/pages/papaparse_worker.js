// PapaParse reads, and a classifier written by hand judges.
import { classBy } from "../judge/rules.js";
import { judgeOfBench, lines, tally, timed } from "./judged.js";
import { readFiles } from "./papa_files.js";
import { answering } from "./thread.js";

let judge;
let enterprises;
let verdicts;

answering({
  async prepare() {
    judge = await judgeOfBench();
  },
  async read(files) {
    const reading = await timed(() => readFiles(files));
    enterprises = reading.result;
    const judging = await timed(() => {
      const rules = new Uint16Array(enterprises.length);
      const classes = new Uint8Array(enterprises.length);
      for (let place = 0; place < enterprises.length; place += 1) {
        rules[place] = judge.rulesOf(enterprises[place]);
        classes[place] = classBy(rules[place]);
      }
      return { rules, classes };
    });
    verdicts = judging.result;
    const count = enterprises.length;
    return { count, classes: tally(verdicts.classes), readMs: reading.ms, classMs: judging.ms };
  },
  async without() {
    const { ms, result } = await timed(() => {
      const classes = new Uint8Array(enterprises.length);
      for (let place = 0; place < enterprises.length; place += 1) classes[place] = judge.classOf(enterprises[place]);
      return classes;
    });
    const same = result.every((place, index) => place === verdicts.classes[index]);
    if (!same) throw new Error("the classes without reasons are others");
    return { ms };
  },
  results: (range) => lines(enterprises, verdicts, range),
});
