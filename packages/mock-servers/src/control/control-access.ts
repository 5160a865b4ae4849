import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { Problem } from "../problem.js";
import { problem } from "../problem.js";

/** Who may use the control API. */
export interface ControlAccess {
  /** `loopback`: programs on this machine. `anywhere`: everybody who can reach the port. */
  readonly from: "loopback" | "anywhere";
  /** Asked for as `Authorization: Bearer <control token>`; undefined: none is. */
  readonly token: string | undefined;
}

export interface Caller {
  readonly address: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Why a caller may not use the control API; undefined when it may. */
export function refuseCaller(access: ControlAccess, caller: Caller): Problem | undefined {
  const { headers, address = "" } = caller;
  if (access.from === "loopback") {
    if (!isLoopback(address)) return forbidden("The control API answers this machine only");
    // A name that someone made point here (DNS rebinding), or a page of theirs in a browser here.
    if (!isLoopback(hostOf(headers.host ?? "localhost"))) {
      return forbidden("The control API is called by a loopback name, such as 127.0.0.1");
    }
    if (headers.origin !== undefined && !isLoopback(hostOfOrigin(headers.origin))) {
      return forbidden(`The control API does not answer pages of ${headers.origin}`);
    }
  }
  if (access.token === undefined || isSame(bearer(headers.authorization), access.token)) {
    return undefined;
  }
  return problem("control", 401, "Expected Authorization: Bearer <control token>", {
    "www-authenticate": "Bearer",
  });
}

function forbidden(detail: string): Problem {
  return problem("control", 403, detail);
}

function bearer(authorization = ""): string {
  return /^bearer +(.*)$/i.exec(authorization)?.[1] ?? "";
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function hostOf(authority: string): string {
  return authority.replace(/:\d*$/, "").replace(/^\[|\]$/g, "");
}

function hostOfOrigin(origin: string): string {
  try {
    return hostOf(new URL(origin).host);
  } catch {
    return "";
  }
}

function isLoopback(host: string): boolean {
  const plain = host.toLowerCase().replace(/^::ffff:/, "");
  if (isIP(plain) === 4) return plain.startsWith("127.");
  return plain === "::1" || plain === "localhost" || plain.endsWith(".localhost");
}
