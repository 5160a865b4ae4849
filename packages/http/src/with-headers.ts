import type { FetchDecorator } from "./fetch.js";

/** Adds headers to each request; they replace those of the same name. Nothing given is changed. */
export function withHeaders(
  headers: () => Promise<Readonly<Record<string, string>>>,
): FetchDecorator {
  return (next) => async (input, init) => {
    const merged = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
    for (const [name, value] of Object.entries(await headers())) merged.set(name, value);
    return next(input, { ...init, headers: merged });
  };
}
