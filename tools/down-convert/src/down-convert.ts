import { convertSchema } from "./convert-schema.js";
import { grammar, type ObjectGrammar, type ObjectName, type Shape } from "./grammar.js";
import { isExtension, isObject, type Json, type JsonObject } from "./json.js";
import { CannotSayError, pointerTo, type Report } from "./report.js";
import { securityProblems } from "./security-problems.js";
import { dropUnused } from "./unused-schemas.js";

export type { Json, JsonObject } from "./json.js";
export { CannotSayError } from "./report.js";

/** A document of OpenAPI 3.0.3, and what it says less than the one it was made from. */
export interface DownConverted {
  readonly document: JsonObject;
  /** Places of the 3.1 document that only inform and have no counterpart in 3.0. */
  readonly lost: readonly string[];
}

/**
 * Says a bundled OpenAPI 3.1 document in OpenAPI 3.0.3.
 *
 * Throws `CannotSayError`, which lists every place, when something would mean another thing or
 * nothing in 3.0. Extensions (`x-`) are kept as they are.
 */
export function downConvert(document: JsonObject): DownConverted {
  if (!/^3\.1\.\d+$/.test(String(document.openapi))) {
    throw new CannotSayError([`/openapi: ${document.openapi} is no version of OpenAPI 3.1`]);
  }
  const report: Report = { lost: [], refused: securityProblems(document), inlined: new Set() };

  const convert = (value: Json, shape: Shape, place: string): Json => {
    if (shape === "value") return value;
    if (shape === "schema") {
      return convertSchema(value, place, { document, report, inlined: [] });
    }
    if (typeof shape === "string") return convertObject(value, shape, place);
    if ("list" in shape) {
      return Array.isArray(value)
        ? value.map((item, index) => convert(item, shape.list, pointerTo(place, index)))
        : refuse(place, "is not a list");
    }
    if (!isObject(value)) return refuse(place, "is not an object");
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        convert(member, shape.map, pointerTo(place, name)),
      ]),
    );
  };

  const convertObject = (value: Json, name: ObjectName, place: string): Json => {
    if (!isObject(value)) return refuse(place, "is not an object");
    const { members, others, lost } = "$ref" in value ? REFERENCE : grammar[name];
    const converted: Record<string, Json> = {};
    for (const [member, inner] of Object.entries(value)) {
      const here = pointerTo(place, member);
      const shape = members[member] ?? others;
      if (isExtension(member)) converted[member] = inner;
      else if (shape !== undefined) converted[member] = convert(inner, shape, here);
      else if (lost?.includes(member)) report.lost.push(here);
      else refuse(here, "is not known here");
    }
    if (name === "bodylessOperation" || name === "operation") needResponses(converted, place);
    return converted;
  };

  const needResponses = (operation: JsonObject, place: string): void => {
    if (operation.responses === undefined) refuse(place, "has no responses, which 3.0 requires");
  };

  const refuse = (place: string, why: string): null => {
    report.refused.push(`${place} ${why}`);
    return null;
  };

  // Both versions want `openapi`; only 3.0 wants `paths`.
  const complete = { ...document, openapi: "3.0.3", paths: document.paths ?? {} };
  const converted = convert(complete, "document", "") as JsonObject;
  if (report.refused.length > 0) throw new CannotSayError(report.refused);
  return { document: dropUnused(converted, report.inlined), lost: report.lost };
}

/** 3.0 takes nothing beside `$ref`; 3.1 takes texts that overrule those of the target. */
const REFERENCE: ObjectGrammar = {
  members: { $ref: "value" },
  lost: ["summary", "description"],
};
