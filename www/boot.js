// Starts the page: fetches and compiles app_bg.wasm, and runs it.
// Where that cannot be done, it says so on the page. Written in the JavaScript of 2009, so that an old
// browser shows these words instead of stopping at the syntax.
(function () {
  "use strict";

  function append(parent, name, text, lang) {
    var element = parent.appendChild(document.createElement(name));
    if (text) element.appendChild(document.createTextNode(text));
    if (lang) element.lang = lang;
    return element;
  }

  /** Puts words for a person in the place of the page, and the cause in the browser's own words. */
  function say(zh, en, cause) {
    var main = document.getElementById("start") || append(document.body, "main");
    while (main.firstChild) main.removeChild(main.firstChild);
    main.id = "start";
    append(main, "h1", "信衡");
    var words = append(main, "div");
    words.setAttribute("role", "alert");
    append(words, "p", zh);
    append(words, "p", en, "en");
    if (cause) append(words, "p", String(cause), "en");
  }

  if (!window.WebAssembly || !window.fetch || !window.Promise || !document.currentScript) {
    say(
      "浏览器太旧或关闭了 WebAssembly，信衡无法打开。请用 2022 年以后的 Edge、Chrome、Firefox 或 Safari，或 360、QQ 浏览器的极速模式打开。",
      "This browser is too old, or its WebAssembly is switched off. Open Xinheng in an Edge, Chrome, Firefox or Safari of 2022 or later."
    );
    return;
  }

  var base = document.currentScript.src.replace(/[^/]*$/, "");

  /** What the application finds in JavaScript: the folder of its files. */
  window.xinheng = { base: base };

  function download() {
    return fetch(base + "app_bg.wasm").then(function (response) {
      if (!response.ok) throw new Error(response.status + " " + response.url);
      return response;
    });
  }

  /** Compiles while the bytes come in where the server names the file's type rightly, else afterwards. */
  function compile(response) {
    var type = response.headers.get("content-type") || "";
    if (WebAssembly.compileStreaming && type.indexOf("application/wasm") === 0) {
      return WebAssembly.compileStreaming(response);
    }
    return response.arrayBuffer().then(function (bytes) {
      return WebAssembly.compile(bytes);
    });
  }

  var failed = {
    download: [
      "信衡的程序文件没有取到。请检查网络后刷新；仍打不开，请把下面这行告诉网站管理员。",
      "A file of Xinheng could not be fetched. Check the network and reload; if it still fails, give the line below to whoever runs this site.",
    ],
    compile: [
      "浏览器没有接受信衡的程序文件：文件不完整，或网站的安全策略不允许 WebAssembly。请刷新；仍打不开，请把下面这行告诉网站管理员。",
      "The browser refused a file of Xinheng: it is damaged, or the site's security policy forbids WebAssembly. Reload; if it still fails, give the line below to whoever runs this site.",
    ],
    start: [
      "信衡启动时出错。请刷新；仍打不开，请把下面这行告诉网站管理员。",
      "Xinheng failed while starting. Reload; if it still fails, give the line below to whoever runs this site.",
    ],
  };
  var step = "download";

  download()
    .then(function (response) {
      step = "compile";
      return compile(response);
    })
    .then(function (module) {
      step = "start";
      // `wasm_bindgen` is what app.js defines; where that file is missing, this is a ReferenceError.
      return wasm_bindgen({ module_or_path: module });
    })
    .catch(function (error) {
      say(failed[step][0], failed[step][1], error);
      throw error;
    });
})();
