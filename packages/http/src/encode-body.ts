import { encodePairs } from "./encode-pairs.js";
import type { BodyRule } from "./operation.js";
import { MISSING, refuse } from "./refuse.js";

/**
 * Encodes a request body as its document says: a form or JSON. Checks what a server could only
 * answer with 400: a required member that is absent, and an array with too few items.
 *
 * @throws ConfigurationError naming the member.
 */
export function encodeBody(
  { mediaType, optional, fields }: BodyRule,
  body: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (!body && optional) return undefined;
  const members = body ?? {};
  for (const [name, { required, items }] of Object.entries(fields)) {
    const value = members[name] ?? "";
    if (value === "") {
      if (required) refuse(name, MISSING);
    } else if (items !== undefined) {
      if (!Array.isArray(value)) refuse(name, "must be an array");
      if (value.length < items) refuse(name, `needs at least ${items} item(s)`);
      if (value.includes("")) refuse(name, "holds an empty string");
    }
  }
  // Media types may carry parameters: `application/x-www-form-urlencoded; charset=utf-8`.
  if (/form/i.test(mediaType)) return encodePairs(members, fields);
  try {
    return JSON.stringify(members);
  } catch (cause) {
    return refuse("body", "cannot be written as JSON", cause);
  }
}
