// Stands first in the single file, and says in its words when the rest of it is not there, or not as it was: half a
// download, or a mail that cut it off or changed it. Its last script notes that it is whole.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    if (window.xinheng && window.xinheng.whole && !window.xinheng.damaged) return;
    var start = document.getElementById("start") || document.body;
    start.innerHTML =
      '<h1>信衡</h1><div role="alert"><p>这个文件不完整：没有下载完，或者在邮件里被截断、改动了。请重新取得整个文件，核对大小后再打开。</p>' +
      '<p lang="en">This file is not whole: its download ended early, or a mail has cut it off or changed it. Get it again and compare its size.</p></div>';
  });
})();
