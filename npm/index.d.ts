import type {
  Assessment,
  Day,
  Enterprise,
  Explanation,
  ImportReport,
  PackInfo,
  Problem,
  TableKind,
  WhatIf,
} from "./types.js";

export * from "./types.js";

/** The version of this package. */
export const version: string;

/** How the engine is loaded. */
export interface InitOptions {
  /**
   * Where its module is, or the module: of the package's `engine_bg.wasm` or `rules_bg.wasm`. Without it the file beside
   * the scripts is taken, as bundlers place it. What runs already on this page stays.
   */
  wasm?: WasmSource | Promise<WasmSource>;
  /**
   * Whether requests may bring rules of their own: a pack, or values of parameters. Those are read by a module of 166 KB
   * instead of 97. In Node it is the one that is loaded, unless this is `false`.
   */
  ownRules?: boolean;
}

export type WasmSource = URL | Response | ArrayBuffer | ArrayBufferView | WasmModule;

/** A `WebAssembly.Module`; the types of Node have none, and a program for it need not have those of browsers. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/**
 * Loads the engine, once for all on the page however often it is called. Rejects with an {@link XinhengError} where that
 * cannot be done; it can be tried again.
 *
 * @throws {@link XinhengError} `bad_options` as well, as every function with options, where it does not know one of them
 */
export function init(options?: InitOptions): Promise<void>;

/** A question about one enterprise. */
export interface AssessRequest {
  /** The day for which it is asked. */
  as_of: Day;
  /** The id of a built-in pack, or a pack as an object; without it the built-in one. */
  pack?: string | { [field: string]: unknown } | null;
  /** Values of parameters for this question, such as `{"ten_penalties.count": 8}`. */
  parameters?: { [name: string]: unknown } | null;
  /** Whether to tell what each rule counted. */
  trace?: boolean | null;
  /** What is known of the enterprise. */
  enterprise: Enterprise;
}

/** The fields of a type, each of which may be missing, or be something else than it should be. */
export type AsEntered<Of> = Of extends (infer Item)[]
  ? AsEntered<Item>[]
  : Of extends object
    ? { [Field in keyof Of]?: AsEntered<Of[Field]> }
    : Of extends null | undefined
      ? Of
      : unknown;

/** A record as the element gives it: what it shows, as a file of it would be saved. It can be given to an element again. */
export interface SavedRecord {
  format: "xinheng-record";
  version: number;
  as_of: Day;
  /** What is known of the enterprise. What a person entered and cannot be read stands there as it was typed. */
  enterprise: AsEntered<Enterprise>;
  /** The officer's own conclusion, where there is one. */
  judgement?: { [field: string]: unknown };
  /** What was typed for papers, by tag; only where there is any, and then `version` is 2. */
  desk?: { [tag: string]: string };
  /** Values of parameters by which it was judged, where they are other than the pack's. */
  parameters?: { [name: string]: unknown };
}

/**
 * A request for an element or a frame, which may lack what is still to be entered. Of `pack`, `parameters` and `trace` nothing is read:
 * rules are a property of the element, and an option of the frame.
 */
export interface GivenRequest extends Partial<Omit<AssessRequest, "enterprise">> {
  enterprise: Partial<Enterprise>;
}

/** What an element or a frame can be given: a record as it was saved, a request, or either as JSON text. */
export type GivenRecord = string | SavedRecord | GivenRequest;

/** Everything that is wrong with a request. */
export interface Errors {
  /** In the order of the request. */
  errors: Problem[];
}

/** An assessment, or what is wrong with the request; `"errors" in answer` tells which. */
export type Answer = Assessment | Errors;

/**
 * Answers a request, or a saved record, at once. What is wrong with it is part of the answer, all of it with places and words.
 *
 * @throws {@link XinhengError} `not_ready` before {@link init}, `rules_not_loaded` where the request has rules of its own
 *   and `init` was not told so, `panicked` after a failure inside
 */
export function assess(request: AssessRequest | SavedRecord): Answer;

/**
 * Tells what would change the class of the enterprise of a request, or of a saved record: the first day on which it changes
 * though nothing happens, what each thing that can happen comes to alone, and what several come to together. Each is tried
 * on a copy of the record, by the same rules. What is wrong with the request is the answer, as it is of {@link assess}.
 *
 * Of a record with many facts only the first steps are tried alone: the others are without `alone`.
 *
 * @throws {@link XinhengError} as {@link assess}
 */
export function whatIf(request: AssessRequest | SavedRecord): WhatIf | Errors;

export interface BatchOptions {
  /** Is told how many are answered, from time to time and at the end. */
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Stops the batch, which rejects with its reason. */
  signal?: AbortSignal;
}

/**
 * Answers many requests, in their order: in a worker, or where there is none in slices that leave the page its turns. Sees
 * to {@link init} by itself, also for rules of the requests' own.
 */
export function assessBatch(requests: Iterable<AssessRequest | SavedRecord>, options?: BatchOptions): Promise<Answer[]>;

/**
 * Puts an answer in words, for a page that shows it without knowing its codes. An answer by a pack of the request's own has
 * its ids where the built-in pack has no words for them.
 *
 * @throws {@link XinhengError} `not_an_answer`, `unknown_locale`, and as {@link assess}
 */
export function explain(answer: Answer, locale?: Locale | `en-${string}` | `zh-${string}`): Explanation;

export type Locale = "zh" | "en";

/** A record that was read: a request, but for the day where none was given. */
export interface ImportedRecord {
  as_of?: Day;
  /** The pack with whose figures it was read, as that was given. */
  pack?: string | { [field: string]: unknown };
  enterprise: Enterprise;
}

/** What files or rows gave: the records, and what became of the rest. */
export type Imported<Of> = ImportReport & {
  /** One for each enterprise: those of a register in its order, then those known from other tables only, by their codes. */
  records: Of[];
};

/** A file where there are no files: its name, for showing, and what is in it. */
export interface NamedBytes {
  name: string;
  bytes: ArrayBuffer | ArrayBufferView;
}

export interface ImportOptions {
  /** The day that the records are given, so that each is a request. */
  asOf?: Day;
  /**
   * The id of a built-in pack, or a pack as an object, by which the records are to be judged: columns of a register that are called
   * like its figures, by title or id, are read as `enterprise.figures`, and each record names it. It is read by the larger module,
   * as {@link InitOptions.ownRules} has it, which is fetched for that.
   */
  pack?: string | { [field: string]: unknown } | null;
  /** Stops the reading, which rejects at once with its reason. */
  signal?: AbortSignal;
}

/** @deprecated As {@link ImportOptions}. */
export type ImportFilesOptions = ImportOptions;

/**
 * Reads the files of an office as the records of its enterprises: CSV in UTF-8, UTF-16 or GB18030, web pages named .xls,
 * XLSX, XLS, and ZIP archives of them. Of files with a `webkitRelativePath`, or a name with folders before it, only tables are
 * read. What a table is follows from its columns. The reader is fetched when this is first called, that of workbooks
 * with the first of them. No row stops the others: what could not be used is among the refusals.
 *
 * @throws {@link XinhengError} where the reader cannot be loaded or run, `bad_options` and `bad_rules` for what is wrong with the options,
 *   and `panicked` after a failure inside
 */
export function importFiles(
  files: Iterable<Blob | NamedBytes>,
  options: ImportOptions & { asOf: Day },
): Promise<Imported<AssessRequest>>;
export function importFiles(
  files: Iterable<Blob | NamedBytes>,
  options?: ImportOptions,
): Promise<Imported<ImportedRecord>>;

/** What a portal says of its rows, where their columns do not say it. */
export interface Layout {
  /** What they are about; without it that follows from the columns. */
  kind?: TableKind;
  /**
   * For columns of the portal the column of the exchange layout, such as `{"fine": "罚款金额（元）"}`, or its code; "" for not used. An
   * amount is named with its unit.
   */
  columns?: { [column: string]: string };
  /** For a column of the exchange layout what the portal's words mean: `{"登记状态": {"正常": "存续"}}`; "" for nothing. */
  words?: { [column: string]: { [word: string]: string } };
}

/**
 * Reads rows of a portal, such as those of 双公示, as the records of their enterprises: each an object with the names of
 * columns, those of the exchange layout or its codes (`CF_WSH`), else as the layout says. Days may be texts or Dates. A Date is the day that it is in China, wherever the program
 * runs; one that is midnight where the program runs is the day that begins there. An invalid one is no day, and refuses its row.
 *
 * @throws {@link XinhengError} `bad_layout`, and as {@link importFiles}
 */
export function importRows(
  rows: Iterable<object>,
  layout: Layout | TableKind | undefined,
  options: ImportOptions & { asOf: Day },
): Promise<Imported<AssessRequest>>;
export function importRows(
  rows: Iterable<object>,
  layout?: Layout | TableKind,
  options?: ImportOptions,
): Promise<Imported<ImportedRecord>>;

/** The built-in packs, with the documents that they rest on. */
export function packs(): PackInfo[];

/** What went wrong outside of a request. */
export class XinhengError extends Error {
  readonly name: "XinhengError";
  readonly code: ErrorCode;
  /** What happened. */
  readonly what: { zh: string; en: string };
  /** What to do. */
  readonly remedy: { zh: string; en: string };
  /** Which file, which request; may be empty. */
  readonly detail: string;
  /** Of a batch, the place of the request that failed. */
  readonly index?: number;
  /**
   * Of `bad_record`: whether the record is shown all the same, with what is wrong in it at its fields; else what was shown before stays.
   */
  readonly opened?: boolean;
}

export type ErrorCode =
  /** The module's file is not there, or no server answers. */
  | "wasm_missing"
  /** The file is cut off, or something else came in its place. */
  | "wasm_damaged"
  /** The policy of the page lets no WebAssembly run. */
  | "wasm_forbidden"
  /** The browser is too old. */
  | "wasm_unsupported"
  /** The module is of another version than the scripts, or no module of theirs. */
  | "wasm_other"
  /** What `init` was given is no source of a module. */
  | "bad_source"
  /** `init` was not awaited. */
  | "not_ready"
  /** A request has rules of its own, which `init` was not told of. */
  | "rules_not_loaded"
  /** Where a list is wanted there is none: of requests, files or rows. */
  | "not_a_list"
  /** Something in the list of files is no file. */
  | "bad_files"
  /** A row holds what no cell of a table can, such as an object; `detail` names the place. */
  | "bad_cell"
  /** What is to be explained is no answer. */
  | "not_an_answer"
  /** The browser cannot run the reader of workbooks. */
  | "workbooks_unsupported"
  /**
   * A function does not know an option that it was given, or the option is something that it cannot be; so is `theme` of an element, and
   * a paper that is to be printed. `what` says what there is.
   */
  | "bad_options"
  /** What `importRows` was given is no layout, or cannot be meant of such tables; `detail` says where, and what fits. */
  | "bad_layout"
  /** The language, of `explain` or an element, is neither `zh` nor `en`. */
  | "unknown_locale"
  /** The style of the element cannot be had, or there are no styles, as in jsdom. */
  | "style_missing"
  /** The record given to an element is none, or has something wrong in it; what, stands in `what`, and `opened` whether it is shown. */
  | "bad_record"
  /** The `pack` of an import cannot be used, or that or the `parameters` of an element: nothing is read or assessed by other rules. */
  | "bad_rules"
  /** The `site` of an element is no address of a site. */
  | "bad_site"
  /** The `as-of` of an element, or the `asOf` of an import, is no date. */
  | "bad_day"
  /** The element is not in the page: the record that was loaded is shown once it is. */
  | "not_connected"
  /** The site in the frame does not let the page embed it. */
  | "frame_forbidden"
  /** The page and the site in its frame are of versions that do not understand each other. */
  | "frame_version"
  /** Something that a person wanted of an element could not be done, as it says on its page. */
  | "not_done"
  /** A failure inside; the engine, or the element, starts afresh. */
  | "panicked";
