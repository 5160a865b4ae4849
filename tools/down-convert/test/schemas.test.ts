import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../src/down-convert.js";
import { convertSchema } from "./support.js";

const said: Record<string, { in31: Json; in30: Json }> = {
  "a type or null": {
    in31: { type: ["string", "null"], description: "Name." },
    in30: { type: "string", nullable: true, description: "Name." },
  },
  "a list of one type": { in31: { type: ["string"] }, in30: { type: "string" } },
  "listed values or null": {
    in31: { type: ["string", "null"], enum: ["a", null] },
    in30: { type: "string", nullable: true, enum: ["a", null] },
  },
  "a schema or null": {
    in31: { oneOf: [{ type: "string", enum: ["a"] }, { type: "null" }], description: "Name." },
    in30: { type: "string", enum: ["a", null], nullable: true, description: "Name." },
  },
  "a constant": {
    in31: { type: "string", const: "a" },
    in30: { type: "string", enum: ["a"] },
  },
  "an exclusive limit": {
    in31: { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 9 },
    in30: {
      type: "integer",
      minimum: 0,
      exclusiveMinimum: true,
      maximum: 9,
      exclusiveMaximum: true,
    },
  },
  "both limits, the exclusive one stricter": {
    in31: { type: "integer", minimum: 1, exclusiveMinimum: 1, maximum: 9, exclusiveMaximum: 9 },
    in30: {
      type: "integer",
      minimum: 1,
      exclusiveMinimum: true,
      maximum: 9,
      exclusiveMaximum: true,
    },
  },
  "both limits, the inclusive one stricter": {
    in31: { type: "integer", exclusiveMinimum: 0, minimum: 1, exclusiveMaximum: 9, maximum: 8 },
    in30: { type: "integer", minimum: 1, maximum: 8 },
  },
  "one example": {
    in31: { type: "string", examples: ["a"] },
    in30: { type: "string", example: "a" },
  },
  "bytes as base64": {
    in31: { type: "string", contentEncoding: "base64" },
    in30: { type: "string", format: "byte" },
  },
  "an array of anything": { in31: { type: "array" }, in30: { type: "array", items: {} } },
  "anything, and nothing": {
    in31: { type: "object", properties: { any: true, none: false }, additionalProperties: false },
    in30: {
      type: "object",
      properties: { any: {}, none: { not: {} } },
      additionalProperties: false,
    },
  },
  "schemas inside schemas": {
    in31: {
      type: "object",
      additionalProperties: { type: ["string", "null"] },
      properties: { list: { type: "array", items: { type: ["integer", "null"] } } },
      allOf: [{ type: "object", properties: { kind: { const: "a" } } }],
    },
    in30: {
      type: "object",
      additionalProperties: { type: "string", nullable: true },
      properties: { list: { type: "array", items: { type: "integer", nullable: true } } },
      allOf: [{ type: "object", properties: { kind: { enum: ["a"] } } }],
    },
  },
  "a choice of schemas with a discriminator": {
    in31: {
      oneOf: [{ $ref: "#/components/schemas/Other" }, { $ref: "#/components/schemas/It" }],
      discriminator: { propertyName: "kind" },
    },
    in30: {
      oneOf: [{ $ref: "#/components/schemas/Other" }, { $ref: "#/components/schemas/It" }],
      discriminator: { propertyName: "kind" },
    },
  },
  "a reference with a description of its own": {
    in31: { $ref: "#/components/schemas/Other", description: "Another." },
    in30: { allOf: [{ $ref: "#/components/schemas/Other" }], description: "Another." },
  },
  "an extension": {
    in31: { type: "string", "x-extensible-enum": ["a"] },
    in30: { type: "string", "x-extensible-enum": ["a"] },
  },
};

const Other = { type: "object", properties: { name: { type: "string" } } };

test.each(Object.entries(said))("%s keeps its meaning", (_, { in31, in30 }) => {
  const { schema, others, lost } = convertSchema(in31, { Other });
  expect(schema).toEqual(in30);
  expect(others).toEqual({ Other });
  expect(lost).toEqual([]);
});

describe("a reference that may be null", () => {
  const orOther = { anyOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] };

  test("becomes the schema it names, which loses its name when nobody else uses it", () => {
    const { schema, others, lost } = convertSchema(
      {
        type: "object",
        properties: { other: { ...orOther, description: "Another." } },
      },
      { Other },
    );
    expect(schema).toEqual({
      type: "object",
      properties: { other: { ...Other, nullable: true, description: "Another." } },
    });
    expect(others).toEqual({});
    expect(lost).toEqual([
      "/components/schemas/It/properties/other: the name of its type, #/components/schemas/Other",
    ]);
  });

  test("leaves the schema there for those who use it without null", () => {
    const more: JsonObject = { type: "array", items: { $ref: "#/components/schemas/Other" } };
    expect(convertSchema(orOther, { Other, more }).others).toEqual({ Other, more });
  });

  test("keeps null among the values of an enum", () => {
    const { schema } = convertSchema(orOther, { Other: { type: "string", enum: ["a"] } });
    expect(schema).toEqual({ type: "string", enum: ["a", null], nullable: true });
  });
});

const lost: Record<string, { schema: JsonObject; place: string }> = {
  "all examples but the first": {
    schema: { type: "string", examples: ["a", "b"] },
    place: "/components/schemas/It/examples",
  },
  "a comment": {
    schema: { type: "string", $comment: "why" },
    place: "/components/schemas/It/$comment",
  },
  "what a text holds": {
    schema: { type: "string", contentMediaType: "application/json", contentSchema: {} },
    place: "/components/schemas/It/contentMediaType",
  },
  "an encoding that no format stands for": {
    schema: { type: "string", contentEncoding: "base32" },
    place: "/components/schemas/It/contentEncoding",
  },
};

test.each(Object.entries(lost))("%s is left out, and named", (_, { schema, place }) => {
  const converted = convertSchema(schema);
  expect(converted.lost).toContain(place);
  expect(Object.keys(converted.schema as JsonObject).sort()).toEqual(
    place.endsWith("examples") ? ["example", "type"] : ["type"],
  );
});

const refused: Record<string, { schema: Json; why: string; others?: JsonObject }> = {
  "several types": { schema: { type: ["string", "integer"] }, why: "has 2 types" },
  "nothing but null": { schema: { type: "null" }, why: "is nothing but null" },
  "a condition": { schema: { if: {}, else: {} }, why: "has if" },
  "a tuple": { schema: { type: "array", prefixItems: [{}] }, why: "has prefixItems" },
  "properties by pattern": { schema: { patternProperties: {} }, why: "has patternProperties" },
  "properties that depend": { schema: { dependentRequired: {} }, why: "has dependentRequired" },
  "unevaluated properties": {
    schema: { unevaluatedProperties: false },
    why: "has unevaluatedProperties",
  },
  "the word of 3.0 in 3.1": { schema: { type: "string", nullable: true }, why: "has nullable" },
  "a misspelt keyword": { schema: { type: "string", descripton: "a" }, why: "has descripton" },
  "a constant beside an enum": { schema: { const: 1, enum: [1, 2] }, why: "has const and enum" },
  "the exclusive flag of 3.0": {
    schema: { type: "integer", minimum: 1, exclusiveMinimum: true },
    why: "has an exclusiveMinimum that is no number",
  },
  "one of three, null among them": {
    schema: { anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] },
    why: "/components/schemas/It/anyOf/2 is nothing but null",
  },
  "null or something without a type": {
    schema: { anyOf: [{ enum: ["a"] }, { type: "null" }] },
    why: "may be null, and is not of one type",
  },
  "a limit beside a choice and inside it": {
    schema: { maxLength: 5, anyOf: [{ type: "string", maxLength: 9 }, { type: "null" }] },
    why: "has maxLength beside and inside a choice",
  },
  "a schema that may be null and holds itself": {
    schema: {
      type: "object",
      properties: { parent: { anyOf: [{ $ref: "#/components/schemas/It" }, { type: "null" }] } },
    },
    why: "leads back to itself",
  },
  "null or a reference to nowhere": {
    schema: { anyOf: [{ $ref: "#/components/schemas/Nothing" }, { type: "null" }] },
    why: "is not of one type",
  },
  "a schema that is none": { schema: "string", why: "is not a schema" },
};

test.each(Object.entries(refused))("%s is refused", (_, { schema, why, others }) => {
  expect(() => convertSchema(schema, others)).toThrow(why);
});
