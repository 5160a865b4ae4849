import { isSecretName } from "./mask.js";

/**
 * Collects the values that stand under secret names in what a call is given, so that they are masked
 * wherever the provider echoes them, without their names too.
 */
export function noteSecrets(given: unknown, secrets: Set<string>): void {
  const seen = new Set<unknown>();
  const queue = [given];
  for (const item of queue) {
    if (typeof item !== "object" || item === null || seen.has(item)) continue;
    seen.add(item);
    for (const [name, value] of Object.entries(item)) {
      queue.push(value);
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      for (const text of isSecretName(name) ? values : []) {
        // Of `Bearer <token>` it is the token that may come back.
        if (typeof text === "string") secrets.add(text.replace(/^\w+ /, ""));
      }
    }
  }
}
