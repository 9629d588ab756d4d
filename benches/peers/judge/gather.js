// Rows of text → enterprises with their facts. Only what a rule asks for is kept.
import { readDay } from "./days.js";
import {
  FINE,
  filled,
  isMarketRegulation,
  kindsOf,
  LICENCE_SUSPENDED,
  OPERATIONS,
  PRACTICE,
  BUSINESS_SUSPENDED,
  RESULTS,
} from "./words.js";

const WITH_TERM = LICENCE_SUSPENDED | OPERATIONS | PRACTICE | BUSINESS_SUSPENDED;
const NO_TERM = "2099-12-31";
/** How many hundredths of a yuan ten thousand yuan are. */
const FEN = 1_000_000;

class Enterprise {
  constructor(uscc) {
    this.uscc = uscc;
    this.name = "";
    this.sector = "";
    this.grade = "";
    this.penalties = null;
    this.abnormal = null;
    this.serious = null;
    this.court = null;
    this.inspections = null;
    this.commitments = null;
  }
}

/** What the files of a district say, until all are read. */
export class Gathered {
  #byCode = new Map();
  /** Facts of rows without a code: whose name, of which kind, and the fact. */
  #named = [];
  #places = [];
  #take = null;

  /** Begins a file, by its header. */
  header(columns) {
    const place = (name) => {
      const found = columns.indexOf(name);
      if (found < 0) throw new Error(`no column ${name}`);
      return found;
    };
    const has = (name) => columns.includes(name);
    const kind = Object.keys(LAYOUTS).find((kind) => has(LAYOUTS[kind].mark));
    this.#take = null;
    // Leads change no class.
    if (!kind) return;
    this.#places = LAYOUTS[kind].columns.map(place);
    this.#take = this[kind];
  }

  /** Reads a row below the header. */
  row(cells) {
    this.#take?.(cells, this.#places);
  }

  /** All enterprises, once the last file is read. */
  finish() {
    if (this.#named.length) this.#join();
    return [...this.#byCode.values()];
  }

  register(cells, [code, name, sector, grade]) {
    const enterprise = this.#enterprise(cells[code]);
    enterprise.name = cells[name];
    enterprise.sector = filled(cells[sector]);
    enterprise.grade = filled(cells[grade]);
  }

  penalties(cells, places) {
    const [about, code, name, document, violation, kinds, fine, decided, term, published, ...rest] = places;
    const [authority, procedure, sector, step, repaired, annulled] = rest;
    if (cells[about] === "自然人") return;
    const bits = kindsOf(cells[kinds]);
    const amount = bits & FINE ? filled(cells[fine]) : "";
    this.#add("penalties", cells[code], cells[name], {
      document: filled(cells[document]),
      category: filled(cells[violation]),
      kinds: bits,
      fine: amount === "" ? -1 : Math.round(parseFloat(amount) * FEN),
      decided: readDay(cells[decided]),
      published: readDay(cells[published]),
      term: bits & WITH_TERM && cells[term] !== NO_TERM ? readDay(cells[term]) : 0,
      market: isMarketRegulation(cells[authority]),
      simple: cells[procedure] === "简易程序",
      sector: filled(cells[sector]),
      discretion: cells[step],
      repaired: readDay(cells[repaired]),
      annulled: readDay(cells[annulled]),
    });
  }

  abnormal(cells, [code, name, listed, removed]) {
    this.#add("abnormal", cells[code], cells[name], { listed: readDay(cells[listed]), removed: readDay(cells[removed]) });
  }

  serious(cells, [code, name, listed, term, removed]) {
    const days = { listed: readDay(cells[listed]), term: readDay(cells[term]), removed: readDay(cells[removed]) };
    this.#add("serious", cells[code], cells[name], days);
  }

  court(cells, [code, name, listed, removed]) {
    this.#add("court", cells[code], cells[name], { listed: readDay(cells[listed]), removed: readDay(cells[removed]) });
  }

  inspections(cells, [code, name, on, department, result]) {
    const known = RESULTS.get(cells[result]);
    if (known === undefined || !isMarketRegulation(filled(cells[department]))) return;
    this.#add("inspections", cells[code], cells[name], { on: readDay(cells[on]), result: known });
  }

  commitments(cells, [code, name, breached]) {
    const day = readDay(cells[breached]);
    if (day) this.#add("commitments", cells[code], cells[name], { breached: day });
  }

  #enterprise(code) {
    let enterprise = this.#byCode.get(code);
    if (!enterprise) {
      enterprise = new Enterprise(code);
      this.#byCode.set(code, enterprise);
    }
    return enterprise;
  }

  #add(list, code, name, fact) {
    if (code === "") this.#named.push({ list, name, fact });
    else give(this.#enterprise(code), list, fact);
  }

  /** Gives facts without a code to the enterprise with their name, if there is but one. */
  #join() {
    const found = new Map(this.#named.map(({ name }) => [name, null]));
    for (const enterprise of this.#byCode.values()) {
      const before = found.get(enterprise.name);
      if (before !== undefined) found.set(enterprise.name, before === null ? enterprise : false);
    }
    for (const { list, name, fact } of this.#named) {
      const enterprise = found.get(name);
      if (enterprise) give(enterprise, list, fact);
    }
  }
}

/** Adds a fact; of a penalty that is told twice only the first. */
function give(enterprise, list, fact) {
  const facts = (enterprise[list] ??= []);
  const isTold = ({ document, decided }) => document !== "" && document === fact.document && decided === fact.decided;
  if (list !== "penalties" || !facts.some(isTold)) facts.push(fact);
}

const WHO = ["统一社会信用代码", "企业名称"];

/** By which column a kind of file is told, and which columns are read, in the order in which its method takes them. */
const LAYOUTS = {
  register: { mark: "登记状态", columns: [...WHO, "监管领域", "风险等级"] },
  penalties: {
    mark: "处罚决定日期",
    columns: [
      "行政相对人类别",
      "统一社会信用代码",
      "行政相对人名称",
      "行政处罚决定书文号",
      "违法行为类型",
      "处罚类别",
      "罚款金额（万元）",
      "处罚决定日期",
      "处罚有效期",
      "公示日期",
      "处罚机关",
      "处罚程序",
      "监管领域",
      "裁量阶次",
      "信用修复日期",
      "撤销日期",
    ],
  },
  serious: { mark: "管理措施截止日期", columns: [...WHO, "列入日期", "管理措施截止日期", "移出日期"] },
  abnormal: { mark: "纠正日期", columns: [...WHO, "列入日期", "移出日期"] },
  court: { mark: "执行法院", columns: [...WHO, "发布日期", "移除日期"] },
  inspections: { mark: "检查日期", columns: [...WHO, "检查日期", "检查部门", "检查结果"] },
  commitments: { mark: "违诺日期", columns: [...WHO, "违诺日期"] },
};
