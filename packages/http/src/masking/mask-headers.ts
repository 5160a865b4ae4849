import { isSecretName, MASK, maskText } from "./mask.js";

/** A copy of the headers in which every secret is replaced. */
export function maskHeaders(headers: Headers, secrets?: ReadonlySet<string>): Headers {
  const masked = new Headers();
  headers.forEach((value, name) => {
    masked.append(name, isSecretName(name) ? MASK : maskText(value, secrets));
  });
  return masked;
}
