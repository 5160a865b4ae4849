import { encodeScalar } from "./encode-pairs.js";
import { ConfigurationError } from "./errors.js";

/**
 * Fills a path template. A value is one segment of the path, so it may not be empty, `.` or `..`,
 * and may hold no slash or backslash: servers and proxies decode `%2F` before they route.
 *
 * @throws ConfigurationError naming the parameter.
 */
export function encodePath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeSegment(name, values[name]));
}

function encodeSegment(name: string, value: unknown): string {
  if (value === undefined || value === null || value === "") {
    throw new ConfigurationError(`${name} is missing or empty`, { argument: name });
  }
  const segment = encodeScalar(name, value);
  if (segment === "." || segment === "..") {
    throw new ConfigurationError(`${name} may not be "${segment}"`, { argument: name });
  }
  if (/%2F|%5C/i.test(segment)) {
    throw new ConfigurationError(`${name} may not hold a slash`, { argument: name });
  }
  return segment;
}
