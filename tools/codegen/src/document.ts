/** The parts of an OpenAPI 3.1 document that the generator reads. The bundle is linted before. */

export interface Reference {
  readonly $ref: string;
}

export type Maybe<Node> = Node | Reference;

export type Named<Node> = Readonly<Record<string, Node>>;

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Named<Schema>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly writeOnly?: boolean;
  readonly "x-extensible-enum"?: readonly unknown[];
}

export interface MediaType {
  readonly schema?: Schema;
  readonly encoding?: Named<Encoding>;
}

export interface Encoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Named<MediaType>;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Named<MediaType>;
}

export interface Response {
  readonly content?: Named<MediaType>;
}

export interface Server {
  readonly url: string;
  readonly variables?: Named<unknown>;
}

export type SecurityRequirement = Named<readonly string[]>;

export interface DocumentedOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly externalDocs?: { readonly url: string };
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly parameters?: readonly Maybe<Parameter>[];
  readonly requestBody?: Maybe<RequestBody>;
  readonly responses?: Named<Maybe<Response>>;
}

/** Methods that OpenAPI 3.1 knows, as they are spelled in a path item. */
export type Method = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";

export interface PathItem extends Partial<Readonly<Record<Method, DocumentedOperation>>> {
  readonly servers?: readonly Server[];
  readonly parameters?: readonly Maybe<Parameter>[];
}

export interface DocumentedScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly paths: Named<Maybe<PathItem>>;
  readonly components?: {
    readonly schemas?: Named<Schema>;
    readonly securitySchemes?: Named<Maybe<DocumentedScheme>>;
  };
}
