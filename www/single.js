// Opens the single file: everything that the site fetches stands in the page itself, as the text of script elements that
// are no scripts, base64 each (xtask/src/single.rs). This gives www/boot.js and the workers their addresses.
(function () {
  "use strict";

  /**
   * Lets a page or a worker have these files at addresses of its own. The text of this function is the beginning of each
   * worker as well: its scripts stand in its own text, for by the policy it could fetch none, and a browser takes page and
   * worker for strangers where neither comes from a server, so that no address of one is worth anything to the other.
   */
  function setUp(scope, files, single) {
    var programs = ["worker", "sheets"];
    var script;

    function bytes(name) {
      var text = atob(files[name]);
      var found = new Uint8Array(text.length);
      for (var place = 0; place < text.length; place++) found[place] = text.charCodeAt(place);
      return found;
    }

    /** The script of both workers. */
    function workers() {
      var theirs = { "boot_worker.js": files["boot_worker.js"] };
      var parts = [];
      programs.forEach(function (name) {
        [name + ".js", name + "_bg.wasm"].forEach(function (file) {
          theirs[file] = files[file];
        });
        parts.push("self.xinheng." + name + "=function(){", bytes(name + ".js"), ";self.wasm_bindgen=wasm_bindgen};");
      });
      parts.unshift("(" + setUp + ")(self," + JSON.stringify(theirs) + ");");
      parts.push(bytes("boot_worker.js"));
      return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
    }

    /**
     * Safari's engine lets a worker that it takes for a stranger read no file that a person chose: the worker hands it, piece
     * by piece, to the page, which may.
     */
    function borrow() {
      var read = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function () {
        var blob = this;
        return read.call(blob).catch(function () {
          return new Promise(function (done, fail) {
            var channel = new MessageChannel();
            channel.port1.onmessage = function (event) {
              channel.port1.close();
              if (event.data.lent) done(event.data.lent);
              else fail(event.data.cause);
            };
            scope.postMessage({ lend: blob }, [channel.port2]);
          });
        });
      };
    }

    function lend(event) {
      if (!event.data || !event.data.lend) return;
      event.stopImmediatePropagation();
      var port = event.ports[0];
      event.data.lend.arrayBuffer().then(
        function (bytes) {
          port.postMessage({ lent: bytes }, [bytes]);
        },
        function (cause) {
          port.postMessage({ cause: cause });
        }
      );
    }

    var Worker = scope.Worker;
    if (Worker) {
      scope.Worker = function (from, options) {
        var worker = new Worker(from, options);
        // Before the program listens, which knows nothing of it.
        worker.addEventListener("message", lend);
        return worker;
      };
    }
    if (!single) borrow();

    scope.xinheng = {
      single: single,
      at: function (name) {
        if (name === "boot_worker.js") return (script = script || workers());
        var type = /\.wasm$/.test(name) ? "application/wasm" : "text/plain";
        return "data:" + type + ";base64," + files[name];
      },
      load: function (name) {
        scope.xinheng[name]();
      },
    };
  }

  /** The sum of a text, as xtask/src/single.rs takes it (FNV-1a); line breaks, which a mail may add, do not count. */
  function sum(text) {
    var sum = 0x811c9dc5;
    for (var place = 0; place < text.length; place++) {
      var code = text.charCodeAt(place);
      if (code > 32) sum = Math.imul(sum ^ code, 0x01000193);
    }
    return sum >>> 0;
  }

  var files = {};
  var damaged = false;
  var blocks = document.querySelectorAll("script[data-file]");
  for (var place = 0; place < blocks.length; place++) {
    var text = blocks[place].textContent;
    files[blocks[place].getAttribute("data-file")] = text;
    damaged = damaged || String(sum(text)) !== blocks[place].getAttribute("data-sum");
  }
  setUp(window, files, true);
  // A changed program might still run, and judge wrongly.
  window.xinheng.damaged = damaged;
})();
