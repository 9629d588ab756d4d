// What the words in the cells mean, as numbers to compare.

const bit = (place) => 1 << place;

/** Kinds of penalties, a bit each. */
export const [WARNING, CRITICISM, FINE, GAINS, GOODS, LICENCE_SUSPENDED, DOWNGRADE, LICENCE_REVOKED] = [
  0, 1, 2, 3, 4, 5, 6, 7,
].map(bit);
export const [BUSINESS_REVOKED, OPERATIONS, BUSINESS_SUSPENDED, CLOSURE, PRACTICE, DETENTION, OTHER] = [
  8, 9, 10, 11, 12, 13, 14,
].map(bit);

const KINDS = new Map([
  ["警告", WARNING],
  ["通报批评", CRITICISM],
  ["罚款", FINE],
  ["没收违法所得", GAINS],
  ["没收非法财物", GOODS],
  ["暂扣许可证件", LICENCE_SUSPENDED],
  ["暂扣或吊销许可证", LICENCE_SUSPENDED],
  ["暂扣或吊销执照", LICENCE_SUSPENDED],
  ["降低资质等级", DOWNGRADE],
  ["吊销许可证件", LICENCE_REVOKED],
  ["吊销营业执照", BUSINESS_REVOKED],
  ["限制开展生产经营活动", OPERATIONS],
  ["责令停产停业", BUSINESS_SUSPENDED],
  ["责令关闭", CLOSURE],
  ["限制从业", PRACTICE],
  ["行政拘留", DETENTION],
  ["其他", OTHER],
]);

const known = new Map(KINDS);

/** The kinds in a cell, as bits. The same few cells come again and again, so each is taken apart once. */
export function kindsOf(text) {
  let bits = known.get(text);
  if (bits === undefined) {
    bits = 0;
    for (const word of text.split(/[、，,；;/]/)) bits |= word.startsWith("其他-") ? OTHER : (KINDS.get(word.trim()) ?? 0);
    known.set(text, bits);
  }
  return bits;
}

/** The sectors that 第107号令 singles out. */
export const SAFETY_SECTORS = new Set(["食品", "药品", "医疗器械", "化妆品", "特种设备", "重点工业产品"]);

/** Whether an authority, by its name, is one of market regulation. */
const systems = new Map();
export function isMarketRegulation(name) {
  let is = systems.get(name);
  if (is === undefined) {
    is = name === "" || /市场监督管理|市场监管|药品监督管理|知识产权/.test(name);
    systems.set(name, is);
  }
  return is;
}

/** The results of inspections that are known, the worst the highest. */
export const RESULTS = new Map([
  ["未发现问题", 1],
  ["已整改", 2],
  ["发现违法行为", 3],
  ["未按要求整改", 4],
]);
export const UNRECTIFIED = 4;

const EMPTY = new Set(["— —", "——", "—", "-", "/", "无"]);

/** The text of a cell; empty for what offices write into an empty one. */
export const filled = (text) => (text.length <= 3 && EMPTY.has(text.trim()) ? "" : text);
