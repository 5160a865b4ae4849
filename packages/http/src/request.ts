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
  noteSecrets(input, call.secrets);
  noteSecrets(headers, call.secrets);
  const url = createFinalURL(path, {
    baseUrl,
    // Without members a template would go out as it is.
    params: { ...input, path: input.path ?? {} },
    pathSerializer: encodePath,
    querySerializer: (members: Members) => encodePairs(members, query),
  });
  const init = withContext(requestInit, call);
  // Followed, a redirect would take the body with its secrets to wherever it points.
  init.redirect ??= "manual";
  init.method = method;
  init.headers = { accept: "application/json" };
  // In lower case: of two spellings of one name, fetch would send both values.
  for (const name in headers) init.headers[name.toLowerCase()] = headers[name] as string;
  if (signal) init.signal = signal;
  const body = rule && encodeBody(rule, input.body);
  if (rule && body !== undefined) {
    init.body = body;
    init.headers["content-type"] = rule.mediaType;
  }
  return [url, init];
}

/**
 * Collects the values that stand under secret names in what a call is given, so that they are masked
 * wherever the provider echoes them, without their names too.
 */
function noteSecrets(given: unknown, secrets: Set<string>, name = "", depth = 9): void {
  if (typeof given === "object" && given !== null && depth > 0) {
    for (const key in given) {
      const value = (given as Members)[key];
      noteSecrets(value, secrets, Array.isArray(given) ? name : key, depth - 1);
    }
  } else if (typeof given === "string" && isSecretName(name)) {
    // Of `Bearer <token>` it is the token that may come back.
    secrets.add(given.replace(/^\w+ /, ""));
  }
}
