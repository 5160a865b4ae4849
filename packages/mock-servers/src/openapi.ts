/** The parts of an OpenAPI 3.1 document that the front reads by itself. */
export interface OpenApiDocument {
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> };
}

export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, { readonly default?: unknown }>>;
}

export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface SecurityScheme {
  readonly type: string;
  /** Of `http` schemes: `bearer`, `basic`. */
  readonly scheme?: string;
  /** Of `apiKey` schemes. */
  readonly in?: string;
  readonly name?: string;
}

export type PathItem = Readonly<Record<string, unknown>>;

export interface OperationObject {
  readonly operationId?: string;
  /** In the place of those of the document. */
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly requestBody?: RequestBody;
  readonly responses?: Readonly<Record<string, ResponseObject>>;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface ResponseObject {
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, unknown>>;
}

export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}

/** Follows `$ref` inside one document until something that is not a reference. */
export function resolve<Node>(document: OpenApiDocument, node: Node): Node {
  let found: unknown = node;
  for (let hops = 0; hops < 32; hops += 1) {
    const ref = (found as { $ref?: unknown } | null | undefined)?.$ref;
    if (typeof ref !== "string") return found as Node;
    found = lookUp(document, ref);
  }
  throw new Error("a $ref of the OpenAPI document points back to itself");
}

function lookUp(document: OpenApiDocument, ref: string): unknown {
  if (!ref.startsWith("#/")) throw new Error(`the OpenAPI document is not bundled: $ref ${ref}`);
  let found: unknown = document;
  for (const part of ref.slice(2).split("/")) {
    const name = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    found = (found as Record<string, unknown> | undefined)?.[name];
  }
  if (found === undefined) throw new Error(`the OpenAPI document has no ${ref}`);
  return found;
}
