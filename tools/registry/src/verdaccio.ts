import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { join } from "node:path";
import { runServer } from "verdaccio";

/** Our packages, and what is no package. */
const answeredHere = /^\/(@roomkey(\/|%2f)|roomkey(\/|$|\?)|-\/|$)/i;

/** The registry behind this one, as npm is configured with it. */
export interface Upstream {
  readonly url: string;
  /** The certificates to trust, in PEM; undefined for those of Node. */
  readonly ca: string | undefined;
}

/** Makes a Verdaccio that keeps everything in `home`. It does not listen yet. */
export async function createServer(home: string, upstream: Upstream): Promise<Server> {
  const verdaccio: Server = await createVerdaccio(home, upstream);
  return verdaccio.prependListener("request", unavailableRatherThanMissing);
}

/**
 * Whatever goes wrong between Verdaccio and the registry behind it comes out as a 404, which no
 * client tries again. A 503 they do, so that one lost connection does not end an installation.
 */
function unavailableRatherThanMissing(request: IncomingMessage, response: ServerResponse): void {
  if (answeredHere.test(request.url ?? "")) return;
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: never[]) =>
    writeHead(status === 404 ? 503 : status, ...rest)) as typeof response.writeHead;
}

function createVerdaccio(home: string, { url, ca }: Upstream): Promise<Server> {
  const everybody = { access: "$all", publish: "$all", unpublish: "$all" };
  return runServer({
    configPath: join(home, "config.yaml"),
    storage: join(home, "storage"),
    uplinks: { upstream: { url, ...(ca && { ca }), timeout: "60s", maxage: "1h", max_fails: 100 } },
    packages: {
      // No proxy: a package of ours that was not published here must not come from elsewhere.
      roomkey: everybody,
      "@roomkey/*": everybody,
      "**": { access: "$all", proxy: "upstream" },
    },
    auth: { htpasswd: { file: join(home, "htpasswd") } },
    log: { type: "stdout", format: "pretty", level: "fatal" },
    max_body_size: "100mb",
    web: { enable: false },
    // biome-ignore lint/suspicious/noExplicitAny: Verdaccio's own type asks for all of its settings.
  } as any);
}
