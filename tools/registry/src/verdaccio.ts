import type { Server } from "node:http";
import { join } from "node:path";
import { runServer } from "verdaccio";

/** Makes a Verdaccio that keeps everything in `home`. It does not listen yet. */
export function createServer(home: string, upstream: string): Promise<Server> {
  const everybody = { access: "$all", publish: "$all", unpublish: "$all" };
  return runServer({
    configPath: join(home, "config.yaml"),
    storage: join(home, "storage"),
    uplinks: { upstream: { url: upstream, timeout: "60s", maxage: "1h", max_fails: 100 } },
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
