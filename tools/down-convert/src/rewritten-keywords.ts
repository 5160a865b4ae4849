import type { Json, JsonObject } from "./json.js";

/** Where a keyword stands, and where its converter reports to. */
export interface Around {
  readonly schema: JsonObject;
  /** The keyword only informs and is left out, in whole or in part. */
  lose(): void;
  /** 3.0 has no words for it. */
  refuse(why: string): void;
}

type Rewrite = (value: Json, around: Around) => JsonObject;

/** Keywords that 3.0 has other words for. */
export const rewritten: Readonly<Record<string, Rewrite>> = {
  type(value, { refuse }) {
    const types = Array.isArray(value) ? value : [value];
    const [type, ...more] = types.filter((name) => name !== "null");
    if (type === undefined) refuse("is nothing but null");
    if (more.length > 0) refuse(`has ${more.length + 1} types`);
    const nullable = types.includes("null") ? { nullable: true } : {};
    return type === undefined ? {} : { type, ...nullable };
  },

  const(value, { schema, refuse }) {
    if (schema.enum !== undefined) refuse("has const and enum");
    return { enum: [value] };
  },

  examples(value, { schema, lose }) {
    const [first, ...more] = Array.isArray(value) ? value : [];
    const taken = schema.example === undefined && first !== undefined;
    if (more.length > 0 || !taken) lose();
    return taken ? { example: first } : {};
  },

  contentEncoding(value, { schema, lose }) {
    if (value === "base64" && schema.format === undefined) return { format: "byte" };
    lose();
    return {};
  },

  minimum: (value, { schema }) =>
    Number(schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) < Number(value)
      ? { minimum: value }
      : {},
  maximum: (value, { schema }) =>
    Number(schema.exclusiveMaximum ?? Number.POSITIVE_INFINITY) > Number(value)
      ? { maximum: value }
      : {},
  // In 3.0 the exclusive limits are flags of the inclusive ones. The stricter of two is kept.
  exclusiveMinimum(value, { schema, refuse }) {
    if (typeof value !== "number") refuse("has an exclusiveMinimum that is no number");
    return Number(schema.minimum ?? Number.NEGATIVE_INFINITY) <= Number(value)
      ? { minimum: value, exclusiveMinimum: true }
      : {};
  },
  exclusiveMaximum(value, { schema, refuse }) {
    if (typeof value !== "number") refuse("has an exclusiveMaximum that is no number");
    return Number(schema.maximum ?? Number.POSITIVE_INFINITY) >= Number(value)
      ? { maximum: value, exclusiveMaximum: true }
      : {};
  },
};
