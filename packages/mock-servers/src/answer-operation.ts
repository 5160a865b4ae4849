import type { Choice } from "./choice.js";
import { ChoiceError, checkChoice, successStatus } from "./choice.js";
import { checkCredentials } from "./credentials.js";
import { decodeBody } from "./decode-body.js";
import { decodeQuery } from "./decode-query.js";
import type { MockApi } from "./mock-api.js";
import type { Outcome } from "./outcome.js";
import { outside } from "./outcome.js";
import { parsePrefer } from "./prefer.js";
import { problem } from "./problem.js";
import { TOO_LARGE } from "./read-body.js";
import type { Received } from "./received.js";
import type { OperationRoute } from "./route.js";
import { applyRule } from "./rules/apply-rule.js";
import { hasOwnBody, type Rule } from "./rules/rule.js";
import { answerFromState } from "./state/answer-from-state.js";
import { splitTarget } from "./target.js";
import { contentCoding } from "./uncompress.js";
import { violation } from "./violation.js";

/** Answers a request whose path and method lead to an operation of the document. */
export async function answerOperation(
  api: MockApi,
  request: Received,
  route: OperationRoute,
): Promise<Outcome> {
  const { body } = request;
  const operationId = route.operation.id;
  if (body === TOO_LARGE) {
    const detail = `The limit is ${api.bodyLimit} bytes`;
    return outside(problem("body-too-large", 413, detail), operationId);
  }
  if (request.unreadable === "unknown-coding") {
    const detail = `Content-Encoding ${contentCoding(request)} is not read here, only gzip, deflate, br`;
    return outside(problem("content-encoding", 415, detail), operationId);
  }
  try {
    return await answerReadable(api, { ...request, body }, route);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof ChoiceError) return outside(problem("prefer", 400, detail), operationId);
    return outside(problem("internal", 500, detail), operationId);
  }
}

async function answerReadable(
  api: MockApi,
  request: Received & { readonly body: Buffer },
  route: OperationRoute,
): Promise<Outcome> {
  const { operation, pathParameters } = route;
  const { headers } = request;
  const query = decodeQuery(splitTarget(request.target).query);
  const body = decodeBody(operation, headers["content-type"], request.body);
  const forced = api.forced.take(operation.id);
  const seen = { provider: api.provider, operation, pathParameters, headers, body: body.value };
  const taken = forced ? undefined : api.rules.take(seen);
  const choice = forced ?? chosenByRule(taken?.rule) ?? parsePrefer(headers.prefer);
  checkChoice(operation, choice);
  const violations = [
    ...checkCredentials(operation, headers),
    ...route.violations,
    ...query.violations,
    ...body.violations,
    ...(request.unreadable === "broken"
      ? [violation("undecodable", `Request body is not valid ${contentCoding(request)}`)]
      : []),
  ];
  const engine = await api.engine();
  const asked = {
    operation,
    pathParameters,
    query: query.value,
    headers,
    body: body.value,
    ...(body.mediaType !== undefined && { mediaType: body.mediaType }),
  };
  const status = choice.status ?? successStatus(operation);
  const usual = await engine.answer(asked, { ...choice, status, violations });
  const answer =
    api.state && !isChosen(choice) ? await answerFromState(engine, api.state, asked, usual) : usual;
  const outcome = {
    ...answer,
    violations: answer.violations.map(({ message }) => message),
    forced: choice.force ?? false,
  };
  return taken ? applyRule(outcome, taken) : outcome;
}

/** Whether someone asks for a certain answer, in the place of the usual one. */
function isChosen({ status, example, dynamic, force }: Choice): boolean {
  return status !== undefined || example !== undefined || dynamic === true || force === true;
}

/** What a rule wants to be answered; undefined when it only changes how. */
function chosenByRule(rule: Rule | undefined): Choice | undefined {
  const { answer = {} } = rule ?? {};
  const { status, example, dynamic, seed, fault, force = true } = answer;
  if (hasOwnBody(answer) || fault === "html-error") return { force };
  if (status === undefined && example === undefined && dynamic === undefined) return undefined;
  return {
    force,
    ...(status !== undefined && { status }),
    ...(example !== undefined && { example }),
    ...(dynamic !== undefined && { dynamic }),
    ...(seed !== undefined && { seed }),
  };
}
