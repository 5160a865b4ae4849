import type { CallPhase } from "./call-context.js";
import { ChatError, type ChatErrorInit } from "./chat-error.js";

/** Which deadline: that of one attempt, or that of the call with all its attempts and waits. */
export type TimeoutScope = "attempt" | "total";

/** Our own deadline passed. */
export class TimeoutError extends ChatError {
  readonly code = "timeout";
  readonly scope: TimeoutScope;
  /** The deadline, in milliseconds. */
  readonly afterMs: number;
  /** What the call was doing: waiting for a token, for headers, for the body, or for a retry. */
  readonly phase: CallPhase;

  constructor(
    init: ChatErrorInit & {
      readonly scope: TimeoutScope;
      readonly afterMs: number;
      readonly phase: CallPhase;
    },
  ) {
    const what = init.scope === "attempt" ? "one attempt" : "the whole call";
    super("TimeoutError", `${what} took longer than ${init.afterMs} ms (${init.phase})`, init);
    this.scope = init.scope;
    this.afterMs = init.afterMs;
    this.phase = init.phase;
  }
}
