// Opens the single file: everything that the site fetches stands in the page itself, as the text of script elements that
// are no scripts, base64 each (xtask/src/single.rs). This gives www/boot.js and the workers their addresses.
(function () {
  "use strict";
  var files = {};
  var blocks = document.querySelectorAll("script[data-file]");
  for (var place = 0; place < blocks.length; place++) {
    files[blocks[place].getAttribute("data-file")] = blocks[place].textContent;
  }
  var worker;

  /**
   * What a worker begins with. It has its scripts in its own text, for it could fetch none by the policy; all else it
   * reads as the page does. Its own address, for a worker of its own, is this same text's.
   */
  function head(files) {
    return (
      '"use strict";self.xinheng={at:function(name){return name==="boot_worker.js"?self.location.href:' +
      '"data:"+(/\\.wasm$/.test(name)?"application/wasm":"text/plain")+";base64,"+self.xinheng.files[name]},' +
      "load:function(name){self.xinheng[name]()},files:" +
      JSON.stringify(files) +
      "};"
    );
  }

  function bytes(name) {
    var text = atob(files[name]);
    var found = new Uint8Array(text.length);
    for (var place = 0; place < text.length; place++) found[place] = text.charCodeAt(place);
    return found;
  }

  /** The address of the script of both workers. */
  function workers() {
    var programs = ["worker", "sheets"];
    var fetched = {};
    var parts = [];
    programs.forEach(function (name) {
      fetched[name + "_bg.wasm"] = files[name + "_bg.wasm"];
      parts.push("self.xinheng." + name + "=function(){", bytes(name + ".js"), ";self.wasm_bindgen=wasm_bindgen};");
    });
    parts.unshift(head(fetched));
    parts.push(bytes("boot_worker.js"));
    return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
  }

  window.xinheng = {
    single: true,
    at: function (name) {
      if (name === "boot_worker.js") return (worker = worker || workers());
      var type = /\.wasm$/.test(name) ? "application/wasm" : "text/plain";
      return "data:" + type + ";base64," + files[name];
    },
  };
})();
