import type { Call } from "../call.js";
import { isSecretName } from "./mask.js";

/**
 * Remembers what a call is given under the name of a secret, so that it is masked wherever the
 * provider echoes it, without its name too.
 */
export function noteSecret(call: Call, name: string, value: unknown): void {
  if (!isSecretName(name)) return;
  for (const text of [value].flat(9)) {
    // Of `Bearer <token>` it is the token that may come back.
    if (typeof text === "string") call.secrets.add(text.replace(/^\w+ /, ""));
  }
}
