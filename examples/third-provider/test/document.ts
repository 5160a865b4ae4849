import { readFileSync } from "node:fs";
import { parse } from "yaml";

type Json = Record<string, unknown>;

/** One documented operation. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly security: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestSchema: Schema;
  readonly responses: readonly DocumentedResponse[];
}

/** One documented answer, with its examples by name. */
export interface DocumentedResponse {
  readonly status: number;
  readonly schema: Schema;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** The part of JSON Schema that the document uses. */
export interface Schema {
  readonly type: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

const document = parse(readFileSync(new URL("../openapi.yaml", import.meta.url), "utf8")) as Json;

/** Base URL that the document names. */
export const server: string = (resolve(document).servers as { url: string }[])[0]?.url ?? "";

/** Every operation of the document, references followed. */
export const documented: readonly DocumentedOperation[] = Object.entries(
  resolve(document).paths as Record<string, Record<string, Json>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId as string,
    method: method.toUpperCase(),
    path,
    security: Object.keys((operation.security as Json[])[0] ?? {}),
    parameters: operation.parameters as DocumentedOperation["parameters"],
    requestSchema: content(operation.requestBody).schema,
    responses: Object.entries(operation.responses as Json).map(([status, response]) => ({
      status: Number(status),
      ...content(response),
    })),
  })),
);

/** The examples of a documented answer. */
export function examplesOf(operationId: string, status: number): Readonly<Record<string, unknown>> {
  const operation = documented.find(({ id }) => id === operationId);
  const response = operation?.responses.find((known) => known.status === status);
  if (!response) throw new Error(`the document has no ${status} of ${operationId}`);
  return response.examples;
}

function content(holder: unknown): Pick<DocumentedResponse, "schema" | "examples"> {
  const { schema, examples } = (holder as { content: Record<string, Json> }).content[
    "application/json"
  ] as { schema: Schema; examples: Record<string, { value: unknown }> };
  const values = Object.entries(examples).map(([name, { value }]) => [name, value]);
  return { schema, examples: Object.fromEntries(values) };
}

/** A copy with what `$ref` points to in its place. */
function resolve(node: unknown): Json {
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (typeof value !== "object" || value === null) return value;
    const { $ref: reference } = value as { readonly $ref?: string };
    if (reference === undefined) {
      return Object.fromEntries(Object.entries(value).map(([key, at]) => [key, follow(at)]));
    }
    const steps = reference.replace("#/", "").split("/");
    return follow(steps.reduce<unknown>((at, step) => (at as Json)[step], document));
  };
  return follow(node) as Json;
}
