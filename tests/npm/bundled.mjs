// A portal's page whose scripts a bundler builds, and what it does with the package: shared by the specs of bundlers.
import fs from "node:fs/promises";
import path from "node:path";
import { project, request } from "./project.mjs";

/** A project with the package, and `main.js`, which has it at hand as `xinheng`. Gives its folder. */
export async function bundledProject() {
  const folder = await project();
  const names = "init, assess, assessBatch, explain, importRows";
  await fs.writeFile(path.join(folder, "main.js"), `import { ${names} } from "xinheng";\nwindow.xinheng = { ${names} };\n`);
  return folder;
}

/** What comes of {@link use}. */
export const ALL = { title: "信用良好", same: 500, records: 1, rows: 2000 };

/** Assesses one request, and many, and reads many rows, on a page that has the package. */
export async function use(page) {
  await page.waitForFunction(() => window.xinheng);
  return page.evaluate(async (request) => {
    await xinheng.init();
    const answer = xinheng.assess(request);
    const answers = await xinheng.assessBatch(Array(500).fill(request));
    const same = answers.filter((one) => JSON.stringify(one) === JSON.stringify(answer)).length;
    const { uscc, name } = request.enterprise;
    const rows = Array.from({ length: 2000 }, () => ({ 统一社会信用代码: uscc, 企业名称: name, 登记状态: "存续" }));
    const { records, tables } = await xinheng.importRows(rows, "register");
    return { title: xinheng.explain(answer).title, same, records: records.length, rows: tables[0].rows };
  }, request());
}
