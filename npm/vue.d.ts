import type { EmitFn, HTMLAttributes, ReservedProps } from "vue";
import type { GivenRecord, XinhengAssessment, XinhengOwnEvents } from "./element.js";

/** What the element takes in a template. */
export interface AssessmentProps extends HTMLAttributes, ReservedProps {
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

/** The element in templates, in the form that Vue wants of elements that are none of its own. */
type AssessmentElement = new () => XinhengAssessment & {
  /** @deprecated For the checking of templates only. */
  $props: AssessmentProps;
  /** @deprecated For the checking of templates only. */
  $emit: EmitFn<{ [Name in keyof XinhengOwnEvents]: (event: XinhengOwnEvents[Name]) => void }>;
};

declare module "vue" {
  interface GlobalComponents {
    "xinheng-assessment": AssessmentElement;
  }
}
