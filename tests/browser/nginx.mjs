// nginx with the settings that a release brings along, deploy/nginx.conf.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const SETTINGS = new URL("../../deploy/nginx.conf", import.meta.url);

/** The program: what the variable NGINX names, or where Debian puts it, which is not on every PATH. */
function program() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];
  const found = [process.env.NGINX, ...folders.map((folder) => path.join(folder, "nginx"))].find((file) => file && fs.existsSync(file));
  if (!found) throw new Error("nginx is missing: install it (Debian: apt install nginx), or name its program in NGINX");
  return found;
}

/** A port on which nothing listens. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Serves a folder until the test ends, by the settings as they are but for the port, the folder and the `ancestors` that
 * may show the page in a frame.
 * @returns {Promise<{origin: string, url: string, close: () => Promise<void>}>}
 */
export async function serveByNginx(t, site, { ancestors = "'self'" } = {}) {
  const own = fs.mkdtempSync(path.join(os.tmpdir(), "nginx-"));
  const port = await freePort();
  const change = (text, from, to) => {
    if (!text.includes(from)) throw new Error(`deploy/nginx.conf has no "${from}"`);
    return text.replace(from, to);
  };
  let settings = fs.readFileSync(SETTINGS, "utf8");
  settings = change(settings, "listen 80;", `listen 127.0.0.1:${port};`);
  settings = change(settings, "listen [::]:80;", "");
  settings = change(settings, "root /srv/xinheng;", `root "${site}";`);
  settings = change(settings, "frame-ancestors 'self'", `frame-ancestors ${ancestors}`);
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${own}/${name};`);
  // As root it would serve the files as somebody who may not read them.
  const user = process.getuid() === 0 ? "user root;" : "";
  const whole = `${user} daemon off; pid ${own}/pid; error_log ${own}/errors;
    events {} http { access_log off; ${folders.join(" ")} ${settings} }`;
  fs.writeFileSync(path.join(own, "nginx.conf"), whole);
  const nginx = spawn(program(), ["-e", `${own}/errors`, "-c", `${own}/nginx.conf`], { stdio: ["ignore", "ignore", "pipe"] });
  let told = "";
  nginx.stderr.on("data", (text) => (told += text));
  const ended = new Promise((resolve) => nginx.on("exit", resolve));
  const close = async () => {
    nginx.kill("SIGTERM");
    await ended;
    fs.rmSync(own, { recursive: true, force: true });
  };
  t.after(close);
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; nginx.exitCode === null && tries < 100; tries++) {
    if (await fetch(origin).catch(() => null)) return { origin, url: `${origin}/`, close };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not start: ${told}`);
}
