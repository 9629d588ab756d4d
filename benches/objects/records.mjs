// Requests as a portal would have them: made up, the same every time.
import { Chance } from "./chance.mjs";

export const AS_OF = "2026-11-21";

const KINDS = [["fine"], ["fine"], ["fine", "confiscation_of_gains"], ["warning", "fine"], ["suspension_of_business"]];
const CATEGORIES = ["虚假宣传", "未按规定明码标价", "销售不合格产品", "无证经营", "计量违法"];
const OFFICES = ["包头市昆都仑区市场监督管理局", "包头市青山区市场监督管理局", "包头市东河区应急管理局"];
const FINES = [500, 1000, 2000, 3000, 4999.99, 10000, 20000.5, 50000, 120000];

const day = (back) => new Date(Date.parse(AS_OF) - back * 86_400_000).toISOString().slice(0, 10);

function penalty(chance, serial) {
  const back = chance.whole(30, 1500);
  const kinds = chance.one(KINDS);
  const made = {
    document_no: `包市监处罚〔${day(back).slice(0, 4)}〕${serial}号`,
    decided_on: day(back),
    authority: chance.one(OFFICES),
    procedure: chance.happens(0.2) ? "simple" : "ordinary",
    kinds,
    category: chance.one(CATEGORIES),
  };
  if (kinds.includes("fine")) made.fine_yuan = chance.one(FINES);
  if (kinds.includes("confiscation_of_gains")) made.confiscated_yuan = chance.whole(100, 3_000_000) / 100;
  if (chance.happens(0.9)) made.published_on = day(back - 9);
  if (chance.happens(0.5)) made.sector = "food";
  if (chance.happens(0.6)) made.discretion = chance.one(["lenient", "ordinary"]);
  if (chance.happens(0.7)) made.fulfilled_on = day(back - 20);
  if (chance.happens(0.3)) made.harm_eliminated_on = day(back - 25);
  return made;
}

/** So many requests with penalties from `least` to `most` each. */
export function requests(count, least, most) {
  const chance = new Chance(20261121);
  return Array.from({ length: count }, (_, place) => {
    const enterprise = {
      uscc: "91150203MAE0YWCM6D",
      name: `包头市示例${place + 1}商贸有限公司`,
      registered_on: day(chance.whole(1600, 6000)),
      sectors: ["food"],
      penalties: Array.from({ length: chance.whole(least, most + 1) }, (_, serial) => penalty(chance, serial + 1)),
    };
    if (chance.happens(0.2)) {
      enterprise.abnormal_listings = [
        { reason: "annual_report", listed_on: day(700), corrected_on: day(640), removed_on: day(630) },
      ];
    }
    if (chance.happens(0.5)) {
      enterprise.inspections = [{ on: day(200), mode: "on_site", basis: "double_random", result: "clean" }];
    }
    return { as_of: AS_OF, enterprise };
  });
}
