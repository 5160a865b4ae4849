/** The standard `fetch` signature: what every decorator takes and gives back. */
export type Fetch = (
  input: string | URL | globalThis.Request,
  init?: RequestInit,
) => Promise<globalThis.Response>;

/** One concern around a fetch: takes the next fetch, returns one that does more. */
export type FetchDecorator = (next: Fetch) => Fetch;
