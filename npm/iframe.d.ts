import type { XinhengOwnEvents } from "./element.js";
import type { GivenRecord, Locale, SavedRecord } from "./index.js";

/** What a frame can be given: the properties of the element. */
export interface FrameOptions {
  /** A record or a request. */
  record?: GivenRecord | null;
  /** The day for which it is assessed; without it the record's own, or today. */
  asOf?: string | null;
  /** The id of a built-in pack, or a pack as an object. */
  pack?: string | object | null;
  /** Values of parameters. */
  parameters?: { [name: string]: unknown } | null;
  /** The language; Chinese without it. */
  locale?: Locale | `en-${string}` | `zh-${string}` | null;
  /** `light` or `dark`; without it as the browser is set. */
  theme?: "light" | "dark" | null;
  /** Whether its facts may only be read. */
  readonly?: boolean;
}

/** What goes wrong in a frame, as its `xinheng-error` tells it: an error of the package without its methods. */
export interface FrameError {
  /**
   * As of the element. Besides, `bad_frame`: `embed`, `give` or `print` was given what is none, an option or a paper that
   * there is none of, or an option that is something else than it can be; `frame_version`: the two sides are of different versions; `frame_forbidden`: the site does not name this page
   * in its `embed.json`, of which `detail` says what could not be read; `frame_silent`: the site has said nothing for fifteen
   * seconds, because it cannot be had, or its server lets nobody frame it.
   */
  code: string;
  what: { zh: string; en: string };
  remedy: { zh: string; en: string };
  detail?: string;
  /** Of `bad_record`: whether the record is shown all the same. */
  opened?: boolean;
}

/** What a frame tells: as the element does, but for errors, which come without their methods. */
export interface FrameEventMap extends Omit<HTMLElementEventMap, keyof XinhengOwnEvents>, Omit<XinhengOwnEvents, "xinheng-error"> {
  "xinheng-error": CustomEvent<FrameError>;
}

/** The frame itself, with the types of what it tells. */
export interface XinhengFrame extends HTMLIFrameElement {
  addEventListener<K extends keyof FrameEventMap>(
    type: K,
    listener: (this: XinhengFrame, event: FrameEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof FrameEventMap>(
    type: K,
    listener: (this: XinhengFrame, event: FrameEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** A frame in the page. */
export interface Embedded {
  /** The frame itself: it tells `xinheng-ready`, `-result`, `-change` and `-error`. */
  frame: XinhengFrame;
  /**
   * Gives it something else; what is not named stays, and so does the record where it is the one that was given last. Throws
   * as {@link embed} does.
   */
  give(options: FrameOptions): void;
  /** The record that the frame shows, with what was entered since; before it shows one, what it was given. */
  save(): SavedRecord | FrameOptions["record"];
  /** Prints the report for the office, or the notice for the enterprise. */
  print(paper?: "report" | "notice"): void;
  /** Takes the frame out of the page again. */
  remove(): void;
}

/**
 * Appends to `place` a frame of the site of Xinheng at an address. The site must name the page's origin in its `embed.json`,
 * unless it is its own.
 *
 * @throws an `Error` that is a {@link FrameError} as well, `bad_frame`, where one of these is none
 */
export function embed(place: Element, site: string | URL, options?: FrameOptions): Embedded;
