// What can go wrong outside of a request, with its cause and what to do, in both languages. What is wrong with a request
// is no exception but an answer: `{errors: […]}`. The words for elements, frames and imports are fetched with those
// (`more_errors.js`).

export const WORDS = {
  wasm_missing: {
    zh: ["找不到信衡的程序文件", "请把软件包中的 .wasm 文件和脚本放在同一目录，或者用 init({wasm}) 指明它的地址"],
    en: [
      "the program file of Xinheng cannot be had",
      "put the .wasm files of the package beside its scripts, or name the address by init({wasm})",
    ],
  },
  wasm_damaged: {
    zh: [
      "信衡的程序文件不完整，或者取到的不是它",
      "请重新安装软件包；检查服务器给出的是不是 .wasm 文件本身，而不是网页；使用 Vite 开发服务器时，请把 xinheng 写入 optimizeDeps.exclude",
    ],
    en: [
      "the program file of Xinheng is not whole, or something else came in its place",
      "install the package anew; see that the server gives the .wasm file itself and no web page; with Vite's development server put xinheng into optimizeDeps.exclude",
    ],
  },
  wasm_forbidden: {
    zh: [
      "网页的安全策略不允许运行 WebAssembly",
      "请在网页的 Content-Security-Policy 的 script-src 中加入 'wasm-unsafe-eval'",
    ],
    en: [
      "the policy of the page lets no WebAssembly run",
      "add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy of the page",
    ],
  },
  wasm_unsupported: {
    zh: [
      "浏览器太旧，或者关闭了 WebAssembly",
      "请改用 Edge 或 Chrome 97、Firefox 96、Safari 16 以上的版本，360、QQ 浏览器请用极速模式",
    ],
    en: [
      "the browser is too old, or has WebAssembly switched off",
      "take Edge or Chrome 97, Firefox 96, Safari 16 or later",
    ],
  },
  wasm_other: {
    zh: ["程序文件和脚本不是同一版本", "请把软件包的全部文件一起更新，并清除缓存"],
    en: [
      "program file and scripts are not of one version",
      "update all files of the package together, and empty caches",
    ],
  },
  bad_source: {
    zh: [
      "init 的 wasm 不是可以使用的内容",
      "请给出 URL、Response、BufferSource 或者 WebAssembly.Module；在打包后的服务器程序中不要把 xinheng 打进去（Next：serverExternalPackages，webpack：externals）",
    ],
    en: [
      "the wasm given to init is nothing that can be used",
      "give a URL, Response, BufferSource or WebAssembly.Module; in a server that is bundled leave xinheng out of the bundle (Next: serverExternalPackages, webpack: externals)",
    ],
  },
  not_ready: {
    zh: ["信衡还没有准备好", "请先 await init()"],
    en: ["Xinheng is not ready yet", "await init() first"],
  },
  rules_not_loaded: {
    zh: ["请求自带规则（pack 或者 parameters），读取它们的程序没有载入", "请先 await init({ownRules: true})"],
    en: [
      "the request has rules of its own (pack or parameters), and the program that reads them is not loaded",
      "await init({ownRules: true}) first",
    ],
  },
  not_an_answer: {
    zh: ["要说明的不是评估结果", "请给出 assess 的返回值"],
    en: ["what is to be explained is no answer", "give what assess returned"],
  },
  unknown_locale: {
    zh: ["没有这种语言", "请用 “zh” 或者 “en”"],
    en: ["there is no such language", 'use "zh" or "en"'],
  },
  not_a_list: {
    zh: ["给出的不是列表", "请给出数组；导入的结果请给出其中的 records"],
    en: ["what was given is no list", "give an array; of what an import gave, its records"],
  },
  panicked: {
    zh: [
      "信衡的程序出错，这一次没有结果",
      "程序已重新开始，可以继续使用；如再说没有准备好，请 await init()。如果同一请求再次出错，请把它和这条信息告诉维护人员",
    ],
    en: [
      "the program of Xinheng has failed, and gave no answer this time",
      "it has started afresh and can be used; should it say that it is not ready, await init(). If the same request fails again, pass it on with this message",
    ],
  },
};

export class XinhengError extends Error {
  constructor(code, { detail = "", cause, words } = {}) {
    const of = (place) => ({ zh: WORDS[code].zh[place], en: WORDS[code].en[place] });
    const what = words ?? of(0);
    const remedy = of(1);
    super(`${what.en}${detail && ` (${detail})`}: ${remedy.en} ${what.zh}：${remedy.zh}`, { cause });
    this.name = "XinhengError";
    this.code = code;
    this.what = what;
    this.remedy = remedy;
    this.detail = detail;
  }
}
