import createTransport from "openapi-fetch";
import { encodeBody } from "./encode-body.js";
import { encodePairs } from "./encode-pairs.js";
import { encodePath } from "./encode-path.js";
import type { Fetch } from "./fetch.js";
import type { Operation } from "./operation.js";

/** What an operation takes, before its types. */
export interface WireInput {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What stands in a request besides its input. */
export interface SendOptions {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly init: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Stands in for `Request` inside openapi-fetch, so that the pipeline gets an address and an init: a
 * real `Request` holds its body as a stream, which can be sent only once, and is refused by a fetch
 * that comes from another copy of undici.
 */
class RequestParts {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

const transport = createTransport<Record<string, never>>({
  Request: RequestParts as unknown as typeof globalThis.Request,
});

/**
 * Sends one operation through openapi-fetch and gives the answer, unread. Encoding is ours, driven
 * by the operation table: openapi-fetch's own joins form arrays with commas and lets `..` climb.
 *
 * @throws ConfigurationError naming the argument that cannot be sent.
 */
export async function send(
  operation: Operation,
  input: WireInput,
  options: SendOptions,
  fetch: Fetch,
): Promise<globalThis.Response> {
  const path = encodePath(operation.path, input.path ?? {});
  const query = encodePairs(input.query ?? {}, operation.parameters);
  const body = operation.body && encodeBody(operation.body, input.body);
  const { response } = await transport.request(
    operation.method.toLowerCase() as "get",
    path as never,
    {
      ...options.init,
      baseUrl: options.baseUrl,
      headers: {
        accept: "application/json",
        ...options.headers,
        ...(body !== undefined && { "content-type": operation.body?.mediaType }),
      },
      ...(options.signal && { signal: options.signal }),
      body,
      bodySerializer: (encoded: unknown) => encoded,
      querySerializer: () => query,
      parseAs: "stream",
      fetch: ((parts: RequestParts) => fetch(parts.url, parts.init)) as unknown as Fetch,
    } as never,
  );
  return response;
}
