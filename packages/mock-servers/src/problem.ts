/** An answer that no document holds, in the shape of RFC 9457. */
export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
  };
}

const TITLES = {
  "bad-request": "The request is not valid HTTP",
  "body-too-large": "The request body is too large",
  "content-encoding": "The request body is compressed in a way that is not read here",
  internal: "The mock server failed",
  control: "The control API cannot do this",
  prefer: "The Prefer header asks for something that the document does not hold",
  session: "The session cannot be had",
  "undocumented-refusal": "The request breaks the document, which holds no error for that",
  "unknown-method": "The document knows this path, but not with this method",
  "unknown-path": "The document does not know this path",
} as const;

/** Makes a problem; `kind` tells programs what happened, `detail` tells people. */
export function problem(
  kind: keyof typeof TITLES,
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Problem {
  return {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: { type: `urn:roomkey:mock-servers:${kind}`, title: TITLES[kind], status, detail },
  };
}
