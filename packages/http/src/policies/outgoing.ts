import type { Call, CallInit } from "../call.js";
import type { CallOptions } from "../client-options.js";
import type { Credential } from "../credential.js";

/**
 * A request on its way out, with a body that can be sent any number of times. It waits for one thing
 * at a time, so the last wait is the one to stop.
 */
export class Outgoing {
  readonly call: Call;
  readonly url: string;
  readonly init: CallInit;
  /** What its policies go by. */
  readonly options: CallOptions;
  readonly credentials: readonly Credential[];
  /** Whether the work on it is to end. */
  isOver = false;
  /** Aborts the attempt that is under way. */
  controller: AbortController | undefined = undefined;
  private reject: ((reason: unknown) => void) | undefined = undefined;
  private reason: unknown = undefined;

  constructor(
    call: Call,
    url: string,
    init: CallInit,
    options: CallOptions = {},
    credentials: readonly Credential[] = [],
  ) {
    this.call = call;
    this.url = url;
    this.init = init;
    this.options = options;
    this.credentials = credentials;
  }

  /** Rejects what is being waited for; `forGood` also whatever would be waited for after it. */
  stop(reason: unknown, forGood: boolean): void {
    this.isOver ||= forGood;
    this.reason = reason;
    this.controller?.abort(reason);
    this.reject?.(reason);
  }

  /** Waits for work, or until it is told to stop, whether or not the work takes notice. */
  wait<Result>(start: () => Result | Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.isOver) throw this.reason;
      this.reject = reject;
      Promise.resolve(start()).then(resolve, reject);
    });
  }
}
