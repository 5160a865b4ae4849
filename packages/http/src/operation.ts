/**
 * The operation table: what a client has to know at run time about the operations of a document.
 * `tools/codegen` writes one per document; `createClient` reads it.
 */

/** How one parameter of an operation is sent. */
export interface ParameterRule {
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly style: "simple" | "form";
  readonly explode: boolean;
}

/** What the document says of one member of a request body. */
export interface FieldRule {
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly required: boolean;
  /** Fewest items of an array. */
  readonly minItems?: number;
  /** Only for arrays in a form body: `form` with `explode` repeats the key for each item. */
  readonly style?: "form";
  readonly explode?: boolean;
}

/** The request body of an operation. */
export interface BodyRule {
  readonly mediaType: string;
  readonly required: boolean;
  readonly fields: Readonly<Record<string, FieldRule>>;
}

/** What a documented 2xx answer promises. */
export interface SuccessRule {
  /** Empty where the answer has no content. */
  readonly mediaType: string;
  /**
   * Paths of the members that must be there: `chat.user.id`, with `[]` for the items of an array,
   * which may be the body itself (`[].id`). A member of an absent or null object is not asked for.
   */
  readonly required: readonly string[];
}

/** One operation of a document. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path template: `/channels/{channelId}/chat.json`. */
  readonly path: string;
  /** Base URL that the document names for this operation, without a trailing slash. */
  readonly server: string;
  /** Names of the security schemes that this operation needs, all of them; empty for none. */
  readonly security: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  readonly body?: BodyRule;
  readonly success: Readonly<Record<number, SuccessRule>>;
}

/** How a credential travels. `basic` sends the bare secret, as IBM's token endpoint wants it. */
export type SecurityScheme =
  | { readonly type: "bearer" }
  | { readonly type: "basic" }
  | { readonly type: "header"; readonly name: string };
