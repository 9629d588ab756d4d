// The page of a peer: files are dropped on it, and a summary is shown. What measures asks it through `window.peer`.

/** Puts a peer on the page: `{prepare, read, without?, results}`; see pages/thread.js. */
export function show(peer) {
  const summary = document.getElementById("summary");
  let told = null;
  document.body.addEventListener("dragover", (event) => event.preventDefault());
  document.body.addEventListener("drop", async (event) => {
    event.preventDefault();
    try {
      told = await peer.read([...event.dataTransfer.files]);
      const classes = Object.entries(told.classes ?? {}).map(([name, count]) => `${name} ${count}`);
      summary.textContent = [`共 ${told.count} 户`, ...classes].join("　");
    } catch (error) {
      summary.textContent = `failed: ${error.stack ?? error}`;
    }
  });
  window.peer = { ready: peer.prepare(), told: () => told, without: peer.without, results: peer.results };
}
