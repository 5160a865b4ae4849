import { createFinalURL } from "openapi-fetch";
import { type CallContext, type CallInit, withContext } from "./call-context.js";
import type { CallOptions } from "./client-options.js";
import { encodeBody } from "./encode-body.js";
import { encodePairs } from "./encode-pairs.js";
import { encodePath } from "./encode-path.js";
import { isSecretName } from "./mask.js";
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
  call: CallContext,
): [url: string, init: CallInit] {
  noteSecrets([input, headers], call.secrets);
  const url = createFinalURL(path, {
    baseUrl,
    params: { path: input.path ?? {}, query: input.query ?? {} },
    pathSerializer: encodePath,
    querySerializer: (members) => encodePairs(members, query),
  });
  const body = rule && encodeBody(rule, input.body);
  const all: Record<string, string> = { accept: "application/json" };
  // In lower case: of two spellings of one name, fetch would send both values.
  for (const name in headers) all[name.toLowerCase()] = headers[name] as string;
  // Followed, a redirect would take the body with its secrets to wherever it points.
  const init: RequestInit = { redirect: "manual", ...requestInit, method, headers: all };
  if (signal) init.signal = signal;
  if (rule && body !== undefined) {
    init.body = body;
    all["content-type"] = rule.mediaType;
  }
  return [url, withContext(init, call)];
}

/**
 * Collects the values that stand under secret names in what a call is given, so that they are masked
 * wherever the provider echoes them, without their names too.
 */
function noteSecrets(given: unknown, secrets: Set<string>, name = "", depth = 9): void {
  if (typeof given === "object" && given !== null && depth > 0) {
    for (const [key, value] of Object.entries(given)) {
      noteSecrets(value, secrets, Array.isArray(given) ? name : key, depth - 1);
    }
  } else if (typeof given === "string" && isSecretName(name)) {
    // Of `Bearer <token>` it is the token that may come back.
    secrets.add(given.replace(/^\w+ /, ""));
  }
}
