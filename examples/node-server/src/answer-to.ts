import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type ChatError, isChatError } from "roomkey";
import { BadRequest } from "./bad-request.js";

/** What a viewer is told of an error, and what the log is told. */
export interface ErrorAnswer {
  readonly status: ContentfulStatusCode;
  readonly body: { readonly error: string; readonly message: string };
  readonly headers: Record<string, string>;
  /** null where the viewer's own mistake is nothing to log. */
  readonly logged: string | null;
}

/**
 * The answer to an error. Viewers get sentences of ours: what a platform said is about our
 * credentials and our plan, not about them, and goes into the log only.
 */
export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof BadRequest) return answer(error.status, "bad_request", error.message);
  if (error instanceof HTTPException && error.status === 413) {
    return answer(413, "bad_request", "The body is too large.");
  }
  if (isChatError(error)) return { ...answerToChatError(error), logged: describe(error) };
  // Not its message: only those of a `ChatError` are known to hold no secret.
  const logged = error instanceof Error ? error.name : "not an error";
  return { ...answer(500, "internal", "Something went wrong here."), logged };
}

function answerToChatError(error: ChatError): ErrorAnswer {
  if (isChatError(error, "rate_limited")) {
    const seconds = Math.ceil((error.retryAfterMs ?? 1000) / 1000);
    return answer(503, "busy", "Many people are coming in. Try again in a moment.", {
      "retry-after": String(seconds),
    });
  }
  if (isChatError(error, "unavailable")) {
    return answer(503, "platform_unavailable", "The chat is out of order. Try again later.");
  }
  if (isChatError(error, "timeout")) {
    return answer(504, "platform_timeout", "The chat took too long to answer. Try again.");
  }
  // A 401 of the platform is about our credentials: as a 401 of ours it would send viewers to log in.
  return answer(502, "platform_failed", "The chat could not be opened.");
}

function describe({ code, message, attempts }: ChatError): string {
  return `${code}: ${message} (${attempts} attempts)`;
}

function answer(
  status: ContentfulStatusCode,
  error: string,
  message: string,
  headers: Record<string, string> = {},
): ErrorAnswer {
  return { status, body: { error, message }, headers, logged: null };
}
