import { signalOf, untilAborted } from "./abort.js";
import { type BackoffOptions, backoff } from "./backoff.js";
import { type CallContext, contextOf, eventOf, withContext } from "./call-context.js";
import { type Clock, systemClock } from "./clock.js";
import { emit } from "./emit.js";
import { errorFromResponse } from "./error-from-response.js";
import type { Fetch, FetchDecorator } from "./fetch.js";
import { maskValue } from "./mask-value.js";
import { replayable } from "./replayable.js";
import { retryAfterMs } from "./retry-after.js";
import { isRetryableError, isRetryableStatus } from "./retryable.js";

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
export function retry(options: RetryOptions = {}): FetchDecorator {
  const { attempts = 3, maxRetryAfterMs = 60_000, clock = systemClock } = options;
  return (next) => async (firstInput, firstInit) => {
    const signal = signalOf(firstInput, firstInit);
    const context = contextOf(firstInit);
    const [input, replay] = await replayable(firstInput, firstInit);
    const init = withContext(replay, context);
    const method = methodOf(firstInput, firstInit);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await settle(next(input, init));
      const { response, error } = outcome;
      const over = response?.ok === true || attempt >= attempts || signal?.aborted === true;
      const askedMs = response === undefined ? null : retryAfterMs(response.headers, clock.now());
      const failed = { ...outcome, attempt, method, retryAfterMs: askedMs };
      if (over || (askedMs ?? 0) > maxRetryAfterMs || !(await decide(failed, options, context))) {
        if (response === undefined) throw error;
        return response;
      }
      const delayMs = askedMs ?? backoff(attempt, options);
      remember(context, outcome, delayMs);
      await response?.body?.cancel().catch(ignore);
      await wait(delayMs, signal, context, clock);
    }
  };
}

interface Settled {
  readonly response?: globalThis.Response;
  readonly error?: unknown;
}

function settle(answer: ReturnType<Fetch>): Promise<Settled> {
  return answer.then(
    (response) => ({ response }),
    (error: unknown) => ({ error }),
  );
}

async function decide(
  failed: Omit<FailedAttempt, "retryable">,
  { shouldRetry }: RetryOptions,
  context: CallContext,
): Promise<boolean> {
  const { method, response, error } = failed;
  const retryable =
    response === undefined
      ? isRetryableError(method, error, context)
      : isRetryableStatus(method, response.status);
  return shouldRetry === undefined ? retryable : shouldRetry({ ...failed, retryable });
}

function remember(context: CallContext, outcome: Settled, delayMs: number): void {
  const { response } = outcome;
  const error = maskValue(outcome.error, context.secrets);
  context.failures.push(response === undefined ? error : errorFromResponse(response, context));
  emit(context, "onRetry", () => ({
    ...eventOf(context),
    delayMs,
    status: response?.status ?? null,
    error: error ?? null,
  }));
}

async function wait(
  ms: number,
  signal: AbortSignal | undefined,
  context: CallContext,
  clock: Clock,
): Promise<void> {
  context.phase = "retry-wait";
  let cancel: () => void = ignore;
  const over = new Promise<void>((resolve) => {
    cancel = clock.schedule(resolve, ms);
  });
  try {
    await untilAborted(signal, over);
  } finally {
    cancel();
  }
  context.phase = "headers";
}

function methodOf(input: Parameters<Fetch>[0], init: RequestInit | undefined): string {
  return (init?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase();
}

function ignore(): void {}
