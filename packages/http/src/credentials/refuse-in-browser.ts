import { ConfigurationError } from "../errors/errors.js";

/**
 * Refuses to work in a browser page or worker, where everybody can read a server secret.
 *
 * @throws ConfigurationError naming the secret.
 */
export function refuseInBrowser(secret: string): void {
  const { document, WorkerGlobalScope } = globalThis as {
    readonly document?: unknown;
    readonly WorkerGlobalScope?: unknown;
  };
  // Deno and workerd are servers that know workers too: they name themselves.
  const isServer = /^(Node|Deno|Bun|Cloudflare)/.test(globalThis.navigator?.userAgent ?? "Node");
  if (!isServer && (document !== undefined || WorkerGlobalScope !== undefined)) {
    throw new ConfigurationError(`${secret} is a server secret and may not be used in a browser`, {
      argument: secret,
    });
  }
}
