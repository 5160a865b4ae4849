import { BadRequest } from "./bad-request.js";

/** What a viewer says about themself. */
export interface Viewer {
  readonly name: string;
}

/** Letters of any language, digits and ordinary punctuation; no line breaks, nothing invisible. */
const NAME = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,40}$/u;

/**
 * Reads `{"name": "Ada"}`. Other members, a `role` for instance, are not looked at.
 *
 * @throws BadRequest saying what is wrong.
 */
export async function readViewer(request: Request): Promise<Viewer> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new BadRequest(415, "Send JSON, with the content type application/json.");
  }
  const text = await request.text();
  const name = member(parse(text), "name");
  const trimmed = typeof name === "string" ? name.trim() : "";
  if (!NAME.test(trimmed)) {
    throw new BadRequest(400, "name must be 1 to 40 characters of text on one line.");
  }
  return { name: trimmed };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'The body must be JSON such as {"name":"Ada"}.');
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
