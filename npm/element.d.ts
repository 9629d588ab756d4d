import type { FrameError } from "./iframe.js";
import type { Answer, GivenRecord, Locale, SavedRecord, XinhengError } from "./index.js";

export { XinhengError } from "./index.js";
export type { GivenRecord, GivenRequest, SavedRecord } from "./index.js";

/** The version of this package. */
export const version: string;

/** `<xinheng-assessment>`: the assessment of one enterprise with everything behind it, and its facts beside it. */
export class XinhengAssessment extends HTMLElement {
  /**
   * The record that is shown, with what was entered since; `undefined` before there is one. Setting it shows another one.
   * The one that was set last, and one that was told by `xinheng-change` since, change nothing, so that a framework may give
   * either again whenever it renders; {@link load} goes back to it.
   */
  get record(): SavedRecord | undefined;
  set record(record: GivenRecord | null | undefined);
  /** The day for which it is assessed, such as `2026-11-21`; without it the record's own, or today. */
  asOf: string;
  /** The id of a built-in pack, or a pack as an object; in the attribute as JSON. Without it the built-in one. */
  get pack(): unknown;
  set pack(pack: string | object | null | undefined);
  /** Values of parameters, such as `{"ten_penalties.count": 8}`; in the attribute as JSON. */
  get parameters(): unknown;
  set parameters(parameters: { [name: string]: unknown } | string | null | undefined);
  /** The language, such as `en` or `en-US`; Chinese without it. */
  locale: Locale | `en-${string}` | `zh-${string}` | "";
  /** `light` or `dark`; without it as the browser is set. */
  theme: string;
  /** Whether its facts may only be read. */
  readonly: boolean;
  /** The address of a site of Xinheng, whose help and rules the element may lead to, each in a tab of its own. */
  site: string;
  /** In a form: the name under which the record is sent, as JSON text. */
  name: string;
  /** Whether it is switched off, as by a `fieldset` around it: its facts may only be read then, and nothing is sent. */
  disabled: boolean;
  /** Whether a form may not be sent while nothing is entered. */
  required: boolean;
  /** The form that it is in; `null` as well in browsers that know no such elements, as for all of the following. */
  readonly form: HTMLFormElement | null;
  readonly labels: ArrayLike<HTMLLabelElement>;
  /** `customError` while a fact cannot be read or is missing, `valueMissing` where it is `required` and empty. */
  readonly validity: ValidityState | undefined;
  /** What is wrong, in the language shown, with the name of the field. */
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /**
   * Shows a record, also from a file; an empty one for `null`. Resolves once it stands there as it was given, and rejects with an
   * {@link XinhengError}, of which `opened` says whether it is shown all the same.
   */
  load(record: GivenRecord | Blob | null): Promise<void>;
  /** What {@link record} is. */
  save(): SavedRecord | undefined;
  /** Prints the report for the office, or the notice for the enterprise, without the page around the element. */
  print(paper?: "report" | "notice"): void;

  addEventListener<K extends keyof XinhengEventMap>(
    type: K,
    listener: (this: XinhengAssessment, event: XinhengEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof XinhengEventMap>(
    type: K,
    listener: (this: XinhengAssessment, event: XinhengEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What a template gives the element, by the names of its properties. */
export interface TemplateProperties {
  record?: GivenRecord | null;
  asOf?: string;
  pack?: string | object | null;
  parameters?: { [name: string]: unknown } | string | null;
  locale?: XinhengAssessment["locale"];
  theme?: string;
  readonly?: boolean;
  site?: string;
  name?: string;
  disabled?: boolean;
  required?: boolean;
}

/** What the element tells; all of it bubbles, also out of shadows around it. */
export interface XinhengOwnEvents {
  /** The first answer stands there. */
  "xinheng-ready": CustomEvent<null>;
  /** An answer, as `assess` gives it for the record, the day and the rules that are shown. */
  "xinheng-result": CustomEvent<Answer>;
  /** What {@link XinhengAssessment.save} gives has changed: a person changed the record, or it is assessed for another day. */
  "xinheng-change": CustomEvent<SavedRecord>;
  /** Something went wrong; the element shows it as well, unless only the page that gave something can mend it. */
  "xinheng-error": CustomEvent<XinhengError>;
}

/** That, and what every element tells. */
export interface XinhengEventMap extends Omit<HTMLElementEventMap, keyof XinhengOwnEvents>, XinhengOwnEvents {}

declare global {
  interface HTMLElementTagNameMap {
    "xinheng-assessment": XinhengAssessment;
  }

  /** What elements around hear of an element or a frame, and document and window. */
  interface GlobalEventHandlersEventMap {
    "xinheng-ready": CustomEvent<null>;
    "xinheng-result": CustomEvent<Answer>;
    "xinheng-change": CustomEvent<SavedRecord>;
    "xinheng-error": CustomEvent<XinhengError | FrameError>;
  }
}
