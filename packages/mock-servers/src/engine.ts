import type { Choice } from "./choice.js";
import type { OpenApiDocument } from "./openapi.js";
import type { Operation } from "./operations.js";
import type { Violation } from "./violation.js";

/**
 * Knows the documented answers of one API. Everything of HTTP (routing, decoding, credentials,
 * headers of the transport) is done before it is asked and after it has answered.
 */
export interface Engine {
  answer(request: EngineRequest, options: AnswerOptions): Promise<EngineAnswer>;
}

/** Makes the engine of a bundled document; called once for each of the two APIs. */
export type EngineFactory = (document: OpenApiDocument) => Promise<Engine>;

/** A request in values, not in bytes. */
export interface EngineRequest {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when there is none. */
  readonly body?: unknown;
  /** The documented media type that the body came in. */
  readonly mediaType?: string;
}

export interface AnswerOptions extends Choice {
  /** Rules that are already known to be broken; the engine adds those that it finds. */
  readonly violations: readonly Violation[];
}

/** A documented answer, or a problem (RFC 9457) where the document has none. */
export interface EngineAnswer {
  readonly operationId: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** A value for JSON, a string for other media types, undefined for no body. */
  readonly body: unknown;
  readonly violations: readonly Violation[];
}
