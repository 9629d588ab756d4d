// The site as nginx serves it by deploy/nginx.conf.
import assert from "node:assert/strict";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import test from "node:test";
import { SITE } from "./browser.mjs";
import { openSample, openSampleEnterprise, pickFirst, started, tablesAfterwards, workbookAfterwards } from "./flows.mjs";
import { open } from "./harness.mjs";
import { serveByNginx } from "./nginx.mjs";

const POLICY = fs
  .readFileSync(new URL("../../index.html", import.meta.url), "utf8")
  .match(/http-equiv="Content-Security-Policy"\s+content="([^"]+)"/)[1];
const HASHED = `v/${fs.readdirSync(path.join(SITE, "v"))[0]}`;

/** The status and headers of a file, and how many bytes came: what `fetch` unpacks, this leaves as it is. */
const get = (url, headers = {}) =>
  new Promise((resolve, reject) => {
    http
      .get(url, { headers }, async (response) => {
        let bytes = 0;
        for await (const piece of response) bytes += piece.length;
        resolve({ status: response.statusCode, headers: response.headers, bytes });
      })
      .on("error", reject);
  });

test("every answer has the headers, its type, and the time for which it may be kept", async (t) => {
  const { url } = await serveByNginx(t, SITE);
  const kept = "public, max-age=31536000, immutable";
  for (const [file, type, cache] of [
    ["", "text/html; charset=utf-8", "no-cache"],
    ["index.html", "text/html; charset=utf-8", "no-cache"],
    ["SHA256SUMS", "text/plain; charset=utf-8", "no-cache"],
    ["bom.json", "application/json; charset=utf-8", "no-cache"],
    [`${HASHED}/app.js`, "text/javascript; charset=utf-8", kept],
    [`${HASHED}/app.css`, "text/css; charset=utf-8", kept],
    [`${HASHED}/app_bg.wasm`, "application/wasm", kept],
    [`${HASHED}/help/zh.json`, "application/json; charset=utf-8", kept],
    // What is missing now may be there after the next update.
    [`${HASHED}/missing.js`, "text/html; charset=utf-8", undefined],
  ]) {
    const { status, headers } = await get(url + file);
    assert.equal(status, file.includes("missing") ? 404 : 200, file);
    assert.equal(headers["content-type"], type, file);
    assert.equal(headers["cache-control"], cache, file);
    assert.equal(headers["content-security-policy"], `${POLICY}; frame-ancestors 'self'`, file);
    assert.equal(headers["x-content-type-options"], "nosniff", file);
    assert.equal(headers["referrer-policy"], "no-referrer", file);
    assert.match(headers["permissions-policy"], /camera=\(\).*geolocation=\(\)/, file);
    assert.equal(headers.server, "nginx", "the version stays unsaid");
  }
});

test("modules come packed to whom can unpack them, and what has not changed does not come again", async (t) => {
  const { url } = await serveByNginx(t, SITE);
  const module = `${url}${HASHED}/app_bg.wasm`;
  const plain = await get(module);
  const packed = await get(module, { "accept-encoding": "gzip" });
  assert.equal(packed.headers["content-encoding"], "gzip");
  assert.ok(packed.bytes < plain.bytes / 2, `${packed.bytes} of ${plain.bytes}`);
  const { headers } = await get(url);
  const again = await get(url, { "if-none-match": headers.etag });
  assert.deepEqual([again.status, again.bytes], [304, 0]);
});

test("the page runs under the header's policy, its workers, a workbook and the papers too", async (t) => {
  const { page, watch } = await open(t, { served: await serveByNginx(t, SITE) });
  await openSampleEnterprise(page);
  await tablesAfterwards(page);
  await workbookAfterwards(page);
  await page.locator(".brand").click();
  await openSample(page);
  await pickFirst(page);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByRole("button", { name: "打印评估报告" }).click();
  await page.waitForFunction(() => window.printed);
  // The policy of the page itself is not that of its workers: the header's is.
  const sent = await page.workers()[0].evaluate((url) => fetch(url, { mode: "no-cors" }).then(() => true, () => false), "http://elsewhere.example/");
  assert.equal(sent, false);
  watch.allow(/Content Security Policy/);
});

test("another site can show the page in a frame once it is named, and not before", async (t) => {
  const portal = http.createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    const shown = new URL(request.url, "http://localhost").searchParams.get("show");
    response.end(`<!doctype html><link rel="icon" href="data:,"><iframe src="${shown}"></iframe>`);
  });
  await new Promise((resolve) => portal.listen(0, "127.0.0.1", resolve));
  t.after(() => portal.close());
  const origin = `http://127.0.0.1:${portal.address().port}`;
  for (const ancestors of ["'self'", `'self' ${origin}`]) {
    const served = await serveByNginx(t, SITE, { ancestors });
    const { page, watch } = await open(t, { served });
    // A page that is left while it fetches its program says that this failed.
    await started(page);
    await page.goto(`${origin}/?show=${served.url}`);
    const link = page.frameLocator("iframe").getByRole("link", { name: "信衡" });
    if (ancestors === "'self'") {
      await page.waitForLoadState("networkidle");
      assert.equal(await link.count(), 0);
      watch.expect(/frame-ancestors/);
      watch.allow(/ERR_BLOCKED_BY_RESPONSE|ERR_ABORTED/);
    } else {
      await link.waitFor();
    }
    watch.origins.delete(origin);
  }
});
