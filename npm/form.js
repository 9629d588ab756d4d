// An element as a part of a form. In a browser that knows no such elements it is in none, and all else works.
import { isEnglish } from "./text.js";

const EMPTY = { zh: "请填写", en: "fill this in" };

/** What a browser has for an element in forms. */
const INTERNALS = new WeakMap();

/** A class with what form controls have. */
export const inForm = (Base) =>
  class extends Base {
    static formAssociated = true;

    constructor() {
      super();
      const internals = this.attachInternals?.();
      // Firefox before 98 has internals that know no forms.
      if (internals?.setFormValue) INTERNALS.set(this, internals);
    }

    get form() {
      return INTERNALS.get(this)?.form ?? null;
    }

    get labels() {
      return INTERNALS.get(this)?.labels ?? [];
    }

    get validity() {
      return INTERNALS.get(this)?.validity;
    }

    get validationMessage() {
      return INTERNALS.get(this)?.validationMessage ?? "";
    }

    get willValidate() {
      return INTERNALS.get(this)?.willValidate ?? false;
    }

    checkValidity() {
      return INTERNALS.get(this)?.checkValidity() ?? true;
    }

    reportValidity() {
      return INTERNALS.get(this)?.reportValidity() ?? true;
    }

    get name() {
      return this.getAttribute("name") ?? "";
    }

    set name(value) {
      this.setAttribute("name", value);
    }

    get disabled() {
      return this.hasAttribute("disabled");
    }

    set disabled(value) {
      this.toggleAttribute("disabled", Boolean(value));
    }

    get required() {
      return this.hasAttribute("required");
    }

    set required(value) {
      this.toggleAttribute("required", Boolean(value));
    }
  };

/** Tells the form the record as text, which is what is sent as well as what is kept when the page is left. */
export function tellValue(element, text) {
  INTERNALS.get(element)?.setFormValue(text ?? null, text ?? null);
}

/**
 * Tells the form what an answer for the record says: whether there is something in it that cannot be read or is missing. An
 * empty record is wrong where one is required.
 */
export function tellValidity(element, answer, isEmpty) {
  const internals = INTERNALS.get(element);
  if (!internals) return;
  if (!answer?.errors || (isEmpty && !element.required)) {
    internals.setValidity({});
    return;
  }
  const { field, message } = faultIn(element, answer.errors[0]);
  internals.setValidity(isEmpty ? { valueMissing: true } : { customError: true }, message, field);
}

/** Where a person finds what is wrong, and how it is told there; else as the package tells it. */
function faultIn(element, { path, message }) {
  const root = element.shadowRoot;
  const [lang, colon] = isEnglish(element.locale) ? ["en", ": "] : ["zh", "："];
  const wrong = root.querySelector("[aria-invalid=true]");
  const field = wrong ?? root.getElementById(path.replace("enterprise", "basics"));
  const label = field?.labels?.[0]?.textContent;
  if (!label) return { field: field ?? root.firstElementChild, message: message[lang] };
  const told = wrong && root.getElementById(`${wrong.id}-fault`)?.textContent;
  return { field, message: `${label}${colon}${told ?? EMPTY[lang]}` };
}
