import type { Maybe, OpenApiDocument, Parameter } from "./document.js";
import { Refusal, within } from "./refusal.js";
import { resolve } from "./resolve.js";
import { schemaType } from "./schema-type.js";
import type { ParameterRule } from "./table.js";

type Nodes = readonly Maybe<Parameter>[];

/**
 * How each parameter of an operation is sent. Those of the operation override those of its path
 * with the same name and place, as OpenAPI says.
 */
export function parameterRules(
  document: OpenApiDocument,
  path: string,
  ofPath: Nodes = [],
  ofOperation: Nodes = [],
): Record<string, ParameterRule> {
  const byPlace = new Map<string, Parameter>();
  for (const node of [...ofPath, ...ofOperation]) {
    const parameter = resolve<Parameter>(document, node);
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }

  const rules: Record<string, ParameterRule> = {};
  for (const parameter of byPlace.values()) {
    const { name } = parameter;
    rules[name] = within(`parameter ${name}`, () => {
      if (rules[name]) throw new Refusal("two parameters have this name");
      return rule(document, parameter);
    });
  }
  checkTemplate(path, rules);
  return rules;
}

function rule(document: OpenApiDocument, parameter: Parameter): ParameterRule {
  const place = parameter.in;
  if (place !== "path" && place !== "query") {
    throw new Refusal(`it is in ${place}; only path and query are supported`);
  }
  if (place === "path" && parameter.required !== true) {
    throw new Refusal("a path parameter must be required");
  }
  if (parameter.allowReserved === true) throw new Refusal("allowReserved is not supported");
  checkSchema(document, parameter);

  const supported = place === "path" ? "simple" : "form";
  const style = parameter.style ?? supported;
  if (style !== supported) {
    throw new Refusal(`style ${style} is not supported in ${place}; only ${supported} is`);
  }
  return {
    in: place,
    required: parameter.required ?? false,
    style: supported,
    explode: parameter.explode ?? style === "form",
  };
}

function checkSchema(document: OpenApiDocument, { schema }: Parameter): void {
  if (schema === undefined) throw new Refusal("it has no schema");
  const { type, schema: found } = schemaType(document, schema);
  const item = type === "array" && found.items ? schemaType(document, found.items).type : type;
  if (item === "object" || item === "array") {
    throw new Refusal("only scalars and arrays of scalars are supported");
  }
}

function checkTemplate(path: string, rules: Readonly<Record<string, ParameterRule>>): void {
  const inTemplate = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name]) => name ?? "");
  const inPath = Object.keys(rules).filter((name) => rules[name]?.in === "path");
  const undeclared = inTemplate.find((name) => !inPath.includes(name));
  if (undeclared !== undefined) throw new Refusal(`{${undeclared}} in the path is not declared`);
  const unused = inPath.find((name) => !inTemplate.includes(name));
  if (unused !== undefined) throw new Refusal(`parameter ${unused}: the path has no {${unused}}`);
}
