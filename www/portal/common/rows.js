// What a portal has of the enterprises of its district: rows of 双公示 as its own database gives them. All of it is made up.

/** The day as of which the portal asks; a portal in use takes today. */
export const AS_OF = "2026-11-21";

const row = (CF_XDR_MC, CF_XDR_SHXYM, CF_WSH, CF_CFLB, CF_NR_FK, CF_JDRQ, more = {}) => ({
  CF_XDR_MC,
  CF_XDR_SHXYM,
  CF_WSH,
  CF_CFLB,
  CF_NR_FK,
  CF_JDRQ,
  ...more,
});

/** Penalties, with fines in 万元, under the column codes of the national standard. */
export const ROWS = [
  row("虚构商贸有限公司", "91150203M000000016", "虚市监处罚〔2026〕11号", "罚款", 6, "2026/3/2"),
  row("虚构商贸有限公司", "91150203M000000016", "虚市监处罚〔2026〕27号", "警告", "", "2026/5/6"),
  row("示例食品加工厂", "91150203M000000029", "虚市监处罚〔2026〕35号", "罚款、没收违法所得", 1.2, "2026/6/18"),
  row("样本机电设备有限公司", "91150203M00000003C", "虚市监处罚〔2021〕8号", "警告", "", "2021/4/12"),
  row("乌有餐饮管理有限公司", "91150203M00000004F", "虚市监处罚〔2026〕41号", "罚款", 0.3, "2026/8/30"),
  row("某某日用百货店", "91150203M00000005J", "虚市监处罚〔2026〕43号", "警告", "", "2026/2/30"),
];
