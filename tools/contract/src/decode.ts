import type { RecordedRequest } from "./recording-proxy.js";
import type { ResolvedSchema, Schema } from "./schema.js";

/** The values of a path, by the names of its template. */
export function decodePath(template: string, target: string): Readonly<Record<string, string>> {
  const path = new URL(target, "http://localhost").pathname;
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^{}]+\}/g, "([^/]+)");
  const values = new RegExp(`^${literal}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? "")]));
}

/** The body as a standard server reads it: a form by `URLSearchParams`, else JSON. */
export function decodeBody({ headers, body }: RecordedRequest, schema: ResolvedSchema): unknown {
  const text = body.toString("utf8");
  if (headers["content-type"] !== "application/x-www-form-urlencoded") return JSON.parse(text);
  const form = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, member(form, name, schema)]),
  );
}

function member(form: URLSearchParams, name: string, schema: Schema): unknown {
  return schema.properties?.[name]?.type === "array" ? form.getAll(name) : form.get(name);
}
