// 行政处罚 in the layout of the double publicity, amounts in ten thousand yuan.
import { show, yearOf } from "./days.mjs";
import { REGIONS } from "./enterprises.mjs";

export const PENALTY_COLUMNS = [
  "行政相对人名称",
  "行政相对人类别",
  "统一社会信用代码",
  "行政处罚决定书文号",
  "违法行为类型",
  "违法事实",
  "处罚依据",
  "处罚类别",
  "处罚内容",
  "罚款金额（万元）",
  "没收违法所得、没收非法财物的金额（万元）",
  "暂扣或吊销证照名称及编号",
  "处罚决定日期",
  "处罚有效期",
  "公示日期",
  "公示截止期",
  "处罚机关",
  "数据来源单位",
  "处罚程序",
  "监管领域",
  "裁量阶次",
  "履行完毕日期",
  "消除危害日期",
  "信用承诺日期",
  "信用修复日期",
  "撤销日期",
  "备注",
];

const weighted = (words) => words.flatMap(([word, weight]) => Array(weight).fill(word));
const KINDS = weighted([
  ["罚款", 62],
  ["警告", 8],
  ["警告、罚款", 6],
  ["罚款；没收违法所得", 9],
  ["没收违法所得,没收非法财物", 3],
  ["通报批评", 3],
  ["其他-责令改正", 2],
  ["责令停产停业、罚款", 2],
  ["吊销许可证件", 1],
  ["暂扣许可证件/罚款", 1],
  ["限制开展生产经营活动", 1],
  ["限制从业;罚款", 1],
  ["暂扣或吊销许可证", 1],
]);
const WITH_TERM = new Set(["限制开展生产经营活动", "限制从业;罚款", "暂扣许可证件/罚款"]);
const MAY_BE_SIMPLE = new Set(["罚款", "警告", "警告、罚款"]);
const CATEGORIES = [
  "经营超过保质期的食品",
  "发布虚假广告",
  "使用未经检定的计量器具",
  "未明码标价",
  "侵犯注册商标专用权",
  "生产不合格产品",
  "使用未经检验的特种设备",
  "从非法渠道购进药品",
  "无照经营",
  "",
];
const FINES = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 4.9999, 5, 5.5, 12, 30];
const OFFICES = weighted([
  ["市场监督管理局", 8],
  ["消防救援大队", 1],
  ["应急管理局", 1],
]);
const OFFICE_IN_NUMBERS = { 市场监督管理局: "市监", 消防救援大队: "消", 应急管理局: "应急" };
const DISCRETIONS = ["", "", "", "减轻", "从轻", "从轻", "一般", "一般", "从重"];
const EMPTY = ["— —", "——", "-", "/", "无", ""];

/** The rows of penalties of these enterprises; now and then one is told twice, or is about a natural person. */
export function* penaltyRows(enterprises, office) {
  const { chance } = office;
  let serial = 0;
  for (const enterprise of enterprises) {
    for (let left = enterprise.load; left > 0; left -= 1) {
      serial += 1;
      const row = penalty(enterprise, serial, office);
      yield row;
      if (chance.happens(0.002)) yield row;
    }
    if (chance.happens(0.003)) yield naturalPerson(serial);
  }
}

function penalty(enterprise, serial, { chance, day, later, who }) {
  const decided = day(1500, enterprise.founded);
  const kinds = chance.one(KINDS);
  const authority = chance.one(OFFICES);
  const fine = kinds.includes("罚款") ? chance.one(FINES) : null;
  const simple = MAY_BE_SIMPLE.has(kinds) && (fine ?? 0) <= 0.3 && chance.happens(0.5);
  const published = simple ? null : later(decided, 30, 0.9);
  const fulfilled = later(decided, 60, 0.8);
  const [code, name] = who(enterprise);
  return [
    name,
    enterprise.kind === "个体工商户" ? "个体工商户" : "法人及非法人组织",
    code,
    `包${OFFICE_IN_NUMBERS[authority]}处罚〔${yearOf(decided)}〕${serial}号`,
    chance.one(CATEGORIES),
    "（示例）",
    "（示例）",
    kinds,
    `（示例）${kinds}`,
    fine === null ? chance.one(EMPTY) : fine.toFixed(6),
    kinds.includes("没收") ? (chance.whole(100, 30000) / 10000).toFixed(6) : chance.one(EMPTY),
    chance.one(EMPTY),
    show(decided, chance),
    WITH_TERM.has(kinds) ? show(decided + chance.one([90, 180, 400]), chance) : "2099-12-31",
    show(published, chance),
    "",
    `包头市${REGIONS.get(enterprise.region)}${authority}`,
    "包头市公共信用信息平台",
    simple ? "简易程序" : "普通程序",
    chance.happens(0.8) ? enterprise.sector : "",
    chance.happens(0.7) ? chance.one(DISCRETIONS) : "",
    show(fulfilled, chance),
    show(later(fulfilled, 40, 0.9), chance),
    show(later(fulfilled, 120, 0.5), chance),
    show(later(fulfilled, 500, 0.12), chance),
    show(later(decided, 200, 0.02), chance),
    chance.one(EMPTY),
  ];
}

function naturalPerson(serial) {
  const row = PENALTY_COLUMNS.map(() => "");
  row[0] = "张某示例";
  row[1] = "自然人";
  row[3] = `包市监处罚〔2025〕自${serial}号`;
  row[7] = "罚款";
  row[9] = "0.020000";
  row[12] = "2025-05-06";
  row[16] = "包头市市场监督管理局";
  return row;
}
