import type { BundledDocument, DocumentedOperation } from "./documented.js";
import { documentedRequests } from "./documented.js";
import { resolveSchema } from "./schema.js";

/** An input that breaks one rule of the document. */
export interface BrokenInput {
  readonly what: string;
  readonly input: unknown;
  readonly refusedBy: "client" | "server";
  /** What the client's error names. */
  readonly argument?: string;
}

type Input = { readonly path?: object; readonly body?: Readonly<Record<string, unknown>> };

/** Every way of breaking one rule of an operation, starting from its first documented request. */
export function brokenInputs(
  document: BundledDocument,
  operation: DocumentedOperation,
): readonly BrokenInput[] {
  const { operationId } = operation;
  const request = documentedRequests(document).find((one) => one.operationId === operationId);
  const good = (request?.input ?? {}) as Input;
  return [...brokenPaths(operation, good), ...brokenBodies(document, operation, good)];
}

function brokenPaths({ pathSchemas }: DocumentedOperation, good: Input): readonly BrokenInput[] {
  const values = ["", ".", "..", "a/b", "a\\b", "\ud800", undefined, null, {}];
  return Object.keys(pathSchemas).flatMap((argument) =>
    values.map((value) => ({
      what: `${argument} ${JSON.stringify(value) ?? "missing"}`,
      input: { ...good, path: { ...good.path, [argument]: value } },
      refusedBy: "client",
      argument,
    })),
  );
}

function brokenBodies(
  document: BundledDocument,
  { body }: DocumentedOperation,
  good: Input,
): readonly BrokenInput[] {
  if (body === null) return [];
  const { properties = {}, required = [] } = resolveSchema(document, body.schema);
  const isForm = body.mediaType === "application/x-www-form-urlencoded";
  const withMember = (name: string, value: unknown): Input => ({
    ...good,
    body: { ...good.body, [name]: value },
  });
  return Object.entries(properties).flatMap(([name, member]): BrokenInput[] => {
    const schema = resolveSchema(document, member);
    const client = { refusedBy: "client", argument: name } as const;
    const server = { refusedBy: "server" } as const;
    const broken: BrokenInput[] = [];
    if (required.includes(name)) {
      broken.push({ what: `${name} missing`, input: withMember(name, undefined), ...client });
    }
    if (schema.enum !== undefined) {
      broken.push({ what: `${name} out of range`, input: withMember(name, "OTHER"), ...server });
    }
    if (schema.type === "array") {
      broken.push({ what: `${name} no array`, input: withMember(name, "a"), ...client });
      if ((schema.minItems ?? 0) > 0) {
        broken.push({ what: `${name} empty`, input: withMember(name, []), ...client });
      }
    } else {
      // A form has nothing but text, so only an object is of the wrong type there.
      const by = isForm ? client : server;
      broken.push({ what: `${name} of the wrong type`, input: withMember(name, { a: 1 }), ...by });
    }
    return broken;
  });
}
