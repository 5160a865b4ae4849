// The part of OpenAPI 3.1 that every generator digests; docs/decisions/0002-documents.md says why.
import { describe, expect, test } from "vitest";
import {
  apis,
  array,
  at,
  bodiesOf,
  type JsonObject,
  object,
  operationsOf,
  readDocument,
  resolve,
  string,
  walk,
} from "./document.js";

const SCALARS = ["string", "integer", "number", "boolean"];
const BANNED = [
  "oneOf",
  "allOf",
  "not",
  "if",
  "discriminator",
  "const",
  "nullable",
  "prefixItems",
  "patternProperties",
  "unevaluatedProperties",
  "dependentRequired",
  "exclusiveMinimum",
  "exclusiveMaximum",
];

describe.each(apis)("%s stays inside the portable subset", (api) => {
  const document = readDocument(api);
  const schemas = object(at(document, "components", "schemas"));

  /** Every schema, also inside others, with a name for messages. */
  function eachSchema(visit: (schema: JsonObject, place: string) => void): void {
    const inside = (value: JsonObject, place: string) => {
      visit(value, place);
      for (const [name, property] of Object.entries(object(value.properties ?? {}))) {
        inside(object(property), `${place}.${name}`);
      }
      if (value.items !== undefined) inside(object(value.items), `${place}[]`);
    };
    for (const [name, schema] of Object.entries(schemas)) inside(object(schema), name);
  }

  test("it is OpenAPI 3.1.0, in one file", () => {
    expect(document.openapi).toBe("3.1.0");
    walk(document, (node, pointer) => {
      if (pointer.at(-2) === "examples") expect(node).toHaveProperty("value");
      if (typeof node.$ref === "string") expect(node.$ref).toMatch(/^#\/components\//);
    });
  });

  test("operationIds are camelCase", () => {
    for (const { id } of operationsOf(document)) expect(id).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
  });

  test("one media type per body, and every body is a named schema", () => {
    for (const entry of operationsOf(document)) {
      const bodies = bodiesOf(document, entry);
      expect(new Set(bodies.map(({ of }) => of)).size).toBe(bodies.length);
      for (const { schema } of bodies) expect(schema.$ref).toMatch(/^#\/components\/schemas\/\w+$/);
    }
  });

  test("an operation has one error type", () => {
    for (const entry of operationsOf(document)) {
      const errors = bodiesOf(document, entry).filter(({ of }) => !/^(request|2..)$/.test(of));
      expect(new Set(errors.map(({ schema }) => schema.$ref)).size, entry.id).toBe(1);
    }
  });

  test("components are objects, never scalars", () => {
    for (const [name, schema] of Object.entries(schemas)) {
      expect(object(schema).type, name).toBe("object");
    }
  });

  test("keywords that some generator trips over are not used", () => {
    eachSchema((schema, place) => {
      expect(
        Object.keys(schema).filter((key) => BANNED.includes(key)),
        place,
      ).toEqual([]);
      if (schema.$ref !== undefined) expect(Object.keys(schema), place).toEqual(["$ref"]);
    });
  });

  test("a type is one type, or one with null; a nullable reference is anyOf of it and null", () => {
    eachSchema((schema, place) => {
      if (schema.anyOf !== undefined) {
        const [reference, nothing, ...more] = array(schema.anyOf);
        expect(at(reference, "$ref"), place).toBeDefined();
        expect([nothing, ...more], place).toEqual([{ type: "null" }]);
      } else if (Array.isArray(schema.type)) {
        const [type, nothing, ...more] = schema.type;
        expect(SCALARS, place).toContain(type);
        expect([nothing, ...more], place).toEqual(["null"]);
        expect(schema.enum, place).toBeUndefined();
      } else if (schema.$ref === undefined) {
        expect(typeof schema.type, place).toBe("string");
      }
    });
  });

  test("every scalar has an example, and everything a description", () => {
    eachSchema((schema, place) => {
      if (schema.$ref !== undefined) return;
      expect(schema.description, place).toMatch(/\S/);
      const [type] = [schema.type ?? "reference"].flat();
      if (SCALARS.includes(string(type))) expect(schema.example, place).toBeDefined();
    });
  });

  test("enums are closed in requests only, and answers stay open to new members", () => {
    const reachable = (roots: JsonObject[]): JsonObject[] => {
      const seen = new Set<string>();
      const visit = (node: JsonObject) =>
        walk(node, (inner) => {
          if (typeof inner.$ref !== "string" || seen.has(inner.$ref)) return;
          seen.add(inner.$ref);
          visit(resolve(document, inner));
        });
      roots.forEach(visit);
      return [...seen].map(($ref) => resolve(document, { $ref }));
    };
    const bodies = operationsOf(document).flatMap((entry) => bodiesOf(document, entry));
    const schemasOf = (request: boolean) =>
      reachable(
        bodies.filter(({ of }) => (of === "request") === request).map(({ schema }) => schema),
      );
    for (const schema of schemasOf(false)) {
      walk(schema, (node) => {
        expect(node.enum).toBeUndefined();
        expect(node.additionalProperties).not.toBe(false);
      });
    }
    for (const schema of schemasOf(true)) {
      walk(schema, (node) => expect(node["x-extensible-enum"]).toBeUndefined());
    }
  });
});
