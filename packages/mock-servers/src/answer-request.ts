import { answerOperation } from "./answer-operation.js";
import { isPreflight, preflight } from "./cors.js";
import type { MockApi } from "./mock-api.js";
import type { Outcome } from "./outcome.js";
import { outside } from "./outcome.js";
import { problem } from "./problem.js";
import type { Received } from "./received.js";
import type { Route, UnknownMethod } from "./route.js";
import { splitTarget } from "./target.js";

/** Everything between a request that was read and an answer that can be written. */
export async function answerRequest(api: MockApi, request: Received): Promise<Outcome> {
  const { path } = splitTarget(request.target);
  const route = api.router.find(request.method, path);
  if (isPreflight(request)) {
    return outside(preflight(request.headers, allowedMethods(route)));
  }
  if (route.kind === "unknown-path") {
    return outside(problem("unknown-path", 404, `No documented path matches ${path}`));
  }
  if (route.kind === "operation") return answerOperation(api, request, route);
  return outside(unknownMethod(request.method, path, route));
}

function unknownMethod(
  method: string,
  path: string,
  { allow }: UnknownMethod,
): Pick<Outcome, "status" | "headers" | "body"> {
  const headers = { allow: allow.join(", ") };
  if (method === "OPTIONS") return { status: 204, headers };
  return problem("unknown-method", 405, `${path} takes ${headers.allow}, not ${method}`, headers);
}

function allowedMethods(route: Route): readonly string[] {
  if (route.kind === "unknown-method") return route.allow;
  return route.kind === "operation" ? [route.operation.method] : [];
}
