import type { Call } from "../call.js";
import { noteSecret } from "../masking/note-secret.js";
import { MISSING, refuse } from "../refuse.js";
import { encodePairs } from "./encode-pairs.js";
import type { BodyRule } from "./operation.js";

/**
 * Encodes a request body as its document says: a form or JSON. Checks what a server could only
 * answer with 400: a required member that is absent, and an array with too few items.
 *
 * @throws ConfigurationError naming the member.
 */
export function encodeBody(
  call: Call,
  { mediaType, optional, fields }: BodyRule,
  body: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (!body && optional) return undefined;
  const members = body ?? {};
  for (const [name, { required, items }] of Object.entries(fields)) {
    const value = members[name] ?? "";
    if (value === "") {
      if (required) refuse(call, name, MISSING);
    } else if (items !== undefined) {
      if (!Array.isArray(value) || value.length < items || value.includes("")) {
        refuse(call, name, `must be an array of at least ${items} items, none of them empty`);
      }
    }
  }
  // Media types may carry parameters: `application/x-www-form-urlencoded; charset=utf-8`.
  if (/form/i.test(mediaType)) return encodePairs(call, members, fields);
  try {
    return JSON.stringify(members, (name, value: unknown) => {
      noteSecret(call, name, value);
      return value;
    });
  } catch (cause) {
    return refuse(call, "body", "cannot be written as JSON", cause);
  }
}
