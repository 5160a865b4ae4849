import type { CallOptions, ClientOptions } from "../client-options.js";

/** The options of one call: its own where it has them, else the client's. */
export function mergeOptions(client: ClientOptions, call: CallOptions): CallOptions {
  const merged: Record<string, unknown> = { ...client, ...call };
  // Of these, an option that both have is put together member by member.
  for (const name of ["headers", "requestInit", "timeout", "retry"] as const) {
    const outer = client[name];
    if (outer) merged[name] = call[name] === false ? false : { ...outer, ...call[name] };
  }
  return merged;
}
