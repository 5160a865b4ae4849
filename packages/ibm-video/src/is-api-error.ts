import { type ApiErrorGuard, createApiErrorGuard } from "@roomkey/http";
import type { operations } from "./generated/openapi.generated.js";

/**
 * Narrows an error to one operation's, and its body to what the document says for a status:
 * `if (isApiError(error, "initializeChat", 402)) error.body.error`.
 */
export const isApiError: ApiErrorGuard<operations> =
  /* @__PURE__ */ createApiErrorGuard("ibm-video");
