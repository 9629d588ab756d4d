import type { EmitFn, HTMLAttributes, ReservedProps } from "vue";
import type { TemplateProperties, XinhengAssessment, XinhengOwnEvents } from "./element.js";

/** What the element takes in a template. */
export interface AssessmentProps extends HTMLAttributes, ReservedProps, TemplateProperties {}

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
