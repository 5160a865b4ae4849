import type { CallPhase } from "../call.js";
import { ChatError, type ChatErrorInit } from "./chat-error.js";

/** Which deadline: that of one attempt, or that of the call with all its attempts and waits. */
export type TimeoutScope = "attempt" | "total";

/** Our own deadline passed. */
export class TimeoutError extends ChatError {
  declare readonly code: "timeout";
  declare readonly scope: TimeoutScope;
  /** The deadline, in milliseconds. */
  declare readonly afterMs: number;
  /** What the call was doing: waiting for a token, for headers, for the body, or for a retry. */
  declare readonly phase: CallPhase;

  constructor(
    init: ChatErrorInit & {
      readonly scope: TimeoutScope;
      readonly afterMs: number;
      readonly phase: CallPhase;
    },
  ) {
    const { scope, afterMs, phase } = init;
    const what = scope === "attempt" ? "one attempt" : "the whole call";
    super("timeout", `${what} took longer than ${afterMs} ms (${phase})`, init);
  }
}
