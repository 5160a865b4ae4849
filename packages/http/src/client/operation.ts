/**
 * The operation table: what a client has to know at run time about the operations of a document.
 * `tools/codegen` writes one per document; `createClient` reads it. It travels into every bundle,
 * so what goes without saying is left out.
 */

/** How one query parameter is sent. */
export interface QueryRule {
  /** Whether an array repeats the name for each item; else its items are joined by commas. */
  readonly explode?: boolean;
}

/** What the document says of one member of a request body. */
export interface FieldRule {
  readonly required?: boolean;
  /** Only for arrays: fewest items. */
  readonly items?: number;
  /** Only for arrays in a form: whether the name is repeated for each item. */
  readonly explode?: boolean;
}

/** The request body of an operation. */
export interface BodyRule {
  readonly mediaType: string;
  /** Whether the body may be left out. */
  readonly optional?: boolean;
  readonly fields: Readonly<Record<string, FieldRule>>;
}

/** How a credential travels. */
export interface SecurityScheme {
  /** Name of the header, in lower case. */
  readonly header: string;
  /** Stands before the value: `Bearer `. */
  readonly prefix?: string;
}

/**
 * What must be there in a JSON value: 1 for anything; for an object its members, those that may be
 * absent or null with a `?` behind their name; for an array, in brackets, the shape of its items.
 */
export type Shape = 1 | readonly Shape[] | { readonly [name: string]: Shape };

/** One operation of a document. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path template: `/channels/{channelId}/chat.json`. */
  readonly path: string;
  /** Base URL that the document names for this operation, without a trailing slash. */
  readonly server: string;
  /** The credentials that this operation needs, all of them, by the name of their option. */
  readonly security: Readonly<Record<string, SecurityScheme>>;
  readonly query?: Readonly<Record<string, QueryRule>>;
  readonly body?: BodyRule;
  /**
   * What each documented 2xx answer promises, by status: null for no content, else which members
   * must be there in its JSON.
   */
  readonly success: Readonly<Record<number, Shape | null>>;
}
