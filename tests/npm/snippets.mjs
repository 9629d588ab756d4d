// The code that a page of the documentation shows, by the names of the files that it says it belongs to.
import fs from "node:fs/promises";
import path from "node:path";

/** The code blocks of a page in docs/ whose first line is a comment with nothing but the name of a file: name and code. */
export async function filesIn(page) {
  const text = await fs.readFile(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  const blocks = [...text.matchAll(/^```\w+\n(?:\/\/|<!--) (\S+\.\w+)(?: -->)?\n([\s\S]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(([, name, code]) => [name, code]));
}

/** Writes files, by their names, into a folder. */
export async function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, text);
  }
}
