import { isSecretName, MASK, maskKnown, maskText } from "./mask.js";

/** For `JSON.parse`: what stands under a secret's name is replaced, and every secret in a text. */
function maskMember(name: string, value: unknown): unknown {
  if (typeof value === "string") return isSecretName(name) && value !== "" ? MASK : maskText(value);
  const isNothing = value === null || typeof value === "boolean";
  return isSecretName(name) && !isNothing ? MASK : value;
}

/** A copy, as JSON holds it, in which every secret is replaced. */
export function maskJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), maskMember);
}

/**
 * What a body holds, secrets replaced: the parsed JSON, the text where it is not JSON, null where it
 * is empty.
 */
export function readMasked(text: string, secrets: ReadonlySet<string>): unknown {
  if (text === "") return null;
  const known = maskKnown(text, secrets);
  try {
    return JSON.parse(known, maskMember);
  } catch {
    // An HTML page of a proxy, a truncated body: the text is all there is to show.
    return maskText(known);
  }
}
