import type { ProviderError } from "@roomkey/http";

/**
 * Reads IBM's error body, `{"error": "invalid_token"}`. The shape is published for the token
 * endpoint only (IBM-001 in specs/ASSUMPTIONS.md), so anything else is taken as well.
 */
export function readProviderError(body: unknown): ProviderError {
  const { error, error_description: description } = (
    typeof body === "object" && body !== null ? body : {}
  ) as { readonly error?: unknown; readonly error_description?: unknown };
  return {
    code: typeof error === "string" ? error : null,
    message: typeof description === "string" ? description : null,
  };
}
