import { hasBrand } from "../brand.js";
import { maskText } from "./mask.js";

/**
 * What may be shown of a thrown value: of an error its class, name, message, code, stack, cause and,
 * where it stands for several, its errors. Whatever else a foreign error holds is left out, as it
 * may be the request with its credentials. Our own errors hold no secret from the start.
 */
export function maskError(thrown: unknown, secrets?: ReadonlySet<string>, depth = 9): unknown {
  const show = (value: unknown): unknown => maskError(value, secrets, depth - 1);
  if (typeof thrown === "string") return maskText(thrown, secrets);
  if (Array.isArray(thrown)) return thrown.map(show);
  if (!thrown || typeof thrown !== "object" || hasBrand(thrown)) return thrown;
  if (!(thrown instanceof Error) || depth < 0) return "[an object]";
  const copy = Object.setPrototypeOf(new Error(), Object.getPrototypeOf(thrown));
  for (const key of ["name", "message", "code", "stack", "cause", "errors"]) {
    const value = show((thrown as unknown as Readonly<Record<string, unknown>>)[key]);
    if (value !== undefined) Object.defineProperty(copy, key, { value, configurable: true });
  }
  return copy;
}
