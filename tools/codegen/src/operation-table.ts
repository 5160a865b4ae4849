import type {
  DocumentedOperation,
  Method,
  OpenApiDocument,
  PathItem,
  RequestBody,
} from "./document.js";
import { operationComment } from "./operation-comment.js";
import { queryRules } from "./parameters.js";
import { Refusal, within } from "./refusal.js";
import { bodyRule } from "./request-body.js";
import { resolve } from "./resolve.js";
import { neededSchemes, securitySchemes } from "./security.js";
import { serverUrl } from "./server.js";
import { successRules } from "./success.js";
import type { Entry, Operation, OperationTable, SecurityScheme } from "./table.js";

const methods = ["get", "post", "put", "patch", "delete"] as const satisfies Method[];
const unsupported = ["head", "options", "trace"] as const satisfies Method[];

/**
 * Reads the runtime table out of a document.
 *
 * @param serverSecrets Security schemes whose operations belong on a server.
 * @throws Refusal, naming the operation, when the document says what the table cannot.
 */
export function operationTable(
  document: OpenApiDocument,
  serverSecrets: readonly string[],
): OperationTable {
  const schemes = securitySchemes(document);
  const stale = serverSecrets.find((name) => !Object.hasOwn(schemes, name));
  if (stale !== undefined) {
    throw new Refusal(`server secret ${stale} (src/apis.ts) is no security scheme of the document`);
  }

  const operations: Record<string, Entry> = {};
  const serverOperations: Record<string, Entry> = {};
  for (const { path, method, item, operation } of documented(document)) {
    const id = operationId(operation, method, path);
    const entry = within(`operation ${id}`, () => {
      if (operations[id] || serverOperations[id])
        throw new Refusal("the operationId is used twice");
      return {
        comment: operationComment(operation),
        operation: row(document, schemes, path, method, item, operation),
      };
    });
    const secret = serverSecrets.some((name) => name in entry.operation.security);
    (secret ? serverOperations : operations)[id] = entry;
  }
  return { operations, serverOperations };
}

function* documented(document: OpenApiDocument) {
  for (const [path, node] of Object.entries(document.paths)) {
    const item = within(`path ${path}`, () => resolve<PathItem>(document, node));
    for (const method of unsupported) {
      if (item[method]) throw new Refusal(`path ${path}: method ${method} is not supported`);
    }
    for (const method of methods) {
      const operation = item[method];
      if (operation) yield { path, method, item, operation };
    }
  }
}

function operationId({ operationId: id }: DocumentedOperation, method: Method, path: string) {
  if (id === undefined) throw new Refusal(`${method} ${path}: it has no operationId`);
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) {
    throw new Refusal(`operation ${id}: the operationId is not camelCase, as methods are named`);
  }
  return id;
}

function row(
  document: OpenApiDocument,
  schemes: Readonly<Record<string, SecurityScheme>>,
  path: string,
  method: (typeof methods)[number],
  item: PathItem,
  operation: DocumentedOperation,
): Operation {
  const { requestBody } = operation;
  const needed = neededSchemes(document, operation.security ?? document.security);
  const query = queryRules(document, path, item.parameters, operation.parameters);
  return {
    method: method.toUpperCase(),
    path,
    server: serverUrl(operation.servers, item.servers, document.servers),
    security: Object.fromEntries(needed.map((name) => [name, schemes[name] as SecurityScheme])),
    ...(Object.keys(query).length > 0 && { query }),
    ...(requestBody
      ? { body: bodyRule(document, resolve<RequestBody>(document, requestBody)) }
      : {}),
    success: successRules(document, operation.responses),
  };
}
