import type { CallOptions, ClientOptions } from "./client-options.js";

/** The options of one call: its own where it has them, else the client's. */
export function mergeOptions(client: ClientOptions, call: CallOptions): CallOptions {
  return {
    ...client,
    ...call,
    headers: { ...client.headers, ...call.headers },
    requestInit: { ...client.requestInit, ...call.requestInit },
    timeout: mergeSwitch(client.timeout, call.timeout),
    retry: mergeSwitch(client.retry, call.retry),
  };
}

function mergeSwitch<Settings extends object>(
  client: Settings | false | undefined,
  call: Settings | false | undefined,
): Settings | false {
  return (call ?? client) !== false && ({ ...(client || {}), ...(call || {}) } as Settings);
}
