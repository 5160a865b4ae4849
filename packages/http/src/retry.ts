import { endingOf, untilAborted } from "./abort.js";
import { type BackoffOptions, backoff } from "./backoff.js";
import { contextOf, eventOf } from "./call-context.js";
import { type Clock, systemClock } from "./clock.js";
import { emit } from "./emit.js";
import { errorFromResponse } from "./error-from-response.js";
import type { FetchDecorator } from "./fetch.js";
import { maskError } from "./mask-error.js";
import { retryAfterMs } from "./retry-after.js";
import { isRetryableError, isRetryableStatus } from "./retryable.js";
import { methodOf, type StepDecorator, standalone } from "./step.js";

/** A failed attempt, as `shouldRetry` sees it. */
export interface FailedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly method: string;
  /** The answer, where one came. */
  readonly response?: globalThis.Response;
  /** What was thrown, where no answer came. */
  readonly error?: unknown;
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
  return standalone(retryStep(options));
}

/** As `retry`, inside of a call. */
export function retryStep(options: RetryOptions = {}): StepDecorator {
  const { attempts = 3, maxRetryAfterMs = 60_000, clock = systemClock } = options;
  return (next) => async (url, init) => {
    const call = contextOf(init);
    const signal = endingOf(call, init);
    const method = methodOf(init);
    for (let attempt = 1; ; attempt += 1) {
      let response: globalThis.Response | undefined;
      let error: unknown;
      try {
        response = await next(url, init);
      } catch (thrown) {
        error = thrown;
      }
      if (response?.ok) return response;
      const askedMs = response ? retryAfterMs(response.headers, clock.now()) : null;
      const retryable = response
        ? isRetryableStatus(method, response.status)
        : isRetryableError(method, error, call);
      const outcome = response ? { response } : { error };
      const failed = { ...outcome, attempt, method, retryAfterMs: askedMs, retryable };
      if (
        attempt >= attempts ||
        signal?.aborted ||
        (askedMs ?? 0) > maxRetryAfterMs ||
        !(options.shouldRetry ? await options.shouldRetry(failed) : retryable)
      ) {
        if (response) return response;
        throw error;
      }
      const delayMs = askedMs ?? backoff(attempt, options);
      const shown = response ? null : maskError(error, call.secrets);
      call.failures.push(response ? errorFromResponse(response, call) : shown);
      emit(call, "onRetry", () => ({
        ...eventOf(call),
        delayMs,
        status: response?.status ?? null,
        error: shown,
      }));
      await response?.body?.cancel().catch(() => {});
      call.phase = "retry-wait";
      let cancel!: () => void;
      const over = new Promise<void>((resolve) => {
        cancel = clock.schedule(resolve, delayMs);
      });
      await untilAborted(signal, over).finally(cancel);
      call.phase = "headers";
    }
  };
}
