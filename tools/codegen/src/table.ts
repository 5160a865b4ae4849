/**
 * What is written into operations.generated.ts. `@roomkey/http` owns the contract: the generated
 * file checks itself against its `Operation`, so these types only have to be
 * right for the generator.
 */

export interface QueryRule {
  readonly explode?: true;
}

export interface FieldRule {
  readonly required?: true;
  readonly items?: number;
  readonly explode?: true;
}

export interface BodyRule {
  readonly mediaType: string;
  readonly optional?: true;
  readonly fields: Readonly<Record<string, FieldRule>>;
}

export interface SecurityScheme {
  readonly header: string;
  readonly prefix?: string;
}

/** What must be there in an answer; see `Shape` of `@roomkey/http`. */
export type Shape = 1 | readonly Shape[] | { readonly [name: string]: Shape };

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly server: string;
  readonly security: Readonly<Record<string, SecurityScheme>>;
  readonly query?: Readonly<Record<string, QueryRule>>;
  readonly body?: BodyRule;
  readonly success: Readonly<Record<number, Shape | null>>;
}

/** An operation with the lines of its doc comment: the summary first. */
export interface Entry {
  readonly comment: readonly string[];
  readonly operation: Operation;
}

/** Everything of one document that a client needs at run time. */
export interface OperationTable {
  /** Operations that need no server secret, by operationId. */
  readonly operations: Readonly<Record<string, Entry>>;
  /** Operations that need one. */
  readonly serverOperations: Readonly<Record<string, Entry>>;
}
