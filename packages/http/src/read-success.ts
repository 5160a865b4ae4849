import { bufferedSize, bufferedText } from "./buffer-body.js";
import type { CallContext } from "./call-context.js";
import { UnexpectedResponseError } from "./errors.js";
import type { Operation } from "./operation.js";
import { missingMember } from "./required-members.js";

/**
 * The data of a 2xx answer, held against what the document promises. Members that the document does
 * not know pass through.
 *
 * @throws UnexpectedResponseError on another media type, broken JSON or a missing required member.
 */
export function readSuccess(
  response: globalThis.Response,
  operation: Operation,
  call: CallContext,
): unknown {
  const { status } = response;
  // A 2xx that the document does not list is held against the first one that it does.
  const rule = operation.success[status] ?? Object.values(operation.success)[0];
  // The document promises no content: 204.
  if (rule === undefined || rule.mediaType === "") return undefined;
  const mediaType = response.headers.get("content-type");
  if (mediaType !== null && !/\bjson\b/i.test(mediaType)) {
    throw new UnexpectedResponseError(`expected ${rule.mediaType}, got ${mediaType}`, {
      call,
      status,
    });
  }
  const data = parse(response, call);
  const isObject = typeof data === "object" && data !== null;
  const path = isObject ? missingMember(data, rule.required) : "";
  if (path !== null) {
    const missing = path === "" ? "the body is no JSON object" : `the answer lacks ${path}`;
    throw new UnexpectedResponseError(missing, { call, status, path });
  }
  return data;
}

function parse(response: globalThis.Response, call: CallContext): unknown {
  const { status } = response;
  try {
    // Bytes that are not UTF-8 are not replaced: an id or a secret would be another one.
    return JSON.parse(bufferedText(response, { fatal: true }));
  } catch {
    // The parser's own error quotes the text, which may hold a secret: it is not passed on.
    const what = bufferedSize(response) === 0 ? "the body is empty" : "the body is broken JSON";
    throw new UnexpectedResponseError(what, { call, status });
  }
}
