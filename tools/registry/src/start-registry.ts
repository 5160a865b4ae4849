import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientEnvironment } from "./client-environment.js";
import { npm } from "./npm.js";

/** A registry that lives as long as whoever started it. */
export interface Registry extends AsyncDisposable {
  /** Its address, with a slash at the end. */
  readonly url: string;
  /** What an `.npmrc` has to say: for npm, pnpm, Bun and Deno. */
  readonly npmrc: string;
  /** The environment of clients, with the registry in it. */
  readonly env: NodeJS.ProcessEnv;
  /** Publishes packed tarballs, one after the other. */
  publish(tarballs: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a registry on a free port of this machine. Our packages are only what was published to it;
 * every other package comes from the registry that npm is configured with.
 */
export async function startRegistry(): Promise<Registry> {
  const home = await mkdtemp(join(tmpdir(), "roomkey-registry-"));
  const configured = async (name: string): Promise<string> =>
    (await npm(["config", "get", name], { cwd: home, env: clientEnvironment() })).trim();
  const [upstream = "", cafile = "null"] = await Promise.all(
    ["registry", "cafile"].map(configured),
  );
  const ca = cafile === "null" ? undefined : await readFile(cafile, "utf8");
  // Verdaccio takes seconds to load, and not everybody who imports this file starts a registry.
  const { createServer } = await import("./verdaccio.js");
  const server = await createServer(home, { url: upstream, ca });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  // Anybody may publish, but npm does not even ask without a token.
  const npmrc = `registry=${url}\n${url.replace("http:", "")}:_authToken=anybody\n`;
  const npmrcFile = join(home, "npmrc");
  await writeFile(npmrcFile, npmrc);
  const env = clientEnvironment(url);

  async function stop(): Promise<void> {
    if (server.listening) {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    }
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }

  return {
    url,
    npmrc,
    env,
    async publish(tarballs) {
      for (const tarball of tarballs) {
        // There is no build service here to vouch for the tarball.
        const flags = ["--userconfig", npmrcFile, "--provenance=false", "--access=public"];
        await npm(["publish", tarball, ...flags], { cwd: home, env });
      }
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
