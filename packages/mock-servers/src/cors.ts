import type { Received } from "./received.js";

type Headers = Readonly<Record<string, string>>;

/** Whether a browser asks beforehand if it may send a request. */
export function isPreflight({ method, headers, foreign }: Received): boolean {
  return (
    !foreign &&
    method === "OPTIONS" &&
    headers.origin !== undefined &&
    headers["access-control-request-method"] !== undefined
  );
}

/** The answer to a preflight: every origin may send everything, mock data is nobody's secret. */
export function preflight(
  headers: Headers,
  documented: readonly string[],
): { readonly status: number; readonly headers: Headers } {
  const methods = new Set([...documented, headers["access-control-request-method"] ?? ""]);
  const asked = headers["access-control-request-headers"];
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": [...methods].join(", "),
      ...(asked !== undefined && { "access-control-allow-headers": asked }),
      ...(headers["access-control-request-private-network"] === "true" && {
        "access-control-allow-private-network": "true",
      }),
      "access-control-max-age": "600",
      vary: "Access-Control-Request-Method, Access-Control-Request-Headers",
    },
  };
}

/**
 * The headers that let browser code of any origin read an answer, its headers included. They are
 * listed one by one: with credentials, browsers take a `*` for the name of a header.
 */
export function corsHeaders(request: Headers, answer: Headers): Headers {
  const vary = answer.vary === undefined ? "Origin" : `Origin, ${answer.vary}`;
  const { origin } = request;
  if (origin === undefined) return { vary };
  const exposed = Object.keys(answer).filter((name) => !/^(access-control-|vary$)/.test(name));
  return {
    vary,
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    ...(exposed.length > 0 && { "access-control-expose-headers": exposed.join(", ") }),
  };
}

/** Whether pages of an origin may not read answers. */
export function isForeign(allowed: "any" | "none" | readonly string[], origin = ""): boolean {
  if (allowed === "any" || origin === "") return false;
  return allowed === "none" || !allowed.includes(origin);
}
