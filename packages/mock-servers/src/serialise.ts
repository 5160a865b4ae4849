import { isJson } from "./decode-body.js";

/** The text of a body: JSON for JSON media types, anything else as it is. */
export function serialise(body: unknown, contentType = ""): string {
  if (body === undefined) return "";
  return typeof body === "string" && !isJson(contentType) ? body : JSON.stringify(body);
}
