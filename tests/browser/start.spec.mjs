import assert from "node:assert/strict";
import test from "node:test";
import { openSample, started } from "./flows.mjs";
import { assertAccessible, open } from "./harness.mjs";

test("the page starts, without an error and from its own origin only", async (t) => {
  const { page } = await open(t);
  await started(page);
  await page.getByRole("link", { name: "信衡" }).waitFor();
});

test("every file but the page itself lies under a hashed folder", async (t) => {
  const { page, server } = await open(t);
  await started(page);
  const paths = server.log.map(({ path }) => path);
  assert.ok(
    paths.some((path) => path.endsWith(".wasm")),
    paths.join(" "),
  );
  // Besides the page only what has to stay where it is: by its address a service worker is known.
  for (const path of paths) assert.match(path, /^\/$|^\/sw\.js$|^\/v\/[0-9a-f]{16}\/[\w./-]+$/);
});

test("each file is fetched once", async (t) => {
  const { page, server } = await open(t);
  await started(page);
  const paths = server.log.map(({ path }) => path);
  assert.deepEqual([...new Set(paths)], paths);
});

test("the policy lets no script run that is not a file of the site", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.head.append(script);
  });
  assert.equal(await page.evaluate(() => window.intruder), undefined);
  watch.expect(/Content Security Policy/);
});

test("the policy lets nothing be sent to another origin", async (t) => {
  const { page, server, watch } = await open(t);
  await started(page);
  const elsewhere = server.origin.replace("127.0.0.1", "localhost");
  // Without CORS the browser would send this one, were it not for the policy.
  const sent = await page.evaluate(async (url) => {
    const answer = await fetch(url, { mode: "no-cors" }).catch(() => null);
    return answer !== null;
  }, elsewhere);
  assert.equal(sent, false);
  watch.expect(/Content Security Policy/);
});

test("what a worker asks of another machine does not go unnoticed by these specs", async (t) => {
  const { page, watch, border } = await open(t);
  await openSample(page);
  await page.workers()[0].evaluate(async () => {
    for (const url of ["http://elsewhere.example/", "https://elsewhere.example/"]) {
      await fetch(url, { mode: "no-cors" }).catch(() => {});
    }
  });
  assert.deepEqual(border.look(), ["http://elsewhere.example/", "elsewhere.example:443"]);
  for (const origin of ["http://elsewhere.example", "https://elsewhere.example"]) {
    assert.ok(watch.origins.delete(origin), `${origin} among ${[...watch.origins]}`);
  }
  watch.allow(/elsewhere|502/);
});

test("a missing program file is told in both languages", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/app_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.reload();
  const words = page.getByRole("alert");
  await words.getByText("没有取到").waitFor();
  assert.match(await words.innerText(), /could not be fetched[\s\S]*404/);
  await assertAccessible(page);
  watch.expect(/404/);
});

test("a server that names the program file's type wrongly is put up with", async (t) => {
  const { page } = await open(t);
  // A reload in the midst of the first download would cut it off, which the harness takes for a fault.
  await started(page);
  await page.route("**/app_bg.wasm", async (route) => {
    await route.fulfill({ response: await route.fetch(), contentType: "application/octet-stream" });
  });
  await page.reload();
  await started(page);
});

test("a damaged program file is told in both languages", async (t) => {
  const { page, watch } = await open(t);
  await started(page);
  await page.route("**/app_bg.wasm", (route) =>
    route.fulfill({ contentType: "application/wasm", body: Buffer.from("\0asm\x01\0\0\0half") }),
  );
  await page.reload();
  const words = page.getByRole("alert");
  await words.getByText("不完整").waitFor();
  assert.match(await words.innerText(), /it is missing, damaged/);
  watch.expect(/CompileError/);
});
