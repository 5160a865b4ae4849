import type { ChatSession } from "./session.js";

/** Options of `openChat`. */
export interface OpenOptions {
  /** Aborts the opening; `openChat` then rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}

/** A chat platform with what it takes to open one room on it. */
export interface ChatProvider<Session extends ChatSession = ChatSession> {
  readonly name: Session["provider"];
  open(options: OpenOptions): Promise<Session>;
}
