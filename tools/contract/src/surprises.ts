import type { BundledDocument } from "./documented.js";
import { resolveSchema, type Schema } from "./schema.js";

/** A variant of a good answer that a server may send one day and that no reader may stumble over. */
export interface Surprise {
  readonly what: string;
  readonly value: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Every tolerable surprise in an answer, one at a time: a member more, a member less that is not
 * required, null where it is allowed, a value that an open enum does not list.
 */
export function surprises(
  document: BundledDocument,
  schema: Schema,
  value: unknown,
  path = "",
): readonly Surprise[] {
  const resolved = resolveSchema(document, schema);
  const own: Surprise[] = [];
  if (resolved.nullable && value !== null) own.push({ what: `${path} null`, value: null });
  if (resolved["x-extensible-enum"] !== undefined) {
    own.push({ what: `${path} of a value nobody has seen`, value: "SOMETHING_NEW" });
  }
  if (Array.isArray(value)) {
    const inner = value
      .slice(0, 1)
      .flatMap((item) => surprises(document, resolved.items ?? {}, item, `${path}[]`));
    return [...own, ...inner.map((one) => ({ ...one, value: [one.value, ...value.slice(1)] }))];
  }
  if (typeof value !== "object" || value === null) return own;
  return [...own, ...inObject(document, resolved, value as Members, path)];
}

function inObject(
  document: BundledDocument,
  { properties = {}, required = [] }: Schema,
  value: Members,
  path: string,
): readonly Surprise[] {
  const found: Surprise[] = [
    { what: `${path} with a member more`, value: { ...value, added_later: { a: [1] } } },
  ];
  for (const [name, schema] of Object.entries(properties)) {
    if (!(name in value)) continue;
    const at = path === "" ? name : `${path}.${name}`;
    const { [name]: member, ...rest } = value;
    if (!required.includes(name)) found.push({ what: `${at} absent`, value: rest });
    for (const inner of surprises(document, schema, member, at)) {
      found.push({ ...inner, value: { ...value, [name]: inner.value } });
    }
  }
  return found;
}
