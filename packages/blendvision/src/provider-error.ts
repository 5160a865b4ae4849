import type { ProviderError } from "@roomkey/http";

/** Names of the gRPC status codes, by number. */
const STATUS_NAMES = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED",
];

/** Reads BlendVision's error body, a gRPC status: `{"code": 5, "message": "…", "details": […]}`. */
export function readProviderError(body: unknown): ProviderError {
  const { code, message } = (typeof body === "object" && body !== null ? body : {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return {
    code: typeof code === "number" ? (STATUS_NAMES[code] ?? String(code)) : null,
    message: typeof message === "string" && message !== "" ? message : null,
  };
}
