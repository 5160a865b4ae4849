import { describedOutside, isNothing, SCALARS, typeOf, typesOf } from "./schema-walk.mjs";

/** Keywords that some generator trips over, or that 3.0 has no words for. */
const UNPORTABLE = [
  ...["allOf", "not", "if", "then", "else", "const", "dependentRequired", "dependentSchemas"],
  ...["prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems"],
  ...["patternProperties", "propertyNames", "unevaluatedProperties", "uniqueItems"],
  ...["exclusiveMinimum", "exclusiveMaximum", "multipleOf", "readOnly", "writeOnly", "xml"],
  ...["contentEncoding", "contentMediaType", "contentSchema", "examples", "externalDocs"],
  ...["$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$defs", "$schema", "$comment"],
];

const FORMATS = {
  string: ["date-time", "date", "uri", "uuid", "email"],
  integer: ["int32", "int64"],
  number: ["float", "double"],
};
/** Without a format a number is of another size in every language. */
const SIZED = ["integer", "number"];

const schemaPortable = () => ({
  Schema(schema, { report, location, specVersion }) {
    // The 3.0 twin says "or null" in the only way that it can.
    const unknown = specVersion === "oas3_0" ? [] : ["nullable"];
    for (const keyword of [...UNPORTABLE, ...unknown].filter((name) => name in schema)) {
      report({
        message: `"${keyword}" is outside the portable subset.`,
        location: location.child(keyword).key(),
      });
    }
  },
});

const schemaOneType = () => ({
  Schema(schema, { report, location, key }) {
    if (isNothing(schema) && typeof key === "number") return;
    const types = typesOf(schema);
    const choice = ["anyOf", "oneOf"].filter((keyword) => keyword in schema).length;
    const one = types.length === 1 && types[0] !== "null";
    const orNull = types.length === 2 && types[1] === "null" && SCALARS.includes(types[0]);
    if (choice === 1 ? types.length === 0 : choice === 0 && (one || orNull)) return;
    report({
      message: "A schema has one type, or one scalar type and null, in this order.",
      location,
    });
  },
});

const schemaNoInlineNullableEnum = () => ({
  Schema(schema, { report, location }) {
    const nullable = typesOf(schema).includes("null") || schema.nullable === true;
    if (!nullable || schema.enum === undefined) return;
    report({
      message: "An enum that may be null is anyOf a named enum and null.",
      location: location.child("enum"),
    });
  },
});

/** anyOf says "this or null", and nothing else. */
const schemaNullableReference = () => ({
  Schema({ anyOf }, { report, location }) {
    if (anyOf === undefined) return;
    const [reference = {}, nothing = {}, ...more] = anyOf;
    if (reference.$ref && isNothing(nothing) && !more.length) return;
    report({
      message: 'anyOf is a reference and {type: "null"}, in this order.',
      location: location.child("anyOf"),
    });
  },
});

/** A union is named variants, told apart by a member that each of them has. */
const schemaDiscriminator = () => ({
  Schema({ oneOf, discriminator }, { report, location, resolve }) {
    const { propertyName, mapping = {} } = discriminator ?? {};
    if (oneOf === undefined) {
      if (discriminator === undefined) return;
      report({ message: "A discriminator stands beside oneOf.", location });
      return;
    }
    if (propertyName === undefined) {
      report({ message: "oneOf has a discriminator.", location: location.child("oneOf") });
      return;
    }
    const mapped = new Map();
    for (const [value, $ref] of Object.entries(mapping)) {
      const target = resolve({ $ref }).location?.absolutePointer;
      if (target !== undefined) mapped.set(target, value);
    }
    for (const [index, branch] of oneOf.entries()) {
      const { node = {}, location: at } = resolve(branch);
      const tag = resolve(node.properties?.[propertyName] ?? {}, at?.source.absoluteRef).node ?? {};
      const named = branch.$ref && mapped.has(at?.absolutePointer);
      const required = node.required?.includes(propertyName);
      const value = mapped.get(at?.absolutePointer);
      if (named && required && tag.enum?.length === 1 && tag.enum[0] === value) continue;
      report({
        message: `A branch is a reference that the mapping names, and requires "${propertyName}" with an enum of just that name.`,
        location: location.child(["oneOf", index]),
      });
    }
    if (mapped.size !== oneOf.length || mapped.size !== Object.keys(mapping).length) {
      report({
        message: "The mapping names every branch once, and nothing else.",
        location: location.child("discriminator"),
      });
    }
  },
});

const schemaFormat = () => ({
  Schema(schema, { report, location }) {
    const type = typeOf(schema);
    const { format } = schema;
    if (format === undefined ? !SIZED.includes(type) : FORMATS[type]?.includes(format)) return;
    report({
      message: `Formats of ${type} are: ${FORMATS[type]?.join(", ") ?? "none"}. Found: ${format ?? "none"}.`,
      location: format === undefined ? location : location.child("format"),
    });
  },
});

/** A named text becomes a class around a text; components are for objects. */
const schemaReference = () => ({
  ref(node, { report, location, resolve, type }) {
    if (/^[a-z]+:/i.test(node.$ref)) {
      report({ message: "A document needs no other host.", location: location.child("$ref") });
    }
    if (Object.keys(node).length > 1) {
      report({ message: "Nothing stands beside $ref: 3.0 would ignore it.", location });
    }
    if (type.name !== "Schema") return;
    const target = resolve(node).node;
    if (target === undefined || typeOf(target) === "object" || target.oneOf || target.enum) return;
    report({ message: "A named schema is an object, an enum or a union.", location });
  },
});

/** People learn a member from its example; mock servers and tests start from it. */
const schemaExample = () => ({
  Schema(schema, { report, location, key, parent }) {
    if (schema.example !== undefined || !SCALARS.includes(typeOf(schema))) return;
    if (describedOutside(key, parent)) return;
    report({ message: "Every scalar has an example.", location });
  },
});

export const schemaRules = {
  "schema-portable": schemaPortable,
  "schema-one-type": schemaOneType,
  "schema-no-inline-nullable-enum": schemaNoInlineNullableEnum,
  "schema-nullable-reference": schemaNullableReference,
  "schema-discriminator": schemaDiscriminator,
  "schema-format": schemaFormat,
  "schema-reference": schemaReference,
  "schema-example": schemaExample,
};
