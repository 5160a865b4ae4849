import type { Provider, ProviderInfo } from "./providers.js";

/** A mock server could not start, because another program listens on its port. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
  readonly code = "port_taken";
  readonly provider: Provider;
  readonly host: string;
  readonly port: number;

  constructor(info: ProviderInfo, host: string, port: number, cause?: unknown) {
    super(
      `Port ${port} on ${host}, meant for the mock of ${info.title}, is taken by another program. ` +
        `Choose another one, or 0 for any free one: --${info.portFlag} 0 on the command line, ` +
        `startMockServers({ ${info.portOption}: 0 }) in code.`,
      { cause },
    );
    this.provider = info.provider;
    this.host = host;
    this.port = port;
  }
}
