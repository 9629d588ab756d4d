// The code that an integrator takes: for each way and its options, no more than is needed.

/** The attributes of the element that differ from what it does by itself. */
function attributes({ locale, theme, asOf, parameters, readonly }) {
  const found = [];
  if (asOf) found.push(`as-of="${asOf}"`);
  if (locale === "en") found.push('locale="en"');
  if (theme !== "auto") found.push(`theme="${theme}"`);
  if (parameters) found.push(`parameters='${JSON.stringify(parameters).replaceAll("'", "&#39;")}'`);
  if (readonly) found.push("readonly");
  return found.map((attribute) => ` ${attribute}`).join("");
}

/** The same as properties of an object, each in a line. */
function properties({ locale, theme, asOf, parameters, readonly }) {
  const found = [];
  if (asOf) found.push(`asOf: "${asOf}"`);
  if (locale === "en") found.push('locale: "en"');
  if (theme !== "auto") found.push(`theme: "${theme}"`);
  if (parameters) found.push(`parameters: ${JSON.stringify(parameters)}`);
  if (readonly) found.push("readonly: true");
  return found;
}

const element = (options) => `<script type="module" src="./xinheng/element.js"></script>

<xinheng-assessment id="xinheng"${attributes(options)}></xinheng-assessment>

<script type="module">
  const element = document.getElementById("xinheng");
  element.record = { enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" } };
  element.addEventListener("xinheng-result", ({ detail }) => console.log(detail.class));
  element.addEventListener("xinheng-change", ({ detail }) => console.log(detail.enterprise));
  element.addEventListener("xinheng-error", ({ detail }) => console.warn(detail.code, detail.remedy.zh));
</script>
`;

const frame = (options, site) => `<div id="place"></div>

<script type="module">
  import { embed } from "./xinheng/iframe.js";
  const { frame } = embed(document.getElementById("place"), ${JSON.stringify(site)}, {
    record: { enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" } },
${properties(options)
  .map((line) => `    ${line},\n`)
  .join("")}  });
  frame.addEventListener("xinheng-result", ({ detail }) => console.log(detail.class));
  frame.addEventListener("xinheng-change", ({ detail }) => console.log(detail.enterprise));
  frame.addEventListener("xinheng-error", ({ detail }) => console.warn(detail.code, detail.remedy?.zh));
</script>
`;

const api = ({ asOf, parameters, locale }, today) => `<script type="module">
  import { init, assess, explain } from "./xinheng/index.js";
  await init(${parameters ? "{ ownRules: true }" : ""});
  const answer = assess({
    as_of: "${asOf || today}",
    enterprise: { uscc: "91350100M000100Y43", name: "示例有限公司" },
${parameters ? `    parameters: ${JSON.stringify(parameters)},\n` : ""}  });
  console.log(answer.class, explain(answer, "${locale}").title);
</script>
`;

/** The code for a way, `element`, `frame` or `api`. */
export function snippet(options, site, today) {
  if (options.way === "element") return element(options);
  return options.way === "frame" ? frame(options, site) : api(options, today);
}
