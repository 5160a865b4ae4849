import { type Answer, answerOf, type Call } from "../call.js";
import { UnexpectedResponseError } from "../errors/errors.js";
import { missingMember } from "./missing-member.js";
import type { Operation } from "./operation.js";

/**
 * The data of a 2xx answer, held against what the document promises. Members that the document does
 * not know pass through.
 *
 * @throws UnexpectedResponseError on another media type, broken JSON or a missing required member.
 */
export function readSuccess(
  response: globalThis.Response,
  { success }: Operation,
  call: Call,
): unknown {
  const { status } = response;
  const fail = (problem: string, path?: string): never => {
    throw new UnexpectedResponseError(problem, { call, status, path });
  };
  // A 2xx that the document does not list is held against the first one that it does.
  const shape = status in success ? success[status] : Object.values(success)[0];
  // The document promises no content: 204.
  if (!shape) return undefined;
  const mediaType = response.headers.get("content-type") ?? "json";
  if (!/\bjson\b/i.test(mediaType)) fail(`expected application/json, got ${mediaType}`);
  const { text, size } = answerOf(response, call) as Answer;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The parser's own error quotes the text, which may hold a secret: it is not passed on.
  }
  if (typeof data !== "object" || data === null)
    fail(`the body (${size} bytes) is no JSON object`, "");
  const path = missingMember(data, shape)?.replace(/^\./, "");
  if (path !== undefined) fail(`the answer lacks ${path}`, path);
  return data;
}
