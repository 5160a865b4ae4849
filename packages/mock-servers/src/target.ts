/** The request target of an HTTP request, split but not decoded. */
export interface Target {
  readonly path: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
}

/**
 * Splits a request target. The URL class would also tidy it up (`..`, `\`, escapes), and a mock
 * server has to see what was really sent.
 */
export function splitTarget(target: string): Target {
  const relative = withoutAuthority(target).split("#", 1)[0] ?? "";
  const mark = relative.indexOf("?");
  if (mark === -1) return { path: relative || "/", query: "" };
  return { path: relative.slice(0, mark) || "/", query: relative.slice(mark + 1) };
}

/** Proxies are sent the whole URL; what stands before the path is of no interest here. */
export function withoutAuthority(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, "");
}
