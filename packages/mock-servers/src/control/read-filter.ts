import type { RequestFilter } from "../journal-filter.js";
import { PROVIDERS } from "../providers.js";
import { ControlError } from "./control-error.js";
import type { QueryParameter } from "./control-route.js";

/** The query parameters that say which requests are meant. */
export const FILTER_PARAMETERS: readonly QueryParameter[] = [
  {
    name: "provider",
    description: "Requests to this provider; `none`: those whose path led to neither.",
    schema: { enum: [...PROVIDERS.map(({ provider }) => provider), "none"] },
  },
  { name: "operationId", description: "Requests that led to this operation." },
  { name: "method", description: "Requests with this method." },
  { name: "path", description: "Requests with this path and query; `*` stands for anything." },
  { name: "status", description: "Requests answered with this status, or class: `402`, `4xx`." },
  {
    name: "credential",
    description: "Requests with this kind of credential.",
    schema: { enum: ["none", "bearer", "basic", "other"] },
  },
  { name: "rule", description: "Requests answered by the rule with this id." },
  {
    name: "valid",
    description: "Requests that broke no rule of the document, or those that did.",
    schema: { type: "boolean" },
  },
  {
    name: "forced",
    description: "Requests whose answer was asked for, or those where it was not.",
    schema: { type: "boolean" },
  },
  {
    name: "after",
    description: "Requests with a higher id than this.",
    schema: { type: "integer", minimum: 0 },
  },
  {
    name: "limit",
    description: "Only the last so many.",
    schema: { type: "integer", minimum: 0 },
  },
];

/** @throws {ControlError} for a value that makes no sense: a typing error must not match all. */
export function readFilter(query: URLSearchParams): RequestFilter {
  const filter: Record<string, string | number | boolean> = {};
  for (const { name, schema } of FILTER_PARAMETERS) {
    const text = query.get(name);
    if (text === null) continue;
    filter[name] = readValue(name, text, schema);
  }
  if (typeof filter.method === "string") filter.method = filter.method.toUpperCase();
  if (filter.status !== undefined && !/^[1-5](\d\d|xx)$/i.test(String(filter.status))) {
    throw new ControlError(`status must be a status or a class such as 4xx`);
  }
  return filter as RequestFilter;
}

function readValue(
  name: string,
  text: string,
  schema: QueryParameter["schema"],
): string | number | boolean {
  if (schema?.type === "boolean") {
    if (text === "true" || text === "false") return text === "true";
    throw new ControlError(`${name} must be true or false`);
  }
  if (schema?.type === "integer") return readWhole(name, text);
  if (schema?.enum && !schema.enum.includes(text)) {
    throw new ControlError(`${name} must be one of ${schema.enum.join(", ")}`);
  }
  return text;
}

/** @throws {ControlError} when it is not a whole number. */
export function readWhole(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ControlError(`${name} must be a whole number`);
}
