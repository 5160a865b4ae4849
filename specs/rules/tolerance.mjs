import { identifier } from "./names.mjs";
import { eachSchema } from "./schema-walk.mjs";

/** Visits every schema of the bodies of a node (a request body or a response), and their places. */
function inBodies({ content = {} }, { location, resolve }, visit) {
  for (const [mediaType, { schema }] of Object.entries(content)) {
    if (schema === undefined) continue;
    eachSchema(schema, location.child(["content", mediaType, "schema"]), resolve, visit);
  }
}

/** A new value from the server throws in Python and Java. A single value tells a variant. */
const responseOpenEnum = () => ({
  Response(response, ctx) {
    inBodies(response, ctx, ({ enum: values }, location) => {
      if (values === undefined || values.length === 1) return;
      ctx.report({
        message: "An enum of an answer is open: x-extensible-enum.",
        location: location.child("enum"),
      });
    });
  },
});

/** A new member from the server is an error to strict clients. */
const responseOpenObject = () => ({
  Response(response, ctx) {
    inBodies(response, ctx, ({ additionalProperties }, location) => {
      if (additionalProperties !== false) return;
      ctx.report({
        message: "Answers may get new members.",
        location: location.child("additionalProperties"),
      });
    });
  },
});

/** A typo reaches the server. */
const requestClosedEnum = () => ({
  RequestBody(body, ctx) {
    inBodies(body, ctx, (schema, location) => {
      if (!("x-extensible-enum" in schema)) return;
      ctx.report({
        message: "An enum of a request is closed: enum.",
        location: location.child("x-extensible-enum"),
      });
    });
  },
});

/** A list of words that become different constants, with the example and the default among them. */
const enumValues = () => ({
  Schema(schema, { report, location }) {
    for (const keyword of ["enum", "x-extensible-enum"]) {
      const values = schema[keyword];
      if (values === undefined) continue;
      const place = location.child(keyword);
      const words =
        Array.isArray(values) &&
        values.every((value) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value));
      if (!words || values.length === 0 || new Set(values.map(identifier)).size < values.length) {
        report({ message: `${keyword} lists words, each once.`, location: place });
        continue;
      }
      if ([schema.type].flat()[0] !== "string") {
        report({ message: `${keyword} stands beside type: string.`, location: place });
      }
      for (const name of ["default", "example"]) {
        if (schema[name] === undefined || values.includes(schema[name])) continue;
        report({ message: `The ${name} is not in ${keyword}.`, location: location.child(name) });
      }
    }
    if (schema.enum && schema["x-extensible-enum"]) {
      report({ message: "An enum is closed or open, not both.", location });
    }
  },
});

/** What the server fills in is optional, and a server fills in only what it was sent. */
const defaultOptional = () => ({
  Schema({ properties = {}, required = [] }, { report, location }) {
    for (const name of required) {
      if (properties[name]?.default === undefined) continue;
      report({
        message: "A required member has no default.",
        location: location.child(["properties", name, "default"]),
      });
    }
  },
  Response(response, ctx) {
    inBodies(response, ctx, (schema, location) => {
      if (schema.default === undefined) return;
      ctx.report({ message: "An answer has no defaults.", location: location.child("default") });
    });
  },
});

export const toleranceRules = {
  "response-open-enum": responseOpenEnum,
  "response-open-object": responseOpenObject,
  "request-closed-enum": requestClosedEnum,
  "enum-values": enumValues,
  "default-optional": defaultOptional,
};
