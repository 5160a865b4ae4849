import type { Call } from "../call.js";
import { noteSecret } from "../masking/note-secret.js";
import { refuse } from "../refuse.js";

/** How arrays are written: by name, whether the name is repeated for each item. */
export type PairRules = Readonly<Record<string, { readonly explode?: boolean }>>;

/**
 * Encodes members as `name=value` pairs, for a form body as for a query.
 *
 * Members come in the order of the document, then those that it does not know. An array repeats its
 * name for each item (`explode`), else its items are joined by commas; undefined members are left
 * out. Brackets in names stay raw, as IBM's pages show them; a space becomes `%20`, which every
 * server reads alike.
 */
export function encodePairs(
  call: Call,
  members: Readonly<Record<string, unknown>>,
  rules: PairRules,
): string {
  return Object.keys({ ...rules, ...members })
    .flatMap((name) => {
      const value = members[name];
      if (value === undefined) return [];
      const key = encodeScalar(call, name, name).replaceAll("%5B", "[").replaceAll("%5D", "]");
      const items = [value].flat().map((item) => encodeScalar(call, name, item));
      const values = rules[name]?.explode || !Array.isArray(value) ? items : [items.join(",")];
      return values.map((item) => `${key}=${item}`);
    })
    .join("&");
}

/** Percent-encodes one string, number or boolean; `name` is what an error calls the argument. */
export function encodeScalar(call: Call, name: string, value: unknown): string {
  if (typeof value !== "string" && typeof value !== "boolean" && !Number.isFinite(value)) {
    refuse(call, name, "must be a string, a number or a boolean");
  }
  noteSecret(call, name, value);
  try {
    return encodeURIComponent(value as string);
  } catch (cause) {
    return refuse(call, name, "holds a lone surrogate, which has no encoding", cause);
  }
}
