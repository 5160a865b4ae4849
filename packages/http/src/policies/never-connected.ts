const CODES = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Whether a request failed before a connection stood: refused, no such host, no route, connect
 * timeout. Node tells; a browser does not say why a request failed.
 */
export function neverConnected(error: unknown, depth = 5): boolean {
  const { code, errors, cause } = Object(error) as Readonly<Record<string, unknown>>;
  if (CODES.test(String(code)) || depth === 0) return depth > 0;
  return Array.isArray(errors)
    ? // Node tries several addresses at once and throws their errors together.
      errors.every((one) => neverConnected(one, depth - 1))
    : neverConnected(cause, depth - 1);
}
