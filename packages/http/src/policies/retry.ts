import { eventOf } from "../call.js";
import { type Clock, systemClock } from "../clock.js";
import { errorFromResponse } from "../errors/error-from-response.js";
import { retryAfterMs } from "../errors/retry-after.js";
import type { FetchDecorator } from "../fetch.js";
import { maskError } from "../masking/mask-error.js";
import { type BackoffOptions, backoff } from "./backoff.js";
import { emit } from "./emit.js";
import { methodOf } from "./method.js";
import type { Outgoing } from "./outgoing.js";
import type { Policy } from "./policy.js";
import { isRetryable, type Outcome } from "./retryable.js";
import { standalone } from "./standalone.js";

/** A failed attempt, as `shouldRetry` sees it. */
export interface FailedAttempt extends Outcome {
  /** 1 for the first. */
  readonly attempt: number;
  readonly method: string;
  /** How long the provider asks to wait, in milliseconds; null where it does not say. */
  readonly retryAfterMs: number | null;
  /** What `retry` would do by itself. */
  readonly retryable: boolean;
}

/** Options of `retry`. */
export interface RetryOptions extends BackoffOptions {
  /** Most requests in all, the first one included. Default 3. */
  readonly attempts?: number;
  /**
   * Longest wait that a provider may ask for, in milliseconds. Default 60,000. When it asks for
   * more, there is no further attempt: coming back sooner would only be refused again.
   */
  readonly maxRetryAfterMs?: number;
  /**
   * Decides about a failed attempt instead of the rules; `failed.retryable` is what they say. Not
   * asked after a success, after the last attempt, or when the caller aborted.
   */
  readonly shouldRetry?: (failed: FailedAttempt) => boolean | Promise<boolean>;
  /** Default: the real time. */
  readonly clock?: Clock;
}

/**
 * Sends a request again when that can help.
 *
 * Safe methods: after no answer, a timeout of one attempt, 408, 425, 429, 500, 502, 503, 504. Other
 * methods: only where the server surely did not act (429, 503, no connection). Waits as the provider
 * asks (`Retry-After`, `X-RateLimit-Reset`), else exponentially with full jitter. An abort ends the
 * wait at once. The body is sent whole on every attempt. A token source that fails ends the call: it
 * may retry by rules of its own.
 */
export function retry(options?: RetryOptions): FetchDecorator {
  return standalone(retried, options && { retry: options });
}

/** As `retry`, inside of a call. */
export const retried: Policy = (next) => async (outgoing) => {
  for (let attempt = 1; ; attempt += 1) {
    let outcome: Outcome;
    try {
      const response = await next(outgoing);
      if (response.ok) return response;
      outcome = { response };
    } catch (error) {
      outcome = { error };
    }
    if (await isRepeated(outgoing, outcome, attempt)) continue;
    if (outcome.response) return outcome.response;
    throw outcome.error;
  }
};

/** Whether another attempt follows; if so, waits until it is time for it. */
async function isRepeated(outgoing: Outgoing, outcome: Outcome, attempt: number): Promise<boolean> {
  const { response, error } = outcome;
  const { call, options, init } = outgoing;
  const rules: RetryOptions = options.retry === false ? { attempts: 1 } : (options.retry ?? {});
  const { attempts = 3, maxRetryAfterMs = 60_000, clock = systemClock, shouldRetry } = rules;
  if (attempt >= attempts || outgoing.isOver) return false;

  const method = methodOf(init);
  const askedMs = response ? retryAfterMs(response.headers, clock.now()) : null;
  if ((askedMs ?? 0) > maxRetryAfterMs) return false;
  const retryable = isRetryable(method, outcome, call);
  const failed = { ...outcome, attempt, method, retryAfterMs: askedMs, retryable };
  if (!(shouldRetry ? await outgoing.wait(() => shouldRetry(failed)) : retryable)) return false;

  const delayMs = askedMs ?? backoff(attempt, rules);
  const failure = response ? errorFromResponse(response, call) : maskError(error, call.secrets);
  call.failures.push(failure);
  emit(call, "onRetry", () => ({
    ...eventOf(call),
    delayMs,
    status: response?.status ?? null,
    error: response ? null : failure,
  }));
  await response?.body?.cancel().catch(() => {});
  call.phase = "retry-wait";
  let cancel: (() => void) | undefined;
  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      cancel = clock.schedule(resolve, delayMs);
    });
  await outgoing.wait(sleep).finally(() => cancel?.());
  call.phase = "headers";
  return true;
}
