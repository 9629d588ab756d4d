// The class rules of pack baotou-2024 on one day, written by hand: what an office's programmer would write.
import { addMonths, addWorkingDays } from "./days.js";
import * as words from "./words.js";

const { WARNING, CRITICISM, FINE } = words;
const SIMPLE = WARNING | FINE;
const SMALL = WARNING | CRITICISM | FINE;
const BARRED = words.DOWNGRADE | words.LICENCE_REVOKED | words.BUSINESS_REVOKED | words.CLOSURE;
const RESTRICTED = words.OPERATIONS | words.PRACTICE | words.BUSINESS_SUSPENDED;
const RESTRICTED_BY_OTHERS = BARRED | RESTRICTED | words.LICENCE_SUSPENDED;
const SIMPLE_MAX_FEN = 300_000;
const MINOR_MAX_FEN = 5_000_000;
const PUBLISH_DAYS = 20;
const LENIENT = new Set(["减轻", "从轻", ""]);

/** What a live penalty of a track means for the class. */
const [NOTHING, GENERAL, SERIOUS] = [0, 1, 2];

/** The rules in the order of the pack: the first five give high risk, the next five general risk, the last one step more. */
export const RULES = [
  "serious_list",
  "ten_penalties",
  "serious_penalty",
  "repeat_offence",
  "court_list",
  "live_penalty",
  "abnormal_list",
  "minor_penalties",
  "breached_commitment",
  "unrectified",
  "risk_grade",
];
export const CLASSES = ["good", "general", "high_risk"];
const [HIGH_RISK, RAISED] = [0b11111, 1 << 10];

/** Judges enterprises as of one day; `calendar` is that of `addWorkingDays`. */
export class Judge {
  constructor(asOf, calendar) {
    this.asOf = asOf;
    this.calendar = calendar;
    // d ≤ T ≤ d + N is the same as d ≥ the first day from which N months reach T.
    this.since = (months) => {
      let day = addMonths(asOf, -months) - 4;
      while (addMonths(day, months) < asOf) day += 1;
      return day;
    };
    this.since12 = this.since(12);
    this.since24 = this.since(24);
    this.since36 = this.since(36);
    this.counts = { standing36: 0, minor12: 0, repeated: 0, serious: false, general: false };
  }

  /** The class, as a place in CLASSES. Stops at the first rule that settles it. */
  classOf(enterprise) {
    const high = this.#onSeriousList(enterprise) || this.#onCourtList(enterprise);
    const counts = !high && enterprise.penalties ? this.count(enterprise) : null;
    if (high || (counts && (counts.standing36 >= 10 || counts.serious || counts.repeated >= 3))) return 2;
    const general =
      (counts && (counts.general || counts.minor12 >= 3)) ||
      this.#onAbnormalList(enterprise) ||
      this.#hasBroken(enterprise) ||
      this.#isUnrectified(enterprise);
    return (general ? 1 : 0) + (enterprise.grade === "D" ? 1 : 0);
  }

  /** All rules that hold, as bits by their places in RULES. */
  rulesOf(enterprise) {
    const facts = this.facts(enterprise);
    let rules = 0;
    for (let place = 0; place < COMPARED; place += 1) if (holds(place, facts)) rules |= 1 << place;
    return this.withGrade(rules, enterprise);
  }

  /** The rules, and the sector's own risk grade where it changes the class. */
  withGrade(rules, { grade }) {
    return grade === "D" && !(rules & HIGH_RISK) ? rules | RAISED : rules;
  }

  /** What the rules compare, each under the name of its rule. */
  facts(enterprise) {
    const counts = enterprise.penalties ? this.count(enterprise) : NO_PENALTIES;
    return {
      serious_list: this.#onSeriousList(enterprise),
      ten_penalties: counts.standing36,
      serious_penalty: counts.serious,
      repeat_offence: counts.repeated,
      court_list: this.#onCourtList(enterprise),
      live_penalty: counts.general,
      abnormal_list: this.#onAbnormalList(enterprise),
      minor_penalties: counts.minor12,
      breached_commitment: this.#hasBroken(enterprise),
      unrectified: this.#isUnrectified(enterprise),
    };
  }

  /** Counts the penalties of an enterprise. What is returned is used again for the next. */
  count({ penalties, sector }) {
    const { asOf, counts } = this;
    counts.standing36 = counts.minor12 = counts.repeated = 0;
    counts.serious = counts.general = false;
    for (const penalty of penalties) {
      if (!this.#stands(penalty)) continue;
      const { decided, category } = penalty;
      if (decided >= this.since36) counts.standing36 += 1;
      if (category !== "" && decided >= this.since24 && counts.repeated < 3) {
        let same = 0;
        for (const other of penalties) {
          if (other.category === category && other.decided >= this.since24 && this.#stands(other)) same += 1;
        }
        counts.repeated = Math.max(counts.repeated, same);
      }
      const { minor, weight, stops } = penalty.market ? this.#published(penalty, sector) : this.#reported(penalty);
      if (minor && decided >= this.since12) counts.minor12 += 1;
      if (weight === SERIOUS && asOf < stops) counts.serious = true;
      if (weight === GENERAL && asOf < stops) counts.general = true;
    }
    return counts;
  }

  #stands({ decided, annulled, repaired }) {
    const { asOf } = this;
    return decided <= asOf && !(annulled && annulled <= asOf) && !(repaired && repaired <= asOf);
  }

  /** The track of a penalty of market regulation. */
  #published(penalty, sectorOfEnterprise) {
    const { kinds, decided, published, term, sector } = penalty;
    if (isSimple(penalty) || kinds === WARNING || isSmall(penalty)) return MINOR;
    const start = published && published <= this.asOf ? published : addWorkingDays(this.calendar, decided, PUBLISH_DAYS);
    const is = kinds & (BARRED | RESTRICTED);
    if (is) return { minor: false, weight: SERIOUS, stops: Math.max(addMonths(start, 36), term) };
    const safety = words.SAFETY_SECTORS.has(sector || sectorOfEnterprise);
    return { minor: false, weight: GENERAL, stops: addMonths(start, safety ? 36 : 12) };
  }

  /** The track of a penalty of another authority. */
  #reported(penalty) {
    const { kinds, decided, term } = penalty;
    if (isSimple(penalty) || isSmall(penalty)) return MINOR;
    const serious = (kinds & RESTRICTED_BY_OTHERS) !== 0;
    const stops = Math.max(addMonths(decided, serious ? 36 : 12), term);
    return { minor: false, weight: serious ? SERIOUS : GENERAL, stops };
  }

  #onSeriousList({ serious }) {
    if (!serious) return false;
    const ends = ({ listed, term }) => Math.max(addMonths(listed, 36), term);
    return serious.some((listing) => this.#isListed(listing) && this.asOf < ends(listing));
  }

  #onCourtList({ court }) {
    return court !== null && court.some((listing) => this.#isListed(listing));
  }

  #onAbnormalList({ abnormal }) {
    return abnormal !== null && abnormal.some((listing) => this.#isListed(listing));
  }

  #isListed({ listed, removed }) {
    return listed <= this.asOf && !(removed && removed <= this.asOf);
  }

  #hasBroken({ commitments }) {
    return commitments !== null && commitments.some(({ breached }) => breached <= this.asOf && breached >= this.since12);
  }

  #isUnrectified({ inspections }) {
    if (!inspections) return false;
    let latest = null;
    for (const inspection of inspections) {
      if (inspection.on > this.asOf) continue;
      const later = latest === null || inspection.on > latest.on;
      if (later || (inspection.on === latest.on && inspection.result > latest.result)) latest = inspection;
    }
    return latest !== null && latest.result === words.UNRECTIFIED && latest.on >= this.since12;
  }
}

/** The class that rules give, as a place in CLASSES. */
export function classBy(rules) {
  const credit = rules & HIGH_RISK ? 2 : rules & ~RAISED ? 1 : 0;
  return credit + (rules & RAISED ? 1 : 0);
}

/** How much a rule's fact must be; what is only true or false counts as one. */
export const AT_LEAST = { ten_penalties: 10, repeat_offence: 3, minor_penalties: 3 };
/** How many rules compare a fact. */
export const COMPARED = RULES.length - 1;
const LEAST = RULES.map((rule) => AT_LEAST[rule] ?? 1);
const holds = (place, facts) => facts[RULES[place]] >= LEAST[place];

const MINOR = { minor: true, weight: NOTHING, stops: 0 };
const NO_PENALTIES = { standing36: 0, minor12: 0, repeated: 0, serious: false, general: false };
const isOnly = (kinds, allowed) => (kinds & ~allowed) === 0;

function isSimple({ simple, kinds, fine }) {
  return simple && isOnly(kinds, SIMPLE) && (!(kinds & FINE) || (fine >= 0 && fine <= SIMPLE_MAX_FEN));
}

function isSmall({ kinds, fine, discretion }) {
  if (!isOnly(kinds, SMALL)) return false;
  return !(kinds & FINE) || (fine >= 0 && fine <= MINOR_MAX_FEN && LENIENT.has(discretion));
}
