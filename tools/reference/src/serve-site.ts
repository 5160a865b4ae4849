import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

export interface Site extends AsyncDisposable {
  readonly url: string;
}

/** Serves the files of a folder to this machine; port 0 takes a free one. */
export async function serveSite(folder: string, port: number): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    // All files are in one folder, so a name is all that a path can be.
    const name = pathname === "/" ? "index.html" : basename(pathname);
    const file = join(folder, name);
    if (`/${name}` !== pathname && pathname !== "/")
      return response.writeHead(404).end("Not found");
    if (!(extname(name) in types) || !existsSync(file)) {
      return response.writeHead(404).end("Not found");
    }
    response.writeHead(200, { "content-type": types[extname(name)], "cache-control": "no-cache" });
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail).listen(port, "127.0.0.1", () => done());
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
