import { createFinalURL } from "openapi-fetch";
import { CALL, type Call, type CallInit } from "../call.js";
import type { CallOptions } from "../client-options.js";
import { noteSecret } from "../masking/note-secret.js";
import { encodeBody } from "./encode-body.js";
import { encodePairs } from "./encode-pairs.js";
import { encodePath } from "./encode-path.js";
import type { Operation } from "./operation.js";

type Members = Readonly<Record<string, unknown>>;

/** What an operation takes, before its types. */
export interface WireInput {
  readonly path?: Members;
  readonly query?: Members;
  readonly body?: Members;
}

/**
 * The request of one operation, put together by openapi-fetch. Encoding is ours, driven by the
 * operation table: openapi-fetch's own joins form arrays with commas and lets `..` climb.
 *
 * @throws ConfigurationError naming the argument that cannot be sent.
 */
export function requestOf(
  { method, path, query = {}, body: rule }: Operation,
  input: WireInput,
  { headers, requestInit, signal }: CallOptions,
  baseUrl: string,
  call: Call,
): { url: string; init: CallInit } {
  const url = createFinalURL(path, {
    baseUrl,
    // Without members a template would go out as it is.
    params: { ...input, path: input.path ?? {} },
    pathSerializer: (template, values) => encodePath(call, template, values),
    querySerializer: (members: Members) => encodePairs(call, members, query),
  });
  const init: CallInit = {
    // Followed, a redirect would take the body with its secrets to wherever it points.
    redirect: "manual",
    ...requestInit,
    method,
    headers: { accept: "application/json" },
    [CALL]: call,
  };
  if (signal) init.signal = signal;
  // In lower case: of two spellings of one name, fetch would send both values.
  for (const name in headers) {
    const value = headers[name] as string;
    init.headers[name.toLowerCase()] = value;
    noteSecret(call, name, value);
  }
  const body = rule && encodeBody(call, rule, input.body);
  if (rule && body !== undefined) {
    init.body = body;
    init.headers["content-type"] = rule.mediaType;
  }
  return { url, init };
}
