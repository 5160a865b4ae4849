/** What a provider says in the body of an error. */
export interface ProviderError {
  readonly code: string | null;
  readonly message: string | null;
}

/** Reads a provider's error body, which may be anything: parsed JSON, text, or null when empty. */
export type ReadProviderError = (body: unknown) => ProviderError;
