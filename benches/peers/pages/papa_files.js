// PapaParse as its documentation has it for large files: in a worker, chunk after chunk, with the `encoding` option.
import Papa from "papaparse";
import { Gathered } from "../judge/gather.js";

/**
 * Reads the files of a district.
 *
 * PapaParse cuts a file into chunks of bytes and decodes each alone: a character that lies across a cut is lost, and the
 * row with it. It has no option for that, so that files are read as one chunk, each.
 */
export async function readFiles(files) {
  const gathered = new Gathered();
  for (const file of files) {
    await new Promise((complete, error) => {
      let isHeader = true;
      Papa.parse(file, {
        encoding: "gb18030",
        delimiter: ",",
        newline: "\r\n",
        skipEmptyLines: true,
        chunkSize: file.size + 1,
        chunk({ data }) {
          for (const row of data) {
            if (isHeader) gathered.header(row);
            else gathered.row(row);
            isHeader = false;
          }
        },
        complete,
        error,
      });
    });
  }
  return gathered.finish();
}
