import type { Call } from "../call.js";
import { MISSING, refuse } from "../refuse.js";
import { encodeScalar } from "./encode-pairs.js";

/**
 * Fills a path template. A value is one segment of the path, so it may not be empty, `.` or `..`,
 * and may hold no slash or backslash: servers and proxies decode `%2F` before they route.
 *
 * @throws ConfigurationError naming the parameter.
 */
export function encodePath(
  call: Call,
  template: string,
  values: Readonly<Record<string, unknown>>,
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    if (value === "") refuse(call, name, MISSING);
    const segment = encodeScalar(call, name, value);
    if (/^\.\.?$|%2F|%5C/.test(segment)) {
      refuse(call, name, 'may not hold a slash, nor be "." or ".."');
    }
    return segment;
  });
}
