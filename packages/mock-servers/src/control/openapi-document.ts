import type { ControlRoute, JsonSchema } from "./control-route.js";

const PROBLEM: JsonSchema = {
  type: "object",
  description: "What went wrong, in the shape of RFC 9457.",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: { type: "array", items: { type: "string" } },
  },
};

/** Describes the control API, from the same table that answers it. */
export function controlDocument(routes: readonly ControlRoute[], baseUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const item = paths[route.path] ?? {};
    paths[route.path] = item;
    item[route.method.toLowerCase()] = describeRoute(route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Control API of the Roomkey mock servers",
      version: "1.0.0",
      description:
        "Seeing what came in and deciding what goes back. The header `x-roomkey-session`, or `/@name` before `/__roomkey`, chooses the session that is meant.",
    },
    servers: [{ url: baseUrl }],
    security: [{}, { controlToken: [] }],
    paths,
    components: {
      securitySchemes: { controlToken: { type: "http", scheme: "bearer" } },
      schemas: { Problem: PROBLEM },
    },
  };
}

function describeRoute(route: ControlRoute): object {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = (route.query ?? []).map(({ name, description, schema }) => ({
    name,
    in: "query",
    description,
    schema: { type: "string", ...schema },
  }));
  const parameters = [...inPath, ...inQuery];
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(route.open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: { content: { "application/json": { schema: route.body } } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [status, describe(status, answer)]),
      ),
      default: {
        description: "The control API cannot do this, or not for this caller.",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

function describe(status: string, answer: ControlRoute["answers"][number]): object {
  const [description, type] = typeof answer === "string" ? [answer, "application/json"] : answer;
  if (status === "204") return { description };
  return {
    description,
    content: { [type]: { schema: type === "application/json" ? {} : { type: "string" } } },
  };
}
