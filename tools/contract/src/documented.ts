/** The parts of a bundled OpenAPI document that the contract is about, enumerated. */

interface Example {
  readonly value: unknown;
}

interface MediaType {
  readonly examples?: Readonly<Record<string, Example>>;
}

interface Response {
  readonly content?: Readonly<Record<string, MediaType>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly example?: unknown;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly parameters?: readonly Reference<Parameter>[];
  readonly requestBody?: Reference<{ readonly content: Readonly<Record<string, MediaType>> }>;
  readonly responses: Readonly<Record<string, Reference<Response>>>;
}

type Reference<Target> = Target | { readonly $ref: string };

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

function operationsOf(document: BundledDocument): readonly DocumentOperation[] {
  return Object.values(document.paths).flatMap((item) =>
    Object.entries(item as Readonly<Record<string, unknown>>)
      .filter(([method]) => METHODS.has(method))
      .map(([, operation]) => operation as DocumentOperation),
  );
}

function resolve<Target>(document: BundledDocument, value: Reference<Target>): Target {
  if (typeof value !== "object" || value === null || !("$ref" in value)) return value as Target;
  const steps = value.$ref.replace("#/", "").split("/");
  const target = steps.reduce<unknown>(
    (node, step) => (node as Readonly<Record<string, unknown>>)[step],
    document,
  );
  return resolve(document, target as Reference<Target>);
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

/** The `operationId` of every operation of a document. */
export function operationIds(document: BundledDocument): readonly string[] {
  return operationsOf(document).map(({ operationId }) => operationId);
}
