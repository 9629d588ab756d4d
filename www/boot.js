// Starts the page: fetches and compiles a build of the application, and runs it. There are two: `app` opens and shows one
// enterprise, `office` has all pages, and takes the place of the other when something else is asked for.
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
    var main = document.getElementById("start") || append(document.getElementById("page") || document.body, "main");
    while (main.firstChild) main.removeChild(main.firstChild);
    main.id = "start";
    append(main, "h1", "信衡");
    var words = append(main, "div");
    words.setAttribute("role", "alert");
    append(words, "p", zh);
    append(words, "p", en, "en");
    if (cause) append(words, "p", String(cause), "en");
  }

  /** A module of one type, that of a function which takes a reference: the newest thing that the program stands on. */
  function probe() {
    return new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0]);
  }

  var isThere = window.WebAssembly && window.fetch && window.Promise && document.currentScript;
  if (!isThere || !WebAssembly.validate(probe())) {
    say(
      "浏览器太旧、处于 Internet Explorer 模式，或者关闭了 WebAssembly，信衡无法打开。请用 Edge 或 Chrome 97、Firefox 96、Safari 16 以上的版本，或者 360、QQ 浏览器的极速模式；在 Edge 里请退出 Internet Explorer 模式。",
      "This browser is too old, is in Internet Explorer mode, or has WebAssembly switched off. Open Xinheng in Edge or Chrome 97, Firefox 96, Safari 16 or later; in Edge, leave Internet Explorer mode."
    );
    return;
  }

  try {
    new WebAssembly.Module(probe());
  } catch (forbidden) {
    say(
      "浏览器不让本网站运行 WebAssembly，信衡无法打开：浏览器太旧，或者网站、单位网络的安全策略不允许。请先换 Edge 或 Chrome 97、Firefox 96、Safari 16 以上的版本；仍打不开，请把下面这行告诉网站管理员。",
      "This browser lets the site run no WebAssembly: it is too old, or the security policy of the site or network forbids it. Try Edge or Chrome 97, Firefox 96, Safari 16 or later first; if it still fails, give the line below to whoever runs this site.",
      forbidden
    );
    return;
  }

  var base = document.currentScript.src.replace(/[^/]*$/, "");
  var single = window.xinheng;

  // That is said by www/whole.js.
  if (single && single.damaged) return;

  if (!single && location.protocol === "file:") {
    say(
      "这个网页直接从磁盘打开，浏览器不让它读取旁边的文件，信衡无法运行。请改用单个文件 xinheng.html，或者由网站服务器提供整个文件夹。",
      "This page was opened from a disk, where browsers let it read no other file, so Xinheng cannot run. Open the single file xinheng.html instead, or have a web server serve the folder."
    );
    return;
  }

  /**
   * What the application finds in JavaScript: the addresses of its files, its workers and its other build. The single file
   * brings its own addresses.
   */
  window.xinheng = single || {
    at: function (name) {
      return base + name;
    },
  };

  function download(file) {
    return fetch(window.xinheng.at(file)).then(function (response) {
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

  /** Runs a script of the site. */
  function run(name) {
    return new Promise(function (done, fail) {
      var element = append(document.head, "script");
      element.onload = done;
      element.onerror = function () {
        fail(new Error(name));
      };
      element.src = base + name;
    });
  }

  /** What a browser keeps of changed rules, a calendar, a district and a ledger; see src/store. */
  function isKept() {
    function has(storage, keys) {
      return keys.some(function (key) {
        return storage.getItem("xinheng." + key);
      });
    }
    try {
      return (
        has(window.localStorage, ["kept", "calendar", "ledger"]) ||
        has(window.sessionStorage, ["rules.pack", "rules.calendar", "rules.parameters", "ledger"])
      );
    } catch (forbidden) {
      return false;
    }
  }

  /**
   * Which build runs first. Where it is known already that the first has not what will be asked for, the other is fetched at
   * once; where it is not, the first finds out. The single file has no other than that with all pages.
   */
  var isOffice = !!single || /^#\/(list|report|rules|glossary|enterprise)\b/.test(location.hash) || isKept();

  /** The promise of the build with all pages, compiled, while it is being fetched and once it is there. */
  var office = null;

  /** What goes along from the first build. */
  var handed;

  /** Fetches and compiles a build, then the script that runs it, which takes the place of another build's. */
  function fetchBuild(name) {
    return download(name + "_bg.wasm")
      .then(function (response) {
        step = "compile";
        return compile(response);
      })
      .then(function (module) {
        // index.html and the single file name the script of the build that they start.
        if (single || name === "app") return module;
        return run(name + ".js").then(function () {
          return module;
        });
      });
  }

  /** Fetches the build with all pages, once; what could not be fetched can be asked for again. */
  window.xinheng.office = function () {
    office = office || fetchBuild("office");
    office.catch(function () {
      office = null;
    });
    return office;
  };

  /** Has the build with all pages take the place of the first. */
  window.xinheng.begin = function (handover) {
    handed = handover;
    isOffice = true;
    var before = document.getElementById("page");
    // Files that are dropped while neither build listens must not have the browser leave the page.
    addEventListener("dragover", stay);
    addEventListener("drop", stay);
    var focused = document.activeElement;
    var way = wayTo(focused, before);
    // The first build's listeners go with its element.
    var page = document.createElement("div");
    page.id = "page";
    before.parentNode.replaceChild(page, before);
    step = "start";
    office
      .then(function (module) {
        return wasm_bindgen({ module_or_path: module });
      })
      .then(function () {
        removeEventListener("dragover", stay);
        removeEventListener("drop", stay);
        // Where the same stands there again, whoever was there is there still.
        var element = way && follow(way, page);
        if (element && element.textContent === focused.textContent) element.focus();
      })
      .catch(function (error) {
        fault = error;
        tell();
        throw error;
      });
  };

  /** The way from an element down to one within it, as the number of the child at each step; none where it is not within. */
  function wayTo(element, root) {
    var way = [];
    for (; element && element !== root; element = element.parentNode) {
      if (!element.parentNode) return null;
      way.unshift([].indexOf.call(element.parentNode.children, element));
    }
    return element && way;
  }

  function follow(way, root) {
    return way.reduce(function (element, number) {
      return element && element.children[number];
    }, root);
  }

  function stay(event) {
    event.preventDefault();
  }

  var tellPrepared;

  /** Comes once the build with all pages is there without having been asked for. */
  var isPrepared = new Promise(function (done) {
    tellPrepared = done;
  });
  window.xinheng.prepared = function () {
    return isPrepared;
  };

  /** What was handed over, once. */
  window.xinheng.handover = function () {
    var taken = handed;
    handed = undefined;
    return taken;
  };

  /** A worker that nothing was asked of yet. */
  var ready = null;

  function start() {
    return new Worker(window.xinheng.at("boot_worker.js"));
  }

  /** A worker for the application: the one that is ready, else a new one. */
  window.xinheng.worker = function () {
    var worker = ready || start();
    ready = null;
    worker.onerror = null;
    return worker;
  };

  /** Has a worker ready, and the build with all pages: by the time they are needed, their programs have been fetched and run. */
  function prepare() {
    // What cannot be had is told when it is asked for.
    if (!isOffice) window.xinheng.office().catch(function () {});
    if (ready) return;
    ready = start();
    // What cannot be had is told by the worker that is started when it is needed.
    ready.onerror = function () {
      ready = null;
    };
  }

  /** The same once it is likely to be needed: files are dragged over the page, or the person is asked for some. */
  function prepareForFiles(event) {
    if (event.type !== "click" || event.target.type === "file") prepare();
  }

  /**
   * The same once the page has nothing else to do. Not in a frame, where few open tables, nor where the person has the browser
   * save data.
   */
  function prepareWhenIdle() {
    var connection = navigator.connection;
    if (window.top !== window || (connection && connection.saveData)) return;
    if (window.requestIdleCallback) window.requestIdleCallback(prepareAll);
    else setTimeout(prepareAll, 1000);
  }

  function prepareAll() {
    prepare();
    // What cannot be had is told when it is asked for.
    window.xinheng.office().then(tellPrepared, function () {});
  }

  /** What stands around the page, and is not waited for: what it does without a network, and saving what was entered. */
  function addRest() {
    // In the single file both stand there already.
    if (single) return;
    // The styles of other screens than the first.
    var more = append(document.head, "link");
    more.rel = "stylesheet";
    more.href = base + "more.css";
    append(document.head, "script").src = base + "offline.js";
    append(document.head, "script").src = base + "rescue.js";
  }

  /** The single file is still being read while its scripts run. What the program takes away may be what is being read. */
  function isRead() {
    return new Promise(function (done) {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
      else done();
    });
  }

  var failed = {
    policy: [
      "网站或者单位网络的安全策略（CSP）不让信衡取用自己的文件。请把下面这行告诉网站管理员。",
      "The security policy (CSP) of the site or network keeps Xinheng from its own files. Give the line below to whoever runs this site.",
    ],
    download: [
      "信衡的程序文件没有取到。请检查网络后刷新；仍打不开，请把下面这行告诉网站管理员。",
      "A file of Xinheng could not be fetched. Check the network and reload; if it still fails, give the line below to whoever runs this site.",
    ],
    compile: [
      "浏览器没有接受信衡的程序文件：文件缺失、不完整、MIME 类型不对，或者浏览器太旧。请刷新；仍打不开，请把下面这行告诉网站管理员。",
      "The browser refused a file of Xinheng: it is missing, damaged or of the wrong MIME type, or this browser is too old. Reload; if it still fails, give the line below to whoever runs this site.",
    ],
    start: [
      "信衡启动时出错。请刷新；仍打不开，请把下面这行告诉网站管理员。",
      "Xinheng failed while starting. Reload; if it still fails, give the line below to whoever runs this site.",
    ],
  };
  var step = "download";

  addEventListener("dragenter", prepareForFiles);
  addEventListener("click", prepareForFiles);

  var fault;
  var forbidden;

  function tell() {
    var words = failed[forbidden ? "policy" : step];
    say(words[0], words[1], forbidden || fault);
  }

  // The browser may tell of it only after what was forbidden has failed.
  addEventListener("securitypolicyviolation", function (event) {
    forbidden = event.violatedDirective + " " + event.blockedURI;
    if (fault) tell();
  });

  (isOffice ? window.xinheng.office() : fetchBuild("app"))
    .then(function (module) {
      // What app.js or office.js defines.
      if (typeof wasm_bindgen === "undefined") throw new Error(isOffice ? "office.js" : "app.js");
      step = "start";
      return isRead().then(function () {
        return wasm_bindgen({ module_or_path: module });
      });
    })
    .then(
      function () {
        addRest();
        prepareWhenIdle();
      },
      function (error) {
        fault = error;
        tell();
        addRest();
        throw error;
      }
    );
})();
