import { encodePairs } from "./encode-pairs.js";
import { ConfigurationError } from "./errors.js";
import type { BodyRule } from "./operation.js";

/**
 * Encodes a request body as its document says: a form or JSON. Checks what a server could only
 * answer with 400: a required member that is absent, and an array with too few items.
 *
 * @throws ConfigurationError naming the member.
 */
export function encodeBody(
  rule: BodyRule,
  body: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (body === undefined && !rule.required) return undefined;
  const members = body ?? {};
  checkMembers(rule, members);
  if (isForm(rule.mediaType)) return encodePairs(members, rule.fields);
  try {
    return JSON.stringify(members);
  } catch (cause) {
    throw new ConfigurationError("the body cannot be written as JSON", { argument: "body", cause });
  }
}

/** Media types may carry parameters: `application/x-www-form-urlencoded; charset=utf-8`. */
function isForm(mediaType: string): boolean {
  return mediaType.split(";")[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

function checkMembers(rule: BodyRule, members: Readonly<Record<string, unknown>>): void {
  for (const [name, field] of Object.entries(rule.fields)) {
    const value = members[name];
    if (value === undefined || value === null || value === "") {
      if (field.required) {
        throw new ConfigurationError(`${name} is missing or empty`, { argument: name });
      }
      continue;
    }
    if (field.type === "array") checkItems(name, value, field.minItems ?? 0);
  }
}

function checkItems(name: string, value: unknown, minItems: number): void {
  if (!Array.isArray(value)) {
    throw new ConfigurationError(`${name} must be an array`, { argument: name });
  }
  if (value.length < minItems) {
    throw new ConfigurationError(`${name} needs at least ${minItems} item(s)`, { argument: name });
  }
  if (value.some((item) => item === "")) {
    throw new ConfigurationError(`${name} holds an empty string`, { argument: name });
  }
}
