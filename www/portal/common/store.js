// The portal's own store of records and answers: in use its server, here an object that is gone with the page.
import { AS_OF, ROWS } from "./rows.js";

/** Reads the rows and asks for every enterprise. `xinheng` is the package. Gives the entries of the list, and what was left out. */
export async function readStore({ assessBatch, explain, importRows }) {
  const { records, refusals } = await importRows(ROWS, "penalties", { asOf: AS_OF });
  const answers = await assessBatch(records);
  const entries = records.map((record, place) => entryOf(record, answers[place], explain));
  return { entries, refusals };
}

/** An enterprise of the list: its record, and what the list says of it. `saved` is false for what was changed since. */
export function entryOf(record, answer, explain, saved = true) {
  const { uscc, name, penalties } = record.enterprise;
  const wrong = answer.errors?.[0];
  return {
    uscc,
    name,
    count: penalties?.length ?? 0,
    record,
    saved,
    class: wrong ? "" : answer.class,
    words: wrong ? `不能评估：${wrong.message.zh}` : explain(answer, "zh").title,
  };
}

/** What is to be said of a frame that tells an error without words: that of its site nothing came. */
const SILENT = "信衡网站没有回应，请检查它的地址和它是否允许本门户嵌入";

/** What an event of the element or the frame told, as a line for people. */
export function lineOf({ type, detail }) {
  const words = {
    "xinheng-ready": () => "已显示第一个结果",
    "xinheng-result": () => `结果：${detail.class ?? "不能评估"}（评估日 ${detail.as_of ?? "—"}）`,
    "xinheng-change": () => `事实已更改：行政处罚 ${detail.enterprise.penalties?.length ?? 0} 项`,
    "xinheng-error": () => `${detail.code}：${detail.what?.zh ?? SILENT}`,
  };
  return `${type} ${words[type]()}`;
}
