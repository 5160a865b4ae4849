import type { Shape } from "./operation.js";

/**
 * The path of the first member that a shape asks for and a value lacks: `.chat.user.id`, with `[]`
 * for the items of an array; undefined when all are there.
 */
export function missingMember(value: unknown, shape: Shape): string | undefined {
  if (typeof value !== "object" || value === null || shape === 1) return undefined;
  if (Array.isArray(shape)) {
    for (const item of Array.isArray(value) ? value : []) {
      const path = missingMember(item, shape[0] as Shape);
      if (path !== undefined) return `[]${path}`;
    }
    return undefined;
  }
  for (const key in shape) {
    const name = key.replace("?", "");
    const member = (value as Readonly<Record<string, unknown>>)[name];
    const isMissing = member === undefined && name === key;
    const path = isMissing ? "" : missingMember(member, shape[key as never]);
    if (path !== undefined) return `.${name}${path}`;
  }
  return undefined;
}
