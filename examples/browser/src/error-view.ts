import { ApiError, type ChatErrorCode, isChatError } from "roomkey";
import { element } from "./element.js";

/** What the person in front of the page can do about an error. */
const ADVICE: Readonly<Partial<Record<ChatErrorCode, string>>> = {
  configuration: "Check what is in the form.",
  unauthenticated: "Get a fresh credential: this one was not accepted.",
  payment_required: "Ask whoever runs the channel: its plan does not include chat.",
  permission_denied: "Ask whoever runs the room: this credential may not enter it.",
  not_found: "Check the id, and the base URL.",
  rate_limited: "Wait a moment, then try again.",
  unavailable: "Try again later.",
  network: "Check the base URL, and whether you are online.",
  timeout: "Try again.",
};

/** An error, for people. The messages of our errors hold no secrets. */
export function errorView(error: unknown): HTMLElement {
  const code = isChatError(error) ? error.code : "unknown";
  const status = error instanceof ApiError ? ` · HTTP ${error.status}` : "";
  return element(
    "div",
    { class: "error", role: "alert" },
    element("h3", {}, "No session"),
    element("p", { class: "code" }, `${code}${status}`),
    element("p", {}, (code !== "unknown" && ADVICE[code]) || "This was not expected."),
    element("p", { class: "message" }, error instanceof Error ? error.message : String(error)),
  );
}
