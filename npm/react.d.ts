import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { TemplateProperties, XinhengAssessment, XinhengEventMap } from "./element.js";

/** The element in JSX: its properties, and its events as React 19 hears them, by "on" and their name. */
export interface AssessmentProps
  extends DetailedHTMLProps<HTMLAttributes<XinhengAssessment>, XinhengAssessment>, TemplateProperties {
  "onxinheng-ready"?: (event: XinhengEventMap["xinheng-ready"]) => void;
  "onxinheng-result"?: (event: XinhengEventMap["xinheng-result"]) => void;
  "onxinheng-change"?: (event: XinhengEventMap["xinheng-change"]) => void;
  "onxinheng-error"?: (event: XinhengEventMap["xinheng-error"]) => void;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "xinheng-assessment": AssessmentProps;
    }
  }
}
