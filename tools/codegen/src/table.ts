/**
 * What is written into operations.generated.ts. `@roomkey/http` owns the contract: the generated
 * file checks itself against its `Operation` and `SecurityScheme`, so these types only have to be
 * right for the generator.
 */

export interface ParameterRule {
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly style: "simple" | "form";
  readonly explode: boolean;
}

export interface FieldRule {
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly required: boolean;
  readonly minItems?: number;
  readonly style?: "form";
  readonly explode?: boolean;
}

export interface BodyRule {
  readonly mediaType: string;
  readonly required: boolean;
  readonly fields: Readonly<Record<string, FieldRule>>;
}

export interface SuccessRule {
  readonly mediaType: string;
  readonly required: readonly string[];
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly server: string;
  readonly security: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterRule>>;
  readonly body?: BodyRule;
  readonly success: Readonly<Record<number, SuccessRule>>;
}

export type SecurityScheme =
  | { readonly type: "bearer" | "basic" }
  | { readonly type: "header"; readonly name: string };

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
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
}
