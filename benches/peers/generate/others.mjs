// The lists, inspections, leads and commitments of a district.
import { show } from "./days.mjs";

const WHO = ["统一社会信用代码", "企业名称"];
const REASONS = [
  "未按照规定的期限公示年度报告",
  "未在责令的期限内公示有关企业信息",
  "未办理企业名称变更登记",
  "通过登记的住所或者经营场所无法联系",
];
const MODES = ["现场检查", "现场检查", "非现场检查"];
const BASES = ["双随机抽查", "日常检查", "专项检查", "触发式检查"];
const DEPARTMENTS = ["市场监管", "市场监管", "市场监管", "消防", "应急管理", "卫生健康", "生态环境"];
const RESULTS = [...Array(8).fill("未发现问题"), "已整改", "未按要求整改", "发现违法行为", ""];
const LEADS = ["投诉举报", "投诉举报", "转办", "交办", "监测预警", "媒体曝光"];
const COMMITMENTS = ["主动公示型", "审批替代型", "容缺受理型", "信用修复型", "行业自律型", "证明事项型"];
const VISITS = [0, 0, 0, 1, 1, 2];

/** Of each file its name, its columns, how many rows an enterprise has in it, and how a row is made. */
export const OTHER_FILES = [
  {
    name: "经营异常名录",
    columns: [...WHO, "列入原因", "列入日期", "作出决定机关", "纠正日期", "信用承诺日期", "移出日期", "移出原因"],
    count: some(0.025),
    row(enterprise, { chance, day, later }) {
      const listed = day(900, enterprise.founded);
      const corrected = later(listed, 300, 0.5);
      const dates = [corrected, later(corrected, 30, 0.4), later(corrected, 10, 0.6)];
      const shown = dates.map((date) => show(date, chance));
      return [chance.one(REASONS), show(listed, chance), "包头市市场监督管理局", ...shown, ""];
    },
  },
  {
    name: "严重违法失信名单",
    columns: [
      ...WHO,
      "列入原因",
      "列入日期",
      "作出决定机关",
      "履行完毕日期",
      "消除危害日期",
      "信用承诺日期",
      "管理措施截止日期",
      "移出日期",
      "移出原因",
    ],
    count: some(0.002),
    row(enterprise, { chance, day, later }) {
      const listed = day(1300, enterprise.founded);
      const fulfilled = later(listed, 200, 0.6);
      const term = chance.happens(0.1) ? listed + chance.one([900, 1200, 1500]) : null;
      const dates = [fulfilled, later(listed, 200, 0.5), later(fulfilled, 90, 0.5), term, later(listed, 900, 0.2)];
      const shown = dates.map((date) => show(date, chance));
      return ["食品安全领域严重违法", show(listed, chance), "包头市市场监督管理局", ...shown, ""];
    },
  },
  {
    name: "失信被执行人",
    columns: [...WHO, "发布日期", "执行法院", "移除日期"],
    count: some(0.003),
    row(enterprise, { chance, day, later }) {
      const listed = day(1200, enterprise.founded);
      return [show(listed, chance), "包头市中级人民法院", show(later(listed, 700, 0.4), chance)];
    },
  },
  {
    name: "检查记录",
    columns: [...WHO, "检查日期", "检查方式", "检查类型", "检查部门", "检查结果"],
    count: (enterprise, chance) => (enterprise.active ? chance.one(VISITS) : 0),
    row: (enterprise, { chance, day }) => [
      show(day(700, enterprise.founded), chance),
      chance.one(MODES),
      chance.one(BASES),
      chance.one(DEPARTMENTS),
      chance.one(RESULTS),
    ],
  },
  {
    name: "线索",
    columns: [...WHO, "线索类型", "收到日期", "办结日期"],
    count: some(0.03),
    row(enterprise, { chance, day, later }) {
      const received = day(250, enterprise.founded);
      return [chance.one(LEADS), show(received, chance), show(later(received, 60, 0.7), chance)];
    },
  },
  {
    name: "信用承诺",
    columns: [...WHO, "承诺类型", "承诺日期", "违诺日期"],
    count: some(0.03),
    row(enterprise, { chance, day, later }) {
      const made = day(900, enterprise.founded);
      return [chance.one(COMMITMENTS), show(made, chance), show(later(made, 400, 0.1), chance)];
    },
  },
];

/** One row for a share of the active enterprises, for those with penalties more often. */
function some(share) {
  return ({ active, load }, chance) => (active && chance.happens(share * (1 + 3 * Math.min(load, 4))) ? 1 : 0);
}
