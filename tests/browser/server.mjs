// Serves a folder as a plain web server would: right types, 404 for what is missing, hashed files kept for ever.
import fs from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { LATE_MS } from "./slowness.mjs";

const TYPES = {
  "": "text/plain; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".zip": "application/zip",
};

/**
 * Serves `folder` on a free port of 127.0.0.1; where the browser shall keep nothing of itself, `isKept` is false.
 * @returns {Promise<{origin: string, url: string, log: {path: string, status: number, body: Buffer}[],
 *   answer: (other: object | null) => void, close: () => Promise<void>}>} `log` holds every answer given, in order;
 *   `answer` has everything, or the one `path`, answered with another `status`, `body` and `type`, until it is called
 *   with `null`; `move` serves another folder from then on.
 */
export async function serve(folder, { isKept = true } = {}) {
  let root = path.resolve(folder);
  let other = null;
  const log = [];
  const server = http.createServer(async (request, response) => {
    if (LATE_MS) await new Promise((late) => setTimeout(late, LATE_MS));
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (other && (!other.path || other.path === asked)) {
      log.push({ path: asked, status: other.status, body: Buffer.from(other.body) });
      response.writeHead(other.status, { "content-type": other.type ?? "text/html", "cache-control": "no-cache" });
      response.end(other.body);
      return;
    }
    const file = path.join(root, asked.endsWith("/") ? `${asked}index.html` : asked);
    const inside = file.startsWith(root + path.sep);
    const body = inside ? await fs.readFile(file).catch(() => null) : null;
    const status = body ? 200 : 404;
    log.push({ path: asked, status, body: body ?? Buffer.alloc(0) });
    response.writeHead(status, {
      "content-type": body ? (TYPES[path.extname(file)] ?? "application/octet-stream") : "text/plain",
      "cache-control": isKept ? (body && asked.includes("/v/") ? "max-age=31536000, immutable" : "no-cache") : "no-store",
    });
    response.end(body ?? "not found");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  const answer = (next) => (other = next);
  const move = (next) => (root = path.resolve(next));
  return { origin, url: `${origin}/`, log, answer, move, close };
}
