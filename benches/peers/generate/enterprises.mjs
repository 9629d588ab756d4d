// Made-up enterprises: the names contain 示例, the codes have right check digits and a made-up body.

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
export const REGIONS = new Map([
  ["150202", "东河区"],
  ["150203", "昆都仑区"],
  ["150204", "青山区"],
  ["150205", "石拐区"],
  ["150206", "白云鄂博矿区"],
  ["150207", "九原区"],
  ["150221", "土默特右旗"],
  ["150222", "固阳县"],
  ["150223", "达尔罕茂明安联合旗"],
]);
const REGION_CODES = [...REGIONS.keys()];
const TRADES = [
  ["F5212", "超市", "食品"],
  ["H6210", "餐饮", "食品"],
  ["C1411", "食品加工", "食品"],
  ["F5251", "大药房", "药品"],
  ["C3232", "稀土新材料", ""],
  ["C3311", "金属结构", "重点工业产品"],
  ["D4511", "燃气", "燃气"],
  ["E4710", "建筑工程", "建筑工程"],
  ["O8111", "汽车修理", ""],
  ["C4320", "电梯维保", "特种设备"],
  ["I6513", "软件服务", ""],
  ["F5164", "钢材贸易", ""],
];
const SYLLABLES = [..."恒信达远鑫源泰和盛兴瑞丰德润华宇博安康宏图嘉禾金鹿草原云海阳光青峰"];
const KINDS = {
  1: { name: "企业", ending: "有限公司" },
  2: { name: "个体工商户", ending: "店" },
  3: { name: "农民专业合作社", ending: "专业合作社" },
};

/** How many bodies of six characters there are, and a number without a common factor, which leads through all. */
const BODIES = 31 ** 6;
const STRIDE = 461_168_603n;

/** The code of the enterprise with this number: no two have the same. */
function creditCode(kind, region, number) {
  let rest = Number((BigInt(number) * STRIDE) % BigInt(BODIES));
  let serial = "";
  for (let place = 0; place < 6; place += 1) {
    serial += ALPHABET[rest % 31];
    rest = Math.floor(rest / 31);
  }
  const body = `9${kind}${region}MAE${serial}`;
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

/** How many penalties an enterprise has: most have nothing on record, few have much. */
function load(chance) {
  const share = chance.share();
  if (share < 0.74) return 0;
  if (share < 0.95) return chance.one([1, 1, 1, 2]);
  return share < 0.996 ? chance.whole(2, 6) : chance.whole(8, 18);
}

/**
 * As many enterprises as asked for, with what their other rows depend on.
 * @returns `{code, name, kind, founded, active, region, industry, sector, grade, load}` each; `founded` is a day's number
 */
export function enterprises(count, chance, asOf) {
  return Array.from({ length: count }, (_, place) => {
    const [kind, region] = [chance.one("11123"), chance.one(REGION_CODES)];
    const [industry, trade, sector] = chance.one(TRADES);
    const syllables = chance.one(SYLLABLES) + chance.one(SYLLABLES) + chance.one(SYLLABLES);
    return {
      code: creditCode(kind, region, place + 1),
      name: `包头市${syllables}${trade}示例${place + 1}${KINDS[kind].ending}`,
      kind: KINDS[kind].name,
      founded: asOf - chance.whole(0, 7000),
      active: !chance.happens(0.02),
      region,
      industry,
      sector,
      grade: sector === "食品" ? chance.one("AABBBCD") : "",
      load: load(chance),
    };
  });
}
