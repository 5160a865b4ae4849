/** The parts of a bundled OpenAPI document that the contract is about, enumerated. */
import { type Reference, resolve } from "./reference.js";
import type { Schema } from "./schema.js";

interface Example {
  readonly value: unknown;
}

interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Example>>;
}

interface Response {
  readonly content?: Readonly<Record<string, MediaType>>;
}

interface Parameter {
  readonly name: string;
  readonly schema?: Schema;
  readonly in: string;
  readonly example?: unknown;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly parameters?: readonly Reference<Parameter>[];
  readonly requestBody?: Reference<{ readonly content: Readonly<Record<string, MediaType>> }>;
  readonly responses: Readonly<Record<string, Reference<Response>>>;
  readonly security?: readonly object[];
}

/** A bundled document, as far as the contract looks at it. */
export interface BundledDocument {
  readonly paths: Readonly<Record<string, unknown>>;
}

/** One documented answer of an operation. */
export interface DocumentedAnswer {
  readonly operationId: string;
  /** `default` for the response that covers every other status. */
  readonly status: string;
  readonly mediaType: string;
  readonly example: string;
  readonly value: unknown;
}

/** One documented request of an operation: what its client method takes. */
export interface DocumentedRequest {
  readonly operationId: string;
  readonly example: string;
  readonly input: { readonly path?: unknown; readonly body?: unknown };
}

const METHODS = new Set(["get", "put", "post", "delete", "patch"]);

function operationsOf(
  document: BundledDocument,
): readonly (DocumentOperation & { readonly path: string })[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, unknown>>)
      .filter(([method]) => METHODS.has(method))
      .map(([, operation]) => ({ ...(operation as DocumentOperation), path })),
  );
}

function examplesOf(document: BundledDocument, media: MediaType): readonly [string, unknown][] {
  return Object.entries(media.examples ?? {}).map(([name, example]) => [
    name,
    resolve<Example>(document, example).value,
  ]);
}

/** Every operation × status × media type × named example. */
export function documentedAnswers(document: BundledDocument): readonly DocumentedAnswer[] {
  return operationsOf(document).flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, response]) =>
      Object.entries(resolve(document, response).content ?? {}).flatMap(([mediaType, media]) =>
        examplesOf(document, media).map(([example, value]) => ({
          operationId,
          status,
          mediaType,
          example,
          value,
        })),
      ),
    ),
  );
}

/** Every operation × named request example; one without a body where the operation takes none. */
export function documentedRequests(document: BundledDocument): readonly DocumentedRequest[] {
  return operationsOf(document).flatMap(({ operationId, parameters = [], requestBody }) => {
    const path = Object.fromEntries(
      parameters
        .map((parameter) => resolve(document, parameter))
        .filter((parameter) => parameter.in === "path")
        .map(({ name, example }) => [name, example]),
    );
    if (requestBody === undefined) return [{ operationId, example: "no body", input: { path } }];
    return Object.values(resolve(document, requestBody).content).flatMap((media) =>
      examplesOf(document, media).map(([example, body]) => ({
        operationId,
        example,
        input: { path, body },
      })),
    );
  });
}

/** One operation, as the request direction looks at it. */
export interface DocumentedOperation {
  readonly operationId: string;
  /** Template: `/channels/{channelId}/chat.json`. */
  readonly path: string;
  readonly pathSchemas: Readonly<Record<string, Schema>>;
  readonly body: { readonly mediaType: string; readonly schema: Schema } | null;
  readonly statuses: readonly string[];
  readonly needsCredential: boolean;
}

/** Every operation. */
export function documentedOperations(document: BundledDocument): readonly DocumentedOperation[] {
  return operationsOf(document).map(({ operationId, path, security = [], ...operation }) => {
    const parameters = (operation.parameters ?? []).map((one) => resolve(document, one));
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    const content = operation.requestBody && resolve(document, operation.requestBody).content;
    const [body] = Object.entries(content ?? {});
    return {
      operationId,
      path,
      pathSchemas: Object.fromEntries(inPath.map(({ name, schema = {} }) => [name, schema])),
      body: body === undefined ? null : { mediaType: body[0], schema: body[1].schema ?? {} },
      statuses: Object.keys(operation.responses),
      needsCredential: security.length > 0,
    };
  });
}

/** The schema of each documented 2xx answer, by operationId. */
export function successSchemas(document: BundledDocument): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    operationsOf(document).flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith("2"))
        .flatMap(([, response]) => Object.values(resolve(document, response).content ?? {}))
        .map(({ schema = {} }) => [operationId, schema]),
    ),
  );
}
