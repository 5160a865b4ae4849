import type { Maybe, OpenApiDocument, Parameter } from "./document.js";
import { Refusal, within } from "./refusal.js";
import { resolve } from "./resolve.js";
import { schemaType } from "./schema-type.js";
import type { QueryRule } from "./table.js";

type Nodes = readonly Maybe<Parameter>[];

/**
 * How each query parameter of an operation is sent. Those of the operation override those of its
 * path with the same name and place, as OpenAPI says. Of path parameters the template says it all.
 */
export function queryRules(
  document: OpenApiDocument,
  path: string,
  ofPath: Nodes = [],
  ofOperation: Nodes = [],
): Record<string, QueryRule> {
  const byPlace = new Map<string, Parameter>();
  for (const node of [...ofPath, ...ofOperation]) {
    const parameter = resolve<Parameter>(document, node);
    byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
  }

  const names = new Set<string>();
  const inPath: string[] = [];
  const rules: Record<string, QueryRule> = {};
  for (const parameter of byPlace.values()) {
    const { name } = parameter;
    within(`parameter ${name}`, () => {
      if (names.has(name)) throw new Refusal("two parameters have this name");
      names.add(name);
      const rule = queryRule(document, parameter);
      if (parameter.in === "path") inPath.push(name);
      else rules[name] = rule;
    });
  }
  checkTemplate(path, inPath);
  return rules;
}

function queryRule(document: OpenApiDocument, parameter: Parameter): QueryRule {
  const place = parameter.in;
  if (place !== "path" && place !== "query") {
    throw new Refusal(`it is in ${place}; only path and query are supported`);
  }
  if (place === "path" && parameter.required !== true) {
    throw new Refusal("a path parameter must be required");
  }
  if (parameter.allowReserved === true) throw new Refusal("allowReserved is not supported");
  const isArray = checkSchema(document, parameter) === "array";

  const supported = place === "path" ? "simple" : "form";
  const style = parameter.style ?? supported;
  if (style !== supported) {
    throw new Refusal(`style ${style} is not supported in ${place}; only ${supported} is`);
  }
  return isArray && (parameter.explode ?? style === "form") ? { explode: true } : {};
}

function checkSchema(document: OpenApiDocument, { schema }: Parameter): string {
  if (schema === undefined) throw new Refusal("it has no schema");
  const { type, schema: found } = schemaType(document, schema);
  const item = type === "array" && found.items ? schemaType(document, found.items).type : type;
  if (item === "object" || item === "array") {
    throw new Refusal("only scalars and arrays of scalars are supported");
  }
  return type;
}

function checkTemplate(path: string, inPath: readonly string[]): void {
  const inTemplate = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name]) => name ?? "");
  const undeclared = inTemplate.find((name) => !inPath.includes(name));
  if (undeclared !== undefined) throw new Refusal(`{${undeclared}} in the path is not declared`);
  const unused = inPath.find((name) => !inTemplate.includes(name));
  if (unused !== undefined) throw new Refusal(`parameter ${unused}: the path has no {${unused}}`);
}
