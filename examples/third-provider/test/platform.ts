import { documented, examplesOf, server } from "./document.js";

/** Plaza as its document describes it: each request gets the example `working` of its 2xx. */
export function answer(request: Request): Response {
  const operation = documented.find(
    ({ method, path }) => method === request.method && matches(path, request.url),
  );
  if (!operation) return new Response(null, { status: 404 });
  if (!request.headers.get("authorization")?.startsWith("Bearer "))
    return refuse(operation.id, 401);
  const status = Math.min(...operation.responses.map((response) => response.status));
  return Response.json(examplesOf(operation.id, status).working, { status });
}

/** The first documented example of an error. */
export function refuse(operationId: string, status: number): Response {
  return Response.json(Object.values(examplesOf(operationId, status))[0], { status });
}

function matches(template: string, url: string): boolean {
  const pattern = template.replaceAll(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${server}${pattern}$`).test(url);
}
