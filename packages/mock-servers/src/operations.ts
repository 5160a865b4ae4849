import { basePaths } from "./base-paths.js";
import type { FieldType } from "./field-types.js";
import { fieldTypes } from "./field-types.js";
import type {
  OpenApiDocument,
  OperationObject,
  RequestBody,
  ResponseObject,
  SecurityRequirement,
  SecurityScheme,
  Server,
} from "./openapi.js";
import { resolve } from "./openapi.js";

/** One operation of a document, in the form that the front asks its questions. */
export interface Operation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The template, as in the document: `/channels/{channelId}/chat.json`. */
  readonly path: string;
  /** The paths of the servers it is documented for, which stand before `path`: `/v2`; mostly empty. */
  readonly basePaths: readonly string[];
  /** Alternatives; each is a list of schemes that are all needed. Empty = open to everyone. */
  readonly security: readonly (readonly NamedScheme[])[];
  /** Absent when the operation takes no body. */
  readonly body?: OperationBody;
  /** By documented status: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, OperationResponse>;
}

export interface NamedScheme extends SecurityScheme {
  /** Its key among the security schemes of the document. */
  readonly key: string;
}

export interface OperationBody {
  /** Field types by media type; they matter to form bodies, whose values all arrive as text. */
  readonly mediaTypes: ReadonlyMap<string, ReadonlyMap<string, FieldType>>;
}

export interface OperationResponse {
  readonly examples: readonly string[];
  readonly hasSchema: boolean;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Lists the operations of a bundled document. */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
    const pathItem = resolve(document, item);
    return METHODS.filter((method) => pathItem[method] !== undefined).map((method) =>
      readOperation(document, method, path, {
        // Servers of the operation go before those of its path, and these before the document's.
        ...(pathItem.servers !== undefined && { servers: pathItem.servers as readonly Server[] }),
        ...(pathItem[method] as OperationObject),
      }),
    );
  });
}

function readOperation(
  document: OpenApiDocument,
  method: string,
  path: string,
  operation: OperationObject,
): Operation {
  const body = operation.requestBody && resolve(document, operation.requestBody);
  return {
    id: operation.operationId ?? `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    basePaths: basePaths(operation.servers ?? document.servers),
    security: readSecurity(document, operation.security ?? document.security ?? []),
    ...(body && { body: readBody(document, body) }),
    responses: new Map(
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        status,
        readResponse(resolve(document, response)),
      ]),
    ),
  };
}

function readSecurity(
  document: OpenApiDocument,
  requirements: readonly SecurityRequirement[],
): NamedScheme[][] {
  const schemes = document.components?.securitySchemes ?? {};
  return requirements.map((requirement) =>
    Object.keys(requirement).map((key) => {
      const scheme = schemes[key];
      if (!scheme) throw new Error(`the OpenAPI document has no security scheme ${key}`);
      return { ...resolve(document, scheme), key };
    }),
  );
}

function readBody(document: OpenApiDocument, body: RequestBody): OperationBody {
  return {
    mediaTypes: new Map(
      Object.entries(body.content ?? {}).map(([mediaType, content]) => [
        mediaType.toLowerCase(),
        fieldTypes(document, content.schema),
      ]),
    ),
  };
}

function readResponse(response: ResponseObject): OperationResponse {
  const contents = Object.values(response.content ?? {});
  return {
    examples: contents.flatMap((content) => Object.keys(content.examples ?? {})),
    hasSchema: contents.some((content) => content.schema !== undefined),
  };
}
