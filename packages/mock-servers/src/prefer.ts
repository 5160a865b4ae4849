import type { Choice } from "./choice.js";
import { ChoiceError } from "./choice.js";

const PREFERENCE = /([^\s=,;"]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^,;]*))?/g;

/**
 * Reads a `Prefer` header: `code`, `example`, `dynamic`, `seed` and `force`, separated by `,` or by
 * `;`, a value in double quotes where it holds one of these. Other preferences are ignored, as
 * RFC 7240 asks; of a repeated one the first counts.
 *
 * @throws {ChoiceError} when one of ours has a value that makes no sense.
 */
export function parsePrefer(header: string | undefined): Choice {
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of (header ?? "").matchAll(PREFERENCE)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, unquote(value.trim()));
  }
  const code = values.get("code");
  const example = values.get("example");
  const seed = values.get("seed");
  return {
    ...(code !== undefined && { status: readStatus(code) }),
    ...(example !== undefined && { example }),
    ...(seed !== undefined && { seed }),
    dynamic: readFlag("dynamic", values.get("dynamic")),
    force: readFlag("force", values.get("force")),
  };
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}

function readStatus(text: string): number {
  if (/^[2-5]\d\d$/.test(text)) return Number(text);
  throw new ChoiceError(`Prefer: code must be a status from 200 to 599, not "${text}"`);
}

/** A preference without a value is switched on (RFC 7240, 2). */
function readFlag(name: string, text: string | undefined): boolean {
  if (text === undefined) return false;
  if (text === "" || text === "true") return true;
  if (text === "false") return false;
  throw new ChoiceError(`Prefer: ${name} must be true or false, not "${text}"`);
}
