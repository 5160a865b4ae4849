import type { Server } from "./document.js";
import { Refusal } from "./refusal.js";

/** The base URL of an operation: its own, else that of its path, else that of the document. */
export function serverUrl(...levels: readonly (readonly Server[] | undefined)[]): string {
  const servers = levels.find((level) => level !== undefined && level.length > 0);
  const [server, ...others] = servers ?? [];
  if (server === undefined) throw new Refusal("no server is named");
  if (others.length > 0) throw new Refusal("several servers are named; one is supported");
  if (Object.keys(server.variables ?? {}).length > 0 || server.url.includes("{")) {
    throw new Refusal(`server ${server.url} has variables, which are not supported`);
  }
  if (!URL.canParse(server.url) || !/^https?:\/\/[^?#]+$/.test(server.url)) {
    throw new Refusal(`server ${server.url} is not an absolute http(s) URL without a query`);
  }
  return server.url.replace(/\/+$/, "");
}
