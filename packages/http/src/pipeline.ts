import { bufferBody } from "./buffer-body.js";
import type { CallOptions } from "./client-options.js";
import { compose } from "./compose.js";
import type { Fetch, FetchDecorator } from "./fetch.js";
import { hooks } from "./hooks.js";
import { networkErrors } from "./network-errors.js";
import { retry } from "./retry.js";
import { timeout } from "./timeout.js";

/**
 * The fetch of one call. From the outside in: decorators of the user's, the total deadline, retry,
 * credentials (which may repeat one attempt after a 401), hooks, the deadline of one attempt, and
 * the reading of the body, which all of them thereby cover.
 */
export function pipeline(credentials: FetchDecorator, options: CallOptions): Fetch {
  const { attemptMs = 10_000, totalMs = 60_000 } = options.timeout || {};
  const off = options.timeout === false;
  const decorate = compose(
    ...(options.decorators ?? []),
    timeout({ scope: "total", ms: off ? false : totalMs }),
    ...(options.retry === false ? [] : [retry(options.retry)]),
    credentials,
    hooks(),
    timeout({ scope: "attempt", ms: off ? false : attemptMs }),
    networkErrors(),
    bufferBody(options.maxResponseBytes),
  );
  // The global fetch is looked up now, so that a later patch of it (a mock, a tracer) is honoured.
  return decorate(options.fetch ?? ((url, init) => globalThis.fetch(url, init)));
}
