// What can go wrong with an element, a frame or an import, with its cause and what to do, in both languages.
import { WORDS, XinhengError } from "./errors.js";

/** The error for a value of an option, a property or a message that is none of those that fit. */
export function unfit(name, met, fits, code = "bad_options") {
  const words = {
    zh: `${name} 不能是“${met}”，可用的有 ${fits.join("、")}`,
    en: `${name} cannot be "${met}"; there are ${fits.join(", ")}`,
  };
  return new XinhengError(code, { words, detail: `${name}: ${met} (${fits.join(", ")})` });
}

Object.assign(WORDS, {
  workbooks_unsupported: {
    zh: ["浏览器太旧，不能读取 Excel 工作簿", "请把工作簿另存为 CSV，或者改用 Safari 16.4 以上的版本"],
    en: ["the browser is too old to read workbooks", "save the workbook as CSV, or take Safari 16.4 or later"],
  },
  bad_options: {
    zh: ["选项不能使用", "请按提示改正，或者删去；可用的写在括号内"],
    en: ["an option cannot be used", "mend it as told, or take it out; in brackets stands what fits"],
  },
  bad_layout: {
    zh: [
      "importRows 的 layout 不能使用",
      "请改正所指出的一处，括号内是可用的写法。layout 是表的种类，如 “penalties”，或者 {kind, columns, words}",
    ],
    en: [
      "the layout given to importRows cannot be used",
      'mend the place that is named; in brackets stands what fits. A layout is the kind of the table, such as "penalties", or {kind, columns, words}',
    ],
  },
  style_missing: {
    zh: [
      "找不到信衡的样式文件",
      "请把软件包中的 .css 文件和脚本放在同一目录；网页的安全策略应当允许 connect-src 和 style-src 取到它。在 jsdom 等没有样式的环境中元素不会启动，请参看指南中的单元测试",
    ],
    en: [
      "the style of Xinheng cannot be had",
      "put the .css files of the package beside its scripts, and let connect-src and style-src of the page reach them. Where there are no styles, as in jsdom, the element does not start: see unit tests in the guide",
    ],
  },
  bad_record: {
    zh: ["记录有误", "请按提示改正记录，再交给信衡"],
    en: ["something is wrong with the record", "mend the record as told, and give it again"],
  },
  bad_rules: {
    zh: ["pack 或者 parameters 不能使用", "请按提示改正；没有可用的规则，不会作出评估"],
    en: [
      "pack or parameters cannot be used",
      "mend them as told; nothing is assessed without the rules that were asked for",
    ],
  },
  bad_site: {
    zh: ["site 不是信衡网站的地址", "请写全地址，例如 https://xinheng.example/；同一服务器上的写成 ./xinheng/"],
    en: [
      "site is no address of a site of Xinheng",
      "write all of it, such as https://xinheng.example/; one on the same server as ./xinheng/",
    ],
  },
  bad_day: {
    zh: ["as-of 不是日期", "请写成 2026-11-21 这样的日期"],
    en: ["as-of is no date", "write it like 2026-11-21"],
  },
  frame_version: {
    zh: ["框架两边的信衡不是同一版本", "请让门户的软件包和信衡网站一起更新"],
    en: [
      "the two sides of the frame are of different versions",
      "update the portal's package and the site of Xinheng together",
    ],
  },
  frame_forbidden: {
    zh: ["信衡网站没有允许这个网页嵌入", "请在信衡网站的 embed.json 中写入本网页的来源，例如 { \"origins\": [\"https://portal.example\"] }"],
    en: [
      "the site of Xinheng does not let this page embed it",
      'name the origin of the page in embed.json of that site, such as { "origins": ["https://portal.example"] }',
    ],
  },
  not_done: {
    zh: ["没有做成", "请按页面上的提示处理"],
    en: ["it could not be done", "do as is told on the page"],
  },
  not_connected: {
    zh: ["元素不在页面中，记录还没有显示", "请先把元素放入页面；放入后会显示这份记录"],
    en: ["the element is not in the page, and shows nothing yet", "put it into the page: then it shows this record"],
  },
  bad_files: {
    zh: ["列表中有一项不是文件", "请给出 File、Blob，或者 {name, bytes}"],
    en: ["something in the list is no file", "give File, Blob, or {name, bytes}"],
  },
  bad_cell: {
    zh: ["行里有表格单元格不能有的内容", "每一行是一个对象，各项请给出文字、数字、日期或者空"],
    en: ["a row holds what no cell of a table can", "a row is an object; give texts, numbers, dates or nothing in it"],
  },
});
