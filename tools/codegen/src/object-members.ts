import type { OpenApiDocument, Schema } from "./document.js";
import { Refusal } from "./refusal.js";
import { resolve } from "./resolve.js";

export interface Members {
  readonly properties: Map<string, Schema>;
  readonly required: Set<string>;
}

/** The members of an object schema, with those of its `allOf` parts. */
export function objectMembers(document: OpenApiDocument, from: Schema): Members {
  const members: Members = { properties: new Map(), required: new Set() };
  collect(document, from, members);
  return members;
}

function collect(document: OpenApiDocument, from: Schema, members: Members): void {
  const schema = resolve<Schema>(document, from);
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) {
    throw new Refusal("variants (anyOf, oneOf) of an object; its members must be one list");
  }
  for (const part of schema.allOf ?? []) collect(document, part, members);
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    members.properties.set(name, member);
  }
  for (const name of schema.required ?? []) members.required.add(name);
}
