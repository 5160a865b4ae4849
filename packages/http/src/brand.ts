import type { ChatError } from "./errors/chat-error.js";

/** A registered symbol, so that `isChatError` knows errors of another copy or realm. */
export const BRAND: unique symbol = Symbol.for("@roomkey/http/chat-error") as never;

/** Whether a value carries the mark of a `ChatError`, whichever copy or realm it comes from. */
export function hasBrand(value: unknown): value is ChatError {
  return typeof value === "object" && value !== null && BRAND in value;
}
