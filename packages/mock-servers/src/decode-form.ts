import { decodePairs } from "./decode-pairs.js";
import type { FieldType } from "./field-types.js";
import type { Violation } from "./violation.js";
import { violation } from "./violation.js";

export interface DecodedForm {
  readonly value: Record<string, unknown>;
  readonly violations: readonly Violation[];
}

/**
 * Turns a form body into the object that its schema speaks of: a repeated key is a list where the
 * schema has a list, and text becomes a number or a boolean where the schema has one.
 */
export function decodeForm(text: string, fields: ReadonlyMap<string, FieldType>): DecodedForm {
  const { pairs, violations } = decodePairs(text, "body");
  const values = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const list = values.get(key);
    if (list) list.push(value);
    else values.set(key, [value]);
  }
  const entries = [...values].map(([key, texts]): [string, unknown] => {
    const type = fields.get(key);
    const items = texts.map((item) => readScalar(item, type));
    // An undocumented key may repeat: the document, not the decoder, decides about it.
    if (type ? type.list : items.length > 1) return [key, items];
    return [key, items.at(-1)];
  });
  return {
    // fromEntries defines members, so that a field called __proto__ is only a field.
    value: Object.fromEntries(entries),
    violations: [...violations, ...findRepeated(values, fields), ...findMisspelt(values, fields)],
  };
}

function readScalar(text: string, type: FieldType | undefined): unknown {
  if (type?.scalar === "number" && /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (type?.scalar === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

function findRepeated(
  values: ReadonlyMap<string, readonly string[]>,
  fields: ReadonlyMap<string, FieldType>,
): Violation[] {
  return [...values]
    .filter(([key, texts]) => texts.length > 1 && fields.get(key)?.list === false)
    .map(([key, texts]) =>
      violation(
        "invalid",
        `Request body field ${key} is sent ${texts.length} times, but it holds one value`,
      ),
    );
}

/** The usual ways to get a key with brackets wrong: `ids`, `ids[0]`, `ids[][0]` for `ids[]`. */
function findMisspelt(
  values: ReadonlyMap<string, unknown>,
  fields: ReadonlyMap<string, FieldType>,
): Violation[] {
  const missing = [...fields.keys()].filter((name) => name.endsWith("[]") && !values.has(name));
  return [...values.keys()].flatMap((key) => {
    const meant = missing.find((name) => key.replace(/(\[\d*\])*$/, "[]") === name);
    if (meant === undefined) return [];
    return [
      violation("invalid", `Request body field ${key} is not documented, it is called ${meant}`),
    ];
  });
}
