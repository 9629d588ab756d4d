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
            post({ lend: blob }, [channel.port2]);
          });
        });
      };
    }

    function lend(blob, port) {
      blob.arrayBuffer().then(
        function (bytes) {
          port.postMessage({ lent: bytes }, [bytes]);
        },
        function (cause) {
          port.postMessage({ cause: cause });
        }
      );
    }

    /**
     * Nor does it let such a worker start another: the page starts that one. What stands for it here is the port through which
     * both then talk past the page, with what else is asked of a worker.
     */
    function startByPage(options) {
      var messages = new MessageChannel();
      var control = new MessageChannel();
      var worker = messages.port1;
      worker.terminate = function () {
        control.port1.postMessage("terminate");
        control.port1.close();
        worker.close();
      };
      control.port1.onmessage = function (event) {
        if (worker.onerror) worker.onerror(new ErrorEvent("error", { message: event.data, cancelable: true }));
      };
      post({ start: options || {} }, [messages.port2, control.port2]);
      return worker;
    }

    /** Starts a worker for another, which has both ports' other ends, and returns it. */
    function startFor(options, messages, control) {
      var worker = new scope.Worker(scope.xinheng.at("boot_worker.js"), options);
      worker.onerror = function (event) {
        // It is told to the other worker, which can go on without this one; so can the page.
        event.preventDefault();
        control.postMessage(event.message);
      };
      control.onmessage = function () {
        control.close();
        worker.terminate();
      };
      worker.postMessage({ attach: true }, [messages]);
      return worker;
    }

    /** Has a worker that the page has started for another hear and answer that one. */
    function attach(port) {
      scope.postMessage = function (message, handed) {
        port.postMessage(message, handed);
      };
      port.onmessage = function (event) {
        scope.dispatchEvent(new MessageEvent("message", { data: event.data }));
      };
    }

    var post = scope.postMessage.bind(scope);
    var Worker = scope.Worker;
    if (Worker) {
      scope.Worker = function (from, options) {
        var worker;
        try {
          worker = new Worker(from, options);
        } catch (forbidden) {
          if (single) throw forbidden;
          return startByPage(options);
        }
        var started = [];
        // Before the program listens, which knows nothing of it.
        worker.addEventListener("message", function (event) {
          var asked = event.data || {};
          if (!asked.lend && !asked.start) return;
          event.stopImmediatePropagation();
          if (asked.lend) lend(asked.lend, event.ports[0]);
          else started.push(startFor(asked.start, event.ports[0], event.ports[1]));
        });
        // Workers of a worker end with it.
        worker.terminate = function () {
          started.forEach(function (other) {
            other.terminate();
          });
          Worker.prototype.terminate.call(worker);
        };
        return worker;
      };
    }
    if (!single) {
      borrow();
      scope.addEventListener("message", function (event) {
        if (!event.data || !event.data.attach) return;
        event.stopImmediatePropagation();
        attach(event.ports[0]);
      });
    }

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
