import { typeOf } from "./schema-walk.mjs";

const NUMBER = ["minimum", "maximum"];
/** The keywords that say something of a type; beside another they say nothing. */
const KEYWORDS = {
  string: ["minLength", "maxLength", "pattern"],
  integer: NUMBER,
  number: NUMBER,
  boolean: [],
  array: ["items", "minItems", "maxItems"],
  object: ["properties", "required", "additionalProperties", "minProperties", "maxProperties"],
};
const ALL = new Set(Object.values(KEYWORDS).flat());
const INT32 = 2 ** 31;
/** RE2, the engine of Go and others, has neither lookaround nor backreferences. */
const NOT_RE2 = /\(\?<?[=!]|\\[1-9]|\\k</;

const schemaKeywords = () => ({
  Schema(schema, { report, location }) {
    const type = typeOf(schema);
    for (const keyword of Object.keys(schema).filter((name) => ALL.has(name))) {
      if (KEYWORDS[type]?.includes(keyword)) continue;
      report({
        message: `${keyword} says nothing of type ${type}.`,
        location: location.child(keyword).key(),
      });
    }
    if (type === "array" && typeof schema.items !== "object") {
      report({ message: "An array has items.", location });
    }
  },
});

/** The other way round no value fits. */
const schemaLimits = () => ({
  Schema(schema, { report, location }) {
    for (const unit of ["imum", "Length", "Items", "Properties"]) {
      const least = schema[`min${unit}`];
      const most = schema[`max${unit}`];
      if (least === undefined || most === undefined || least <= most) continue;
      report({ message: `min${unit} is above max${unit}.`, location });
    }
    if (schema.format !== "int32") return;
    if (schema.minimum < -INT32 || schema.minimum >= INT32 || schema.maximum >= INT32) {
      report({ message: "An int32 cannot reach this limit.", location });
    }
  },
});

const schemaPattern = () => ({
  Schema({ pattern }, { report, location }) {
    if (pattern === undefined) return;
    const place = location.child("pattern");
    if (NOT_RE2.test(pattern)) {
      report({ message: "Lookaround and backreferences are unknown to RE2.", location: place });
    }
    try {
      new RegExp(pattern, "u");
    } catch (error) {
      report({ message: error.message, location: place });
    }
  },
});

const schemaRequired = () => ({
  Schema({ required }, { report, location }) {
    if (!Array.isArray(required) || new Set(required).size === required.length) return;
    report({ message: "A member is required once.", location: location.child("required") });
  },
});

/** No value is large enough for a schema that requires itself. */
const schemaFinite = () => ({
  Schema(schema, { report, location, resolve }) {
    const reaches = ({ properties = {}, required = [] }, source, seen) =>
      Object.entries(properties).some(([name, property]) => {
        if (!Array.isArray(required) || !required.includes(name)) return false;
        const { node, location: at } = resolve(property, source);
        if (node === schema) return true;
        if (typeof node !== "object" || node === null || seen.has(node)) return false;
        seen.add(node);
        return reaches(node, at.source.absoluteRef, seen);
      });
    if (!reaches(schema, location.source.absoluteRef, new Set())) return;
    report({ message: "This schema requires itself.", location });
  },
});

export const limitRules = {
  "schema-keywords": schemaKeywords,
  "schema-limits": schemaLimits,
  "schema-pattern": schemaPattern,
  "schema-required": schemaRequired,
  "schema-finite": schemaFinite,
};
