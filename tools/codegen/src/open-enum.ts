import { NULL, STRING, tsLiteral, tsUnion } from "openapi-typescript";
import ts from "typescript";
import { Refusal } from "./refusal.js";

/**
 * The type of a string whose known values are listed in `x-extensible-enum`: an editor offers those,
 * and any other string is accepted, because the provider may add values at any time.
 *
 * Undefined for every other schema, which then gets its usual type; `enum` stays closed.
 */
export function openEnum(schema: object): ts.TypeNode | undefined {
  if (!("x-extensible-enum" in schema)) return undefined;
  const values = schema["x-extensible-enum"];
  if ("enum" in schema) throw new Refusal("enum and x-extensible-enum in one schema");
  if (!Array.isArray(values) || !values.every((value) => typeof value === "string")) {
    throw new Refusal("x-extensible-enum is not a list of strings");
  }
  const types = "type" in schema ? [schema.type].flat() : [];
  if (types.filter((type) => type !== "null").join() !== "string") {
    throw new Refusal(`x-extensible-enum on type ${types.join(", ")}, not string`);
  }

  // Plain `| string` would swallow the literals; an intersection is kept apart.
  const anyString = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([STRING, ts.factory.createTypeLiteralNode([])]),
  );
  const orNull = types.includes("null") ? [NULL] : [];
  return tsUnion([...values.map((value) => tsLiteral(value)), anyString, ...orNull]);
}
