import { describe, expect, test } from "vitest";
import {
  apis,
  array,
  at,
  type Json,
  type JsonObject,
  object,
  readDocument,
  string,
} from "./document.js";
import { members } from "./members.js";

/** The type of a member in the short form of members.ts, such as `string+` or `PollOption[]`. */
function typeOf(schema: JsonObject): string {
  if (schema.$ref !== undefined) return string(schema.$ref).replace("#/components/schemas/", "");
  if (schema.anyOf !== undefined) return typeOf(object(array(schema.anyOf)[0]));
  if (schema.type === "array") {
    return `${typeOf(object(schema.items))}[]${schema.minItems === 1 ? "+" : ""}`;
  }
  const type = string([schema.type ?? null].flat()[0]);
  const limits = [schema.minLength === 1 ? "+" : "", schema.minimum === 0 ? ">=0" : ""].join("");
  return `${schema.format ?? type}${limits}`;
}

/** A schema in the short form of members.ts. */
function short(schema: Json | undefined): string[] {
  const required = array(at(schema, "required") ?? []);
  return Object.entries(object(at(schema, "properties"))).map(([name, node]) => {
    const property = object(node);
    const nullable = JSON.stringify([property.type ?? null, property.anyOf ?? null]).includes(
      '"null"',
    );
    const open = property["x-extensible-enum"];
    const values = open === undefined ? array(property.enum ?? []) : [...array(open), "…"];
    return [
      name,
      required.includes(name) ? "!" : "",
      `: ${typeOf(property)}`,
      nullable ? "?" : "",
      values.length > 0 ? ` = ${values.join("|")}` : "",
    ].join("");
  });
}

describe.each(apis)("%s promises exactly the documented members", (api) => {
  const schemas = object(at(readDocument(api), "components", "schemas"));

  test("no schema more, none less", () => {
    expect(Object.keys(schemas).sort()).toEqual(Object.keys(members[api]).sort());
  });

  test.each(Object.entries(members[api]))("%s", (name, expected) => {
    expect(short(schemas[name])).toEqual(expected);
  });
});
