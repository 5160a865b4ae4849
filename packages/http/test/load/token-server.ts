import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Token } from "../../src/index.js";

/** A token endpoint on a free port, and how often it was asked. */
export interface TokenServer extends AsyncDisposable {
  /** Fetches a token as an application would: with a plain fetch, which throws plain errors. */
  fetchToken(): Promise<Token>;
  requests(): number;
}

/** Starts one that answers as it is told. */
export async function tokenServer(answer: RequestListener): Promise<TokenServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async fetchToken() {
      const response = await fetch(`http://127.0.0.1:${port}/token`, { method: "POST" });
      if (!response.ok) throw new Error(`the token endpoint answered ${response.status}`);
      const { value, expiresInMs } = (await response.json()) as {
        readonly value: string;
        readonly expiresInMs: number;
      };
      return { value, expiresAt: new Date(Date.now() + expiresInMs) };
    },
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
