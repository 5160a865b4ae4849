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
  { success }: Operation,
  call: CallContext,
): unknown {
  const { status } = response;
  const fail = (problem: string, path?: string): never => {
    throw new UnexpectedResponseError(problem, { call, status, path });
  };
  // A 2xx that the document does not list is held against the first one that it does.
  const required = status in success ? success[status] : Object.values(success)[0];
  // The document promises no content: 204.
  if (!required) return undefined;
  const mediaType = response.headers.get("content-type") ?? "json";
  if (!/\bjson\b/i.test(mediaType)) fail(`expected application/json, got ${mediaType}`);
  let data: unknown;
  try {
    // Bytes that are not UTF-8 are not replaced: an id or a secret would be another one.
    data = JSON.parse(bufferedText(response, call, true));
  } catch {
    // The parser's own error quotes the text, which may hold a secret: it is not passed on.
    fail(bufferedSize(response, call) ? "the body is broken JSON" : "the body is empty");
  }
  if (typeof data !== "object" || data === null) fail("the body is no JSON object", "");
  const path = missingMember(data, required);
  if (path !== undefined) fail(`the answer lacks ${path}`, path);
  return data;
}
