// The oldest browsers that Xinheng runs in, and what a style, a script, a page or WebAssembly uses that one of them does
// not have. Who has what is told by MDN's own data.
import { createRequire } from "node:module";
import * as acorn from "acorn";
import * as walkScript from "acorn-walk";
import * as csstree from "css-tree";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** docs/browsers.md says what decides each; phones have the same engines by the same numbers. */
export const FLOOR = {
  chrome: "97",
  edge: "97",
  firefox: "96",
  safari: "16",
  chrome_android: "97",
  firefox_android: "96",
  safari_ios: "16",
};

/** The node of MDN's data at a path of names, if there is one. */
function at(node, ...names) {
  return names.reduce((found, name) => (Object.hasOwn(found ?? {}, name) ? found[name] : undefined), node);
}

/** Whether a version came no later than another; data from before a certain version says "≤79". */
function notLater(version, than) {
  const [left, right] = [version, than].map((text) => text.replace("≤", "").split(".").map(Number));
  const differs = left.findIndex((part, place) => part !== (right[place] ?? 0));
  return differs < 0 || left[differs] < (right[differs] ?? 0);
}

/** Whether a browser has what a statement of MDN's data is about, whole, switched on and under this name. */
function holds(statement, version, prefix) {
  const { version_added: added, version_removed: removed, flags, alternative_name: alias } = statement;
  const known = (when) => typeof when === "string" && when !== "preview" && notLater(when, version);
  const whole = !flags && !alias && !statement.partial_implementation && statement.prefix === prefix;
  return known(added) && !known(removed) && whole;
}

/** Collects what is too new for some browsers, each once. */
class Findings {
  /** A name, and in words what lacks it. */
  found = {};

  constructor(browsers) {
    this.browsers = Object.entries(browsers);
  }

  /** Looks at a node of MDN's data; one without data of its own has been there always. False if it is too new. */
  look(name, node, prefix) {
    const missing = this.#lacking(node, prefix);
    if (missing.length > 0) this.found[name] = missing.join(", ");
    return missing.length === 0;
  }

  /** Whether one of several nodes will do, none of which is certain to be meant. */
  lookAtAll(name, nodes) {
    return nodes.some((node) => this.#lacking(node).length === 0) || this.look(name, nodes[0]);
  }

  unknown(name) {
    this.found[name] = "not in MDN's data";
    return false;
  }

  #lacking(node, prefix) {
    if (!node?.__compat) return [];
    const statements = (browser) => [node.__compat.support[browser] ?? []].flat();
    return this.browsers
      .filter(([browser, version]) => !statements(browser).some((statement) => holds(statement, version, prefix)))
      .map(([browser]) => `${browser} ${statements(browser)[0]?.version_added || "never"}`);
  }
}

/** All nodes with data of their own that have a name, at whatever depth below `node`. */
function named(node, name) {
  const inner = Object.entries(node).filter(([key, below]) => key !== "__compat" && typeof below === "object");
  return inner.flatMap(([key, below]) => [...(key === name && below.__compat ? [below] : []), ...named(below, name)]);
}

const UNIT_GROUPS = [
  [/^d(vh|vw|vmin|vmax|vi|vb)$/, "viewport_percentage_units_dynamic"],
  [/^l(vh|vw|vmin|vmax|vi|vb)$/, "viewport_percentage_units_large"],
  [/^s(vh|vw|vmin|vmax|vi|vb)$/, "viewport_percentage_units_small"],
  [/^cq(w|h|i|b|min|max)$/, "container_query_length_units"],
];

/** Whether all is known that a value uses: keywords of its property, functions, units. */
function lookAtValue(findings, property, value) {
  const { properties, types } = data.css;
  let fine = true;
  csstree.walk(value, (node) => {
    if (node.type === "Identifier" && !node.name.startsWith("--")) {
      const keyword = node.name.toLowerCase();
      fine = findings.look(`${property}: ${keyword}`, at(properties, property, keyword)) && fine;
    } else if (node.type === "Function") {
      const nodes = [...named(types, node.name), ...named(properties, node.name)];
      const name = `${node.name}()`;
      fine = (nodes.length > 0 ? findings.lookAtAll(name, nodes) : findings.unknown(name)) && fine;
    } else if (node.type === "Dimension") {
      const unit = node.unit.toLowerCase();
      const group = UNIT_GROUPS.find(([pattern]) => pattern.test(unit))?.[1];
      fine = findings.look(`unit ${unit}`, at(types, "length", group ?? unit)) && fine;
    }
  });
  return fine;
}

/** Whether all is known of a declaration. */
function lookAtDeclaration(findings, { property, value }) {
  const [, prefix, bare] = property.toLowerCase().match(/^(-[a-z]+-)?(.+)$/);
  if (property.startsWith("--")) return findings.look("--*", data.css.properties["custom-property"]);
  const node = at(data.css.properties, bare);
  const known = node ? findings.look(property, node, prefix) : findings.unknown(property);
  return known && lookAtValue(findings, bare, value);
}

/** Whether all is known of a node of a selector, of a condition or of an at-rule by itself. */
function lookAtRule(findings, node, around) {
  const { selectors, "at-rules": rules } = data.css;
  // The name of an attribute in a selector is a node.
  const name = String(node.name?.name ?? node.name).toLowerCase();
  switch (node.type) {
    case "Atrule":
      // The boxes in the margin of a page are named like rules.
      if (around?.name === "page") return findings.look(`@${name}`, at(rules, "page", name));
      return rules[name] ? findings.look(`@${name}`, rules[name]) : findings.unknown(`@${name}`);
    case "Feature": {
      const feature = at(rules.media, name) ?? at(rules.media, name.replace(/^(min|max)-/, ""));
      return feature ? findings.look(`@media (${name})`, feature) : findings.unknown(`@media (${name})`);
    }
    case "FeatureRange":
      return findings.look("@media (a < b)", rules.media.range_syntax);
    case "PseudoClassSelector":
    case "PseudoElementSelector":
      return selectors[name] ? findings.look(`:${name}`, selectors[name]) : findings.unknown(`:${name}`);
    case "NestingSelector":
      return findings.look("&", selectors.nesting);
    default:
      return true;
  }
}

/**
 * What a style uses that one of these browsers lacks. A declaration may use it where an earlier one of the same property
 * in the same block stands in for it.
 */
export function newInStyle(css, browsers = FLOOR) {
  const findings = new Findings(browsers);
  csstree.walk(csstree.parse(css), function (node) {
    lookAtRule(findings, node, this.atrule);
    if (node.type !== "Block") return;
    const given = new Set();
    for (const line of node.children.toArray().filter(({ type }) => type === "Declaration")) {
      const ofLine = new Findings(browsers);
      if (lookAtDeclaration(ofLine, line)) given.add(line.property);
      else if (!given.has(line.property)) Object.assign(findings.found, ofLine.found);
    }
  });
  return findings.found;
}

/** A style as these browsers read it: without the declarations and rules that they do not know. */
export function styleAsRead(css, browsers) {
  const findings = new Findings(browsers);
  const tree = csstree.parse(css);
  const knows = (node) => {
    let known = true;
    csstree.walk(node, (part) => void (known = lookAtRule(findings, part) && known));
    return known;
  };
  csstree.walk(tree, (node, item, list) => {
    const known =
      node.type === "Declaration"
        ? lookAtDeclaration(findings, node)
        : node.type === "Rule"
          ? knows(node.prelude)
          : node.type !== "Atrule" || !node.prelude || knows(node.prelude);
    if (!known && list) list.remove(item);
  });
  return csstree.generate(tree);
}

/** Every name that a member of some object of the browser or the language has, with all that have it. */
const members = new Map();
for (const objects of [data.api, data.javascript.builtins, data.webassembly.api]) {
  for (const [name, member] of Object.values(objects).flatMap((object) => Object.entries(object))) {
    const bare = name.replace(/_static$/, "");
    if (member.__compat) members.set(bare, [...(members.get(bare) ?? []), member]);
  }
}

function globalNamed(name) {
  return at(data.api, name) ?? at(data.javascript.builtins, name) ?? at(data.webassembly.api, name);
}

/** The names that a script gives itself. */
function ownNames(tree) {
  const own = new Set();
  walkScript.full(tree, (node) => {
    const declares = ["VariableDeclarator", "FunctionDeclaration", "ClassDeclaration"].includes(node.type);
    for (const name of [...(declares ? [node.id] : []), ...(node.params ?? [])]) {
      if (name?.type === "Identifier") own.add(name.name);
    }
  });
  return own;
}

/**
 * What a script uses that one of these browsers lacks: globals, static members, and members that no object has in those
 * browsers; whose member it is, the name alone does not tell.
 *
 * @throws SyntaxError where it is written in newer JavaScript than `ecmaVersion`
 */
export function newInScript(script, ecmaVersion = 2021, browsers = FLOOR, sourceType = "script") {
  const findings = new Findings(browsers);
  const tree = acorn.parse(script, { ecmaVersion, sourceType });
  const own = ownNames(tree);
  walkScript.full(tree, (node) => {
    if (node.type === "Identifier" && !own.has(node.name)) {
      findings.look(node.name, globalNamed(node.name));
    } else if (node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier") {
      const { object, property } = node;
      const { name } = property;
      const known = object.type === "Identifier" && !own.has(object.name) ? globalNamed(object.name) : undefined;
      const exact = at(known, name) ?? at(known, `${name}_static`);
      // A global is a member of the window, too.
      const all = exact
        ? [exact]
        : [...(members.get(name) ?? []), globalNamed(name)].filter((found) => found?.__compat);
      if (all.length > 0) findings.lookAtAll(`.${name}`, all);
    }
  });
  return findings.found;
}

/** What one of these browsers lacks of elements and attributes: `["details", "details open", …]`. */
export function newInPage(names, browsers = FLOOR) {
  const findings = new Findings(browsers);
  const { elements, global_attributes: everywhere } = data.html;
  for (const name of names) {
    const [element, attribute] = name.split(" ");
    const node = at(elements, element) ?? at(data.svg.elements, element);
    if (!node) findings.unknown(`<${element}>`);
    else if (!attribute) findings.look(`<${element}>`, node);
    else findings.look(`<${element} ${attribute}>`, at(node, attribute) ?? at(everywhere, attribute));
  }
  return findings.found;
}

/** What one of these browsers lacks of a Content-Security-Policy: its directives, and the keywords in quotes. */
export function newInPolicy(policy, browsers = FLOOR) {
  const findings = new Findings(browsers);
  const directives = data.http.headers["Content-Security-Policy"];
  for (const [directive, ...values] of policy.split(";").map((line) => line.trim().split(/\s+/))) {
    const node = at(directives, directive);
    if (!node) findings.unknown(directive);
    else findings.look(directive, node);
    for (const value of values) findings.look(`${directive} ${value}`, at(node, value.replaceAll("'", "")));
  }
  return findings.found;
}

/** What one of these browsers lacks of WebAssembly, by MDN's names: `["reference-types", "definitions.global.mut"]`. */
export function newInWebAssembly(names, browsers = FLOOR) {
  const findings = new Findings(browsers);
  for (const name of names) {
    const node = at(data.webassembly, ...name.split("."));
    if (node) findings.look(name, node);
    else findings.unknown(name);
  }
  return findings.found;
}

/**
 * What one of these browsers has nothing of, of all that a script can reach: globals, members of objects and of their
 * prototypes: `["scheduler", "Response.json", "Element.prototype.ariaLabel", …]`.
 */
export function absentFromScripts(browsers = FLOOR) {
  const isAbsent = ({ __compat: found }) =>
    Object.entries(browsers).some(([browser, version]) => {
      const statements = [found?.support[browser] ?? []].flat();
      // What a browser has in part is there.
      return found && !statements.some((statement) => holds({ ...statement, partial_implementation: false }, version));
    });
  const members = (objects, places) =>
    Object.entries(objects).flatMap(([name, object]) =>
      Object.keys(object)
        .filter((member) => member !== "__compat" && isAbsent(object[member]))
        .flatMap((member) => places(name, member)),
    );
  const globals = (objects) => Object.keys(objects).filter((name) => isAbsent(objects[name]));
  const { api, javascript, webassembly } = data;
  const ofInterface = (name, member) =>
    member.endsWith("_static") ? `${name}.${member.replace("_static", "")}` : `${name}.prototype.${member}`;
  return [
    ...members(api, ofInterface),
    // Of these the data does not tell which members are those of the prototype.
    ...members(javascript.builtins, (name, member) => [`${name}.${member}`, `${name}.prototype.${member}`]),
    ...members({ WebAssembly: webassembly.api }, (name, member) => `${name}.${member.replace("_static", "")}`),
    ...globals({ ...api, ...javascript.builtins }),
  ];
}
